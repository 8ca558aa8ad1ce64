"""The built-in library and those laid over it, read, checked and put together."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.library import plan_references, references
from publisher.library.card_shapes import CardShape
from publisher.library.clinic_shape import CLINIC, of_clinics, with_logos
from publisher.library.figure_shapes import FigureShape, warnings
from publisher.library.icon_shape import ICON
from publisher.library.laying import Laid, lay, merged
from publisher.library.memory import Memory
from publisher.library.nodes import Mapping
from publisher.library.people_shapes import PersonShape
from publisher.library.plan_shapes import PLAN
from publisher.library.print_shapes import PAPER, PUBLICATION, SOURCES, STOCK, THEME
from publisher.library.programme_shapes import PROGRAMME
from publisher.library.shapes import Read, Refused, Shape
from publisher.library.shelves import SOURCES as SOURCES_FILE
from publisher.library.shelves import Shelf, read_shelf
from publisher.library.wording import read_words
from publisher.library.wording_shapes import NEVER, PLAIN_WORDS
from publisher.model.card import Group, Movement
from publisher.model.fillable import told
from publisher.model.library import Library
from publisher.problems import InputError, Place, Problem
from publisher.reviews import sealed
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.model.card import Card, Source

_GROUPS = tuple(Group)


@cache
def built_in() -> Path:
    """The folder with the built-in `cards` and `assets`: in a wheel inside the package, in a checkout beside it."""
    package = Path(__file__).parents[1]
    shelf = package / "_shelf"
    return shelf if shelf.is_dir() else package.parent


def read_library(overlays: Sequence[Path] = (), *, language: str = "en", memory: Memory | None = None) -> Library:
    """The built-in library with the overlays laid over it in their order. Raises everything that is wrong.

    With a `memory` of earlier readings, what has not changed is the same value as before.
    """
    return read_folders([built_in(), *overlays], language=language, memory=memory)


def read_folders(folders: Sequence[Path], *, language: str = "en", memory: Memory | None = None) -> Library:
    """Library folders laid over one another, the first at the bottom."""
    memory = memory or Memory()
    memory.begin()
    shelves = [read_shelf(folder, memory) for folder in folders]
    problems = [problem for shelf in shelves for problem in shelf.problems]
    card_files = _laid(shelves, "cards", "card", problems)
    publication_files = _laid(shelves, "cards/publications", "publication", problems)
    plan_files = _laid(shelves, "cards/plans", "plan", problems)
    programme_files = _laid(shelves, "cards/programmes", "programme", problems)
    stock_files = _laid(shelves, "assets/stocks", "stock", problems)
    paper_files = _laid(shelves, "assets/papers", "paper", problems)
    theme_files = _laid(shelves, "assets/themes", "theme", problems)
    icon_files = _laid(shelves, "assets/icons", "icon", problems)
    figure_files = _laid(shelves, "assets/figures", "figure", problems)
    people_files = _laid(shelves, "assets/people", "person", problems)
    plain_files = _laid(shelves, "assets/plain-words", "list of plain words", problems)
    never_files = _laid(shelves, "assets/never", "thing never said", problems)
    clinic_files = _laid(shelves, "assets/clinics", "clinic", problems)

    cards = _in_order(_read_all(card_files, CardShape(), memory, problems))
    sources = _sources(shelves, memory, problems)
    publications = _read_all(publication_files, PUBLICATION, memory, problems)
    plans = _read_all(plan_files, PLAN, memory, problems)
    programmes = _read_all(programme_files, PROGRAMME, memory, problems)
    roots = {node.file: shelf.root for shelf in shelves for nodes in shelf.files.values() for node in nodes}
    clinics = with_logos(_read_all(clinic_files, CLINIC, memory, problems), roots, problems)
    stocks = _read_all(stock_files, STOCK, memory, problems)
    themes = _read_all(theme_files, THEME, memory, problems)
    library = Library(
        cards=cards,
        publications=publications,
        plans=plans,
        sources=sources,
        stocks=stocks,
        papers=_read_all(paper_files, PAPER, memory, problems),
        themes=themes,
        icons=_read_all(icon_files, ICON, memory, problems),
        figures=_read_all(figure_files, FigureShape(), memory, problems),
        people=_read_all(people_files, PersonShape(), memory, problems),
        words=read_words([shelf.of("assets/words") for shelf in shelves], language, problems),
        plain_words=_read_all(plain_files, PLAIN_WORDS, memory, problems),
        never=_read_all(never_files, NEVER, memory, problems),
        language=language,
        programmes=programmes,
        clinics=clinics,
        roots=roots,
    )
    known = card_files.known
    problems += references.same_numbers(_lowest_first(cards.values(), shelves))
    problems += references.of_cards(cards.values(), known, _keys(shelves))
    problems += references.of_pictures(cards.values(), library.figures, figure_files.known, people_files.known)
    problems += references.of_photographs(cards.values(), roots)
    problems += references.of_never(library.never.values(), known, _keys(shelves))
    problems += plan_references.of_plans(plans.values(), publication_files.known, known, _keys(shelves))
    problems += plan_references.of_publications(publications.values(), plan_files.known)
    problems += references.of_programmes(programmes.values(), cards, known, clinic_files.known, _keys(shelves))
    problems += of_clinics(clinics, _countries(library))
    problems += references.of_clinics_named(programmes.values(), clinic_files.known)
    problems += references.of_stocks(stocks.values(), paper_files.known)
    problems += references.of_themes(themes.values(), stocks.values())
    problems += references.of_publications(
        publications.values(), known, stock_files.known, paper_files.known, theme_files.known
    )
    if problems:
        raise InputError(sorted(dict.fromkeys(problems), key=_where))
    library = library._replace(cards=_told(library, memory))
    if plans:
        library = plan_references.worked_out(library)
    doubts = (problem for node in figure_files.things.values() for problem in memory.doubts(node, warnings))
    return library._replace(cards=sealed(library), warnings=tuple(sorted(dict.fromkeys(doubts), key=_where)))


def _told(library: Library, memory: Memory) -> dict[str, Card]:
    """The cards with all that their texts take from their doses."""
    words = Words(library.words)
    return {name: memory.again(card, _with_dose(card, words)) for name, card in library.cards.items()}


def _with_dose(card: Card, words: Words) -> Card:
    if not isinstance(card.body, Movement):
        return card
    body = told(card.body, card.body.dose, words=words)
    return card if body is card.body else replace(card, body=body)


def _countries(library: Library) -> tuple[str, ...]:
    """Those whose emergency number is known; words that could not be read know none, and that is told already."""
    known = library.words.get("countries")
    return tuple(known) if known is not None and not isinstance(known, str) else ()


def _where(problem: Problem) -> tuple[str, int, int]:
    place = problem.place or Place("")
    return place.file, place.line, place.column


def _laid(shelves: Sequence[Shelf], folder: str, thing: str, problems: list[Problem]) -> Laid:
    laid = lay([shelf.of(folder) for shelf in shelves], thing)
    problems += laid.problems
    return laid


def _read_all(laid: Laid, shape: Shape[Read], memory: Memory, problems: list[Problem]) -> dict[str, Read]:
    """Everything that reads well, by id, sorted by id."""
    values: dict[str, Read] = {}
    for name, node in sorted(laid.things.items()):
        try:
            values[name] = memory.value(node, shape)
        except Refused as refused:
            problems += refused.problems
    return values


def _in_order(cards: dict[str, Card]) -> dict[str, Card]:
    return dict(sorted(cards.items(), key=lambda item: (_GROUPS.index(item[1].group), item[1].number, item[0])))


def _lowest_first(cards: Iterable[Card], shelves: Sequence[Shelf]) -> list[Card]:
    """Cards of the lowest library first, so that of two that clash the author's own is told."""
    level = {node.file: number for number, shelf in enumerate(shelves) for node in shelf.of("cards")}
    return sorted(cards, key=lambda card: level.get(card.place.file, 0) if card.place else 0)


def _source_files(shelves: Iterable[Shelf]) -> list[Mapping]:
    return [node for shelf in shelves for node in shelf.of(SOURCES_FILE)]


def _sources(shelves: Sequence[Shelf], memory: Memory, problems: list[Problem]) -> dict[str, Source]:
    """All sources by key; a later library's fields lie over those of an earlier one."""
    files = _source_files(shelves)
    if not files:
        return {}
    whole = files[0]
    for node in files[1:]:
        whole = merged(whole, node)
    try:
        return dict(sorted(memory.value(whole, SOURCES).items()))
    except Refused as refused:
        problems += refused.problems
        return {}


def _keys(shelves: Sequence[Shelf]) -> set[str] | None:
    """Keys of all sources, of those too that do not read well; None when a whole list could not be read."""
    if any(shelf.failed(SOURCES_FILE) for shelf in shelves):
        return None
    tables = (node.value("sources") for node in _source_files(shelves))
    return {key for table in tables if isinstance(table, Mapping) for key in table.fields}
