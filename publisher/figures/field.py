"""The surface of everything in a picture, as one distance field made of a few kinds of solids.

A scene is a row of groups; a group is a row of solids that flow into one another. A group may join another one (an arm
the trunk) near a joint, and stay apart elsewhere: without that a hand on the hip would melt into it. Distances in H.
Blends and distances after Inigo Quilez's published formulas (polynomial smooth minimum, bound of an ellipsoid).
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from publisher.figures.skeleton import Array, Frame

NUMBERS = 24
PROFILE_STEPS = 65
SPINE_ENDS_AT = 0.335


class Kind(IntEnum):
    """What a solid is; the numbers of each kind are listed beside its maker below."""

    CONE = 0
    ELLIPSOID = 1
    LIMB = 2
    TORSO = 3
    BOX = 4
    CYLINDER = 5
    SOLE = 6
    RING = 7
    FRUSTUM = 8
    SLAB = 9


class Part(NamedTuple):
    """What a spot of the surface belongs to: its paint, the limb it is on, and a name for what is one piece."""

    material: str
    limb: str
    piece: str


class Solid(NamedTuple):
    """One solid.

    `blend` is how softly it flows into those before it; with `within` the blend fades from full at `near` to nothing at
    that distance. A carving solid takes away, with a rim as soft as its blend (at most 0.02).
    """

    kind: Kind
    part: Part
    numbers: tuple[float, ...]
    centre: tuple[float, float, float]
    reach: float
    blend: float = 0.0
    near: tuple[float, float, float] = (0.0, 0.0, 0.0)
    within: float = 0.0
    carves: bool = False
    profile: int = -1


class Group(NamedTuple):
    """Solids that make one thing; it joins the group of that name within `within` of `near`."""

    name: str
    solids: tuple[Solid, ...]
    joins: str = ""
    blend: float = 0.0
    near: tuple[float, float, float] = (0.0, 0.0, 0.0)
    within: float = 0.0


class Scene(NamedTuple):
    """All of it as arrays, for the tracer; `parts` names what `part` numbers mean."""

    parts: tuple[Part, ...]
    kinds: NDArray[np.int64]  # (n, 4): kind, part, carves, profile
    numbers: Array  # (n, NUMBERS)
    blends: Array  # (n, 5): blend, near, within
    bounds: Array  # (n, 4): centre, reach
    profiles: Array  # (m, PROFILE_STEPS, 4): front, back, half width, shift outwards
    groups: NDArray[np.int64]  # (g, 3): first solid, one behind the last, joined group or -1
    group_blends: Array  # (g, 5)
    group_bounds: Array  # (g, 4)
    spine: Array  # (k, 10): point, front, right, arc


Station = tuple[float, float, float, float]


class Profile(NamedTuple):
    """A section along a bone or the spine: at `along`, the half depth in front and behind and the half width, in H."""

    stations: tuple[Station, ...]
    low: float
    high: float
    shift: float = 0.0

    def table(self) -> Array:
        """The stations read at even steps by a monotone cubic, which never overshoots (Fritsch and Carlson 1980)."""
        knots = np.array(self.stations)
        at = np.linspace(self.low, self.high, PROFILE_STEPS)
        columns = [monotone(knots[:, 0], knots[:, i], at) for i in (1, 2, 3)]
        share = np.clip((at - self.low) / (self.high - self.low), 0, 1)
        return np.column_stack((*columns, self.shift * (1 - share)))


def monotone(x: Array, y: Array, at: Array) -> Array:
    """A cubic through the points that keeps flat at a local maximum and never overshoots."""
    h, slope = np.diff(x), np.diff(y) / np.diff(x)
    tangent = np.zeros_like(y)
    tangent[0], tangent[-1] = slope[0], slope[-1]
    for i in range(1, len(x) - 1):
        if slope[i - 1] * slope[i] > 0:
            w1, w2 = 2 * h[i] + h[i - 1], h[i] + 2 * h[i - 1]
            tangent[i] = (w1 + w2) / (w1 / slope[i - 1] + w2 / slope[i])
    k = np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(x) - 2)
    t = np.clip((at - x[k]) / h[k], 0, 1)
    value: Array = (
        (1 + 2 * t) * (1 - t) ** 2 * y[k]
        + t * (1 - t) ** 2 * h[k] * tangent[k]
        + t**2 * (3 - 2 * t) * y[k + 1]
        + t**2 * (t - 1) * h[k] * tangent[k + 1]
    )
    return value


def triple(point: Array | tuple[float, float, float]) -> tuple[float, float, float]:
    """A point as three plain numbers."""
    x, y, z = (float(v) for v in point)
    return x, y, z


def _rows(turn: Array) -> tuple[float, ...]:
    """World to local, row by row."""
    return tuple(float(v) for v in turn.T.ravel())


def cone(
    part: Part,
    a: Array | tuple[float, float, float],
    b: Array | tuple[float, float, float],
    radii: tuple[float, float],
    blend: float = 0.0,
) -> Solid:
    """A rounded cone from `a` to `b` with a radius at each end. Numbers: a, b, radii."""
    a, b = triple(a), triple(b)
    centre = triple((np.array(a) + np.array(b)) / 2)
    reach = float(np.linalg.norm(np.array(b) - np.array(a))) / 2 + max(radii)
    return Solid(Kind.CONE, part, (*a, *b, *radii), centre, reach, blend)


def ellipsoid(
    part: Part,
    frame: Frame,
    at: tuple[float, float, float],
    radii: tuple[float, float, float],
    blend: float = 0.0,
    *,
    carves: bool = False,
) -> Solid:
    """An ellipsoid lying in a frame. Numbers: centre, world to local, radii."""
    centre = triple(frame.point(*at))
    numbers = (*centre, *_rows(frame.turn), *radii)
    return Solid(Kind.ELLIPSOID, part, numbers, centre, max(radii), blend, carves=carves)


def limb(
    part: Part,
    frame: Frame,
    length: float,
    profile: int,
    blend: float = 0.0,
    *,
    girth: float = 1.0,
    grow: float = 0.0,
    flare: float = 0.0,
    ends: tuple[float, float] = (-1.0, 2.0),
    side: float = 1.0,
) -> Solid:
    """A limb along its bone. `ends` cut it flat at parts of its length (a sleeve), beyond 0 and 1 it is round.

    Numbers: origin, world to local, length, girth, grow, flare, from, to, side.
    """
    numbers = (*triple(frame.at), *_rows(frame.turn), length, girth, grow, flare, *ends, side)
    centre = triple(frame.point(0, -length / 2, 0))
    return Solid(Kind.LIMB, part, numbers, centre, length / 2 + 0.075 * girth + grow + flare, blend, profile=profile)


def torso(
    part: Part,
    spine: Array,
    profile: int,
    blend: float = 0.0,
    *,
    grow: float = 0.0,
    flare: float = 0.0,
    ends: tuple[float, float] = (-1.0, 2.0),
    caps: tuple[float, float] = (0.035, 0.02),
) -> Solid:
    """The trunk along the line of the spine. Numbers: grow, flare, from, to (lengths along it), caps."""
    points = spine[:, :3]
    centre = (points.min(axis=0) + points.max(axis=0)) / 2
    reach = float(np.linalg.norm(points - centre, axis=1).max()) + 0.13 + grow + flare
    return Solid(Kind.TORSO, part, (grow, flare, *ends, *caps), triple(centre), reach, blend, profile=profile)


def box(
    part: Part,
    frame: Frame,
    at: tuple[float, float, float],
    half: tuple[float, float, float],
    rounded: float = 0.0,
    blend: float = 0.0,
) -> Solid:
    """A box in a frame, half sizes. Numbers: centre, world to local, half, rounded."""
    centre = triple(frame.point(*at))
    numbers = (*centre, *_rows(frame.turn), *half, rounded)
    return Solid(Kind.BOX, part, numbers, centre, float(np.linalg.norm(half)), blend)


def cylinder(
    part: Part,
    a: Array | tuple[float, float, float],
    b: Array | tuple[float, float, float],
    radius: float,
    rounded: float = 0.0,
    blend: float = 0.0,
) -> Solid:
    """A cylinder with flat ends. Numbers: a, b, radius, rounded."""
    a, b = triple(a), triple(b)
    centre = triple((np.array(a) + np.array(b)) / 2)
    reach = float(np.hypot(np.linalg.norm(np.array(b) - np.array(a)) / 2, radius))
    return Solid(Kind.CYLINDER, part, (*a, *b, radius, rounded), centre, reach, blend)


def sole(
    part: Part,
    frame: Frame,
    back: tuple[float, float],
    front: tuple[float, float],
    heights: tuple[float, float],
    rounded: float = 0.003,
    blend: float = 0.0,
) -> Solid:
    """A flat piece whose outline is two circles and their tangents.

    `back` and `front` are place forward and radius; it goes from one height to another. Numbers: origin, world to
    local, back, front, heights, rounded.
    """
    numbers = (*triple(frame.at), *_rows(frame.turn), *back, *front, *heights, rounded)
    middle = (back[0] + front[0]) / 2
    centre = triple(frame.point(middle, sum(heights) / 2, 0))
    reach = abs(front[0] - back[0]) / 2 + max(back[1], front[1]) + abs(heights[1] - heights[0])
    return Solid(Kind.SOLE, part, numbers, centre, reach, blend)


def ring(
    part: Part, frame: Frame, at: tuple[float, float, float], radii: tuple[float, float], blend: float = 0.0
) -> Solid:
    """A ring round the frame's front axis: its radius, and that of its wire. Numbers: centre, world to local, radii."""
    centre = triple(frame.point(*at))
    return Solid(Kind.RING, part, (*centre, *_rows(frame.turn), *radii), centre, sum(radii), blend)


