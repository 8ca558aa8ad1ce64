from __future__ import annotations

import pytest

from publisher.geometry import Box, Point, Transform
from publisher.vectors.complaints import NotTakenError
from publisher.vectors.outlines import SHAPES, evenly, moved


@pytest.mark.parametrize(
    ("name", "attributes", "box"),
    [
        ("rect", {"x": "1", "y": "2", "width": "10", "height": "4"}, Box(1, 2, 10, 4)),
        ("rect", {"width": "10", "height": "4", "rx": "1"}, Box(0, 0, 10, 4)),
        ("rect", {"width": "10", "height": "4", "ry": "9"}, Box(0, 0, 10, 4)),
        ("circle", {"cx": "5", "cy": "5", "r": "2"}, Box(3, 3, 4, 4)),
        ("ellipse", {"cx": "5", "cy": "5", "rx": "2", "ry": "1"}, Box(3, 4, 4, 2)),
        ("line", {"x2": "5", "y2": "3"}, Box(0, 0, 5, 3)),
        ("polyline", {"points": "0,0 4,0 4,3"}, Box(0, 0, 4, 3)),
        ("polygon", {"points": "0 0 4 0 4 3"}, Box(0, 0, 4, 3)),
        ("path", {"d": "M0 0h4v3z"}, Box(0, 0, 4, 3)),
    ],
)
def test_each_shape_covers_what_it_should(name: str, attributes: dict[str, str], box: Box) -> None:
    shape, own = SHAPES[name]

    assert set(attributes) <= own
    assert shape(attributes).bounds == pytest.approx(box)


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_of_no_size_is_nothing(name: str) -> None:
    assert SHAPES[name][0]({}).bounds.width == 0


def test_the_last_move_is_done_first() -> None:
    assert moved("translate(10) scale(2)").of(Point(1, 1)) == Point(12, 2)
    assert moved("rotate(90, 5 5)").of(Point(5, 0)) == pytest.approx(Point(10, 5))
    assert moved("skewX(45)").of(Point(0, 3)) == pytest.approx(Point(3, 3))
    assert moved("skewY(45)").of(Point(3, 0)) == pytest.approx(Point(3, 3))
    assert moved(" matrix(1 0 0 1 3,4) ") == Transform.move(3, 4)


@pytest.mark.parametrize(
    "text", ["translate", "translate(1 2 3)", "rotate(1 2)", "spin(4)", "scale(1)x", "matrix(1)", "skewX(90)", "((1))"]
)
def test_what_is_no_move_is_refused(text: str) -> None:
    with pytest.raises(NotTakenError):
        moved(text)


def test_a_line_grows_with_a_move_that_is_even() -> None:
    assert evenly(moved("rotate(30) scale(3)")) == pytest.approx(3)
    assert evenly(moved("scale(2 -2)")) == pytest.approx(2)
    assert evenly(moved("scale(2 3)")) is None
    assert evenly(moved("skewX(20)")) is None
