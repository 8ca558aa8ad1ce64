"""The ground under every figure: a line, a stratum with the pattern of the group, and its tint.

The pattern tells the group where colour cannot: on a photocopy, in grey, to a reader who does not see
the colour. Patterns are drawn flat from x = 0 and then moved, so a tilted ground is the same ground.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.colour import WHITE
from publisher.drawing import Mark, Path, Stroke, ellipse, polyline, rectangle
from publisher.geometry import Box, Point, Transform
from publisher.model.card import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publisher.colour import Colour

# The stratum for which the pattern's millimetres are written.
PLAIN_HEIGHT = 2.7
# The slope of cards about running, degrees.
SLOPE = 12.0


class Earth(NamedTuple):
    """The colours of a ground: its pattern and what is below it, and whether the pattern saves ink."""

    main: Colour
    tint: Colour
    outlined: bool = False


Colours: TypeAlias = "Earth | tuple[Colour, Colour]"


def _steps(start: float, end: float, pitch: float) -> Iterator[float]:
    count = math.ceil((end - start) / pitch)
    return (start + i * pitch for i in range(count + 1))


def _lines(pairs: Iterator[tuple[float, float, float, float]], colour: Colour, width: float) -> Mark:
    path = Path(tuple(s for x1, y1, x2, y2 in pairs for s in polyline([(x1, y1), (x2, y2)]).segments))
    return Mark(path, stroke=Stroke(colour, width, cap="butt"))


def _form(length: float, unit: float, colour: Colour) -> list[Mark]:
    height, run = PLAIN_HEIGHT * unit, 0.9 * PLAIN_HEIGHT * unit
    return [_lines(((x, 0, x + run, height) for x in _steps(-run, length, 1.5 * unit)), colour, 0.55 * unit)]


def _warm_up(length: float, unit: float, colour: Colour) -> list[Mark]:
    height = PLAIN_HEIGHT * unit
    return [_lines(((x, 0, x, height) for x in _steps(0.65 * unit, length, 1.3 * unit)), colour, 0.5 * unit)]


def _strength(length: float, unit: float, colour: Colour) -> list[Mark]:
    height, brick, middle = PLAIN_HEIGHT * unit, 3.6 * unit, PLAIN_HEIGHT * unit * 0.46
    wall = Mark(rectangle(Box(0, 0, length, height)), fill=colour)
    joints = [
        *((x, 0.0, x, middle) for x in _steps(brick / 2, length, brick)),
        *((x, middle, x, height) for x in _steps(0, length, brick)),
        (0.0, middle, length, middle),
    ]
    return [wall, _lines(iter(joints), WHITE, 0.4 * unit)]


def _stretches(length: float, unit: float, colour: Colour) -> list[Mark]:
    half, swing = 1.6 * unit, 0.45 * unit
    marks = []
    for level in (0.85 * unit, 1.95 * unit):
        path = polyline([(-half, level)])
        for i, x in enumerate(_steps(-half, length, half)):
            lift = level + (swing if i % 2 else -swing) * 2
            path = path.joined(Path((("C", (x + half / 3, lift, x + 2 * half / 3, lift, x + half, level)),)))
        marks.append(Mark(path, stroke=Stroke(colour, 0.5 * unit, cap="butt")))
    return marks


def _recovery(length: float, unit: float, colour: Colour) -> list[Mark]:
    pitch, radius = 1.6 * unit, 0.42 * unit
    dots = Path()
    for row, level in enumerate((0.85 * unit, 1.95 * unit)):
        for x in _steps(pitch / 2 * row, length, pitch):
            dots = dots.joined(ellipse(Point(x, level), radius))
    return [Mark(dots, fill=colour)]


def _why(length: float, unit: float, colour: Colour) -> list[Mark]:
    height = PLAIN_HEIGHT * unit
    layers = ((0.22, 0.55), (0.56, 0.35), (0.86, 0.2))
    return [_lines(iter([(0.0, at * height, length, at * height)]), colour, width * unit) for at, width in layers]


def _warning(length: float, unit: float, colour: Colour) -> list[Mark]:
    height, pitch, wide = PLAIN_HEIGHT * unit, 3.2 * unit, 1.7 * unit
    stripes = Path()
    for x in _steps(-pitch, length, pitch):
        corners = [(x, height), (x + height, 0), (x + height + wide, 0), (x + wide, height)]
        stripes = stripes.joined(polyline(corners, closed=True))
    return [Mark(stripes, fill=colour)]


def _gear(length: float, unit: float, colour: Colour) -> list[Mark]:
    height = PLAIN_HEIGHT * unit
    grid = [(x, 0.0, x, height) for x in _steps(0.75 * unit, length, 1.5 * unit)]
    grid += [(0.0, level * unit, length, level * unit) for level in (0.9, 1.8)]
    return [_lines(iter(grid), colour, 0.35 * unit)]


def _fuel(length: float, unit: float, colour: Colour) -> list[Mark]:
    dash, gap = 1.5 * unit, 1.1 * unit
    rows = []
    for row, level in enumerate((0.85 * unit, 1.95 * unit)):
        start = -(dash + gap) / 2 * row
        rows += [(x, level, x + dash, level) for x in _steps(start, length, dash + gap)]
    return [_lines(iter(rows), colour, 0.55 * unit)]


def _mind(length: float, unit: float, colour: Colour) -> list[Mark]:
    rings = Path()
    for x in _steps(1.3 * unit, length, 2.6 * unit):
        rings = rings.joined(ellipse(Point(x, PLAIN_HEIGHT * unit / 2), 0.85 * unit))
    return [Mark(rings, stroke=Stroke(colour, 0.45 * unit))]


_PATTERNS: dict[Group, Callable[[float, float, Colour], list[Mark]]] = {
    Group.FORM: _form,
    Group.WARM_UP: _warm_up,
    Group.STRENGTH: _strength,
    Group.STRETCHES: _stretches,
    Group.RECOVERY: _recovery,
    Group.WHY: _why,
    Group.WARNING: _warning,
    Group.GEAR: _gear,
    Group.FUEL: _fuel,
    Group.MIND: _mind,
}


def _as_lines(mark: Mark, colour: Colour, unit: float) -> Mark:
    """The same pattern where ink is saved: what is solid by its outline, bricks by their joints, lines thin."""
    if mark.fill is not None or mark.stroke is None:
        return mark._replace(fill=None, stroke=Stroke(colour, 0.3 * unit, cap="butt"))
    return mark._replace(stroke=mark.stroke._replace(colour=colour, width=min(mark.stroke.width, 0.3 * unit)))


def stratum(
    group: Group, length: float, height: float, colour: Colour, line: float, *, outlined: bool = False
) -> list[Mark]:
    """A flat strip from (0, 0): the ground line, if `line` is not 0, and under it the pattern, cut off at the edges."""
    strip = rectangle(Box(0, 0, length, height))
    unit = height / PLAIN_HEIGHT
    pattern = _PATTERNS[group](length, unit, colour)
    if outlined:
        pattern = [_as_lines(mark, colour, unit) for mark in pattern]
    marks = [Mark(m.path, m.fill, m.stroke, m.even_odd, strip) for m in pattern]
    if not line:
        return marks
    return [*marks, Mark(polyline([(0, 0), (length, 0)]), stroke=Stroke(colour, line, cap="butt"))]


# A deck repeats few grounds many times, and each is hundreds of strokes.
@lru_cache(maxsize=128)
def flat(group: Group, box: Box, height: float, colours: Colours, line: float = 0.5) -> tuple[Mark, ...]:
    """A level ground filling `box` from its top; colours are main and tint."""
    main, tint, outlined = Earth(*colours)
    strip = (
        mark.moved(Transform.move(box.x, box.y))
        for mark in stratum(group, box.width, height, main, line, outlined=outlined)
    )
    return (Mark(rectangle(box), fill=tint), *strip)


@lru_cache(maxsize=128)
def sloping(
    group: Group,
    box: Box,
    through: Point,
    height: float,
    colours: Colours,
    line: float = 0.6,
    slope: float = SLOPE,
) -> tuple[Mark, ...]:
    """A ground that falls from left to right through a point, `slope` degrees, filling `box` below the line."""
    main, tint, outlined = Earth(*colours)
    fall = math.tan(math.radians(slope))
    left, right = box.x - 1, box.right + 1
    y_left, y_right = through.y + (left - through.x) * fall, through.y + (right - through.x) * fall
    corners = [(box.x, y_left + fall), (box.right, y_right - fall), (box.right, box.bottom), (box.x, box.bottom)]
    length = (right - left) / math.cos(math.radians(slope))
    placed = Transform.turn(slope).then(Transform.move(left, y_left))
    strip = (mark.moved(placed) for mark in stratum(group, length, height, main, line, outlined=outlined))
    return (Mark(polyline(corners, closed=True), fill=tint), *strip)
