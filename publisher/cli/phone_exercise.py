"""`surefoot phone exercise`: cards as a file for other programs, in the terms of schema.org."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import __version__
from publisher.cli.build import counted
from publisher.cli.completing import complete_drawn
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import shown_path
from publisher.decks import cards_of
from publisher.files import Output, write_all
from publisher.library.overlays import read_library
from publisher.phone.interchange import left_out, written
from publisher.problems import Problem, UsageError
from publisher.settings import closest
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.cli.voice import Voice
    from publisher.model.card import Card
    from publisher.model.library import Library

FILE = "exercise.json"
EXAMPLES = """\b
Examples:
  surefoot phone exercise starter
  surefoot phone exercise plank hip-bridge --out out
"""


@click.command(params=setting_options("library", "out", "language", "country"), epilog=EXAMPLES)
@click.argument("names", nargs=-1, required=True, metavar="CARD|PUBLICATION...", shell_complete=complete_drawn)
@click.pass_obj
def command(voice: Voice, /, names: tuple[str, ...], **flags: object) -> None:
    """Write exercises as exercise.json, in the terms of schema.org that other programs know.

    What a card has in pictures, sources and reviews is not in it. `surefoot phone take` reads such a file.
    """
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    cards = _cards(names, library)
    count = len(cards) - left_out(cards)
    if not count:
        sentence = "no card among these is an exercise: nothing in them has a dose."
        hint = "Name exercises, such as: surefoot phone exercise starter"
        raise UsageError([Problem("nothing-to-exchange", sentence, hint)])
    folder = Path(chosen.text("out") or "out")
    content = written(cards, Words(library.words, chosen.text("country") or ""))
    write_all(folder, [Output(FILE, content, {})], version=__version__)
    others = f"; {counted(len(cards) - count, 'other card')} left out" if count < len(cards) else ""
    voice.line(f"{shown_path(str(folder / FILE))}   {counted(count, 'exercise')}{others}")


def _cards(names: Sequence[str], library: Library) -> list[Card]:
    """The cards that are named, and those of the publications, each once."""
    found: dict[str, Card] = {}
    for name in names:
        if name in library.publications:
            found |= {str(card.id): card for card in cards_of(library.publications[name], library.cards)}
        elif name in library.cards:
            found[name] = library.cards[name]
        else:
            near = closest(name, (*library.cards, *library.publications))
            hint = f"Did you mean `{near}`? To see all: surefoot list" if near else "To see all: surefoot list"
            sentence = f"`{name}` is neither a card nor a publication."
            raise UsageError([Problem("nothing-to-exchange", sentence, hint)])
    return list(found.values())
