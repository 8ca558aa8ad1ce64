"""The proof of a figure: frames on one ground, what touches marked and told, what misses first and in red."""

from __future__ import annotations

import pytest

from layouts.pose_sheet import AIR, Shown, compose, draw
from publisher.figures.illustration import Framed
from publisher.figures.proofs import Proof, Touch
from publisher.geometry import Point
from publisher.typesetting.face import Line, Plate
from tests.factories import a_setting, read
from tests.figures.stick_people import ALL_FOURS, BIRD_DOG, STANDING, a_palette, a_sketch
from tests.layouts.looking import collisions, outside

SETTING = a_setting(None)
MET, MISSED = Touch("palm_r", "floor", Point(25, -2), 0.04), Touch("knee_l", "floor", Point(-3, -4), 33.3)


def shown(joints=STANDING, *touches: Touch, pose: str = "start", marks: bool = True, slope: float = 0.0) -> Shown:
    sketch = a_sketch(joints)
    return Shown(Framed(pose, sketch, a_palette(), slope=slope), Proof(pose, sketch, touches, ()), 90.0, marks)


def page(*frames: Shown):
    return draw("Bird-dog", "Somebody on all fours.", frames, SETTING)


def test_words_have_room_and_nothing_lies_outside() -> None:
    face = page(shown(ALL_FOURS, MET, MISSED), shown(BIRD_DOG, MET, pose="reach"))

    assert outside(face, 1.0) == []
    assert collisions(face) == []


def test_frames_stand_side_by_side_on_one_ground() -> None:
    first, second = shown(STANDING), shown(ALL_FOURS)
    drawing, _ = compose([first, second], SETTING)
    grounds = [mark.path.bounds.y for mark in drawing.marks if mark.stroke is not None and mark.stroke.dash]

    assert grounds == [0.0, 0.0]
    assert drawing.box.width > (first.frame.box.width + second.frame.box.width) * 0.9


def test_what_touches_is_told_with_the_millimetres_left() -> None:
    said = read(page(shown(ALL_FOURS, MET)))

    assert "palm_r on floor: 0.0 mm" in said
    assert "start" in said


def test_what_misses_stands_first_and_in_the_colour_of_what_is_wrong() -> None:
    _, labels = compose([shown(ALL_FOURS, MET, MISSED)], SETTING)

    assert [label.text for label in labels[1:]] == ["knee_l on floor: 33.3 mm", "palm_r on floor: 0.0 mm"]
    assert labels[1].colour == SETTING.theme.wrong
    assert labels[2].colour == SETTING.theme.ink


def test_a_mark_lies_on_its_landmark() -> None:
    one = shown(ALL_FOURS, MET)
    drawing, _ = compose([one], SETTING)
    dot = drawing.marks[-1].path.bounds
    left = (one.width - one.frame.box.width * one.size) / 2

    assert dot.x + dot.width / 2 == pytest.approx(left + (25 - one.frame.box.x) * one.size)
    assert dot.y + dot.height / 2 == pytest.approx((-2 - one.frame.ground.y) * one.size)


def test_without_marks_there_is_only_the_picture() -> None:
    drawing, labels = compose([shown(ALL_FOURS, MET, marks=False)], SETTING)

    assert labels == ()
    assert not any(mark.stroke is not None and mark.stroke.dash for mark in drawing.marks)


def test_on_a_hill_the_floor_falls() -> None:
    drawing, _ = compose([shown(STANDING, slope=12)], SETTING)
    [floor] = [mark for mark in drawing.marks if mark.stroke is not None and mark.stroke.dash]

    assert floor.path.bounds.height > 0.15 * floor.path.bounds.width


def test_the_picture_says_what_it_shows_and_the_page_has_air() -> None:
    face = page(shown(ALL_FOURS, MET))
    [plate] = [part for part in face.parts if isinstance(part, Plate)]

    assert face.elements[0].alt == "Somebody on all fours."
    assert plate.by.of(Point(plate.drawing.box.x, plate.drawing.box.y)) == pytest.approx((AIR, AIR))
    assert any(isinstance(part, Line) for part in face.parts)
