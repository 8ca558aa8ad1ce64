"""A list of people from its file: the front door of the room. It is read whole once, and gone through twice.

The first time everything wrong with the file is raised and what is wrong with its rows is noted, before anything is
made; the second time persons come a row at a time.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from publisher.people import commas, workbooks
from publisher.people.days import OrderNotSaid
from publisher.people.headings import Headings, Meaning, headings_of, names_a_column, note_of_unused
from publisher.people.persons import Person, Terms, person_of
from publisher.people.twice import Seen
from publisher.problems import InputError, Level, Place, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from publisher.people.faults import Fault
    from publisher.people.grid import GridRow
    from publisher.words import Words

# 10,000 people with 20 columns are 2 MB.
_MOST_BYTES = 16_000_000
_MOST_ROWS = 200_000
_LARGER = "over 16 MB, or 200,000 rows"
_MOST_NOTED = 10
# Lines of a title above the headings, as "Patients, December", often across merged cells.
_MOST_TITLES = 5


class Source(NamedTuple):
    """The bytes of a list, and how they are to be taken apart: encoding of a CSV file, sheet of a workbook."""

    data: bytes
    file: str
    encoding: str | None = None
    sheet: int | None = None

    def rows(self) -> Iterator[GridRow]:
        """All rows, empty ones too."""
        if self.is_workbook:
            return workbooks.sheet_of(self.data, self.file, self.sheet).rows()
        return commas.rows_of(commas.text_of(self.data, self.file, self.encoding), self.file)

    @property
    def is_workbook(self) -> bool:
        """Whether it begins like one."""
        return self.data.startswith((workbooks.ZIP, workbooks.OLDER))


class Survey(NamedTuple):
    """What a list holds: how many people can be made something for, what is wrong with which rows, and notes.

    `languages` are those that are asked for.
    """

    people: int
    faults: tuple[Fault, ...]
    notes: tuple[Problem, ...]
    last_row: int
    languages: frozenset[str] = frozenset()

    @property
    def bad_rows(self) -> frozenset[int]:
        """The rows that nothing is made for."""
        return frozenset(fault.row for fault in self.faults)


class Listing(NamedTuple):
    """A list whose headings are understood."""

    source: Source
    headings: Headings
    first: int
    terms: Terms

    def survey(self) -> Survey:
        """Go through all of it. Raises what is wrong with the file, and days whose order nobody said."""
        seen, people, last = Seen(), 0, 0
        faults: list[Fault] = []
        languages: dict[str, None] = {}
        for read in self._read():
            fault = seen.fault(read) if isinstance(read, Person) else None
            if fault is not None:
                faults.append(fault)
            elif isinstance(read, Person):
                people, last = people + 1, read.row
                languages |= {read.patient.language: None} if read.patient.language else {}
            else:
                faults += read
        if not people and not faults:
            raise InputError([_empty(self.source.file)])
        notes = (*note_of_unused(self.headings, self.source.file), *_notes_of(seen, self.source.file))
        return Survey(people, tuple(faults), notes, last, frozenset(languages))

    def persons(self, survey: Survey) -> Iterator[Person]:
        """The people whose rows are good, one at a time, in the order of the list."""
        bad = survey.bad_rows
        return (read for read in self._read() if isinstance(read, Person) and read.row not in bad)

    def _read(self) -> Iterator[Person | tuple[Fault, ...]]:
        for row in self.source.rows():
            if row.number > _MOST_ROWS:
                raise InputError([_too_large(self.source.file)])
            if row.number <= self.first or row.is_empty:
                continue
            try:
                yield person_of(self._filled_up(row), self.headings, self.terms)
            except OrderNotSaid:
                raise UsageError([self._order_not_said(row.number)]) from None

    def _filled_up(self, row: GridRow) -> GridRow:
        """A workbook does not keep the empty cells at the end of a row; a CSV file does."""
        lacking = self.headings.width - len(row.cells) if self.source.is_workbook else 0
        return row._replace(cells=(*row.cells, *[""] * lacking))

    def _order_not_said(self, row: int) -> Problem:
        column = self.headings.of(Meaning.BORN)
        heading = column.heading if column else ""
        sentence = f"row {row}: the day under “{heading}” does not say whether the day or the month comes first."
        hint = "Say it: --dates day-first, or --dates month-first. A day written as 1980-04-03 is plain in any case."
        return Problem("order-of-dates", sentence, hint, Place(self.source.file))


def open_list(source: Source, words: Words, cards: Collection[str], terms: Terms) -> Listing:
    """The list with its headings understood: its first row but for lines of a title. Raises what is wrong."""
    row = _row_of_headings(source, words, cards)
    headings = headings_of(row, source.file, words, cards)
    if terms.password and headings.of(Meaning.PASSWORD) is None:
        hint = "Head the column `Password`, or give one password for all: --encrypt prompt"
        raise UsageError([Problem("no-password-column", "no column holds passwords.", hint, Place(source.file))])
    return Listing(source, headings, row.number, terms)


def _row_of_headings(source: Source, words: Words, cards: Collection[str]) -> GridRow:
    """The first row with a heading that we know, if above it stand lines of one cell alone; else the first of all."""
    above: list[GridRow] = []
    for row in source.rows():
        if row.is_empty:
            continue
        if names_a_column(row, words, cards):
            return row
        above.append(row)
        if sum(cell != "" for cell in row.cells) > 1 or len(above) > _MOST_TITLES:
            break
    if not above:
        raise InputError([_empty(source.file)])
    return above[0]


def read_source(path: Path, encoding: str | None = None, sheet: int | None = None) -> Source:
    """The bytes of a list, read once. Raises what is no file, or larger than a list is."""
    file = str(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            ordinary = stat.S_ISREG(os.fstat(handle).st_mode)
            data = stream.read(_MOST_BYTES + 1) if ordinary else b""
    except OSError as error:
        ordinary, data = False, b""
        reason = (error.strerror or "").lower()
        raise UsageError([_no_file(file, f"this list cannot be read: {reason}.")]) from None
    if not ordinary:
        raise UsageError([_no_file(file, "this is no ordinary file.")])
    if len(data) > _MOST_BYTES:
        raise InputError([_too_large(file)])
    return Source(data, file, encoding, sheet)


def _no_file(file: str, sentence: str) -> Problem:
    return Problem("list-not-read", sentence, "Name a file, .csv or .xlsx: --list people.csv", Place(file))


def _too_large(file: str) -> Problem:
    sentence = f"this is larger than any list of people: {_LARGER}."
    return Problem("list-too-large", sentence, "Take out what is not part of it, or split it.", Place(file))


def _empty(file: str) -> Problem:
    sentence = "nobody is in this list."
    return Problem("empty-list", sentence, "It takes a row of headings, and a row for each person.", Place(file))


def _notes_of(seen: Seen, file: str) -> list[Problem]:
    """That names are the same; they may be two people."""
    if not seen.like:
        return []
    told = ", ".join(f"{row} and {before}" for row, before in seen.like[:_MOST_NOTED])
    more = f", and {len(seen.like) - _MOST_NOTED} more" if len(seen.like) > _MOST_NOTED else ""
    sentence = f"rows have the same name as an earlier one: {told}{more}."
    hint = "If they are one person, delete a row; if two, a date of birth or a reference tells them apart."
    return [Problem("same-name", sentence, hint, Place(file), level=Level.WARNING)]
