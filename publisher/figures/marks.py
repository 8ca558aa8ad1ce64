"""Marks on a picture: motion arrows along the true path of what moves, and rings round what to watch.

An arrow lies beside the path it shows, as near as it can without touching the figure or a thing.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.drawing import Path
from publisher.figures.curves import lengths
from publisher.figures.landmarks import touching
from publisher.figures.motion import between
from publisher.figures.sketch import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.drawing import Segment
    from publisher.figures.skeleton import Array
    from publisher.figures.staging import Staged
    from publisher.figures.tracing import Raster
    from publisher.model.figure import Arrow, Ring

SAMPLES, POINTS = 9, 24
# What moves less than this has no arrow, H.
STILL = 0.001
# An arrow is so long at least and at most, however far the part moves, H.
SHORTEST, LONGEST = 0.13, 0.36
# Half widths of its tail, its neck and its head, the length of the head, and its white edge, H.
TAIL, NECK, HEAD, HEAD_LONG, EDGE = 0.006, 0.0125, 0.034, 0.060, 0.007
# An arrow that turns more within its head would be a hook, radians.
SHARPEST = 0.9
# The air that it keeps to everything, H.
AIR = 0.014
# Places tried beside the path, H.
ASIDE = tuple(0.02 * step for step in range(1, 16))
ALONG = (0.0, 0.06, -0.06, 0.09, -0.09, 0.12, -0.12, 0.15, -0.15, 0.20, -0.20)
# How far on ahead of the path places are tried, beyond its own length, and in which steps, H.
FARTHEST, SHIFT = 0.12, 0.02
WALLS = ("wall", "skirting")
# What it costs to cross the edge of a wall, as a way aside, H.
ACROSS = 0.12
DASHES = 11
# What lies round a mark, so that it is seen on the figure too.
EDGE_ROLE = "white"


class Shape(NamedTuple):
    """An arrow as placed: its line from tail to tip, right and up, in H."""

    line: Array

    @property
    def path(self) -> Path:
        """Its outline."""
        return _outline(self.line, 0.0)

    @property
    def edge(self) -> Path:
        """Its outline with the white edge."""
        return _outline(self.line, EDGE)


def arrows(staged: Mapping[str, Staged], shown: str, raster: Raster) -> tuple[Shape, ...]:
    """The arrows of one frame, each clear of the picture and of one another."""
    figure = staged[shown].figure
    taken = [_things(raster)]
    found: list[Shape] = []
    for arrow in figure.arrows:
        if arrow.shown != shown:
            continue
        path = _projected(staged, arrow)
        if _length(path) < STILL:
            continue
        line = _placed(_way(path), np.concatenate(taken), raster)
        found.append(Shape(line))
        taken.append(line)
    return tuple(found)


def travelled(staged: Mapping[str, Staged], arrow: Arrow) -> float:
    """How far on the page the landmark of an arrow moves, H."""
    return _length(_projected(staged, arrow))


def _projected(staged: Mapping[str, Staged], arrow: Arrow) -> Array:
    one = staged[arrow.start]
    keys = {name: each.stance for name, each in staged.items()}
    build = one.person.build
    stations = [arrow.start, *arrow.through, arrow.end]
    bodies = [
        between(one.figure, keys, start, end, i / (SAMPLES - 1), build).skeleton
        for start, end in pairwise(stations)
        for i in range(SAMPLES if end == arrow.end else SAMPLES - 1)
    ]
    spots = np.array([touching(bones, arrow.follows, build) for bones in bodies])
    return one.camera.seen(spots)[:, :2]


def _way(path: Array) -> Array:
    """The path on the page, cut or drawn out to a length that reads."""
    line = _even(path)
    long = _length(line)
    if long > LONGEST:
        spare = (long - LONGEST) / long * (POINTS - 1)
        return _even(line[math.floor(spare * 0.6) : POINTS - math.floor(spare * 0.4)])
    if long < SHORTEST:
        # A short way is shown as its direction: its small bows would be made large with it.
        middle, way = line.mean(axis=0), line[-1] - line[0]
        way = way / max(float(np.linalg.norm(way)), 1e-9) * SHORTEST
        short: Array = middle + np.linspace(-0.5, 0.5, POINTS)[:, None] * way
        return short
    return line


def _length(line: Array) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def _even(line: Array) -> Array:
    """The line at even steps, smoothed: by a cubic, or by less where that would bend within an arrow's head."""
    steps = lengths(line)
    share = np.linspace(0.0, 1.0, POINTS)
    known = steps / max(steps[-1], 1e-9)
    fits = (
        np.column_stack([np.polynomial.Polynomial.fit(known, line[:, i], degree)(share) for i in (0, 1)])
        for degree in (3, 2, 1)
    )
    return next(fit for fit in fits if _bends(fit) < SHARPEST)


def _bends(line: Array) -> float:
    """How far the line turns at most within the length of an arrow's head, radians."""
    way = np.diff(line, axis=0)
    turn = np.abs(np.diff(np.unwrap(np.arctan2(way[:, 1], way[:, 0]))))
    apart = np.maximum(np.linalg.norm(way, axis=1)[1:], 1e-9)
    return float((turn / apart).max()) * HEAD_LONG


def plain_parts(raster: Raster) -> list[int]:
    """The parts that an arrow may lie on: mats, and walls, which are plain and large."""
    return [i for i, part in enumerate(raster.parts) if part.material == "mat" or part.piece in WALLS]


