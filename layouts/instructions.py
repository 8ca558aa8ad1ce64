"""Parts of the pages for the person at the printer: heading, paragraphs, numbered steps, and two bars to measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.signs import disc, rule
from publisher.drawing import Mark, Path, Stroke, polyline
from publisher.geometry import Box, Point, mm
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Span, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.colour import Colour
    from publisher.geometry import Size
    from publisher.typesetting.surface import Surface

# A bar of 100 mm and the serif across its ends to either side, as in the margin of every sheet of cards.
BAR, SERIF, HAIR = 100.0, 1.3, 0.2
BAR_BELOW, BAR_BESIDE = 6.4, 5.4


def written(surface: Surface, role: Role, words: str | Sequence[Span], style: Style, box: Box) -> float:
    """Words in a role, from the top of a box and as wide as it; gives the height below them."""
    with surface.element(role):
        return surface.write(surface.set(words, style, box.width), box.x, box.y)


def led(lead: str, text: str) -> list[Span]:
    """A bold lead and what runs on from it."""
    return [Span(lead, Weight.BOLD), Span(" ", Weight.REGULAR), Span(text, Weight.REGULAR)]


def typed(text: str, command: str) -> list[Span]:
    """A text with what is to be typed in bold."""
    before, _, after = text.partition(command)
    spans = [(before, Weight.REGULAR), (command, Weight.BOLD), (after, Weight.REGULAR)]
    return [Span(part, weight) for part, weight in spans if part]


def steps(
    surface: Surface, setting: Setting, texts: Sequence[str | Sequence[Span]], style: Style, box: Box, gap: float
) -> float:
    """Numbered steps with their numerals on discs, `gap` millimetres apart; gives the height below them."""
    diameter = mm(style.size) * 1.35
    gutter, y = diameter + 3.2, box.y
    with surface.element(Role.LIST, numbered=True):
        for number, text in enumerate(texts, 1):
            block = surface.set(text, style, box.width - gutter)
            with surface.element(Role.ITEM):
                with surface.element(Role.LABEL):
                    disc(surface, str(number), Point(box.x + diameter / 2, y + block.leading / 2), diameter, setting)
                with surface.element(Role.ITEM_BODY):
                    y = surface.write(block, box.x + gutter, y) + gap
    return y - gap


def points(surface: Surface, texts: Sequence[str | Sequence[Span]], style: Style, boxes: Sequence[Box]) -> float:
    """A list with small squares, each item in a box of its own; gives the height below the lowest."""
    side, bottom = mm(style.size) * 0.4, 0.0
    with surface.element(Role.LIST):
        for text, box in zip(texts, boxes, strict=True):
            block = surface.set(text, style, box.width - 4.0)
            with surface.element(Role.ITEM):
                with surface.artifact():
                    rule(surface, Box(box.x, box.y + (block.leading - side) / 2, side, side), style.colour)
                with surface.element(Role.ITEM_BODY):
                    bottom = max(bottom, surface.write(block, box.x + 4.0, box.y))
    return bottom


def strokes(lines: Sequence[tuple[Point, Point]], colour: Colour, width: float, dash: tuple[float, ...] = ()) -> Mark:
    """Straight lines of one width as one path."""
    pieces = [polyline([(start.x, start.y), (end.x, end.y)]).segments for start, end in lines]
    path = Path(tuple(segment for piece in pieces for segment in piece))
    return Mark(path, stroke=Stroke(colour, width, cap="butt", dash=dash))


def level_bar(surface: Surface, setting: Setting, start: Point) -> None:
    """A bar of 100 mm to the right of a point, a serif across each end, as an artifact."""
    ends = [(Point(x, start.y - SERIF), Point(x, start.y + SERIF)) for x in (start.x, start.x + BAR)]
    with surface.artifact():
        surface.paint(strokes([(start, Point(start.x + BAR, start.y)), *ends], setting.theme.ink, HAIR))


def upright_bar(surface: Surface, setting: Setting, start: Point) -> None:
    """A bar of 100 mm down from a point, a serif across each end, as an artifact."""
    ends = [(Point(start.x - SERIF, y), Point(start.x + SERIF, y)) for y in (start.y, start.y + BAR)]
    with surface.artifact():
        surface.paint(strokes([(start, Point(start.x, start.y + BAR)), *ends], setting.theme.ink, HAIR))


def bars(surface: Surface, setting: Setting, paper: Size, top: float) -> None:
    """Both bars in the margin, the upright one from `top`, with what they are for."""
    small = Style(8, 10, setting.theme.ink)
    left, y = (paper.width - BAR) / 2, paper.height - BAR_BELOW
    level_bar(surface, setting, Point(left, y))
    upright_bar(surface, setting, Point(BAR_BESIDE, top))
    with surface.artifact():
        surface.label(setting.words.say("sheet.bar"), small, Point(left + BAR + 2.5, y + 0.95))
        surface.label(
            setting.words.say("sheet.bar_short"),
            small,
            Point(BAR_BESIDE + 0.95, top + BAR + 9),
            turn=270,
            align="centre",
        )
