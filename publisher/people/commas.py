"""Lists as CSV: with commas, semicolons or tabs, in the encodings that Excel and its like write."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from publisher.people.grid import GridRow
from publisher.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# What may be said with `--encoding`, and what Python calls it.
ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "windows-1250": "cp1250",
    "windows-1252": "cp1252",
    "iso-8859-15": "iso8859-15",
    "mac-roman": "mac-roman",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SEPARATORS = (",", ";", "\t")
# No row that a person made is longer, and a longer one would fill the memory.
_LONGEST_LINE = 200_000
# A bar of separators in the first row would too.
MOST_COLUMNS = 4_096


def text_of(data: bytes, file: str, encoding: str | None = None) -> str:
    """The text of the file. What is not UTF-8 and has no mark must be said: another encoding reads without an error.

    Raises what cannot be read so.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    name = marked or ENCODINGS[encoding or "utf-8"]
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        raise InputError([_undecoded(file, encoding if marked is None else None)]) from None
    if "\0" in text:
        raise InputError([_undecoded(file, encoding)])
    return text


def _undecoded(file: str, encoding: str | None) -> Problem:
    said = f"this is not {encoding}, which was said to be its encoding." if encoding else "this is not UTF-8."
    others = ", ".join(name for name in ENCODINGS if name != encoding)
    hint = (
        "In Excel, save it as “CSV UTF-8”, or as a workbook.\n"
        "Or say how its letters are written, such as: --encoding windows-1252\n"
        f"There are {others}."
    )
    return Problem("unknown-encoding", said, hint, Place(file))


def rows_of(text: str, file: str) -> Iterator[GridRow]:
    """The rows, empty ones too, one at a time. Raises a quote that is never closed."""
    text, separator = _separator(text)
    number = 0
    try:
        for number, cells in enumerate(csv.reader(_lines(text, file), delimiter=separator, strict=True), 1):
            yield GridRow(number, tuple(cell.strip() for cell in cells))
    except csv.Error:
        sentence = f"from row {number + 1} on, this cannot be taken apart: a quotation mark is open, or stands alone."
        hint = 'Quotes stand around a whole cell; one inside is written twice: "Ann ""Annie"" Lee".'
        raise InputError([Problem("open-quote", sentence, hint, Place(file))]) from None


def _separator(text: str) -> tuple[str, str]:
    """What is left after a line `sep=;` as Excel writes it, and what stands between cells."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"')
    if told.lower().startswith("sep=") and told[4:] in {*SEPARATORS, "|", ""}:
        return rest, told[4:] or "\t"
    heading = next((line for line in text[:_LONGEST_LINE].splitlines() if line.strip()), "")
    return text, max(SEPARATORS, key=lambda separator: _outside_quotes(heading).count(separator))


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _lines(text: str, file: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        if len(line) > _LONGEST_LINE or any(line.count(separator) > MOST_COLUMNS for separator in SEPARATORS):
            raise InputError([too_wide(file)])
        yield line


def too_wide(file: str) -> Problem:
    """A row that is no row of a list of people."""
    sentence = f"a row is longer than any list of people has: over {MOST_COLUMNS:,} cells, or {_LONGEST_LINE:,} signs."
    return Problem("row-too-long", sentence, "Delete what is not part of the list.", Place(file))
