"""The line from a library to files, one call a room. Read this first.

    library → publication → cards → layout (fitted faces) → sheets → PDF

Nothing is written here; `publisher.files` does that when everything has been made.
"""

from __future__ import annotations

import difflib
import hashlib
import importlib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import layouts
from layouts import calibration, guide, stock_test
from layouts.product import Job, Made
from layouts.setting import Setting
from publisher import __version__
from publisher.binding import Press, bind, document, imposed, two_sided
from publisher.decks import cards_of
from publisher.library import built_in
from publisher.model.printing import Marks, PrintSettings, Sides
from publisher.pdf.writer import render
from publisher.press.imposition import impose
from publisher.problems import InputError, Level, Problem, UsageError
from publisher.typesetting.fonts import Typeface
from publisher.typesetting.glyphs import missing_letters
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from publisher.binding import Bound
    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.model.printing import PrinterProfile
    from publisher.model.publication import Publication
    from publisher.model.stock import Paper, Stock
    from publisher.problems import Place
    from publisher.typesetting.face import Face

KERNING = "assets/fonts/atkinson-hyperlegible.kerning.json"
DEFAULT_PAPER, DEFAULT_THEME = "a4", "surefoot"

Thing = TypeVar("Thing")


class Layout(Protocol):
    """A file in `layouts`."""

    def make(self, job: Job) -> Made:
        """Lay the job out."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose for this run. `date` is seconds since 1970, UTC."""

    paper: str | None
    size: str | None
    theme: str | None
    printing: PrintSettings
    language: str = "en"
    country: str = ""
    profile: PrinterProfile | None = None
    date: int | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Product:
    """One file to write. `card_hashes` tells, by publication and card, what was printed."""

    name: str
    content: bytes
    pages: int
    sheets: int
    notes: tuple[Problem, ...]
    card_hashes: Mapping[str, str]


@dataclass(frozen=True)
class Workshop:
    """What all publications of a run share."""

    library: Library
    choices: Choices
    typeface: Typeface
    words: Words

    @staticmethod
    def open(library: Library, choices: Choices) -> Workshop:
        """Load the typeface and the words once."""
        words = Words(library.words, choices.country)
        if choices.country and choices.country not in words.countries():
            raise UsageError([_unknown("country", choices.country, words.countries())])
        typeface = Typeface.load(built_in() / KERNING)
        missing = tuple(missing_letters(typeface, tuple(_said_beside_cards(library))))
        if missing:
            raise InputError(missing)
        return Workshop(library, choices, typeface, words)

    def setting(self, publication: Publication, stock: Stock | None) -> Setting:
        """Typeface, theme, words and pictures for one publication."""
        theme = _chosen(self.library.themes, "theme", self.choices.theme, publication.theme, DEFAULT_THEME)
        library = self.library
        return Setting(self.typeface, theme, self.words, library.icons, library.sources, __version__, stock)

    def plain_setting(self) -> Setting:
        """Typeface, theme and words for what belongs to no publication."""
        theme = _chosen(self.library.themes, "theme", self.choices.theme, None, DEFAULT_THEME)
        return Setting(self.typeface, theme, self.words, self.library.icons, self.library.sources, __version__)

    def paper(self, publication: Publication) -> Paper:
        """The paper of one publication; a precut sheet brings its own."""
        stock = self.stock(publication)
        own = stock.sheet.paper if stock is not None and stock.sheet is not None else publication.paper
        return _chosen(self.library.papers, "paper", self.choices.paper, own, DEFAULT_PAPER)

    def stock(self, publication: Publication) -> Stock | None:
        """The card size of one publication, None for whole pages. A chosen size is for layouts that take any."""
        if publication.size is None:
            return None
        takes_any = getattr(_layout(publication), "ANY_SIZE", False)
        chosen = self.choices.size if takes_any else None
        return _chosen(self.library.stocks, "size", chosen, publication.size, publication.size)


def _said_beside_cards(library: Library) -> Iterator[object]:
    """All that is printed and stands on no card: the words of the language, and what things are called."""
    yield library.words
    yield from (source.short for source in library.sources.values())
    yield from ((stock.name, stock.source) for stock in library.stocks.values())
    yield from (paper.name for paper in library.papers.values())


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
            cards = tuple(
                card for card in cards if previous.get(_key(publication, card)) != hashes[_key(publication, card)]
            )
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


def fit_everything(library: Library, choices: Choices) -> tuple[Problem, ...]:
    """Lay out every publication and say what does not fit; nothing is printed."""
    shop = Workshop.open(library, choices)
    problems: list[Problem] = []
    for publication in library.publications.values():
        try:
            problems += _laid(shop, publication, cards_of(publication, library.cards)).problems
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
    missing = [*missing_letters(shop.typeface, (*cards, publication)), *_missing_figures(cards)]
    if missing:
        return Made(problems=tuple(missing))
    stock = shop.stock(publication)
    setting = shop.setting(publication, stock)
    paper = shop.paper(publication)
    if stock is not None:
        # What does not go onto the paper is said before anything is laid out for it.
        impose(1, paper, stock, shop.choices.printing)
    job = Job(
        publication.title, publication.subtitle or "", tuple(cards), setting, paper.size, stock, _larger(shop, stock)
    )
    made: Made = _layout(publication).make(job)
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


