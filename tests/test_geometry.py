"""Millimetres from the top left: boxes and maps do what their names say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.geometry import Box, Point, Size, Transform, mm

NUMBERS = st.floats(-500, 500)
ANGLES = st.integers(0, 359)


def test_an_inch_is_72_points() -> None:
    assert mm(72) == pytest.approx(25.4)


def test_a_sheet_can_stand_or_lie() -> None:
    assert Size(297, 210).portrait() == Size(210, 297) == Size(210, 297).portrait()
    assert Size(210, 297).turned() == Size(297, 210)


def test_a_box_knows_its_edges_and_what_is_left_of_it() -> None:
    box = Box(10, 20, 30, 40)

    assert (box.right, box.bottom, box.size) == (40, 60, Size(30, 40))
    assert box.inset(2) == Box(12, 22, 26, 36)
    assert box.inset(1, 2, 3, 4) == Box(11, 22, 26, 34)
    assert box.inset(1, 2) == Box(11, 22, 28, 36)
    assert box.below(50) == Box(10, 50, 30, 10)


@pytest.mark.parametrize(
    ("other", "inside"),
    [(Box(10, 20, 30, 40), True), (Box(12, 22, 5, 5), True), (Box(9, 20, 30, 40), False), (Box(10, 20, 30, 41), False)],
)
def test_a_box_contains_what_reaches_over_no_edge(other: Box, inside: bool) -> None:
    assert Box(10, 20, 30, 40).contains(other) is inside


@pytest.mark.parametrize(
    ("degrees", "lands"), [(0, (1, 0)), (90, (0, 1)), (180, (-1, 0)), (270, (0, -1)), (360, (1, 0))]
)
def test_a_quarter_turn_is_clockwise_on_the_page_and_exact(degrees: float, lands: tuple[float, float]) -> None:
    assert Transform.turn(degrees).of(Point(1, 0)) == Point(*lands)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS, ANGLES)
def test_then_is_one_after_the_other(x: float, y: float, dx: float, dy: float, degrees: int) -> None:
    first, second = Transform.turn(degrees), Transform.move(dx, dy)
    both, apart = first.then(second).of(Point(x, y)), second.of(first.of(Point(x, y)))

    assert (both.x, both.y) == pytest.approx((apart.x, apart.y), abs=1e-6)


@given(NUMBERS, NUMBERS, ANGLES)
def test_a_turned_box_holds_all_its_corners(x: float, y: float, degrees: int) -> None:
    turn, box = Transform.turn(degrees), Box(x, y, 30, 40)
    moved = turn.of_box(box)

    for corner in (Point(x, y), Point(box.right, y), Point(x, box.bottom), Point(box.right, box.bottom)):
        landed = turn.of(corner)
        assert moved.contains(Box(landed.x, landed.y, 0, 0), slack=1e-6)


def test_a_stretch_starts_at_the_origin() -> None:
    assert Transform.scale(2, 3).of(Point(5, 7)) == Point(10, 21)
    assert Transform.scale(2).of(Point(5, 7)) == Point(10, 14)
