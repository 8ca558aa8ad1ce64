"""Parts that several layouts share: tab, title, dose strip, rows of notes, steps, stop zone, evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layouts import tiers
from publisher.colour import WHITE
from publisher.drawing import Mark, Stroke, ellipse, polyline, rectangle
from publisher.geometry import Box, Point, Transform, mm
from publisher.model.card import Group, WarningSign
from publisher.model.theme import TypeSize
from publisher.problems import Phrase, place_of
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Span, Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.colour import Colour
    from publisher.drawing import Drawing
    from publisher.model.card import Card, Source, Step
    from publisher.model.dose import Dose
    from publisher.model.icon import Icon
    from publisher.model.stock import Stock
    from publisher.model.theme import GroupColours, Theme, TypeScale
    from publisher.typesetting.fonts import Typeface
    from publisher.typesetting.lines import Block
    from publisher.words import Figure, Words

GROUP_ICONS = {
    Group.WARNING: "warn",
    Group.WHY: "why",
    Group.FORM: "form",
    Group.WARM_UP: "warm-up",
    Group.STRENGTH: "strength",
    Group.STRETCHES: "stretch",
    Group.RECOVERY: "recovery",
    Group.GEAR: "gear",
    Group.FUEL: "fuel",
    Group.MIND: "mind",
}
# Icons are drawn on a grid of 24 by 24.
GRID = 24.0
# Where the three columns of a dose strip start, as shares of the width.
COLUMNS = {1: (0.0,), 2: (0.0, 0.495), 3: (0.0, 0.294, 0.706)}


@dataclass(frozen=True)
class Setting:
    """Typeface, theme, words, icons and pictures, travelling together. `stock` is the size a card is made for."""

    typeface: Typeface
    theme: Theme
    words: Words
    icons: Mapping[str, Icon]
    sources: Mapping[str, Source]
    version: str
    stock: Stock | None = None
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    # Icons where they have been painted before: on the next card most stand at the same places.
    painted: dict[tuple[str, Box, Colour, Colour], tuple[Mark, ...]] = field(default_factory=dict, compare=False)

    @property
    def scale(self) -> TypeScale:
        """The type scale of the card size."""
        return self.theme.scales[self.stock.type if self.stock else "card"]

    def colours(self, card: Card) -> GroupColours:
        """The colours of a card's group."""
        return self.theme.groups[card.group]

    def style(self, size: TypeSize, *, bold: bool = False, colour: Colour | None = None) -> Style:
        """A text style from the scale, in ink unless told otherwise."""
        weight = Weight.BOLD if bold else Weight.REGULAR
        return Style(size.size, size.leading, colour or self.theme.ink, weight)

    def leaves_out(self, part: str) -> bool:
        """Whether this size does without a part."""
        return self.stock is not None and part in self.stock.leaves_out

    def cited(self, card: Card) -> str:
        """The evidence of a card in words, with its strongest source."""
        keys = card.evidence.sources[:1]
        return self.words.evidence(card.evidence.level, [self.sources[key].short for key in keys])


def scaled(surface: Surface, setting: Setting, size: TypeSize, times: float = 1.0) -> TypeSize:
    """A size that goes down with the body of the deck, so that a fuller deck stays in proportion; never under 80 %."""
    largest = setting.stock.body_max if setting.stock else surface.body
    share = max(0.8, surface.body / largest) * times
    return TypeSize(size.size * share, size.leading * share)


# Small shapes


def icon(surface: Surface, setting: Setting, name: str, box: Box, colour: Colour, paper: Colour = WHITE) -> None:
    """Paint an icon to fill a square box, in the current role."""
    key = (name, box, colour, paper)
    marks = setting.painted.get(key)
    if marks is None:
        marks = setting.painted[key] = tuple(_icon_marks(setting.icons[name], box, colour, paper))
    surface.paint(*marks)


def _icon_marks(sign: Icon, box: Box, colour: Colour, paper: Colour) -> Iterator[Mark]:
    unit = box.width / GRID
    placed = Transform.scale(unit).then(Transform.move(box.x, box.y))
    for mark in sign.marks:
        own = paper if mark.reversed else colour
        stroke = Stroke(own, mark.stroke * unit) if mark.stroke else None
        yield Mark(mark.path.moved(placed), fill=own if mark.fill else None, stroke=stroke)


