"""The first page of a deck on request: how to print exactly this deck, on this stock, in this order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layouts.blocks import bled, icon, rule
from layouts.ground import flat
from layouts.instructions import bars, led, points, steps, strokes, typed, written
from publisher.colour import WHITE
from publisher.drawing import Mark, Stroke, polyline, rectangle
from publisher.geometry import Box, Point, Transform, mm
from publisher.model.card import Group
from publisher.model.dose import Range
from publisher.model.printing import Flip, Marks, PrintSettings, SheetOrder, Sides
from publisher.press.sheets import Side
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.blocks import Setting
    from publisher.model.stock import Paper, Stock
    from publisher.press.sheets import Imposition, Page, Rect
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Span

MARGIN = 14.0
# Between the drawings and the steps, and under the head.
GUTTER, HEAD = 12.0, 47.0
# The widest a drawing of a sheet gets, and its caption.
WIDEST, CAPTION, TURN = 66.0, 6.2, 19.0
FOLD_DASH = (0.9, 0.7)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be printed, and how: `cards` counts different ones, `imposed` knows the sheets."""

    deck: str
    cards: int
    stock: Stock
    paper: Paper
    settings: PrintSettings
    imposed: Imposition

    @property
    def own_pages(self) -> int:
        """How many pages the guide takes: where the printer turns the paper by itself, a sheet of its own."""
        return 2 if self.turns and self.settings.order is SheetOrder.INTERLEAVED else 1

    @property
    def turns(self) -> bool:
        """Whether sheets are printed on both sides."""
        return self.settings.sides is Sides.DUPLEX

    @property
    def is_for_a_shop(self) -> bool:
        """Whether there are no sheets, but a page for each face."""
        return self.settings.sides is Sides.SINGLE

    def numbers(self, side: Side | None = None) -> list[int]:
        """The page numbers of one side, or of both, in this file."""
        pages = enumerate(self.imposed.pages, self.own_pages + 1)
        return sorted(number for number, page in pages if side is None or page.side is side)

    def first(self, side: Side) -> Page | None:
        """The first sheet's page of one side."""
        return next((page for page in self.imposed.pages if page.sheet == 1 and page.side is side), None)


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
    width = _drawings(plan, setting, surface, Box(MARGIN, HEAD, WIDEST, ground - 7 - HEAD))
    left = MARGIN + width + GUTTER
    _steps(plan, setting, surface, Box(left, HEAD, trim.right - MARGIN - left, ground - 7 - HEAD))
    _trouble(plan, setting, surface, body, ground)
    bars(surface, setting, plan.paper.size)
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
    size = words.say("guide.size", name=plan.stock.name, width=words.number(plan.stock.width), height=words.number(plan.stock.height))
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
    written(surface, Role.PARAGRAPH, said, Style(13, 16.5, ink), Box(MARGIN, y, width, 0))
    _tab(plan, setting, surface)


def _counted(setting: Setting, what: str, number: int) -> str:
    form = "one" if number == 1 else "other"
    paths = {"cards": f"guide.cards.{form}", "sheets": f"guide.sheets.{form}", "pages": f"guide.pages.{form}"}
    return setting.words.say(paths[what], n=number)


def _tab(plan: Plan, setting: Setting, surface: Surface) -> None:
    """A tab as on the cards; its sign says what the paper does."""
    signs = {Sides.FOLD: "fold", Sides.DUPLEX: "flip-long" if plan.settings.flip is Flip.LONG else "flip-short"}
    main = setting.theme.groups[Group.WHY].main
    box = Box(surface.trim.right - MARGIN - 16, -3, 16, 34)
    with surface.artifact():
        surface.paint(Mark(rectangle(box, 1.2, "br bl"), fill=main))
        sign = signs.get(plan.settings.sides, "scissors")
        icon(surface, setting, sign, Box(box.x + 2.5, box.bottom - 15, 11, 11), WHITE, main)


# The drawings of the first sheet


def _drawings(plan: Plan, setting: Setting, surface: Surface, room: Box) -> float:
    """The first sheet, front over back with the turn between them; gives the width they take."""
    pages = [page for side in Side if (page := plan.first(side)) is not None]
    paper = pages[0].paper
    taken = CAPTION * len(pages) + TURN * (len(pages) - 1)
    scale = min(room.width * 1000 / paper.width, (room.height - taken) * 1000 / paper.height / len(pages)) / 1000
    y = room.y + 0.8
    for index, page in enumerate(pages):
        if index:
            y = _turning(plan, setting, surface, Point(room.x, y), paper.width * scale)
        y = _sheet(plan, setting, surface, page, Transform.scale(scale).then(Transform.move(room.x, y)))
    return max(paper.width * scale, 44.0 if len(pages) > 1 else 0.0)


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
    with surface.element(Role.FIGURE, alt=_alt(plan, setting, page), box=box):
        surface.paint(Mark(rectangle(box), fill=WHITE, stroke=Stroke(theme.ink, 0.3)))
        for rect, number, used in _slots(plan, page):
            _slot(setting, surface, small.of_box(rect.box), str(number), used=used)
        for placement in page.placements:
            if placement.side is Side.FRONT:
                _corner(setting, surface, placement.transform.then(small), plan.stock)
        folds = [small.of_box(slot.fold.box) for slot in plan.imposed.grid.slots if slot.fold is not None]
        surface.paint(*(strokes([(Point(f.x, f.y), Point(f.right, f.bottom))], theme.ink, 0.3, FOLD_DASH) for f in folds))
        _hinge(plan, setting, surface, page, box)
    caption = words.say("guide.caption", side=words.say(f"sheet.{page.side.value}"), sheet=page.sheet)
    if plan.is_for_a_shop:
        caption = words.say("guide.caption_shop", side=words.say(f"sheet.{page.side.value}"))
    elif not plan.turns:
        caption = words.say("guide.caption_one", sheet=page.sheet)
    return written(surface, Role.PARAGRAPH, caption, Style(9, 11, theme.ink), Box(box.x, box.bottom + 1.2, 60, 0)) + 1.0


