"""Parts that several layouts share: tab, title, dose strip, stop zone, evidence and review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import tiers
from layouts.setting import GROUP_ICONS, Setting
from layouts.signs import cairn, icon, rule, tab_ground
from publisher.colour import WHITE
from publisher.drawing import Mark, rectangle
from publisher.geometry import Box, Point, mm
from publisher.model.card import WarningSign
from publisher.problems import Phrase, place_of
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import NO_BREAK_SPACE, WORD_SPACE, Span, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.colour import Colour
    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.theme import TypeSize
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface
    from publisher.words import Figure


# Where the three columns of a dose strip start, as shares of the width.
COLUMNS = {1: (0.0,), 2: (0.0, 0.495), 3: (0.0, 0.294, 0.706)}


def ended(text: str) -> Phrase:
    """A fragment with its full stop; it keeps its place."""
    return Phrase(f"{text}.", place_of(text))


def sentences(text: str) -> list[str]:
    """The sentences of a text, one by one."""
    return [part if part.endswith(".") else part + "." for part in text.split(". ")]


def tab(surface: Surface, setting: Setting, card: Card) -> Box:
    """The group's tab at the top right: icon and number. The number is also read in the foot of the back."""
    sign, main = tab_sign(card, setting)
    return hung(surface, setting, sign, main, number(card, setting))


def number(card: Card, setting: Setting) -> str:
    """The number of a card, such as S4; nothing where a page has no use for it, as there is no code of the card."""
    if setting.leaves_out("number") and card.id not in setting.codes:
        return ""
    return setting.words.number_of(card)


def hung(surface: Surface, setting: Setting, sign: str, main: Colour, text: str) -> Box:
    """A tab that hangs from the top edge: an icon over a few letters, white on a main colour, or an outline."""
    scale = setting.scale
    box = tab_box(surface, setting)
    top = box if box.y else Box(box.x, -3, box.width, box.height + 3)
    with surface.artifact():
        on = tab_ground(surface, setting, top, main, scale.tab_width * 0.1, "br bl")
        left = box.x + (box.width - scale.tab_icon) / 2
        drop = 0.17 * box.height if text else (box.height - scale.tab_icon) / 2
        icon(
            surface,
            setting,
            sign,
            Box(left, box.y + drop, scale.tab_icon, scale.tab_icon),
            on,
            WHITE if setting.theme.outlined else main,
        )
        style = Style(scale.tab_number, scale.tab_number, on, Weight.BOLD)
        at = Point(box.x + box.width / 2, box.bottom - 0.135 * box.height)
        if text:
            surface.label(text, style, at, align="centre")
    return box


def tab_box(surface: Surface, setting: Setting) -> Box:
    """Where the tab hangs."""
    scale, drop = setting.scale, setting.stock.clear_top if setting.stock else 0.0
    return Box(surface.trim.right - scale.margin - scale.tab_width, drop, scale.tab_width, scale.tab_height)


def tab_sign(card: Card, setting: Setting) -> tuple[str, Colour]:
    """Icon and colour of a tab: those of the group, and on a warning sign those of its tier."""
    if isinstance(card.body, WarningSign):
        return tiers.ICONS[card.body.tier], setting.theme.tiers[card.body.tier]
    return GROUP_ICONS[card.group], setting.colours(card).main


def title(
    surface: Surface, setting: Setting, text: str, size: TypeSize, width: float, most: int = 2, drop: float = 0.0
) -> float:
    """The title, balanced over its lines, `drop` below the margin; gives the height below it. Goes into a heading."""
    style = Style(size.size, size.leading, setting.theme.ink, Weight.BOLD, tracking=-0.008 * size.size)
    block = surface.set(text, style, width, balanced=True)
    top = setting.scale.margin + (setting.stock.clear_top if setting.stock else 0.0) + drop
    bottom = surface.write(block, setting.scale.margin, top, field="title")
    if len(block.lines) > most:
        over(surface, "title", block, len(block.lines) - most)
    return bottom


