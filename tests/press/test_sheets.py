"""Values in whole micrometres, and how they leave the room in millimetres."""

from __future__ import annotations

from publisher.geometry import Box, Point
from publisher.press.sheets import Placement, Rect, Side, Turn, micrometres


def a_placement(turn: Turn) -> Placement:
    trim = Rect(10_000, 20_000, *((63_500, 88_900) if turn in (0, 180) else (88_900, 63_500)))
    return Placement(0, Side.FRONT, 1, 1, trim, trim.grown(3_000, 2_000, 1_000, 0), turn)


def test_a_face_is_turned_clockwise_into_its_place() -> None:
    top_left = {turn: a_placement(turn).transform.of(Point(0, 0)) for turn in (0, 90, 180, 270)}

    assert top_left == {0: Point(10, 20), 90: Point(98.9, 20), 180: Point(73.5, 108.9), 270: Point(10, 83.5)}


def test_a_turned_face_fills_its_place_exactly() -> None:
    for turn in (0, 90, 180, 270):
        placement = a_placement(turn)
        landed = placement.transform.of_box(Box(0, 0, 63.5, 88.9))
        assert landed.contains(placement.box)
        assert placement.box.contains(landed)


def test_bleed_is_told_left_top_right_bottom_as_seen_on_the_page() -> None:
    assert a_placement(90).bleed == (3, 2, 1, 0)


def test_rectangles_that_share_an_edge_do_not_overlap() -> None:
    assert not Rect(0, 0, 10, 10).overlaps(Rect(10, 0, 10, 10))
    assert Rect(0, 0, 10, 10).overlaps(Rect(9, 9, 10, 10))


def test_inches_come_out_as_whole_micrometres() -> None:
    assert [micrometres(inches * 25.4) for inches in (2.5, 3.5, 8.5, 11)] == [63_500, 88_900, 215_900, 279_400]
