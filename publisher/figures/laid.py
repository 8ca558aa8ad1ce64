"""Lines laid on a surface: drawn flat, slid onto the skin or cloth once, and shown where they can be seen.

They are kept in the directions of one bone, so that the slow part is done once for each person and not for each pose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from publisher.figures.distances import distance
from publisher.figures.field import scene
from publisher.figures.skeleton import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from publisher.figures.field import Group
    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Camera, Raster

STEP = 0.0010  # between the points of a line, H
LIFT = 0.0006  # a line lies this far above the surface
HIDDEN = 0.0045  # and is hidden by what lies this much nearer
SHORTEST = 3  # points
AHEAD = Frame(np.eye(3), np.zeros(3))

# A scene's arrays, as the tracer takes them.
Arrays: TypeAlias = "tuple[Array | NDArray[np.int64], ...]"
# From where a flat drawing is slid on: which direction comes first, which second, and which one is gone along.
FROM = {"front": (2, 1, 0), "side": (0, 1, 2), "top": (0, 2, 1), "back": (2, 1, 0)}
ACROSS = {"front": 0, "back": 0, "top": 1}
FAR_OUT = 0.12


class Seen(NamedTuple):
    """A visible line: points (n, 3) as right, up, towards the viewer in H; the weight at each, in parts of a line's."""

    points: Array
    weights: Array
    role: str = "ink"


class Flat(NamedTuple):
    """A line as drawn from ahead or behind (right, up), from the side (front, up) or from the top (front, right).

    Weights are spread evenly over its length. `facing` is how much the surface must face the viewer (cosine).
    """

    spots: tuple[tuple[float, float], ...]
    weights: tuple[float, ...]
    facing: float = 0.12
    drawn: str = "front"
    role: str = "ink"


class Laid(NamedTuple):
    """A line on the surface: points and normals in the bone's directions, weights, and how it must face the viewer."""

    points: Array
    normals: Array
    weights: Array
    facing: float
    role: str = "ink"


def shown(
    lines: Iterable[Laid], frame: Frame, raster: Raster, camera: Camera, materials: Sequence[str] = ()
) -> list[Seen]:
    """What of the lines is seen, with their bone at a frame; given materials, only what lies on them."""
    wanted = np.array([not materials or part.material in materials for part in raster.parts])
    found: list[Seen] = []
    for line in lines:
        points = camera.seen(line.points @ frame.turn.T + frame.at)
        facing = camera.seen(line.normals @ frame.turn.T)[:, 2]
        seen = np.asarray((facing > line.facing) & _in_front(points, raster, wanted))
        found += [Seen(points[run], line.weights[run], line.role) for run in _runs(seen)]
    return found


def _in_front(points: Array, raster: Raster, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether nothing lies before each point, and it lies on a wanted part."""
    rows, columns = raster.depth.shape
    row = np.clip(np.rint((raster.top - points[:, 1]) * raster.pixels).astype(int), 0, rows - 1)
    column = np.clip(np.rint((points[:, 0] - raster.left) * raster.pixels).astype(int), 0, columns - 1)
    part = raster.part[row, column]
    free = points[:, 2] > raster.depth[row, column] - HIDDEN
    return np.asarray(free & (wanted.all() | ((part >= 0) & wanted[part])))


def _runs(seen: NDArray[np.bool_]) -> Iterator[slice[int, int, None]]:
    """Stretches of visible points."""
    padded = np.concatenate(([0], seen.astype(int), [0]))
    turns = [int(turn) for turn in np.flatnonzero(np.diff(padded))]
    yield from (slice(a, b) for a, b in zip(turns[::2], turns[1::2], strict=True) if b - a >= SHORTEST)


def laid(lines: Iterable[Flat], groups: Iterable[Group]) -> tuple[Laid, ...]:
    """Lines slid onto what stands at the frame that looks ahead; those of the right half on both halves."""
    arrays = scene([group._replace(joins="") for group in groups], (), np.zeros((0, 10)))[1:]
    return tuple(_slid(line, mirror, arrays) for line in lines for mirror in _mirrors(line))


def _mirrors(line: Flat) -> tuple[float, ...]:
    """A line that crosses the middle is drawn once."""
    across = ACROSS.get(line.drawn)
    return (1.0,) if across is not None and any(spot[across] < 0 for spot in line.spots) else (1.0, -1.0)


def _slid(line: Flat, mirror: float, arrays: Arrays) -> Laid:
    flat, weights = curve(line.spots, line.weights)
    first, second, along = FROM[line.drawn]
    starts, way, out = np.empty((len(flat), 3)), np.zeros(3), -1.0 if line.drawn == "back" else 1.0
    starts[:, first], starts[:, second], starts[:, along] = flat[:, 0], flat[:, 1], FAR_OUT * out
    way[along] = -out
    starts[:, 2] *= mirror
    way[2] *= mirror
    points = np.array([_meets(start, way, arrays) for start in starts])
    normals = np.array([_normal(point, arrays) for point in points])
    return Laid(points + normals * LIFT, normals, weights, line.facing, line.role)


def floating(spots: Array, weight: float, role: str = "ink") -> Laid:
    """A line in space, which is seen from everywhere."""
    points, weights = curve([tuple(spot) for spot in spots.tolist()], (weight, weight))
    return Laid(points, np.zeros_like(points), weights, -1.0, role)


def _meets(start: Array, way: Array, arrays: Arrays) -> Array:
    """Where the surface is met on the way."""
    point = start
    for _ in range(80):
        d = distance(arrays, point[0], point[1], point[2])[0]
        if d < 0.0001:
            break
        point = point + way * d * 0.8
    return point


def _normal(point: Array, arrays: Arrays) -> Array:
    """Which way the surface faces."""
    taps = np.eye(3) * 0.0008
    slope = np.array([distance(arrays, *(point + tap))[0] - distance(arrays, *(point - tap))[0] for tap in taps])
    normal: Array = slope / max(float(np.linalg.norm(slope)), 1e-9)
    return normal


def curve(spots: Sequence[tuple[float, ...]], weights: tuple[float, ...]) -> tuple[Array, Array]:
    """Points along a smooth curve through the spots (Catmull and Rom 1974), and the weights spread over it."""
    knots = np.array(spots)
    ends = np.vstack((2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]))
    pieces = [_piece(*four) for four in zip(ends, ends[1:], ends[2:], ends[3:], strict=False)]
    points = np.vstack((*pieces, knots[-1]))
    share = np.linspace(0, 1, len(points))
    return points, np.interp(share, np.linspace(0, 1, len(weights)), weights)


def _piece(a: Array, b: Array, c: Array, d: Array) -> Array:
    """From `b` up to `c`, a point each step."""
    count = max(2, int(np.ceil(float(np.linalg.norm(c - b)) / STEP)))
    t = np.arange(count)[:, None] / count
    points: Array = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    return points
