"""Sketches in ink: lines as wide as asked for, tapering where they should, colours from the palette."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from publisher.colour import Colour
from publisher.drawing import Path, ellipse
from publisher.figures.inking import drawing, outlined
from publisher.figures.sketch import Line, Sketch
from publisher.geometry import Box, Point
from tests.figures.stick_people import a_palette, a_sketch
from tests.layouts.looking import within

if TYPE_CHECKING:
    from collections.abc import Iterator

STRAIGHT = Path((("M", (0, 0)), ("L", (10, 0)), ("L", (20, 0))))
CURVE = Path((("M", (0, 0)), ("C", (4, 0, 8, 2, 10, 6)), ("C", (11, 8, 11, 12, 10, 16))))
CORNER = Path((("M", (0, 0)), ("L", (10, 0)), ("L", (10, 10))))
RED, BLACK = Colour(200, 0, 0), Colour(0, 0, 0)


def width_at(path: Path, x: float, step: float = 0.01) -> float:
    """How much of the upright line through x lies inside the path."""
    return sum(within(path, x, -3 + i * step) for i in range(round(6 / step))) * step


def a_line_sketch(*lines: Line) -> Sketch:
    return Sketch((), lines, Box(0, 0, 20, 20), Point(0, 0))


@pytest.mark.parametrize("weight", [0.5, 1.0, 2.0])
def test_an_outline_is_as_wide_as_the_weight_times_its_factor(weight: float) -> None:
    outline = outlined(Line(STRAIGHT, (0.5, 1.0, 0.5)), weight)

    assert width_at(outline, 10) == pytest.approx(weight, abs=0.03)
    assert width_at(outline, 5) == pytest.approx(0.75 * weight, abs=0.03)
    assert width_at(outline, 0.01) == pytest.approx(0.5 * weight, abs=0.03)


def test_a_line_that_tapers_ends_in_a_point_and_one_that_does_not_in_a_round_end() -> None:
    outline = outlined(Line(STRAIGHT, (0.0, 1.0, 1.0)), 2)

    assert outline.bounds.x == pytest.approx(0)
    assert outline.bounds.right == pytest.approx(21, abs=0.4)
    assert within(outline, 20.9, 0)
    assert not within(outline, 20.9, 0.9)


def test_an_outline_keeps_its_distance_along_a_curve() -> None:
    outline = outlined(Line(CURVE, (1.0, 0.9, 1.0)), 1)
    centre = list(_along(CURVE))

    edges = [point for point in _along(outline) if 1 < point[1] < 15]
    distances = [min(math.dist(point, other) for other in centre) for point in edges]

    assert len(edges) > 60
    assert all(0.43 < distance < 0.52 for distance in distances), (min(distances), max(distances))


def _along(path: Path) -> Iterator[tuple[float, float]]:
    """Points close together along the curves of a path."""
    at = (0.0, 0.0)
    for verb, numbers in path.segments:
        if verb == "C":
            points = (at, *zip(numbers[0::2], numbers[1::2], strict=True))
            for i in range(41):
                t = i / 40
                shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                yield tuple(sum(s * p[axis] for s, p in zip(shares, points, strict=True)) for axis in (0, 1))
        at = numbers[-2:] or at


def test_a_corner_stays_filled_and_near_its_line() -> None:
    outline = outlined(Line(CORNER, (1.0, 0.9, 1.0)), 1)

    assert within(outline, 10, 0)
    assert within(outline, 9.7, 0.3)
    assert outline.bounds.right <= 10.6
    assert outline.bounds.y >= -0.6


def test_a_closed_line_goes_round_and_leaves_its_middle_free() -> None:
    ring = ellipse(Point(0, 0), 5)

    outline = outlined(Line(ring, (1.0, 0.6, 1.0, 0.6, 1.0)), 1)

    assert within(outline, 5, 0.01)
    assert within(outline, 0.01, 5)
    assert not within(outline, 0, 0)
    assert not within(outline, 4.3, 0)


def test_a_line_without_length_leaves_nothing() -> None:
    assert outlined(Line(Path((("M", (1, 1)), ("L", (1, 1)))), (0.0, 1.0)), 1) == Path()


def test_a_line_of_one_width_is_a_stroke_and_one_that_changes_a_fill() -> None:
    sketch = a_line_sketch(Line(CURVE, (1.12, 1.12, 1.12)), Line(STRAIGHT, (0.0, 1.0, 0.0)))

    even, tapered = drawing(sketch, a_palette(), 0.5).marks

    assert even.stroke.width == pytest.approx(0.56)
    assert even.fill is None
    assert tapered.fill == a_palette()["ink"]
    assert tapered.stroke is None


def test_a_heavier_weight_makes_every_line_wider_and_moves_none() -> None:
    light, heavy = (drawing(a_sketch(), a_palette(), weight) for weight in (0.4, 0.8))

    assert [mark.fill for mark in light.marks] == [mark.fill for mark in heavy.marks]
    strokes = [(a.stroke.width, b.stroke.width) for a, b in zip(light.marks, heavy.marks, strict=True) if a.stroke]
    assert strokes
    assert all(wide == pytest.approx(2 * thin) for thin, wide in strokes)
    paths = [(a.path, b.path) for a, b in zip(light.marks, heavy.marks, strict=True) if a.stroke]
    assert all(one == other for one, other in paths)


def test_colours_come_from_the_palette_and_a_role_without_one_is_not_painted() -> None:
    sketch = a_sketch()
    roles = {role for role, _ in sketch.fills} | {line.role for line in sketch.lines}

    drawn = drawing(sketch, dict.fromkeys(roles, RED) | {"mat": None, "ink": BLACK}, 0.5)

    assert {mark.fill for mark in drawn.marks} == {RED, BLACK, None}
    assert sum(mark.fill == RED for mark in drawn.marks) == len(sketch.fills) - 1
    assert drawn.box == sketch.box
    assert drawn.ground == sketch.ground


def test_a_piece_that_nearly_closes_is_no_wider_than_its_line() -> None:
    """Seen as a black blot in a bowl of nuts: the handles are long, and the ends lie close together."""
    curve = Path((("M", (0, 0)), ("C", (-10.63, 4.28, -8.06, -5.56, 0.13, -1.3))))

    outline = outlined(Line(curve, (1.0, 0.6)), 0.4)

    centre = [*_along(curve)]
    far = max(min(math.dist(point, other) for other in centre) for point in _along(outline))
    assert far < 0.35
