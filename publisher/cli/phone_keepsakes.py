"""What can be saved from the offline page: all cards as a PDF, and each as a picture, and moving where it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher import __version__
from publisher.build import publish
from publisher.cli.voice import Progress
from publisher.decks import cards_of, phone_deck
from publisher.files import Output, write_alone
from publisher.model.card import Movement
from publisher.phone.alternatives import alternative
from publisher.phone.kit import Saved, Saves
from publisher.phone.sizes import CARD, Pixels
from publisher.pictures import casting
from publisher.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.workshop import Choices

EVERY_CARD = "phone-cards"
# The folders beside the pages, and the format of each: one that every phone and every chat shows.
PICTURES, MOVING = "pictures", "moving"
STILL, FILM = "png", "gif"
# Smaller than a screen, for a chat.
MOVING_SIZE = Pixels(720, 1280)


class Keepsakes(NamedTuple):
    """Files by their folders, in the folder of the pages."""

    pdf: Output
    pictures: tuple[Output, ...]
    moving: tuple[Output, ...]

    def files(self) -> dict[str, bytes]:
        """Pictures and moving pictures by their paths from the folder of the pages."""
        rows = ((PICTURES, self.pictures), (MOVING, self.moving))
        return {f"{folder}/{one.name}": one.content for folder, outputs in rows for one in outputs}

    def saves(self) -> Saves:
        """What the pages say of them: where they lie and what they weigh."""
        found: dict[str, list[Saved]] = {}
        for folder, kind, outputs in ((PICTURES, "picture", self.pictures), (MOVING, "moving", self.moving)):
            for one in outputs:
                found.setdefault(one.name.partition(".")[0], []).append(
                    Saved(kind, f"{folder}/{one.name}", len(one.content))
                )
        return Saves(Saved("pdf", self.pdf.name, len(self.pdf.content)), found)


def keepsakes(library: Library, choices: Choices) -> Keepsakes:
    """Draw all of them, which takes a minute or two."""
    cards = cards_of(library.publications[EVERY_CARD], library.cards)
    [booklet] = publish(library, [EVERY_CARD], choices, {}, None)
    progress, steps = Progress(wanted=True), 2 * len(cards)
    try:
        pictures = []
        for done, picture in enumerate(_pictures(library, cards, choices)):
            progress(done, steps)
            pictures.append(picture)
        moving = []
        for done, film in enumerate(_moving(library, cards, choices)):
            progress(len(cards) + done, steps)
            moving += [film] if film is not None else []
    finally:
        progress.end()
    return Keepsakes(Output(f"{EVERY_CARD}.pdf", booklet.content), tuple(pictures), tuple(moving))


def _pictures(library: Library, cards: tuple[Card, ...], choices: Choices) -> Iterator[Output]:
    from publisher.phone.images import encoded, pages_of  # noqa: PLC0415  # Pillow comes with an extra

    deck = phone_deck(cards, "Surefoot", library.publications[EVERY_CARD].theme)
    [product] = publish(library._replace(publications={deck.id: deck}), [deck.id], choices, {}, None)
    words = Workshop.open(library, choices).words
    for card, picture in zip(cards, pages_of(product.content, CARD), strict=True):
        yield Output(f"{card.id}.{STILL}", encoded(picture, STILL, alternative(card, words)))


def _moving(library: Library, cards: tuple[Card, ...], choices: Choices) -> Iterator[Output | None]:
    from publisher.phone import moving as room  # noqa: PLC0415  # Pillow comes with an extra

    shop, cast = Workshop.open(library, choices), dict(casting(library, cards, choices.people))
    for card in cards:
        film = None
        if isinstance(card.body, Movement) and card.id in cast:
            setting = shop.setting(library.publications[EVERY_CARD], None, [card])
            film = room.moving(shop, setting, card, cast[str(card.id)][0], card.body.dose, MOVING_SIZE)
        yield (
            None
            if film is None
            else Output(f"{card.id}.{FILM}", room.encoded(film, FILM, alternative(card, shop.words)))
        )


def write_keepsakes(folder: Path, kept: Keepsakes, library: Library) -> None:
    """Write pictures and moving pictures into their folders. Other formats, decks and lock screens there stay."""
    names = [*library.cards, *library.publications, *(f"{name}-lock-screen" for name in library.publications)]
    beside = {f"{name}.{kind}" for name in names for kind in ("png", "webp", "gif", "apng", "zip")}
    for name, outputs in ((PICTURES, kept.pictures), (MOVING, kept.moving)):
        write_alone(folder / name, outputs, version=__version__, beside=beside)
