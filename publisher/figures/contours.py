"""From what is seen to what is kept: areas and lines of one pose as curves.

Each area goes a little under the ones that are painted after it, so that no gap can show between two areas; borders
themselves are where they are. All lines come from one graph (see `edges`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import contourpy
import numpy as np

from publisher.drawing import Path
from publisher.figures.chains import chains
from publisher.figures.curves import blurred, fitted, resampled, smoothed_between
from publisher.figures.edges import cracks, owners
from publisher.figures.paint import Paint, painted
from publisher.figures.shading import SHADOW_LEVEL, floor_shadow, shade
from publisher.figures.sketch import Sketch
from publisher.figures.straight import straightened
from publisher.figures.strokes import Mark, Place, lines_of, marks_of, path_of, place_of
from publisher.geometry import Box, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from publisher.drawing import Segment
    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Camera, Raster

UNDER = 1.6  # pixels that an area goes under the next
CORNER = 52  # degrees: sharper turns are not smoothed
TOLERANCE = 0.6  # pixels between a border and its cubics
SHADE_TOLERANCE = 0.8
# What is painted first lies lowest. Paints not named here come between.
LOWEST, HIGHEST = ("mat", "mat-edge", "prop-side", "prop-top", "prop"), ("hair", "glasses")
# What gets no shade of its own.
UNSHADED = ("hair", "glasses", "sole", "shoe", "white", "eye", "blade", "wall")


class Wishes(NamedTuple):
    """What a sketch is told besides what is seen.

    Which limbs are far, strokes on the surface, the point on the ground (in the world), whether the floor takes a
    shadow.
    """

    far: frozenset[str] = frozenset()
    marks: tuple[Mark, ...] = ()
    ground: tuple[float, float, float] = (0.0, 0.0, 0.0)
    shadow: bool = True


def sketch(raster: Raster, camera: Camera, wishes: Wishes | None = None) -> Sketch:
    """Areas and lines of what is seen, in hundredths of H, y down."""
    wishes = wishes or Wishes()
    raster, paint = painted(raster, camera, wishes.far)
    place = place_of(raster)
    fills = [*_areas(paint, place), *_shades(raster, paint, wishes.far, place)]
    if wishes.shadow:
        fills = _with_shadow(fills, raster, camera, place)
    more, strokes = marks_of(wishes.marks, raster)
    walks = chains(cracks(raster, paint.borders), owners(raster))
    lines = lines_of(walks, raster, wishes.far)
    right, up, _ = camera.seen(np.array(wishes.ground))
    ground = Point(round(100 * float(right), 2), round(-100 * float(up), 2))
    return Sketch((*fills, *more), (*lines, *strokes), _box(fills), ground)


# --- areas ---


def _order(roles: tuple[str, ...]) -> list[str]:
    def rank(role: str) -> tuple[int, int]:
        if role in LOWEST:
            return 0, LOWEST.index(role)
        return (3, HIGHEST.index(role)) if role in HIGHEST else (1 if role.endswith("-far") else 2, 0)

    return sorted(roles, key=rank)


def _areas(paint: Paint, place: Place) -> Iterator[tuple[str, Path]]:
    order = _order(paint.roles)
    if not order:
        return
    rank = np.array([order.index(role) for role in paint.roles])
    ranks = np.where(paint.number < 0, -1, rank[paint.number])
    for i, role in enumerate(order):
        path = _area(ranks, i, place, crisp=role in paint.crisp)
        if path.segments:
            yield role, path


def _area(ranks: NDArray[np.int64], rank: int, place: Place, *, crisp: bool) -> Path:
    """The outline of all pixels of one rank, and a little under those of higher rank."""
    mine = ranks == rank
    rows, columns = np.nonzero(mine)
    if not len(rows):
        return Path()
    top, left = max(rows.min() - 8, 0), max(columns.min() - 8, 0)
    window = np.s_[top : rows.max() + 9, left : columns.max() + 9]
    mine, above = mine[window], ranks[window] > rank
    wide = mine | (above & (blurred(mine.astype(float), UNDER) > 0.12))
    tolerance = TOLERANCE
    return outline(wide.astype(float), _moved(place, left, top), tolerance, crisp=crisp)


def _moved(place: Place, columns: float, rows: float) -> Place:
    return Place(place.left + columns * place.step, place.top + rows * place.step, place.step)


def outline(mask: Array, place: Place, tolerance: float, *, crisp: bool = False) -> Path:
    """The border of a mask as closed curves; a crisp one keeps straight edges straight."""
    curves = _lines(mask if crisp else blurred(mask, 1.1), 0.5)
    return _path(curves, place, tolerance, crisp=crisp, corner=CORNER)


def level_line(picture: Array, level: float, place: Place, tolerance: float) -> Path:
    """Where a soft picture has some level, as closed curves without corners."""
    return _path(_lines(picture, level), place, tolerance, crisp=False, corner=180)


def _lines(picture: Array, level: float) -> list[Array]:
    found = contourpy.contour_generator(z=np.pad(picture, 1)).lines(level)
    return [np.asarray(line, dtype=float)[:-1] - 1 for line in found if len(line) > 8]


def _path(curves: list[Array], place: Place, tolerance: float, *, crisp: bool, corner: float) -> Path:
    segments: list[Segment] = []
    for curve in curves:
        points = resampled(curve, 1.0, closed=True)
        if len(points) < 8:
            continue
        points, cuts = straightened(points, closed=True) if crisp else (points, [])
        if not cuts:
            points, cuts = smoothed_between(points, corner, closed=True)
        segments += path_of(fitted(points, cuts, tolerance, closed=True), place, closed=True).segments
    return Path(tuple(segments))


def _shades(raster: Raster, paint: Paint, far: frozenset[str], place: Place) -> Iterator[tuple[str, Path]]:
    """One tone of shade for each paint of the near body."""
    near = np.array([part.limb not in far and part.limb != "head" for part in raster.parts])
    for role in paint.roles:
        if role.endswith(("-far", "-top", "-side")) or role in UNSHADED or role.startswith(("prop", "mat")):
            continue
        area = paint.where(role) & near[raster.part]
        if area.any():
            path = outline(shade(raster, area).astype(float), place, SHADE_TOLERANCE)
            if path.segments:
                yield f"{role}-shade", path


def _with_shadow(fills: list[tuple[str, Path]], raster: Raster, camera: Camera, place: Place) -> list[tuple[str, Path]]:
    """The shadow lies on the mat and under everything else."""
    dark, size, start = floor_shadow(raster, camera)
    coarse = _moved(place, *start)._replace(step=place.step * size)
    path = level_line(dark, SHADOW_LEVEL, coarse, SHADE_TOLERANCE / size)
    below = sum(role.startswith("mat") for role, _ in fills)
    return [*fills[:below], ("shadow", path), *fills[below:]] if path.segments else fills


def _box(fills: list[tuple[str, Path]]) -> Box:
    points = np.array([point for _, path in fills for point in _points(path)])
    if not len(points):
        return Box(0, 0, 0, 0)
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    return Box(*(round(float(value), 2) for value in (left, top, right - left, bottom - top)))


def _points(path: Path) -> Iterator[tuple[float, float]]:
    """Points on a path: its knots, and some between two of them (control points lie outside)."""
    at = (0.0, 0.0)
    for _, numbers in path.segments:
        for t in (1 / 8, 1 / 4, 3 / 8, 1 / 2, 5 / 8, 3 / 4, 7 / 8) if len(numbers) == 6 else ():
            a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3
            yield tuple(a * at[k] + b * numbers[k] + c * numbers[k + 2] + d * numbers[k + 4] for k in (0, 1))  # type: ignore[misc]
        if numbers:
            at = (numbers[-2], numbers[-1])
            yield at
