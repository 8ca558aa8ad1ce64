"""Landmarks lie where a hand would find them, and on the surface that is drawn, whoever's body it is."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures import posing, staging
from publisher.figures.body import profiles
from publisher.figures.distances import distance
from publisher.figures.field import scene
from publisher.figures.landmarks import NAMES, landmark, position, touching
from publisher.figures.skeleton import skeleton, state_of
from publisher.model.figure import Build, Pelvis
from tests.figures import poses
from tests.figures.stick_people import a_person

if TYPE_CHECKING:
    from publisher.figures.field import Scene
    from publisher.figures.posing import Stance
    from publisher.figures.supports import Plane

UPRIGHT = skeleton(state_of(Pelvis(), {}))
PLAIN = Build()
BUILDS = {
    "plain": PLAIN,
    "slim": Build(legs=0.88, arms=0.85, hips=0.92, waist=0.88, shoulders=0.95, seat=0.92),
    "woman": Build(arms=0.86, hips=1.03, waist=0.9, seat=1.06, bust=0.012),
    "heavy": Build(legs=1.15, arms=1.12, hips=1.15, waist=1.28, shoulders=1.05, seat=1.12, belly=0.05, bust=0.02),
}
MILLIMETRE = 1 / 1750


def place(name: str, build: Build = PLAIN) -> np.ndarray:
    return position(UPRIGHT, name, build)


def naked(stance: Stance, build: Build) -> Scene:
    """The body alone, without what it lies on."""
    groups, spine = staging._groups(a_person(build=build), stance, np.array((0.0, -1.0, 0.0)))
    return scene(groups, profiles(build), spine)


@pytest.mark.parametrize("name", NAMES)
def test_the_left_is_the_mirror_of_the_right(name: str) -> None:
    if name.endswith("_r"):
        assert place(name) * (1, 1, -1) == pytest.approx(place(f"{name[:-1]}l"))
    elif not name.endswith("_l"):
        assert place(name)[2] == 0


@pytest.mark.parametrize("name", ["heel_r", "ball_l", "toe_r"])
def test_a_standing_person_stands_on_the_soles(name: str) -> None:
    assert touching(UPRIGHT, name)[1] == pytest.approx(0, abs=0.001)


def test_an_unknown_landmark_is_not_guessed() -> None:
    for name in ("snout", "palm", "belly_r"):
        with pytest.raises(KeyError):
            landmark(name)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("crown", "forehead"), ("forehead", "chin"), ("chin", "chest"), ("upper_back", "mid_back"),
        ("mid_back", "low_back"), ("low_back", "sacrum"), ("sacrum", "seat"), ("hip_bone_r", "hip_side_r"),
        ("thigh_front_r", "knee_r"), ("knee_r", "shin_r"), ("shin_r", "ankle_r"), ("elbow_r", "forearm_r"),
        ("wrist_r", "palm_heel_r"), ("palm_heel_r", "palm_r"), ("palm_r", "fingers_r"), ("fingers_r", "fingertips_r"),
    ],
)  # fmt: skip
def test_landmarks_follow_one_another_down_the_body(above: str, below: str) -> None:
    assert place(above)[1] > place(below)[1]


@pytest.mark.parametrize("name", ["nose", "belly", "chest", "thigh_front_r", "shin_l", "toe_r"])
def test_what_is_in_front_is_in_front(name: str) -> None:
    assert place(name)[0] > 0.02


@pytest.mark.parametrize("name", ["sacrum", "low_back", "mid_back", "thigh_back_r", "calf_l", "knee_back_r"])
def test_what_is_behind_is_behind(name: str) -> None:
    assert place(name)[0] < -0.02


@pytest.mark.parametrize("side", ["r", "l"])
def test_palms_look_at_the_thighs_when_the_arms_hang(side: str) -> None:
    palm, back = place(f"palm_{side}")[2], place(f"hand_back_{side}")[2]

    assert abs(palm) < abs(back)


@pytest.mark.parametrize(
    ("factor", "name", "way"),
    [
        ("legs", "calf_r", (-1, 0, 0)), ("legs", "thigh_front_r", (1, 0, 0)), ("legs", "knee_side_l", (0, 0, -1)),
        ("seat", "sacrum", (-1, 0, 0)), ("hips", "hip_bone_r", (0, 0, 1)), ("waist", "waist_r", (0, 0, 1)),
    ],
)  # fmt: skip
def test_a_bigger_body_carries_its_landmarks_farther_out(factor: str, name: str, way: tuple[float, ...]) -> None:
    moved = place(name, Build(**{factor: 1.2})) - place(name)

    assert moved @ np.array(way) > 0.004


@pytest.mark.parametrize(("factor", "name"), [("legs", "knee_r"), ("arms", "elbow_l"), ("seat", "sit_r")])
def test_what_rolls_grows_rounder(factor: str, name: str) -> None:
    assert landmark(name, Build(**{factor: 1.2})).radius > landmark(name).radius * 1.1


def test_a_belly_and_a_bust_stand_out() -> None:
    assert place("belly", Build(belly=0.04))[0] - place("belly")[0] == pytest.approx(0.04, abs=0.004)
    assert place("chest", Build(bust=0.02))[0] > place("chest")[0] + 0.008


@pytest.mark.parametrize("name", ["heel_r", "palm_l", "head_back", "toe_r"])
def test_hands_feet_and_head_are_alike_on_all_bodies(name: str) -> None:
    assert place(name, BUILDS["heavy"]) == pytest.approx(place(name))


# A joint that is given a height, and thighs on a roller, whose hem is thicker than the thigh, do not lie on a plane.
NOT_ON_A_PLANE = {"hip_r", "hip_l", "thigh_front_r", "thigh_front_l", "calf_r", "calf_l"}
LYING = (
    "plank", "side_plank", "bird_dog", "dead_bug", "glute_bridge", "hip_thrust", "superman", "squat",
    "hip_flexor", "child", "sit_chair", "side_lying", "all_fours", "wall_sit", "tall_kneel",
)  # fmt: skip
# Flesh gives way: that much of a soft part may lie below what it lies on, and that much air stays unseen.
SINKS, GAPS = 13 * MILLIMETRE, 14 * MILLIMETRE


def surface_over(drawn: Scene, plane: Plane, spot: np.ndarray, reach: float = 0.04) -> float:
    """How far the surface stays above a plane near a spot on it, H; negative when it goes through."""
    normal = np.array(plane.normal)
    sides = [axis for axis in np.eye(3) if abs(axis @ normal) < 0.5]
    steps = np.linspace(-reach, reach, 13)
    spots = (spot + a * sides[0] + b * sides[1] for a, b in product(steps, steps))
    return min(distance(tuple(drawn[1:]), *each)[0] for each in spots)


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("name", LYING)
def test_what_touches_lies_on_the_surface_that_is_drawn(name: str, build: str) -> None:
    figure = poses.figure(name)
    stance = posing.stance(figure, "hold", BUILDS[build])
    grounds = posing.supports(figure, stance.pose)
    drawn = naked(stance, BUILDS[build])
    left = {}
    for contact in stance.pose.contacts:
        if contact.on in grounds and contact.part not in NOT_ON_A_PLANE:
            plane = grounds[contact.on].plane(position(stance.skeleton, contact.part, BUILDS[build]))
            spot = touching(stance.skeleton, contact.part, BUILDS[build], -np.array(plane.normal))
            left[contact.part] = surface_over(drawn, plane, spot)
    worst = {part: round(gap / MILLIMETRE, 1) for part, gap in left.items() if not -SINKS <= gap <= GAPS}

    assert left
    assert not worst
