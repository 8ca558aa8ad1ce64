"""Faces: eyes, brows, nose and mouth where they are seen, and what makes one person not another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.faces import face_marks
from publisher.figures.field import Group, Part, cone
from publisher.figures.hair import hair
from publisher.figures.heads import head
from publisher.model.figure import Face, Hair
from tests.figures.parts import AHEAD, DOWN, eye, look, someone

if TYPE_CHECKING:
    from publisher.figures.laid import Seen


def face(person, side, *more: Group) -> list[Seen]:
    groups = [*head(AHEAD, person), *hair(AHEAD, person, DOWN), *more]
    return face_marks(AHEAD, person, look(groups, side), eye(side))


def near(marks, right, up, reach=0.006) -> int:
    """How many marks pass a spot of the picture."""
    return sum(bool((np.hypot(m.points[:, 0] - right, m.points[:, 1] - up) < reach).any()) for m in marks)


def test_from_the_front_both_eyes_brows_and_the_mouth_are_seen() -> None:
    marks = face(someone(), "front")
    for right in (-0.019, 0.019):
        assert near(marks, right, 0.062) >= 2
        assert near(marks, right, 0.0755, 0.002) == 1
    assert near(marks, 0.0, 0.021, 0.002) == 1


def test_the_picture_of_a_face_from_the_front_is_its_own_mirror() -> None:
    marks = face(someone(), "front")
    middle = float(np.mean([m.points[:, 0].mean() for m in marks]))
    assert abs(middle) < 0.002


def test_from_behind_there_is_no_face() -> None:
    assert face(someone(Hair.SCARF), "back") == []


def test_from_the_side_one_eye_and_half_a_mouth() -> None:
    marks = face(someone(), "right")
    assert near(marks, 0.047, 0.062) >= 1
    assert all((m.points[:, 2] > -0.004).all() for m in marks)


def test_an_arm_across_the_face_hides_it() -> None:
    arm = Group("arm", (cone(Part("skin", "arm_r", "forearm"), (0.12, 0.062, -0.1), (0.12, 0.062, 0.1), (0.02, 0.02)),))
    free, hidden = face(someone(), "front"), face(someone(), "front", arm)
    assert near(free, 0.019, 0.062) > 0
    assert near(hidden, 0.019, 0.062) == 0
    assert near(hidden, 0.0, 0.021, 0.002) == 1


def test_the_inside_of_an_ear_shows_unless_hair_or_scarf_cover_it() -> None:
    spot = (-0.016, 0.064)
    assert near(face(someone(Hair.SHORT), "right"), *spot) == 1
    for style in (Hair.BOB, Hair.SCARF):
        assert near(face(someone(style), "right"), *spot) == 0


def test_glasses_have_two_rims_and_reach_the_ear() -> None:
    bare, glasses = face(someone(), "front"), face(someone(glasses=True), "front")
    assert len(glasses) > len(bare)
    assert near(glasses, 0.034, 0.060, 0.002) == near(glasses, -0.034, 0.060, 0.002) == 1
    aside = face(someone(glasses=True), "right")
    assert min(float(m.points[:, 0].min()) for m in aside) < 0.0


def test_years_write_lines() -> None:
    assert len(face(someone(face=Face(age=70)), "front")) > len(face(someone(face=Face(age=30)), "front"))


def test_strong_brows_are_drawn_stronger() -> None:
    def brow(person) -> float:
        return max(float(m.weights.max()) for m in face(person, "front") if near([m], 0.019, 0.0755, 0.002))

    assert brow(someone(face=Face(brows=1.3))) > brow(someone(face=Face(brows=0.7))) + 0.2


def test_large_eyes_are_opened_wider() -> None:
    def lid(person) -> float:
        return max(float(m.points[:, 1].max()) for m in face(person, "front") if near([m], 0.019, 0.064, 0.003))

    assert lid(someone(face=Face(eyes=1.3))) > lid(someone(face=Face(eyes=0.8))) + 0.001
