"""From walks along cracks to drawn lines: smooth, of changing weight, tapering where they end freely."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.drawing import Path
from publisher.figures.curves import Fit, corners, fitted, lengths, resampled, smoothed, softened
from publisher.figures.sketch import Line
from publisher.figures.straight import straightened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publisher.drawing import Segment
    from publisher.figures.chains import Chain
    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Raster

SHORTEST = 0.012  # H
FAINTEST = 0.30
SCRAP = 0.022  # H times weight, of a line with two free ends
TAPER = 0.030  # H
WEIGHT_SPREAD = 0.009  # H
FAR_FACTOR = 0.82
TOLERANCE = 0.45  # pixels between a line and its cubics


class Mark(NamedTuple):
    """A stroke drawn on the surface (an eyelid, a brow): points as right, up, towards the viewer; weights at them as
    factors of the line. It is hidden where the surface is nearer, or faces the viewer less than `facing`."""

    points: Array
    weights: Sequence[float]
    role: str = "ink"
    facing: float = 0.10
    filled: bool = False


class Place(NamedTuple):
    """Where pixels lie in the sketch: x = left + column * step, y = top + row * step."""

    left: float
    top: float
    step: float

    def of(self, points: Array) -> Array:
        """Pixels (column, row) in the sketch's unit, to a hundredth."""
        return np.round(np.array((self.left, self.top)) + points * self.step, 2)


def place_of(raster: Raster) -> Place:
    """The place of a raster's pixels, y down, in hundredths of H."""
    return Place(100 * raster.left, -100 * raster.top, 100 / raster.pixels)


def path_of(fit: Fit, place: Place, *, closed: bool) -> Path:
    """A fitted curve as a path; cubics that are as good as straight become lines."""
    return Path((*_segments(fit, place), *([("Z", ())] if closed else [])))  # type: ignore[arg-type]


def _segments(fit: Fit, place: Place) -> Iterator[Segment]:
    knots = place.of(fit.points[list(fit.knots)])
    handles = place.of(fit.handles)
    yield "M", _pair(knots[0])
    for i, pair in enumerate(fit.handles):
        if _is_straight(fit.points[fit.knots[i]], pair, fit.points[fit.knots[i + 1]]):
            yield "L", _pair(knots[i + 1])
        else:
            yield "C", (*_pair(handles[i, 0]), *_pair(handles[i, 1]), *_pair(knots[i + 1]))


def _pair(point: Array) -> tuple[float, float]:
    return float(point[0]), float(point[1])


def _is_straight(a: Array, handles: Array, b: Array) -> bool:
    chord = b - a
    long = max(math.hypot(chord[0], chord[1]), 1e-9)
    off = (handles - a) @ np.array((-chord[1], chord[0])) / long
    return bool(np.abs(off).max() < 0.12)


# --- lines ---


def lines_of(chains: Iterable[Chain], raster: Raster, far: frozenset[str]) -> list[Line]:
    """The lines of all walks that are worth one."""
    place = place_of(raster)
    thin = np.array([FAR_FACTOR if part.limb in far else 1.0 for part in raster.parts])
    crisp = np.array([part.limb.startswith("prop:") for part in raster.parts])
    kept = [chain for chain in chains if _is_worth(chain, raster.pixels)]
    return [_line(chain, thin, crisp, raster.pixels, place) for chain in kept]


def _is_worth(chain: Chain, pixels: float) -> bool:
    long = len(chain.weights) / pixels * 0.8  # a staircase is longer than its line
    if long < SHORTEST or chain.weights.max() < FAINTEST:
        return False
    scrap = chain.weights.max() < 0.40 or long * chain.weights.mean() < SCRAP
    return not (all(chain.free) and not chain.closed and scrap)