def disc(surface: Surface, text: str, centre: Point, diameter: float, setting: Setting) -> None:
    """A solid disc with a white numeral, its capitals centred."""
    size = diameter / mm(1) * 0.72
    surface.paint(Mark(ellipse(centre, diameter / 2), fill=setting.theme.ink))
    baseline = centre.y + mm(CAP_HEIGHT * size / 2)
    surface.label(text, Style(size, size, WHITE, Weight.BOLD), Point(centre.x, baseline), align="centre")


def rule(surface: Surface, box: Box, colour: Colour) -> None:
    """A solid bar, drawn as a fill so that its edges stay true."""
    surface.paint(Mark(rectangle(box), fill=colour))


def bled(box: Box, bleed: float = 3.0) -> Box:
    """A box that reaches the trim's left, right and lower edge, and goes past it."""
    return Box(box.x - bleed, box.y, box.width + 2 * bleed, box.height + bleed)


# Card parts


def ended(text: str) -> Phrase:
    """A fragment with its full stop; it keeps its place."""
    return Phrase(f"{text}.", place_of(text))


def tab(surface: Surface, setting: Setting, card: Card) -> Box:
    """The group's tab at the top right: icon and number. The number is also read in the foot of the back."""
    scale = setting.scale
    drop = setting.stock.clear_top if setting.stock else 0.0
    box = Box(surface.trim.right - scale.margin - scale.tab_width, drop, scale.tab_width, scale.tab_height)
    top = box if drop else Box(box.x, -3, box.width, box.height + 3)
    with surface.artifact():
        sign, main = tab_sign(card, setting)
        surface.paint(Mark(rectangle(top, scale.tab_width * 0.1, "br bl"), fill=main))
        left = box.x + (box.width - scale.tab_icon) / 2
        icon(
            surface,
            setting,
            sign,
            Box(left, box.y + 0.17 * box.height, scale.tab_icon, scale.tab_icon),
            WHITE,
            main,
        )
        style = Style(scale.tab_number, scale.tab_number, WHITE, Weight.BOLD)
        at = Point(box.x + box.width / 2, box.bottom - 0.135 * box.height)
        surface.label(setting.words.number_of(card), style, at, align="centre")
    return box


def tab_sign(card: Card, setting: Setting) -> tuple[str, Colour]:
    """Icon and colour of a tab: those of the group, and on a warning sign those of its tier."""
    if isinstance(card.body, WarningSign):
        return tiers.ICONS[card.body.tier], setting.theme.tiers[card.body.tier]
    return GROUP_ICONS[card.group], setting.colours(card).main


def title(
    surface: Surface, setting: Setting, card: Card, size: TypeSize, width: float, most: int = 2, drop: float = 0.0
) -> float:
    """The title, balanced over its lines, `drop` below the margin; gives the height below it. Goes into a heading."""
    style = Style(size.size, size.leading, setting.theme.ink, Weight.BOLD, tracking=-0.008 * size.size)
    block = surface.set(card.title, style, width, balanced=True)
    top = setting.scale.margin + (setting.stock.clear_top if setting.stock else 0.0) + drop
    bottom = surface.write(block, setting.scale.margin, top, field="title")
    if len(block.lines) > most:
        over(surface, "title", block, len(block.lines) - most)
    return bottom


def over(surface: Surface, name: str, block: Block, lines: int) -> None:
    """Report that a block has so many lines too many."""
    surface.too_long(name, lines, round(_letters(block) / max(1, len(block.lines)) * lines), block.place)


def _letters(block: Block) -> int:
    return sum(len(run.text) for line in block.lines for run in line.runs)


def paragraph(surface: Surface, name: str, block: Block, at: Point, most: int | None = None) -> float:
    """A block as a paragraph, with an optional limit of lines; gives the height below it."""
    with surface.element(Role.PARAGRAPH):
        bottom = surface.write(block, at.x, at.y, field=name)
    if most is not None and len(block.lines) > most:
        over(surface, name, block, len(block.lines) - most)
    return bottom


