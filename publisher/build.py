"""The line from a library to files, one call a room. Read this first.

    library → publication → cards → layout (fitted faces) → sheets → PDF

Nothing is written here; `publisher.files` does that when everything has been made.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from layouts import guide
from layouts.code import LEAST
from layouts.product import Cover, Job, Made
from publisher import __version__
from publisher.binding import Press, bind, document, imposed
from publisher.decks import cards_of
from publisher.model.card import WarningSign
from publisher.pdf.writer import render
from publisher.pictures import looks
from publisher.press.imposition import impose
from publisher.problems import InputError, Level, Problem, UsageError
from publisher.rules import pages
from publisher.shop_pages import bind_for_shop
from publisher.standing import Standing
from publisher.typesetting.glyphs import missing_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from layouts.setting import Code
    from publisher.colour import Colour
    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.model.publication import Publication
    from publisher.model.stock import Stock
    from publisher.pdf.objects import Compress
    from publisher.typesetting.face import Face

from publisher.workshop import Choices, Product, Workshop, all_unknown, layout_of


def publish(
    library: Library,
    ids: Sequence[str],
    choices: Choices,
    previous: Mapping[str, str],
    progress: Callable[[int, int], None] | None,
    standing: Standing | None = None,
) -> tuple[Product, ...]:
    """The products of these publications, or of the default set. Raises everything that does not fit, first.

    `standing` keeps what was made for the next time, for the same choices.
    """
    shop = Workshop.open(library, choices)
    publications = chosen_publications(library, ids)
    made: list[tuple[Publication, Made, dict[str, str]]] = []
    problems: list[Problem] = []
    for done, publication in enumerate(publications):
        if progress is not None:
            progress(done, 2 * len(publications))
        deck = Deck.of(shop, publication)
        hashes = _hashes(shop, publication, deck)
        if choices.changed:
            left = deck.without({key for key, value in hashes.items() if previous.get(key) == value})
            # What is one piece, such as a page, is printed whole or not at all.
            deck = left if _is_deck(publication) or left.is_empty else deck
        if choices.changed and hashes and deck.is_empty:
            continue
        laid = _laid(shop, publication, deck, standing)
        problems += [problem for problem in laid.problems if problem.level is Level.ERROR]
        made.append((publication, laid, hashes))
    if problems:
        raise InputError(problems)
    products = []
    for done, (publication, laid, hashes) in enumerate(made):
        if progress is not None:
            progress(len(publications) + done, 2 * len(publications))
        bind_it = partial(_printed, shop, publication, laid, hashes)
        paper = shop.paper(publication)
        products.append(standing.printed(publication.id, laid, paper, bind_it) if standing else bind_it(zlib.compress))
    return tuple(products)


def cards_in(library: Library, ids: Sequence[str]) -> tuple[Card, ...]:
    """All cards of these publications, or of the default set, each once."""
    taken = (card for publication in chosen_publications(library, ids) for card in cards_of(publication, library.cards))
    return tuple({card.id: card for card in taken}.values())


def fit_everything(
    library: Library, choices: Choices, only: Collection[str] = (), standing: Standing | None = None
) -> tuple[Problem, ...]:
    """Lay out every publication and say what does not fit or cannot be read; nothing is printed.

    With ids in `only`, lay out what holds these cards: of a deck nothing else, since each of its cards fits alone.
    """
    shop = Workshop.open(library, choices)
    # A card stands in several publications, and is laid out for all of them once.
    standing = standing or Standing()
    problems: list[Problem] = []
    for publication in library.publications.values():
        deck = Deck.of(shop, publication)
        wanted = {key: card for key, card in deck.cards.items() if card.id in only}
        if only and not wanted:
            continue
        try:
            own = Deck(wanted, None, "") if wanted and _is_apart(publication) else deck
            laid = _laid(shop, publication, own, standing)
            problems += [problem for problem in laid.problems if problem.level is not Level.NOTE]
            problems += pages.in_faces(publication, laid.faces)
        except InputError as error:
            problems += error.problems
    return tuple(dict.fromkeys(problems))


class Deck(NamedTuple):
    """What is to be printed of a publication: cards by their keys, and the cover where the layout has one."""

    cards: Mapping[str, Card]
    cover: Cover | None
    cover_key: str

    @staticmethod
    def of(shop: Workshop, publication: Publication) -> Deck:
        """All of it."""
        cards = cards_of(publication, shop.library.cards)
        signs = tuple(card for card in shop.library.cards.values() if isinstance(card.body, WarningSign))
        covered = publication.cover and getattr(layout_of(publication), "COVER", False) and cards
        cover = Cover(cards, signs, publication.session) if covered else None
        # No card has such an id.
        return Deck({_key(publication, card): card for card in cards}, cover, f"{publication.id}/.cover")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be printed."""
        return not self.cards and self.cover is None

    def without(self, keys: Collection[str]) -> Deck:
        """What is left to print: a cover tells the whole deck, and goes as a whole."""
        cards = {key: card for key, card in self.cards.items() if key not in keys}
        return Deck(cards, None if self.cover_key in keys else self.cover, self.cover_key)


