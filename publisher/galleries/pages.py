"""Every card and publication as pictures, and a page for a browser that shows them all."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from publisher.decks import cards_of
from publisher.files import Output
from publisher.galleries.index_page import Entry, Fact, Part, Shelf, page
from publisher.sessions import minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PIL.Image import Image

    from publisher.model.card import Card
    from publisher.model.publication import Publication
    from publisher.pdf.contact_sheet import Picture
    from publisher.words import Words
    from publisher.workshop import Product, Workshop

INDEX, SHEET = "index.html", "contact-sheet.png"
# Dots to the inch: cards are read, pages of publications are looked over, and the sheet shows what there is.
CARD_DPI, PAGE_DPI = 130, 45
SHEET_COLUMNS, SHEET_WIDTH, PAGE_COLUMNS = 12, 94, 6


class Shown(NamedTuple):
    """A publication as it was made."""

    publication: Publication
    product: Product


def gallery_of(shop: Workshop, cards: Sequence[Card], faces: bytes, shown: Sequence[Shown]) -> list[Output]:
    """All files of a gallery. `faces` is a PDF with the front and the back of each card, a page each."""
    # Only here: other galleries have no use for Pillow.
    room = import_module("publisher.pdf.contact_sheet")
    words = shop.words
    sides: list[Image] = room.pages_of(faces, CARD_DPI)
    pairs: dict[str, Picture] = {
        f"card-{card.id}.png": room.contact_sheet(sides[2 * number : 2 * number + 2], 2)
        for number, card in enumerate(cards)
    }
    sheets: dict[str, Picture] = {
        f"publication-{one.publication.id}.png": room.contact_sheet(
            room.pages_of(one.product.content, PAGE_DPI), PAGE_COLUMNS
        )
        for one in shown
    }
    small = [room.narrowed(side, SHEET_WIDTH) for side in sides[::2]]
    every: Picture = room.contact_sheet(small, SHEET_COLUMNS)
    shelves = [*_publications(shop, shown, sheets), *_groups(cards, pairs, words)]
    title = words.say("gallery.pages.title")
    intro = words.say("gallery.pages.intro", cards=len(cards), publications=len(shown))
    alt = words.say("gallery.pages.sheet", cards=len(cards))
    text = page(words.language, Part(title, intro, Entry("", "", SHEET, every, alt)), shelves)
    pictures = {SHEET: every, **sheets, **pairs}
    return [Output(INDEX, text.encode()), *(Output(name, one.content) for name, one in pictures.items())]


def _publications(shop: Workshop, shown: Sequence[Shown], sheets: Mapping[str, Picture]) -> Iterator[Shelf]:
    entries = tuple(_publication(shop, one, sheets) for one in shown)
    if entries:
        yield Shelf("publications", shop.words.say("gallery.pages.publications"), entries, wide=True)


def _publication(shop: Workshop, one: Shown, sheets: Mapping[str, Picture]) -> Entry:
    publication, name = one.publication, f"publication-{one.publication.id}.png"
    cards = cards_of(publication, shop.library.cards)
    return Entry(
        f"publication-{publication.id}",
        str(publication.title),
        name,
        sheets[name],
        shop.words.say("gallery.pages.publication", title=str(publication.title)),
        str(publication.subtitle or ""),
        tuple(_facts(shop, one, cards)),
        tuple((f"card-{card.id}", str(card.title)) for card in cards),
        shop.words.say("gallery.pages.its-cards"),
    )


def _facts(shop: Workshop, one: Shown, cards: Sequence[Card]) -> Iterator[Fact]:
    publication, product = one.publication, one.product
    minutes = minutes_of(cards)
    stock = shop.stock(publication)
    facts = {
        "cards": str(len(cards)),
        "minutes": str(minutes) if minutes else "",
        "size": f"{stock.name}, {stock.width:g} × {stock.height:g} mm" if stock else str(shop.paper(publication).name),
        "pages": str(product.pages),
        "sheets": str(product.sheets) if product.sheets else "",
        "build": f"surefoot build {publication.id}",
    }
    for name, value in facts.items():
        if value:
            yield Fact(shop.words.say(f"gallery.pages.facts.{name}"), value, typed=name == "build")


def _groups(cards: Sequence[Card], pairs: Mapping[str, Picture], words: Words) -> Iterator[Shelf]:
    for group in dict.fromkeys(card.group for card in cards):
        entries = tuple(_card(card, pairs, words) for card in cards if card.group is group)
        yield Shelf(f"group-{group.value}", words.group(group), entries)


def _card(card: Card, pairs: Mapping[str, Picture], words: Words) -> Entry:
    name, title = f"card-{card.id}.png", f"{words.number_of(card)} {card.title}"
    shows = f" {card.picture.alt}" if card.picture else ""
    alt = words.say("gallery.pages.card", title=title) + shows
    return Entry(f"card-{card.id}", title, name, pairs[name], alt, str(card.purpose))
