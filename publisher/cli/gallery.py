"""`surefoot gallery`: all cards and pages as pictures, all figures on paper, and a movement to flick through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import __version__
from publisher.build import publish
from publisher.cli.build import choices_for, counted, write
from publisher.cli.completing import complete_cards, complete_drawn
from publisher.cli.extras import need_pictures
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import shown_path
from publisher.cli.voice import Progress
from publisher.decks import cards_of, pocket_deck
from publisher.files import write_alone
from publisher.galleries.figures import FEWEST, MOST, figure_gallery_of, flick_book_of
from publisher.galleries.pages import INDEX, Shown, gallery_of
from publisher.library.overlays import read_library
from publisher.model.printing import Sides
from publisher.problems import Problem, UsageError
from publisher.settings import closest
from publisher.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.cli.voice import Voice
    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.workshop import Choices, Product

EXAMPLES = """\b
Examples:
  surefoot gallery pages                every card and publication as pictures, to open in a browser
  surefoot gallery figures              every figure, person and thing, as out/figures.pdf
  surefoot gallery motion hip-bridge    twelve frames of one rep, to cut, staple and flick
"""
DEFAULT_SIZE = "poker"
HEARD = ("library", "out", "paper", "theme", "person", "language")


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Look at all cards and pages in a browser, at all figures on paper, or flick through one movement."""


@command.command(
    params=setting_options(*HEARD, "size", "country"),
    epilog="\b\nExamples:\n  surefoot gallery pages\n  surefoot gallery pages starter plank --library my-cards\n",
)
@click.argument("names", nargs=-1, metavar="[CARD|PUBLICATION]...", shell_complete=complete_drawn)
@click.pass_obj
def pages(voice: Voice, /, names: tuple[str, ...], **flags: object) -> None:
    """Draw every card and publication, or those you name, and an index.html that shows the pictures.

    The files go into a folder `gallery` in the output folder, and ask nobody for anything. Pictures that an earlier
    run drew there, and this one does not, are taken away. A publication comes with its cards.
    """
    need_pictures()
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    _know(names, library)
    choices = choices_for(chosen)
    publications = tuple(name for name in dict.fromkeys(names or library.publications) if name in library.publications)
    products = _made(library, publications, choices)
    cards = tuple(_in_any(library, publications, names)) if names else tuple(library.cards.values())
    shown = [Shown(library.publications[name], product) for name, product in zip(publications, products, strict=True)]
    outputs = gallery_of(Workshop.open(library, choices), cards, _faces(library, cards, choices), shown)
    folder = Path(chosen.text("out") or "out") / "gallery"
    write_alone(folder, outputs, version=__version__)
    held = f"{counted(len(cards), 'card')}, {counted(len(shown), 'publication')}"
    voice.line(f"{shown_path(str(folder / INDEX))}   {held}")


def _know(names: Sequence[str], library: Library) -> None:
    """Raises the names of nothing that can be drawn."""
    known = {*library.cards, *library.publications}
    strangers = [name for name in names if name not in known]
    if strangers:
        raise UsageError(_stranger(name, sorted(known)) for name in strangers)


def _stranger(name: str, known: Sequence[str]) -> Problem:
    near = closest(name, known)
    hint = f"Did you mean `{near}`? " if near else ""
    return Problem("nothing-to-show", f"`{name}` is not a card or a publication.", f"{hint}To see all: surefoot list")


def _made(library: Library, names: Sequence[str], choices: Choices) -> Sequence[Product]:
    if not names:  # of no publication, the default set would be made
        return ()
    progress = Progress(wanted=True)
    try:
        return publish(library, names, choices, {}, progress)
    finally:
        progress.end()


def _in_any(library: Library, publications: Sequence[str], names: Sequence[str]) -> Iterator[Card]:
    """The cards of these publications and those that are named, in the order of the library.

    A name that both a publication and a card have is that of the publication.
    """
    held = {str(card.id) for name in publications for card in cards_of(library.publications[name], library.cards)}
    held |= {*names} - {*publications}
    return (card for card in library.cards.values() if card.id in held)


def _faces(library: Library, cards: Sequence[Card], choices: Choices) -> bytes:
    """Front and back of each card as a pocket card, a page each, without bleed."""
    deck = pocket_deck(cards, choices.size or DEFAULT_SIZE)
    single = replace(choices, printing=replace(choices.printing, sides=Sides.SINGLE, bleed=0.0))
    [product] = publish(library._replace(publications={deck.id: deck}), [deck.id], single, {}, None)
    return product.content


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
