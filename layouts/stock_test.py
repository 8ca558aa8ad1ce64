"""The outlines of a stock on its sheet, life size, to hold against the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.instructions import BAR, BAR_BELOW, BAR_BESIDE, level_bar, strokes, upright_bar, written
from publisher.drawing import Mark, Stroke, rectangle
from publisher.geometry import Box, Point, mm
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layouts.blocks import Setting
    from publisher.model.stock import Paper, Precut, Stock
    from publisher.press.sheets import Grid
    from publisher.typesetting.face import Face

OUTLINE = 0.25
DASH = (1.6, 1.2)
# Room inside an outline for its measures.
INSET = 6.0
# What a bar in the margin needs around it.
BAR_ROOM = 8.5


def draw(setting: Setting, stock: Stock, paper: Paper, grid: Grid) -> Face:
    """The page: outlines with numbers and measures, two bars, and in the first outline what this is."""
    title = setting.words.say("stock_test.title", name=stock.name)
    surface = Surface(paper.size, setting.typeface, 9, title)
    places = list(_places(stock, grid))
    _words(setting, surface, stock, paper, places)
    box = _round(places)
    alt = setting.words.say("stock_test.alt", count=len(places))
    with surface.element(Role.FIGURE, alt=alt, box=box):
        for number, place in enumerate(places, 1):
            _outline(setting, surface, stock, place, number)
    with surface.artifact():
        _offsets(setting, surface, places[0])
    _bars(setting, surface, paper, places)
    return surface.face()


def _places(stock: Stock, grid: Grid) -> Iterator[Box]:
    """The outlines: where a precut sheet is cut, else where the cards lie."""
    sheet = stock.sheet
    if sheet is None:
        yield from (slot.box.box for slot in grid.slots)
        return
    for row in range(sheet.rows):
        for column in range(sheet.columns):
            yield _cut(sheet, column, row)


def _cut(sheet: Precut, column: int, row: int) -> Box:
    x, y = sheet.left + column * sheet.pitch_x, sheet.top + row * sheet.pitch_y
    return Box(x, y, sheet.slot_width, sheet.slot_height)


def _round(places: list[Box]) -> Box:
    left, top = min(p.x for p in places), min(p.y for p in places)
    return Box(left, top, max(p.right for p in places) - left, max(p.bottom for p in places) - top)


def _outline(setting: Setting, surface: Surface, stock: Stock, place: Box, number: int) -> None:
    """One outline with its number and, along its edges, its width and height in millimetres."""
    ink, words = setting.theme.ink, setting.words
    surface.paint(Mark(rectangle(place, stock.corner_radius), stroke=Stroke(ink, OUTLINE)))
    lying = place.width > place.height
    width, height = (stock.height, stock.width) if lying else (stock.width, stock.height)
    if place.width - width > 0.05 or place.height - height > 0.05:
        card = Box(place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width, height)
        surface.paint(Mark(rectangle(card), stroke=Stroke(ink, 0.15, cap="butt", dash=DASH)))
    large, small = Style(20, 20, ink, Weight.BOLD), Style(7.5, 9, ink)
    surface.label(str(number), large, Point(place.right - 3.5, place.bottom - 4.0), align="right")
    surface.label(words.number(place.width), small, Point(place.x + place.width / 2, place.y + 3.6), align="centre")
    beside = Point(place.x + 3.6, place.y + place.height / 2)
    surface.label(words.number(place.height), small, beside, align="centre", turn=270)


def _offsets(setting: Setting, surface: Surface, first: Box) -> None:
    """How far the first outline stands from the paper's edges, with a line to each."""
    ink, small, words = setting.theme.ink, Style(7.5, 9, setting.theme.ink), setting.words
    x, y = first.x + 0.2 * first.width, first.y + 0.2 * first.height
    surface.paint(strokes([(Point(x, 0), Point(x, first.y)), (Point(0, y), Point(first.x, y))], ink, 0.15))
    if first.x >= 6:
        surface.label(words.number(first.x), small, Point(max(first.x - 1.0, 0), y - 1.0), align="right")
    if first.y >= 6:
        surface.label(words.number(first.y), small, Point(x + 1.0, first.y - 1.4))


def _words(setting: Setting, surface: Surface, stock: Stock, paper: Paper, places: list[Box]) -> None:
    """What this is, inside the first outline, in the largest size that leaves room for its number."""
    room = places[0].inset(INSET, INSET, 4.0, 12.0)
    for size in (11.0, 10.0, 9.0, 8.5, 8.0, 7.5, 7.0):
        trial = Surface(paper.size, setting.typeface, size)
        if _written(setting, trial, stock, paper, places, room, size) <= room.bottom:
            break
    else:
        surface.too_long("stock", 1, 40, stock.place)
    _written(setting, surface, stock, paper, places, room, size)


def _written(  # noqa: PLR0913  it is tried before it is written
    setting: Setting, surface: Surface, stock: Stock, paper: Paper, places: list[Box], room: Box, size: float
) -> float:
    ink = setting.theme.ink
    heading, body = Style(size * 1.3, size * 1.5, ink, Weight.BOLD), Style(size, size * 1.24, ink)
    y = written(surface, Role.H1, surface_title(setting, stock), heading, room) + 0.35 * mm(body.leading)
    for text, bold in _told(setting, stock, paper, places):
        style = body.bold() if bold else body
        y = written(surface, Role.PARAGRAPH, text, style, room.below(y)) + 0.3 * mm(body.leading)
    return y


def surface_title(setting: Setting, stock: Stock) -> str:
    """What the sheet is called."""
    return setting.words.say("stock_test.title", name=stock.name)


def _told(setting: Setting, stock: Stock, paper: Paper, places: list[Box]) -> Iterator[tuple[str, bool]]:
    words, number = setting.words, setting.words.number
    size = {"width": number(stock.width), "height": number(stock.height)}
    yield words.say("stock_test.card", **size, count=len(places), paper=paper.name), False
    yield words.say("stock_test.hold" if stock.sheet is None else "stock_test.hold_precut"), False
    if stock.sheet is not None:
        yield words.say("stock_test.unverified" if not stock.verified_by_print else "stock_test.verified"), True
    yield words.say("stock_test.source", source=stock.source), False


def _bars(setting: Setting, surface: Surface, paper: Paper, places: list[Box]) -> None:
    """Bars of 100 mm in the margin where it has room, else across the middle of the last row and column."""
    box, last, small = _round(places), places[-1], Style(7.5, 9, setting.theme.ink)
    below = paper.height - box.bottom >= BAR_ROOM
    y = paper.height - BAR_BELOW if below else last.y + last.height / 2
    start = Point((paper.width - BAR) / 2, y)
    level_bar(surface, setting, start)
    beside = box.x >= BAR_ROOM
    x = BAR_BESIDE if beside else last.x + last.width / 2
    upright = Point(x, (paper.height - BAR) / 2)
    upright_bar(surface, setting, upright)
    with surface.artifact():
        label = setting.words.say("sheet.bar" if below else "sheet.bar_short")
        surface.label(label, small, Point(start.x + BAR + 2.5, start.y + 0.9 if below else start.y - 1.5))
        label = setting.words.say("sheet.bar_short")
        surface.label(label, small, Point(x + 0.9, upright.y + BAR + 8), align="centre", turn=270)
