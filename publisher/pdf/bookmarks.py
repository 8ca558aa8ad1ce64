"""Bookmarks: an entry for each section, under one for its group (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from publisher.pdf.objects import text_string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from publisher.pdf.objects import PdfFile
    from publisher.typesetting.document import Section


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title, where it leads (a PDF destination), and what is below it."""

    title: str
    target: str
    below: tuple[Bookmark, ...] = ()


def bookmarks(sections: Sequence[Section], target: Callable[[Section], str]) -> tuple[Bookmark, ...]:
    """The bookmarks of a document, in its order."""
    return tuple(_rows(sections, target))


def _rows(sections: Sequence[Section], target: Callable[[Section], str]) -> Iterator[Bookmark]:
    for group, members in groupby(sections, key=lambda section: section.group):
        below = tuple(Bookmark(section.title, target(section)) for section in members)
        if group:
            yield Bookmark(group, below[0].target, below)
        else:
            yield from below


def write_bookmarks(file: PdfFile, rows: Sequence[Bookmark]) -> int:
    """Write the outline, all of it unfolded; gives its object number."""
    own = file.reserve()
    entries, shown = _below(file, own, rows)
    file.put(f"<</Type/Outlines{entries}/Count {shown}>>", own)
    return own


def _below(file: PdfFile, parent: int, rows: Sequence[Bookmark]) -> tuple[str, int]:
    first = file.reserve(len(rows))
    last = first + len(rows) - 1
    total = len(rows)
    for own, row in enumerate(rows, first):
        more = ""
        if row.below:
            more, count = _below(file, own, row.below)
            more += f"/Count {count}"
            total += count
        before = f"/Prev {own - 1} 0 R" if own > first else ""
        after = f"/Next {own + 1} 0 R" if own < last else ""
        file.put(f"<</Title{text_string(row.title)}/Parent {parent} 0 R/Dest{row.target}{before}{after}{more}>>", own)
    return f"/First {first} 0 R/Last {last} 0 R", total