def _laid(shop: Workshop, publication: Publication, deck: Deck, standing: Standing | None) -> Made:
    """One publication's faces, fitted; a letter that the font lacks is a problem before anything is laid out."""
    cards, cover = tuple(deck.cards.values()), deck.cover
    if deck.is_empty:
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
    plan = shop.plan(publication)
    missing = (
        *shop.missing((*cards, *(cover.signs if cover else ()))),
        *missing_letters(shop.typeface, (publication, plan)),
    )
    if missing:
        return Made(problems=tuple(dict.fromkeys(missing)))
    stock = shop.stock(publication)
    setting = shop.setting(publication, stock, cover.cards if cover else cards)
    setting = replace(setting, codes=_codes(publication, cards, setting.theme.ink))
    paper = shop.paper(publication)
    if stock is not None and shop.choices.separation is None:
        # What does not go onto the paper is said before anything is laid out for it.
        impose(1, paper, stock, shop.choices.printing)
    title, subtitle = publication.title, publication.subtitle or ""
    layout = layout_of(publication)
    job = Job(title, subtitle, cards, setting, paper.size, stock, _larger(shop, stock), cover, plan)
    return standing.laid(publication.id, job, layout.make) if standing else layout.make(job)


def _codes(publication: Publication, cards: Sequence[Card], ink: Colour) -> Mapping[str, Code]:
    """The codes of cards by their ids, where the publication leads to the web. Raises what is no deck."""
    if publication.link is None:
        return {}
    if not _is_deck(publication):
        link, sentence = publication.link, f"codes stand on pocket cards; the layout `{publication.layout}` has none."
        hint = "Take `link` out, or write `layout: pocket`."
        raise InputError([Problem("link-without-cards", sentence, hint, link.place, len(link))])
    from publisher.phone.codes import codes_of  # noqa: PLC0415  # few publications lead to the web

    return codes_of(publication, cards, ink)


def _without_codes(publication: Publication, made: Made) -> Iterator[Problem]:
    """How many cards had no room for their codes."""
    cards = [pair for pair in made.cards if pair.group]  # a cover is of no group
    count = sum("code" in pair.back.left_out for pair in cards)
    if count:
        has, goes = ("has", "goes") if count == 1 else ("have", "go")
        sentence = (
            f"`{publication.id}`: {count} of {len(cards)} cards {has} no {LEAST:g} mm free for a code, "
            f"and {goes} without."
        )
        hint = "Larger cards have more room; to see the sizes: surefoot list stocks"
        yield Problem("no-room-for-code", sentence, hint, level=Level.NOTE)


def _larger(shop: Workshop, stock: Stock | None) -> tuple[Stock, ...]:
    """Plain card sizes with more room than this one, the next larger first."""
    if stock is None:
        return ()
    room = stock.width * stock.height
    plain = [
        other for other in shop.library.stocks.values() if other.sheet is None and other.width * other.height > room
    ]
    return tuple(sorted(plain, key=lambda other: (other.width * other.height, other.id)))