def over(surface: Surface, name: str, block: Block, lines: int) -> None:
    """Report that a block has so many lines too many."""
    surface.too_long(name, lines, round(letters(block) / max(1, len(block.lines)) * lines), block.place)


def letters(block: Block) -> int:
    """How many letters a block holds."""
    return sum(len(run.text) for line in block.lines for run in line.runs)


def paragraph(surface: Surface, name: str, block: Block, at: Point, most: int | None = None) -> float:
    """A block as a paragraph, with an optional limit of lines; gives the height below it."""
    with surface.element(Role.PARAGRAPH):
        bottom = surface.write(block, at.x, at.y, field=name)
    if most is not None and len(block.lines) > most:
        over(surface, name, block, len(block.lines) - most)
    return bottom


def dose_strip(
    surface: Surface, setting: Setting, dose: Dose, box: Box, title: str, *, tight: bool = False, marked: bool = True
) -> tuple[float, bool]:
    """The dose in large figures over their units. Gives the height below it, and whether the days are yet to be said.

    Where a row is too wide for the card, the days go into the line below it; a `tight` one closes up before that. One
    that is `marked` has a sign of both sides, which only those know who know the cards.
    """
    figures, gap = setting.words.dose_strip(dose), None
    figures = figures if marked else tuple(figure._replace(sides=False) for figure in figures)
    width = _strip(surface.trial(), setting, figures, box)
    if width > box.width + 0.01:
        # The words say it too: the sign of both sides goes before the days do.
        figures = tuple(figure._replace(sides=False) for figure in figures)
        gap = 0.0 if tight else None
        width = _strip(surface.trial(), setting, figures, box, gap)
    if gap is not None and len(figures) > 1:
        gap = max(0.0, min((box.width - width) / (len(figures) - 1), 1.2 * setting.scale.margin))
    days = setting.words.days_are_a_figure(dose)
    dropped = width > box.width + 0.01 and len(figures) > 1 and days
    shown = figures[:-1] if dropped else figures
    width = _strip(surface, setting, shown, box, gap)
    if width > box.width + 0.01:
        surface.too_long("dose", 1, round((width - box.width) / 2), place_of(title))
    scale = setting.scale
    bottom = box.y + mm(CAP_HEIGHT * scale.dose.size + 1.35 * scale.unit.leading)
    return bottom, dropped or not days


def _strip(surface: Surface, setting: Setting, figures: Sequence[Figure], box: Box, gap: float | None = None) -> float:
    """Two or three columns, left aligned, or one after another so much further apart; gives the width they take."""
    scale = setting.scale
    large = Style(scale.dose.size, scale.dose.leading, setting.theme.ink, Weight.BOLD, -0.017 * scale.dose.size)
    small = Style(scale.dose.size * 0.46, scale.dose.leading, setting.theme.ink)
    baseline, x, end = box.y + mm(CAP_HEIGHT * scale.dose.size), box.x, box.x
    for figure, share in zip(figures, COLUMNS[len(figures)], strict=True):
        x = max(x, box.x + share * box.width) if gap is None else x
        with surface.element(Role.PARAGRAPH):
            wide = surface.label(figure.low, large, Point(x, baseline))
            if figure.high:
                wide += 0.7 + surface.label(setting.words.say("numbers.to"), small, Point(x + wide + 0.7, baseline))
                wide += 0.7 + surface.label(figure.high, large, Point(x + wide + 0.7, baseline))
            unit = surface.set(figure.unit, setting.style(scale.unit), 200)
            below = baseline + mm(0.35 * scale.unit.leading) - mm(0.12 * scale.unit.size)
            surface.write(unit, x, below)
            said = unit.width
            if figure.sides:
                side = 1.2 * mm(scale.unit.size)
                with surface.artifact():
                    where = Box(x + said + 0.3 * side, below + (unit.height - side) / 2, side, side)
                    icon(surface, setting, "sides", where, setting.theme.ink)
                said += 1.4 * side
        end = x + max(wide, said)
        x = end + 3.0 * scale.margin / 4.5 + (gap or 0.0)
    return end - box.x