def _things(raster: Raster) -> Array:
    """The rim of all that is painted but what is plain, right and up, in H."""
    there = (raster.part >= 0) & ~np.isin(raster.part, plain_parts(raster))
    inner = there.copy()
    inner[1:-1, 1:-1] &= there[:-2, 1:-1] & there[2:, 1:-1] & there[1:-1, :-2] & there[1:-1, 2:]
    rows, columns = np.nonzero(there & ~inner)
    return np.column_stack((raster.left + columns / raster.pixels, raster.top - rows / raster.pixels))[::2]


def _placed(line: Array, taken: Array, raster: Raster) -> Array:
    """The line moved aside to the nearest place that is free."""
    best, least = line, math.inf
    for moved, cost in _tries(line):
        if cost >= least:
            continue
        room = _room(moved, taken, raster)
        price = (cost if room >= 0 else cost + 3.0 - 20 * room) + ACROSS * _crosses_wall(moved, raster)
        if price < least:
            best, least = moved, price
    return best


def _tries(line: Array) -> Iterator[tuple[Array, float]]:
    chord = line[-1] - line[0]
    chord = chord / np.linalg.norm(chord)
    across = np.array((-chord[1], chord[0]))
    # The hollow side of a bow last: there the arrow would lie inside the movement.
    bulge = float(np.sign((line[len(line) // 2] - (line[0] + line[-1]) / 2) @ across)) or 1.0
    for along in ALONG:
        for aside in ASIDE:
            for side in (bulge, -bulge):
                shift = across * side * aside + chord * along
                yield line + shift, aside + 1.2 * abs(along) + (0.03 if side != bulge else 0.0)
    # On ahead of what moves, as near as there is room: best where the way leads out of the body.
    for ahead in np.arange(SHIFT, _length(line) + FARTHEST, SHIFT):
        yield line + chord * ahead, 0.06 + 0.6 * float(ahead)


def _room(line: Array, taken: Array, raster: Raster) -> float:
    """How much air is left round the arrow beyond what it needs; below 0 it touches."""
    half = np.full(len(line), NECK)
    steps = lengths(line)
    head = steps > steps[-1] - HEAD_LONG
    half[head] = HEAD
    gaps = np.sqrt(((line[:, None, :] - taken[None, :, :]) ** 2).sum(axis=2).min(axis=1)) - half - EDGE - AIR
    parts = under(line, raster)
    inside = (parts >= 0) & ~np.isin(parts, plain_parts(raster))
    low = line[:, 1] < 0.02
    return float(min(gaps.min(), -0.05 if inside.any() or low.any() else 1.0))


def _crosses_wall(line: Array, raster: Raster) -> bool:
    """Whether a part of the line lies on a wall and a part of it does not."""
    walls = [i for i, part in enumerate(raster.parts) if part.piece in WALLS]
    on = np.isin(under(line, raster), walls)
    return bool(on.any() and not on.all())


def under(line: Array, raster: Raster) -> Array:
    """The parts below the points of a line; -1 where nothing is."""
    columns = ((line[:, 0] - raster.left) * raster.pixels).astype(int)
    rows = ((raster.top - line[:, 1]) * raster.pixels).astype(int)
    height, width = raster.part.shape
    there = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    found = np.full(len(line), -1)
    found[there] = raster.part[rows[there], columns[there]]
    return found


def _outline(line: Array, more: float) -> Path:
    """A body that grows from tail to neck, and a head with a notched back."""
    steps = lengths(line)
    neck_at = steps[-1] - HEAD_LONG * 0.86
    count = max(2, int(np.searchsorted(steps, neck_at)))
    body = np.vstack((line[:count], at_length(line, steps, neck_at)))
    way = np.gradient(body, axis=0)
    way /= np.linalg.norm(way, axis=1)[:, None]
    across = np.column_stack((-way[:, 1], way[:, 0]))
    share = np.linspace(0, 1, len(body))[:, None]
    half = TAIL + (NECK - TAIL) * share + more
    tip = line[-1]
    back = at_length(line, steps, steps[-1] - HEAD_LONG)
    ahead = (tip - back) / np.linalg.norm(tip - back)
    side = np.array((-ahead[1], ahead[0]))
    wings = [back + side * s * (HEAD + more) - ahead * more for s in (1, -1)]
    points = [*(body + across * half), wings[0], tip + ahead * more * 1.6, wings[1], *(body - across * half)[::-1]]
    segments: list[Segment] = [("M" if i == 0 else "L", on_page(p)) for i, p in enumerate(points)]
    return Path((*segments, ("Z", ())))


def at_length(line: Array, steps: Array, where: float) -> Array:
    """The point of a line so far from its start; `steps` are the lengths at its points."""
    return np.array([float(np.interp(where, steps, line[:, i])) for i in (0, 1)])


def on_page(point: Array | Sequence[float]) -> tuple[float, float]:
    """A point (right, up, H) in the unit of a sketch."""
    return round(100 * float(point[0]), 2), round(-100 * float(point[1]), 2)


def rings(staged: Staged, shown: str) -> tuple[Line, ...]:
    """The dashed rings of one frame."""
    return tuple(dash for ring in staged.figure.rings if ring.shown == shown for dash in _ring(staged, ring))


def _ring(staged: Staged, ring: Ring) -> Iterator[Line]:
    spot = touching(staged.skeleton, ring.around, staged.person.build)
    centre = staged.camera.seen(spot[None, :])[0, :2]
    step = 2 * math.pi / DASHES
    for i in range(DASHES):
        angles = (i * step, i * step + step * 0.31, i * step + step * 0.62)
        points = [on_page(centre + ring.radius * np.array((math.cos(a), math.sin(a)))) for a in angles]
        yield Line(Path((("M", points[0]), ("L", points[1]), ("L", points[2]))), (1.5, 1.5, 1.5), "ring")
