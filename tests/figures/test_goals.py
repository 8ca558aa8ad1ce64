"""Goals: how far they are missed, and that what they say of a change is what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from publisher.figures import goals
from publisher.figures.goals import LIGHT, UNKNOWNS, Against, Along, Apart, Beside, Body, missed_and_change
from publisher.figures.landmarks import landmark, position
from publisher.figures.skeleton import DEGREES, State, about, state_of
from publisher.figures.solver import _moved
from publisher.model.figure import Pelvis

if TYPE_CHECKING:
    from publisher.figures.goals import Goal

UP, X, Z = (0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
UPRIGHT = Body(state_of(Pelvis(), {}))


def missed(goal: Goal) -> float:
    return float(missed_and_change(UPRIGHT, [goal])[0][0])


def test_a_goal_is_missed_by_the_way_along_its_normal() -> None:
    knee = landmark("knee_r")

    assert missed(Against(knee, UP, 0.2)) == pytest.approx(0.085)
    assert missed(Against(knee, Z, 0.2)) == pytest.approx(-0.15)


def test_an_offset_is_counted_from_the_other_spot_in_the_directions_of_its_bone() -> None:
    knees = landmark("knee_r"), landmark("knee_l")

    assert missed(Beside(*knees, 2, 0.1)) == pytest.approx(0)
    assert missed(Beside(*knees, 0, 0.03)) == pytest.approx(-0.03)


def test_parts_are_apart_by_the_way_between_them() -> None:
    apart = position(UPRIGHT.skeleton, "heel_r") - position(UPRIGHT.skeleton, "palm_l")

    assert missed(Apart(landmark("heel_r"), landmark("palm_l"), 0.1)) == pytest.approx(np.linalg.norm(apart) - 0.1)


def test_a_flat_sole_misses_nothing() -> None:
    assert missed(Along("foot_r", 2, UP)) == 0
    assert missed(Along("foot_r", 1, UP, 1.0)) == 1


def test_a_light_goal_pulls_ever_less_the_farther_it_is() -> None:
    knee = landmark("knee_r")
    near, far = (missed(Against(knee, UP, 0.285 - off, 0.1)) for off in (LIGHT, 100 * LIGHT))

    assert near == pytest.approx(0.1 * LIGHT)
    assert far == pytest.approx(10 * near)


@pytest.mark.parametrize(
    "goal",
    [
        Against(landmark("palm_l"), (0.6, 0.8, 0.0), 0.3),
        Against(landmark("toe_r"), UP, 0.1),
        Against(landmark("head_back"), Z, 0.2),
        Beside(landmark("palm_r"), landmark("hip_bone_r"), 1, 0.02),
        Beside(landmark("ankle_r"), landmark("ankle_l"), 2, -0.05),
        Apart(landmark("elbow_l"), landmark("knee_r"), 0.05),
        Along("hand_l", 0, UP, 1.0),
    ],
    ids=lambda goal: type(goal).__name__,
)
def test_what_the_solver_thinks_a_change_does_is_what_it_does(goal: Goal) -> None:
    rng = np.random.default_rng(7)
    state = State(
        about((0.6, 0.8, 0.0), 40) @ about((0, 0, 1), -30),
        rng.uniform(-0.2, 0.5, 3),
        np.array([rng.uniform(degree.low, degree.high) * 0.6 for degree in DEGREES]),
        rng.uniform(-0.01, 0.01, (2, 2)),
    )
    _, change = goals._row(Body(state), goal)
    for number in range(UNKNOWNS):
        step = np.zeros(UNKNOWNS)
        step[number] = 1e-4
        above, _ = goals._row(Body(_moved(state, step)), goal)
        below, _ = goals._row(Body(_moved(state, -step)), goal)
        assert (above - below) / 2e-4 == pytest.approx(change[number], abs=1e-6), number
