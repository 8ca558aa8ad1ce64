"""The bones: how long they are, which way each number turns them, and that both sides mean the same by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.figures.skeleton import (
    ANKLE_HEIGHT,
    DEGREES,
    FOREARM,
    HIP_HEIGHT,
    SHANK,
    THIGH,
    UPPER_ARM,
    WHERE,
    State,
    about,
    pelvis_turn,
    skeleton,
    state_of,
)
from publisher.model.anatomy import JOINTS
from publisher.model.figure import Pelvis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.skeleton import Frame

STANDING = Pelvis()
LENGTHS = {
    ("thigh", "shank"): THIGH,
    ("shank", "foot"): SHANK,
    ("upper_arm", "forearm"): UPPER_ARM,
    ("forearm", "hand"): FOREARM,
}
UPRIGHT = skeleton(state_of(STANDING, {}))


def body(**joints: tuple[float, float, float]) -> Mapping[str, Frame]:
    return skeleton(state_of(STANDING, joints)).bones


@st.composite
def states(draw) -> State:
    angles = np.array([draw(st.floats(degree.low, degree.high)) for degree in DEGREES])
    lean, tilt, turn = (draw(st.floats(-180, 180)) for _ in range(3))
    return State(pelvis_turn(Pelvis(lean, tilt, turn)), np.array((0.1, 0.5, -0.1)), angles, np.zeros((2, 2)))


def test_a_standing_person_has_the_soles_on_the_floor() -> None:
    for side in "rl":
        assert UPRIGHT.bones[f"foot_{side}"].at[1] == pytest.approx(ANKLE_HEIGHT)
    assert UPRIGHT.bones["pelvis"].at[1] == HIP_HEIGHT


def test_the_right_side_is_near_when_the_person_faces_right() -> None:
    assert UPRIGHT.bones["thigh_r"].at[2] > 0 > UPRIGHT.bones["thigh_l"].at[2]


@given(states())
def test_bones_keep_their_lengths(state: State) -> None:
    bones = skeleton(state).bones

    for (upper, lower), length in LENGTHS.items():
        for side in "rl":
            apart = np.linalg.norm(bones[f"{upper}_{side}"].at - bones[f"{lower}_{side}"].at)
            assert apart == pytest.approx(length, abs=1e-9)


@given(states())
def test_every_frame_stays_right_handed_and_square(state: State) -> None:
    for name, frame in skeleton(state).bones.items():
        assert frame.turn.T @ frame.turn == pytest.approx(np.eye(3), abs=1e-9), name
        assert np.linalg.det(frame.turn) == pytest.approx(1)


@pytest.mark.parametrize(
    ("joint", "angles", "bone", "direction"),
    [
        ("hip_r", (40, 0, 0), "shank_r", (1, 0, 0)),
        ("hip_l", (40, 0, 0), "shank_l", (1, 0, 0)),
        ("hip_r", (0, 40, 0), "shank_r", (0, 0, 1)),
        ("hip_l", (0, 40, 0), "shank_l", (0, 0, -1)),
        ("knee_l", (60, 0, 0), "foot_l", (-1, 0, 0)),
        ("ankle_r", (20, 0, 0), "toes_r", (0, 1, 0)),
        ("shoulder_l", (50, 0, 0), "hand_l", (1, 0, 0)),
        ("shoulder_l", (0, 50, 0), "hand_l", (0, 0, -1)),
        ("elbow_r", (80, 0, 0), "hand_r", (1, 0, 0)),
        ("low_back", (30, 0, 0), "head", (1, 0, 0)),
        ("upper_back", (0, 20, 0), "head", (0, 0, 1)),
    ],
    ids=lambda value: str(value).strip("()"),
)
def test_a_positive_number_moves_a_bone_forwards_or_outwards(joint, angles, bone, direction) -> None:
    moved = body(**{joint: angles})[bone].at - UPRIGHT.bones[bone].at

    assert moved @ np.array(direction) > 0.02


def test_the_foot_turns_out_and_the_hand_turns_in() -> None:
    assert body(hip_r=(0, 0, 30))["foot_r"].turn[2, 0] > 0.4
    assert body(hip_l=(0, 0, 30))["foot_l"].turn[2, 0] < -0.4
    assert body(shoulder_r=(0, 0, 30), elbow_r=(90, 0, 0))["hand_r"].at[2] < UPRIGHT.bones["hand_r"].at[2]


def test_a_bent_wrist_shows_the_palm() -> None:
    """Hands hang with the palms to the thighs, so bending one back moves the fingers away from the body."""
    palm = body(wrist_r=(60, 0, 0))["hand_r"]

    assert -palm.turn[2, 1] > 0.8


@given(states())
def test_what_one_side_does_the_other_does_in_the_mirror(state: State) -> None:
    mirrored = state.angles.copy()
    for (joint, number), index in WHERE.items():
        if joint.endswith("_r"):
            other = WHERE[f"{joint[:-1]}l", number]
            mirrored[index], mirrored[other] = state.angles[other], state.angles[index]
        elif not joint.endswith("_l") and number > 0:
            mirrored[index] = -state.angles[index]
    upright = State(np.eye(3), np.array((0.0, 0.53, 0.0)), state.angles, state.blades)
    one, other = skeleton(upright).bones, skeleton(upright._replace(angles=mirrored)).bones

    for side, far in ("rl", "lr"):
        for bone in ("hand", "toes"):
            assert one[f"{bone}_{side}"].at * (1, 1, -1) == pytest.approx(other[f"{bone}_{far}"].at, abs=1e-9)


def test_a_bent_back_is_a_curve_and_no_hinge() -> None:
    spine = skeleton(state_of(STANDING, {"low_back": (48, 0, 0)})).spine
    ways = np.diff(spine, axis=0)[:6, :2]
    angles = np.degrees(np.unwrap(np.arctan2(ways[:, 1], ways[:, 0])))

    assert np.abs(np.diff(angles)).max() == pytest.approx(12)


def test_the_line_of_the_spine_is_measured_along_itself() -> None:
    lengths = np.linalg.norm(np.diff(UPRIGHT.spine, axis=0), axis=1)

    # The neck leans forward a little; its arc counts the height.
    assert np.diff(UPRIGHT.spine_arc) == pytest.approx(lengths, abs=0.001)


@pytest.mark.parametrize(("lean", "up", "front"), [(90, (1, 0, 0), (0, -1, 0)), (-90, (-1, 0, 0), (0, 1, 0))])
def test_lying_can_be_said_as_a_lean_or_as_two_directions(lean, up, front) -> None:
    assert pelvis_turn(Pelvis(lean)) == pytest.approx(pelvis_turn(Pelvis(up=up, front=front)), abs=1e-12)


def test_directions_that_are_not_quite_square_are_made_so() -> None:
    turn = pelvis_turn(Pelvis(up=(2, 0.2, 0), front=(0.3, 0, 1)))

    assert turn.T @ turn == pytest.approx(np.eye(3))
    assert turn[:, 1] == pytest.approx(np.array((2, 0.2, 0)) / np.hypot(2, 0.2))


@given(states(), st.integers(0, len(DEGREES) - 1))
def test_levers_say_how_bones_move(state: State, index: int) -> None:
    little = 1e-4
    moved = state.angles.copy()
    moved[index] += little
    now, then = skeleton(state), skeleton(state._replace(angles=moved))

    for bone, frame in now.bones.items():
        levers = [lever for lever in now.levers if lever.degree == index and bone in lever.bones]
        speed = sum((np.cross(lever.axis, frame.at - lever.at) * lever.share for lever in levers), np.zeros(3))
        assert (then.bones[bone].at - frame.at) / np.radians(little) == pytest.approx(speed, abs=1e-5), bone


def test_shoulder_blades_glide() -> None:
    still = state_of(STANDING, {})
    glided = skeleton(still._replace(blades=np.array(((0.02, 0.01), (0, 0))))).bones

    assert glided["hand_r"].at - UPRIGHT.bones["hand_r"].at == pytest.approx(np.array((0.02, 0.01, 0)))
    assert glided["hand_l"].at == pytest.approx(UPRIGHT.bones["hand_l"].at)


def test_a_rotation_about_an_axis_keeps_it() -> None:
    assert about((0, 1, 0), 90) @ np.array((1.0, 0, 0)) == pytest.approx(np.array((0, 0, -1.0)), abs=1e-12)
    assert about((0, 1, 0), 37) @ np.array((0, 1.0, 0)) == pytest.approx(np.array((0, 1.0, 0)))


def test_every_number_of_a_joint_is_a_degree_of_freedom() -> None:
    numbers = {joint: len(JOINTS[joint.removesuffix("_r").removesuffix("_l")].axes) for joint, _ in WHERE}

    assert sum(numbers.values()) == len(DEGREES) == len(WHERE)
