"""What ends at the trim goes on beyond it; what only touches it, runs along it or is beyond already stays."""

from __future__ import annotations

import pytest

from publisher.colour import INK
from publisher.drawing import Mark, Stroke, ellipse, polyline, rectangle
from publisher.geometry import Box, Point, Size
from publisher.press.bleeding import bled

TRIM = Size(60, 90)


def filled(box: Box, **more: object) -> Mark:
    return Mark(rectangle(box), fill=INK, **more)


def lined(*points: tuple[float, float]) -> Mark:
    return Mark(polyline(points), stroke=Stroke(INK, 0.5, "butt"))


@pytest.mark.parametrize(
    ("box", "reaches"),
    [
        (Box(0, 0, 60, 90), Box(-3, -3, 66, 96)),
        (Box(0, 40, 60, 50), Box(-3, 40, 66, 53)),
        (Box(0, 40, 8, 10), Box(-3, 40, 11, 10)),
        (Box(52, 0, 8, 10), Box(52, -3, 11, 13)),
        (Box(-2, 40, 64, 10), Box(-3, 40, 66, 10)),
        (Box(0.02, 40, 20, 10), Box(-3, 40, 23.02, 10)),
    ],
)
def test_a_ground_that_ends_at_the_trim_goes_on_as_far_as_the_bleed(box: Box, reaches: Box) -> None:
    bounds = bled(filled(box), TRIM, 3).path.bounds

    assert tuple(bounds) == pytest.approx(tuple(reaches))


@pytest.mark.parametrize(
    "mark",
    [
        filled(Box(5, 5, 20, 20)),
        filled(Box(-3, 40, 66, 53)),
        filled(Box(-5, 40, 70, 60)),
        lined((0, 10), (0, 80)),
        lined((0, 10), (20, 30)),
        Mark(ellipse(Point(10, 45), 9.98), fill=INK),
        Mark(polyline([(0, 45), (20, 40), (20, 50)], closed=True), fill=INK),
        Mark(polyline([]), fill=INK),
    ],
)
def test_what_does_not_end_at_the_trim_stays(mark: Mark) -> None:
    assert bled(mark, TRIM, 3) is mark


def test_a_rule_from_edge_to_edge_goes_on() -> None:
    rule = bled(lined((0, 30), (60, 30)), TRIM, 3)

    assert rule == lined((-3, 30), (63, 30))


def test_what_is_cut_off_at_the_trim_is_cut_off_at_the_bleed() -> None:
    stripes = Mark(polyline([(-6, 10), (4, 20), (70, 20)]), stroke=Stroke(INK, 1), clip=rectangle(Box(0, 10, 60, 10)))
    mark = bled(stripes, TRIM, 3)

    assert mark.path is stripes.path
    assert tuple(mark.clip.bounds) == pytest.approx((-3, 10, 66, 10))
