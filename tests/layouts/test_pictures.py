"""Figures drawn on a face: ties to steps, marks of right and wrong, and what is pointed out."""

from __future__ import annotations

import math
from dataclasses import replace
from types import SimpleNamespace

import pytest

from layouts.pictures import Tie, judge, ledge, ledge_height, line_weight, point_out, tie, ties
from layouts.standing import arranged, beside
from publisher.figures.illustration import Illustration
from publisher.figures.tempo import Beat
from publisher.geometry import Box, Point, Size
from publisher.model.card import Group, Step
from publisher.model.dose import Range
from publisher.problems import Phrase
from publisher.typesetting.face import Ink, Role
from publisher.typesetting.surface import Surface
from tests.factories import a_dose, a_setting, the_typeface
from tests.figures.stick_people import FLAT, FLAT_LIFTED, RUNNING, STANDING, a_sketch, frames, right_and_wrong
from tests.layouts.looking import collisions, outside, roles

POKER = Size(63.5, 88.9)
ROOM = Box(4.5, 20, 54.5, 29)


def a_surface(size: Size = POKER) -> Surface:
    return Surface(size, the_typeface(), 8)


def a_step(pose: str | None, caption: str | None = None) -> Step:
    return Step(Phrase("Do it."), caption and Phrase(caption), pose and Phrase(pose))


def marks(surface: Surface) -> list:
    return [part.mark for part in surface.face().parts if isinstance(part, Ink)]


TWO = frames(("start", STANDING), ("end", STANDING))


def test_a_frame_takes_the_number_and_the_words_of_the_step_that_looks_like_it() -> None:
    found = ties(TWO, [a_step(None), a_step("end", "Push up"), a_step("end", "Again")], a_setting())

    assert found == [Tie("", "Start"), Tie("2", "Push up")]


def test_a_first_frame_with_a_step_of_its_own_is_no_start() -> None:
    assert ties(TWO, [a_step("start", "Lie"), a_step("end")], a_setting()) == [Tie("1", "Lie"), Tie("2", "")]


def test_a_single_frame_that_no_step_names_is_tied_to_nothing() -> None:
    assert ties(Illustration(TWO.frames[1:]), [a_step(None)], a_setting()) == [None]


def beating(picture: Illustration, *beats: Beat) -> Illustration:
    """The frames with what each is in its rep."""
    return Illustration(tuple(replace(frame, beat=each) for frame, each in zip(picture.frames, beats, strict=True)))


def test_a_frame_tells_its_breath_and_how_long_the_dose_holds_it() -> None:
    picture = beating(TWO, Beat("in"), Beat("out", "hold"))
    found = ties(picture, [a_step("end", "Push up")], a_setting(), a_dose(sets=Range(1, 1), seconds=Range(10, 20)))

    assert found == [Tie("", "Start", "in"), Tie("1", "Push up", "out", Range(10, 20))]


def test_signs_of_breath_and_hold_stand_behind_the_words_and_are_read_with_them() -> None:
    surface = a_surface()
    standing = beside(TWO.frames, ROOM, 27, 1.6)
    tie(surface, a_setting(), standing, [Tie("", "Start", "in"), Tie("2", "Push up", "out", Range(10, 10))])
    face = surface.face()

    assert sorted(roles(face)) == [("Caption", "2 Push up out 10 s"), ("Caption", "Start in")]
    assert collisions(face) == []
    assert outside(face, 3.5) == []


def test_signs_that_find_no_room_beside_the_words_are_left_to_the_back() -> None:
    surface = a_surface(Size(44, 64))
    standing = beside(TWO.frames, Box(4.5, 20, 35, 25), 20, 1.6)
    tied = [Tie("1", "Lower slowly", "in", Range(3, 3)), Tie("2", "Stand tall", "out", Range(10, 10))]
    tie(surface, a_setting(), standing, tied)

    assert sorted(roles(surface.face())) == [("Caption", "1 Lower slowly"), ("Caption", "2 Stand tall")]


@pytest.mark.parametrize("poses", [(STANDING, STANDING), (FLAT, FLAT_LIFTED)], ids=["beside", "stacked"])
def test_ties_stand_under_their_frames_and_are_read_as_captions(poses: tuple) -> None:
    surface, setting = a_surface(), a_setting()
    standing = arranged(
        frames(*zip(("a", "b"), poses, strict=True)).frames, ROOM, POKER.width, 1.6, ledge_height(setting)
    )
    tie(surface, setting, standing, [Tie("", "Start"), Tie("2", "Push up")])
    face = surface.face()

    assert sorted(roles(face)) == [("Caption", "2 Push up"), ("Caption", "Start")]
    for word, each in zip(("Start", "Push up"), standing, strict=True):
        (line,) = [line for line in face.lines if line.text.replace("\u00a0", " ") == word]
        assert each.foot.y < line.at.y < each.foot.y + 9
        assert each.box.x - 6 < line.at.x + line.width / 2 < each.box.right + 6


