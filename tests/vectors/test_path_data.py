from __future__ import annotations

import math

import pytest

from publisher.vectors.complaints import NotTakenError
from publisher.vectors.path_data import parse


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("m1 2 3 4-5 6z", "M1 2L4 6L-1 12Z"),
        ("M1 2H5v3h-4V2z", "M1 2 L5 2 L5 5 L1 5 L1 2Z"),
        ("M0 0l1 1zm5 5l1 0", "M0 0L1 1ZM5 5L6 5"),
        ("M0 0c1 0 2 1 2 2s1 2 2 2", "M0 0C1 0 2 1 2 2C2 3 3 4 4 4"),
        ("M0 0s1 0 2 2", "M0 0C0 0 1 0 2 2"),
        ("M0 0q3 0 3 3t3 3", "M0 0C2 0 3 1 3 3C3 5 4 6 6 6"),
        ("M0,0L1,1,2,2", "M0 0L1 1L2 2"),
        ("M0 0A0 5 0 0 1 4 4", "M0 0L4 4"),
        ("M3 3A5 5 0 0 1 3 3L4 4", "M3 3L4 4"),
    ],
)
def test_short_forms_mean_what_long_ones_say(text: str, same: str) -> None:
    one, other = parse(text), parse(same)

    assert [verb for verb, _ in one.segments] == [verb for verb, _ in other.segments]
    for (_, given), (_, wanted) in zip(one.segments, other.segments, strict=True):
        assert given == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("M10 0A10 10 0 0 1 0 10", (0, 10, 0, 10)),
        ("M10 0A10 10 0 1 0 0 10", (-10, 10, -10, 10)),
        ("M10 0A10 10 0 011 9.9", None),
        ("M0 0A1 1 0 0 1 10 0", (0, 10, -5, 0)),
        ("M0 10A20 10 90 0 1 20 10", None),
    ],
)
def test_an_arc_ends_where_it_should_and_stays_on_its_ellipse(text: str, bounds: tuple[float, ...] | None) -> None:
    path = parse(text)
    ends = [given[-2:] for _, given in path.segments]

    assert all(math.isfinite(number) for _, given in path.segments for number in given)
    if bounds is not None:
        left, right, top, bottom = bounds
        assert all(left - 1e-6 <= x <= right + 1e-6 and top - 1e-6 <= y <= bottom + 1e-6 for x, y in ends)


def test_points_of_an_arc_are_as_far_from_its_middle_as_its_radius() -> None:
    [_, *curves] = parse("M10 0A10 10 0 1 1 0 10").segments

    assert len(curves) == 3
    assert all(math.hypot(x - 10, y - 10) == pytest.approx(10) for *_, x, y in (given for _, given in curves))


@pytest.mark.parametrize("text", ["L1 1", "1 1", "M1", "M0 0 K1", "M0 0 Z 3 3", "M0 0A1 1 0 2 0 3 3", "M0 0L1 x", "M"])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(NotTakenError):
        parse(text)
