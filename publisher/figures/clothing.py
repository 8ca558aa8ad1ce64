"""Where the cloth ends: hems follow the body, not the seam between two solids.

A thigh that flows into the trunk makes one surface, and its nearest solid changes along a ragged line. Here the spots
along the hem and the collar are given their cloth by where they lie on the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.body import HEM, TORSO_AT
from publisher.figures.distances import along_trunk
from publisher.model.anatomy import SIDES

if TYPE_CHECKING:
    from publisher.figures.field import Part, Scene
    from publisher.figures.skeleton import Array, Skeleton
    from publisher.figures.tracing import Camera, Raster

# The hem climbs over a raised thigh, by the square of how far along it; per H.
CLIMB = 7.0
ON_THE_BELLY = 0.014  # the most that the hem climbs where the shirt itself lies, H
NOTHING_ON = np.array((0.0, 0.0, -1.0, 2.0, 0.035, 0.02))
COLLAR_TILT, COLLAR_RADIUS = 0.42, 0.054


def dressed(raster: Raster, scene: Scene, camera: Camera, bones: Skeleton) -> Raster:
    """The raster with the shirt down to its hem over whatever flows into it, and the collar cut round the neck."""
    part = raster.part.copy()
    parts = list(raster.parts)
    shirt = _number(parts, "shirt", "trunk", "torso")
    neck = _number(parts, "skin", "trunk", "neck")
    where = np.nonzero(part >= 0)
    points = raster.places(where, camera)
    numbers = part[where]
    arc = along_trunk(points, NOTHING_ON, scene.profiles[TORSO_AT], scene.spine)[:, 0]
    shorts = np.isin(numbers, [i for i, p in enumerate(parts) if p.material == "shorts"])
    climb = CLIMB * np.maximum(0.0, _down_the_thigh(points, bones)) ** 2
    over = shorts & (arc - HEM > climb)
    numbers = np.where(over, shirt, numbers)
    # Where the shirt flows into a hip its surface goes on below the hem; that is cloth of the shorts.
    numbers = np.where(
        (numbers == shirt) & (arc < HEM + np.minimum(climb, ON_THE_BELLY)),
        _number(parts, "shorts", "trunk", "pelvis"),
        numbers,
    )
    chest = np.isin(numbers, [shirt, neck])
    numbers = np.where(chest & (arc > 0.2), np.where(_in_collar(points, bones), neck, shirt), numbers)
    part[where] = numbers
    return raster._replace(part=part)


def _down_the_thigh(points: Array, bones: Skeleton) -> Array:
    """How far along the thigh of its side a point lies, H."""
    pelvis = bones.bones["pelvis"]
    right = (points - pelvis.at) @ pelvis.turn[:, 2] > 0
    along = []
    for side in SIDES:
        thigh = bones.bones[f"thigh_{side}"]
        along.append(-(points - thigh.at) @ thigh.turn[:, 1])
    found: Array = np.where(right, along[0], along[1])
    return found


def _in_collar(points: Array, bones: Skeleton) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Inside the opening for the neck: a cylinder round C7 that leans forward, and dips in front."""
    thorax = bones.bones["thorax"]
    local = (points - thorax.at) @ thorax.turn
    forward, up, right = local[:, 0], local[:, 1], local[:, 2]
    axis = np.array((COLLAR_TILT, 1.0)) / np.hypot(COLLAR_TILT, 1.0)
    along = forward * axis[0] + up * axis[1]
    across = forward * axis[1] - up * axis[0] - 0.006
    inside: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = (np.hypot(across, right) < COLLAR_RADIUS) & (
        along > -0.012 - 0.55 * np.maximum(0.0, forward)
    )
    return inside


def _number(parts: list[Part], material: str, limb: str, piece: str) -> int:
    return next(i for i, p in enumerate(parts) if p == (material, limb, piece))
