"""Lists as Excel workbooks (.xlsx). Looked at as a ZIP file first: how large it would become, and what it would do."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
import warnings
import zipfile
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, Protocol

from publisher.people.commas import MOST_COLUMNS, too_wide
from publisher.people.faults import Code
from publisher.people.grid import Cell, GridRow
from publisher.problems import InputError, Place, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

# How a ZIP file begins, and a file of the older kind: that is how workbooks before 2007 and locked ones are kept.
ZIP, OLDER = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# 10,000 rows of 20 cells unpack to 12 MB. What is kept whole in memory may be less than what is read bit by bit.
_MOST_PARTS, _MOST_UNPACKED, _MOST_KEPT = 2_000, 200_000_000, 32_000_000
_SHEETS = "xl/worksheets/"
# Excel keeps 15 digits of a number; a longer one was rounded.
_EXACT = 10**15
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="\$?[A-Z]+\$?([0-9]+):\$?[A-Z]+\$?([0-9]+)"')
_PROLOG = 4_096


class ReadCell(Protocol):
    """What the reader of workbooks gives: a value, and its kind as one letter."""

    @property
    def value(self) -> object:
        """The value."""

    @property
    def data_type(self) -> str:
        """Such as "e" for an error."""


class Sheet(NamedTuple):
    """One sheet, read twice side by side: with the results of formulas, and with the formulas."""

    shown: ReadOnlyWorksheet
    written: ReadOnlyWorksheet
    merged: frozenset[int]
    file: str

    def rows(self) -> Iterator[GridRow]:
        """The rows, empty ones too, one at a time."""
        pairs = zip(_rows(self.shown), _rows(self.written), strict=True)
        with _damage_told(self.file):
            for number, (shown, written) in enumerate(pairs, 1):
                if len(shown) > MOST_COLUMNS:
                    raise InputError([too_wide(self.file)])
                cells = tuple(_cell(one, two) for one, two in zip(shown, written, strict=True))
                yield GridRow(number, cells, Code.MERGED_CELLS if number in self.merged else None)


def sheet_of(data: bytes, file: str, wanted: int | None = None) -> Sheet:
    """The sheet of this number, from 1; or the only one that holds anything. Raises what cannot be read."""
    _refuse_what_is_none(data, file)
    _need_package()
    with _damage_told(file):
        return _chosen(data, file, wanted)


def _chosen(data: bytes, file: str, wanted: int | None) -> Sheet:
    shown, written = _opened(data, results=True), _opened(data, results=False)
    sheets = [sheet for sheet in shown.worksheets if hasattr(sheet, "reset_dimensions")]
    filled = [place for place, sheet in enumerate(sheets) if _is_filled(sheet)]
    if wanted is not None and not 1 <= wanted <= len(sheets):
        sentence = f"there is no sheet {wanted}; this workbook has {len(sheets)}."
        raise UsageError([Problem("no-such-sheet", sentence, "Sheets count from 1, from the left.", Place(file))])
    if wanted is None and len(filled) > 1:
        numbers = " and ".join(str(place + 1) for place in filled[:2])
        sentence = f"{len(filled)} sheets of this workbook hold something, such as {numbers}; one of them is the list."
        hint = f"Say which, counted from the left: --sheet {filled[0] + 1}"
        raise UsageError([Problem("several-sheets", sentence, hint, Place(file))])
    place = wanted - 1 if wanted is not None else (filled or [0])[0]
    one, two = sheets[place], written.worksheets[place]
    for sheet in (one, two):
        sheet.reset_dimensions()  # some programs say there that a sheet has 16,384 columns
    return Sheet(one, two, _merged_rows(one), file)


def _need_package() -> None:
    if find_spec("openpyxl") is None:
        hint = (
            "Type: pip install 'surefoot[lists]' (in a copy of the project: pip install '.[lists]').\n"
            "Or save the list as CSV, which needs nothing."
        )
        raise UsageError([Problem("cannot-read-workbooks", "workbooks need one more package, which is missing.", hint)])


# --- is it one, and how large ---


def _refuse_what_is_none(data: bytes, file: str) -> None:
    if data.startswith(OLDER):
        locked = _LOCKED in data
        sentence = "this workbook has a password." if locked else "this is a workbook of the old kind (.xls)."
        hint = "Take its password off in Excel, and save a copy." if locked else "Save it in Excel as .xlsx, or as CSV."
        raise InputError([Problem("workbook-locked" if locked else "old-workbook", sentence, hint, Place(file))])
    with _damage_told(file), zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part.filename: part.file_size for part in archive.infolist()}
        if _is_too_large(parts, len(archive.infolist())):
            raise InputError([_too_large(file)])
        if not any(name.startswith(_SHEETS) for name in parts) or not _is_plain(archive):
            raise InputError([_damaged(file)])


def _is_too_large(parts: Mapping[str, int], count: int) -> bool:
    kept = sum(size for name, size in parts.items() if not name.startswith(_SHEETS))
    return count > _MOST_PARTS or kept > _MOST_KEPT or sum(parts.values()) > _MOST_UNPACKED


def _is_plain(archive: zipfile.ZipFile) -> bool:
    """Whether no part defines entities, as no workbook does: a few lines of them can fill a memory."""
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                head = stream.read(_PROLOG)
            if b"<!" in head.partition(b"<!--")[0] or b"<!DOCTYPE" in head or b"\0" in head:
                return False
    return True


def _too_large(file: str) -> Problem:
    sentence = "this workbook would unpack to more than any list of people has."
    hint = "Copy the list alone, as values, into a new workbook, or save it as CSV."
    return Problem("workbook-too-large", sentence, hint, Place(file))


def _damaged(file: str) -> Problem:
    sentence = "this cannot be read as a workbook (.xlsx): it is damaged, or of another kind."
    return Problem("workbook-damaged", sentence, "Open it in Excel and save it as .xlsx, or as CSV.", Place(file))


@contextlib.contextmanager
def _damage_told(file: str) -> Iterator[None]:
    try:
        yield
    except (InputError, GeneratorExit, MemoryError):
        raise
    except Exception:  # noqa: BLE001  # what is wrong inside a workbook comes out as a dozen kinds
        raise InputError([_damaged(file)]) from None


def _opened(data: bytes, *, results: bool) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415  # CSV needs none of it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and drop-downs, which are not ours
        return load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)


# --- cells ---


def _is_filled(sheet: ReadOnlyWorksheet) -> bool:
    return any(cell.value is not None for row in _rows(sheet) for cell in row)


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[ReadCell, ...]]:
    rows: Iterator[tuple[ReadCell, ...]] = sheet.iter_rows()  # type: ignore[misc]  # lent by another class
    return rows


def _merged_rows(sheet: ReadOnlyWorksheet) -> frozenset[int]:
    """The rows that merged cells touch; a reader that goes row by row is told of them last."""
    found: list[int] = []
    with sheet._get_source() as stream:  # type: ignore[attr-defined]  # noqa: SLF001  # it has no other door
        before = b""
        while chunk := stream.read(1 << 16):
            for match in _MERGED.finditer(before + chunk):
                first, last = int(match[1]), int(match[2])
                found += range(first, min(last, first + MOST_COLUMNS) + 1)
            before = chunk[-200:]
    return frozenset(found)


def _cell(shown: ReadCell, written: ReadCell) -> Cell:
    value = shown.value
    if value is None:
        return Code.FORMULA if written.value is not None else ""
    if shown.data_type == "e":
        return Code.EXCEL_ERROR
    return _known(value)


def _known(value: object) -> Cell:
    """A text, a day or a number; yes or no, and a time of day, are none."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    return Code.NOT_TEXT


def _number(value: float) -> Cell:
    if not abs(value) < _EXACT:  # nor is it any, for what is not a number
        return Code.LOST_DIGITS
    return str(int(value)) if value == int(value) else f"{value:.10g}"