def ground_height(surface: Surface, setting: Setting) -> float:
    """Where the ground line of a card lies: the same share of what a clear top edge leaves."""
    clear = setting.stock.clear_top if setting.stock else 0.0
    return clear + setting.scale.ground * (surface.trim.height - clear)


def stop_zone(surface: Surface, setting: Setting, card: Card, reasons: Sequence[str]) -> float:
    """The pale ground of the back with the reasons to stop, and the foot; gives the height of its rule.

    Never left out, whatever the size. Room for two lines is kept, so that the rules of a deck align.
    """
    scale, body = setting.scale, surface.body
    unit = scale.margin / 4.5
    style = Style(body, body * scale.body_leading, setting.theme.ink)
    text = scale.margin + scale.gutter
    width = surface.trim.right - scale.margin - text
    block = _stop_words(surface, setting, card, reasons, style, width) if reasons else None
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


def _stop_words(
    surface: Surface, setting: Setting, card: Card, reasons: Sequence[str], style: Style, width: float
) -> Block:
    """The reasons to stop in one sentence, and after them, where the body is at work, the signs that cannot wait.

    Those signs are kept on one line where that costs none. Where a size does without them, the first is still asked for
    if it costs no line.
    """
    words = setting.words
    said = Phrase(words.stop_if(reasons), place_of(reasons[0]))
    spans = [Span(words.say("card.stop_if"), Weight.BOLD), WORD_SPACE, Span(said, Weight.REGULAR)]
    if not card.is_at_work:
        return surface.set(spans, style, width)
    told = Span(words.say("card.get_help"), Weight.REGULAR)

    def asking(alarm: str) -> Block:
        return surface.set([*spans, WORD_SPACE, Span(alarm, Weight.BOLD), WORD_SPACE, told], style, width)

    if setting.leaves_out("help"):
        surface.leave_out("help")
        without, short = surface.set(spans, style, width), asking(words.say("card.alarm_short"))
        return without if short.overwide or len(short.lines) > len(without.lines) else short
    if setting.leaves_out("alarm"):
        surface.leave_out("alarm")
        return asking(words.say("card.alarm_short"))
    alarm = words.say("card.alarm")
    broken, whole = asking(alarm), asking(alarm.replace(" ", NO_BREAK_SPACE))
    return broken if whole.overwide or len(whole.lines) > len(broken.lines) else whole


def _review(surface: Surface, setting: Setting, card: Card) -> Block:
    """Whether the card was reviewed; where a size leaves the evidence out, the number stands before it."""
    width, words = surface.trim.width - 2 * setting.scale.margin, setting.words
    spans = [Span(words.review(card.review), Weight.REGULAR)]
    if setting.leaves_out("evidence"):
        spans = [Span(words.number_of(card), Weight.BOLD), WORD_SPACE, *spans]
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


def _beside(surface: Surface, setting: Setting, card: Card, style: Style, room: float) -> tuple[Block, Block]:
    """Number and evidence on one line: where both are long the number is said short, and only then no source."""
    words = setting.words
    full, short = (surface.set(said, style, 200) for said in (words.full_number(card), words.number_of(card)))
    for number in (full, short):
        cited = surface.set(setting.cited(card), style, room - number.width)
        if len(cited.lines) == 1:
            return number, cited
    return short, surface.set(words.evidence(card.evidence.level, ()), style, room)


def _proof(surface: Surface, setting: Setting, card: Card, y: float) -> float:
    """Cairn, level and source at the left; group and number at the right."""
    scale = setting.scale
    style = setting.style(scale.foot)
    side = mm(scale.foot.size) * 1.12
    with surface.artifact():
        cairn(
            surface,
            setting,
            card.evidence.level.stones,
            Box(scale.margin, y + (mm(scale.foot.leading) - side) / 2, side, side),
        )
    start = scale.margin + side + 1.0
    number, cited = _beside(surface, setting, card, style, surface.trim.right - scale.margin - start - 1.5)
    with surface.element(Role.PARAGRAPH):
        surface.write(cited, start, y)
    with surface.element(Role.PARAGRAPH):
        surface.write(number, surface.trim.right - scale.margin, y, "right")
    return y + mm(scale.foot.leading)