def _line(chain: Chain, thin: Array, crisp: Array, pixels: float, place: Place) -> Line:
    closed = chain.closed
    nodes = chain.nodes[:, ::-1] - 0.5  # column, row of pixel centres
    # Through the middles of the cracks, which lie on one line where the staircase is even.
    middles = (nodes[1:] + nodes[:-1]) / 2
    raw = middles if closed else np.concatenate((nodes[:1], middles, nodes[-1:]))
    along = lengths(raw)
    steps = chain.weights * thin[chain.owners]
    steps = steps if closed else np.concatenate((steps[:1], steps, steps[-1:]))
    points = resampled(raw, 1.0, closed=closed)
    at = np.linspace(0, along[-1], len(points), endpoint=not closed)
    weights = softened(np.interp(at, along, steps), WEIGHT_SPREAD * pixels, closed=closed)
    if crisp[chain.owners].mean() > 0.5:
        points, cuts = straightened(points, closed=closed)
        at_weights = np.linspace(0, len(weights) - 1, len(points))
        weights = np.interp(at_weights, np.arange(len(weights)), weights)
    else:
        points = smoothed(points, closed=closed, least=0.0034 * pixels)
        cuts = corners(points, 75, closed=closed)
    return _drawn(points, _tapered(weights, chain.free, pixels, closed=closed), cuts, place, closed=closed)


def _tapered(weights: Array, free: tuple[bool, bool], pixels: float, *, closed: bool) -> Array:
    """Weights that run out at free ends."""
    if closed:
        return weights
    reach = min(TAPER * pixels, 0.5 * len(weights))
    at = np.arange(len(weights))
    for is_free, away in zip(free, (at, at[::-1]), strict=True):
        if is_free:
            weights = weights * np.sqrt(np.clip(away / reach, 0.0, 1.0))
    return np.clip(weights, 0.0, None)


def _drawn(points: Array, weights: Array, cuts: list[int], place: Place, *, closed: bool) -> Line:
    fit = fitted(points, cuts, TOLERANCE, closed=closed)
    path = path_of(fit, place, closed=closed)
    start = cuts[0] if closed and cuts else 0
    at = [(start + k) % len(weights) if closed else k for k in fit.knots]
    return Line(path, tuple(round(float(weights[k]), 2) for k in at))


# --- marks on the surface ---


def marks_of(marks: Iterable[Mark], raster: Raster) -> tuple[list[tuple[str, Path]], list[Line]]:
    """Areas and lines of strokes on the surface, where they are seen."""
    place = place_of(raster)
    fills: list[tuple[str, Path]] = []
    lines: list[Line] = []
    for mark in marks:
        pixels = np.column_stack(
            ((mark.points[:, 0] - raster.left) * raster.pixels, (raster.top - mark.points[:, 1]) * raster.pixels)
        )
        seen = _seen(pixels, mark, raster)
        if mark.filled:
            if seen.all():
                even = resampled(pixels, 0.5, closed=True)
                fills.append((mark.role, path_of(fitted(even, [], 0.15, closed=True), place, closed=True)))
            continue
        lines += [_mark_line(pixels[a:b], np.asarray(mark.weights)[a:b], mark.role, place) for a, b in _runs(seen)]
    return fills, lines


def _seen(pixels: Array, mark: Mark, raster: Raster) -> Array:
    rows, columns = raster.part.shape
    column = np.clip(np.rint(pixels[:, 0]).astype(int), 0, columns - 1)
    row = np.clip(np.rint(pixels[:, 1]).astype(int), 0, rows - 1)
    facing = raster.normal[row, column, 2] > mark.facing
    return np.asarray(facing & (mark.points[:, 2] > raster.depth[row, column] - 0.004))


def _runs(seen: Array) -> Iterator[tuple[int, int]]:
    edge = np.flatnonzero(np.diff(np.concatenate(([0], seen.astype(int), [0]))))
    yield from ((int(a), int(b)) for a, b in zip(edge[::2], edge[1::2], strict=True) if b - a > 1)


def _mark_line(pixels: Array, weights: Array, role: str, place: Place) -> Line:
    along = lengths(pixels)
    even = resampled(pixels, 0.5, closed=False)
    fit = fitted(even, [], 0.2, closed=False)
    at = np.linspace(0, along[-1], len(even))[list(fit.knots)]
    widths = np.interp(at, along, weights)
    return Line(path_of(fit, place, closed=False), tuple(round(float(w), 2) for w in widths), role)
