"""`surefoot phone pictures`: cards as pictures that need no program and no net."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from layouts.phone.measures import SCREEN
from publisher import __version__
from publisher.build import chosen_publications, publish
from publisher.cli.build import choices_for, counted
from publisher.cli.completing import complete_drawn, complete_publications
from publisher.cli.extras import need_pictures
from publisher.cli.options import gather, setting_options
from publisher.cli.picture_options import HEARD, formats_option, size_option
from publisher.cli.telling import shown_path
from publisher.cli.voice import Progress
from publisher.decks import cards_of, phone_deck
from publisher.files import Output, write_all
from publisher.library.overlays import read_library
from publisher.phone.alternatives import alternative, routine
from publisher.phone.grounds import ground_of
from publisher.phone.lock_screens import lock_screen_of
from publisher.phone.sizes import CARD, LOCK_SCREEN, Pixels, pixels, upright
from publisher.problems import Problem, UsageError
from publisher.workshop import Workshop, all_unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.cli.voice import Voice
    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.model.publication import Publication
    from publisher.phone.images import Named
    from publisher.workshop import Choices

EXAMPLES = """\b
Examples:
  surefoot phone pictures                         every card, into out/phone/pictures/
  surefoot phone pictures hip-bridge plank        two cards
  surefoot phone pictures starter --zip           four cards, and one file to send
  surefoot phone pictures --lock-screen starter   what to do today, for the lock screen
"""
EVERY_CARD = "phone-cards"
FORMATS = ("png", "webp")


class _Asked(NamedTuple):
    """What was typed: the size of pictures, if any was named, and their formats."""

    size: Pixels | None
    formats: Sequence[str]


@click.command(
    params=[*setting_options(*HEARD), size_option(CARD), formats_option(FORMATS, "png,webp")], epilog=EXAMPLES
)
@click.argument("names", nargs=-1, metavar="[CARD|DECK]...", shell_complete=complete_drawn)
@click.option("--zip", "packed", is_flag=True, help="Also each deck as one file to send.")
@click.option(
    "--lock-screen",
    "locked",
    multiple=True,
    metavar="DECK",
    shell_complete=complete_publications,
    help="What is to be done today, as a lock screen; repeat.",
)
@click.pass_obj
def command(
    voice: Voice,
    /,
    names: tuple[str, ...],
    *,
    size: str | None,
    formats: tuple[str, ...],
    packed: bool,
    locked: tuple[str, ...],
    **flags: object,
) -> None:
    """Draw every card as a picture in large type, or those that you name; a deck is a publication.

    The files go into a folder `phone/pictures` in the output
    folder. Each is named after its card and says in words what it
    shows. With `--lock-screen` alone, only that is drawn.
    """
    need_pictures()
    asked = _Asked(None if size is None else pixels(size, SCREEN), formats)
    if locked:
        upright(asked.size or LOCK_SCREEN)
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    choices = choices_for(chosen)
    named = names if names or locked else (EVERY_CARD,)
    alone, decks = _named(library, named)
    held = {str(deck.id): _cards(library, deck) for deck in _publications(library, decks)}
    screens = [(deck, _cards(library, deck)) for deck in _publications(library, locked)]
    theme = library.publications[decks[0] if decks else EVERY_CARD].theme
    deck = phone_deck({card.id: card for card in chain(alone, *held.values())}.values(), "Surefoot", theme)
    made = _of_cards(library, deck, choices, asked) if deck.cards else {}
    outputs = [Output(file.name, file.content) for files in made.values() for file in files]
    outputs += [Output(f"{name}.zip", _zipped(cards, made)) for name, cards in held.items() if packed]
    shop = Workshop.open(library, choices)
    outputs += [one for deck, cards in screens for one in _of_lock_screen(shop, deck, cards, asked)]
    folder = Path(chosen.text("out") or "out") / "phone" / "pictures"
    write_all(folder, outputs, version=__version__)
    kilobytes = round(sum(len(one.content) for one in outputs) / 1000)
    voice.line(
        f"{shown_path(str(folder))}   {counted(len(made), 'card')}, {counted(len(outputs), 'file')}, {kilobytes} kB"
    )


def _named(library: Library, names: Sequence[str]) -> tuple[list[Card], list[str]]:
    """The cards and the decks of these names; what both have is the deck. Raises the names of neither."""
    known = [*library.publications, *library.cards]
    strangers = [name for name in names if name not in known]
    if strangers:
        raise UsageError(all_unknown("card", strangers, known))
    decks = [name for name in names if name in library.publications]
    return [library.cards[name] for name in names if name not in decks], decks


def _publications(library: Library, names: Sequence[str]) -> list[Publication]:
    return chosen_publications(library, names) if names else []


def _cards(library: Library, deck: Publication) -> tuple[Card, ...]:
    """The cards of a deck, each once."""
    cards = tuple({card.id: card for card in cards_of(deck, library.cards)}.values())
    if not cards:
        hint = "`surefoot show` with its name says what it holds."
        raise UsageError([Problem("no-cards", f"`{deck.id}` takes no card of this library.", hint, deck.id.place)])
    return cards


def _of_cards(library: Library, deck: Publication, choices: Choices, asked: _Asked) -> dict[str, list[Named]]:
    """The pictures of each card of a deck."""
    from publisher.phone.images import Named, encoded, pages_of  # noqa: PLC0415  # Pillow comes with an extra

    cards = cards_of(deck, library.cards)
    progress = Progress(wanted=True)
    try:
        [product] = publish(library._replace(publications={deck.id: deck}), [deck.id], choices, {}, None)
        shop, made = Workshop.open(library, choices), {}
        theme, words = shop.setting(deck, None).theme, shop.words
        pages = pages_of(product.content, asked.size or CARD, [ground_of(card, theme) for card in cards])
        for done, (card, picture) in enumerate(zip(cards, pages, strict=True)):
            progress(done, len(cards))
            said = alternative(card, words)
            made[str(card.id)] = [Named(f"{card.id}.{kind}", encoded(picture, kind, said)) for kind in asked.formats]
    finally:
        progress.end()
    return made


def _zipped(cards: Sequence[Card], made: Mapping[str, Sequence[Named]]) -> bytes:
    from publisher.phone.images import zip_of  # noqa: PLC0415  # Pillow comes with an extra

    return zip_of([made[str(card.id)][0] for card in cards])


def _of_lock_screen(shop: Workshop, deck: Publication, cards: Sequence[Card], asked: _Asked) -> Iterator[Output]:
    from publisher.phone.images import encoded, pages_of  # noqa: PLC0415  # Pillow comes with an extra

    size = asked.size or LOCK_SCREEN
    [picture] = pages_of(lock_screen_of(shop, deck, cards, size), size)
    said = routine(str(deck.title), cards, shop.words)
    return (Output(f"{deck.id}-lock-screen.{kind}", encoded(picture, kind, said)) for kind in asked.formats)
