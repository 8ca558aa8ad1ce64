"""Which pages of a booklet lie side by side on which side of which sheet: folded in the middle and stapled there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.press.sheets import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

# Four pages a sheet.
PAGES = 4
# How thick office paper of 80 grams is, millimetres.
THICKNESS = 0.1


class Spread(NamedTuple):
    """One side of a sheet: its pages, counted from 0, and how far both move towards the fold, millimetres.

    Sheets that lie inside others stick out at the edge by what those are thick: their pages move in as far.
    """

    side: Side
    left: int
    right: int
    creep: float


def saddle(pages: int, thickness: float = THICKNESS) -> Iterator[Spread]:
    """All sides in print order, the outermost sheet first; `pages` is a multiple of four."""
    if pages % PAGES:
        message = f"a booklet of {pages} pages cannot be folded"
        raise ValueError(message)
    for sheet in range(pages // PAGES):
        creep, first, last = sheet * thickness, 2 * sheet, pages - 1 - 2 * sheet
        yield Spread(Side.FRONT, last, first, creep)
        yield Spread(Side.BACK, first + 1, last - 1, creep)
