"""The solver finds the body nearest to what was written that touches what it must, and says what it could not meet."""

from __future__ import annotations

import numpy as np
import pytest

from publisher.figures.goals import Against, Along, Apart, Beside
from publisher.figures.landmarks import landmark, position
from publisher.figures.skeleton import BLADE_LIMIT, DEGREES, WHERE, State, skeleton, state_of
from publisher.figures.solver import solve
from publisher.model.figure import Pelvis

UP, X, Z = (0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)


def standing(**joints: tuple[float, float, float]) -> State:
    return state_of(Pelvis(), joints)


def sole(name: str, height: float = 0.0) -> Against:
    spot = landmark(name)
    return Against(spot, UP, height + spot.radius)


FEET = tuple(sole(name) for name in ("heel_r", "ball_r", "heel_l", "ball_l"))
CROUCHING = standing(hip=(0, 0, 0), hip_r=(60, 5, 0), hip_l=(60, 5, 0), knee_r=(70, 0, 0), knee_l=(70, 0, 0))


def angle(state: State, joint: str, number: int = 0) -> float:
    return float(state.angles[WHERE[joint, number]])


def test_without_goals_a_body_stays_as_written() -> None:
    written = standing(hip_r=(40, 0, 0))

    assert solve(written, ()).state is written


def test_feet_come_to_the_floor() -> None:
    found = solve(CROUCHING, FEET)

    assert np.abs(found.left).max() < 1e-6
    assert position(found.skeleton, "heel_r")[1] == pytest.approx(landmark("heel_r").radius, abs=1e-6)


def test_what_already_touches_is_left_alone() -> None:
    found = solve(standing(), FEET)

    assert found.state.angles == pytest.approx(standing().angles, abs=0.05)
    assert found.state.at == pytest.approx(standing().at, abs=1e-4)


def test_the_pelvis_comes_down_rather_than_joints_bend() -> None:
    """Where a body stands on the page is only a first guess; its angles are what was meant."""
    raised = standing()._replace(at=np.array((0.0, 0.8, 0.0)))
    found = solve(raised, FEET)

    assert found.state.at[1] == pytest.approx(0.53, abs=0.005)
    assert found.state.angles == pytest.approx(raised.angles, abs=2)


def test_both_hands_meet_on_one_handle() -> None:
    ahead = standing(shoulder_r=(80, -10, 0), shoulder_l=(80, -10, 0), elbow_r=(20, 0, 0), elbow_l=(20, 0, 0))
    grips = landmark("grip_r"), landmark("grip_l")
    found = solve(ahead, [*FEET, *(Beside(*grips, axis, 0.0) for axis in range(3))])

    assert position(found.skeleton, "grip_r") == pytest.approx(position(found.skeleton, "grip_l"), abs=1e-6)


def test_a_hand_touches_a_knee_from_outside() -> None:
    seated = standing(hip_r=(90, 0, 0), knee_r=(90, 0, 0), shoulder_r=(40, 0, 0), elbow_r=(20, 0, 0))
    palm, knee = landmark("palm_r"), landmark("knee_r")
    found = solve(seated, [Apart(palm, knee, knee.radius)])
    between = position(found.skeleton, "palm_r") - position(found.skeleton, "knee_r")

    assert np.linalg.norm(between) == pytest.approx(knee.radius, abs=1e-6)


def test_out_of_reach_is_told_in_full() -> None:
    """A hand cannot be two metres up while the feet stand: the rest is what is missing, not an angle beyond a limit."""
    found = solve(standing(shoulder_r=(170, 0, 0)), [*FEET, Against(landmark("fingertips_r"), UP, 2.0)])

    assert abs(found.left[-1]) > 0.5
    assert_within_limits(found.state)


def assert_within_limits(state: State) -> None:
    for degree, value in zip(DEGREES, state.angles, strict=True):
        assert degree.low - 1e-6 <= value <= degree.high + 1e-6, degree.joint
    assert np.abs(state.blades).max() <= BLADE_LIMIT + 1e-9


def test_a_knee_at_its_limit_does_not_stop_the_others() -> None:
    """The knee is straight and would have to bend backwards; hip and ankle do the work."""
    written = standing(hip_r=(20, 0, 0))
    found = solve(written, [*FEET, Against(landmark("heel_r"), X, 0.05)])

    assert np.abs(found.left).max() < 1e-5
    assert angle(found.state, "knee_r") >= 0


def test_an_angle_written_beyond_the_limit_may_stay_there() -> None:
    found = solve(standing(knee_r=(170, 0, 0), hip_r=(90, 0, 0)), [sole("heel_l"), sole("ball_l")])

    assert angle(found.state, "knee_r") == pytest.approx(170, abs=0.1)


@pytest.mark.parametrize("stiff", [{"knee": 0.02}, {"knee_r": 0.02, "knee_l": 0.02}])
def test_a_stiff_joint_keeps_its_angle(stiff: dict[str, float]) -> None:
    wanted = [*FEET, Against(landmark("pelvis"), UP, 0.36)]
    loose, held = solve(CROUCHING, wanted), solve(CROUCHING, wanted, stiff)

    assert abs(angle(held.state, "knee_r") - 70) < 0.2 * abs(angle(loose.state, "knee_r") - 70)
    assert np.abs(held.left).max() < 1e-5


def test_the_same_goal_twice_does_no_harm() -> None:
    once, twice = solve(CROUCHING, FEET), solve(CROUCHING, (*FEET, *FEET))

    assert twice.state.angles == pytest.approx(once.state.angles, abs=0.05)


def test_a_light_goal_yields_to_a_contact() -> None:
    heel = landmark("heel_r")
    found = solve(standing(), [*FEET, Against(heel, Z, 0.05), Against(heel, Z, 0.20, 0.01)])

    assert position(found.skeleton, "heel_r")[2] == pytest.approx(0.05, abs=0.0005)


def test_a_light_goal_does_not_break_a_body() -> None:
    """A foot that should stay 30 cm away pulls, and the body does not split for it."""
    found = solve(standing(), [*FEET, Against(landmark("heel_r"), X, -0.3, 0.015)])

    assert found.state.at[1] > 0.4
    assert np.abs(found.left[: len(FEET)]).max() < 1e-5


def test_a_sole_lies_flat_where_it_can() -> None:
    written = standing(hip_r=(0, 20, 0), hip_l=(0, 20, 0))
    tilted = solve(written, FEET)
    flat = solve(written, [*FEET, Along("foot_r", 2, UP), Along("foot_l", 2, UP)])

    assert abs(tilted.skeleton.bones["foot_r"].turn[1, 2]) > 0.2
    assert abs(flat.skeleton.bones["foot_r"].turn[1, 2]) < 0.01


def test_the_same_question_has_the_same_answer() -> None:
    assert (solve(CROUCHING, FEET).state.angles == solve(CROUCHING, FEET).state.angles).all()


def test_limbs_keep_their_length() -> None:
    found = solve(CROUCHING, [*FEET, Against(landmark("fingertips_l"), X, 0.4)])
    written, solved = skeleton(CROUCHING).bones, found.skeleton.bones

    for upper, lower in (("thigh", "shank"), ("shank", "foot"), ("upper_arm", "forearm"), ("forearm", "hand")):
        was = np.linalg.norm(written[f"{upper}_l"].at - written[f"{lower}_l"].at)
        assert np.linalg.norm(solved[f"{upper}_l"].at - solved[f"{lower}_l"].at) == pytest.approx(was, abs=1e-9)