def _slots(plan: Plan, page: Page) -> Iterator[tuple[Rect, int, bool]]:
    """Every place of the page with its number, and whether a card lies in it."""
    used = {placement.slot for placement in page.placements}
    for slot in plan.imposed.grid.slots:
        number = page.sheet if plan.is_for_a_shop else slot.index
        yield (slot.box if plan.settings.sides is Sides.FOLD else _cell(slot, page)), number, slot.index in used


def _cell(slot: object, page: Page) -> Rect:
    rect: Rect = (slot.front if page.side is Side.FRONT else slot.back).trim  # type: ignore[attr-defined]
    return rect


def _slot(setting: Setting, surface: Surface, box: Box, number: str, *, used: bool) -> None:
    tint = setting.theme.groups[Group.STRENGTH].tint if used else WHITE
    size = min(13.0, 0.5 * min(box.width, box.height) / mm(1))
    style = Style(size, size, setting.theme.ink, Weight.BOLD if used else Weight.REGULAR)
    surface.paint(Mark(rectangle(box), fill=tint, stroke=Stroke(setting.theme.ink, 0.18)))
    surface.label(number, style, Point(box.x + box.width / 2, box.y + (box.height + mm(CAP_HEIGHT * size)) / 2), align="centre")


def _corner(setting: Setting, surface: Surface, placed: Transform, stock: Stock) -> None:
    """The card's tab, at its upper right: it shows which way up the card lies."""
    width = 0.16 * stock.width
    corner = placed.of_box(Box(stock.width * 0.93 - width, 0, width, 0.15 * stock.height))
    surface.paint(Mark(rectangle(corner), fill=setting.theme.groups[Group.STRENGTH].main))


def _hinge(plan: Plan, setting: Setting, surface: Surface, page: Page, box: Box) -> None:
    """An arrow to the top of the sheet, and in bold the edge on which it turns."""
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


# The steps


def _steps(plan: Plan, setting: Setting, surface: Surface, room: Box) -> None:
    """The steps, in the largest size that the room holds, spread over it but not thinly."""
    texts = list(_shop_steps(plan, setting) if plan.is_for_a_shop else _sheet_steps(plan, setting))
    for size in (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0):
        style = Style(size, size * 1.3, setting.theme.ink)
        trial = Surface(plan.paper.size, setting.typeface, size)
        left = room.height - steps(trial, setting, texts, style, Box(room.x, 0, room.width, 0), 0.0)
        gap = left / max(1, len(texts) - 1)
        if gap >= mm(style.leading) * 0.45:
            steps(surface, setting, texts, style, room, min(gap, mm(style.leading) * 0.95))
            return
    surface.too_long("guide", 1, 40, None)


def _sheet_steps(plan: Plan, setting: Setting) -> Iterator[str]:
    words, settings = setting.words, plan.settings
    yield words.say("guide.steps.paper", paper=plan.paper.name)
    yield words.say("guide.steps.scale")
    yield words.say(_sides(plan))
    yield _trying(plan, setting)
    measure = [words.say("guide.steps.bars")]
    if plan.turns:
        measure.append(words.say("guide.steps.window"))
    if plan.stock.sheet is not None:
        measure.append(words.say("guide.steps.places", stock=plan.stock.name))
    yield " ".join(measure)
    if settings.start_at > 1 or settings.skip:
        yield words.say("guide.steps.part_used")
    yield _printing(plan, setting)
    yield words.say(_cutting(plan))


def _sides(plan: Plan) -> str:
    if not plan.turns or plan.settings.order is not SheetOrder.INTERLEAVED:
        return "guide.steps.one_side"
    return "guide.steps.both_long" if plan.settings.flip is Flip.LONG else "guide.steps.both_short"


def _pages(setting: Setting, numbers: Sequence[int]) -> str:
    """ "page 2", or "pages 2 to 7"; the numbers follow one another."""
    words = setting.words
    form = "one" if len(numbers) == 1 else "other"
    return words.say(f"guide.pages.{form}", n=words.span(Range(numbers[0], numbers[-1])))


