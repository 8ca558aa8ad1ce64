"""What a body is asked to do, as goals, and how each changes with every number of the body.

A goal tells how far it is missed; with the levers of the skeleton it also tells what each joint would do about it. So
the solver never has to try.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.skeleton import DEGREES, Array, State, skeleton, state_of
from publisher.model.anatomy import SIDES
from publisher.model.figure import Pelvis

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.figures.landmarks import Spot

ANGLES = len(DEGREES)
# After the angles: turn of the pelvis (3, degrees about the world's axes), its place (3), the shoulder blades (4).
TURN, PLACE, BLADES = slice(ANGLES, ANGLES + 3), slice(ANGLES + 3, ANGLES + 6), slice(ANGLES + 6, ANGLES + 10)
UNKNOWNS = ANGLES + 10
RADIANS = np.pi / 180
EYE = np.eye(3)
LIGHT = 0.0005  # H: how far a light goal is missed before it yields


class Against(NamedTuple):
    """A spot lies on a plane, `level` far along `normal`. A light goal (`weight` under 1) yields to others."""

    spot: Spot
    normal: tuple[float, float, float]
    level: float
    weight: float = 1.0


class Beside(NamedTuple):
    """A spot lies at `level` along an axis (0 front, 1 up, 2 right) of another spot's bone, counted from that spot."""

    spot: Spot
    other: Spot
    axis: int
    level: float


class Apart(NamedTuple):
    """Two spots are so far apart."""

    spot: Spot
    other: Spot
    distance: float


class Along(NamedTuple):
    """An axis (0 front, 1 up, 2 right) of a bone lies in a plane: a sole or a palm lies flat. A light goal."""

    bone: str
    axis: int
    normal: tuple[float, float, float]
    weight: float = 0.0015


Goal = Against | Beside | Apart | Along


class _Structure(NamedTuple):
    """Which numbers move which bones: the same for every body."""

    degrees: Array  # (levers, ANGLES), radians of turn for each degree
    moved: Mapping[str, Array]  # bone: (levers,)


@cache
def _structure() -> _Structure:
    body = skeleton(state_of(Pelvis(), {}))
    degrees = np.zeros((len(body.levers), ANGLES))
    for row, lever in enumerate(body.levers):
        degrees[row, lever.degree] = lever.share * RADIANS
    moved = {bone: np.array([[float(bone in lever.bones)] for lever in body.levers]) * degrees for bone in body.bones}
    return _Structure(degrees, moved)


def _cross(a: Array, b: Array) -> Array:
    """Row by row, as `np.cross`, which takes ten times as long for so few."""
    x, y, z = a.T
    u, v, w = b.T
    return np.column_stack((y * w - z * v, z * u - x * w, x * v - y * u))


def _crossed_with(point: Array) -> Array:
    """The matrix that takes any vector a to a × point."""
    x, y, z = point
    return np.array(((0.0, z, -y), (-z, 0.0, x), (y, -x, 0.0)))


class Body:
    """A body and how any point fixed to one of its bones would move."""

    def __init__(self, state: State) -> None:
        self.skeleton = skeleton(state)
        self.axes = np.array([lever.axis for lever in self.skeleton.levers]).T
        centres = np.array([lever.at for lever in self.skeleton.levers])
        self.moments = _cross(self.axes.T, centres).T
        self.pelvis = state.at

    def at(self, spot: Spot) -> Array:
        """Where a spot is in the world."""
        frame = self.skeleton.bones[spot.bone]
        return frame.at + frame.turn @ spot.at

    def motion(self, bone: str, point: Array) -> Array:
        """(3, UNKNOWNS): how the point moves with each number when it is fixed to the bone."""
        moves = np.zeros((3, UNKNOWNS))
        moved = _structure().moved[bone]
        # Axis × (point - centre), for all levers at once.
        moves[:, :ANGLES] = (_crossed_with(point) @ self.axes - self.moments) @ moved
        moves[:, TURN] = _crossed_with((point - self.pelvis) * RADIANS)
        moves[:, PLACE] = EYE
        if bone.startswith(("upper_arm", "forearm", "hand")):
            first = BLADES.start + 2 * SIDES.index(bone[-1])
            moves[:, first : first + 2] = self.skeleton.bones["thorax"].turn[:, :2]
        return moves


def _row(body: Body, goal: Goal) -> tuple[float, Array]:
    """How far a goal is missed, and how that changes with each number."""
    if isinstance(goal, Along):
        return _row_along(body, goal)
    point = body.at(goal.spot)
    motion = body.motion(goal.spot.bone, point)
    if isinstance(goal, Against):
        return _row_against(goal, point, motion)
    there = body.at(goal.other)
    if isinstance(goal, Beside):
        axis = body.skeleton.bones[goal.other.bone].turn[:, goal.axis]
        return float(axis @ (point - there) - goal.level), axis @ (motion - body.motion(goal.other.bone, point))
    away = point - there
    apart = float(np.linalg.norm(away))
    along = away / apart if apart > 1e-9 else np.array((1.0, 0.0, 0.0))
    return apart - goal.distance, along @ (motion - body.motion(goal.other.bone, there))


def _row_against(goal: Against, point: Array, motion: Array) -> tuple[float, Array]:
    normal = np.array(goal.normal)
    missed = float(normal @ point - goal.level)
    weight = goal.weight
    if weight < 1:
        # A light goal pulls no harder the farther it is (Huber's loss): it may bend a body, and does not break it.
        weight *= (LIGHT / max(abs(missed), LIGHT)) ** 0.5
    return missed * weight, normal @ motion * weight


def _row_along(body: Body, goal: Along) -> tuple[float, Array]:
    frame, normal = body.skeleton.bones[goal.bone], np.array(goal.normal) * goal.weight
    axis = frame.turn[:, goal.axis]
    turned = body.motion(goal.bone, frame.at + axis) - body.motion(goal.bone, frame.at)
    return float(normal @ axis), normal @ turned


def missed_and_change(body: Body, goals: Sequence[Goal]) -> tuple[Array, Array]:
    """How far each goal is missed (H; light ones, weighted), and a row for each: how that changes."""
    rows = [_row(body, goal) for goal in goals]
    return np.array([missed for missed, _ in rows]), np.array([change for _, change in rows])
