"""The outlines of a stock on its sheet, life size, to hold against the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.instructions import BAR, BAR_BELOW, BAR_BESIDE, level_bar, strokes, upright_bar
from publisher.drawing import Mark, Stroke, rectangle
from publisher.geometry import Box, Point
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layouts.setting import Setting
    from publisher.model.stock import Paper, Precut, Stock
    from publisher.press.sheets import Grid
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Block

OUTLINE = 0.25
DASH = (1.6, 1.2)
# Room inside an outline for its measures.
INSET = 6.0
# What a bar in the margin needs around it.
BAR_ROOM = 8.5
SIZES = (11.0, 10.0, 9.0, 8.0)


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
    x, y = first.x + 0.2 * first.width, first.y + 4.8
    surface.paint(strokes([(Point(x, 0), Point(x, first.y)), (Point(0, y), Point(first.x, y))], ink, 0.15))
    # Where a printer does not reach, the measure stands inside the outline.
    outside = first.x >= 9
    at = Point(first.x - 1.0 if outside else first.x + 0.8, y - 1.0)
    surface.label(words.number(first.x), small, at, align="right" if outside else "left")
    surface.label(words.number(first.y), small, Point(x + 1.0, first.y - 1.4))


def _words(setting: Setting, surface: Surface, stock: Stock, paper: Paper, places: list[Box]) -> None:
    """What this is, inside the first outline; where that is too small, in the next ones too."""
    rooms = [place.inset(INSET, INSET, 4.0, 11.0) for place in places[:3]]
    tried = [
        list(_blocks(setting, surface, Style(size, size * 1.24, setting.theme.ink), stock, paper, places))
        for size in SIZES
    ]
    blocks = next((blocks for blocks in tried if _height(blocks) <= rooms[0].height), tried[-1])
    y, here = rooms[0].y, 0
    for role, block in blocks:
        if y + block.height > rooms[here].bottom and here + 1 < len(rooms):
            here, y = here + 1, rooms[here + 1].y
        with surface.element(role):
            y = surface.write(block, rooms[here].x, y) + _after(block)
    if y - _after(blocks[-1][1]) > rooms[here].bottom + 0.01:
        surface.too_long("stock", 1, 40, None)


def _height(blocks: list[tuple[Role, Block]]) -> float:
    return sum(block.height + _after(block) for _, block in blocks)


def _after(block: Block) -> float:
    return 0.3 * block.leading


def _blocks(
    setting: Setting, surface: Surface, body: Style, stock: Stock, paper: Paper, places: list[Box]
) -> Iterator[tuple[Role, Block]]:
    width = places[0].width - INSET - 4.0
    heading = body.bold().at(body.size * 1.3, body.size * 1.5)
    yield Role.H1, surface.set(setting.words.say("stock_test.title", name=stock.name), heading, width)
    for text, bold in _told(setting, stock, paper, len(places)):
        yield Role.PARAGRAPH, surface.set(text, body.bold() if bold else body, width)


def _told(setting: Setting, stock: Stock, paper: Paper, count: int) -> Iterator[tuple[str, bool]]:
    words, number = setting.words, setting.words.number
    size = {"width": number(stock.width), "height": number(stock.height)}
    yield words.say("stock_test.card", **size, count=count, paper=paper.name), False
    yield words.say("stock_test.hold" if stock.sheet is None else "stock_test.hold_precut"), False
    yield words.say("stock_test.verified" if stock.verified_by_print else "stock_test.unverified"), True
    yield words.say("stock_test.source", source=stock.source), False


def _bars(setting: Setting, surface: Surface, paper: Paper, places: list[Box]) -> None:
    """Bars of 100 mm in the margin where it has room, else across the middle of the last row and column."""
    box, last, small = _round(places), places[-1], Style(7.5, 9, setting.theme.ink)
    below = paper.height - box.bottom >= BAR_ROOM
    y = paper.height - BAR_BELOW if below else last.y + last.height / 2
    start = Point((paper.width - BAR) / 2, y)
    level_bar(surface, setting, start)
    beside = box.x >= BAR_ROOM
    x = BAR_BESIDE if beside else last.x + 0.8 * last.width
    upright = Point(x, (paper.height - BAR) / 2)
    upright_bar(surface, setting, upright)
    with surface.artifact():
        label = setting.words.say("sheet.bar" if below else "sheet.bar_short")
        surface.label(label, small, Point(start.x + BAR + 2.5, start.y + 0.9 if below else start.y - 1.5))
        label = setting.words.say("sheet.bar_short")
        surface.label(label, small, Point(x + 0.9, upright.y + BAR + 8), align="centre", turn=270)
