"""`surefoot programme merge`: the exercises of two programmes as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.completing import complete_programmes
from publisher.cli.options import gather, setting_options
from publisher.cli.programmes import free, named, save
from publisher.library.overlays import read_library
from publisher.problems import Phrase
from publisher.programme_joining import Prefer, joined
from publisher.words import Words

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

EXAMPLES = """\b
Examples:
  surefoot programme merge downhill-back-start my-hips.yaml --as back-and-hips
  surefoot programme merge week-1.yaml my-hips.yaml --as both --prefer second
"""


@click.command(params=setting_options("library", "language"), epilog=EXAMPLES)
@click.argument("first", metavar="FIRST", shell_complete=complete_programmes)
@click.argument("second", metavar="SECOND", shell_complete=complete_programmes)
@click.option("--as", "name", required=True, metavar="NAME|FILE", help="The new programme.")
@click.option(
    "--prefer",
    type=click.Choice([each.value for each in Prefer]),
    help="Which counts where both say another thing of an exercise. [default: none; you are told]",
)
@click.pass_obj
def command(voice: Voice, /, first: str, second: str, *, name: str, prefer: str | None, **flags: object) -> None:
    """Write the exercises of two programmes as one.

    An exercise in both stands there once. Where dose, side, days or note differ, say which counts, or nothing is
    written. Title, purpose and when to do more are those of the first, or of the one that you prefer; lines to
    remember and sources are those of both, as many as there may be. What is left out is told.
    """
    path = free(name)
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    pair = (named(first, library), named(second, library))
    both = joined(Words(library.words), *pair, library.cards, Prefer(prefer) if prefer else None)
    voice.notes(both.notes)
    save(voice, path, both.programme._replace(id=Phrase(path.stem), version=1), chosen)
