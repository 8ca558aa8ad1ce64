"""What stands in the margin of a sheet: cut marks, 100 mm bars, and boxes for the lines of text.

Everything is computed for the grid, not for the cards on it, so that it stands alike on every page.
What would not fit beside the cards is left out, and its box is None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.model.printing import Marks
from publisher.press.marks import CLEAR, SHORT, Line, block_of, cut_marks, line
from publisher.press.sheets import Rect, Side, micrometres
from publisher.press.slots import behind

if TYPE_CHECKING:
    from publisher.geometry import Box
    from publisher.model.printing import PrintSettings
    from publisher.press.sheets import Grid, Page

# Length of a bar, in micrometres, and of the serif across its ends to either side.
BAR, SERIF = 100_000, 1_300
# A line of 8 pt text: from 3.9 mm, most printers' reach, down to where it ends. Its baseline is at 6.6 mm.
TEXT_TOP, TEXT_HEIGHT = 3_900, 3_500
# The bars' distance from the paper's edge.
BAR_BELOW, BAR_BESIDE = 5_700, 5_000
# The margin for which these distances are made; a wider one moves everything in.
USUAL_MARGIN = 8.0
# Room for "100 mm" beside a bar, and the gap before it.
LABEL, SPACE = 12_000, 2_000


class Bar(NamedTuple):
    """A bar of 100 mm to hold a ruler against, from `line.start` to `line.end`, with a serif across each end."""

    line: Line
    serifs: tuple[Line, Line]


class Furniture(NamedTuple):
    """What stands in the margins of a page, in millimetres. A box is None where its margin has no room.

    Text is one line of up to 8 pt. `top_left` is read from its left edge, `top_right` from its right
    edge, `bottom` stands after the level bar, and `side` along the upright bar, read upwards.
    """

    lines: tuple[Line, ...] = ()
    level_bar: Bar | None = None
    upright_bar: Bar | None = None
    top_left: Box | None = None
    top_right: Box | None = None
    bottom: Box | None = None
    side: Box | None = None


def furniture(grid: Grid, page: Page, settings: PrintSettings) -> Furniture:
    """The furniture of one page; nothing on a page that is a single card with its bleed."""
    if page.trim != page.paper:
        return Furniture()
    paper, block = page.paper, block_of(grid, page, settings.flip)
    ticks = settings.marks is not Marks.NONE and not grid.precut
    level, upright = _level_bar(paper, block, settings, ticks=ticks), _upright_bar(paper, block, settings, ticks=ticks)
    top = _top(paper, block, settings, ticks=ticks)
    bottom = _bottom(paper, block, level, settings, ticks=ticks)
    keep = tuple(rect for rect in (level, upright, *top, bottom) if rect is not None)
    side = _side(block, upright, _tick_heights(grid, page, settings) if ticks else [], settings)
    return Furniture(
        cut_marks(grid, page, settings, keep if side is None else (*keep, side)),
        None if level is None else _bar(level),
        None if upright is None else _bar(upright),
        _box(top[0]),
        _box(top[1]),
        _box(bottom),
        _box(side),
    )


def _box(rect: Rect | None) -> Box | None:
    return None if rect is None else rect.box


def _moved_in(settings: PrintSettings) -> int:
    return micrometres(max(0.0, settings.margin - USUAL_MARGIN))


def _spare(settings: PrintSettings, *, ticks: bool) -> int:
    """What must stay free between a line in the margin and the trim: the ticks, and the bleed but for a hair."""
    return max(CLEAR + SHORT + 500 if ticks else 500, micrometres(settings.bleed) - 500)


def _top(paper: Rect, block: Rect, settings: PrintSettings, *, ticks: bool) -> tuple[Rect | None, Rect | None]:
    """The strip over the cards: three fifths for the deck, the rest for what to do."""
    y = TEXT_TOP + _moved_in(settings)
    if block.top < y + TEXT_HEIGHT + _spare(settings, ticks=ticks):
        return None, None
    side = max(min(block.left, paper.width - block.right, 12_000), micrometres(settings.margin))
    width = paper.width - 2 * side
    left = width * 3 // 5
    return (
        Rect(side, y, left - SPACE, TEXT_HEIGHT),
        Rect(side + left, y, width - left, TEXT_HEIGHT),
    )


def _distance(room: int, usual: int, settings: PrintSettings, *, ticks: bool) -> int | None:
    """How far from the paper's edge a bar may stand, given the room between that edge and the cards."""
    distance = min(usual + _moved_in(settings), room - max(SERIF, _spare(settings, ticks=ticks)) - 200)
    return distance if distance >= SERIF + 1_000 else None


def _level_bar(paper: Rect, block: Rect, settings: PrintSettings, *, ticks: bool) -> Rect | None:
    distance = _distance(paper.bottom - block.bottom, BAR_BELOW, settings, ticks=ticks)
    if distance is None:
        return None
    return Rect((paper.width - BAR) // 2, paper.height - distance, BAR, 0)


def _upright_bar(paper: Rect, block: Rect, settings: PrintSettings, *, ticks: bool) -> Rect | None:
    distance = _distance(block.left, BAR_BESIDE, settings, ticks=ticks)
    if distance is None:
        return None
    return Rect(distance, (paper.height - BAR) // 2, 0, BAR)


def _bottom(paper: Rect, block: Rect, bar: Rect | None, settings: PrintSettings, *, ticks: bool) -> Rect | None:
    y = paper.height - TEXT_TOP - TEXT_HEIGHT - _moved_in(settings)
    if bar is None or y < block.bottom + _spare(settings, ticks=ticks):
        return None
    left = bar.right + SPACE
    side = max(min(paper.width - block.right, 12_000), micrometres(settings.margin))
    return Rect(left, y, paper.width - side - left, TEXT_HEIGHT)


def _tick_heights(grid: Grid, page: Page, settings: PrintSettings) -> list[int]:
    """Where level ticks may stand, on whichever side of the sheet."""
    boxes = [slot.box for slot in grid.slots]
    if page.side is Side.BACK:
        boxes = [behind(box, grid.paper, settings.flip) for box in boxes]
    return sorted({height for box in boxes for height in (box.top, box.bottom)})


def _side(block: Rect, bar: Rect | None, ticks: list[int], settings: PrintSettings) -> Rect | None:
    """A box in line with the upright bar, under or over it: clear of the ticks, or beside them where there is room."""
    if bar is None:
        return None
    for y in (bar.bottom + SPACE, bar.top - SPACE - LABEL):
        box = Rect(bar.left - TEXT_HEIGHT // 2, y, TEXT_HEIGHT, LABEL)
        met = any(y - 500 <= tick <= box.bottom + 500 for tick in ticks)
        if box.left >= 1_000 and box.right + _spare(settings, ticks=met) <= block.left:
            return box
    return None


def _bar(rect: Rect) -> Bar:
    upright = rect.width == 0
    ends = ((rect.left, rect.top), (rect.right, rect.bottom))
    reach = (SERIF, 0) if upright else (0, SERIF)
    serifs = [line(Rect(x - reach[0], y - reach[1], 2 * reach[0], 2 * reach[1])) for x, y in ends]
    return Bar(line(rect), (serifs[0], serifs[1]))
