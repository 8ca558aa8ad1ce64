"""Landmarks: the spots of a body that touch things, hold things, or are pointed at.

A landmark lies in the directions of a bone (front, up, outwards to its own side), in H. What can roll on a floor (heel,
knee, skull, shoulder blades) is a ball with a radius; the rest are spots on the skin or cloth. They follow the surface
of `publisher.figures.body`: a heavier thigh carries its landmarks farther out. Tests measure them on that surface.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.body import torso_stations
from publisher.figures.skeleton import SIGN
from publisher.model.anatomy import SIDES
from publisher.model.figure import Build

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.skeleton import Array, Skeleton
    from publisher.model.figure import Triple

PLAIN = Build()
DOWN = np.array((0.0, -1.0, 0.0))


class Growth(NamedTuple):
    """How a spot moves with the build: which factor, and the depth it scales, or for the trunk the length along it."""

    by: str = ""
    at: float = 0.0


class Landmark(NamedTuple):
    """A spot on the right side or in the middle. It grows along a direction, or in its radius when that is nothing."""

    bone: str
    at: Triple
    radius: float = 0.0
    grows: Growth = Growth()
    along: Triple = (0.0, 0.0, 0.0)


class Spot(NamedTuple):
    """A landmark of one build and side: in the frame of `bone`, H."""

    bone: str
    at: Array
    radius: float


FORWARDS, BACKWARDS, OUTWARDS, INWARDS = (1, 0, 0), (-1, 0, 0), (0, 0, 1), (0, 0, -1)


def _legs(depth: float) -> Growth:
    return Growth("legs", depth)


def _arms(depth: float) -> Growth:
    return Growth("arms", depth)


# On both sides; the numbers are those of the right one.
PAIRED: Mapping[str, Landmark] = {
    "heel": Landmark("foot", (-0.022, -0.020, 0), 0.019),
    "ball": Landmark("toes", (0, 0, 0), 0.012),
    "toe": Landmark("toes", (0.036, -0.002, 0), 0.010),
    "toetop": Landmark("toes", (0.036, -0.002, 0), 0.015),
    "instep": Landmark("foot", (0.030, 0.005, 0)),
    "arch": Landmark("foot", (0.030, -0.039, 0)),
    "foot_side": Landmark("foot", (0.020, -0.030, 0.031)),
    "foot_inside": Landmark("foot", (0.020, -0.030, -0.034)),
    "ankle": Landmark("foot", (0, 0, 0), 0.022),
    "ankle_top": Landmark("foot", (0.004, 0, 0), 0.021),
    "shin": Landmark("shank", (0.026, -0.100, 0), 0, _legs(0.025), FORWARDS),
    "calf": Landmark("shank", (-0.048, -0.085, 0), 0, _legs(0.046), BACKWARDS),
    "knee": Landmark("shank", (0, 0, 0), 0.039, _legs(0.039)),
    "knee_side": Landmark("shank", (0, 0, 0.038), 0, _legs(0.036), OUTWARDS),
    "knee_inside": Landmark("shank", (0, 0, -0.038), 0, _legs(0.036), INWARDS),
    "knee_back": Landmark("shank", (-0.033, -0.010, 0), 0, _legs(0.033), BACKWARDS),
    "thigh_front": Landmark("thigh", (0.055, -0.150, 0), 0, _legs(0.048), FORWARDS),
    "thigh_back": Landmark("thigh", (-0.044, -0.140, 0), 0, _legs(0.043), BACKWARDS),
    "thigh_side": Landmark("thigh", (0, -0.130, 0.050), 0, _legs(0.043), OUTWARDS),
    "hip": Landmark("thigh", (0, 0, 0)),
    "hip_bone": Landmark("pelvis", (0.010, 0.055, 0.088), 0, Growth("wide", 0.055), OUTWARDS),
    "hip_side": Landmark("pelvis", (0, -0.020, 0.050), 0.058, _legs(0.046)),
    "sit": Landmark("pelvis", (-0.002, -0.021, 0.045), 0.069, Growth("seat", 0.056)),
    "waist": Landmark("loin", (0, -0.055, 0.085), 0, Growth("wide", 0.095), OUTWARDS),
    "shoulder": Landmark("upper_arm", (0, -0.004, 0), 0.046, _arms(0.033)),
    "elbow": Landmark("forearm", (0, 0, 0), 0.026, _arms(0.026)),
    "forearm": Landmark("forearm", (0, -0.110, 0), 0.018, _arms(0.018)),
    # The fist beside it is thicker than the wrist: this lies as the fist makes it lie.
    "wrist": Landmark("hand", (0, 0, 0), 0.0255),
    "palm": Landmark("hand", (0, -0.045, -0.015)),
    "palm_heel": Landmark("hand", (0, -0.012, -0.016)),
    "fingers": Landmark("hand", (0, -0.078, -0.012)),
    "knuckles": Landmark("hand", (0, -0.058, 0)),
    "fingertips": Landmark("hand", (0, -0.100, -0.010)),
    "grip": Landmark("hand", (0, -0.045, -0.022)),
    "hand_back": Landmark("hand", (0, -0.040, 0.013)),
    "ear": Landmark("head", (0, 0.054, 0.049)),
}
SINGLE: Mapping[str, Landmark] = {
    "pelvis": Landmark("pelvis", (0, 0, 0)),
    "sacrum": Landmark("pelvis", (-0.080, 0.012, 0), 0, Growth("seat", 0.047), BACKWARDS),
    "seat": Landmark("pelvis", (-0.002, -0.021, 0), 0.069, Growth("seat", 0.056)),
    "belly": Landmark("pelvis", (0.064, 0.080, 0), 0, Growth("front", 0.080), FORWARDS),
    "low_back": Landmark("loin", (-0.060, -0.050, 0), 0, Growth("back", 0.100), BACKWARDS),
    "mid_back": Landmark("thorax", (-0.066, -0.120, 0), 0, Growth("back", 0.190), BACKWARDS),
    "upper_back": Landmark("thorax", (0, -0.038, 0), 0.071, Growth("back", 0.250)),
    "chest": Landmark("thorax", (0.072, -0.108, 0), 0, Growth("front", 0.202), FORWARDS),
    "nape": Landmark("head", (-0.040, 0.000, 0)),
    "head_back": Landmark("head", (-0.009, 0.078, 0), 0.058),
    "forehead": Landmark("head", (0.010, 0.081, 0), 0.052),
    "crown": Landmark("head", (0.002, 0.083, 0), 0.052),
    "chin": Landmark("head", (0.049, 0.005, 0), 0.011),
    "nose": Landmark("head", (0.075, 0.046, 0)),
    "eyes": Landmark("head", (0.058, 0.061, 0)),
}
NAMES: tuple[str, ...] = (*SINGLE, *(f"{name}_{side}" for name in PAIRED for side in SIDES))
TRUNK = ("pelvis", "loin", "thorax", "head")


@lru_cache(maxsize=64)
def _trunk(build: Build) -> Mapping[str, Array]:
    """Depths of the trunk along its length."""
    along, front, back, wide = np.array(torso_stations(build)).T
    return {"along": along, "front": front, "back": back, "wide": wide}


def _trunk_grows(build: Build, by: str, at: float) -> float:
    mine, plain = _trunk(build), _trunk(PLAIN)
    return float(np.interp(at, mine["along"], mine[by]) - np.interp(at, plain["along"], plain[by]))


def _grows(growth: Growth, build: Build) -> float:
    """How much farther out than on the plain body, H."""
    factors = {"": 1.0, "legs": build.legs, "arms": build.arms, "seat": build.seat}
    if growth.by in factors:
        return growth.at * (factors[growth.by] - 1)
    return _trunk_grows(build, growth.by, growth.at)


@lru_cache(maxsize=1024)
def landmark(name: str, build: Build = PLAIN) -> Spot:
    """The landmark of that name ("heel_r", "sacrum") on a body; a `KeyError` when there is none."""
    base, side = (name[:-2], name[-1]) if name.endswith(("_r", "_l")) else (name, "")
    mark = PAIRED[base] if side else SINGLE[base]
    more = _grows(mark.grows, build)
    at = np.array(mark.at, dtype=float) + np.array(mark.along) * more
    if not any(mark.along):
        return _spot(mark, at, side, mark.radius + more)
    return _spot(mark, at, side, mark.radius)


def _spot(mark: Landmark, at: Array, side: str, radius: float) -> Spot:
    if not side:
        return Spot(mark.bone, at, radius)
    bone = mark.bone if mark.bone in TRUNK else f"{mark.bone}_{side}"
    return Spot(bone, at * (1, 1, SIGN[side]), radius)


def position(bones: Skeleton, name: str, build: Build = PLAIN) -> Array:
    """Where a landmark is in the world, H; of one that rolls, its centre."""
    spot = landmark(name, build)
    return bones.bones[spot.bone].point(*spot.at)


def touching(bones: Skeleton, name: str, build: Build = PLAIN, towards: Array = DOWN) -> Array:
    """The spot of a landmark that touches what lies in a direction: for a heel above the floor its lowest point."""
    return position(bones, name, build) + landmark(name, build).radius * towards
