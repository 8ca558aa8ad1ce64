"""How faces go onto sheets: what the person printing chose. Lengths in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sides(Enum):
    """Which faces a sheet carries."""

    DUPLEX = "duplex"
    FOLD = "fold"
    FRONT = "front"
    SINGLE = "single"


class Flip(Enum):
    """The edge over which the printer turns the sheet."""

    LONG = "long"
    SHORT = "short"


class SheetOrder(Enum):
    """In what order fronts and backs leave the printer."""

    INTERLEAVED = "interleaved"
    FRONTS_BACKS = "fronts-backs"
    BACKS_REVERSED = "backs-reversed"


class Marks(Enum):
    """How the cuts are shown."""

    NONE = "none"
    TICKS = "ticks"
    FULL = "full"
    CORNER = "corner"


class Ink(Enum):
    """How much ink a page takes, and whether it has colour."""

    COLOUR = "colour"
    GREY = "grey"
    SAVER = "saver"


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """One way of printing a deck. `start_at` and `skip` count slots from 1 on the first sheet."""

    sides: Sides = Sides.DUPLEX
    flip: Flip = Flip.LONG
    order: SheetOrder = SheetOrder.INTERLEAVED
    marks: Marks = Marks.TICKS
    margin: float = 8.0
    gap: float = 0.0
    bleed: float = 3.0
    start_at: int = 1
    skip: tuple[int, ...] = ()
    guide: bool = False


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What one printer does to a page, and so what to undo.

    Offsets say where the print lands, against where it should, seen looking at that side: right and
    down are positive. Scales are the printed length over the true length; the angle is clockwise in
    degrees. Front and back are measured each for itself.
    """

    name: str
    front_x: float = 0.0
    front_y: float = 0.0
    front_angle: float = 0.0
    back_x: float = 0.0
    back_y: float = 0.0
    back_angle: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    flip: Flip = Flip.LONG
    margin: float = 8.0
