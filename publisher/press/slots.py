"""How many cards fit a sheet, and where: the grid of slots, which never depends on how many are filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.printing import Flip, PrintSettings, Sides
from publisher.press.sheets import Cell, Grid, Rect, Slot, Turn, micrometres

if TYPE_CHECKING:
    from publisher.model.stock import Paper, Precut, Stock


class Unit(NamedTuple):
    """What lies in one slot, standing up: the front, and in fold mode the back beside or above it."""

    box: Rect
    front: Rect
    back: Rect | None = None
    back_turn: Turn = 0
    fold: Rect | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """Units in columns and rows: the first one's corner and the pitch, in micrometres."""

    unit: Unit
    columns: int
    rows: int
    left: int
    top: int
    pitch_x: int
    pitch_y: int
    lying: bool

    @property
    def count(self) -> int:
        """How many slots."""
        return self.columns * self.rows

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a unit as it lies on the sheet."""
        width, height = self.unit.box.width, self.unit.box.height
        return (height, width) if self.lying else (width, height)


def grid(paper: Paper, stock: Stock, settings: PrintSettings) -> Grid:
    """The slots of a sheet: as many as fit inside the margin, centred, or as the precut sheet has them.

    Assumes that the settings have been looked at (see `publisher.press.imposition`); a grid without
    slots means that nothing fits.
    """
    sheet = Rect(0, 0, micrometres(paper.width), micrometres(paper.height))
    pattern = _precut(stock.sheet, stock) if stock.sheet else best_pattern(sheet, stock, settings)
    width, height = pattern.size
    block = Rect(
        pattern.left,
        pattern.top,
        max(0, (pattern.columns - 1) * pattern.pitch_x + width),
        max(0, (pattern.rows - 1) * pattern.pitch_y + height),
    )
    slots = tuple(
        _slot(pattern, sheet, settings, column, row) for row in range(pattern.rows) for column in range(pattern.columns)
    )
    card = (micrometres(stock.width), micrometres(stock.height))
    return Grid(sheet, card, pattern.columns, pattern.rows, block, slots, precut=stock.sheet is not None)


def units(stock: Stock, sides: Sides) -> tuple[Unit, ...]:
    """The ways to lay one card out, the preferred one first.

    Folded along the long edge like a book, the back stands upright beside the front. Folded along
    the top edge, it stands above it on its head.
    """
    width, height = micrometres(stock.width), micrometres(stock.height)
    front = Rect(0, 0, width, height)
    if sides is not Sides.FOLD:
        return (Unit(front, front),)
    return (
        Unit(Rect(0, 0, 2 * width, height), front, front.moved(width, 0), 0, Rect(width, 0, 0, height)),
        Unit(Rect(0, 0, width, 2 * height), front.moved(0, height), front, 180, Rect(0, height, width, 0)),
    )


def best_pattern(sheet: Rect, stock: Stock, settings: PrintSettings) -> Pattern:
    """The pattern that holds most; of equals, the first way to lay a card out, and standing before lying."""
    margin, gap = micrometres(settings.margin), micrometres(settings.gap)
    patterns = [
        _centred(sheet, unit, margin, gap, lying=lying)
        for unit in units(stock, settings.sides)
        for lying in (False, True)
    ]
    return max(patterns, key=lambda pattern: pattern.count)


def behind(rect: Rect, sheet: Rect, flip: Flip) -> Rect:
    """Where on the back page lies what is exactly behind `rect` on the front page of a standing sheet.

    Turned over its long edge, the sheet swaps left and right; over its short edge, top and bottom.
    """
    if flip is Flip.LONG:
        return Rect(sheet.width - rect.right, rect.top, rect.width, rect.height)
    return Rect(rect.left, sheet.height - rect.bottom, rect.width, rect.height)


def back_turn(front: Turn, flip: Flip) -> Turn:
    """How the back lies, so that it is upright when a cut card is turned like the page of a book.

    Behind the front's point (u, v) must be the back's (width - u, v). With the front turned by t this
    makes -t on a sheet turned over the long edge, and 180 - t over the short one.
    """
    turns: dict[int, Turn] = {0: 0, 90: 90, 180: 180, 270: 270}
    return turns[((0 if flip is Flip.LONG else 180) - front) % 360]


def _centred(sheet: Rect, unit: Unit, margin: int, gap: int, *, lying: bool) -> Pattern:
    width, height = (unit.box.height, unit.box.width) if lying else (unit.box.width, unit.box.height)
    columns = max(0, (sheet.width - 2 * margin + gap) // (width + gap))
    rows = max(0, (sheet.height - 2 * margin + gap) // (height + gap))
    left = (sheet.width - columns * (width + gap) + gap) // 2
    top = (sheet.height - rows * (height + gap) + gap) // 2
    return Pattern(unit, columns, rows, left, top, width + gap, height + gap, lying)


def _precut(sheet: Precut, stock: Stock) -> Pattern:
    lying = sheet.slot_width > sheet.slot_height
    unit = units(stock, Sides.FRONT)[0]
    width, height = (unit.box.height, unit.box.width) if lying else (unit.box.width, unit.box.height)
    return Pattern(
        unit,
        sheet.columns,
        sheet.rows,
        # A card a little smaller than its slot lies in the middle of it.
        micrometres(sheet.left) + (micrometres(sheet.slot_width) - width) // 2,
        micrometres(sheet.top) + (micrometres(sheet.slot_height) - height) // 2,
        micrometres(sheet.pitch_x),
        micrometres(sheet.pitch_y),
        lying,
    )


def _slot(pattern: Pattern, sheet: Rect, settings: PrintSettings, column: int, row: int) -> Slot:
    width, height = pattern.size
    box = Rect(pattern.left + column * pattern.pitch_x, pattern.top + row * pattern.pitch_y, width, height)
    painted = _painted(pattern, box, sheet, micrometres(settings.bleed), column, row)
    unit, index = pattern.unit, row * pattern.columns + column + 1
    turn: Turn = 90 if pattern.lying else 0
    front = _cell(_within(unit, unit.front, box, lying=pattern.lying), box, painted, turn)
    if unit.back is None or unit.fold is None:
        trim, bleed = behind(front.trim, sheet, settings.flip), behind(front.painted, sheet, settings.flip)
        return Slot(index, column, row, box, front, Cell(trim, bleed, back_turn(turn, settings.flip)))
    # A back stands upright or on its head in its unit, so that adding a quarter turn stays below 360.
    turned: dict[tuple[Turn, bool], Turn] = {(0, False): 0, (0, True): 90, (180, False): 180, (180, True): 270}
    back_trim = _within(unit, unit.back, box, lying=pattern.lying)
    back = _cell(back_trim, box, painted, turned[unit.back_turn, pattern.lying])
    return Slot(index, column, row, box, front, back, _within(unit, unit.fold, box, lying=pattern.lying))


def _within(unit: Unit, part: Rect, box: Rect, *, lying: bool) -> Rect:
    """A part of a unit on the sheet; lying, the unit is turned a quarter clockwise."""
    if not lying:
        return part.moved(box.left, box.top)
    return Rect(unit.box.height - part.bottom, part.left, part.height, part.width).moved(box.left, box.top)


def _cell(trim: Rect, box: Rect, painted: Rect, turn: Turn) -> Cell:
    """The face's share of its unit's bleed: on the edges that it has in common with the unit, none at the fold."""
    bleed = (
        box.left - painted.left if trim.left == box.left else 0,
        box.top - painted.top if trim.top == box.top else 0,
        painted.right - box.right if trim.right == box.right else 0,
        painted.bottom - box.bottom if trim.bottom == box.bottom else 0,
    )
    return Cell(trim, trim.grown(*bleed), turn)


def _painted(pattern: Pattern, box: Rect, sheet: Rect, bleed: int, column: int, row: int) -> Rect:
    """The unit with its bleed: up to half the gap between neighbours, up to the paper's edge outside."""
    width, height = pattern.size
    between_x = min(bleed, max(0, pattern.pitch_x - width) // 2)
    between_y = min(bleed, max(0, pattern.pitch_y - height) // 2)
    return box.grown(
        min(bleed, box.left) if column == 0 else between_x,
        min(bleed, box.top) if row == 0 else between_y,
        min(bleed, sheet.width - box.right) if column == pattern.columns - 1 else between_x,
        min(bleed, sheet.height - box.bottom) if row == pattern.rows - 1 else between_y,
    )