def dose_strip(surface: Surface, setting: Setting, dose: Dose, box: Box, title: str) -> tuple[float, bool]:
    """The dose in large figures over their units. Gives the height below it, and whether the days are yet to be said.

    Where a row is too wide for the card, the days go into the line below it.
    """
    figures = setting.words.dose_strip(dose)
    width = _strip(Surface(surface.trim.size, surface.typeface, surface.body), setting, figures, box)
    days = setting.words.days_are_a_figure(dose)
    dropped = width > box.width + 0.01 and len(figures) > 1 and days
    shown = figures[:-1] if dropped else figures
    width = _strip(surface, setting, shown, box)
    if width > box.width + 0.01:
        surface.too_long("dose", 1, round((width - box.width) / 2), place_of(title))
    scale = setting.scale
    bottom = box.y + mm(CAP_HEIGHT * scale.dose.size + 1.35 * scale.unit.leading)
    return bottom, dropped or not days


def _strip(surface: Surface, setting: Setting, figures: Sequence[Figure], box: Box) -> float:
    """Two or three columns, left aligned; gives the width they take."""
    scale = setting.scale
    large = Style(scale.dose.size, scale.dose.leading, setting.theme.ink, Weight.BOLD, -0.017 * scale.dose.size)
    small = Style(scale.dose.size * 0.46, scale.dose.leading, setting.theme.ink)
    baseline, x, end = box.y + mm(CAP_HEIGHT * scale.dose.size), box.x, box.x
    for figure, share in zip(figures, COLUMNS[len(figures)], strict=True):
        x = max(x, box.x + share * box.width)
        with surface.element(Role.PARAGRAPH):
            wide = surface.label(figure.low, large, Point(x, baseline))
            if figure.high:
                wide += 0.7 + surface.label(setting.words.say("numbers.to"), small, Point(x + wide + 0.7, baseline))
                wide += 0.7 + surface.label(figure.high, large, Point(x + wide + 0.7, baseline))
            unit = surface.set(figure.unit, setting.style(scale.unit), 200)
            surface.write(unit, x, baseline + mm(0.35 * scale.unit.leading) - mm(0.12 * scale.unit.size))
        end = x + max(wide, unit.width)
        x = end + 2.2 * scale.margin / 4.5
    return end - box.x


def ground_height(surface: Surface, setting: Setting) -> float:
    """Where the ground line of a card lies: the same share of what a clear top edge leaves."""
    clear = setting.stock.clear_top if setting.stock else 0.0
    return clear + setting.scale.ground * (surface.trim.height - clear)


# Rows of the back


