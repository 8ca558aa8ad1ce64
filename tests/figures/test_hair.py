"""Hair: the face stays free in every style, it falls, and it never goes through the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures.hair import hair
from publisher.figures.heads import head
from publisher.figures.skeleton import about
from publisher.model.figure import Hair
from tests.figures.parts import AHEAD, DOWN, eye, look, lowest, lying, seen_at, someone, standing

if TYPE_CHECKING:
    from publisher.figures.tracing import Raster

WORN = [style for style in Hair if style is not Hair.NONE]
FACE = {"eye": (0.05, 0.061, 0.019), "brow": (0.05, 0.074, 0.018), "nose": (0.07, 0.044, 0), "mouth": (0.06, 0.021, 0)}
# Head up, along the floor face up and face down, on its side, upside down.
WAYS = {
    "upright": lying((0, 1, 0), (1, 0, 0), (0, 0.9, 0)),
    "face up": lying((-1, 0, 0), (0, 1, 0), (0, 0.069, 0)),
    "face down": lying((1, 0, 0), (0, -1, 0), (0, 0.16, 0)),
    "on the side": lying((1, 0, 0), (0, 0, 1), (0, 0.06, 0)),
    "head down": lying((0.5, -0.866, 0), (-0.866, -0.5, 0), (0, 0.20, 0)),
}


def hair_seen(person, side) -> Raster:
    return look([*head(AHEAD, person), *hair(AHEAD, person, DOWN)], side)


def test_no_hair_is_nothing() -> None:
    assert hair(AHEAD, someone(Hair.NONE), DOWN) == ()


@pytest.mark.parametrize("style", WORN)
@pytest.mark.parametrize("beard", [False, True])
def test_eyes_nose_and_mouth_are_free(style, beard) -> None:
    raster = hair_seen(someone(style, beard=beard), "front")
    for spot in FACE.values():
        assert seen_at(raster, eye("front"), spot) == "skin"


@pytest.mark.parametrize("style", WORN)
def test_it_is_no_helmet(style) -> None:
    """Forehead and temple are free from the side, and the crown is covered, except of who has lost it."""
    raster = hair_seen(someone(style), "right")
    camera = eye("right")
    assert seen_at(raster, camera, (0.050, 0.066, 0.0)) == "skin"
    crown = seen_at(raster, camera, (-0.010, 0.120, 0.0))
    assert crown == {Hair.BALDING: "skin", Hair.SCARF: "scarf"}.get(style, "hair")


@pytest.mark.parametrize("style", [Hair.SHORT, Hair.CURLY, Hair.PONYTAIL, Hair.BUN, Hair.LONG, Hair.BALDING])
def test_ears_are_free_in_front_of_the_hair(style) -> None:
    raster = hair_seen(someone(style), "right")
    ear = np.isin(raster.part, [i for i, part in enumerate(raster.parts) if part.piece == "ear"])
    assert ear.sum() / raster.pixels**2 > 0.0005


@pytest.mark.parametrize("style", [Hair.BOB, Hair.SCARF])
def test_ears_are_covered(style) -> None:
    raster = hair_seen(someone(style), "right")
    assert not np.isin(raster.part, [i for i, part in enumerate(raster.parts) if part.piece == "ear"]).any()


@pytest.mark.parametrize("style", WORN)
@pytest.mark.parametrize("way", [way for way in WAYS if way != "face up"])
def test_it_stays_above_the_floor(style, way) -> None:
    frame = WAYS[way]
    groups = hair(frame, someone(style), DOWN, floor=0.008)
    # Hair is a little thicker than the head that lies on the floor.
    assert lowest(groups) > min(0.0, lowest(head(frame, someone()))) - 0.011


@pytest.mark.parametrize("style", [Hair.PONYTAIL, Hair.LONG, Hair.BUN])
def test_lying_on_the_back_it_lies_on_the_mat(style) -> None:
    groups = hair(WAYS["face up"], someone(style), DOWN, floor=0.008)
    assert lowest(groups) > -0.006


def test_a_ponytail_falls() -> None:
    upright, tilted = ({}, {})
    for turn, found in ((0, upright), (40, tilted)):
        down = about((0, 0, 1), turn) @ DOWN
        solids = hair(AHEAD, someone(Hair.PONYTAIL), down)[0].solids
        tail = [solid for solid in solids if solid.part.piece == "tail"]
        found["root"], found["end"] = np.array(tail[0].centre), np.array(tail[-1].centre)
        assert (found["end"] - found["root"]) @ down > 0.07
    assert tilted["end"][0] - upright["end"][0] > 0.02


def test_long_hair_lies_on_the_back() -> None:
    bones = standing()
    solids = hair(bones["head"], someone(Hair.LONG), DOWN, bones["thorax"])[0].solids
    end = min((solid.centre for solid in solids), key=lambda centre: centre[1])
    local = bones["thorax"].turn.T @ (np.array(end) - bones["thorax"].at)
    assert local[1] < -0.03
    assert local[0] < -0.06


def test_the_parting_is_on_the_left() -> None:
    """Short hair is swept to the right: what lies over the forehead is not its own mirror image."""
    raster = hair_seen(someone(Hair.SHORT), "front")
    sweep = np.isin(raster.part, [i for i, part in enumerate(raster.parts) if part.piece in ("fringe", "sweep")])
    across = raster.left + np.nonzero(sweep)[1] / raster.pixels
    # From the front the person's right is on the left.
    assert across.mean() < -0.001
