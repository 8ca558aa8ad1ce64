"""One row of a list to one person, or to everything that is wrong with the row."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.spelling import plain
from publisher.model.patient import Need, Patient
from publisher.model.programme import DosePart
from publisher.pdf.locking import is_good
from publisher.people.days import Order, born
from publisher.people.doses import dose_part
from publisher.people.faults import Code, Fault
from publisher.people.grid import without_end
from publisher.people.headings import Column, Headings, Meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from publisher.people.grid import Cell, GridRow

_LONGEST = {Meaning.NAME: 80, Meaning.FIRST: 60, Meaning.LAST: 60, Meaning.REFERENCE: 40}
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?")
# How Excel shows a number that it has no room for; saved as CSV, its last digits are gone.
_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]+")
# What moves or hides other letters: a name could be shown as another one.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class Person(NamedTuple):
    """Who a row is, and their own doses by the ids of cards. Its repr tells nothing but the row."""

    row: int
    patient: Patient
    doses: Mapping[str, DosePart]
    password: str = ""

    def __repr__(self) -> str:
        """The row alone."""
        return f"Person(row {self.row})"


class Terms(NamedTuple):
    """How the cells of a list are to be read: the order of its days, today, what needs are called, what can be printed.

    `can_print` tells whether the font has every letter. A `password` is needed where files are locked with one each.
    """

    order: Order | None
    today: dt.date
    needs: Mapping[str, str]
    can_print: Callable[[str], bool]
    password: bool = False


def person_of(row: GridRow, headings: Headings, terms: Terms) -> Person | tuple[Fault, ...]:
    """The person, or every fault of the row. Raises `OrderNotSaid` for a day whose order nobody said."""
    trouble = row.trouble or _wrong_length(row, headings)
    if trouble is not None:
        return (Fault(row.number, trouble.value),)
    reading = _Reading(row, headings, terms)
    name = reading.name()
    patient = Patient(name, reading.born(), reading.reference(), reading.needs(), reading.language())
    person = Person(row.number, patient, reading.doses(), reading.password())
    return tuple(reading.faults) or person


def _wrong_length(row: GridRow, headings: Headings) -> Code | None:
    if headings.are(row.cells):
        return Code.HEADINGS_AGAIN
    if len(without_end(row.cells)) > headings.width:
        return Code.LONG_ROW
    return Code.SHORT_ROW if len(row.cells) < headings.width else None


class _Reading:
    """One row being read: what is wrong is collected, so that all of it is told at once."""

    def __init__(self, row: GridRow, headings: Headings, terms: Terms) -> None:
        self.faults: list[Fault] = []
        self._row, self._headings, self._terms = row, headings, terms

    def name(self) -> str:
        column = self._headings.of(Meaning.NAME)
        columns = [column] if column else [self._headings.of(Meaning.FIRST), self._headings.of(Meaning.LAST)]
        begun = len(self.faults)
        parts = [self._text(each, _LONGEST[each.meaning or Meaning.NAME]) for each in columns if each]
        name = " ".join(part for part in parts if part)
        if not name and len(self.faults) == begun:
            self.faults.append(Fault(self._row.number, Code.NO_NAME.value))
        return name

    def born(self) -> dt.date | None:
        column = self._headings.of(Meaning.BORN)
        cell = self._cell(column)
        if column is None or not cell:
            return None
        return self._kept(column, born(cell, self._terms.order, self._terms.today), dt.date)

    def reference(self) -> str | None:
        column = self._headings.of(Meaning.REFERENCE)
        text = self._text(column, _LONGEST[Meaning.REFERENCE]) if column else ""
        if column and _ROUNDED.fullmatch(text):
            self._add(column, Code.LOST_DIGITS)
        return text or None

    def needs(self) -> tuple[Need, ...]:
        column = self._headings.of(Meaning.NEEDS)
        text = self._text(column, 200) if column else ""
        found: dict[Need, None] = {}
        for word in map(plain, re.split(r"[,;/|+]", text)):
            meant = self._terms.needs.get(word)
            if meant is None and word and column:
                self._add(column, Code.UNKNOWN_NEED)
            elif meant and meant != "none":
                found[Need(meant)] = None
        return tuple(sorted(found, key=list(Need).index))

    def language(self) -> str | None:
        column = self._headings.of(Meaning.LANGUAGE)
        text = self._text(column, 10) if column else ""
        form = _LANGUAGE.fullmatch(text)
        if form is None:
            if text and column:
                self._add(column, Code.NOT_A_LANGUAGE)
            return None
        return form[1].lower() + (f"-{form[2].upper()}" if form[2] else "")

    def doses(self) -> dict[str, DosePart]:
        parts: dict[str, dict[str, object]] = {}
        for column in self._headings.columns:
            cell = self._cell(column) if column.card else ""
            if cell:
                value = dose_part(column.field, cell)
                if isinstance(value, Code):
                    self._add(column, value)
                elif isinstance(value, str) and not self._terms.can_print(value):
                    self._add(column, Code.LETTER_NOT_IN_FONT)
                else:
                    parts.setdefault(column.card, {})[column.field] = value
        return {card: DosePart()._replace(**fields) for card, fields in parts.items()}  # type: ignore[arg-type]  # each field was read by its own shape

    def password(self) -> str:
        if not self._terms.password:
            return ""
        column = self._headings.of(Meaning.PASSWORD)
        cell = self._cell(column)
        if column is None or not isinstance(cell, str) or not cell:
            self._add(column, Code.NO_PASSWORD)
            return ""
        if not is_good(cell):
            self._add(column, Code.PASSWORD_TOO_LONG)
        return cell

    # Cells

    def _cell(self, column: Column | None) -> str | dt.date:
        """What stands in a column; nothing where it is short, or where it is told what is wrong."""
        if column is None or column.place >= len(self._row.cells):
            return ""
        cell: Cell = self._row.cells[column.place]
        if isinstance(cell, Code):
            self._add(column, cell)
            return ""
        return cell

    def _text(self, column: Column, most: int) -> str:
        """Words that are printed, with single spaces, composed (NFC)."""
        cell = self._cell(column)
        text = cell.isoformat() if isinstance(cell, dt.date) else unicodedata.normalize("NFC", cell)
        text = " ".join(text.split(" "))
        if any(unicodedata.category(sign) in _UNSEEN for sign in text):
            self._add(column, Code.CONTROL_CHARACTER)
        elif not self._terms.can_print(text):
            self._add(column, Code.LETTER_NOT_IN_FONT)
        elif len(text) > most:
            self._add(column, Code.TOO_LONG)
        return text

    def _kept(self, column: Column, value: dt.date | Code, kind: type[dt.date]) -> dt.date | None:
        if isinstance(value, kind):
            return value
        if isinstance(value, Code):
            self._add(column, value)
        return None

    def _add(self, column: Column | None, code: Code) -> None:
        self.faults.append(Fault(self._row.number, code.value, column.heading if column else ""))
