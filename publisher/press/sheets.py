"""What a sheet is made of, as values in whole micrometres from the top left of the page, y down.

Whole numbers, because in floating point 263.7 / 88.9 comes out a hair under what it is and a row is
lost. Millimetres appear only where a value leaves the room (`box`, `clip`, `transform`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple

from publisher.geometry import Box, Transform

if TYPE_CHECKING:
    from publisher.problems import Problem

MICROMETRES = 1000

Turn = Literal[0, 90, 180, 270]


class Side(Enum):
    """One side of a card, or of a sheet."""

    FRONT = "front"
    BACK = "back"


def micrometres(millimetres: float) -> int:
    """Millimetres as whole micrometres."""
    return round(millimetres * MICROMETRES)


class Rect(NamedTuple):
    """A rectangle in whole micrometres. With no width or no height it is a line."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.top + self.height

    @property
    def box(self) -> Box:
        """The same in millimetres."""
        return Box(*(value / MICROMETRES for value in (self.left, self.top, self.width, self.height)))

    def grown(self, left: int, top: int, right: int, bottom: int) -> Rect:
        """The rectangle with its edges moved out."""
        return Rect(self.left - left, self.top - top, self.width + left + right, self.height + top + bottom)

    def moved(self, x: int, y: int) -> Rect:
        """The rectangle somewhere else."""
        return Rect(self.left + x, self.top + y, self.width, self.height)

    def contains(self, other: Rect) -> bool:
        """Whether the other lies inside, edges included."""
        return (
            other.left >= self.left
            and other.top >= self.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Cell(NamedTuple):
    """Where one face lies: its trim, what may be painted round it (the bleed), and its turn clockwise."""

    trim: Rect
    painted: Rect
    turn: Turn


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one card. `index` counts from 1, row by row, as seen on the front of the sheet.

    `box` is all the paper that the card takes on the front: the front alone, or front and back with
    the `fold` between them. In duplex the back cell is on the other side of the sheet.
    """

    index: int
    column: int
    row: int
    box: Rect
    front: Cell
    back: Cell
    fold: Rect | None = None


class Grid(NamedTuple):
    """All slots of a sheet. `card` is the trim size standing up: width, height in micrometres.

    `precut` says that the sheet comes cut, so that it needs no cut marks.
    """

    paper: Rect
    card: tuple[int, int]
    columns: int
    rows: int
    box: Rect
    slots: tuple[Slot, ...]
    precut: bool = False


class Placement(NamedTuple):
    """One face on one page. `card_index` counts from 0, `sheet` and `slot` from 1."""

    card_index: int
    side: Side
    sheet: int
    slot: int
    trim: Rect
    painted: Rect
    turn: Turn

    @property
    def box(self) -> Box:
        """The trim on the page, in millimetres."""
        return self.trim.box

    @property
    def clip(self) -> Box:
        """The trim with its bleed, in millimetres: nothing of the face is painted outside."""
        return self.painted.box

    @property
    def bleed(self) -> tuple[float, float, float, float]:
        """Bleed to the left, top, right and bottom as seen on the page, in millimetres."""
        return (
            (self.trim.left - self.painted.left) / MICROMETRES,
            (self.trim.top - self.painted.top) / MICROMETRES,
            (self.painted.right - self.trim.right) / MICROMETRES,
            (self.painted.bottom - self.trim.bottom) / MICROMETRES,
        )

    @property
    def transform(self) -> Transform:
        """From the face (millimetres from its own top left, standing up) to the page."""
        box = self.box
        corner = {0: (0.0, 0.0), 90: (box.width, 0.0), 180: (box.width, box.height), 270: (0.0, box.height)}[self.turn]
        return Transform.turn(self.turn).then(Transform.move(box.x + corner[0], box.y + corner[1]))


class Page(NamedTuple):
    """One page of the file, in print order. `sheet` counts from 1 (in single mode, cards).

    `paper` is the whole page; `trim` what is left of it after cutting: on a sheet the sheet itself.
    """

    sheet: int
    side: Side
    placements: tuple[Placement, ...]
    paper: Rect
    trim: Rect


class Imposition(NamedTuple):
    """Pages in print order, how many sheets they make, the grid they share, and what to warn about."""

    grid: Grid
    pages: tuple[Page, ...]
    sheets: int
    warnings: tuple[Problem, ...] = ()
