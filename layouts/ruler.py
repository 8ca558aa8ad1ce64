"""The pain ruler: how much it hurts, 0 to 10, and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.colour import WHITE, mix
from publisher.drawing import Mark, Stroke, polyline, rectangle
from publisher.geometry import Box, Point, mm
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.typesetting.lines import Style
    from publisher.typesetting.surface import Surface

# 0 to 10: carry on up to 3, ease off at 4 and 5, stop above (pain-monitoring rule, docs/evidence.md).
EASE_OFF, STOP = 4, 6
CELLS = 11


def ruler(surface: Surface, setting: Setting, style: Style, box: Box) -> float:
    """Eleven cells across a box, white, grey and ink, with a word under each run of them; gives the height below."""
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
    grey = mix(theme.paper, theme.ink, 0.2)
    fill = theme.paper if number < EASE_OFF else grey if number < STOP else theme.ink
    surface.paint(Mark(rectangle(box), fill=fill, stroke=Stroke(theme.ink, 0.3, cap="butt")))
    numeral = style if number < STOP else style._replace(colour=WHITE)
    baseline = box.y + box.height / 2 + mm(0.334 * style.size)
    surface.label(str(number), numeral, Point(box.x + box.width / 2, baseline), align="centre")
