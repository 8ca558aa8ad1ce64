"""The pain ruler: how much it hurts, 0 to 10, and what that means."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from publisher.colour import WHITE, mix
from publisher.drawing import Mark, Path, Stroke, ellipse, polyline, rectangle
from publisher.geometry import Box, Point, mm
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.typesetting.lines import Style
    from publisher.typesetting.surface import Surface

# 0 to 10: carry on up to 3, ease off at 4 and 5, stop above (pain-monitoring rule, docs/evidence.md).
EASE_OFF, STOP = 4, 6
CELLS = 11
# Hatching where ink is saved, millimetres: from line to line, and how thick they are.
PITCH, HATCH = 1.3, 0.25


def ruler(surface: Surface, setting: Setting, style: Style, box: Box) -> float:
    """Eleven cells across a box, white, grey and ink, with a word under each run of them; gives the height below.

    Where ink is saved, white, hatched and hatched both ways.
    """
    cell, lead = box.width / CELLS, mm(style.leading)
    height = min(cell, 1.75 * lead)
    with surface.artifact():
        for number in range(CELLS):
            _cell(surface, setting, style.bold(), number, Box(box.x + number * cell, box.y, cell, height))
    y = box.y + height + 0.6
    spans = (("carry_on", 0, EASE_OFF), ("ease_off", EASE_OFF, STOP), ("stop", STOP, CELLS))
    with surface.element(Role.LIST):
        for name, low, high in spans:
            said = surface.set(setting.words.say(f"warning_card.{name}"), style, 200)
            middle = box.x + (low + high) / 2 * cell
            with surface.element(Role.ITEM), surface.element(Role.ITEM_BODY):
                surface.write(said, middle, y, "centre")
            with surface.artifact():
                bracket = [(box.x + low * cell + 0.4, y), (box.x + high * cell - 0.4, y)]
                surface.paint(Mark(polyline(bracket), stroke=Stroke(setting.theme.ink, 0.3, cap="butt")))
    return y + lead


def _cell(surface: Surface, setting: Setting, style: Style, number: int, box: Box) -> None:
    theme = setting.theme
    if theme.outlined:
        _hatched(surface, setting, style, number, box)
        return
    grey = mix(theme.paper, theme.ink, 0.2)
    fill = theme.paper if number < EASE_OFF else grey if number < STOP else theme.ink
    surface.paint(Mark(rectangle(box), fill=fill, stroke=Stroke(theme.ink, 0.3, cap="butt")))
    _numeral(surface, style if number < STOP else style._replace(colour=WHITE), number, box)


def _hatched(surface: Surface, setting: Setting, style: Style, number: int, box: Box) -> None:
    """A cell by its hatching, which leaves its numeral free."""
    ink, clip = setting.theme.ink, rectangle(box)
    reach = math.ceil((box.width + box.height) / PITCH)
    rising = [((box.x, box.y + at * PITCH), (box.right, box.y + at * PITCH - box.width)) for at in range(1, reach + 1)]
    falling = [((box.right, start[1]), (box.x, end[1])) for start, end in rising]
    ways = [] if number < EASE_OFF else [rising] if number < STOP else [rising, falling]
    for pairs in ways:
        lines = Path(tuple(segment for pair in pairs for segment in polyline(pair).segments))
        surface.paint(Mark(lines, stroke=Stroke(ink, HATCH, cap="butt"), clip=clip))
    if ways:
        middle = Point(box.x + box.width / 2, box.y + box.height / 2)
        surface.paint(Mark(ellipse(middle, mm(0.62 * style.size) + 0.2), fill=setting.theme.paper))
    surface.paint(Mark(clip, stroke=Stroke(ink, 0.3, cap="butt")))
    _numeral(surface, style, number, box)


def _numeral(surface: Surface, style: Style, number: int, box: Box) -> None:
    baseline = box.y + box.height / 2 + mm(0.334 * style.size)
    surface.label(str(number), style, Point(box.x + box.width / 2, baseline), align="centre")
