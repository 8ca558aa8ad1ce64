"""Rasters of balls, boards and floors, reckoned by hand: what a camera would see of a few plain solids."""

from __future__ import annotations

import numpy as np

from publisher.figures.field import Part
from publisher.figures.tracing import Camera, Raster, camera
from publisher.model.figure import View

PIXELS = 300
SHIRT, SHORTS, SKIN = Part("shirt", "trunk", "torso"), Part("shorts", "trunk", "pelvis"), Part("skin", "leg_r", "shank")
FRONT = View(turn=0, height=0)


def the_camera(turn: float = 0, height: float = 0) -> Camera:
    return camera(View(turn, height))


def nothing(wide: float = 0.6, tall: float = 0.6) -> Raster:
    """An empty raster round the origin, H wide and tall."""
    rows, columns = round(tall * PIXELS), round(wide * PIXELS)
    depth, part = np.full((rows, columns), -np.inf), np.full((rows, columns), -1, dtype=np.int64)
    return Raster(depth, part, np.zeros((rows, columns, 3)), (), -wide / 2, tall / 2, PIXELS)


def places(raster: Raster) -> tuple[np.ndarray, np.ndarray]:
    """Right and up of each pixel."""
    rows, columns = np.indices(raster.part.shape)
    return raster.left + columns / raster.pixels, raster.top - rows / raster.pixels


def ball(raster: Raster, part: Part, at: tuple[float, float, float], radius: float) -> Raster:
    """A ball; `at` is right, up, towards the viewer."""
    right, up = places(raster)
    square = radius**2 - (right - at[0]) ** 2 - (up - at[1]) ** 2
    rise = np.sqrt(np.maximum(square, 0))
    normal = np.dstack((right - at[0], up - at[1], rise)) / radius
    return added(raster, part, square > 0, at[2] + rise, normal)


def board(
    raster: Raster,
    part: Part,
    box: tuple[float, float, float, float],
    depth: float = 0.0,
    slope: tuple[float, float] = (0.0, 0.0),
) -> Raster:
    """A flat board over left, bottom, right, top; it comes nearer by `slope` to the right and upwards."""
    right, up = places(raster)
    inside = (right >= box[0]) & (up >= box[1]) & (right < box[2]) & (up < box[3])
    normal = np.array((-slope[0], -slope[1], 1.0)) / np.sqrt(1 + slope[0] ** 2 + slope[1] ** 2)
    return added(
        raster, part, inside, depth + slope[0] * right + slope[1] * up, np.broadcast_to(normal, (*right.shape, 3))
    )


def added(raster: Raster, part: Part, inside: np.ndarray, depth: np.ndarray, normal: np.ndarray) -> Raster:
    """The raster with a part wherever it is nearest."""
    parts = raster.parts if part in raster.parts else (*raster.parts, part)
    seen = inside & (depth > raster.depth)
    return raster._replace(
        depth=np.where(seen, depth, raster.depth),
        part=np.where(seen, parts.index(part), raster.part),
        normal=np.where(seen[..., None], normal, raster.normal),
        parts=parts,
    )
