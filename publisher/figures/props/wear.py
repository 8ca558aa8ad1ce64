"""What a body wears and a table shows: a support belt, a watch, a running pack."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.field import sole
from publisher.figures.props.place import ACROSS, Place, carved
from publisher.figures.props.straps import common_plane, edges_of, seat_frame, seat_of
from publisher.figures.props.wrapping import LIFT, THICK, Flat, outline, ribbon
from publisher.figures.skeleton import SIGN, Frame, about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.figures.field import Solid
    from publisher.figures.props.wrapping import Body
    from publisher.figures.skeleton import Array
    from publisher.model.figure import Prop

RING = 48


def belt(place: Place, prop: Prop, size: Mapping[str, float], body: Body) -> tuple[Solid, ...]:
    """A support belt: a broad elastic band whose end closes over the front, with stays at the back."""
    wide = size["width"]
    if not prop.held:
        low, high = (_oval(place, 1.30 * wide, 0.92 * wide, end * wide) for end in (0.0, 1.0))
        return tuple(_belt(place, low, high, wide, THICK * wide / 0.085))
    rings = edges_of(body, prop.held, common_plane(body, prop.held), wide, count=RING)
    if not rings:
        return ()
    # Its plane begins on the right; a belt begins in front.
    low, high = (np.roll(ring, -RING // 4, axis=0) for ring in rings)
    return tuple(_belt(place, low, high, wide, THICK))


def _oval(place: Place, across: float, deep: float, high: float) -> Array:
    """Points round an oval that lies level, from its front round."""
    angles = np.arange(RING) * (2 * np.pi / RING)
    return np.array([place.frame.point(deep * np.cos(a), high, across * np.sin(a)) for a in angles])


def _belt(place: Place, low: Array, high: Array, wide: float, thick: float) -> Iterator[Solid]:
    """From its two edges, which come nearer to one another in front."""
    behind = (1 - np.cos(np.arange(RING) * (2 * np.pi / RING))) / 2
    half, tall = (low + high) / 2, (high - low) * (0.66 + 0.34 * behind)[:, None]
    out = half - half.mean(axis=0)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    breadth = wide * (0.66 + 0.34 * behind)
    layers = [("band", "belt", half, breadth), ("white", "lining", half - out * thick * 1.2, breadth * 0.97)]
    if thick > THICK:
        outside = half + out * thick * 0.7
        layers += [("metal", "hem", outside + tall * share, breadth * 0.09) for share in (-0.44, 0.44)]
    for material, piece, line, across in layers:
        yield from ribbon(place.part(material, piece), line, tall, across, closed=True, thick=thick)
    yield from _closure(place, half, tall, out, thick)


def _closure(place: Place, half: Array, tall: Array, out: Array, thick: float) -> Iterator[Solid]:
    """The pad that closes over the front, and two straps that pull it tight on either side."""
    wide = float(np.linalg.norm(tall[0]))
    front = [i % RING for i in range(-5, 5)]
    yield from ribbon(
        place.part("metal", "pad"), half[front] + out[front] * thick * 2.6, tall[front], wide * 0.74, thick=thick
    )
    for side in (1, -1):
        way = [(side * i) % RING for i in range(4, 21)]
        for share in (-0.22, 0.22):
            line = (half + tall * share)[way] + out[way] * thick * 1.8
            yield from ribbon(place.part("metal", "strap"), line, tall[way], wide * 0.22, thick=thick)


def watch(place: Place, prop: Prop, size: Mapping[str, float], body: Body) -> tuple[Solid, ...]:
    """A running watch: two footprints on its display, a strap through its lugs."""
    wide = size["width"]
    if prop.held:
        return tuple(_worn_watch(place, prop.held[0], wide, body))
    face = place.moved((0, LONG_END * wide, 0), np.array(ACROSS @ about((0, 0, 1), 180.0)))
    return (*_strap(face, wide), *_case(face.moved((-0.14 * wide, 0, 0)), wide))


LONG_END, SHORT_END = 1.78, 1.42  # of a strap, from the middle of the case, in widths of the watch


def _strap(face: Place, wide: float) -> Iterator[Solid]:
    """The strap laid flat: above the end with the buckle, below the end with the holes. It narrows outwards."""
    part, thick = face.part("cloth", "strap"), 0.05 * wide
    for way, long in ((1, SHORT_END), (-1, LONG_END)):
        along = face.moved((0, 0, 0), np.array(((0, 1, 0), (way, 0, 0), (0, 0, way))))
        tip = 0.26 * wide
        yield sole(part, along.frame, (0, 0.46 * wide), (long * wide - tip, tip), (-thick, thick), 0.02 * wide)
    for i in range(5):
        y = -(LONG_END - 0.24 - 0.15 * i) * wide
        yield carved(face.rod("cloth strap", (-wide, y, 0), (wide, y, 0), 0.045 * wide, 0))
    yield from _buckle(face.moved((0, (SHORT_END - 0.04) * wide, 0)), wide)


def _buckle(face: Place, wide: float) -> Iterator[Solid]:
    """A frame round the end of the strap, with its pin."""
    half, bar = 0.30 * wide, 0.036 * wide
    for y in (0.16 * wide, -0.16 * wide):
        yield face.tube("metal buckle", (-0.07 * wide, y, -half), (-0.07 * wide, y, half), bar)
    for z in (half, -half):
        yield face.tube("metal buckle", (-0.07 * wide, -0.16 * wide, z), (-0.07 * wide, 0.16 * wide, z), bar)
    yield face.tube("metal pin", (-0.08 * wide, -0.16 * wide, 0), (-0.08 * wide, 0.18 * wide, 0), bar * 0.8)


def _worn_watch(place: Place, name: str, wide: float, body: Body) -> Iterator[Solid]:
    seat, side = seat_of(name)
    frame = seat_frame(body, seat, side)
    out = frame.turn[:, 2] * SIGN[side or "r"]
    flat = common_plane(body, (name,))
    rings = edges_of(body, (name,), flat, wide * 0.6, count=24)
    if not rings:
        return
    yield from ribbon(
        place.part("metal", "strap"), (rings[0] + rings[1]) / 2, rings[1] - rings[0], wide * 0.6, closed=True
    )
    top = max(((rings[0] + rings[1]) / 2 - frame.at) @ out)
    turn = np.column_stack((-out, frame.turn[:, 1], np.cross(-out, frame.turn[:, 1])))
    yield from _case(Place(place.name, Frame(turn, frame.at + out * (top - 0.001))), wide * 0.8, prints=False)


def _case(face: Place, wide: float, *, prints: bool = True) -> Iterator[Solid]:
    """A round case that looks back along x."""
    r = wide * 0.62
    yield face.rod("metal case", (-0.20 * r, 0, 0), (0.10 * r, 0, 0), r, 0.06 * r)
    yield face.rod("band bezel", (-0.29 * r, 0, 0), (-0.10 * r, 0, 0), 0.92 * r, 0.05 * r)
    yield face.rod("white display", (-0.315 * r, 0, 0), (-0.10 * r, 0, 0), 0.78 * r, 0.01 * r)
    for turn in (28, 90, 152):
        side = face.moved((0, 0, 0), about((1, 0, 0), -turn))
        yield side.rod("metal button", (-0.06 * r, 0.96 * r, 0), (-0.06 * r, 1.13 * r, 0), 0.10 * r, 0.02 * r)
    if prints:
        for z, y in ((-0.27, -0.10), (0.27, 0.12)):
            yield from _print(face.moved((-0.315 * r, y * r, z * r)), r)


def _print(place: Place, r: float) -> Iterator[Solid]:
    """The print of a shoe: ball and heel."""
    yield place.egg("band print", (0, -0.17 * r, 0), (0.03 * r, 0.24 * r, 0.145 * r))
    yield place.egg("band print", (0, 0.24 * r, 0), (0.03 * r, 0.12 * r, 0.11 * r))


def pack(place: Place, prop: Prop, size: Mapping[str, float], body: Body) -> tuple[Solid, ...]:
    """A running pack: on the back with its straps over the shoulders, or standing."""
    deep, wide, high = size["length"] / 2, size["width"] / 2, size["height"] / 2
    if not prop.held:
        return tuple(_bag(place.moved((0, high, 0)), (deep, high, wide)))
    thorax = body.bones.bones["thorax"]
    on_back = Flat(thorax.point(0.0, -0.085, 0.0), -thorax.turn[:, 0], thorax.turn[:, 1])
    ring = outline(body, "trunk", ("torso",), on_back)
    back = float(ring[:, 0].max()) if len(ring) else 0.06
    bag = Place(place.name, Frame(thorax.turn, thorax.point(-back - deep * 0.85, -0.085, 0)))
    return (*_bag(bag, (deep, high, wide)), *_shoulder_straps(place, body))


def _bag(place: Place, half: tuple[float, float, float]) -> Iterator[Solid]:
    """The bag: a rounded sack with a loop, a zip over its top, a pocket with a cord, bottles at its sides."""
    deep, high, wide = half
    soft = 0.55 * deep
    yield place.box("cloth bag", (0, -0.10 * high, 0), (deep * 0.80, 0.88 * high, wide * 0.84), soft, 0.3 * deep)
    yield place.egg("cloth bag", (0, 0.42 * high, 0), (deep * 0.86, 0.52 * high, wide * 0.80), 0.25 * wide)
    yield place.box(
        "band pocket", (-0.55 * deep, -0.42 * high, 0), (0.50 * deep, 0.46 * high, wide * 0.66), 0.42 * deep
    )
    yield from _cord(place, deep, high, wide)
    arch = [
        (-deep * 0.84, 0.46 * high + 0.26 * high * np.cos(t), 0.60 * wide * np.sin(t))
        for t in np.linspace(-1.5, 1.5, 17)
    ]
    for a, b in pairwise(arch):
        yield place.tube("white zip", a, b, 0.055 * deep)
    yield place.hoop("band loop", (0.1 * deep, 0.98 * high, 0), (0.15 * wide, 0.05 * wide))
    for s in (1, -1):
        side = place.moved((0.05 * deep, 0, s * 0.90 * wide))
        yield side.tube("metal pocket", (0, -0.72 * high, 0), (0, -0.22 * high, 0), 0.46 * deep)
        yield side.taper(
            "water bottle", (0, -0.22 * high, 0), (0, 0.22 * high, 0), (0.38 * deep, 0.36 * deep), 0.10 * deep
        )
        yield side.taper("band cap", (0, 0.20 * high, 0), (0, 0.34 * high, 0), (0.26 * deep, 0.22 * deep), 0.05 * deep)


def _cord(place: Place, deep: float, high: float, wide: float) -> Iterator[Solid]:
    """An elastic cord laced over the pocket."""
    rows = [(-1.06 * deep, (-0.70 + 0.19 * i) * high, 0.42 * wide * (1 if i % 2 else -1)) for i in range(4)]
    for a, b in pairwise(rows):
        yield place.tube("white cord", a, b, 0.055 * deep)


def _shoulder_straps(place: Place, body: Body) -> Iterator[Solid]:
    """From the top of the bag over each shoulder and down the chest to the lowest ribs."""
    thorax = body.bones.bones["thorax"]
    for side in (1, -1):
        middle = thorax.point(0.0, -0.095, 0.048 * side)
        flat = Flat(middle, thorax.turn[:, 0], thorax.turn[:, 1])
        line = _over(body, flat)
        if len(line) > 2:
            yield from ribbon(place.part("metal", "strap"), line, thorax.turn[:, 2], 0.030)


def _over(body: Body, flat: Flat) -> Array:
    """The part of the outline of the chest from behind over the top to the front."""
    ring = outline(body, "trunk", ("torso",), flat)
    if len(ring) < 8:
        return np.zeros((0, 3))
    turns = np.degrees(np.arctan2(ring[:, 1], ring[:, 0]))
    turns = np.where(turns < -90, turns + 360, turns)
    kept = (turns > -50) & (turns < 160)
    order = np.argsort(turns[kept])
    line = ring[kept][order]
    away = line / np.linalg.norm(line, axis=1, keepdims=True)
    return flat.world(line + away * (THICK + LIFT))