def _trying(plan: Plan, setting: Setting) -> str:
    """The first sheet alone, on plain paper."""
    words, fronts, backs = setting.words, plan.numbers(Side.FRONT), plan.numbers(Side.BACK)
    if plan.turns and plan.settings.order is SheetOrder.INTERLEAVED:
        return words.say("guide.steps.try_both", pages=_pages(setting, plan.numbers()[:2]))
    if plan.turns:
        back = backs[0] if plan.settings.order is SheetOrder.FRONTS_BACKS else backs[-1]
        turn = words.say("guide.steps.reload_long" if plan.settings.flip is Flip.LONG else "guide.steps.reload_short")
        return words.say("guide.steps.try_twice", front=fronts[0], back=back, turn=turn)
    return words.say("guide.steps.try_one", pages=_pages(setting, fronts[:1]))


def _printing(plan: Plan, setting: Setting) -> str:
    words, order = setting.words, plan.settings.order
    load = "guide.steps.load" if plan.stock.sheet is None else "guide.steps.load_precut"
    if plan.settings.sides is Sides.FOLD:
        load = "guide.steps.load_fold"
    load = words.say(load, stock=plan.stock.name)
    if not plan.turns or order is SheetOrder.INTERLEAVED:
        return words.say("guide.steps.all", load=load, pages=_pages(setting, plan.numbers()))
    path = "guide.steps.fronts_backs" if order is SheetOrder.FRONTS_BACKS else "guide.steps.backs_reversed"
    if plan.imposed.sheets == 1:
        path = "guide.steps.one_and_one"
    fronts, backs = (_pages(setting, plan.numbers(side)) for side in Side)
    return words.say(path, load=load, fronts=fronts, backs=backs)


def _cutting(plan: Plan) -> str:
    if plan.stock.sheet is not None:
        return "guide.steps.part"
    if plan.settings.sides is Sides.FOLD:
        return "guide.steps.fold"
    return "guide.steps.cut_edges" if plan.settings.marks is Marks.NONE else "guide.steps.cut"


def _shop_steps(plan: Plan, setting: Setting) -> Iterator[str]:
    words, stock = setting.words, plan.stock
    yield words.say("guide.shop.pages", pages=_pages(setting, plan.numbers()))
    yield words.say("guide.shop.size", width=words.number(stock.width), height=words.number(stock.height))
    yield words.say("guide.shop.bleed", bleed=words.number(plan.settings.bleed))
    yield words.say("guide.shop.pairs")
    yield words.say("guide.shop.paper")
    yield words.say("guide.shop.proof")


# If something is off


def _trouble(plan: Plan, setting: Setting, surface: Surface, body: Style, ground: float) -> float:
    """What to do when the print is off: what is quickly seen, then two branches; gives the height below."""
    words, ink = setting.words, setting.theme.ink
    width, gap = surface.trim.width - 2 * MARGIN, 9.0
    column = (width - gap) / 2
    heading = Style(16, 19, ink, Weight.BOLD)
    y = written(surface, Role.H2, words.say("guide.trouble"), heading, Box(MARGIN, ground + 4.2 + 5.0, width, 0)) + 1.8
    lefts = (MARGIN, MARGIN + column + gap)
    items = [led(words.say(f"{path}.lead"), words.say(f"{path}.text", other=_other(plan))) for path in _quick(plan)]
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
    return "guide.wrong_scale", "guide.wrong_back" if plan.turns else "guide.lost_edge"


def _branches(plan: Plan) -> tuple[str, ...]:
    if plan.turns:
        return "guide.backs_off", "guide.shifted", "guide.wanders" if plan.stock.sheet is None else "guide.wanders_precut"
    if plan.settings.sides is Sides.FRONT and plan.stock.sheet is not None:
        return "guide.fronts_off", "guide.shifted_front", "guide.wanders_precut"
    return ()


def _fork(setting: Setting, surface: Surface, boxes: Sequence[Box]) -> None:
    """From one line to two arrows: which of the two is it?"""
    ink = setting.theme.ink
    xs, y = [box.x + 2.2 for box in boxes], boxes[0].y + 1.4
    with surface.artifact():
        drops = [(Point(x, y), Point(x, y + 2.6)) for x in xs]
        surface.paint(strokes([(Point(xs[0] - 0.25, y), Point(xs[1] + 0.25, y)), *drops], ink, 0.5))
        for x in xs:
            head = polyline([(x - 1.3, y + 2.3), (x + 1.3, y + 2.3), (x, y + 4.4)], closed=True)
            surface.paint(Mark(head, fill=ink))


def _two(setting: Setting, surface: Surface, paths: Sequence[str], body: Style, boxes: Sequence[Box]) -> float:
    words, bottom = setting.words, 0.0
    with surface.element(Role.LIST):
        for path, box in zip(paths, boxes, strict=True):
            text = words.say(f"{path}.text")
            spans: list[Span] = led(words.say(f"{path}.lead"), "")[:2]
            spans += typed(text, words.say(f"{path}.command")) if words.has(f"{path}.command") else led("", text)[2:]
            with surface.element(Role.ITEM), surface.element(Role.ITEM_BODY):
                bottom = max(bottom, surface.write(surface.set(spans, body, box.width), box.x, box.y))
    return bottom
