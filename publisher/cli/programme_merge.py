"""`surefoot programme merge`: the exercises of two programmes as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.completing import complete_programmes
from publisher.cli.options import gather, setting_options
from publisher.cli.programmes import free, named, save
from publisher.library.overlays import read_library
from publisher.problems import Phrase
from publisher.programmes import merged

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

EXAMPLES = """\b
Example:
  surefoot programme merge downhill-back-start my-hips.yaml --as back-and-hips
"""


@click.command(params=setting_options("library", "language"), epilog=EXAMPLES)
@click.argument("first", metavar="FIRST", shell_complete=complete_programmes)
@click.argument("second", metavar="SECOND", shell_complete=complete_programmes)
@click.option("--as", "name", required=True, metavar="NAME|FILE", help="The new programme.")
@click.pass_obj
def command(voice: Voice, /, first: str, second: str, *, name: str, **flags: object) -> None:
    """Write the exercises of two programmes as one. What stands in both is as the second says, if it says so."""
    path = free(name)
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    both = merged(named(first, library), named(second, library))
    save(voice, path, both._replace(id=Phrase(path.stem), version=1), chosen)
