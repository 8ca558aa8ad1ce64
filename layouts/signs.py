"""Small shapes that carry meaning: icons, discs with numerals, the cairn, tick and cross."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from publisher.colour import WHITE
from publisher.drawing import Mark, Path, Stroke, ellipse, polyline, rectangle
from publisher.geometry import Box, Point, Transform, mm
from publisher.typesetting.face import Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layouts.setting import Setting
    from publisher.colour import Colour
    from publisher.model.icon import Icon
    from publisher.typesetting.surface import Surface


# How many straight pieces the rim of a wedge has.
WEDGE = 12
# Icons are drawn on a grid of 24 by 24.
GRID = 24.0
# The line round a tab where ink is saved, at most, millimetres.
RIM = 0.7


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


def tab_ground(surface: Surface, setting: Setting, box: Box, colour: Colour, radius: float, corners: str) -> Colour:
    """The ground of a tab, solid, or an outline where ink is saved; gives the colour of what stands on it."""
    if not setting.theme.outlined:
        surface.paint(Mark(rectangle(box, radius, corners), fill=colour))
        return WHITE
    line = min(RIM, 0.07 * box.width)
    surface.paint(Mark(rectangle(box.inset(line / 2), radius, corners), fill=WHITE, stroke=Stroke(colour, line)))
    return colour


def disc(surface: Surface, text: str, centre: Point, diameter: float, setting: Setting) -> None:
    """A solid disc with a white numeral, its capitals centred; where ink is saved, a ring with one in ink."""
    size, ink, line = diameter / mm(1) * 0.72, setting.theme.ink, 0.09 * diameter
    if setting.theme.outlined:
        surface.paint(Mark(ellipse(centre, (diameter - line) / 2), fill=WHITE, stroke=Stroke(ink, line)))
    else:
        surface.paint(Mark(ellipse(centre, diameter / 2), fill=ink))
    colour = ink if setting.theme.outlined else WHITE
    baseline = centre.y + mm(CAP_HEIGHT * size / 2)
    surface.label(text, Style(size, size, colour, Weight.BOLD), Point(centre.x, baseline), align="centre")


def start(surface: Surface, setting: Setting, centre: Point, radius: float) -> None:
    """The ring with a dot that marks the start, here and in the row that describes it."""
    ink = setting.theme.ink
    surface.paint(Mark(ellipse(centre, 0.84 * radius), fill=WHITE, stroke=Stroke(ink, 0.24 * radius)))
    surface.paint(Mark(ellipse(centre, 0.28 * radius), fill=ink))


def clock(surface: Surface, setting: Setting, seconds: float, centre: Point, radius: float) -> None:
    """How long to hold, as a clock: what a minute's hand passes over is filled. A minute and more fill it."""
    ink, r, share = setting.theme.ink, 0.66 * radius, min(1.0, seconds / 60)
    surface.paint(Mark(ellipse(centre, 0.88 * radius), fill=WHITE, stroke=Stroke(ink, 0.24 * radius)))
    if share == 1.0:
        surface.paint(Mark(ellipse(centre, r), fill=ink))
        return
    turns = [math.tau * share * step / WEDGE for step in range(WEDGE + 1)]
    rim = [(centre.x + r * math.sin(turn), centre.y - r * math.cos(turn)) for turn in turns]
    wedge = polyline([(centre.x, centre.y), *rim])
    surface.paint(Mark(Path((*wedge.segments, ("Z", ()))), fill=ink))


def rule(surface: Surface, box: Box, colour: Colour) -> None:
    """A solid bar, drawn as a fill so that its edges stay true."""
    surface.paint(Mark(rectangle(box), fill=colour))


def bled(box: Box, bleed: float = 3.0) -> Box:
    """A box that reaches the trim's left, right and lower edge, and goes past it."""
    return Box(box.x - bleed, box.y, box.width + 2 * bleed, box.height + bleed)


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
