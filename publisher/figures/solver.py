"""The nearest body to the angles that were written which touches what it must.

Damped least squares over the whole body at once: goals are rows, and leaving what was written costs by how readily each
joint gives way. The matrix that is inverted is goals by goals. Limits are kept by an active set: a joint that would go
beyond is held at its bound while the rest is solved again; cutting the step short instead would stall.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.goals import ANGLES, BLADES, PLACE, RADIANS, TURN, UNKNOWNS, Body, missed_and_change
from publisher.figures.skeleton import BLADE_LIMIT, DEGREES, Array, State, skeleton

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.figures.goals import Goal
    from publisher.figures.skeleton import Skeleton

STEPS, LONGEST_STEP = 40, 25.0
DAMPING, EASED, LEAST_DAMPING = 0.02, 0.5, 2e-5
HELD_PASSES = 6
HALVINGS, LOST = 4, 1e-9  # H²: (0.06 mm)² is nothing
STILL = 0.02  # degrees: nothing moves

# How readily each gives way, degrees or H: hinges that carry give, spine and head stay as written.
EASE: Mapping[str, tuple[float, ...]] = {
    "hip": (20, 8, 8),
    "shoulder": (20, 8, 8),
    "low_back": (5, 5, 5),
    "upper_back": (5, 5, 5),
    "neck": (4, 4, 4),
    "head": (4, 4, 4),
    "toes": (25,),
}
EASE_OF_OTHERS, EASE_OF_TURN, EASE_OF_PLACE, EASE_OF_BLADES = 20.0, 10.0, 0.4, 0.0005


class Solution(NamedTuple):
    """The body that was found, and what is left of each goal, H."""

    state: State
    skeleton: Skeleton
    left: Array


def _ease(stiff: Mapping[str, float]) -> Array:
    """How readily each unknown gives way."""
    ease = [EASE.get(_joint(d.joint), (EASE_OF_OTHERS,) * 3)[d.number] * _stiff(stiff, d.joint) for d in DEGREES]
    turn, blade = EASE_OF_TURN * stiff.get("pelvis", 1), EASE_OF_BLADES * stiff.get("blade", 1)
    return np.array((*ease, *(turn,) * 3, *(EASE_OF_PLACE,) * 3, *(blade,) * 4))


def _joint(name: str) -> str:
    return name.removesuffix("_r").removesuffix("_l")


def _stiff(stiff: Mapping[str, float], name: str) -> float:
    return stiff.get(name, stiff.get(_joint(name), 1.0))


def _limits(authored: State) -> tuple[Array, Array]:
    """How far each unknown may go from what was written; a limit gives way to an angle written beyond it."""
    low = np.minimum(np.array([degree.low for degree in DEGREES]) - authored.angles, 0)
    high = np.maximum(np.array([degree.high for degree in DEGREES]) - authored.angles, 0)
    free, blades = np.full(6, np.inf), authored.blades.ravel()
    return (
        np.concatenate((low, -free, -BLADE_LIMIT - blades)),
        np.concatenate((high, free, BLADE_LIMIT - blades)),
    )


def _nearest(rows: Array, wanted: Array, ease: Array, damping: float, limits: tuple[Array, Array]) -> Array:
    """The least departure y from what was written with rows · y = wanted, inside the limits."""
    low, high = limits
    held = np.zeros(UNKNOWNS, dtype=bool)
    found = np.zeros(UNKNOWNS)
    for _ in range(HELD_PASSES):
        give = np.where(held, 0.0, ease**2)
        rest = wanted - rows[:, held] @ found[held]
        matrix = (rows * give) @ rows.T + damping**2 * np.eye(len(rows))
        found = np.where(held, found, give * (rows.T @ np.linalg.solve(matrix, rest)))
        beyond = ~held & ((found < low) | (found > high))
        if not beyond.any():
            break
        held |= beyond
        found = np.where(held, np.clip(found, low, high), found)
    return np.clip(found, low, high)


def _turned(vector: Array) -> Array:
    """The rotation by a vector: its direction is the axis, its length the angle in degrees."""
    angle = float(np.linalg.norm(vector)) * RADIANS
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = vector * RADIANS / angle
    cross = np.array(((0, -z, y), (z, 0, -x), (-y, x, 0)))
    turned: Array = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return turned


def _turn_between(turn: Array, authored: Array) -> Array:
    """The vector of the rotation that leads from what was written to `turn`, degrees."""
    between = turn @ authored.T
    skew = np.array((between[2, 1] - between[1, 2], between[0, 2] - between[2, 0], between[1, 0] - between[0, 1])) / 2
    sine = float(np.linalg.norm(skew))
    angle = float(np.arctan2(sine, (np.trace(between) - 1) / 2))
    factor = angle / sine if sine > 1e-12 else 1.0
    turned: Array = skew * (factor / RADIANS)
    return turned


def _departure(state: State, authored: State) -> Array:
    return np.concatenate(
        (
            state.angles - authored.angles,
            _turn_between(state.turn, authored.turn),
            state.at - authored.at,
            (state.blades - authored.blades).ravel(),
        )
    )


def _moved(state: State, step: Array) -> State:
    return State(
        _turned(step[TURN]) @ state.turn,
        state.at + step[PLACE],
        state.angles + step[:ANGLES],
        state.blades + step[BLADES].reshape(2, 2),
    )


class _Trial(NamedTuple):
    """A body on the way: what it misses, how that changes, and how far it has gone from what was written."""

    state: State
    skeleton: Skeleton
    missed: Array
    rows: Array
    gone: Array

    def cost(self, ease: Array, damping: float) -> float:
        return float(self.missed @ self.missed + damping**2 * np.sum((self.gone / ease) ** 2))


def _trial(state: State, authored: State, goals: Sequence[Goal]) -> _Trial:
    body = Body(state)
    missed, rows = missed_and_change(body, goals)
    return _Trial(state, body.skeleton, missed, rows, _departure(state, authored))


def solve(authored: State, goals: Sequence[Goal], stiff: Mapping[str, float] | None = None) -> Solution:
    """The nearest body to `authored` that meets the goals, and what is left of each (H; of light goals, weighted).

    `stiff` multiplies how readily joints ("hip", "hip_r", "pelvis", "blade") give way: under 1 is less.
    """
    if not goals:
        return Solution(authored, skeleton(authored), np.zeros(0))
    ease, limits, damping = _ease(stiff or {}), _limits(authored), DAMPING
    now = _trial(authored, authored, goals)
    for _ in range(STEPS):
        step = _nearest(now.rows, now.rows @ now.gone - now.missed, ease, damping, limits) - now.gone
        furthest = float(np.abs(step[: TURN.stop]).max())
        share = min(1.0, LONGEST_STEP / max(furthest, 1e-9))
        before, now = now, _trial(_moved(now.state, step * share), authored, goals)
        # An arm that is all but straight is no straight line: a step that leads astray is halved.
        for _ in range(HALVINGS):
            if now.cost(ease, damping) <= before.cost(ease, damping) + LOST:
                break
            share /= 2
            now = _trial(_moved(before.state, step * share), authored, goals)
        if damping <= LEAST_DAMPING and furthest * share < STILL:
            break
        damping = max(damping * EASED, LEAST_DAMPING)
    return Solution(now.state, now.skeleton, now.missed)
