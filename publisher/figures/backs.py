"""A back that reads as one: the furrow of the spine and the edges of the shoulder blades, lightly, on the shirt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.laid import Seen, curve

if TYPE_CHECKING:
    from publisher.figures.skeleton import Array, Skeleton
    from publisher.figures.tracing import Camera, Raster

ROLE = "shirt-shade"
# How squarely the back must face the viewer (cosine).
FACING = 0.60
# From the top of the chest: (up, right) in H, on both sides.
BLADE = ((-0.062, 0.030), (-0.090, 0.034), (-0.116, 0.042), (-0.132, 0.056))
FURROW = (0.30, 0.90)  # parts of the spine, from the pelvis up, that show
WEIGHTS = (0.0, 0.9, 0.9, 0.0)


def back_marks(bones: Skeleton, raster: Raster, camera: Camera) -> list[Seen]:
    """What is seen of spine and shoulder blades from behind."""
    thorax = bones.bones["thorax"]
    if float(-thorax.turn[:, 0] @ camera.axes[2]) < FACING:
        return []
    lines = [np.array([thorax.point(-0.06, up, right * side) for up, right in BLADE]) for side in (1, -1)]
    first, last = (round(share * (len(bones.spine) - 1)) for share in FURROW)
    lines.append(bones.spine[first : last + 1])
    return [seen for line in lines for seen in _on_the_shirt(line, raster, camera)]


def _on_the_shirt(line: Array, raster: Raster, camera: Camera) -> list[Seen]:
    """A line moved towards the viewer onto the cloth; none when a limb hides any of it."""
    flat = camera.seen(line)[:, :2]
    points, weights = curve([tuple(spot) for spot in flat.tolist()], WEIGHTS)
    rows, columns = raster.depth.shape
    row = np.clip(np.rint((raster.top - points[:, 1]) * raster.pixels).astype(int), 0, rows - 1)
    column = np.clip(np.rint((points[:, 0] - raster.left) * raster.pixels).astype(int), 0, columns - 1)
    cloth = np.array([part.material == "shirt" and part.limb == "trunk" for part in raster.parts])
    part = raster.part[row, column]
    if not (cloth[part] & (part >= 0)).all():
        return []
    return [Seen(np.column_stack((points, raster.depth[row, column] + 0.0006)), weights, ROLE)]
