"""Shapes as values: round where they should be, inside their boxes, and moved as a whole."""

from __future__ import annotations

import math

import pytest

from publisher.colour import BLACK, WHITE
from publisher.drawing import Drawing, Mark, Path, Stroke, arc, ellipse, polyline, rectangle
from publisher.geometry import Box, Point, Transform

BOX = Box(10, 20, 30, 40)


def close(one: Box, other: Box) -> bool:
    return one.contains(other, 1e-6) and other.contains(one, 1e-6)


def on_curve(path: Path, steps: int = 8) -> list[tuple[float, float]]:
    """Points along the path, curves at equal parameters."""
    out: list[tuple[float, float]] = []
    for verb, numbers in path.segments:
        if verb == "C":
            points = [out[-1], *zip(numbers[0::2], numbers[1::2], strict=True)]
            out += [bezier(points, (i + 1) / steps) for i in range(steps)]
        elif verb != "Z":
            out.append((numbers[0], numbers[1]))
    return out


def bezier(points: list[tuple[float, float]], t: float) -> tuple[float, float]:
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return tuple(sum(share * point[axis] for share, point in zip(shares, points, strict=True)) for axis in (0, 1))


@pytest.mark.parametrize("corners", ["tl tr br bl", "br bl", "tl", ""])
@pytest.mark.parametrize("radius", [0, 3])
def test_a_rectangle_fills_its_box_whatever_its_corners(radius: float, corners: str) -> None:
    path = rectangle(BOX, radius, corners)

    assert close(path.bounds, BOX)
    assert sum(verb == "C" for verb, _ in path.segments) == (len(corners.split()) if radius else 0)
    assert path.segments[-1] == ("Z", ())


def test_only_the_named_corners_are_round() -> None:
    points = on_curve(rectangle(BOX, 3, "br bl"))

    assert (10, 20) in points
    assert (40, 20) in points
    assert (40, 60) not in points
    assert (10, 60) not in points


def test_a_circle_is_round_to_a_thousandth() -> None:
    for x, y in on_curve(ellipse(Point(5, 7), 4)):
        assert math.hypot(x - 5, y - 7) == pytest.approx(4, abs=0.004)


def test_an_ellipse_has_two_radii() -> None:
    assert close(ellipse(Point(5, 7), 4, 2).bounds, Box(1, 5, 8, 4))


@pytest.mark.parametrize(("start", "end"), [(0, 90), (30, 300), (-45, 45), (90, 0), (0, 360)])
def test_an_arc_goes_round_from_start_to_end(start: float, end: float) -> None:
    points = on_curve(arc(Point(0, 0), 10, start, end))

    assert points[0] == pytest.approx((10 * math.cos(math.radians(start)), 10 * math.sin(math.radians(start))))
    assert points[-1] == pytest.approx((10 * math.cos(math.radians(end)), 10 * math.sin(math.radians(end))))
    assert all(math.hypot(x, y) == pytest.approx(10, abs=0.01) for x, y in points)


def test_a_path_without_points_has_an_empty_box() -> None:
    assert Path().bounds == Box(0, 0, 0, 0)


def test_a_line_is_closed_only_when_asked() -> None:
    corners = [(0, 0), (1, 0), (1, 1)]

    assert [verb for verb, _ in polyline(corners).segments] == ["M", "L", "L"]
    assert [verb for verb, _ in polyline(corners, closed=True).segments] == ["M", "L", "L", "Z"]
    assert polyline(corners).joined(polyline(corners)).segments == polyline(corners).segments * 2


def test_a_drawing_moves_with_its_box_its_ground_and_its_lines() -> None:
    mark = Mark(rectangle(BOX), WHITE, Stroke(BLACK, 0.5, dash=(1, 2)), clip=rectangle(BOX))
    drawing = Drawing(BOX, (mark,), Point(25, 60))

    moved = drawing.moved(Transform.scale(2), 2)

    assert moved.box == Box(20, 40, 60, 80)
    assert moved.ground == Point(50, 120)
    assert moved.marks[0].stroke == Stroke(BLACK, 1.0, dash=(2, 4))
    assert moved.marks[0].path.bounds == moved.box
    assert moved.marks[0].clip is not None
    assert moved.marks[0].clip.bounds == moved.box
