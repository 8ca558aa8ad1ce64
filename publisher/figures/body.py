"""The body as one surface round the bones: trunk, limbs and the clothes on them.

Sections are half depths in front and behind and half widths, in H, adapted by eye from adult bodies; a person's build
scales them. Head, hands and shoes have files of their own.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.field import (
    Group,
    Part,
    Profile,
    Solid,
    Station,
    cone,
    ellipsoid,
    fading,
    limb,
    monotone,
    torso,
    triple,
)
from publisher.figures.skeleton import FOREARM, SHANK, SIGN, THIGH, UPPER_ARM, Frame, about
from publisher.model.anatomy import SIDES

if TYPE_CHECKING:
    from publisher.figures.skeleton import Array, Skeleton
    from publisher.model.figure import Build, Person

THIGH_AT, SHANK_AT, UPPER_ARM_AT, FOREARM_AT, TORSO_AT = range(5)
HEM = 0.022  # of the shirt, along the spine
SHORTS_END, SLEEVE_END = 0.55, 0.56
INWARDS = 2.6  # degrees
STUMP = 0.42  # of the shank, where a blade's socket holds it

THIGH_STATIONS: tuple[Station, ...] = (
    (0.0, 0.048, 0.052, 0.040),
    (0.22, 0.056, 0.053, 0.047),
    (0.5, 0.052, 0.044, 0.0435),
    (0.8, 0.040, 0.036, 0.0335),
    (0.93, 0.037, 0.034, 0.0295),
    (1.0, 0.035, 0.033, 0.0280),
)
SHANK_STATIONS: tuple[Station, ...] = (
    (0.0, 0.035, 0.032, 0.0275),
    (0.1, 0.032, 0.034, 0.0290),
    (0.29, 0.027, 0.048, 0.0350),
    (0.48, 0.024, 0.042, 0.0315),
    (0.72, 0.0185, 0.025, 0.0205),
    (0.9, 0.018, 0.020, 0.0152),
    (1.0, 0.019, 0.019, 0.0160),
)
UPPER_ARM_STATIONS: tuple[Station, ...] = (
    (0.0, 0.028, 0.031, 0.027),
    (0.22, 0.031, 0.033, 0.029),
    (0.48, 0.031, 0.031, 0.0265),
    (0.8, 0.024, 0.026, 0.0225),
    (1.0, 0.0225, 0.0245, 0.0225),
)
FOREARM_STATIONS: tuple[Station, ...] = (
    (0.0, 0.0235, 0.0235, 0.023),
    (0.2, 0.0275, 0.0265, 0.0245),
    (0.5, 0.022, 0.0225, 0.020),
    (0.82, 0.0165, 0.0165, 0.0145),
    (1.0, 0.0165, 0.016, 0.0125),
)
TORSO_STATIONS: tuple[Station, ...] = (
    (-0.03, 0.046, 0.050, 0.080),
    (-0.01, 0.052, 0.060, 0.088),
    (0.015, 0.056, 0.066, 0.092),
    (0.05, 0.057, 0.062, 0.087),
    (0.095, 0.055, 0.053, 0.078),
    (0.14, 0.058, 0.054, 0.080),
    (0.19, 0.064, 0.060, 0.088),
    (0.235, 0.064, 0.064, 0.092),
    (0.27, 0.052, 0.060, 0.080),
    (0.298, 0.036, 0.050, 0.058),
    (0.32, 0.028, 0.040, 0.036),
)
BELLY_AT, BELLY_WIDE = 0.085, 0.062
BUST_AT, BUST_WIDE = 0.215, 0.035


def _bump(s: float, at: float, wide: float) -> float:
    return math.exp(-(((s - at) / wide) ** 2))


def torso_stations(build: Build) -> tuple[Station, ...]:
    """The trunk of a build: hips below the waist, waist, shoulders above, belly and bust in front."""
    rows: list[Station] = []
    at = np.linspace(-0.03, 0.32, 25)
    knots = np.array(TORSO_STATIONS)
    for s in at:
        front, back, wide = (float(monotone(knots[:, 0], knots[:, i], np.array([s]))[0]) for i in (1, 2, 3))
        hips = 1 / (1 + math.exp((s - 0.055) / 0.012))
        chest = 1 / (1 + math.exp(-(s - 0.17) / 0.02))
        waist = max(0.0, 1 - hips - chest)
        factor = hips * build.hips + waist * build.waist + chest * build.shoulders
        front += build.belly * _bump(s, BELLY_AT, BELLY_WIDE) + build.bust * _bump(s, BUST_AT, BUST_WIDE)
        depth = 1 + (factor - 1) * 0.6
        rows.append((float(s), front * depth, back * depth, wide * factor))
    return tuple(rows)


def profiles(build: Build) -> tuple[Profile, ...]:
    """The sections of one person, in the order of the `_AT` numbers."""
    return (
        Profile(THIGH_STATIONS, 0, 1, 0.004),
        Profile(SHANK_STATIONS, 0, 1),
        Profile(UPPER_ARM_STATIONS, 0, 1),
        Profile(FOREARM_STATIONS, 0, 1),
        Profile(torso_stations(build), -0.03, 0.32),
    )


def trunk(bones: Skeleton, spine: Array, person: Person, bends: dict[str, float]) -> tuple[Group, ...]:
    """Pelvis in shorts, chest in a shirt, and the neck, which flows into the shoulders.

    `bends` are the hip bends in degrees: the buttock follows the thigh for part of the way.
    """
    build = person.build
    shorts, shirt = Part("shorts", "trunk", "pelvis"), Part("shirt", "trunk", "torso")
    pelvis = bones.bones["pelvis"]
    below: list[Solid] = [torso(shorts, spine, TORSO_AT, ends=(-1, 0.075), grow=0.001)]
    for side in SIDES:
        sign = SIGN[side]
        hip = bones.bones[f"thigh_{side}"].at
        turned = Frame(pelvis.turn @ about((0, 0, 1), 0.45 * bends[side]), hip)
        radii = (0.047 * build.seat, 0.056 * build.seat, 0.045 * build.seat * (0.5 + 0.5 * build.hips))
        below.append(ellipsoid(shorts, turned, (-0.030, -0.012, -0.006 * sign), radii, 0.040))
    below.append(ellipsoid(shorts, pelvis, (-0.002, -0.053, 0), (0.042, 0.032, 0.034), 0.03))
    return Group("pelvis", tuple(below)), Group("shirt", tuple(_chest(bones, spine, person, shirt)))


def _chest(bones: Skeleton, spine: Array, person: Person, shirt: Part) -> list[Solid]:
    build, thorax = person.build, bones.bones["thorax"]
    skin = Part("skin", "trunk", "neck")
    k = 0.036
    solids = [torso(shirt, spine, TORSO_AT, grow=0.005, flare=0.004, ends=(HEM, 2.0))]
    for side in SIDES:
        sign, arm = SIGN[side], bones.bones[f"upper_arm_{side}"]
        shoulder = Frame(thorax.turn, arm.at)
        solids += [
            cone(
                shirt,
                thorax.point(-0.014, 0, 0.018 * sign),
                shoulder.point(-0.004, 0.006, -0.010 * sign),
                (0.026, 0.022),
                k,
            ),
            cone(shirt, thorax.point(0.020, -0.055, 0.030 * sign), arm.point(0.008, -0.030, 0), (0.034, 0.022), k),
            cone(shirt, thorax.point(-0.026, -0.085, 0.045 * sign), arm.point(-0.010, -0.035, 0), (0.034, 0.021), k),
            cone(shirt, thorax.point(-0.030, -0.040, 0.050 * sign), arm.at, (0.028, 0.027), k),
        ]
        if build.bust > 0:
            at, r = thorax.point(0.040, -0.108, 0.040 * sign), 0.030 + 0.9 * build.bust
            solids.append(ellipsoid(shirt, Frame(thorax.turn, at), (0, 0, 0), (r * 0.95, r * 0.95, r), 0.02))
    points = [bones.spine[-4], bones.spine[-3], bones.spine[-2], bones.spine[-1]]
    for a, b, radii in zip(points, points[1:], ((0.035, 0.0305), (0.0305, 0.0295), (0.0295, 0.0295)), strict=False):
        solids.append(cone(skin, a, b, radii, 0.022))
    return solids


def leg(bones: Skeleton, side: str, person: Person, knee: float) -> Group:
    """Thigh, knee, shank and ankle with what they wear; `knee` is its bend in degrees. Above a blade the shank ends."""
    girth, sign = person.build.legs, SIGN[side]
    thigh, shank, foot = (bones.bones[f"{bone}_{side}"] for bone in ("thigh", "shank", "foot"))
    covered = "shorts" if person.legs == "leggings" else "skin"
    upper, lower = Part(covered, f"leg_{side}", "thigh"), Part(covered, f"leg_{side}", "shank")
    cap = Frame(thigh.turn @ about((0, 0, 1), -knee / 2), shank.at)
    blade = person.blade == side
    below = limb(lower, shank, SHANK, SHANK_AT, 0.030, girth=girth, side=sign, ends=(-1, STUMP if blade else 2))
    solids = [
        limb(upper, thigh, THIGH, THIGH_AT, girth=girth, side=sign),
        fading(below, shank.at, 0.085),
        ellipsoid(lower, cap, (0.018 * girth, 0.002, 0), (0.018 * girth, 0.024, 0.023 * girth), 0.012),
    ]
    if not blade:
        ankle = Frame(shank.turn, foot.at)
        solids += [ellipsoid(lower, ankle, (0, 0.009, 0.0125 * s), (0.010, 0.011, 0.009), 0.007) for s in (1, -1)]
    if person.legs != "leggings":
        solids.append(_trouser_leg(thigh, side, girth, skirt=person.legs == "skirt"))
    return Group(f"leg_{side}", tuple(solids), "pelvis", 0.050, triple(thigh.at), 0.17)


def _trouser_leg(thigh: Frame, side: str, girth: float, *, skirt: bool) -> Solid:
    """One leg of the shorts, which hangs a little inwards; those under a running skirt are wider and shorter."""
    cloth = Part("shorts", f"leg_{side}", "thigh")
    flare, end = (0.018, SHORTS_END - 0.08) if skirt else (0.008, SHORTS_END)
    hanging = Frame(thigh.turn @ about((1, 0, 0), INWARDS * SIGN[side]), thigh.at)
    return limb(cloth, hanging, THIGH, THIGH_AT, girth=girth, grow=0.003, flare=flare, ends=(-1, end), side=SIGN[side])


def arm(bones: Skeleton, side: str, person: Person) -> Group:
    """Upper arm, elbow and forearm, bare or in a short or long sleeve."""
    girth, sign = person.build.arms, SIGN[side]
    upper_bone, lower_bone = bones.bones[f"upper_arm_{side}"], bones.bones[f"forearm_{side}"]
    covered = "shirt" if person.sleeves == "long" else "skin"
    upper, lower = Part(covered, f"arm_{side}", "upper_arm"), Part(covered, f"arm_{side}", "forearm")
    sleeve = Part("skin" if person.sleeves == "none" else "shirt", f"arm_{side}", "upper_arm")
    elbow = Frame(upper_bone.turn, lower_bone.at).point(-0.012 * girth, 0.003, 0)
    solids = [
        limb(upper, upper_bone, UPPER_ARM, UPPER_ARM_AT, girth=girth),
        ellipsoid(sleeve, upper_bone, (0, -0.020, 0.002 * sign), (0.033 * girth, 0.044, 0.030 * girth), 0.024),
        fading(limb(lower, lower_bone, FOREARM, FOREARM_AT, 0.018, girth=girth), lower_bone.at, 0.06),
        cone(lower, elbow, elbow + 0.0001, (0.012, 0.012), 0.014),
    ]
    if person.sleeves == "short":
        worn = (-1.0, SLEEVE_END)
        solids.append(
            limb(sleeve, upper_bone, UPPER_ARM, UPPER_ARM_AT, girth=girth, grow=0.003, flare=0.009, ends=worn)
        )
    return Group(f"arm_{side}", tuple(solids), "shirt", 0.046, triple(upper_bone.at), 0.105)
