"""Which rows were not printed, and why: numbers, codes and headings that we know, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.people.faults import Fault

# A spreadsheet takes a cell that begins so for a formula (OWASP ASVS 5.0, 1.2.10).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def report(faults: Iterable[Fault]) -> bytes:
    """The report, in the order of the list. A run without faults has one too: it tells that the run came to its end."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("row", "code", "heading", "like row", "what is wrong"))
    for fault in sorted(faults, key=lambda fault: (fault.row, fault.code, fault.heading)):
        cells = (fault.code, fault.heading, str(fault.like or ""), fault.sentence)
        writer.writerow((fault.row, *map(_harmless, cells)))
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
