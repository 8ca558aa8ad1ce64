"""One tone of shade on what turns away from the light, and the shadow on the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures import loops
from publisher.figures.curves import blurred

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Camera, Raster

# From the upper left, in front: right, up, towards the viewer.
LIGHT = np.array((-0.30, 0.72, 0.62))
DARK = -0.04
SHADOW_UNDER = 0.06  # H above the floor: what stands higher throws no shadow that shows
TOUCHING = 0.02  # H: a shadow is kept where something is as near the floor as this
SHADOW_LEVEL = 0.10
LEAST_SHADOW = 0.0008  # H^2: smaller ones are specks


def shade(raster: Raster, area: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where an area (of one material) lies in shade: soft in its course, without specks and without islands."""
    spread = 0.007 * raster.pixels
    window = _window(area, round(3 * spread) + 2)
    inside = area[window]
    light = np.where(inside, raster.normal[window] @ LIGHT, 0.0)
    soft = blurred(light, spread) / np.maximum(blurred(inside.astype(float), spread), 1e-6)
    dark = inside & (soft < DARK)
    dark = inside & (blurred(dark.astype(float), 0.0024 * raster.pixels) > 0.5)
    found = np.zeros_like(area)
    found[window] = _kept(dark, inside, 0.0011 * raster.pixels**2, 0.28)
    return found


def _window(area: NDArray[np.bool_], margin: int) -> tuple[slice[int, int, None], slice[int, int, None]]:
    """The rows and columns where an area is, and a margin."""
    rows, columns = np.flatnonzero(area.any(axis=1)), np.flatnonzero(area.any(axis=0))
    return (
        slice(max(int(rows[0]) - margin, 0), int(rows[-1]) + margin + 1),
        slice(max(int(columns[0]) - margin, 0), int(columns[-1]) + margin + 1),
    )


def _kept(dark: NDArray[np.bool_], area: NDArray[np.bool_], least: float, rim: float) -> NDArray[np.bool_]:
    """Only pieces of some size that lie at a rim of the area; others are stains."""
    number, count = labelled(dark.astype(np.int64) - 1)
    if count == 0:
        return dark
    sizes = np.bincount(number[dark], minlength=count)
    edge, at_rim = loops.rims(number, area, count)
    keep = (sizes >= least) & (at_rim >= rim * np.maximum(edge, 1))
    return np.asarray(dark & keep[np.maximum(number, 0)])


def labelled(value: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    """Connected pieces of equal value numbered from 0, and how many; negative values stay -1."""
    return loops.label(np.ascontiguousarray(value))  # type: ignore[no-any-return]


def floor_shadow(raster: Raster, camera: Camera) -> tuple[Array, float, tuple[float, float]]:
    """How dark the floor is under what stands or lies on it, as a coarse picture; `SHADOW_LEVEL` is its edge.

    What is only near it, as a foot in the air, throws none of its own. With the picture the size of its pixels in those
    of the raster, and the column and row of the raster where its first pixel has its centre.
    """
    coarse = 3
    margin = (round(0.05 * raster.pixels / coarse), round(0.10 * raster.pixels / coarse))
    shape = tuple(size // coarse + 2 * edge for size, edge in zip(raster.part.shape, margin, strict=True))
    points = _near_the_floor(raster, camera)
    seen = camera.seen(points * np.array((1.0, 0.0, 1.0)))
    r = np.rint((raster.top - seen[:, 1]) * raster.pixels / coarse).astype(int) + margin[0]
    c = np.rint((seen[:, 0] - raster.left) * raster.pixels / coarse).astype(int) + margin[1]
    inside = (r >= 0) & (r < shape[0]) & (c >= 0) & (c < shape[1])
    touching = inside & (points[:, 1] < TOUCHING)
    cover = np.zeros(shape)
    cover[r[inside], c[inside]] = 1.0
    dark = blurred(cover, 0.008 * raster.pixels / coarse, 0.024 * raster.pixels / coarse)
    least = LEAST_SHADOW * (raster.pixels / coarse) ** 2
    return _under(dark, r[touching], c[touching], least), coarse, (-margin[1] * coarse, -margin[0] * coarse)


def _near_the_floor(raster: Raster, camera: Camera) -> Array:
    """What is seen near the floor and throws a shadow, as points of the world."""
    casts = np.array([part.material != "mat" for part in raster.parts], dtype=bool)
    rows, columns = np.nonzero(raster.part >= 0)
    cast = casts[raster.part[rows, columns]]
    rows, columns = rows[cast], columns[cast]
    right, up = raster.left + columns / raster.pixels, raster.top - rows / raster.pixels
    points = np.column_stack((right, up, raster.depth[rows, columns])) @ camera.axes
    return np.asarray(points[points[:, 1] < SHADOW_UNDER])


def _under(dark: Array, rows: NDArray[np.int64], columns: NDArray[np.int64], least: float) -> Array:
    """The pieces of a shadow under something that touches the floor, given by its pixels; no specks."""
    number, count = labelled(np.where(dark > SHADOW_LEVEL, 0, -1))
    if count == 0:
        return dark
    touched = np.bincount(number[rows, columns][number[rows, columns] >= 0], minlength=count) > 0
    sizes = np.bincount(number[number >= 0], minlength=count)
    gone = (number >= 0) & ~(touched & (sizes >= least))[number]
    return np.where(gone, 0.0, dark)
