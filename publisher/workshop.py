"""What all publications of a run share: the library, the choices made, typeface and words; and what a name means."""

from __future__ import annotations

import difflib
import importlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

import layouts
from layouts.setting import Setting
from publisher import __version__
from publisher.films import reels_of
from publisher.inks import inked
from publisher.library import built_in
from publisher.library.spelling import country_meant
from publisher.model.printing import Ink
from publisher.pictures import illustrations
from publisher.plans import schedule
from publisher.problems import InputError, Problem, UsageError
from publisher.typesetting.fonts import Typeface
from publisher.typesetting.glyphs import missing_letters
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from layouts.product import Job, Made
    from publisher.model.card import Card
    from publisher.model.clinic import Clinic
    from publisher.model.library import Library
    from publisher.model.printing import PrinterProfile, PrintSettings
    from publisher.model.publication import Publication
    from publisher.model.stock import Paper, Stock
    from publisher.model.theme import Theme
    from publisher.plans import Schedule
    from publisher.problems import Place
    from publisher.separations import Separation

KERNING = "assets/fonts/atkinson-hyperlegible.kerning.json"
DEFAULT_PAPER, DEFAULT_THEME = "a4", "surefoot"
# More names than this are not read in a message.
MOST_LISTED = 40

Thing = TypeVar("Thing")


class Layout(Protocol):
    """A file in `layouts`."""

    def make(self, job: Job) -> Made:
        """Lay the job out."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose for this run. `date` is seconds since 1970, UTC; `people` are those who show movements.

    With a `separation` it is for a print shop, in the inks of its press; such a file needs a date.
    """

    paper: str | None
    size: str | None
    theme: str | None
    printing: PrintSettings
    language: str = "en"
    country: str = ""
    profile: PrinterProfile | None = None
    date: int | None = None
    changed: bool = False
    people: tuple[str, ...] = ()
    ink: Ink = Ink.COLOUR
    separation: Separation | None = None


class Product(NamedTuple):
    """One file to write. `card_hashes` tells, by publication and card, what was printed."""

    name: str
    content: bytes
    pages: int
    sheets: int
    notes: tuple[Problem, ...]
    card_hashes: Mapping[str, str]


class Workshop(NamedTuple):
    """What all publications of a run share."""

    library: Library
    choices: Choices
    typeface: Typeface
    words: Words
    # By the identity of a card, which the library holds: a card stands in several publications. And by a clinic, which
    # hands out to everybody on a list.
    lacking: dict[int | Clinic, tuple[Problem, ...]]

    @staticmethod
    def open(library: Library, choices: Choices) -> Workshop:
        """Load the typeface and the words once."""
        words = Words(library.words, choices.country)
        if choices.country and choices.country not in words.countries():
            raise UsageError([unknown("country", choices.country, words.countries())])
        typeface = the_typeface()
        missing = tuple(missing_letters(typeface, tuple(_said_beside_cards(library))))
        if missing:
            raise InputError(missing)
        return Workshop(library, choices, typeface, words, {})

    def missing(self, cards: Iterable[Card]) -> Iterator[Problem]:
        """A problem for each text of these cards of the library that holds a letter without a glyph."""
        for card in cards:
            if id(card) not in self.lacking:
                self.lacking[id(card)] = tuple(missing_letters(self.typeface, (card,)))
            yield from self.lacking[id(card)]

    def missing_in(self, clinic: Clinic | None) -> tuple[Problem, ...]:
        """A problem for each text of a clinic that holds a letter without a glyph; its logo is no text."""
        if clinic is None:
            return ()
        said = clinic._replace(logo=None, drawing=None)
        if said not in self.lacking:
            self.lacking[said] = tuple(missing_letters(self.typeface, (said,)))
        return self.lacking[said]

    def setting(self, publication: Publication, stock: Stock | None, cards: Sequence[Card] = ()) -> Setting:
        """Typeface, theme and words for one publication, and the pictures of these cards."""
        theme = self._theme(publication.theme)
        library = self.library
        drawings = illustrations(library, cards, theme, self.choices.people)
        filmed = getattr(layout_of(publication), "FILMED", False)
        return Setting(
            self.typeface,
            theme,
            self.words,
            library.icons,
            library.sources,
            __version__,
            stock,
            drawings=drawings,
            reels=reels_of(library, cards, theme, self.choices.people) if filmed else {},
        )

    def plain_setting(self) -> Setting:
        """Typeface, theme and words for what belongs to no publication."""
        return Setting(
            self.typeface, self._theme(None), self.words, self.library.icons, self.library.sources, __version__
        )

    def _theme(self, own: str | None) -> Theme:
        """The theme that was chosen, or a publication's own, in the ink that was chosen."""
        theme = chosen_from(self.library.themes, "theme", self.choices.theme, own, DEFAULT_THEME)
        return inked(theme, self.choices.ink)

    def paper(self, publication: Publication) -> Paper:
        """The paper of one publication; a precut sheet brings its own."""
        stock = self.stock(publication)
        own = stock.sheet.paper if stock is not None and stock.sheet is not None else publication.paper
        return chosen_from(self.library.papers, "paper", self.choices.paper, own, DEFAULT_PAPER)

    def stock(self, publication: Publication) -> Stock | None:
        """The card size of one publication, None for whole pages. A chosen size is for layouts that take any."""
        if publication.size is None:
            return None
        takes_any = getattr(layout_of(publication), "ANY_SIZE", False)
        chosen = self.choices.size if takes_any else None
        return chosen_from(self.library.stocks, "size", chosen, publication.size, publication.size)

    def plan(self, publication: Publication) -> Schedule | None:
        """The plan that a publication prints, worked out."""
        if publication.plan is None:
            return None
        return schedule(self.library.plans[publication.plan], self.library.publications, self.library.cards)


