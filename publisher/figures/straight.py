"""Straight runs in curves that come from pixels: edges of boxes are straight, and their corners sharp.

Curves as in `curves`. A corner of a box is where the lines of its two edges meet, not where the pixels turn.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.curves import smoothed, smoothed_between, softened

if TYPE_CHECKING:
    from publisher.figures.skeleton import Array

ROUGH = 1.0  # pixels between a curve and the polygon in it
BOW = 0.4  # pixels that the middle of a straight run may lie off its ends' line
TURN = 0.0075  # of its length: the same, so that a run may turn by no more than three degrees or so
FACET = (0.96, 60)  # cosine and pixels: a short straight run that goes on at so small an angle is part of a round edge
BEYOND = 8  # pixels beyond an end that tell how it goes on
SHORTEST = 18  # pixels
ON_LINE = 0.6  # pixels off it
STUB = 9  # pixels
ROUND = 3.0  # steps that what is not straight is smoothed by
NEAR = 10.0  # pixels between a corner of the pixels and the one of the lines


class Run(NamedTuple):
    """A piece of a curve from place `a` to `b`; a straight one has a point on its line and its direction."""

    a: int
    b: int
    middle: Array | None = None
    way: Array | None = None


def straightened(points: Array, *, closed: bool) -> tuple[Array, list[int]]:
    """The curve with each run that is straight up to the grid made straight, and the places of its ends."""
    run = softened(points, 0.8, closed=closed)
    if closed:
        start = int(np.argmax(((run - run.mean(axis=0)) ** 2).sum(axis=1)))
        run = np.concatenate((run[start:], run[: start + 1]))
    sides = [_run(run, a, b) for a, b in _sides(run)]
    runs = _merged(run, _without_facets(run, _merged(run, sides), closed=closed))
    runs = _without_stubs(_stretched(run, runs), closed=closed)
    if all(piece.way is None for piece in runs):
        return smoothed_between(points, 60, closed=closed)
    out: list[Array] = []
    cuts: list[int] = []
    count = 0
    for i, piece in enumerate(runs):
        before = runs[i - 1] if closed or i else None
        after = runs[(i + 1) % len(runs)] if closed or i + 1 < len(runs) else None
        part = _piece(run, piece, before, after)
        if piece.way is not None:
            cuts += [count, count + len(part)]
        out.append(part)
        count += len(part)
    if not closed:
        out.append(_corner(run, runs[-1], None, at_end=True)[None])
    curve = np.concatenate(out)
    return curve, sorted({c % len(curve) if closed else min(c, len(curve) - 1) for c in cuts})


def _sides(run: Array) -> list[tuple[int, int]]:
    """The polygon in a curve (Ramer 1972, Douglas and Peucker 1973); a loop is halved first."""
    last = len(run) - 1
    first = [0, last]
    if np.hypot(*(run[0] - run[-1])) < 2:
        first = [0, int(np.argmax(((run - run[0]) ** 2).sum(axis=1))), last]
    places = sorted({p for a, b in pairwise(first) for p in _between(run, a, b)})
    return list(pairwise(places))


def _between(run: Array, a: int, b: int) -> list[int]:
    if b - a < 3:
        return [a, b]
    chord = run[b] - run[a]
    off = np.abs(chord[0] * (run[a:b, 1] - run[a, 1]) - chord[1] * (run[a:b, 0] - run[a, 0]))
    off /= max(float(np.hypot(*chord)), 1e-9)
    worst = int(np.argmax(off))
    if off[worst] <= ROUGH:
        return [a, b]
    return [*_between(run, a, a + worst), *_between(run, a + worst, b)[1:]]


def _run(run: Array, a: int, b: int) -> Run:
    """A piece, with its line if it is straight: it bows to no side, and leaves the line by no more than the grid."""
    if b - a < SHORTEST:
        return Run(a, b)
    inner = run[a + 3 : b - 2]
    middle = inner.mean(axis=0)
    way = np.linalg.svd(inner - middle, full_matrices=False)[2][0]
    way = way * np.sign(way @ (run[b] - run[a]))
    off = (inner - middle) @ np.array((-way[1], way[0]))
    at = np.linspace(-1, 1, len(off))
    bow = 1.5 * abs(float(np.polyfit(at, off, 2)[0])) if len(off) > 4 else 0.0
    is_straight = bow < min(BOW, TURN * len(off)) and np.abs(off).max() < 0.8
    return Run(a, b, middle, way) if is_straight else Run(a, b)


def _without_facets(run: Array, runs: list[Run], *, closed: bool) -> list[Run]:
    """The runs, those as curves that were taken for straight and are facets of a round edge.

    These are short, and the edge goes on from both ends without a corner.
    """
    return [Run(piece.a, piece.b) if _is_facet(run, piece, closed=closed) else piece for piece in runs]


def _is_facet(run: Array, piece: Run, *, closed: bool) -> bool:
    if piece.way is None or piece.b - piece.a >= FACET[1]:
        return False
    ends = [(piece.a, piece.a - BEYOND), (piece.b, piece.b + BEYOND)]
    inside = [(at, to) for at, to in ends if closed or 0 <= to < len(run)]
    last = len(run) - 1 if closed else len(run)
    steps = [run[to % last] - run[at % last] for at, to in inside]
    turns = [abs(float(step @ piece.way)) / max(float(np.hypot(*step)), 1e-9) for step in steps]
    return bool(turns) and min(turns) > FACET[0]


def _stretched(run: Array, runs: list[Run]) -> list[Run]:
    """The straight runs as far into the curves beside them as these keep to their line."""
    out = list(runs)
    for i in range(len(out) - 1):
        one, other = out[i], out[i + 1]
        if one.way is not None and other.way is None:
            shared = one.b + _on_line(run[one.b : other.b], one)
        elif one.way is None and other.way is not None:
            shared = other.a - _on_line(run[one.a + 1 : other.a + 1][::-1], other)
        else:
            continue
        out[i], out[i + 1] = one._replace(b=shared), other._replace(a=shared)
    return [piece for piece in out if piece.b > piece.a]


def _on_line(points: Array, line: Run) -> int:
    """How many of the points, from the first on, lie on a line."""
    if line.way is None or line.middle is None:
        return 0
    off = np.abs((points - line.middle) @ np.array((-line.way[1], line.way[0])))
    return int(np.argmax(off > ON_LINE)) if (off > ON_LINE).any() else len(points)


def _without_stubs(runs: list[Run], *, closed: bool) -> list[Run]:
    """The runs without the pixel or two that lie across a corner between two straight ones."""
    out: list[Run] = []
    for i, piece in enumerate(runs):
        before = out[-1] if out else runs[-1] if closed else piece
        after = runs[(i + 1) % len(runs)] if closed or i + 1 < len(runs) else piece
        if piece.way is None and piece.b - piece.a < STUB and before.way is not None and after.way is not None:
            if out:
                out[-1] = out[-1]._replace(b=piece.b)
            else:
                runs[i + 1] = after._replace(a=piece.a)
        else:
            out.append(piece)
    return out


def _merged(run: Array, runs: list[Run]) -> list[Run]:
    """Neighbours that are one straight run, and neighbours that are one curve, as one."""
    out = runs[:1]
    for piece in runs[1:]:
        last = out[-1]
        joint = _run(run, last.a, piece.b)
        if piece.way is None and last.way is None:
            out[-1] = Run(last.a, piece.b)
        elif joint.way is not None and piece.way is not None and last.way is not None:
            out[-1] = joint
        else:
            out.append(piece)
    return out


def _piece(run: Array, piece: Run, before: Run | None, after: Run | None) -> Array:
    """The points of a piece without its last."""
    if piece.way is None:
        return smoothed(run[piece.a : piece.b + 1], closed=False, least=ROUND)[:-1]
    start, end = _corner(run, piece, before, at_end=False), _corner(run, piece, after, at_end=True)
    share = np.linspace(0.0, 1.0, piece.b - piece.a + 1)[:-1, None]
    return np.asarray(start + share * (end - start))


def _corner(run: Array, piece: Run, other: Run | None, *, at_end: bool) -> Array:
    """Where a piece ends: where its line meets the other's, or the nearest place on its own."""
    point = run[piece.b if at_end else piece.a]
    if piece.middle is None or piece.way is None:
        return np.asarray(point)
    foot = piece.middle + piece.way * ((point - piece.middle) @ piece.way)
    if other is None or other.middle is None or other.way is None:
        return np.asarray(foot)
    across = piece.way[0] * other.way[1] - piece.way[1] * other.way[0]
    if abs(across) < 0.05:
        return np.asarray(foot)
    gap = other.middle - piece.middle
    meet = piece.middle + piece.way * ((gap[0] * other.way[1] - gap[1] * other.way[0]) / across)
    return np.asarray(meet if np.hypot(*(meet - point)) < NEAR else foot)