@pytest.mark.parametrize(("hand", "end"), [(12.0, "right"), (45.0, "left"), (None, "left")])
def test_the_caption_of_a_frame_above_stands_under_the_end_where_no_hand_hangs(hand: float | None, end: str) -> None:
    above, surface = reaching(hand), a_surface()

    ledge(surface, a_setting(), above, Tie("", "Start"))

    [words] = surface.face().lines
    middle = above.box.x + above.box.width / 2
    assert (words.at.x > middle) == (end == "right")
    assert outside(surface.face(), 0.0) == []


def reaching(hand: float | None) -> SimpleNamespace:
    """Somebody who lies above another, with a hand below the ground at that place, or none."""

    def ink(top: float, _: float) -> list[Point]:
        return [] if hand is None else [Point(hand, top + 0.5)]

    return SimpleNamespace(box=Box(10, 20, 40, 12), foot=Point(30, 32), ink_between=ink)


def test_long_captions_side_by_side_keep_clear_of_one_another_and_of_the_edge() -> None:
    surface, setting = a_surface(), a_setting()
    standing = beside(TWO.frames, ROOM, 27, 1.6)
    tie(surface, setting, standing, [Tie("1", "Lower slowly for three"), Tie("2", "Stand tall and breathe")])
    face = surface.face()

    assert collisions(face) == []
    assert outside(face, 3.5) == []


def test_captions_that_find_no_room_are_reported() -> None:
    surface = a_surface(Size(30, 60))
    standing = beside(TWO.frames, Box(2, 10, 26, 25), 15, 1)
    tie(surface, a_setting(), standing, [Tie("1", "Lower slowly for three"), Tie("2", "Stand tall and breathe")])

    assert [excess.field for excess in surface.face().excess] == ["caption"]


def test_right_has_a_tick_wrong_a_cross_and_neither_lies_on_a_figure() -> None:
    surface, setting = a_surface(), a_setting()
    standing = beside(right_and_wrong().frames, ROOM, 27, 4)
    judge(surface, setting, standing, 2)

    discs = [mark for mark in marks(surface) if mark.path.bounds.width > 3]
    assert [disc.fill == setting.theme.ink for disc in discs] == [True, False]
    assert discs[1].stroke.colour == setting.theme.wrong
    ink = [each.move.of(Point(x, y)) for each in standing for x, y in each.frame.outline]
    for disc in discs:
        box = disc.path.bounds
        centre = Point(box.x + box.width / 2, box.y + box.height / 2)
        assert min(math.dist(centre, point) for point in ink) > 2


def test_spots_are_pointed_out_in_the_order_of_their_numbers_clear_of_one_another() -> None:
    spots = (("foot", Point(2, -3)), ("toe", Point(6, -2)), ("knee", Point(11, -29)))
    picture = frames(("run", RUNNING), group=Group.WHY)
    frame = picture.frames[0]
    frame = type(frame)(frame.pose, a_sketch(RUNNING, spots=spots), frame.palette)
    surface = a_surface()
    (standing,) = beside((frame,), ROOM, 31, 1)

    point_out(surface, a_setting(), standing, 3)
    numbers = {line.text: line.at for line in surface.face().lines}

    assert sorted(numbers) == ["1", "2", "3"]
    places = list(numbers.values())
    assert all(math.dist(one, other) > 3 for i, one in enumerate(places) for other in places[i + 1 :])
    assert numbers["3"].y < numbers["1"].y


def test_no_more_is_pointed_out_than_there_are_lines_for() -> None:
    spots = tuple((f"s{i}", Point(0, -20 * i)) for i in range(5))
    frame = frames(("run", RUNNING)).frames[0]
    frame = type(frame)(frame.pose, a_sketch(RUNNING, spots=spots), frame.palette)
    surface = a_surface()

    point_out(surface, a_setting(), beside((frame,), ROOM, 31, 1)[0], 2)

    assert [line.text for line in surface.face().lines] == ["1", "2"]
    assert not [element for element in surface.face().elements if element.role is Role.CAPTION]


def test_lines_are_heavier_on_larger_cards_and_never_hair_thin() -> None:
    weights = [line_weight(a_surface(Size(width, 90))) for width in (40, 63.5, 105)]

    assert weights == sorted(weights)
    assert weights[0] >= 0.42
    assert weights[1] == pytest.approx(0.5)
    assert weights[2] == pytest.approx(0.75, abs=0.01)


def test_what_is_pointed_out_is_reached_from_the_nearer_side_and_a_foot_on_a_hill_from_below() -> None:
    spots = (("seat", Point(-4, -52)), ("knee", Point(11, -29)), ("heel", Point(-2, -3)))
    frame = frames(("run", RUNNING)).frames[0]
    sketch = a_sketch(RUNNING, spots=spots)

    sides = {}
    for slope in (0.0, 12.0):
        surface = a_surface()
        (standing,) = beside((type(frame)(frame.pose, sketch, frame.palette, slope=slope),), ROOM, 31, 1)
        point_out(surface, a_setting(), standing, 3)
        sides[slope] = {line.text: line.at.x < standing.foot.x for line in surface.face().lines}

    assert sides == {0.0: {"1": True, "2": False, "3": True}, 12.0: {"1": True, "2": False, "3": False}}
