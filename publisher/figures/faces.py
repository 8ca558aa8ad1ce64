"""The marks of a face: lids, brows, nose, mouth, the inside of the ear, and glasses, as curves in space.

They are drawn on a head that looks ahead, slid onto its surface once for each person, and shown where they can be seen.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from publisher.figures.field import scene
from publisher.figures.heads import aged, head
from publisher.figures.skeleton import Frame
from publisher.figures.tracing import distance
from publisher.model.figure import Hair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Camera, Raster
    from publisher.model.figure import Person

STEP = 0.0010  # between the points of a mark, H
LIFT = 0.0006  # a mark lies this far above the skin
HIDDEN = 0.0045  # and is hidden by what lies this much nearer
SHORTEST = 3  # points

Spot = tuple[float, float]
Seen: TypeAlias = "NDArray[np.bool_]"
# A scene's arrays, as the tracer takes them.
Arrays: TypeAlias = "tuple[Array | NDArray[np.int64], ...]"
COVERS_EARS = (Hair.BOB, Hair.SCARF)


class FaceLine(NamedTuple):
    """A visible mark: points (n, 3) as right, up, towards the viewer in H; the weight at each, in parts of a line's."""

    points: Array
    weights: Array


class Mark(NamedTuple):
    """A mark as drawn from ahead or from the side: its spots, and its weights, spread evenly over its length.

    `facing` is how much the skin must face the viewer (cosine).
    """

    spots: tuple[Spot, ...]
    weights: tuple[float, ...]
    facing: float = 0.12
    side: str = "front"


class Laid(NamedTuple):
    """A mark on the head: points and normals in the head's directions, weights, and how it must face the viewer."""

    points: Array
    normals: Array
    weights: Array
    facing: float


def face_marks(frame: Frame, person: Person, raster: Raster, camera: Camera) -> list[FaceLine]:
    """What of a person's face is seen, as lines."""
    lines: list[FaceLine] = []
    for mark in _laid(person):
        points = camera.seen(mark.points @ frame.turn.T + frame.at)
        facing = camera.seen(mark.normals @ frame.turn.T)[:, 2]
        seen = (facing > mark.facing) & _in_front(points, raster)
        lines += [FaceLine(points[run], mark.weights[run]) for run in _runs(seen)]
    return lines


def _in_front(points: Array, raster: Raster) -> Seen:
    """Whether nothing lies before each point."""
    rows, columns = raster.depth.shape
    row = np.clip(np.rint((raster.top - points[:, 1]) * raster.pixels).astype(int), 0, rows - 1)
    column = np.clip(np.rint((points[:, 0] - raster.left) * raster.pixels).astype(int), 0, columns - 1)
    return np.asarray(points[:, 2] > raster.depth[row, column] - HIDDEN)


def _runs(seen: Seen) -> Iterator[slice]:
    """Stretches of visible points."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], seen.astype(int), [0]))))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start >= SHORTEST:
            yield slice(int(start), int(end))


@lru_cache(maxsize=64)
def _laid(person: Person) -> tuple[Laid, ...]:
    """A person's marks on the surface of the head."""
    ahead = Frame(np.eye(3), np.zeros(3))
    groups = [group._replace(joins="") for group in head(ahead, person)]
    arrays = scene(groups, (), np.zeros((0, 10)))[1:]
    laid = [_slid(mark, mirror, arrays) for mark in _marks(person) for mirror in _mirrors(mark)]
    return (*laid, *_glasses(person))


def _mirrors(mark: Mark) -> tuple[float, ...]:
    """A mark that crosses the middle is drawn once."""
    return (1.0,) if any(across < 0 for across, _ in mark.spots) and mark.side == "front" else (1.0, -1.0)


def _slid(mark: Mark, mirror: float, arrays: Arrays) -> Laid:
    """The mark moved onto the skin, from ahead or from the side."""
    flat, weights = curve(mark.spots, mark.weights)
    if mark.side == "front":
        starts = np.column_stack((np.full(len(flat), 0.12), flat[:, 1], flat[:, 0] * mirror))
        way = np.array((-1.0, 0.0, 0.0))
    else:
        starts = np.column_stack((flat, np.full(len(flat), 0.09 * mirror)))
        way = np.array((0.0, 0.0, -mirror))
    points = np.array([_meets(start, way, arrays) for start in starts])
    normals = np.array([_normal(point, arrays) for point in points])
    return Laid(points + normals * LIFT, normals, weights, mark.facing)


def _meets(start: Array, way: Array, arrays: Arrays) -> Array:
    """Where the skin is met on the way."""
    point = start
    for _ in range(80):
        d = distance(arrays, point[0], point[1], point[2])[0]
        if d < 0.0001:
            break
        point = point + way * d * 0.8
    return point


def _normal(point: Array, arrays: Arrays) -> Array:
    """Which way the skin faces."""
    step = 0.0008
    slope = np.array(
        [
            distance(arrays, *(point + axis * step))[0] - distance(arrays, *(point - axis * step))[0]
            for axis in np.eye(3)
        ]
    )
    normal: Array = slope / max(float(np.linalg.norm(slope)), 1e-9)
    return normal


