"""Where a muscle lies under the skin: a tint on the picture, inside the outline of the body.

Each muscle is a few ellipsoids laid along a bone, placed by eye where anatomy shows its belly; the tint is where the
surface that is seen lies inside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.curves import blurred
from publisher.figures.skeleton import SIGN
from publisher.model.anatomy import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from publisher.figures.skeleton import Array, Frame, Skeleton
    from publisher.figures.staging import Staged
    from publisher.figures.tracing import Raster
    from publisher.model.figure import Triple

SOFT = 3.0  # pixels, so that its rim is drawn and not sawn


class Belly(NamedTuple):
    """One part of a muscle: the bone, and an ellipsoid in its directions (front, up, outwards), H."""

    bone: str
    at: Triple
    radii: Triple
    # What of the body it may tint.
    on: tuple[str, ...]


_TRUNK, _LEG, _ARM = ("trunk",), ("leg", "trunk"), ("arm", "trunk")
BELLIES: dict[str, tuple[Belly, ...]] = {
    "glutes": (Belly("pelvis", (-0.055, -0.022, 0.050), (0.055, 0.066, 0.060), _LEG),),
    "outer_hips": (Belly("pelvis", (-0.008, 0.022, 0.092), (0.042, 0.046, 0.040), _LEG),),
    "hip_flexors": (Belly("thigh", (0.048, -0.010, 0.004), (0.034, 0.062, 0.034), _LEG),),
    "thighs": (Belly("thigh", (0.046, -0.130, 0.004), (0.036, 0.094, 0.042), ("leg",)),),
    "hamstrings": (Belly("thigh", (-0.044, -0.140, 0.0), (0.032, 0.086, 0.040), ("leg",)),),
    "inner_thighs": (Belly("thigh", (0.012, -0.090, -0.038), (0.044, 0.085, 0.036), ("leg",)),),
    "calves": (Belly("shank", (-0.040, -0.075, 0.0), (0.032, 0.062, 0.040), ("leg",)),),
    "shins": (Belly("shank", (0.028, -0.090, 0.010), (0.022, 0.078, 0.024), ("leg",)),),
    "feet": (Belly("foot", (0.026, -0.039, 0.0), (0.060, 0.018, 0.032), ("leg",)),),
    "belly": (Belly("loin", (0.062, -0.040, 0.0), (0.034, 0.084, 0.052), _TRUNK),),
    "sides": (Belly("loin", (0.008, -0.045, 0.078), (0.046, 0.064, 0.034), _TRUNK),),
    "low_back": (Belly("loin", (-0.060, -0.050, 0.026), (0.030, 0.078, 0.030), _TRUNK),),
    "upper_back": (Belly("thorax", (-0.058, -0.080, 0.042), (0.034, 0.074, 0.046), _TRUNK),),
    "chest": (Belly("thorax", (0.062, -0.082, 0.044), (0.034, 0.042, 0.046), _TRUNK),),
    "shoulders": (Belly("upper_arm", (0.0, -0.022, 0.016), (0.042, 0.054, 0.034), _ARM),),
    "arms": (Belly("upper_arm", (-0.020, -0.085, 0.0), (0.026, 0.058, 0.030), ("arm",)),),
    # Not muscles but where pain from the back may spread, and where it may go numb.
    "leg_back": (
        Belly("pelvis", (-0.060, -0.040, 0.052), (0.060, 0.062, 0.038), _LEG),
        Belly("thigh", (-0.045, -0.080, 0.002), (0.060, 0.100, 0.028), ("leg",)),
        Belly("thigh", (-0.045, -0.185, 0.002), (0.060, 0.100, 0.026), ("leg",)),
        Belly("shank", (-0.035, 0.000, 0.002), (0.060, 0.080, 0.025), ("leg",)),
        Belly("shank", (-0.035, -0.090, 0.004), (0.060, 0.100, 0.025), ("leg",)),
        Belly("shank", (-0.030, -0.180, 0.006), (0.060, 0.050, 0.018), ("leg",)),
    ),
    "saddle": (
        Belly("pelvis", (-0.050, -0.082, 0.020), (0.090, 0.056, 0.040), _LEG),
        Belly("thigh", (-0.020, -0.070, -0.044), (0.070, 0.070, 0.030), ("leg",)),
    ),
    "neck": (Belly("thorax", (-0.022, 0.020, 0.024), (0.034, 0.046, 0.034), ("trunk",)),),
}


def worked(staged: Staged, raster: Raster) -> NDArray[np.bool_]:
    """The pixels over the muscles that the figure works, of limbs that are seen in front."""
    there = np.nonzero(raster.part >= 0)
    points = raster.places(there, staged.camera)
    limbs = np.array([part.limb for part in raster.parts])[raster.part[there]]
    found = np.zeros(len(points), dtype=bool)
    for muscle in staged.figure.muscles:
        for belly, side in _bellies(muscle):
            found |= _under(points, limbs, belly, side, staged.skeleton)
    mask = np.zeros(raster.part.shape)
    mask[there] = found
    soft: NDArray[np.bool_] = (blurred(mask, SOFT) > 0.5) & (raster.part >= 0)
    return soft


def _bellies(muscle: str) -> Iterator[tuple[Belly, str]]:
    """The parts of a muscle on both sides, or of "calves_r" on one."""
    name, sides = (muscle[:-2], (muscle[-1],)) if muscle.endswith(("_r", "_l")) else (muscle, SIDES)
    yield from ((belly, side) for belly in BELLIES[name] for side in sides)


def _under(points: Array, limbs: NDArray[np.str_], belly: Belly, side: str, bones: Skeleton) -> NDArray[np.bool_]:
    frame = _frame(bones, belly.bone, side)
    centre = np.array(belly.at) * (1, 1, SIGN[side])
    local = ((points - frame.at) @ frame.turn - centre) / np.array(belly.radii)
    on = np.isin(limbs, [limb if limb == "trunk" else f"{limb}_{side}" for limb in belly.on])
    inside: NDArray[np.bool_] = ((local**2).sum(axis=1) < 1.0) & on
    return inside


def _frame(bones: Skeleton, bone: str, side: str) -> Frame:
    return bones.bones[bone] if bone in bones.bones else bones.bones[f"{bone}_{side}"]
