"""Which card lies in which slot of which page, in print order. Pure geometry: no text is set, nothing is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.printing import PrintSettings, SheetOrder, Sides
from publisher.press.sheets import Cell, Grid, Imposition, Page, Placement, Rect, Side, Slot, micrometres
from publisher.press.slots import grid
from publisher.press.troubles import of_the_grid, of_the_settings, of_the_slots, of_the_stock, warnings
from publisher.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.stock import Paper, Stock

Sheet = tuple[tuple[int, Slot], ...]


def impose(count: int, paper: Paper, stock: Stock, settings: PrintSettings) -> Imposition:
    """Lay `count` cards out on sheets of the paper, or one face a page in single mode.

    Raises `InputError` with everything that stands in the way.
    """
    problems = [*of_the_settings(settings), *of_the_stock(paper, stock, settings)]
    if problems:
        raise InputError(problems)
    if settings.sides is Sides.SINGLE:
        return _single(count, stock, settings)
    slots = grid(paper, stock, settings)
    problems = of_the_grid(slots, paper, stock, settings) or of_the_slots(slots, paper, stock, settings)
    if problems:
        raise InputError(problems)
    sheets = tuple(_sheets(count, slots, settings))
    return Imposition(slots, _pages(sheets, slots, settings), len(sheets), warnings(stock, settings))


def free_slots(slots: Grid, settings: PrintSettings) -> tuple[Slot, ...]:
    """The slots of the first sheet that may be printed on."""
    return tuple(slot for slot in slots.slots if slot.index >= settings.start_at and slot.index not in settings.skip)


def _sheets(count: int, slots: Grid, settings: PrintSettings) -> Iterator[Sheet]:
    """Card numbers with their slots, sheet by sheet. A part sheet keeps its slots where they are."""
    free, card = free_slots(slots, settings), 0
    while card < count:
        here = free[: count - card]
        yield tuple(zip(range(card, card + len(here)), here, strict=True))
        card, free = card + len(here), slots.slots


def _pages(sheets: tuple[Sheet, ...], slots: Grid, settings: PrintSettings) -> tuple[Page, ...]:
    if settings.sides is Sides.FOLD:
        return tuple(_page(number, Side.FRONT, _folded(number, sheet), slots) for number, sheet in enumerate(sheets, 1))
    fronts = [_page(n, Side.FRONT, _side(n, sheet, Side.FRONT), slots) for n, sheet in enumerate(sheets, 1)]
    if settings.sides is Sides.FRONT:
        return tuple(fronts)
    backs = [_page(n, Side.BACK, _side(n, sheet, Side.BACK), slots) for n, sheet in enumerate(sheets, 1)]
    if settings.order is SheetOrder.INTERLEAVED:
        return tuple(page for pair in zip(fronts, backs, strict=True) for page in pair)
    return (*fronts, *(backs if settings.order is SheetOrder.FRONTS_BACKS else reversed(backs)))


def _page(number: int, side: Side, placements: tuple[Placement, ...], slots: Grid) -> Page:
    return Page(number, side, placements, slots.paper, slots.paper)


def _side(number: int, sheet: Sheet, side: Side) -> tuple[Placement, ...]:
    return tuple(
        _placement(card, side, number, slot.index, slot.front if side is Side.FRONT else slot.back)
        for card, slot in sheet
    )


def _folded(number: int, sheet: Sheet) -> tuple[Placement, ...]:
    """Front and back of every card on the one printed side."""
    return tuple(
        _placement(card, side, number, slot.index, cell)
        for card, slot in sheet
        for side, cell in ((Side.FRONT, slot.front), (Side.BACK, slot.back))
    )


def _placement(card: int, side: Side, sheet: int, slot: int, cell: Cell) -> Placement:
    return Placement(card, side, sheet, slot, cell.trim, cell.painted, cell.turn)


def _single(count: int, stock: Stock, settings: PrintSettings) -> Imposition:
    """One face a page at trim size, with bleed all round: front, back, front, back, as print shops ask for."""
    width, height, bleed = micrometres(stock.width), micrometres(stock.height), max(0, micrometres(settings.bleed))
    trim = Rect(bleed, bleed, width, height)
    paper = trim.grown(bleed, bleed, bleed, bleed)
    cell = Cell(trim, paper, 0)
    slot = Slot(1, 0, 0, trim, cell, cell)
    pages = tuple(
        Page(card + 1, side, (_placement(card, side, card + 1, 1, cell),), paper, trim)
        for card in range(count)
        for side in Side
    )
    return Imposition(Grid(paper, (width, height), 1, 1, trim, (slot,)), pages, count)
