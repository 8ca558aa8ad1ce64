"""The first sheet of a deck in small: its places, which of them are used, and how the paper turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.instructions import strokes, written
from layouts.signs import icon, rule
from publisher.colour import WHITE
from publisher.drawing import Mark, Stroke, polyline, rectangle
from publisher.geometry import Box, Point, Transform, mm
from publisher.model.card import Group
from publisher.model.printing import Flip, Sides
from publisher.press.sheets import Side
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layouts.guide.plan import Plan
    from layouts.setting import Setting
    from publisher.model.stock import Stock
    from publisher.press.sheets import Cell, Page, Rect, Slot
    from publisher.typesetting.surface import Surface

# The widest a drawing of a sheet gets, with its back and alone.
WIDEST, WIDEST_ALONE = 66.0, 86.0
# Room over a drawing for the arrow to its top, for its caption, and for the turn.
TOP, CAPTION, TURN = 4.6, 6.2, 18.0
FOLD_DASH = (0.9, 0.7)


def drawings(plan: Plan, setting: Setting, surface: Surface, room: Box) -> float:
    """The first sheet, front over back with the turn between them; gives the width they take."""
    pages = [page for side in Side if (page := plan.first(side)) is not None]
    paper = pages[0].paper
    taken = (TOP + CAPTION) * len(pages) + TURN * (len(pages) - 1)
    widest = WIDEST if len(pages) > 1 else WIDEST_ALONE
    scale = min(widest / paper.box.width, (room.height - taken) / paper.box.height / len(pages))
    width, y = paper.box.width * scale, room.y
    for index, page in enumerate(pages):
        if index:
            y = _turning(plan, setting, surface, Point(room.x, y), width)
        placed = Transform.scale(scale).then(Transform.move(room.x, y + TOP))
        y = _sheet(plan, setting, surface, page, placed)
    return max(width, 44.0 if len(pages) > 1 else 0.0)


def _turning(plan: Plan, setting: Setting, surface: Surface, at: Point, width: float) -> float:
    """The sign and the words for the turn, between front and back."""
    if not plan.turns:
        return at.y + 4
    long = plan.settings.flip is Flip.LONG
    with surface.artifact():
        sign = "flip-long" if long else "flip-short"
        icon(surface, setting, sign, Box(at.x, at.y + 2.5, 12, 12), setting.theme.ink)
    words = setting.words.say("guide.turn_long" if long else "guide.turn_short")
    block = surface.set(words, Style(10.5, 12.5, setting.theme.ink, Weight.BOLD), max(28.0, width - 15))
    with surface.element(Role.PARAGRAPH):
        surface.write(block, at.x + 15, at.y + 8.5 - block.height / 2)
    return at.y + TURN


def _sheet(plan: Plan, setting: Setting, surface: Surface, page: Page, small: Transform) -> float:
    """One page in small, its slots numbered, those with a card tinted; gives the height below its caption."""
    theme, words = setting.theme, setting.words
    box = small.of_box(page.paper.box)
    figure = Box(box.x, box.y - TOP, box.width, box.height + TOP)
    with surface.element(Role.FIGURE, alt=_alt(plan, setting, page), box=figure):
        _top(setting, surface, Point(box.x + box.width / 2, box.y))
        surface.paint(Mark(rectangle(box), fill=WHITE, stroke=Stroke(theme.ink, 0.3)))
        for rect, number, used in _slots(plan, page):
            _slot(setting, surface, small.of_box(rect.box), str(number), used=used)
        for placement in page.placements:
            _corner(setting, surface, placement.transform.then(small), plan.stock)
        _edges(plan, setting, surface, page, small)
        _hinge(plan, setting, surface, page, box)
    caption = words.say("guide.caption", side=words.say(f"sheet.{page.side.value}"), sheet=page.sheet)
    if plan.is_for_a_shop:
        caption = words.say("guide.caption_shop", side=words.say(f"sheet.{page.side.value}"))
    elif not plan.turns:
        caption = words.say("guide.caption_one", sheet=page.sheet)
    return written(surface, Role.PARAGRAPH, caption, Style(9, 11, theme.ink), Box(box.x, box.bottom + 1.2, 60, 0)) + 1.0


def _top(setting: Setting, surface: Surface, at: Point) -> None:
    """An arrow to the top of the sheet."""
    head = polyline([(at.x - 1.5, at.y - 1.1), (at.x + 1.5, at.y - 1.1), (at.x, at.y - 3.6)], closed=True)
    surface.paint(Mark(head, fill=setting.theme.ink))
    style = Style(9, 11, setting.theme.ink)
    surface.label(setting.words.say("guide.top"), style, Point(at.x + 2.6, at.y - 1.2))


def _slots(plan: Plan, page: Page) -> Iterator[tuple[Rect, int, bool]]:
    """Every place of the page with its number, and whether a card lies in it."""
    used = {placement.slot for placement in page.placements}
    for slot in plan.imposed.grid.slots:
        yield from ((cell.trim, slot.index, slot.index in used) for cell in _cells(plan, slot, page))


def _cells(plan: Plan, slot: Slot, page: Page) -> tuple[Cell, ...]:
    """Front and back of a slot, as far as they lie on this page."""
    if plan.settings.sides is Sides.FOLD:
        return slot.front, slot.back
    return (slot.front,) if page.side is Side.FRONT else (slot.back,)


def _slot(setting: Setting, surface: Surface, box: Box, number: str, *, used: bool) -> None:
    tint = setting.theme.groups[Group.STRENGTH].tint if used else WHITE
    size = min(13.0, 0.5 * min(box.width, box.height) / mm(1))
    style = Style(size, size, setting.theme.ink, Weight.BOLD if used else Weight.REGULAR)
    surface.paint(Mark(rectangle(box), fill=tint))
    at = Point(box.x + box.width / 2, box.y + (box.height + mm(CAP_HEIGHT * size)) / 2)
    surface.label(number, style, at, align="centre")


def _edges(plan: Plan, setting: Setting, surface: Surface, page: Page, small: Transform) -> None:
    """Where to cut, and dashed where to fold."""
    ink = setting.theme.ink
    for slot in plan.imposed.grid.slots:
        whole = slot.box if plan.settings.sides is Sides.FOLD else _cells(plan, slot, page)[0].trim
        surface.paint(Mark(rectangle(small.of_box(whole.box)), stroke=Stroke(ink, 0.18)))
        if slot.fold is not None:
            fold = small.of_box(slot.fold.box)
            surface.paint(strokes([(Point(fold.x, fold.y), Point(fold.right, fold.bottom))], ink, 0.3, FOLD_DASH))


def _corner(setting: Setting, surface: Surface, placed: Transform, stock: Stock) -> None:
    """The card's tab, at its upper right: it shows which way up the card lies."""
    width = 0.16 * stock.width
    corner = placed.of_box(Box(stock.width * 0.93 - width, 0, width, 0.15 * stock.height))
    surface.paint(Mark(rectangle(corner), fill=setting.theme.groups[Group.STRENGTH].main))


def _hinge(plan: Plan, setting: Setting, surface: Surface, page: Page, box: Box) -> None:
    """In bold the edge on which the sheet turns."""
    if plan.turns:
        front = page.side is Side.FRONT
        if plan.settings.flip is Flip.LONG:
            edge = Box(box.right - 0.6 if front else box.x - 0.6, box.y, 1.2, box.height)
        else:
            edge = Box(box.x, box.bottom - 0.6 if front else box.y - 0.6, box.width, 1.2)
        rule(surface, edge, setting.theme.ink)


def _alt(plan: Plan, setting: Setting, page: Page) -> str:
    words, grid = setting.words, plan.imposed.grid
    used = [str(placement.slot) for placement in page.placements if placement.side is page.side]
    if plan.is_for_a_shop:
        return words.say("guide.alt_shop", side=words.say(f"sheet.{page.side.value}"))
    return words.say(
        "guide.alt",
        side=words.say(f"sheet.{page.side.value}"),
        columns=grid.columns,
        rows=grid.rows,
        used=words.listed(used),
    )
