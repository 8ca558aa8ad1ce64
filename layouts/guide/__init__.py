"""The first page of a deck on request: how to print exactly this deck, on this stock, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.ground import flat
from layouts.guide.plan import Plan
from layouts.guide.sheets import TOP, drawings
from layouts.guide.steps import told
from layouts.instructions import bars, led, points, steps, strokes, typed, written
from layouts.signs import bled, icon, tab_ground
from publisher.colour import WHITE
from publisher.drawing import Mark, polyline
from publisher.geometry import Box, Point, mm
from publisher.model.card import Group
from publisher.model.printing import Flip, Sides
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Span

__all__ = ["Plan", "draw"]

MARGIN = 14.0
# Between the drawings and the steps, and under the head.
GUTTER, HEAD = 12.0, 48.0
SIZES = (15.0, 14.5, 14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0)


def draw(plan: Plan, setting: Setting) -> tuple[Face, ...]:
    """The page, and its back where it needs one, so that the first front of the deck begins a new sheet."""
    page = _front(plan, setting)
    return (page, _back(plan, setting)) if plan.own_pages > 1 else (page,)


def _front(plan: Plan, setting: Setting) -> Face:
    surface = Surface(plan.paper.size, setting.typeface, 13, setting.words.say("guide.title"))
    trim = surface.trim
    body = Style(11, 14, setting.theme.ink)
    trial = Surface(plan.paper.size, setting.typeface, 11)
    ground = trim.height - 12.5 - _trouble(plan, setting, trial, body, 0.0)
    colours = setting.theme.groups[Group.WHY]
    with surface.artifact():
        earth = bled(Box(0, ground, trim.width, trim.height - ground))
        surface.paint(*flat(Group.WHY, earth, 4.2, (colours.main, colours.tint), 0.7))
    _head(plan, setting, surface)
    width = drawings(plan, setting, surface, Box(MARGIN, HEAD - TOP, 0, ground - 6 - HEAD + TOP))
    left = MARGIN + width + GUTTER
    _steps(plan, setting, surface, Box(left, HEAD, trim.right - MARGIN - left, ground - 7 - HEAD))
    _trouble(plan, setting, surface, body, ground)
    bars(surface, setting, plan.paper.size, HEAD)
    return surface.face()


def _back(plan: Plan, setting: Setting) -> Face:
    words = setting.words.say("guide.empty")
    surface = Surface(plan.paper.size, setting.typeface, 11, words)
    written(surface, Role.PARAGRAPH, words, Style(11, 14, setting.theme.ink), Box(MARGIN, MARGIN, 120, 0))
    return surface.face()


# The head


def _head(plan: Plan, setting: Setting, surface: Surface) -> None:
    ink, words = setting.theme.ink, setting.words
    width = surface.trim.width - 2 * MARGIN - 22
    title = Style(30, 32, ink, Weight.BOLD, tracking=-0.25)
    y = written(surface, Role.H1, words.say("guide.title"), title, Box(MARGIN, 12, width, 0)) + 1.6
    stock, number = plan.stock, words.number
    size = words.say("guide.size", name=stock.name, width=number(stock.width), height=number(stock.height))
    said = words.say(
        "guide.deck",
        deck=plan.deck,
        cards=_counted(setting, "cards", plan.cards),
        size=size,
        sheets=_counted(setting, "sheets", plan.imposed.sheets),
        paper=plan.paper.name,
    )
    if plan.is_for_a_shop:
        said = words.say("guide.deck_shop", deck=plan.deck, cards=_counted(setting, "cards", plan.cards), size=size)
    with surface.element(Role.PARAGRAPH):
        surface.write(surface.set(said, Style(13, 16.5, ink), width, balanced=True), MARGIN, y)
    _tab(plan, setting, surface)


def _counted(setting: Setting, what: str, number: int) -> str:
    form = "one" if number == 1 else "other"
    paths = {"cards": f"guide.cards.{form}", "sheets": f"guide.sheets.{form}"}
    return setting.words.say(paths[what], n=number)


def _tab(plan: Plan, setting: Setting, surface: Surface) -> None:
    """A tab as on the cards; its sign says what the paper does."""
    signs = {Sides.FOLD: "fold", Sides.DUPLEX: "flip-long" if plan.settings.flip is Flip.LONG else "flip-short"}
    main = setting.theme.groups[Group.WHY].main
    box = Box(surface.trim.right - MARGIN - 16, -3, 16, 34)
    with surface.artifact():
        on = tab_ground(surface, setting, box, main, 1.2, "br bl")
        paper = WHITE if setting.theme.outlined else main
        sign = signs.get(plan.settings.sides, "scissors")
        icon(surface, setting, sign, Box(box.x + 2.5, box.bottom - 15, 11, 11), on, paper)


def _steps(plan: Plan, setting: Setting, surface: Surface, room: Box) -> None:
    """The steps, in the largest size that the room holds, spread over it but not thinly."""
    texts = told(plan, setting)
    for size in SIZES:
        style = Style(size, size * 1.3, setting.theme.ink)
        trial = Surface(plan.paper.size, setting.typeface, size)
        left = room.height - steps(trial, setting, texts, style, Box(room.x, 0, room.width, 0), 0.0)
        gap = left / max(1, len(texts) - 1)
        if gap >= mm(style.leading) * 0.6:
            steps(surface, setting, texts, style, room, min(gap, mm(style.leading) * 1.3))
            return
    surface.too_long("guide", 1, 40, None)


# If something is off


def _trouble(plan: Plan, setting: Setting, surface: Surface, body: Style, ground: float) -> float:
    """What to do when the print is off: what is quickly seen, then two branches; gives the height below."""
    words, ink = setting.words, setting.theme.ink
    width, gap = surface.trim.width - 2 * MARGIN, 9.0
    column = (width - gap) / 2
    heading = Style(16, 19, ink, Weight.BOLD)
    y = written(surface, Role.H2, words.say("guide.trouble"), heading, Box(MARGIN, ground + 4.2 + 5.0, width, 0)) + 1.8
    lefts = (MARGIN, MARGIN + column + gap)
    items = [_said(setting, path, _other(plan)) for path in _quick(plan)]
    y = points(surface, items, body, [Box(x, y, column, 0) for x in lefts]) + 4.4
    branches = _branches(plan)
    if not branches:
        return y
    third = Style(12.5, 15, ink, Weight.BOLD)
    y = written(surface, Role.PARAGRAPH, words.say(branches[0]), third, Box(MARGIN, y, width, 0)) + 1.6
    _fork(setting, surface, [Box(x, y, column, 0) for x in lefts])
    boxes = [Box(x, y + 6.2, column, 0) for x in lefts]
    return _two(setting, surface, branches[1:], body, boxes) + 2.0


def _other(plan: Plan) -> str:
    return "short" if plan.settings.flip is Flip.LONG else "long"


def _quick(plan: Plan) -> tuple[str, str]:
    if plan.is_for_a_shop:
        return "guide.shop_size", "guide.shop_backs"
    if plan.turns:
        return "guide.wrong_scale", "guide.wrong_back"
    return "guide.wrong_scale", "guide.lost_edge" if plan.stock.sheet is None else "guide.lost_edge_precut"


def _branches(plan: Plan) -> tuple[str, ...]:
    if plan.turns:
        wanders = "guide.wanders" if plan.stock.sheet is None else "guide.wanders_precut"
        return "guide.backs_off", "guide.shifted", wanders
    if plan.settings.sides is Sides.FRONT and plan.stock.sheet is not None:
        return "guide.fronts_off", "guide.shifted_front", "guide.wanders_precut"
    return ()


def _fork(setting: Setting, surface: Surface, boxes: Sequence[Box]) -> None:
    """From one line to two arrows: the one or the other."""
    ink = setting.theme.ink
    xs, y = [box.x + 2.2 for box in boxes], boxes[0].y + 1.4
    with surface.artifact():
        drops = [(Point(x, y), Point(x, y + 2.6)) for x in xs]
        surface.paint(strokes([(Point(xs[0] - 0.25, y), Point(xs[1] + 0.25, y)), *drops], ink, 0.5))
        for x in xs:
            head = polyline([(x - 1.3, y + 2.3), (x + 1.3, y + 2.3), (x, y + 4.4)], closed=True)
            surface.paint(Mark(head, fill=ink))


def _two(setting: Setting, surface: Surface, paths: Sequence[str], body: Style, boxes: Sequence[Box]) -> float:
    bottom = 0.0
    with surface.element(Role.LIST):
        for path, box in zip(paths, boxes, strict=True):
            with surface.element(Role.ITEM), surface.element(Role.ITEM_BODY):
                bottom = max(bottom, surface.write(surface.set(_said(setting, path), body, box.width), box.x, box.y))
    return bottom


def _said(setting: Setting, path: str, other: str = "") -> list[Span]:
    """What one sees in bold, what to do, and in bold what to type, if anything."""
    words = setting.words
    command = words.say(f"{path}.command", other=other) if words.has(f"{path}.command") else ""
    spans = led(words.say(f"{path}.lead"), words.say(f"{path}.text", command=command))
    return [*spans[:2], *typed(spans[2].text, command)] if command else spans
