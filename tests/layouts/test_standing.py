"""Where figures stand: one scale a card, inside their room, feet on the ground, stacked only where that helps."""

from __future__ import annotations

import math

import pytest

from layouts.standing import SUNK, Hill, Standing, arranged, beside, is_low, on_slope, stacked, tallest, too_small
from publisher.figures.illustration import Framed
from publisher.geometry import Box, Point
from tests.figures.stick_people import (
    ALL_FOURS,
    BIRD_DOG,
    BRIDGE,
    FLAT,
    FLAT_LIFTED,
    LYING,
    REACHING_UP,
    STANDING,
    a_palette,
    a_sketch,
    frames,
    right_and_wrong,
)

POKER = 63.5
ROOM = Box(4.5, 20, 54.5, 28)


def framed(*joints: dict) -> tuple[Framed, ...]:
    return frames(*((str(i), each) for i, each in enumerate(joints))).frames


def boxes(standing: list[Standing]) -> list[Box]:
    return [each.box for each in standing]


POSES = [
    (STANDING,),
    (STANDING, REACHING_UP),
    (LYING, BRIDGE),
    (FLAT, FLAT_LIFTED),
    (ALL_FOURS, BIRD_DOG),
    (STANDING,) * 3,
]


@pytest.mark.parametrize("poses", POSES, ids=range(len(POSES)))
@pytest.mark.parametrize("room", [ROOM, Box(4, 15, 36, 16), Box(7, 30, 90, 60)])
def test_frames_have_one_scale_lie_inside_their_room_and_do_not_touch(poses: tuple, room: Box) -> None:
    standing = arranged(framed(*poses), room, room.width + 9, 1.6, 4.5)

    assert len({each.height for each in standing}) == 1
    for box in boxes(standing):
        assert room.inset(-0.01).contains(Box(box.x, box.y, box.width, min(box.height, room.bottom - box.y)))
    for i, one in enumerate(boxes(standing)):
        for other in boxes(standing)[i + 1 :]:
            assert one.right < other.x or other.right < one.x or one.bottom < other.y or other.bottom < one.y


def test_frames_stand_in_their_order_from_left_to_right_or_from_top_to_bottom() -> None:
    upright = boxes(arranged(framed(STANDING, REACHING_UP), ROOM, POKER, 1.6, 4.5))
    lying = boxes(arranged(framed(FLAT, FLAT_LIFTED), ROOM, POKER, 1.6, 4.5))

    assert upright[0].x < upright[1].x
    assert lying[0].y < lying[1].y


def test_low_frames_are_stacked_where_that_makes_them_larger_and_only_there() -> None:
    pair = framed(FLAT, FLAT_LIFTED)

    flat = beside(pair, ROOM, 99, 1.6)[0].height
    piled = arranged(pair, ROOM, POKER, 1.6, 4.5)
    wide = arranged(pair, Box(0, 0, 200, 14), POKER * 3, 1.6, 4.5)

    assert piled[0].height > 1.4 * flat
    assert piled[0].foot.y < piled[1].foot.y
    assert wide[0].foot.y == wide[1].foot.y


def test_a_stacked_start_lies_exactly_over_the_end_so_that_the_difference_shows() -> None:
    start, end = stacked(framed(LYING, BRIDGE), ROOM, 99, 1.6, 4.5)

    assert start.foot.x == end.foot.x
    assert end.foot.y == ROOM.bottom
    assert start.box.bottom < end.box.y + 2


def test_upright_frames_are_never_stacked() -> None:
    standing = arranged(framed(STANDING, STANDING), Box(0, 0, 12, 80), POKER, 1.6, 4.5)

    assert standing[0].foot.y == standing[1].foot.y


@pytest.mark.parametrize(("joints", "low"), [(STANDING, False), (REACHING_UP, False), (LYING, True), (ALL_FOURS, True)])
def test_who_is_low(joints: dict, low: bool) -> None:
    assert is_low(framed(joints)[0]) is low


def test_three_low_frames_stand_in_two_rows_of_one_scale() -> None:
    trio = framed(FLAT, FLAT_LIFTED, FLAT)

    first, second, last = arranged(trio, ROOM, POKER, 1.6, 4.5)

    assert first.height == second.height == last.height > 1.2 * beside(trio, ROOM, 99, 1.6)[0].height
    assert first.foot.y == second.foot.y < last.box.y
    assert first.box.right < second.box.x
    assert all(ROOM.contains(box) for box in boxes([first, second]))


def test_body_heights_are_at_least_those_of_the_design() -> None:
    assert 31 <= tallest(framed(STANDING), POKER) < 37
    assert 27 <= tallest(framed(STANDING, STANDING), POKER) < 33
    assert 44 <= tallest(framed(LYING), POKER) <= 50


def test_nobody_sinks_deep_into_the_ground() -> None:
    deep = Framed("deep", a_sketch(STANDING, ground=Point(0, -12)), a_palette())

    (standing,) = beside((deep,), ROOM, 30, 1)

    assert standing.box.bottom == pytest.approx(ROOM.bottom + SUNK * standing.height / 100)


def test_on_a_hill_feet_follow_the_line_and_heads_stay_clear() -> None:
    fall = math.tan(math.radians(12))

    def line(x: float) -> float:
        return 55 + (x - POKER / 2) * fall

    standing = on_slope(right_and_wrong().frames, Box(7, 0, 52, 29), Hill(line, lambda box: box.y >= 26), 1.5)

    assert all(each.foot.y == pytest.approx(line(each.foot.x)) for each in standing)
    assert standing[1].foot.y > standing[0].foot.y
    assert all(box.y >= 26 for box in boxes(standing))
    assert 20 < standing[0].height <= 29


@pytest.mark.parametrize("mark", [0.0, 7.0])
def test_runners_come_as_near_as_their_ink_allows_and_leave_room_for_a_mark(mark: float) -> None:
    gap, fall = 1.5, math.tan(math.radians(12))
    hill = Hill(lambda x: 55 + x * fall, lambda _box: True)

    left, right = on_slope(right_and_wrong().frames, Box(4, 0, 55, 40), hill, gap, mark)

    ink = [[each.move.of(Point(x, y)) for x, y in each.frame.outline] for each in (left, right)]
    assert min(math.dist(one, other) for one in ink[0] for other in ink[1]) > 0.6 * gap
    head = [point for point in ink[1] if point.y < right.box.y + 4]
    assert all(
        min(one.x for one in head) - other.x > mark - 1 for other in ink[0] if right.box.y < other.y < right.box.y + 4
    )
    assert boxes([left])[0].x > 3
    assert boxes([right])[0].right < 60


def test_figures_that_say_nothing_any_more_are_too_small() -> None:
    room = Box(0, 0, 54, 10)

    assert too_small(beside(framed(STANDING), room, 31, 1), POKER)
    assert not too_small(beside(framed(STANDING), ROOM, 31, 1), POKER)


def test_a_drawing_is_moved_so_that_its_ground_point_lies_on_the_foot() -> None:
    standing = Standing(framed(STANDING)[0], Point(30, 49), 27)

    drawing, move = standing.drawn(0.5)

    at = move.of(drawing.ground)
    assert at.x == pytest.approx(30)
    assert at.y == pytest.approx(49, abs=0.4)
    assert move.a == move.d == pytest.approx(0.27)
