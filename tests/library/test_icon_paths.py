from __future__ import annotations

import pytest

from publisher.drawing import ellipse
from publisher.geometry import Point
from publisher.library.icon_paths import BadPathError, parse


def test_a_path_is_its_segments() -> None:
    assert parse("M 2 9 L 22 19.5 Z").segments == (("M", (2.0, 9.0)), ("L", (22.0, 19.5)), ("Z", ()))


def test_a_circle_is_a_path_and_more_can_follow() -> None:
    assert parse("circle 12 12 8 M 1 2").segments == (*ellipse(Point(12, 12), 8).segments, ("M", (1.0, 2.0)))


def test_an_arc_starts_and_ends_where_it_says() -> None:
    segments = parse("arc 12 12 8 0 90").segments

    assert segments[0][1] == pytest.approx((20, 12))
    assert segments[-1][1][-2:] == pytest.approx((12, 20))


@pytest.mark.parametrize("text", ["", "L 1 2", "M 1", "M 1 x", "M 1 2 Q 1 2 3 4", "circle 1 2", "M 1e9 2", "M nan 1"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadPathError):
        parse(text)