def _printed(
    shop: Workshop, publication: Publication, made: Made, hashes: Mapping[str, str], compress: Compress
) -> Product:
    choices, stock = shop.choices, shop.stock(publication)
    setting, paper = shop.setting(publication, stock), shop.paper(publication)
    press = Press(paper, choices.printing, setting, str(publication.title), choices.profile)
    first: Sequence[Face] = ()
    if choices.separation is None and choices.printing.guide and stock is not None and made.cards:
        sheets = imposed(made, stock, press)
        plan = guide.Plan(str(publication.title), len(made.cards), stock, paper, choices.printing, sheets)
        first = guide.draw(plan, setting)
    for_shop = choices.separation is not None
    bound = bind_for_shop(made, stock, press) if for_shop else bind(made, stock, press, first)
    bound_pages = document(bound, str(publication.title), publication.subtitle or "", shop.words.language, choices.date)
    content = render(bound_pages, compress, choices.separation)
    told = (problem for problem in made.problems if problem.level is Level.NOTE)
    notes = (*bound.warnings, *told, *_without_codes(publication, made))
    return Product(f"{publication.id}.pdf", content, len(bound.pages), bound.sheets, notes, hashes)


def chosen_publications(library: Library, ids: Sequence[str]) -> list[Publication]:
    """The publications of these ids, or the default set."""
    if not ids:
        return [publication for publication in library.publications.values() if publication.default]
    strangers = [name for name in ids if name not in library.publications]
    if strangers:
        raise UsageError(all_unknown("publication", strangers, library.publications))
    return [library.publications[name] for name in dict.fromkeys(ids)]


def _key(publication: Publication, card: Card) -> str:
    return f"{publication.id}/{card.id}"


def _is_deck(publication: Publication) -> bool:
    """Whether its cards are printed one by one; a page or a warning card is one piece."""
    return bool(getattr(layout_of(publication), "ANY_SIZE", False))


def _is_apart(publication: Publication) -> bool:
    """Whether each of its cards fits or does not whatever the others are: those of a deck share only their size."""
    return _is_deck(publication) or bool(getattr(layout_of(publication), "EACH_ALONE", False))


def _hashes(shop: Workshop, publication: Publication, deck: Deck) -> dict[str, str]:
    """What each card of a publication and its cover say and how they are shown, as one short hash each."""
    stock = shop.stock(publication)
    setting = shop.setting(publication, stock)
    shown = f"{stock and stock.id} {setting.theme.id} {shop.words.language} {shop.words.country} {__version__}"
    shown += f" {shop.choices.ink.value}"
    if shop.choices.separation is not None:
        shown += f" {hashlib.sha256(shop.choices.separation.profile.data).hexdigest()}"
    out = {}
    if publication.plan is not None:
        shown += f" {shop.library.plans[publication.plan]!r}"
    if publication.link is not None:
        shown += f" {publication.link}"
    pictures = looks(shop.library, tuple(deck.cards.values()), shop.choices.people)
    for key, card in deck.cards.items():
        cited = [shop.library.sources[source].short for source in card.evidence.sources]
        out[key] = _hash(f"{_said(card)} {cited!r} {shown} {pictures.get(card.id, '')}")
    if deck.cover is not None:
        told = [(card.title, card.number, getattr(card.body, "dose", None), card.review) for card in deck.cover.cards]
        signs = [(card.title, card.body, card.review) for card in deck.cover.signs]
        named = (publication.title, publication.subtitle, publication.session)
        out[deck.cover_key] = _hash(f"{named!r} {told!r} {signs!r} {shown} {sorted(pictures.items())!r}")
    return out


def _hash(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:16]


# A card stands in several publications; and while files are watched, most are what they were.
@lru_cache(maxsize=1024)
def _said(card: Card) -> str:
    return _hash(repr(replace(card, place=None)))
