"""The skeleton in three dimensions: lengths, joints, and where every bone lies for given angles.

Lengths are parts of stature after Drillis and Contini (in Winter, Biomechanics and Motor Control of Human Movement);
joint spacings are those of the joints, not of the widest bones. A frame's columns are front, up and right; a limb
points along its own -up. Three-axis joints bend first (outermost), then go out, then turn about their own length.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from publisher.model.anatomy import FRONT, JOINTS, PAIRED, RIGHT, SIDES, SINGLE, UP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.model.figure import Pelvis, Triple

Array = NDArray[np.float64]

# +1 for the right side (towards +right), -1 for the left.
SIGN = {"r": 1.0, "l": -1.0}

HIP_HEIGHT, HIP_SPACING = 0.530, 0.050
THIGH, SHANK, ANKLE_HEIGHT = 0.245, 0.246, 0.039
BALL_FORWARD, BALL_DOWN = 0.072, 0.027
SACRUM, LUMBAR, THORAX, NECK = 0.050, 0.100, 0.160, 0.050
LUMBAR_LINKS, THORAX_LINKS, NECK_LINKS = 4, 5, 3
NECK_FORWARD = 0.014
SHOULDER_SPACING, SHOULDER_DOWN, SHOULDER_FORWARD = 0.090, 0.046, 0.006
UPPER_ARM, FOREARM, HAND = 0.172, 0.150, 0.100


# Shoulder blades glide (forward, up), in H.
BLADE_LIMIT = 0.03


def _minus(axis: tuple[float, float, float]) -> tuple[float, float, float]:
    return (-axis[0], -axis[1], -axis[2])


class Degree(NamedTuple):
    """One number of a pose: its joint with side, which axis, its sign on this side, and its limits."""

    joint: str
    number: int
    axis: tuple[float, float, float]
    low: float
    high: float


def _degrees() -> tuple[Degree, ...]:
    found: list[Degree] = []
    for name in (*SINGLE, *(f"{joint}_{side}" for side in SIDES for joint in PAIRED)):
        joint = JOINTS[name.removesuffix("_r").removesuffix("_l")] if name not in JOINTS else JOINTS[name]
        for number, (axis, (low, high)) in enumerate(zip(joint.axes, joint.limits, strict=True)):
            mirrored = axis.mirrored and name.endswith("_l")
            found.append(Degree(name, number, _minus(axis.axis) if mirrored else axis.axis, low, high))
    return tuple(found)


DEGREES = _degrees()
WHERE = {(degree.joint, degree.number): i for i, degree in enumerate(DEGREES)}


def _turning() -> dict[str, tuple[tuple[int, int, float], ...]]:
    """For each joint its numbers from the outermost in: which, about which column of a frame, and with what sign."""
    found: dict[str, tuple[tuple[int, int, float], ...]] = {}
    for i, degree in enumerate(DEGREES):
        column = next(k for k in range(3) if degree.axis[k])
        found[degree.joint] = (*found.get(degree.joint, ()), (i, column, degree.axis[column]))
    return found


TURNING = _turning()


class Frame(NamedTuple):
    """A bone: `turn` (3 × 3, columns front, up, right) and `at`, its joint nearest the body, in H."""

    turn: Array
    at: Array

    def point(self, front: float = 0.0, up: float = 0.0, right: float = 0.0) -> Array:
        """A point given in the bone's own directions, in the world."""
        place: Array = self.at + self.turn @ np.array((front, up, right))
        return place


class Lever(NamedTuple):
    """What one number of a pose moves: an axis in the world through a point, and the bones that go along.

    `share` is the part that this lever takes of the number (the links of the spine share theirs).
    """

    degree: int
    axis: Array
    at: Array
    bones: frozenset[str]
    share: float


class Skeleton(NamedTuple):
    """Bones by name, the line of the spine from the hip centre to the top of the neck, and what moves what."""

    bones: Mapping[str, Frame]
    spine: Array  # (n, 3)
    spine_turn: Array  # (n, 3, 3), the frame at each point
    spine_arc: Array  # (n,), length from the hip centre, H
    levers: tuple[Lever, ...]


class State(NamedTuple):
    """All numbers of a body: pelvis turn (3 × 3) and place, the degrees of freedom in degrees, the shoulder blades."""

    turn: Array
    at: Array
    angles: Array  # (len(DEGREES),), degrees
    blades: Array  # (2, 2), side by (forward, up), H


def about(axis: tuple[float, float, float] | Array, degrees: float) -> Array:
    """The rotation matrix about an axis of length 1."""
    x, y, z = axis
    angle = np.radians(degrees)
    c, s = np.cos(angle), np.sin(angle)
    t = 1 - c
    return np.array(
        (
            (t * x * x + c, t * x * y - s * z, t * x * z + s * y),
            (t * x * y + s * z, t * y * y + c, t * y * z - s * x),
            (t * x * z - s * y, t * y * z + s * x, t * z * z + c),
        )
    )


def pelvis_turn(pelvis: Pelvis) -> Array:
    """The frame of the pelvis: from its two directions, or lean about the world's right, then tilt, then turn."""
    if pelvis.up is not None and pelvis.front is not None:
        up = np.array(pelvis.up) / np.linalg.norm(pelvis.up)
        front = np.array(pelvis.front) - up * (up @ np.array(pelvis.front))
        front /= np.linalg.norm(front)
        return np.column_stack((front, up, np.cross(front, up)))
    return about(RIGHT, -pelvis.lean) @ about(FRONT, pelvis.tilt) @ about(UP, -pelvis.turn)


