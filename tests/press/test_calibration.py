"""The test sheet says nothing twice, reads 5 when all is well, and has its lines where the eye looks for them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from publisher.geometry import Box, Point, Size
from publisher.model.printing import Flip
from publisher.press.calibration import Method, SheetSide, back, front, mirrored, stations

A4, LETTER = Size(210, 297), Size(215.9, 279.4)
SIZES = [A4, LETTER]
either_way = pytest.mark.parametrize("flip", Flip)
either_size = pytest.mark.parametrize("page", SIZES, ids=["A4", "Letter"])


def points(side: SheetSide) -> list[Point]:
    return [*(end for line in side.lines for end in (line.start, line.end)), *(number.at for number in side.numbers)]


@either_size
@either_way
def test_everything_stands_where_every_printer_prints(page: Size, flip: Flip) -> None:
    inside = Box(10, 10, page.width - 20, page.height - 20)

    for side in (front(page), back(page, flip)):
        assert all(inside.contains(Box(point.x, point.y, 0, 0)) for point in points(side))


@either_size
@either_way
def test_the_text_has_its_box_to_itself(page: Size, flip: Flip) -> None:
    for side in (front(page), back(page, flip)):
        assert not [point for point in points(side) if side.text.contains(Box(point.x, point.y, 0, 0))]


@either_way
def test_through_the_paper_the_arrow_points_at_5_and_the_counted_lines_follow_it(flip: Flip) -> None:
    for station in stations(A4):
        if station.method is not Method.LIGHT:
            continue
        seen = [(mirrored(line.start, A4, flip), mirrored(line.end, A4, flip)) for line in back(A4, flip).lines]
        starts = [
            getattr(start, station.axis) - getattr(station.at, station.axis)
            for start, _ in seen
            if _across(start, station.axis) == pytest.approx(_across(station.at, station.axis))
            and abs(getattr(start, station.axis) - getattr(station.at, station.axis)) < 10
        ]
        assert sorted({round(start, 3) for start in starts}) == [round(0.9 * line, 3) for line in range(10)]


def _across(point: Point, axis: str) -> float:
    return point.y if axis == "x" else point.x


def test_the_lines_of_a_scale_stand_a_millimetre_apart() -> None:
    top = next(station for station in stations(A4) if station.label == "G")
    lines = sorted(line.end.x for line in front(A4).lines if line.end.y == top.at.y and line.start.x == line.end.x)

    assert len(lines) == 21
    assert {round(after - before, 6) for before, after in pairwise(lines)} == {1}
    assert lines[5] == top.at.x


@either_way
def test_a_cross_lies_behind_the_middle_of_its_grid(flip: Flip) -> None:
    numbers = [number.at for number in back(A4, flip).numbers if number.text == "5"]

    for station in stations(A4):
        if station.method is Method.PIN:
            behind = mirrored(station.at, A4, flip)
            assert Point(behind.x, behind.y - 8) in numbers
            assert Point(behind.x - 8, behind.y) in numbers


def test_every_reading_has_its_letter_on_the_sheet() -> None:
    printed = {number.text for side in (front(A4), back(A4, Flip.LONG)) for number in side.numbers if number.letter}

    assert {station.label for station in stations(A4)} <= printed
    assert len({station.label for station in stations(A4)}) == len(stations(A4))
