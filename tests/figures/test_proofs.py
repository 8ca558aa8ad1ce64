"""Proofs: where things touch on the page, and what is told."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from publisher.figures.proofs import proofs
from publisher.library import read_library
from publisher.model.figure import Contact
from publisher.problems import Phrase

if TYPE_CHECKING:
    from publisher.figures.proofs import Proof
    from publisher.model.figure import Figure
    from publisher.model.library import Library
    from publisher.problems import Problem

COARSE = 90


@cache
def the_library() -> Library:
    return read_library()


def proved(figure: Figure, *poses: str) -> tuple[list[Proof], list[Problem]]:
    return proofs(figure, the_library().people["kofi"], poses or None, COARSE)


def test_all_frames_are_shown_or_those_that_are_named() -> None:
    figure = the_library().figures["bird-dog"]

    assert [proof.pose for proof in proved(figure)[0]] == ["start", "reach"]
    assert [proof.pose for proof in proved(figure, "reach")[0]] == ["reach"]


def test_what_touches_lies_on_the_figure_and_near_its_ground() -> None:
    [proof], problems = proved(the_library().figures["squat"], "low")

    assert problems == []
    assert {touch.part for touch in proof.touches} == {"heel_r", "heel_l", "ball_r", "ball_l"}
    for touch in proof.touches:
        assert touch.left < 1
        assert abs(touch.at.y - proof.sketch.ground.y) < 4
        assert proof.sketch.box.x < touch.at.x < proof.sketch.box.right


def test_a_contact_out_of_reach_is_drawn_and_told() -> None:
    squat = the_library().figures["squat"]
    low = squat.poses["low"]
    high = Contact(Phrase("palm_r"), Phrase("floor"), (None, 1.6, None))
    figure = replace(squat, poses={**squat.poses, "low": low._replace(contacts=(*low.contacts, high))})

    [proof], problems = proved(figure, "low")

    assert "contact-not-met" in {problem.name for problem in problems}
    assert max(touch.left for touch in proof.touches) > 100


def test_an_angle_beyond_the_norm_comes_with_what_is_usual() -> None:
    [proof], _ = proved(the_library().figures["childs-pose-side-bend"], "start")
    knees = [reach for reach in proof.unusual if reach.joint.startswith("knee")]

    assert knees
    assert all(reach.degrees > reach.high == pytest.approx(135) for reach in knees)
