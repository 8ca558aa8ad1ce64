"""Bookmarks: an entry for each section, under one for its group (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from publisher.geometry import POINTS_PER_MM, Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.pdf.canvas import TaggedCanvas
    from publisher.typesetting.document import Page, Section, Where


class Bookmark(NamedTuple):
    """A title, the face it leads to, and how deep it stands: 0, or 1 under a group. `key` names it within the file."""

    key: str
    title: str
    where: Where
    level: int


def bookmarks(sections: Sequence[Section]) -> tuple[Bookmark, ...]:
    """The bookmarks of a document, in its order."""
    return tuple(_rows(sections))


def _rows(sections: Sequence[Section]) -> Iterator[Bookmark]:
    numbered = enumerate(sections)
    for group, members in groupby(numbered, key=lambda member: member[1].group):
        for place, (number, section) in enumerate(members):
            where = section.faces[0]
            if group and place == 0:
                yield Bookmark(f"group-{number}", group, where, 0)
            yield Bookmark(f"section-{number}", section.title, where, 1 if group else 0)


def bind(canvas: TaggedCanvas, bookmark: Bookmark, page: Page) -> None:
    """Let a bookmark lead to the top left corner of its face, on the page being drawn, at the magnification in use."""
    placed = page.placed[bookmark.where.index]
    trim = placed.face.trim
    box = placed.transform.of_box(Box(0, 0, trim.width, trim.height))
    left, top = box.x * POINTS_PER_MM, (page.size.height - box.y) * POINTS_PER_MM
    canvas.bookmarkPage(bookmark.key, "XYZ", left=round(left, 3), top=round(top, 3))


def write_outline(canvas: TaggedCanvas, rows: Sequence[Bookmark]) -> None:
    """List the bookmarks, all unfolded; each is bound to its page before the file is saved."""
    for row in rows:
        canvas.addOutlineEntry(row.title, row.key, row.level)
