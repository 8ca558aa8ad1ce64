"""What a body wears and a table shows: a support belt, a watch, a running pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.field import sole
from publisher.figures.props.outlines import outline as flat
from publisher.figures.props.place import ACROSS, Place, carved
from publisher.figures.props.shoe import PLAN
from publisher.figures.props.straps import common_plane, edges_of, seat_frame, seat_of
from publisher.figures.props.wrapping import LIFT, THICK, Flat, outline, ribbon
from publisher.figures.skeleton import SIGN, Frame, about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.figures.field import Solid
    from publisher.figures.props.outlines import Spot
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
    """A running watch: footprints and the steps of a minute on its display, a strap with a buckle."""
    wide = size["width"]
    if prop.held:
        return tuple(_worn_watch(place, prop.held[0], wide, body))
    face = place.moved((0, LONG_END * wide, 0), np.array(ACROSS @ about((0, 0, 1), 180.0)))
    return (*_strap(face, wide), *_case(face.moved((-0.14 * wide, 0, 0)), wide))


LONG_END, SHORT_END = 1.78, 1.42  # of a strap, from the middle of the case, in widths of the watch


def _strap(face: Place, wide: float) -> Iterator[Solid]:
    """The strap laid flat: above the end with the holes, below the end with the buckle. It narrows outwards."""
    part, thick = face.part("cloth", "strap"), 0.03 * wide
    for way, long in ((1, SHORT_END), (-1, LONG_END)):
        along = face.moved((0, 0, 0), np.array(((0, 1, 0), (way, 0, 0), (0, 0, way))))
        tip = 0.26 * wide
        yield sole(part, along.frame, (0, 0.46 * wide), (long * wide - tip, tip), (-thick, thick), 0.002 * wide)
    # The end with the buckle is folded round its bar.
    yield carved(face.box("cloth strap", (0, (SHORT_END + 0.10) * wide, 0), (wide, 0.20 * wide, wide), 0))
    for i in range(5):
        hole = (-thick, -(LONG_END - 0.24 - 0.15 * i) * wide, 0)
        yield face.rod("white hole", hole, (-1.05 * thick, *hole[1:]), 0.05 * wide, 0)
    yield from _buckle(face.moved((0, (SHORT_END + 0.05) * wide, 0)), wide)


def _buckle(face: Place, wide: float) -> Iterator[Solid]:
    """A frame whose upper bar the strap goes round, with its pin."""
    lying = face.moved((-0.05 * wide, 0, 0), np.array(((0.0, -1.0, 0.0), (0.0, 0.0, -1.0), (1.0, 0.0, 0.0))))
    yield lying.plate("metal buckle", (0, 0, 0), (0.35 * wide, 0.04 * wide, 0.20 * wide), 0.06 * wide, 0)
    for side in (1, -1):
        window = (0.155 * side * wide, 0, 0)
        yield carved(lying.plate("metal buckle", window, (0.125 * wide, 0.2 * wide, 0.12 * wide), 0.02 * wide, 0))


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


# Of a face that looks back along x: what is right, up and towards the viewer.
READ = np.array(((0.0, 0.0, -1.0), (0.0, -1.0, 0.0), (-1.0, 0.0, 0.0)))
# Along, up and aside of something that lies on such a face.
UPWARDS = np.array(((0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))


def _case(face: Place, wide: float, *, prints: bool = True) -> Iterator[Solid]:
    """A round case that looks back along x."""
    r = wide * 0.62
    for turn in (50, 90, 130):
        side = face.moved((0, 0, 0), about((1, 0, 0), -turn))
        yield side.rod("band button", (0, 0.90 * r, 0), (0, 1.13 * r, 0), 0.10 * r, 0.02 * r)
    yield face.rod("metal case", (-0.20 * r, 0, 0), (0.10 * r, 0, 0), r, 0)
    yield face.rod("band bezel", (-0.22 * r, 0, 0), (-0.10 * r, 0, 0), 0.92 * r, 0)
    yield face.rod("white display", (-0.24 * r, 0, 0), (-0.10 * r, 0, 0), 0.78 * r, 0)
    if prints:
        dial = face.moved((-0.24 * r, 0, 0), READ)
        for x, y in ((-0.17, 0.24), (0.17, 0.34)):
            yield from _print(dial.moved((x * r, y * r, 0), UPWARDS), 0.46 * r)
        for i, digit in enumerate(READING):
            yield from _digit(dial.moved(((0.38 * i - 0.49) * r, -0.32 * r, 0)), digit, 0.42 * r)


def _print(place: Place, long: float) -> Iterator[Solid]:
    """The print of a shoe, a little larger across than it would be, to be seen small."""
    spots = [((x - 0.5) * long, z * long, 1.1 * r * long) for x, z, r in PLAN]
    yield from flat(place, "band print", spots, (0, 0.02 * long), 0)


# Bars of digits as on a display: middle (right, up) and half length (right, up), in parts of the height of a digit.
BARS = {
    "top": ((0, 0.5), (0.25, 0)), "middle": ((0, 0), (0.25, 0)), "bottom": ((0, -0.5), (0.25, 0)),
    "left": ((-0.25, 0), (0, 0.5)), "right": ((0.25, 0), (0, 0.5)), "lower right": ((0.25, -0.25), (0, 0.25)),
}  # fmt: skip
_EIGHT = ("top", "middle", "bottom", "left", "right")
DIGITS = {"1": ("right",), "6": ("top", "middle", "bottom", "left", "lower right"), "8": _EIGHT}
# Steps a minute as somebody has them, and not a target: none is shown to be the right one.
READING = "168"


def _digit(place: Place, digit: str, high: float) -> Iterator[Solid]:
    half = 0.075 * high
    for name in DIGITS[digit]:
        (x, y), (wide, tall) = BARS[name]
        size = (wide * high + half, tall * high + half, 0.02 * high)
        yield place.box("band digit", (x * high, y * high, 0), size, 0)


def pack(place: Place, prop: Prop, size: Mapping[str, float], body: Body) -> tuple[Solid, ...]:
    """A running pack: worn, a bag on the back with its straps over the shoulders; by itself, a vest seen from ahead."""
    deep, wide, high = size["length"] / 2, size["width"] / 2, size["height"] / 2
    if not prop.held:
        return tuple(_vest(place, deep * 2, wide * 2, high * 2))
    thorax = body.bones.bones["thorax"]
    on_back = Flat(thorax.point(0.0, -0.085, 0.0), -thorax.turn[:, 0], thorax.turn[:, 1])
    ring = outline(body, "trunk", ("torso",), on_back)
    back = float(ring[:, 0].max()) if len(ring) else 0.06
    bag = Place(place.name, Frame(thorax.turn, thorax.point(-back - deep * 0.85, -0.085, 0)))
    return (*_bag(bag, (deep, high, wide)), *_shoulder_straps(place, body))


def _bag(place: Place, half: tuple[float, float, float]) -> Iterator[Solid]:
    """The bag on a back: a rounded sack, a pocket, a bottle at each side."""
    deep, high, wide = half
    yield place.box("cloth bag", (0, -0.10 * high, 0), (deep * 0.80, 0.88 * high, wide * 0.84), 0.55 * deep, 0.3 * deep)
    yield place.egg("cloth bag", (0, 0.42 * high, 0), (deep * 0.86, 0.52 * high, wide * 0.80), 0.25 * wide)
    pocket = (0.50 * deep, 0.46 * high, wide * 0.66)
    yield place.box("band pocket", (-0.55 * deep, -0.42 * high, 0), pocket, 0.42 * deep)
    for s in (1, -1):
        side = place.moved((0.05 * deep, 0, s * 0.90 * wide))
        yield side.tube("metal pocket", (0, -0.72 * high, 0), (0, -0.22 * high, 0), 0.46 * deep)
        yield side.tube("water bottle", (0, -0.22 * high, 0), (0, 0.16 * high, 0), 0.38 * deep)


# The outline of a shoulder strap from the shoulder down, in parts of the height of the vest: how far down, how far
# aside, half its width. Over the chest it is as wide as the flask it carries.
STRAP: tuple[Spot, ...] = (
    (0.090, 0.150, 0.072), (0.24, 0.160, 0.080), (0.46, 0.188, 0.108), (0.68, 0.205, 0.124), (0.80, 0.200, 0.112),
)  # fmt: skip
DOWN = np.array(((0.0, 1.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0)))  # x down, y ahead


def _vest(place: Place, deep: float, wide: float, high: float) -> Iterator[Solid]:
    """A running vest as its wearer puts it on: two wide straps with a soft flask each, the bag behind them."""
    k, chest, aside = high, 0.34 * deep, wide / high / 0.70
    yield place.box("band bag", (-0.45 * deep, 0.47 * k, 0), (0.40 * deep, 0.46 * k, 0.29 * wide), 0.10 * k)
    yield place.hoop("band loop", (-0.30 * deep, 0.94 * k, 0), (0.05 * k, 0.012 * k))
    for s in (1, -1):
        spots = [(d * k, s * z * aside * k, r * k) for d, z, r in STRAP]
        yield from flat(
            place.moved((0, k, 0), DOWN), "cloth strap", spots, (chest + 0.024 * k, chest + 0.036 * k), 0.006 * k
        )
        over = ((-0.1 * deep + chest / 2, 0.945 * k, spots[0][1]), (0.1 * deep + chest / 2, 0.034 * k, 0.058 * k))
        yield place.box("cloth strap", *over, 0.033 * k)
        side = (0.06 * deep, 0.26 * k, s * 0.262 * aside * k)
        yield place.box("metal side", side, (0.36 * deep, 0.035 * k, 0.012 * k), 0.010 * k)
        yield from _flask(place.moved((chest + 0.035 * k, 0, s * 0.205 * aside * k)), k)
    for y in (0.70, 0.50):
        yield place.box("white clip", (chest + 0.02 * k, y * k, 0), (0.010 * k, 0.020 * k, 0.10 * aside * k), 0.006 * k)
        yield place.box("metal buckle", (chest + 0.03 * k, y * k, 0), (0.014 * k, 0.032 * k, 0.030 * k), 0.008 * k)


def _flask(place: Place, k: float) -> Iterator[Solid]:
    """A soft flask in its pocket: out of it stand its shoulders, and a valve to drink from."""
    yield place.tube("water flask", (0, 0.30 * k, 0), (0, 0.465 * k, 0), (0.072 * k, 0.066 * k))
    yield place.tube("white valve", (0, 0.51 * k, 0), (0, 0.575 * k, 0), 0.021 * k)
    yield place.tube("band valve", (0, 0.580 * k, 0), (0, 0.602 * k, 0), 0.026 * k)
    yield place.taper("band pocket", (0, 0.125 * k, 0), (0, 0.375 * k, 0), (0.076 * k, 0.086 * k), 0.018 * k)


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