def curve(spots: tuple[tuple[float, ...], ...], weights: tuple[float, ...]) -> tuple[Array, Array]:
    """Points along a smooth curve through the spots (Catmull and Rom 1974), and the weights spread over it."""
    knots = np.array(spots)
    ends = np.vstack((2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]))
    pieces = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        count = max(2, int(np.ceil(float(np.linalg.norm(c - b)) / STEP)))
        t = np.arange(count)[:, None] / count
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    points = np.vstack((*pieces, knots[-1]))
    share = np.linspace(0, 1, len(points))
    return points, np.interp(share, np.linspace(0, 1, len(weights)), weights)


def _marks(person: Person) -> tuple[Mark, ...]:
    """All marks of the right half and the middle."""
    ear = () if person.hair in COVERS_EARS else _ear()
    return (*_eye(person), *_nose(person), *_mouth(person), *ear)


def _eye(person: Person) -> tuple[Mark, ...]:
    face, age = person.face, aged(person.face)
    eyes, brows = face.eyes, face.brows
    droop = 0.0012 * age
    return (
        # Upper lid, thickest above the iris, and the iris under it.
        Mark(
            (
                (0.0115, 0.0598),
                (0.0150, 0.0632 * 1),
                (0.0195, 0.0643 - droop),
                (0.0240, 0.0628 - droop),
                (0.0275, 0.0600),
            ),
            (0.20, 0.50 * eyes, 0.58 * eyes, 0.50 * eyes, 0.25),
            0.15,
        ),
        Mark(((0.0188, 0.0632 - droop), (0.0188, 0.0596)), (0.62 * eyes, 0.80 * eyes, 0.60 * eyes), 0.36),
        # Brow.
        Mark(
            ((0.0098, 0.0718), (0.0150, 0.0745), (0.0215, 0.0758 - droop), (0.0300, 0.0722 - 1.5 * droop)),
            (0.50 * brows, 0.70 * brows, 0.60 * brows, 0.22),
            0.10,
        ),
    )


def _nose(person: Person) -> tuple[Mark, ...]:
    del person
    return (
        Mark(((0.0085, 0.0440), (0.0112, 0.0408), (0.0098, 0.0375)), (0.20, 0.42, 0.30), 0.05),
        Mark(
            ((-0.0062, 0.0368), (-0.0030, 0.0352), (0.0, 0.0362), (0.0030, 0.0352), (0.0062, 0.0368)),
            (0.25, 0.38, 0.30, 0.38, 0.25),
            0.12,
        ),
    )


def _mouth(person: Person) -> tuple[Mark, ...]:
    lips = person.face.lips
    return (
        Mark(
            (
                (-0.0145, 0.0224),
                (-0.0095, 0.0210),
                (-0.0035, 0.0212),
                (0.0, 0.0207),
                (0.0035, 0.0212),
                (0.0095, 0.0210),
                (0.0145, 0.0224),
            ),
            (0.30, 0.46, 0.52, 0.46, 0.52, 0.46, 0.30),
            0.08,
        ),
        Mark(((-0.0055, 0.0128), (0.0, 0.0120), (0.0055, 0.0128)), (0.12, 0.30 * lips, 0.12), 0.2),
    )


def _ear() -> tuple[Mark, ...]:
    return (
        Mark(
            ((-0.0040, 0.0660), (-0.0105, 0.0685), (-0.0165, 0.0640), (-0.0150, 0.0560), (-0.0095, 0.0500)),
            (0.20, 0.42, 0.45, 0.40, 0.20),
            0.25,
            "side",
        ),
    )


def _glasses(person: Person) -> tuple[Laid, ...]:
    """Two rims, a bridge and the temples, which stand off the face."""
    if not person.glasses:
        return ()
    laid = []
    for side in (1.0, -1.0):
        around = np.radians(np.arange(0, 361, 15))
        across = 0.0190 + 0.0150 * np.sign(np.cos(around)) * np.abs(np.cos(around)) ** 0.8
        up = 0.0600 + 0.0115 * np.sign(np.sin(around)) * np.abs(np.sin(around)) ** 0.8
        deep = 0.0660 - 9.0 * across**2
        laid.append(_floating(np.column_stack((deep, up, across * side)), 0.55))
        temple = (
            (0.0565, 0.0640, 0.0345),
            (0.0400, 0.0655, 0.0415),
            (0.0150, 0.0655, 0.0460),
            (-0.0060, 0.0650, 0.0480),
        )
        laid.append(_floating(np.array(temple) * (1, 1, side), 0.55))
    bridge = ((0.0655, 0.0625, -0.0045), (0.0675, 0.0640, 0.0), (0.0655, 0.0625, 0.0045))
    return (*laid, _floating(np.array(bridge), 0.55))


def _floating(spots: Array, weight: float) -> Laid:
    points, weights = curve(tuple(tuple(spot) for spot in spots), (weight, weight))
    return Laid(points, np.zeros_like(points), weights, -1.0)
