"""What a physiotherapist measures on a body that stands: lines, angles at a joint, and where its weight is.

Everything takes a `Stance`, so it can be asked of any pose on any person. Angles in degrees, lengths in H.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.landmarks import position
from publisher.figures.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, WHERE

if TYPE_CHECKING:
    from publisher.figures.posing import Stance

MILLIMETRE = 1 / 1750
LIMBS = {
    ("thigh", "shank"): THIGH,
    ("shank", "foot"): SHANK,
    ("upper_arm", "forearm"): UPPER_ARM,
    ("forearm", "hand"): FOREARM,
}
# Parts of the mass of a body and how far along each its centre lies, after Winter, Biomechanics and Motor Control of
# Human Movement, table 4.1 (head and neck go with the trunk's upper end).
MASSES = (
    ("thigh", "shank", 0.100, 0.433),
    ("shank", "foot", 0.0465, 0.433),
    ("foot", "toes", 0.0145, 0.5),
    ("upper_arm", "forearm", 0.028, 0.436),
    ("forearm", "hand", 0.022, 0.6),
)
TRUNK, HEAD = 0.497, 0.081


def joint(stance: Stance, bone: str) -> np.ndarray:
    """Where a bone starts: "shank_r" at the knee."""
    return stance.skeleton.bones[bone].at


def middle(stance: Stance, bone: str) -> np.ndarray:
    """Midway between both sides."""
    return (joint(stance, f"{bone}_r") + joint(stance, f"{bone}_l")) / 2


def angle(stance: Stance, name: str, number: int = 0) -> float:
    """A solved angle: bend, out or turn of a joint."""
    return float(stance.state.angles[WHERE[name, number]])


def corner(a: np.ndarray, b: np.ndarray, c: np.ndarray) -> float:
    """The angle at b; 180 is straight."""
    one, other = a - b, c - b
    cosine = one @ other / np.linalg.norm(one) / np.linalg.norm(other)
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def straightness(stance: Stance) -> float:
    """Shoulders, hips and ankles seen from the person's side; one side alone would read the width of the shoulders."""
    turn = stance.skeleton.bones["pelvis"].turn
    flat = [turn[:, :2].T @ middle(stance, bone) for bone in ("upper_arm", "thigh", "foot")]
    return corner(*flat)


def hip_line(stance: Stance, side: str) -> float:
    """Shoulder, hip and knee of one side, as seen from the person's side."""
    turn = stance.skeleton.bones["pelvis"].turn
    flat = [turn[:, :2].T @ joint(stance, f"{bone}_{side}") for bone in ("upper_arm", "thigh", "shank")]
    return corner(*flat)


def lean_of(stance: Stance, upper: str, lower: str) -> float:
    """How far the bone from one joint to the next is off the upright."""
    way = joint(stance, upper) - joint(stance, lower)
    return float(np.degrees(np.arccos(way[1] / np.linalg.norm(way))))


def trunk_lean(stance: Stance) -> float:
    """How far the trunk leans forward of the upright (backwards is negative), seen along the floor."""
    way = middle(stance, "upper_arm") - middle(stance, "thigh")
    return float(np.degrees(np.arctan2(way @ _looks(stance), way[1])))


def knee_over_ball(stance: Stance, side: str) -> float:
    """How far the knee is ahead of the ball of the foot, along the foot."""
    foot = stance.skeleton.bones[f"foot_{side}"].turn[:, 0] * (1, 0, 1)
    ahead = joint(stance, f"shank_{side}") - joint(stance, f"toes_{side}")
    return float(ahead @ foot / np.linalg.norm(foot))


def centre_of_mass(stance: Stance) -> np.ndarray:
    """Where the weight of the body acts."""
    trunk = middle(stance, "thigh") * 0.5 + middle(stance, "upper_arm") * 0.5
    total = trunk * TRUNK + stance.skeleton.bones["head"].point(0, 0.05, 0) * HEAD
    for start, end, mass, along in MASSES:
        for side in "rl":
            a, b = joint(stance, f"{start}_{side}"), joint(stance, f"{end}_{side}")
            total = total + mass * (a + along * (b - a))
    return total / (TRUNK + HEAD + 2 * sum(mass for _, _, mass, _ in MASSES))


def ahead_of_the_heels(stance: Stance) -> float:
    """How far the weight lies ahead of the heels, the way the pelvis looks."""
    heels = (position(stance.skeleton, "heel_r") + position(stance.skeleton, "heel_l")) / 2
    return float((centre_of_mass(stance) - heels) @ _looks(stance))


def foot_length(stance: Stance) -> float:
    """From the middle of the heels to the tips of the toes, the way the pelvis looks."""
    return max(
        float((position(stance.skeleton, f"toe_{side}") - position(stance.skeleton, f"heel_{side}")) @ _looks(stance))
        for side in "rl"
    )


def _looks(stance: Stance) -> np.ndarray:
    front = stance.skeleton.bones["pelvis"].turn[:, 0] * (1, 0, 1)
    return front / np.linalg.norm(front)
