"""The ground under a figure: level or sloping, inside its strip, and another pattern for each group."""

from __future__ import annotations

import math

import pytest

from layouts.ground import PLAIN_HEIGHT, SLOPE, Earth, flat, sloping, stratum
from publisher.colour import INK, WHITE
from publisher.geometry import Box, Point
from publisher.model.card import Group


@pytest.mark.parametrize("group", list(Group))
def test_a_pattern_is_cut_off_at_the_edges_of_its_strip(group: Group) -> None:
    *pattern, line = stratum(group, 60, PLAIN_HEIGHT, INK, 0.5)

    assert pattern
    assert {mark.clip.bounds for mark in pattern} == {Box(0, 0, 60, PLAIN_HEIGHT)}
    assert line.clip is None
    assert (line.path.bounds.width, line.stroke.width) == (60, 0.5)


@pytest.mark.parametrize("group", list(Group))
def test_a_pattern_reaches_over_the_whole_length(group: Group) -> None:
    pattern = [mark.path.bounds for mark in stratum(group, 60, PLAIN_HEIGHT, INK, 0.0)]

    assert min(box.x for box in pattern) <= 1.5
    assert max(box.right for box in pattern) >= 58.5


def test_groups_can_be_told_apart_without_colour() -> None:
    patterns = {repr(stratum(group, 60, PLAIN_HEIGHT, INK, 0.5)) for group in Group}

    assert len(patterns) == len(Group)


def test_a_level_ground_fills_its_box_under_the_line() -> None:
    box = Box(-3, 50, 66, 40)
    marks = flat(Group.STRENGTH, box, 3, (INK, WHITE))

    assert marks[0].path.bounds == box
    assert marks[0].fill == WHITE
    assert marks[-1].path.bounds == Box(-3, 50, 66, 0)


@pytest.mark.parametrize("slope", [SLOPE, 20.0])
def test_a_slope_falls_to_the_right_through_its_point_and_covers_all_below(slope: float) -> None:
    box, through = Box(-3, -3, 69, 95), Point(31.5, 50)
    tint, *_, line = sloping(Group.FORM, box, through, 3, (INK, WHITE), slope=slope)
    (x1, y1), (x2, y2) = (numbers for _, numbers in line.path.segments)

    assert math.degrees(math.atan2(y2 - y1, x2 - x1)) == pytest.approx(slope)
    assert y1 + (through.x - x1) * (y2 - y1) / (x2 - x1) == pytest.approx(through.y)
    assert x1 <= box.x
    assert x2 >= box.right
    assert tint.path.bounds.bottom == pytest.approx(box.bottom)
    assert (tint.path.bounds.x, tint.path.bounds.right) == (box.x, box.right)


@pytest.mark.parametrize("group", list(Group))
def test_where_ink_is_saved_nothing_is_solid_and_groups_still_differ(group: Group) -> None:
    marks = {each: stratum(each, 60, PLAIN_HEIGHT, INK, 0.0, outlined=True) for each in Group}

    assert [mark for mark in marks[group] if mark.fill] == []
    assert {mark.stroke.colour for mark in marks[group]} == {INK}
    assert max(mark.stroke.width for mark in marks[group]) <= 0.3
    assert [each for each in Group if repr(marks[each]) == repr(marks[group])] == [group]


def test_a_ground_takes_its_outline_along() -> None:
    box, colours = Box(0, 40, 60, 30), Earth(INK, WHITE, outlined=True)
    level = flat(Group.STRENGTH, box, 2.7, colours)
    hill = sloping(Group.STRENGTH, box, Point(30, 50), 2.7, colours)

    for ground in (level, hill):
        assert [mark.fill for mark in ground if mark.fill] == [WHITE]
