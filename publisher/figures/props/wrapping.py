"""How a strap lies round a body: the outline of limbs in a plane, the string drawn tight round it, and its ribbon."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import njit

from publisher.figures.distances import distance
from publisher.figures.field import Group, box, scene
from publisher.figures.skeleton import Frame
from publisher.model.figure import Build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.figures.field import Part, Profile, Solid
    from publisher.figures.skeleton import Array, Skeleton

    # Those of a scene.
    Arrays = tuple[object, ...]

RAYS = 48
REACH = 0.35  # H: no limb is farther from its own middle
THICK = 0.0021  # half the thickness of a strap, H
LIFT = 0.0012  # a strap lies this far off the skin, so that it shows


class Body(NamedTuple):
    """The body that props are put on: its bones, build and surface."""

    bones: Skeleton
    build: Build = Build()
    groups: tuple[Group, ...] = ()
    profiles: tuple[Profile, ...] = ()
    spine: Array = np.zeros((0, 10))


class Flat(NamedTuple):
    """A plane with two directions in it, of length 1."""

    at: Array
    across: Array
    along: Array

    @property
    def normal(self) -> Array:
        """What stands on the plane."""
        return np.cross(self.across, self.along)

    def shifted(self, by: float) -> Flat:
        """The plane moved along its normal."""
        return self._replace(at=self.at + self.normal * by)

    def seen(self, points: Array) -> Array:
        """Points of the world in the plane."""
        gone = points - self.at
        return np.stack((gone @ self.across, gone @ self.along), axis=-1)

    def world(self, points: Array) -> Array:
        """Points of the plane in the world."""
        return self.at + points[..., :1] * self.across + points[..., 1:] * self.along


def outline(body: Body, limb: str, pieces: Sequence[str], flat: Flat) -> Array:
    """Where rays from the middle of a plane leave pieces of a limb, as points of the plane (n, 2).

    None where it begins outside. A bent knee's calf is not part of the thigh, although the plane cuts it.
    """
    wanted = tuple(
        Group(group.name, solids)
        for group in body.groups
        if (solids := tuple(s for s in group.solids if _is_of(s, limb, pieces)))
    )
    if not wanted:
        return np.zeros((0, 2))
    arrays = tuple(scene(wanted, body.profiles, body.spine)[1:])
    angles = np.arange(RAYS) * (2 * np.pi / RAYS)
    rays = np.column_stack((np.cos(angles), np.sin(angles)))
    ends = _exits(arrays, flat.at, flat.world(rays) - flat.at, REACH)
    return np.array(rays[ends > 0] * ends[ends > 0, None])


def _is_of(solid: Solid, limb: str, pieces: Sequence[str]) -> bool:
    return solid.part.limb == limb and solid.part.piece in pieces and not solid.carves


def surface(solids: Sequence[Solid], starts: Array, directions: Array) -> Array:
    """Where rays from inside solids come out of them, in the world."""
    arrays = tuple(scene((Group("solids", tuple(solids)),), (), np.zeros((0, 10)))[1:])
    found = [_exits(arrays, at, way[None, :], REACH * 3)[0] for at, way in zip(starts, directions, strict=True)]
    return np.array(starts + directions * np.array(found)[:, None])


@njit(cache=True)
def _exits(arrays: Arrays, at: Array, directions: Array, reach: float) -> Array:
    """How far from `at` each direction leaves the surface; 0 when it begins outside."""
    found = np.zeros(directions.shape[0])
    for i in range(directions.shape[0]):
        gone, step = 0.0, 0.0
        for _ in range(200):
            d, _which = distance(
                arrays,
                at[0] + gone * directions[i, 0],
                at[1] + gone * directions[i, 1],
                at[2] + gone * directions[i, 2],
            )
            if d > -0.0003:
                break
            step = max(-0.7 * d, 0.0004)
            gone += step
            if gone > reach:
                break
        found[i] = min(gone, reach)
    return found


def hull(points: Array) -> Array:
    """The string drawn tight round points of a plane, anticlockwise (Andrew's monotone chain, 1979)."""
    rows = np.unique(np.round(points, 9), axis=0)
    if len(rows) < 3:
        return rows

    def half(rows: Array) -> list[Array]:
        kept: list[Array] = []
        for row in rows:
            while len(kept) > 1 and _turns(kept[-2], kept[-1], row) <= 0:
                kept.pop()
            kept.append(row)
        return kept[:-1]

    return np.array(half(rows) + half(rows[::-1]))


def _turns(a: Array, b: Array, c: Array) -> float:
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))


def around(points: Array, count: int = 40) -> Array:
    """Points of a closed string, by even angles round its middle, so that two strings can be joined to a ribbon."""
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    angles = np.arange(count) * (2 * np.pi / count)
    return np.array([_hit(points, middle, np.array((np.cos(a), np.sin(a)))) for a in angles])


def _hit(ring: Array, at: Array, towards: Array) -> Array:
    """Where a ray from inside meets a convex ring."""
    side = np.array((-towards[1], towards[0]))
    gone = ring - at
    for i in range(len(ring)):
        a, b = gone[i], gone[(i + 1) % len(ring)]
        sa, sb = float(a @ side), float(b @ side)
        if sa <= 0 < sb:
            met = a + (b - a) * (sa / (sa - sb))
            if met @ towards >= 0:
                return np.array(at + met)
    return np.array(at)


def tight(ring: Array, start: Array, end: Array) -> Array:
    """The string from `start` to `end` round the far side of a ring of points, all in the plane."""
    closed = hull(np.vstack((ring, start, end)))
    first, last = (int(np.argmin(np.linalg.norm(closed - p, axis=1))) for p in (start, end))
    one = np.roll(closed, -first, axis=0)
    count = (last - first) % len(closed)
    way, other = one[: count + 1], np.vstack((one[count:], one[:1]))[::-1]
    towards = (start + end) / 2 - ring.mean(axis=0)
    return min(way, other, key=lambda line: float((line @ towards).min()))


def dense(line: Array, step: float = 0.010) -> Array:
    """A line with points no farther apart than `step`, H."""
    rows = [line[0]]
    for a, b in pairwise(line):
        count = max(1, int(np.ceil(np.linalg.norm(b - a) / step)))
        rows += [a + (b - a) * (i / count) for i in range(1, count + 1)]
    return np.array(rows)


def ribbon(
    part: Part, line: Array, across: Array, width: float | Array, *, closed: bool = False, thick: float = THICK
) -> list[Solid]:
    """Boards from point to point, as wide as the strap along `across`; one of each for all, or a point."""
    widths, breadths = np.broadcast_to(across, line.shape), np.broadcast_to(width, len(line))
    count = len(line)
    solids = []
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        solids.append(
            _board(part, line[i], line[j], widths[i] + widths[j], (thick, float(breadths[i] + breadths[j]) / 2))
        )
    return [solid for solid in solids if solid is not None]


def _board(part: Part, a: Array, b: Array, across: Array, section: tuple[float, float]) -> Solid | None:
    thick, width = section
    long = float(np.linalg.norm(b - a))
    if long < 1e-5:
        return None
    along = (b - a) / long
    flat = across - along * (along @ across)
    if np.linalg.norm(flat) < 1e-6:
        return None
    flat /= np.linalg.norm(flat)
    frame = Frame(np.column_stack((along, np.cross(flat, along), flat)), (a + b) / 2)
    return box(part, frame, (0, 0, 0), (long / 2 + 0.6 * thick, thick, width / 2), 0.6 * thick, 0.8 * thick)