def _missing_figures(cards: Sequence[Card]) -> Iterator[Problem]:
    """A card never prints a hole where a picture should be."""
    for card in cards:
        if card.picture is not None:
            name = card.picture.figure
            sentence = f"there is no figure `{name}`."
            hint = "Take `picture` out; a card is complete without one."
            yield Problem("unknown-figure", sentence, hint, name.place, len(name))


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


def calibration_sheet(library: Library, choices: Choices) -> Product:
    """The two-sided test sheet for a printer; with a printer's profile, the sheet that proves it."""
    shop = Workshop.open(library, choices)
    paper = _chosen(library.papers, "paper", choices.paper, None, DEFAULT_PAPER)
    setting, title = shop.plain_setting(), shop.words.say("calibration.title")
    press = Press(paper, choices.printing, setting, title, choices.profile)
    named = choices.profile.name if choices.profile else ""
    front, back = calibration.draw(setting, paper, choices.printing.flip, named)
    bound = two_sided(front, back, choices.printing.flip, press)
    return _product("calibration-sheet.pdf", bound, title, shop)


def stock_sheet(library: Library, stock_id: str, choices: Choices) -> Product:
    """The outlines of a stock, to hold against the real one."""
    shop = Workshop.open(library, choices)
    stock = _chosen(library.stocks, "size", stock_id, None, stock_id)
    own = None if stock.sheet is None else stock.sheet.paper
    paper = _chosen(library.papers, "paper", choices.paper, own, DEFAULT_PAPER)
    setting = shop.plain_setting()
    printing = choices.printing
    settings = PrintSettings(sides=Sides.FRONT, marks=Marks.NONE, margin=printing.margin, gap=printing.gap)
    face = stock_test.draw(setting, stock, paper, impose(1, paper, stock, settings).grid)
    bound = bind(Made(pages=(face,)), None, Press(paper, settings, setting, face.title, choices.profile))
    return _product(f"{stock.id}-outlines.pdf", bound, face.title, shop)


def _product(name: str, bound: Bound, title: str, shop: Workshop) -> Product:
    content = render(document(bound, title, "", shop.words.language, shop.choices.date))
    return Product(name, content, len(bound.pages), bound.sheets, bound.warnings, {})


def _publications(library: Library, ids: Sequence[str]) -> list[Publication]:
    if not ids:
        return [publication for publication in library.publications.values() if publication.default]
    unknown = [name for name in ids if name not in library.publications]
    if unknown:
        raise UsageError(_unknown("publication", name, library.publications) for name in unknown)
    return [library.publications[name] for name in dict.fromkeys(ids)]


def _layout(publication: Publication) -> Layout:
    """The module of `layouts` that a publication names."""
    known = layout_names()
    if publication.layout not in known:
        raise InputError([_unknown("layout", str(publication.layout), known, publication.layout.place)])
    module: Layout = importlib.import_module(f"layouts.{publication.layout.replace('-', '_')}")
    # A layout of cards says whether it takes any size; one of whole pages says nothing.
    if publication.size is None and hasattr(module, "ANY_SIZE"):
        sentence = f"`{publication.id}` is made of cards, and nothing says how large they are."
        hint = "Add `size: poker`, or another size; `surefoot list stocks` shows what there is."
        raise InputError([Problem("no-size", sentence, hint, publication.id.place, len(publication.id))])
    return module


@cache
def layout_names() -> tuple[str, ...]:
    """The layouts there are: the files in `layouts` that make something; the others are parts of layouts."""
    (folder,) = layouts.__path__
    files = sorted([*Path(folder).glob("*.py"), *Path(folder).glob("*/__init__.py")])
    made = (path for path in files if "\ndef make(" in path.read_text(encoding="utf-8"))
    names = (path.parent.name if path.name == "__init__.py" else path.stem for path in made)
    return tuple(sorted(name.replace("_", "-") for name in names))


def _key(publication: Publication, card: Card) -> str:
    return f"{publication.id}/{card.id}"


def _hashes(shop: Workshop, publication: Publication) -> dict[str, str]:
    """What each card of a publication says and how it is shown, as one short hash a card."""
    stock = shop.stock(publication)
    setting = shop.setting(publication, stock)
    shown = f"{stock and stock.id} {setting.theme.id} {shop.words.language} {shop.words.country} {__version__}"
    out = {}
    for card in cards_of(publication, shop.library.cards):
        cited = [shop.library.sources[key].short for key in card.evidence.sources]
        said = f"{replace(card, place=None)!r} {cited!r} {shown}"
        out[_key(publication, card)] = hashlib.sha256(said.encode()).hexdigest()[:16]
    return out


def _chosen(known: Mapping[str, Thing], what: str, chosen: str | None, own: str | None, usual: str) -> Thing:
    """What the person chose, else what the publication says, else the usual one."""
    name = chosen or own or usual
    if name not in known:
        raise UsageError([_unknown(what, name, known)])
    return known[name]


def _unknown(what: str, name: str, known: Iterable[str], place: Place | None = None) -> Problem:
    spelt = {one.lower(): one for one in known}
    near = [spelt[one] for one in difflib.get_close_matches(name.lower(), spelt, 1)]
    hint = f"Did you mean `{near[0]}`? " if near else ""
    return Problem(
        f"unknown-{what}", f"there is no {what} `{name}`.", f"{hint}There are {', '.join(known)}.", place, len(name)
    )