@cache
def the_typeface() -> Typeface:
    """The one typeface, read once."""
    return Typeface.load(built_in() / KERNING)


def _said_beside_cards(library: Library) -> Iterator[object]:
    """All that is printed and stands on no card: the words of the language, and what things are called."""
    yield library.words
    yield from (source.short for source in library.sources.values())
    yield from ((stock.name, stock.source) for stock in library.stocks.values())
    yield from (paper.name for paper in library.papers.values())
    yield from (clinic._replace(logo=None, drawing=None) for clinic in library.clinics.values())


def layout_of(publication: Publication) -> Layout:
    """The module of `layouts` that a publication names."""
    known = layout_names()
    if publication.layout not in known:
        raise InputError([unknown("layout", str(publication.layout), known, publication.layout.place)])
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


def chosen_from(known: Mapping[str, Thing], what: str, chosen: str | None, own: str | None, usual: str) -> Thing:
    """What the person chose, else what the publication says, else the usual one."""
    name = chosen or own or usual
    if name not in known:
        raise UsageError([unknown(what, name, known)])
    return known[name]


def all_unknown(what: str, names: Iterable[str], known: Collection[str]) -> list[Problem]:
    """Names that nothing has, in the order in which they are told; what there is is listed once, with the last."""
    *most, last = sorted(set(names))
    return [*(unknown(what, name, known, lists=False) for name in most), unknown(what, last, known)]


def unknown(what: str, name: str, known: Iterable[str], place: Place | None = None, *, lists: bool = True) -> Problem:
    """A name that nothing has, with the nearest one that something has, and with all there are."""
    spelt = {one.lower(): one for one in known}
    near = [spelt[one] for one in difflib.get_close_matches(name.lower(), spelt, 1)]
    meant = country_meant(name, spelt.values()) if what == "country" else ""
    hint = meant or (f"Did you mean `{near[0]}`? " if near else "")
    listed = f"There {'is' if len(spelt) == 1 else 'are'} {', '.join(spelt.values())}."
    if not spelt:
        listed = "There is none in the libraries that are read. Say where yours lies: --library my-library"
    if len(spelt) > MOST_LISTED:
        listed = f"`surefoot list {what}s` shows what there is."
    said = hint + listed if lists else hint.strip()
    return Problem(f"unknown-{what}", f"there is no {what} `{name}`.", said, place, len(name))
