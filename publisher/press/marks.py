"""The lines that show where to cut and fold.

Ticks stand in the page margins alone and never on a card. Full and corner marks run along the cuts
themselves. Neighbours that touch share one line, and an empty slot gets none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from publisher.geometry import Point
from publisher.model.printing import Marks
from publisher.press.sheets import MICROMETRES, Side, micrometres
from publisher.press.slots import behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from publisher.model.printing import Flip, PrintSettings
    from publisher.press.sheets import Grid, Page, Rect, Slot

# Width of a cut mark in millimetres.
HAIRLINE = 0.12
# How far a tick stays off the trim, in micrometres, and off the bleed where that reaches further.
CLEAR, OFF_BLEED = 2_000, 300
# What stands in the margin and a tick keep this far apart.
APART = 500
# A tick begins this far from the paper's edge where the margin leaves it no more.
EDGE = 3_000
# No tick is longer than the first; from the second on a ruler is easy to lay on; below the third it is left out.
LONGEST, LONG, SHORT = 12_000, 2_500, 800
# Reach of a corner mark along both edges.
CORNER = 3_000

Axis = Literal["x", "y"]
# One line along the other axis: where it stands, and from where to where.
Segment = tuple[int, int, int]


class Margins(NamedTuple):
    """A sheet's paper, the block of all its slots, and what stands between the two already."""

    paper: Rect
    block: Rect
    taken: tuple[Rect, ...]


class Line(NamedTuple):
    """A hairline on the page, in millimetres. A fold is drawn dashed, a cut solid."""

    start: Point
    end: Point
    fold: bool = False


def cut_marks(grid: Grid, page: Page, settings: PrintSettings, taken: tuple[Rect, ...] = ()) -> tuple[Line, ...]:
    """The marks of one page. Ticks give way to what stands in the margin already, the rectangles `taken`.

    A precut sheet has no cuts to show, and a single card none that its TrimBox does not tell.
    """
    filled = _filled(grid, page)
    if grid.precut or settings.marks is Marks.NONE or page.trim != page.paper or not filled:
        return ()
    boxes = tuple(box for box, _ in filled)
    margins = Margins(page.paper, block_of(grid, page, settings.flip), taken)
    cuts = [
        *_upright(_ticks(boxes, margins, settings, "x")),
        *_level(_ticks(boxes, margins, settings, "y")),
    ]
    if settings.marks is not Marks.TICKS:
        along = _whole_edge if settings.marks is Marks.FULL else _ends_of_edge
        cuts += [*_upright(_joined(_edges(boxes, "x", along))), *_level(_joined(_edges(boxes, "y", along)))]
    return (*cuts, *(line(fold, fold=True) for _, fold in filled if fold is not None))


def line(rect: Rect, *, fold: bool = False) -> Line:
    """A rectangle without width or height as the line that it is, in millimetres."""
    return Line(_point(rect.left, rect.top), _point(rect.right, rect.bottom), fold=fold)


def block_of(grid: Grid, page: Page, flip: Flip) -> Rect:
    """The rectangle round all slots, filled or not, as it lies on this page."""
    return grid.box if page.side is Side.FRONT else behind(grid.box, grid.paper, flip)


def _filled(grid: Grid, page: Page) -> list[tuple[Rect, Rect | None]]:
    """What each filled slot takes on this page, with its fold."""
    slots: dict[int, Slot] = {slot.index: slot for slot in grid.slots}
    found = {placement.slot: slots[placement.slot] for placement in page.placements}
    return [(slot.box if page.side is Side.FRONT else slot.back.trim, slot.fold) for slot in found.values()]


def _span(box: Rect, axis: Axis) -> tuple[int, int]:
    return (box.left, box.right) if axis == "x" else (box.top, box.bottom)


def _across(axis: Axis) -> Axis:
    return "y" if axis == "x" else "x"


def _ticks(boxes: tuple[Rect, ...], margins: Margins, settings: PrintSettings, axis: Axis) -> list[Segment]:
    """Ticks at both ends of every cut across the axis, between the paper's edge and the outermost slots."""
    other = _across(axis)
    low, high = _span(margins.block, other)
    end = _span(margins.paper, other)[1]
    ticks = []
    for at in sorted({edge for box in boxes for edge in _span(box, axis)}):
        met = [_span(rect, other) for rect in margins.taken if _near(at, *_span(rect, axis))]
        near = _tick(low, settings, [stop for _, stop in met if stop <= low])
        far = _tick(end - high, settings, [end - start for start, _ in met if start >= high])
        ticks += [(at, near[0], near[1])] if near else []
        ticks += [(at, end - far[1], end - far[0])] if far else []
    return ticks


def _near(at: int, low: int, high: int) -> bool:
    """Whether a tick would touch what lies between the two, or all but touch it."""
    return low - APART <= at <= high + APART


def _tick(trim: int, settings: PrintSettings, taken: list[int]) -> tuple[int, int] | None:
    """A tick that ends before the trim, counted from the paper's edge: off the bleed where there is room for both."""
    off_bleed = micrometres(settings.bleed) + OFF_BLEED
    stops = (trim - max(CLEAR, off_bleed), trim - CLEAR)
    tried = (_between(stop, settings, taken) for stop in stops)
    return next((tick for tick in tried if tick is not None), None)


def _between(stop: int, settings: PrintSettings, taken: list[int]) -> tuple[int, int] | None:
    """From the margin to `stop`; from nearer the paper's edge where that is too short."""
    margin = round(settings.margin * MICROMETRES)
    start = max(margin, stop - LONGEST) if stop - margin >= LONG else min(EDGE, max(0, stop - LONG))
    start = max([start, *(other + APART for other in taken)])
    return (start, stop) if stop - start >= SHORT else None


def _whole_edge(low: int, high: int) -> list[tuple[int, int]]:
    return [(low, high)]


def _ends_of_edge(low: int, high: int) -> list[tuple[int, int]]:
    return [(low, low + CORNER), (high - CORNER, high)]


def _edges(
    boxes: tuple[Rect, ...], axis: Axis, along: Callable[[int, int], list[tuple[int, int]]]
) -> Iterable[Segment]:
    return (
        (at, start, end) for box in boxes for at in _span(box, axis) for start, end in along(*_span(box, _across(axis)))
    )


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """One line where segments touch or cover one another."""
    joined: list[Segment] = []
    for at, start, end in sorted(segments):
        if joined and joined[-1][0] == at and start <= joined[-1][2]:
            joined[-1] = (at, joined[-1][1], max(end, joined[-1][2]))
        else:
            joined.append((at, start, end))
    return joined


def _upright(segments: Iterable[Segment]) -> list[Line]:
    return [Line(_point(at, start), _point(at, end)) for at, start, end in segments]


def _level(segments: Iterable[Segment]) -> list[Line]:
    return [Line(_point(start, at), _point(end, at)) for at, start, end in segments]


def _point(x: int, y: int) -> Point:
    return Point(x / MICROMETRES, y / MICROMETRES)
