"""`surefoot gallery`: all figures on paper, and a movement to flick through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli.build import choices_for, write
from publisher.cli.completing import complete_cards
from publisher.cli.options import gather, setting_options
from publisher.galleries import FEWEST, MOST, figure_gallery_of, flick_book_of
from publisher.library.overlays import read_library

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

EXAMPLES = """\b
Examples:
  surefoot gallery figures              every figure, person and thing, as out/figures.pdf
  surefoot gallery motion hip-bridge    twelve frames of one rep, to cut, staple and flick
"""
HEARD = ("library", "out", "paper", "theme", "person", "language")


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Look at all figures on paper, or flick through one movement."""


@command.command(
    params=setting_options(*HEARD), epilog="\b\nExample:\n  surefoot gallery figures --library my-cards --out out\n"
)
@click.pass_obj
def figures(voice: Voice, /, **flags: object) -> None:
    """Print every figure, person and thing with its name, several a page."""
    chosen, profile = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    write(voice, [figure_gallery_of(library, choices_for(chosen, profile))], Path(chosen.text("out") or "out"))


@command.command(
    params=setting_options(*HEARD, "size", "marks", "margin", "gap", "bleed"),
    epilog="\b\nExample:\n  surefoot gallery motion hip-bridge --frames 16 --person kofi\n",
)
@click.argument("card", shell_complete=complete_cards)
@click.option(
    "--frames", type=click.IntRange(FEWEST, MOST), default=12, metavar="N", help="How many frames. [default: 12]"
)
@click.pass_obj
def motion(voice: Voice, /, card: str, *, frames: int, **flags: object) -> None:
    """Print one rep of a card, a frame on each small card: cut, staple on the left, and flick."""
    chosen, profile = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    product = flick_book_of(library, card, frames, choices_for(chosen, profile))
    write(voice, [product], Path(chosen.text("out") or "out"))
