"""Arrows lie beside the path they show and point along it; rings lie round what they name."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.landmarks import touching
from publisher.figures.marks import LONGEST, SHORTEST, Shape, arrows, rings, travelled
from publisher.figures.staging import Staged, seen, stage
from publisher.library import read_library
from publisher.model.figure import Arrow, Build, Hair, Person, Ring
from publisher.problems import Phrase

if TYPE_CHECKING:
    from publisher.figures.skeleton import Array
    from publisher.model.library import Library

COARSE = 150
PLAIN = Person(Phrase("plain"), Phrase("plain"), Build(), Hair.SHORT, "#000000", "#EEEEEE", "#DDDDDD", "#CCCCCC")
MOVING = ("squat", "bird-dog", "dead-bug", "pallof-press", "walking-lunge", "heel-raise", "hip-bridge")


@cache
def the_library() -> Library:
    return read_library()


@cache
def staged(figure: str) -> dict[str, Staged]:
    return stage(the_library().figures[figure], PLAIN)


@cache
def shapes(figure: str) -> list[tuple[Arrow, Shape]]:
    """Each arrow of a figure with its shape."""
    poses = staged(figure)
    found = []
    for pose in dict.fromkeys(arrow.shown for arrow in the_library().figures[figure].arrows):
        here = [arrow for arrow in the_library().figures[figure].arrows if arrow.shown == pose]
        found += list(zip(here, arrows(poses, pose, seen(poses[pose], COARSE)), strict=True))
    return found


def on_the_page(figure: str, pose: str, landmark: str) -> Array:
    one = staged(figure)[pose]
    spot = touching(one.skeleton, landmark, one.person.build)
    return one.camera.seen(spot[None, :])[0, :2]


def long(line: Array) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


@pytest.mark.parametrize("figure", MOVING)
def test_an_arrow_points_where_its_landmark_goes(figure: str) -> None:
    for arrow, shape in shapes(figure):
        way = on_the_page(figure, arrow.end, arrow.follows) - on_the_page(figure, arrow.start, arrow.follows)
        points = shape.line[-1] - shape.line[0]

        assert way @ points > 0.7 * np.linalg.norm(way) * np.linalg.norm(points)


@pytest.mark.parametrize("figure", MOVING)
def test_an_arrow_lies_beside_its_path(figure: str) -> None:
    for arrow, shape in shapes(figure):
        path = [on_the_page(figure, pose, arrow.follows) for pose in (arrow.start, arrow.end)]
        middle = (path[0] + path[1]) / 2

        assert np.linalg.norm(shape.line - middle, axis=1).min() < 0.35


@pytest.mark.parametrize("figure", MOVING)
def test_an_arrow_is_long_enough_to_be_seen_and_short_enough_for_the_page(figure: str) -> None:
    for _, shape in shapes(figure):
        assert 0.95 * SHORTEST < long(shape.line) < 1.1 * LONGEST


def test_an_arrow_goes_through_the_poses_on_its_way() -> None:
    """The hips go from one side to the other by way of the back, and not straight."""
    poses = staged("hip-circles")
    arrow = Arrow(Phrase("pelvis"), Phrase("right"), Phrase("left"), Phrase("left"))
    direct, round_about = (travelled(poses, one) for one in (arrow, arrow._replace(through=(Phrase("back"),))))

    assert round_about > 1.03 * direct


def test_arrows_of_one_frame_keep_off_one_another() -> None:
    first, second = (shape.line for _, shape in shapes("bird-dog"))

    assert np.linalg.norm(first[:, None] - second[None], axis=2).min() > 0.03


def test_what_stays_where_it_is_has_no_arrow() -> None:
    poses = staged("squat")
    pose = next(iter(poses))
    arrow = Arrow(Phrase("ball_r"), Phrase(pose), Phrase(pose), Phrase(pose))
    figure = replace(the_library().figures["squat"], arrows=(arrow,))
    still = {name: one._replace(figure=figure) for name, one in poses.items()}

    assert travelled(still, arrow) < 1e-6
    assert arrows(still, pose, seen(still[pose], COARSE)) == ()


def test_a_ring_lies_round_its_landmark() -> None:
    one = staged("squat")[first := next(iter(staged("squat")))]
    ring = Ring(Phrase("knee_r"), Phrase(first), 0.09)
    ringed = one._replace(figure=replace(one.figure, rings=(ring,)))

    dashes = rings(ringed, first)

    points = np.array([values for dash in dashes for _, values in dash.path.segments]) / (100, -100)
    centre = on_the_page("squat", first, "knee_r")
    assert np.linalg.norm(points - centre, axis=1) == pytest.approx(0.09, abs=2e-4)
    assert rings(ringed, "another pose") == ()
