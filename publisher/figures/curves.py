"""From rows of pixels to clean curves: even steps, smoothing that keeps corners, straight runs, cubics.

Curves are (n, 2) arrays in pixels. A closed curve does not repeat its first point.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures import loops

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.figures.skeleton import Array

NOISE = 0.45  # pixels that a curve may leave its staircase by: less is the grid, more is the shape
SCALES = (7.0, 3.5, 1.5)  # pixels, the widest smoothing first


class Fit(NamedTuple):
    """Cubics from knot to knot.

    `knots` are places in `points`, `handles` (n, 2, 2) the control points between two knots.

    The points of a closed curve start at `start` of what was fitted, and end there.
    """

    points: Array
    knots: tuple[int, ...]
    handles: Array
    start: int = 0


def _bell(sigma: float) -> Array:
    weights = np.exp(-0.5 * (np.arange(max(1, math.ceil(3 * sigma)) + 1) / sigma) ** 2)
    return np.asarray(weights / (weights[0] + 2 * weights[1:].sum()))


def blurred(image: Array, sigma: float, across: float | None = None) -> Array:
    """A picture under a Gaussian of `sigma` pixels down the rows and `across` (the same) along them."""
    found: Array = loops.blur(np.ascontiguousarray(image, dtype=np.float64), _bell(across or sigma), _bell(sigma))
    return found


def lengths(points: Array) -> Array:
    """How far along the curve each point is."""
    return np.concatenate(((0.0,), np.cumsum(np.hypot(*np.diff(points, axis=0).T))))


def resampled(points: Array, step: float, *, closed: bool) -> Array:
    """The curve in even steps of about `step` pixels; an open one keeps its ends."""
    run = np.concatenate((points, points[:1])) if closed else points
    along = lengths(run)
    count = max(round(float(along[-1]) / step), 4 if closed else 1)
    at = np.linspace(0.0, along[-1], count + 1)
    even = np.column_stack((np.interp(at, along, run[:, 0]), np.interp(at, along, run[:, 1])))
    return even[:-1] if closed else even


def softened(values: Array, sigma: float, *, closed: bool) -> Array:
    """Values along a curve under a Gaussian of `sigma` steps; the ends of an open curve stay where they are."""
    bell = _bell(sigma)
    reach = len(bell) - 1
    count = len(values)
    at = np.arange(-reach, count + reach)
    if closed:
        padded = values[at % count]
    else:
        # Mirrored through the ends, so that the ends do not move.
        low, high = np.clip(-at, 0, count - 1), np.clip(2 * (count - 1) - at, 0, count - 1)
        shape = (-1,) + (1,) * (values.ndim - 1)
        padded = np.where((at < 0).reshape(shape), 2 * values[0] - values[low], values[np.clip(at, 0, count - 1)])
        padded = np.where((at >= count).reshape(shape), 2 * values[-1] - values[high], padded)
    total = padded[reach : reach + count] * bell[0]
    for k in range(1, reach + 1):
        total = total + bell[k] * (padded[reach - k : reach - k + count] + padded[reach + k : reach + k + count])
    return np.asarray(total)


def smoothed(points: Array, *, closed: bool, least: float = SCALES[-1]) -> Array:
    """The curve without the staircase of its pixels.

    It is smoothed as widely as it goes without leaving the shape by more than the grid can be wrong, and by `least`
    steps at least.
    """
    finest = softened(points, least, closed=closed)
    out = finest
    for scale in reversed(SCALES[:-1]):
        if len(points) < 3 * scale:
            break
        wide = softened(points, scale, closed=closed)
        # What the smoothing took from the shape is given back, so that round things do not shrink.
        wide = 2 * wide - softened(wide, scale, closed=closed)
        leaves = np.hypot(*(wide - finest).T)
        share = np.clip((NOISE - leaves) / (0.5 * NOISE), 0.0, 1.0)
        share = np.clip(softened(share, least * 2, closed=closed), 0.0, 1.0)[:, None]
        out = out + share * (wide - out)
    return out


def smoothed_between(points: Array, degrees: float, *, closed: bool) -> tuple[Array, list[int]]:
    """The curve smoothed from corner to corner, and the places of its corners: turns by more than `degrees`."""
    soft = softened(points, SCALES[-1], closed=closed)
    cuts = corners(soft, degrees, closed=closed)
    if not cuts:
        return smoothed(points, closed=closed), []
    points = points.copy()
    for cut in cuts:
        _sharpen(points, soft, cut, closed=closed)
    out, last = points.copy(), len(points) - 1
    ends = [*cuts, cuts[0] + len(points)] if closed else [0, *cuts, last]
    for a, b in pairwise(ends):
        at = np.arange(a, b + 1) % len(points)
        out[at] = smoothed(points[at], closed=False)
    return out, cuts


def _sharpen(points: Array, soft: Array, cut: int, *, closed: bool) -> None:
    """Move a corner that pixels have rounded off to where the curve before it and the curve after it meet."""
    count = len(points)
    at = np.array((cut - 9, cut - 4, cut + 4, cut + 9))
    if not closed and (at[0] < 0 or at[-1] >= count):
        return
    a, b, c, d = soft[at % count]
    way, other = b - a, c - d
    across = way[0] * other[1] - way[1] * other[0]
    if abs(across) < 0.3 * math.hypot(*way) * math.hypot(*other):
        return
    gap = c - b
    meet = b + way * ((gap[0] * other[1] - gap[1] * other[0]) / across)
    if math.hypot(*(meet - points[cut])) < 2.5:
        share = np.linspace(0, 1, 5)[:, None]
        points[np.arange(cut - 4, cut + 1) % count] = b + share * (meet - b)
        points[np.arange(cut, cut + 5) % count] = meet + share * (c - meet)


def corners(points: Array, degrees: float, *, closed: bool, over: int = 4) -> list[int]:
    """Where the curve turns by more than `degrees` within `over` steps either side: the sharpest place of each turn."""
    count = len(points)
    if count < 2 * over + 1:
        return []
    at = np.arange(count) if closed else np.arange(over, count - over)
    before, after = points[at] - points[(at - over) % count], points[(at + over) % count] - points[at]
    turn = np.abs(np.angle((after[:, 0] + 1j * after[:, 1]) * np.conj(before[:, 0] + 1j * before[:, 1])))
    found: list[int] = []
    for i in np.flatnonzero(turn > math.radians(degrees)):
        near = np.arange(i - over, i + over + 1)
        near = near % count if closed else near[(near >= 0) & (near < len(at))]
        if turn[i] >= turn[near].max() and not (found and int(at[i]) - found[-1] <= over):
            found.append(int(at[i]))
    return found


def fitted(points: Array, cuts: Sequence[int], tolerance: float, *, closed: bool, stops: Sequence[int] = ()) -> Fit:
    """Cubics that stay within `tolerance` pixels of the points, smooth but at `cuts`, the places of corners.

    At `stops` a cubic ends without a corner.
    """
    run, start = _opened(points, cuts) if closed else (points, 0)
    last = len(run) - 1
    sharp = {0, last, *((c - start) % len(points) for c in cuts)}
    ends = sorted(sharp | {(s - start) % len(points) for s in stops})
    smooth_seam = closed and not cuts
    ways = {place: _tangent(run, place, over=3) for place in ends if place not in sharp}
    if smooth_seam:
        ways[0] = ways[last] = _tangent(points, start, closed=True)
    knots, handles = [0], []
    for a, b in pairwise(ends):
        first = ways[a] if a in ways else _end_tangent(run, a, b)
        final = -ways[b] if b in ways else _end_tangent(run, b, a)
        for end, pair in _pieces(run, a, b, (first, final), tolerance):
            knots.append(end)
            handles.append(pair)
    return Fit(run, tuple(knots), np.array(handles).reshape(-1, 2, 2), start)


def turning(values: Array, tolerance: float) -> list[int]:
    """Places between which a row of values is straight up to `tolerance` (Ramer 1972, Douglas and Peucker 1973)."""

    def between(a: int, b: int) -> list[int]:
        if b - a < 2:
            return [a]
        off = np.abs(values[a : b + 1] - np.linspace(values[a], values[b], b - a + 1))
        worst = a + int(np.argmax(off))
        return [a] if off.max() <= tolerance else [*between(a, worst), *between(worst, b)]

    return between(0, len(values) - 1)


def _opened(points: Array, cuts: Sequence[int]) -> tuple[Array, int]:
    """A closed curve as an open one that comes back to its start, and where it starts: at a corner if it has one."""
    start = cuts[0] if cuts else 0
    return np.concatenate((points[start:], points[: start + 1])), start


def _unit(v: Array) -> Array:
    long = math.hypot(v[0], v[1])
    return v / long if long > 1e-12 else np.array((1.0, 0.0))


def _tangent(points: Array, at: int, *, closed: bool = False, over: int = 2) -> Array:
    count = len(points)
    if closed:
        return _unit(points[(at + over) % count] - points[(at - over) % count])
    return _unit(points[min(at + over, count - 1)] - points[max(at - over, 0)])


def _end_tangent(points: Array, at: int, to: int) -> Array:
    """Direction at a corner or end, inwards."""
    step = 1 if to > at else -1
    return _unit(points[at + step * min(3, abs(to - at))] - points[at])


def _pieces(points: Array, a: int, b: int, ends: tuple[Array, Array], tolerance: float) -> Iterator[tuple[int, Array]]:
    """Cubics from place a to place b, cut where one leaves the points most (Schneider 1990)."""
    pair, worst, at = _one_cubic(points[a : b + 1], *ends)
    if worst <= tolerance or b - a < 4:
        yield b, pair
        return
    middle = min(max(a + at, a + 2), b - 2)
    tangent = _tangent(points[a : b + 1], middle - a, over=3)
    yield from _pieces(points, a, middle, (ends[0], -tangent), tolerance)
    yield from _pieces(points, middle, b, (tangent, ends[1]), tolerance)


def _one_cubic(points: Array, first: Array, final: Array) -> tuple[Array, float, int]:
    return loops.cubic(np.ascontiguousarray(points), first, final)  # type: ignore[no-any-return]
