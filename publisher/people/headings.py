"""What the columns of a list mean, by their headings: ours, their synonyms in the words file, and `card.field`.

A heading that we do not know may be part of a patient's data, in a list without headings; only its column is told.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.dose_shape import DOSE
from publisher.library.spelling import plain, synonyms
from publisher.people.faults import Code
from publisher.people.grid import without_end
from publisher.problems import InputError, Level, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from publisher.people.grid import Cell, GridRow
    from publisher.words import Words

# Sides are the exercise's own, not the person's.
DOSE_FIELDS = tuple(name for name in DOSE.names if name != "sides")


class Meaning(Enum):
    """What a column holds."""

    NAME = "name"
    FIRST = "first"
    LAST = "last"
    BORN = "born"
    REFERENCE = "reference"
    NEEDS = "needs"
    LANGUAGE = "language"
    PASSWORD = "password"  # noqa: S105  # a word, no password
    UNUSED = "unused"


class Column(NamedTuple):
    """One column that is read: where it stands, its heading, and what it means; or a field of a card's dose."""

    place: int
    heading: str
    meaning: Meaning | None
    card: str = ""
    field: str = ""


class Headings(NamedTuple):
    """The row of headings. `width` is the number of its cells, `cells` what stands in them, `unused` their places."""

    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    unused: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many cells a row has."""
        return len(self.cells)

    def of(self, meaning: Meaning) -> Column | None:
        """The column with this meaning."""
        return next((column for column in self.columns if column.meaning is meaning), None)

    def are(self, cells: Sequence[Cell]) -> bool:
        """Whether a row says the headings once more."""
        return without_end(tuple(cells)) == self.cells


def names_a_column(row: GridRow, words: Words, cards: Collection[str]) -> bool:
    """Whether any cell of a row is a heading that we know."""
    known = synonyms(words, "headings")
    texts = [cell for cell in row.cells if isinstance(cell, str)]
    return any(plain(text) in known or _is_for_a_dose(text, cards) for text in texts)


def headings_of(row: GridRow, file: str, words: Words, cards: Collection[str]) -> Headings:
    """What the columns mean; `cards` are those of the programme. Raises what cannot be meant."""
    cells = without_end(row.cells)
    known = synonyms(words, "headings")
    columns: list[Column] = []
    unused: list[int] = []
    problems: list[Problem] = []
    for place, cell in enumerate(cells):
        text = cell if isinstance(cell, str) else ""
        column = _dose_column(place, text, cards) or _column(place, text, known)
        if column is not None:
            columns.append(column)
        elif _is_for_a_dose(text, cards):
            problems.append(_no_such_dose(file, place, cards))
        elif text or not isinstance(cell, str):
            unused.append(place)
    unused += [column.place for column in columns if column.meaning is Meaning.UNUSED]
    used = tuple(column for column in columns if column.meaning is not Meaning.UNUSED)
    problems += _wrong(row, used, file)
    if problems:
        raise InputError(problems)
    return Headings(used, cells, tuple(sorted(unused)))


def _column(place: int, text: str, known: Mapping[str, str]) -> Column | None:
    name = known.get(plain(text))
    return None if name is None else Column(place, text, Meaning(name))


def _dose_column(place: int, text: str, cards: Collection[str]) -> Column | None:
    card, field = _parts(text)
    if card not in cards or field not in DOSE_FIELDS:
        return None
    return Column(place, f"{card}.{field}", None, card, field)


def _parts(text: str) -> tuple[str, str]:
    card, _, field = text.casefold().rpartition(".")
    return card.strip(), field.strip().replace(" ", "_").replace("-", "_")


def _is_for_a_dose(text: str, cards: Collection[str]) -> bool:
    card, field = _parts(text)
    return bool(card) and (card in cards or field in DOSE_FIELDS)


def _no_such_dose(file: str, place: int, cards: Collection[str]) -> Problem:
    sentence = f"the heading of column {place + 1} names an exercise or a part of a dose that is not in this programme."
    listed = ", ".join(sorted(cards))
    hint = f"Write `exercise.part`, such as `{min(cards, default='plank')}.sets`. Exercises are {listed}.\n"
    return Problem("unknown-dose-column", sentence, f"{hint}Parts are {', '.join(DOSE_FIELDS)}.", Place(file))


def _wrong(row: GridRow, columns: Sequence[Column], file: str) -> Iterable[Problem]:
    if row.trouble is Code.MERGED_CELLS:
        sentence = f"cells are merged in row {row.number}, the row of headings, so columns cannot be told apart."
        yield Problem("merged-headings", sentence, "Unmerge them, and give each column a heading.", Place(file))
    seen: dict[tuple[Meaning | None, str, str], int] = {}
    for column in columns:
        before = seen.setdefault((column.meaning, column.card, column.field), column.place)
        if before != column.place:
            sentence = f"columns {before + 1} and {column.place + 1} mean the same: “{column.heading}”."
            yield Problem("heading-twice", sentence, "Keep one, and delete the other's heading.", Place(file))
    meanings = {column.meaning for column in columns}
    if not columns:
        sentence = f"row {row.number}, where headings should be, has none that we know."
        hint = "Give the list a row of headings, such as: Name, Date of birth, Reference"
        yield Problem("no-headings", sentence, hint, Place(file))
    elif Meaning.NAME in meanings and meanings & {Meaning.FIRST, Meaning.LAST}:
        sentence = "there is a column for the whole name, and one for a part of it."
        yield Problem("heading-twice", sentence, "Keep either; delete the other's heading.", Place(file))
    elif Meaning.NAME not in meanings and not {Meaning.FIRST, Meaning.LAST} <= meanings:
        sentence = "no column is headed as the name of a person."
        hint = "Head one `Name`, or two `First name` and `Last name`."
        yield Problem("no-name-column", sentence, hint, Place(file))


def note_of_unused(headings: Headings, file: str) -> list[Problem]:
    """That some columns are not used, by their numbers: what stands above them may be a patient's."""
    places = [str(place + 1) for place in headings.unused]
    if not places:
        return []
    many = len(places) > 1
    told = ", ".join(places[:-1]) + " and " + places[-1] if many else places[0]
    if len(places) > 12:
        told = ", ".join(places[:12]) + f" and {len(places) - 12} more"
    sentence = f"column{'s' if many else ''} {told} {'are' if many else 'is'} not used."
    return [Problem("columns-not-used", sentence, place=Place(file), level=Level.NOTE)]