@dataclass
class Column:
    """Rows that follow one another downwards beside a gutter of icons. `limit` is where they must end.

    `air` is the spare height, in millimetres, that goes into each whole gap; `gaps` counts them.
    """

    surface: Surface
    setting: Setting
    top: float
    limit: float
    tab_bottom: float
    air: float = 0.0
    longest: tuple[str, Block] | None = None
    gaps: float = 0.0
    started: bool = False

    def __post_init__(self) -> None:
        """Work out the column from the size."""
        scale = self.setting.scale
        self.y = self.top
        self.unit = scale.margin / 4.5
        self.left = scale.margin
        self.text = scale.margin + scale.gutter
        self.width = self.surface.trim.right - scale.margin - self.text
        self.beside_tab = self.width - scale.tab_width - 2.2 * self.unit
        body = self.surface.body
        self.style = Style(body, body * scale.body_leading, self.setting.theme.ink)
        self.lead = mm(self.style.leading)
        self.sign = mm(body) * 1.17

    def gap(self, height: float, share: float = 1.0) -> None:
        """Leave room, in units of a poker card's millimetres, and this share of the spare height."""
        self.y += height * self.unit + share * self.air
        self.gaps += share

    def spread(self, most: float = 1.7) -> float:
        """The air that would use up what this column leaves free, at most so many units a gap."""
        free = self.limit - 1.6 * self.unit - self.y
        return max(0.0, min(free / self.gaps if self.gaps else 0.0, most * self.unit))

    def _next(self) -> None:
        """A little room before every row but the first."""
        if self.started:
            self.gap(0.0, 0.45)
        self.started = True

    def _set(self, words: str | Sequence[Span], indent: float = 0.0) -> Block:
        beside = 0
        while self.y + (beside + 0.25) * self.lead < self.tab_bottom:
            beside += 1
        return self.surface.set(words, self.style, self.width - indent, narrow=(beside, self.beside_tab - indent))

    def _write(self, name: str, block: Block, x: float) -> None:
        self.y = self.surface.write(block, x, self.y, field=name)
        if self.longest is None or _letters(block) > _letters(self.longest[1]):
            self.longest = (name, block)

    def _sign_box(self) -> Box:
        middle = self.y + self.lead / 2
        return Box(self.left, middle - self.sign / 2, self.sign, self.sign)

    def note(self, name: str, sign: str, label: str, text: str, colour: Colour | None = None) -> None:
        """An icon, a bold label, and the sentence that runs on from it."""
        if self.setting.leaves_out(name):
            self.surface.leave_out(name)
            return
        self._next()
        spans = [Span(label, Weight.BOLD), Span(" ", Weight.REGULAR), Span(text, Weight.REGULAR)]
        block = self._set(spans if label else [spans[2]])
        with self.surface.element(Role.PARAGRAPH):
            with self.surface.artifact():
                icon(self.surface, self.setting, sign, self._sign_box(), colour or self.setting.theme.ink)
            self._write(name, block, self.text)

    def steps(self, steps: Sequence[Step], spread: float = 0.0) -> None:
        """Numbered steps; their numerals stand on discs in ink."""
        with self.surface.element(Role.LIST, numbered=True):
            for number, step in enumerate(steps, 1):
                self._next()
                if number > 1:
                    self.gap(spread, 0.0)
                with self.surface.element(Role.ITEM):
                    with self.surface.element(Role.LABEL):
                        box = self._sign_box()
                        centre = Point(box.x + box.width / 2, box.y + box.height / 2)
                        disc(self.surface, str(number), centre, self.sign * 1.02, self.setting)
                    with self.surface.element(Role.ITEM_BODY):
                        self._write("steps", self._set(step.text), self.text)

    def bullets(self, name: str, texts: Sequence[str], sign: str | None = None) -> None:
        """A list with small squares in ink, or with an icon for each item."""
        with self.surface.element(Role.LIST):
            for text in texts:
                self._next()
                block = self._set(text)
                with self.surface.element(Role.ITEM):
                    with self.surface.artifact():
                        self._bullet(sign)
                    with self.surface.element(Role.ITEM_BODY):
                        self._write(name, block, self.text)

    def _bullet(self, sign: str | None) -> None:
        box = self._sign_box()
        if sign is not None:
            icon(self.surface, self.setting, sign, box, self.setting.theme.ink)
            return
        side = 0.4 * self.sign
        square = Box(self.text - 1.5 * side - 0.9 * self.unit, box.y + (box.height - side) / 2, side, side)
        rule(self.surface, square, self.setting.theme.ink)

    def line(self) -> None:
        """A thin rule under the steps, from the text column only."""
        self.gap(1.1)
        with self.surface.artifact():
            rule(self.surface, Box(self.text, self.y, self.width, mm(0.4)), self.setting.theme.ink)
        self.gap(1.1)

    def end(self) -> None:
        """Report what stands below the limit."""
        excess = self.y - self.limit
        if excess > 0.01 and self.longest is not None:
            name, block = self.longest
            lines = max(1, round(excess / self.lead + 0.49))
            letters = round(lines * self.width / mm(self.surface.body * 0.5))
            self.surface.too_long(name, lines, letters, block.place)


def stop_zone(surface: Surface, setting: Setting, card: Card, reasons: Sequence[str]) -> float:
    """The pale ground of the back with the reasons to stop, and the foot; gives the height of its rule.

    Never left out, whatever the size. Room for two lines is kept, so that the rules of a deck align.
    """
    scale, body = setting.scale, surface.body
    unit = scale.margin / 4.5
    style = Style(body, body * scale.body_leading, setting.theme.ink)
    text = scale.margin + scale.gutter
    label = Span(setting.words.say("card.stop_if"), Weight.BOLD)
    said = Phrase(setting.words.stop_if(reasons), place_of(reasons[0])) if reasons else ""
    words = [label, Span(" ", Weight.REGULAR), Span(said, Weight.REGULAR)]
    block = surface.set(words, style, surface.trim.right - scale.margin - text) if reasons else None
    foot_top = foot_height(surface, setting, card)
    if block is None:
        return foot_top
    kept = max(2, len(block.lines)) * block.leading
    top = foot_top - 1.2 * unit - kept
    line = top - 1.5 * unit - scale.stop_rule
    with surface.artifact():
        ground = Box(-3, line, surface.trim.width + 6, surface.trim.bottom - line + 3)
        surface.paint(Mark(rectangle(ground), fill=setting.theme.stop_ground))
        rule(surface, Box(ground.x, line, ground.width, scale.stop_rule), setting.theme.ink)
        side = mm(body) * 1.3
        icon(
            surface,
            setting,
            "stop",
            Box(scale.margin, top + (block.leading - side) / 2, side, side),
            setting.theme.wrong,
        )
    with surface.element(Role.PARAGRAPH):
        surface.write(block, text, top, field="stop_if")
    return line


