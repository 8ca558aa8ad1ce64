"""The line from a library to files, one call a room. Read this first.

    library → publication → cards → layout (fitted faces) → sheets → PDF

Nothing is written here; `publisher.files` does that when everything has been made.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from layouts import guide
from layouts.product import Job, Made
from publisher import __version__
from publisher.binding import Press, bind, document, imposed
from publisher.decks import cards_of
from publisher.pdf.writer import render
from publisher.pictures import looks
from publisher.press.imposition import impose
from publisher.problems import InputError, Level, Problem, UsageError
from publisher.rules import pages
from publisher.typesetting.glyphs import missing_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.model.publication import Publication
    from publisher.model.stock import Stock
    from publisher.typesetting.face import Face

from publisher.workshop import Choices, Product, Workshop, layout_of, unknown


def publish(
    library: Library,
    ids: Sequence[str],
    choices: Choices,
    previous: Mapping[str, str],
    progress: Callable[[int, int], None] | None,
) -> tuple[Product, ...]:
    """The products of these publications, or of the default set. Raises everything that does not fit, first."""
    shop = Workshop.open(library, choices)
    publications = _publications(library, ids)
    made: list[tuple[Publication, Made, dict[str, str]]] = []
    problems: list[Problem] = []
    for done, publication in enumerate(publications):
        if progress is not None:
            progress(done, 2 * len(publications))
        hashes = _hashes(shop, publication)
        cards = cards_of(publication, library.cards)
        if choices.changed:
            cards = _changed(publication, cards, previous, hashes)
        if choices.changed and hashes and not cards:
            continue
        laid = _laid(shop, publication, cards)
        problems += [problem for problem in laid.problems if problem.level is Level.ERROR]
        made.append((publication, laid, hashes))
    if problems:
        raise InputError(problems)
    products = []
    for done, (publication, laid, hashes) in enumerate(made):
        if progress is not None:
            progress(len(publications) + done, 2 * len(publications))
        products.append(_printed(shop, publication, laid, hashes))
    return tuple(products)


def fit_everything(library: Library, choices: Choices, only: Collection[str] = ()) -> tuple[Problem, ...]:
    """Lay out every publication and say what does not fit or cannot be read; nothing is printed.

    With ids in `only`, lay out what holds these cards: of a deck nothing else, since each of its cards fits alone.
    """
    shop = Workshop.open(library, choices)
    problems: list[Problem] = []
    for publication in library.publications.values():
        cards = cards_of(publication, library.cards)
        wanted = tuple(card for card in cards if card.id in only)
        if only and not wanted:
            continue
        try:
            laid = _laid(shop, publication, wanted if wanted and _is_deck(publication) else cards)
            problems += [*laid.problems, *pages.in_faces(publication, laid.faces)]
        except InputError as error:
            problems += error.problems
    return tuple(dict.fromkeys(problems))


def _laid(shop: Workshop, publication: Publication, cards: Sequence[Card]) -> Made:
    """One publication's faces, fitted; a letter that the font lacks is a problem before anything is laid out."""
    if not cards:
        raise InputError(
            [
                Problem(
                    "no-cards",
                    f"`{publication.id}` takes no card of this library.",
                    "Name cards under `cards`, or widen `select`.",
                    publication.id.place,
                    len(publication.id),
                )
            ]
        )
    missing = tuple(missing_letters(shop.typeface, (*cards, publication, shop.plan(publication))))
    if missing:
        return Made(problems=missing)
    stock = shop.stock(publication)
    setting = shop.setting(publication, stock, cards)
    paper = shop.paper(publication)
    if stock is not None:
        # What does not go onto the paper is said before anything is laid out for it.
        impose(1, paper, stock, shop.choices.printing)
    job = Job(
        publication.title,
        publication.subtitle or "",
        tuple(cards),
        setting,
        paper.size,
        stock,
        _larger(shop, stock),
        shop.plan(publication),
    )
    made: Made = layout_of(publication).make(job)
    return made


def _larger(shop: Workshop, stock: Stock | None) -> tuple[Stock, ...]:
    """Plain card sizes with more room than this one, the next larger first."""
    if stock is None:
        return ()
    room = stock.width * stock.height
    plain = [
        other for other in shop.library.stocks.values() if other.sheet is None and other.width * other.height > room
    ]
    return tuple(sorted(plain, key=lambda other: (other.width * other.height, other.id)))


def _printed(shop: Workshop, publication: Publication, made: Made, hashes: Mapping[str, str]) -> Product:
    choices, stock = shop.choices, shop.stock(publication)
    setting, paper = shop.setting(publication, stock), shop.paper(publication)
    press = Press(paper, choices.printing, setting, str(publication.title), choices.profile)
    first: Sequence[Face] = ()
    if choices.printing.guide and stock is not None and made.cards:
        sheets = imposed(made, stock, press)
        plan = guide.Plan(str(publication.title), len(made.cards), stock, paper, choices.printing, sheets)
        first = guide.draw(plan, setting)
    bound = bind(made, stock, press, first)
    content = render(
        document(bound, str(publication.title), publication.subtitle or "", shop.words.language, choices.date)
    )
    return Product(f"{publication.id}.pdf", content, len(bound.pages), bound.sheets, bound.warnings, hashes)


def _publications(library: Library, ids: Sequence[str]) -> list[Publication]:
    if not ids:
        return [publication for publication in library.publications.values() if publication.default]
    strangers = [name for name in ids if name not in library.publications]
    if strangers:
        raise UsageError(unknown("publication", name, library.publications) for name in strangers)
    return [library.publications[name] for name in dict.fromkeys(ids)]


def _key(publication: Publication, card: Card) -> str:
    return f"{publication.id}/{card.id}"


def _changed(
    publication: Publication, cards: Sequence[Card], previous: Mapping[str, str], hashes: Mapping[str, str]
) -> tuple[Card, ...]:
    """The cards that differ from the last print; what is one piece, such as a page, is printed whole or not at all."""
    keys = {card.id: _key(publication, card) for card in cards}
    changed = tuple(card for card in cards if previous.get(keys[card.id]) != hashes[keys[card.id]])
    return changed if _is_deck(publication) or not changed else tuple(cards)


def _is_deck(publication: Publication) -> bool:
    """Whether its cards are printed one by one; a page or a warning card is one piece."""
    return bool(getattr(layout_of(publication), "ANY_SIZE", False))


def _hashes(shop: Workshop, publication: Publication) -> dict[str, str]:
    """What each card of a publication says and how it is shown, as one short hash a card."""
    stock = shop.stock(publication)
    setting = shop.setting(publication, stock)
    shown = f"{stock and stock.id} {setting.theme.id} {shop.words.language} {shop.words.country} {__version__}"
    out = {}
    if publication.plan is not None:
        shown += f" {shop.library.plans[publication.plan]!r}"
    cards = cards_of(publication, shop.library.cards)
    pictures = looks(shop.library, cards, shop.choices.people)
    for card in cards:
        cited = [shop.library.sources[key].short for key in card.evidence.sources]
        said = f"{replace(card, place=None)!r} {cited!r} {shown} {pictures.get(card.id, '')}"
        out[_key(publication, card)] = hashlib.sha256(said.encode()).hexdigest()[:16]
    return out