def state_of(pelvis: Pelvis, joints: Mapping[str, Triple]) -> State:
    """The numbers of a pose; a joint not named is at 0."""
    angles = np.zeros(len(DEGREES))
    for (joint, number), index in WHERE.items():
        if joint in joints:
            angles[index] = joints[joint][number]
    return State(pelvis_turn(pelvis), np.array(pelvis.at, dtype=float), angles, np.zeros((2, 2)))


def _about_column(turn: Array, column: int, degrees: float) -> Array:
    """A frame turned about one of its own directions."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    i, j = (column + 1) % 3, (column + 2) % 3
    turned = turn.copy()
    turned[:, i] = c * turn[:, i] + s * turn[:, j]
    turned[:, j] = c * turn[:, j] - s * turn[:, i]
    return turned


class _Builder:
    """Walks from the pelvis outwards, noting bones and levers."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.angles: list[float] = state.angles.tolist()
        self.bones: dict[str, Frame] = {}
        self.open: list[tuple[int, Array, Array, float, set[str]]] = []
        self.parents: dict[str, tuple[int, ...]] = {}

    def add(self, name: str, frame: Frame, levers: tuple[int, ...]) -> None:
        self.bones[name] = frame
        self.parents[name] = levers
        for lever in levers:
            self.open[lever][4].add(name)

    def turn(self, turn: Array, at: Array, joint: str, share: float = 1.0) -> tuple[Array, tuple[int, ...]]:
        """The frame after a joint; its axes are noted as levers."""
        noted: list[int] = []
        for index, column, sign in TURNING[joint]:
            self.open.append((index, turn[:, column] * sign, at, share, set()))
            noted.append(len(self.open) - 1)
            angle = self.angles[index] * share * sign
            turn = _about_column(turn, column, angle) if angle else turn
        return turn, tuple(noted)


def skeleton(state: State) -> Skeleton:
    """Where all bones lie."""
    builder = _Builder(state)
    builder.add("pelvis", Frame(state.turn, state.at), ())
    spine, thorax, held = _spine_of(builder)
    for side in SIDES:
        _leg(builder, side)
        _arm(builder, side, thorax, held)
    levers = tuple(Lever(i, axis, at, frozenset(bones), share) for i, axis, at, share, bones in builder.open)
    points, turns, arcs = (np.array([part[i] for part in spine]) for i in range(3))
    return Skeleton(builder.bones, points, turns, arcs, levers)


def _spine_of(builder: _Builder) -> tuple[list[tuple[Array, Array, float]], Frame, tuple[int, ...]]:
    """Sacrum, low back, upper back, neck and head; gives the line, the thorax at C7 and what moves it."""
    turn, at = builder.state.turn, builder.state.at
    line = [(at, turn, 0.0)]
    at, arc = at + turn[:, 1] * SACRUM, SACRUM
    line.append((at, turn, arc))
    held: tuple[int, ...] = ()
    thorax, below = Frame(turn, at), held
    for joint, length, links, forward in (
        ("low_back", LUMBAR, LUMBAR_LINKS, 0.0),
        ("upper_back", THORAX, THORAX_LINKS, 0.0),
        ("neck", NECK, NECK_LINKS, NECK_FORWARD),
    ):
        for _ in range(links):
            turn, noted = builder.turn(turn, at, joint, 1 / links)
            held += noted
            at = at + turn @ np.array((forward / links, length / links, 0.0))
            arc += length / links
            line.append((at, turn, arc))
        if joint == "low_back":
            builder.add("loin", Frame(turn, at), held)
        elif joint == "upper_back":
            thorax = Frame(turn, at)
            builder.add("thorax", thorax, held)
            below = held
    head, noted = builder.turn(turn, at, "head")
    builder.add("head", Frame(head, at), held + noted)
    return line, thorax, below


def _leg(builder: _Builder, side: str) -> None:
    pelvis = builder.bones["pelvis"]
    at = pelvis.point(0.0, 0.0, SIGN[side] * HIP_SPACING)
    turn, held = builder.turn(pelvis.turn, at, f"hip_{side}")
    builder.add(f"thigh_{side}", Frame(turn, at), held)
    at = at - turn[:, 1] * THIGH
    turn, noted = builder.turn(turn, at, f"knee_{side}")
    held += noted
    builder.add(f"shank_{side}", Frame(turn, at), held)
    at = at - turn[:, 1] * SHANK
    turn, noted = builder.turn(turn, at, f"ankle_{side}")
    held += noted
    builder.add(f"foot_{side}", Frame(turn, at), held)
    at = at + turn @ np.array((BALL_FORWARD, -BALL_DOWN, 0.0))
    turn, noted = builder.turn(turn, at, f"toes_{side}")
    builder.add(f"toes_{side}", Frame(turn, at), held + noted)


def _arm(builder: _Builder, side: str, thorax: Frame, held: tuple[int, ...]) -> None:
    forward, up = builder.state.blades[SIDES.index(side)]
    at = thorax.point(SHOULDER_FORWARD + forward, -SHOULDER_DOWN + up, SIGN[side] * SHOULDER_SPACING)
    turn, noted = builder.turn(thorax.turn, at, f"shoulder_{side}")
    held += noted
    builder.add(f"upper_arm_{side}", Frame(turn, at), held)
    at = at - turn[:, 1] * UPPER_ARM
    turn, noted = builder.turn(turn, at, f"elbow_{side}")
    held += noted
    turn, noted = builder.turn(turn, at, f"forearm_{side}")
    held += noted
    builder.add(f"forearm_{side}", Frame(turn, at), held)
    at = at - turn[:, 1] * FOREARM
    turn, noted = builder.turn(turn, at, f"wrist_{side}")
    builder.add(f"hand_{side}", Frame(turn, at), held + noted)