def _review(surface: Surface, setting: Setting, card: Card) -> Block:
    """Whether the card was reviewed; where a size leaves the evidence out, the number stands before it."""
    width, words = surface.trim.width - 2 * setting.scale.margin, setting.words
    spans = [Span(words.review(card.review), Weight.REGULAR)]
    if setting.leaves_out("evidence"):
        spans = [Span(words.number_of(card), Weight.BOLD), Span(" ", Weight.REGULAR), *spans]
    return surface.set(spans, setting.style(setting.scale.foot), width)


def foot_height(surface: Surface, setting: Setting, card: Card) -> float:
    """Where the lines of the foot begin: evidence and number, and the review below them."""
    scale = setting.scale
    evidence = 0.0 if setting.leaves_out("evidence") else mm(scale.foot.leading)
    return surface.trim.bottom - 0.85 * scale.margin - evidence - _review(surface, setting, card).height


def foot(surface: Surface, setting: Setting, card: Card) -> None:
    """Cairn, evidence and source; group and number; and whether a physiotherapist has reviewed the card."""
    scale, y = setting.scale, foot_height(surface, setting, card)
    if setting.leaves_out("evidence"):
        surface.leave_out("evidence")
    else:
        y = _proof(surface, setting, card, y)
    paragraph(surface, "review", _review(surface, setting, card), Point(scale.margin, y), most=2)


def _proof(surface: Surface, setting: Setting, card: Card, y: float) -> float:
    """Cairn, level and source at the left; group and number at the right."""
    scale, words = setting.scale, setting.words
    style = setting.style(scale.foot)
    side = mm(scale.foot.size) * 1.12
    with surface.artifact():
        cairn(
            surface,
            setting,
            card.evidence.level.stones,
            Box(scale.margin, y + (mm(scale.foot.leading) - side) / 2, side, side),
        )
    number = surface.set(words.full_number(card), style, 200)
    room = surface.trim.width - 2 * scale.margin - side - 1.0 - number.width - 1.5
    cited = surface.set(setting.cited(card), style, room)
    if len(cited.lines) > 1:
        cited = surface.set(words.evidence(card.evidence.level, ()), style, room)
    with surface.element(Role.PARAGRAPH):
        surface.write(cited, scale.margin + side + 1.0, y)
    with surface.element(Role.PARAGRAPH):
        surface.write(number, surface.trim.right - scale.margin, y, "right")
    return y + mm(scale.foot.leading)


def cairn(surface: Surface, setting: Setting, stones: int, box: Box) -> None:
    """Three stones, filled from below: how well something is shown to work. Its words stand beside it."""
    unit = box.width / GRID
    placed = Transform.scale(unit).then(Transform.move(box.x, box.y))
    ink = setting.theme.ink
    for i, mark in enumerate(setting.icons["cairn"].marks):
        stroke = Stroke(ink, 1.5 * unit)
        surface.paint(Mark(mark.path.moved(placed), fill=ink if i < stones else WHITE, stroke=stroke))


def tick(surface: Surface, setting: Setting, centre: Point, radius: float) -> None:
    """Right: a solid disc in ink with a white tick."""
    surface.paint(Mark(ellipse(centre, radius), fill=setting.theme.ink))
    r = radius
    points = [
        (centre.x - 0.45 * r, centre.y + 0.05 * r),
        (centre.x - 0.12 * r, centre.y + 0.38 * r),
        (centre.x + 0.48 * r, centre.y - 0.34 * r),
    ]
    surface.paint(Mark(polyline(points), stroke=Stroke(WHITE, 0.26 * r)))


def cross(surface: Surface, setting: Setting, centre: Point, radius: float) -> None:
    """Wrong: an open ring with a cross."""
    wrong, r = setting.theme.wrong, 0.36 * radius
    surface.paint(Mark(ellipse(centre, radius * 0.89), fill=WHITE, stroke=Stroke(wrong, 0.22 * radius)))
    for sign in (1, -1):
        ends = [(centre.x - r, centre.y - sign * r), (centre.x + r, centre.y + sign * r)]
        surface.paint(Mark(polyline(ends), stroke=Stroke(wrong, 0.26 * radius)))
