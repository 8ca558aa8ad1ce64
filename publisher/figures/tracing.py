"""Looking at a scene from one side: how far, what, and which way the surface faces, for each pixel.

Sphere tracing (Hart 1996): each ray goes on by the distance to the nearest surface until it meets it. The loops are
compiled by Numba.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import njit

from publisher.figures.distances import FAR, distance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from publisher.figures.field import Part, Scene
    from publisher.figures.skeleton import Array
    from publisher.model.figure import View

PIXELS = 700  # for each H
STOP = 0.0003
STEPS = 160
CARE = 0.8
BLOCK = 8
NORMAL_TAP = 0.0012


class Camera(NamedTuple):
    """Directions of the picture in the world: right, up, and towards the viewer, as rows."""

    axes: Array

    def seen(self, points: Array) -> Array:
        """World points as right, up, towards the viewer, in H."""
        return points @ self.axes.T


def camera(view: View, slope: float = 0.0) -> Camera:
    """The camera of a view; a slope that falls to the right rolls the picture (degrees)."""
    turn, height, roll = (math.radians(v) for v in (view.turn, view.height, slope))
    toward = np.array((math.sin(turn) * math.cos(height), math.sin(height), math.cos(turn) * math.cos(height)))
    right = np.array((math.cos(turn), 0.0, -math.sin(turn)))
    up = np.cross(toward, right)
    # What points right on level ground points down the slope.
    right, up = (
        math.cos(roll) * right + math.sin(roll) * up,
        -math.sin(roll) * right + math.cos(roll) * up,
    )
    return Camera(np.array((right, up, toward)))


class Raster(NamedTuple):
    """What is seen. Rows go down; pixel (0, 0) has its centre at `left`, `top` (H, up positive).

    `depth` towards the viewer in H (-inf where nothing is), `part` numbers `parts` (-1: nothing), `normal` in right,
    up, towards the viewer.
    """

    depth: Array
    part: NDArray[np.int64]
    normal: Array
    parts: tuple[Part, ...]
    left: float
    top: float
    pixels: float

    def places(self, where: tuple[NDArray[np.intp], ...], camera: Camera) -> Array:
        """The places in the world of pixels (rows, columns) that show something, H."""
        rows, columns = where
        seen = np.column_stack((self.left + columns / self.pixels, self.top - rows / self.pixels, self.depth[where]))
        world: Array = seen @ camera.axes
        return world


def trace(scene: Scene, camera: Camera, pixels: float = PIXELS) -> Raster:
    """Look at the scene."""
    centres = camera.seen(scene.group_bounds[:, :3])
    reach = scene.group_bounds[:, 3]
    low, high = (centres - reach[:, None]).min(axis=0), (centres + reach[:, None]).max(axis=0)
    margin = 6 / pixels
    # On whole pixels of the world, so that a figure keeps its pixels whatever stands beside it.
    left, top = math.floor((low[0] - margin) * pixels) / pixels, math.ceil((high[1] + margin) * pixels) / pixels
    columns = math.ceil((high[0] + margin - left) * pixels)
    rows = math.ceil((top - low[1] + margin) * pixels)
    arrays = tuple(scene[1:])
    depth, part, normal = _trace(arrays, camera.axes, left, top, rows, columns, pixels, high[2] + 0.01, low[2] - 0.01)
    return Raster(depth, part, normal, scene.parts, left, top, pixels)


@njit(cache=True)
def _march(arrays, axes, u, v, start, end, radius):  # type: ignore[no-untyped-def]
    """Go from `start` (towards the viewer) away from the viewer until something is nearer than `radius`."""
    depth, which = start, -1
    for _ in range(STEPS):
        x = axes[0, 0] * u + axes[1, 0] * v + axes[2, 0] * depth
        y = axes[0, 1] * u + axes[1, 1] * v + axes[2, 1] * depth
        z = axes[0, 2] * u + axes[1, 2] * v + axes[2, 2] * depth
        d, which = distance(arrays, x, y, z)
        if d < radius:
            return depth, which
        depth -= CARE * d if radius == STOP else max(CARE * (d - radius), 0.0005)
        if depth < end:
            return -FAR, -1
    return depth, which


@njit(cache=True)
def _normal(arrays, axes, u, v, depth):  # type: ignore[no-untyped-def]
    """Which way the surface faces, from four taps (in right, up, towards)."""
    nx = ny = nz = 0.0
    for a, b, c in ((1.0, -1.0, -1.0), (-1.0, -1.0, 1.0), (-1.0, 1.0, -1.0), (1.0, 1.0, 1.0)):
        tu, tv, td = u + a * NORMAL_TAP, v + b * NORMAL_TAP, depth + c * NORMAL_TAP
        x = axes[0, 0] * tu + axes[1, 0] * tv + axes[2, 0] * td
        y = axes[0, 1] * tu + axes[1, 1] * tv + axes[2, 1] * td
        z = axes[0, 2] * tu + axes[1, 2] * tv + axes[2, 2] * td
        d, _ = distance(arrays, x, y, z)
        nx, ny, nz = nx + a * d, ny + b * d, nz + c * d
    long = math.sqrt(nx * nx + ny * ny + nz * nz)
    if long < 1e-12:
        return 0.0, 0.0, 1.0
    return nx / long, ny / long, nz / long


@njit(cache=True, nogil=True)
def _trace(arrays, axes, left, top, rows, columns, pixels, near, far):  # type: ignore[no-untyped-def]
    depth = np.full((rows, columns), -np.inf)
    part = np.full((rows, columns), -1, dtype=np.int64)
    normal = np.zeros((rows, columns, 3))
    kinds = arrays[0]
    reach = BLOCK * 0.7072 / pixels
    for block_row in range((rows + BLOCK - 1) // BLOCK):
        for block_column in range((columns + BLOCK - 1) // BLOCK):
            u = left + (block_column * BLOCK + BLOCK / 2 - 0.5) / pixels
            v = top - (block_row * BLOCK + BLOCK / 2 - 0.5) / pixels
            start, _ = _march(arrays, axes, u, v, near, far, reach)
            if start == -FAR:
                continue
            start += reach
            for row in range(block_row * BLOCK, min(rows, block_row * BLOCK + BLOCK)):
                for column in range(block_column * BLOCK, min(columns, block_column * BLOCK + BLOCK)):
                    u, v = left + column / pixels, top - row / pixels
                    found, which = _march(arrays, axes, u, v, start, far, STOP)
                    if which < 0:
                        continue
                    depth[row, column] = found
                    part[row, column] = kinds[which, 1]
                    a, b, c = _normal(arrays, axes, u, v, found)
                    normal[row, column, 0], normal[row, column, 1], normal[row, column, 2] = a, b, c
    return depth, part, normal