def frustum(
    part: Part,
    a: Array | tuple[float, float, float],
    b: Array | tuple[float, float, float],
    radii: tuple[float, float],
    rounded: float = 0.0,
    blend: float = 0.0,
) -> Solid:
    """A cone cut off flat at both ends (a tumbler, a tapered leg). Numbers: a, b, radii, rounded."""
    a, b = triple(a), triple(b)
    centre = triple((np.array(a) + np.array(b)) / 2)
    reach = float(np.hypot(np.linalg.norm(np.array(b) - np.array(a)) / 2, max(radii)))
    return Solid(Kind.FRUSTUM, part, (*a, *b, *radii, rounded), centre, reach, blend)


def slab(
    part: Part,
    frame: Frame,
    at: tuple[float, float, float],
    half: tuple[float, float, float],
    corner: float,
    rounded: float = 0.0,
    blend: float = 0.0,
    *,
    slant: float = 0.0,
) -> Solid:
    """A plate with round corners in plan (a mat, a seat), half sizes; upwards it draws in by `slant` for each H.

    Numbers: centre, world to local, half, corner, rounded, slant.
    """
    centre = triple(frame.point(*at))
    numbers = (*centre, *_rows(frame.turn), *half, corner, rounded, slant)
    spread = abs(slant) * half[1]
    reach = float(np.linalg.norm((half[0] + spread, half[1], half[2] + spread)))
    return Solid(Kind.SLAB, part, numbers, centre, reach, blend)


