"""Which rows were not printed, and why: numbers, codes and headings that we know, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
import stat
from typing import TYPE_CHECKING

from publisher.people.faults import PRINTED, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LARGEST = 50_000_000
_HEADINGS = ("row", "code", "heading", "like row", "what is wrong")
# A spreadsheet takes a cell that begins so for a formula (OWASP ASVS 5.0, 1.2.10).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def report(faults: Iterable[Fault]) -> bytes:
    """The report, in the order of the list. A run without faults has one too: it tells that the run came to its end."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEADINGS)
    for fault in sorted(faults, key=lambda fault: (fault.row, fault.code, fault.heading)):
        cells = (fault.code, fault.heading, str(fault.like or ""), fault.sentence)
        writer.writerow((fault.row, *map(_harmless, cells)))
    return out.getvalue().encode("utf-8-sig")


def rows_in(path: Path) -> tuple[Fault, ...]:
    """What the report of an earlier run tells; nothing where there is none, or it is not ours."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            data = stream.read(_LARGEST) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    except OSError:
        return ()
    lines = csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    if tuple(next(lines, ())) != _HEADINGS:
        return ()
    return tuple(
        Fault(int(row), code, heading.removeprefix("'"), int(like) if like.isascii() and like.isdigit() else 0)
        for row, code, heading, like, _ in (cells for cells in lines if len(cells) == len(_HEADINGS))
        if row.isascii() and row.isdigit()
    )


def not_printed(faults: Iterable[Fault]) -> frozenset[int]:
    """The rows of a report that have no handout."""
    return frozenset(fault.row for fault in faults if fault.code not in PRINTED)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
