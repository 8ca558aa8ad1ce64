"""From walks along cracks to drawn lines: smooth, of changing weight, tapering where they end freely."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.drawing import Path
from publisher.figures.curves import Fit, corners, fitted, lengths, resampled, smoothed_between, softened, turning
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
STRONG = 0.6  # a line of that weight between two others is kept however short it is
SCRAP = 0.034  # H times weight, of a line with two free ends
TAPER = 0.030  # H
WEIGHT_SPREAD = 0.009  # H
FAR_FACTOR = 0.82
DOUBLE = 0.0055  # H between two lines that would be one blot
BESIDE = 0.7  # of the way
HOOK = 0.018  # H
SNAP = 5.0  # pixels between the end of a line and the line it runs into
SNAP_OVER = 10  # steps over which the end is bent there
CORNER = 70  # degrees: sharper turns are not smoothed
WIDTH_TOLERANCE = 0.08  # of a line's weight
TOLERANCE = 0.45  # pixels between a line and its cubics


class Mark(NamedTuple):
    """A stroke drawn on the surface (an eyelid, a brow).

    Points are right, up, towards the viewer, in H; weights at them are factors of the line. It is hidden where the
    surface is nearer, or faces the viewer less than `facing`.
    """

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


class Curve(NamedTuple):
    """A line in pixels (column, row) before it is fitted: weights at its points, places of corners, free ends."""

    points: Array
    weights: Array
    cuts: list[int]
    free: tuple[bool, bool]
    closed: bool
    crisp: bool = False
    role: str = "ink"


def lines_of(chains: Iterable[Chain], raster: Raster, far: frozenset[str]) -> list[Line]:
    """The lines of all walks that are worth one."""
    place = place_of(raster)
    thin = np.array([FAR_FACTOR if part.limb in far else 1.0 for part in raster.parts])
    crisp = np.array([part.limb.startswith("prop:") for part in raster.parts])
    # A page that draws the ground itself leaves the mat out, its edge too.
    mats = np.array([part.material == "mat" for part in raster.parts])
    kept = [chain for chain in chains if _is_worth(chain, raster.pixels)]
    roles = ["mat-line" if mats[chain.owners].mean() > 0.5 else "ink" for chain in kept]
    drawn = (_curve(chain, thin, crisp, raster.pixels) for chain in kept)
    curves = _single(
        [curve._replace(role=role) for curve, role in zip(drawn, roles, strict=True)], DOUBLE * raster.pixels
    )
    return [_drawn(curve, place) for curve in _met(curves, raster.pixels) if curve.weights.max() > FAINTEST]


def _is_worth(chain: Chain, pixels: float) -> bool:
    long = len(chain.weights) / pixels * 0.8  # a staircase is longer than its line
    if chain.weights.max() < FAINTEST:
        return False
    if long < SHORTEST:
        return not chain.closed and not any(chain.free) and bool(chain.weights.max() > STRONG)
    scrap = chain.weights.max() < 0.40 or long * chain.weights.mean() < SCRAP
    return not (all(chain.free) and not chain.closed and scrap)


def _curve(chain: Chain, thin: Array, crisp: Array, pixels: float) -> Curve:
    closed = chain.closed
    nodes = chain.nodes[:, ::-1] - 0.5  # column, row of pixel centres
    # Through the middles of the cracks, which lie on one line where the staircase is even.
    middles = (nodes[1:] + nodes[:-1]) / 2
    raw = middles if closed else np.concatenate((nodes[:1], middles, nodes[-1:]))
    steps = chain.weights * thin[chain.owners]
    steps = steps if closed else np.concatenate((steps[:1], steps, steps[-1:]))
    points, weights = _evenly(raw, steps, closed=closed)
    if not closed:
        points, weights = _unhooked(points, weights, chain.free, HOOK * pixels)
    weights = softened(weights, WEIGHT_SPREAD * pixels, closed=closed)
    if crisp[chain.owners].mean() > 0.5:
        points, cuts = straightened(points, closed=closed)
        # Things are drawn with a ruler and one pen.
        return Curve(points, np.full(len(points), np.median(weights)), cuts, chain.free, closed, crisp=True)
    points, cuts = smoothed_between(points, CORNER, closed=closed)
    return Curve(points, _tapered(weights, chain.free, pixels, closed=closed), cuts, chain.free, closed)


def _single(curves: list[Curve], near: float) -> list[Curve]:
    """The curves without those that run beside a heavier one for most of their way: two lines would be one blot."""
    order = sorted(range(len(curves)), key=lambda i: -curves[i].weights.mean() * len(curves[i].points))
    kept: list[int] = []
    for i in order:
        points = curves[i].points
        if kept and len(points) > 2 * near:
            beside = [curves[k].points for k in kept if _touch(curves[k], curves[i], near)]
            if beside and _share_beside(points, np.concatenate(beside), near) > BESIDE:
                continue
        kept.append(i)
    return [curves[i] for i in sorted(kept)]


def _share_beside(points: Array, others: Array, near: float) -> float:
    inner, others = points[2:-2:2], others[::2]
    if not len(inner):
        return 0.0
    away = ((inner[:, None] - others[None]) ** 2).sum(axis=2).min(axis=1)
    return float((away < near * near).mean())


def _touch(one: Curve, other: Curve, near: float) -> bool:
    """Whether the boxes of two curves come near each other."""
    low, high = one.points.min(axis=0) - near, one.points.max(axis=0) + near
    return bool((other.points.max(axis=0) > low).all() and (other.points.min(axis=0) < high).all())


def _unhooked(points: Array, weights: Array, free: tuple[bool, bool], most: float) -> tuple[Array, Array]:
    """A line without the hook at a free end, where two pieces part beside the fold."""
    soft = softened(points, 2.0, closed=False)
    bends = corners(soft, 40, closed=False, over=5)
    start = max((b for b in bends if free[0] and b < most), default=0)
    end = min((b for b in bends if free[1] and b > len(points) - 1 - most), default=len(points) - 1)
    if end - start < most:
        return points, weights
    return points[start : end + 1], weights[start : end + 1]


def _evenly(points: Array, values: Array, *, closed: bool) -> tuple[Array, Array]:
    """Points in steps of a pixel, and the values at them."""
    along = lengths(points)
    even = resampled(points, 1.0, closed=closed)
    return even, np.interp(np.linspace(0, along[-1], len(even), endpoint=not closed), along, values)


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


def _met(curves: list[Curve], pixels: float) -> Iterator[Curve]:
    """The curves with each end that runs into another curve on the middle of that one, and no wider than it is there.

    Without that the round end of a heavy line would show as a knob on a thin one.
    """
    if not curves:
        return
    every = np.concatenate([curve.points for curve in curves])
    weights = np.concatenate([curve.weights for curve in curves])
    whose = np.repeat(np.arange(len(curves)), [len(curve.points) for curve in curves])
    for i, curve in enumerate(curves):
        others = whose != i
        for end in (0, -1):
            if not curve.closed and not curve.free[end]:
                curve = _ended(curve, end, every[others], weights[others], pixels)  # noqa: PLW2901
        yield curve


def _ended(curve: Curve, end: int, points: Array, weights: Array, pixels: float) -> Curve:
    away = np.hypot(*(points - curve.points[end]).T)
    if not len(away) or away.min() > SNAP:
        return curve
    near = int(np.argmin(away))
    at = np.arange(len(curve.points))
    from_end = at if end == 0 else at[::-1]
    gap = points[near] - curve.points[end]
    if curve.crisp:
        # Only along itself: an upright edge stays upright.
        way = curve.points[end] - curve.points[min(8, len(at) - 1) if end == 0 else max(-9, -len(at))]
        gap = way * (way @ gap) / max(float(way @ way), 1e-9)
    shift = np.clip(1 - from_end / min(SNAP_OVER, len(at)), 0.0, 1.0)[:, None] * gap
    ramp = np.clip(from_end / max(1.0, 0.0031 * pixels * curve.weights[end]), 0.0, 1.0)
    most = weights[near] + (1 - np.cos(np.pi * ramp)) / 2 * max(curve.weights[end] - weights[near], 0.0)
    narrow = np.where(ramp < 1, np.minimum(curve.weights, most), curve.weights)
    return curve._replace(points=curve.points + shift, weights=narrow)


def _drawn(curve: Curve, place: Place) -> Line:
    closed, weights = curve.closed, curve.weights
    fit = fitted(curve.points, curve.cuts, TOLERANCE, closed=closed, stops=turning(weights, WIDTH_TOLERANCE))
    at = [(fit.start + k) % len(weights) if closed else k for k in fit.knots]
    return Line(path_of(fit, place, closed=closed), tuple(round(float(weights[k]), 2) for k in at), curve.role)


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