def fading(solid: Solid, near: Array, within: float) -> Solid:
    """The solid with a blend that is full at `near` and gone `within` from there."""
    return solid._replace(near=triple(near), within=within)


def spine_line(points: Array, turns: Array, arcs: Array) -> Array:
    """The line that a torso follows: carried on straight below the hip centre, and cut above the collar."""
    below = points[0] - turns[0][:, 1] * 0.06
    rows = [(*below, *turns[0][:, 0], *turns[0][:, 2], -0.06)]
    for point, turn, arc in zip(points, turns, arcs, strict=True):
        if arc <= SPINE_ENDS_AT:
            rows.append((*point, *turn[:, 0], *turn[:, 2], float(arc)))
    return np.array(rows)


def scene(groups: Sequence[Group], profiles: Sequence[Profile], spine: Array) -> Scene:
    """The groups as arrays; a group that joins another stands behind it."""
    parts: dict[Part, int] = {}
    solids = [solid for group in groups for solid in group.solids]
    for solid in solids:
        parts.setdefault(solid.part, len(parts))
    numbers = np.zeros((len(solids), NUMBERS))
    for row, solid in zip(numbers, solids, strict=True):
        row[: len(solid.numbers)] = solid.numbers
    kinds = np.array([(s.kind, parts[s.part], s.carves, s.profile) for s in solids], dtype=np.int64)
    blends = np.array([(s.blend, *s.near, s.within) for s in solids])
    bounds = np.array([(*s.centre, s.reach) for s in solids])
    names = [group.name for group in groups]
    ends = np.cumsum([0, *(len(group.solids) for group in groups)])
    rows = np.array(
        [(ends[i], ends[i + 1], names.index(g.joins) if g.joins else -1) for i, g in enumerate(groups)], dtype=np.int64
    )
    tables = np.array([profile.table() for profile in profiles]) if profiles else np.zeros((1, PROFILE_STEPS, 4))
    ranges = np.array([(p.low, p.high) for p in profiles]) if profiles else np.zeros((1, 2))
    tables = np.concatenate((tables, np.repeat(ranges[:, None, :], 2, axis=2).reshape(len(tables), 1, 4)), axis=1)
    return Scene(
        tuple(parts),
        kinds,
        numbers,
        blends,
        bounds,
        tables,
        rows,
        np.array([(g.blend, *g.near, g.within) for g in groups]),
        np.array([_round(g.solids) for g in groups]),
        spine if len(spine) else np.zeros((2, 10)),
    )


def _round(solids: Iterable[Solid]) -> tuple[float, float, float, float]:
    """A sphere that holds all solids (carving ones only take away)."""
    kept = [s for s in solids if not s.carves]
    centres, reaches = np.array([s.centre for s in kept]), np.array([s.reach for s in kept])
    low, high = (centres - reaches[:, None]).min(axis=0), (centres + reaches[:, None]).max(axis=0)
    middle = (low + high) / 2
    reach = float((np.linalg.norm(centres - middle, axis=1) + reaches).max())
    return (*triple(middle), reach + max((s.blend for s in kept), default=0.0) / 4)
