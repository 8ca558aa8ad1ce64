"""What is eaten and drunk, and what it comes in."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.props.place import ACROSS, UPRIGHT, Place, carved
from publisher.figures.skeleton import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.figures.field import Solid
    from publisher.figures.skeleton import Array

GOLDEN = math.pi * (3 - math.sqrt(5))  # an even spread over a disc (Vogel 1979)


def glass(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A tumbler of water, filled to three quarters."""
    r, h = size["radius"], size["height"]
    wall, level, low = 0.09 * r, 0.74 * h, 0.80 * r

    def wide(y: float) -> float:
        return low + (r - low) * y / h

    return (
        place.taper("glass tumbler", (0, 0, 0), (0, h, 0), (low, r), wall * 0.5),
        carved(
            place.taper("glass tumbler", (0, level, 0), (0, h * 1.2, 0), (wide(level) - wall, wide(h * 1.2) - wall), 0)
        ),
        place.taper(
            "water", (0, 0.10 * h, 0), (0, level, 0), (wide(0.10 * h) + wall * 0.12, wide(level) + wall * 0.12), 0
        ),
    )


def bottle(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A drinking bottle with a waist to grip, a screw cap and a spout."""
    r, h = size["radius"], size["height"]
    soft = 0.35 * r
    return (
        place.taper("water bottle", (0, 0, 0), (0, 0.40 * h, 0), (r * 0.96, r), 0.25 * r),
        place.taper("water bottle", (0, 0.30 * h, 0), (0, 0.50 * h, 0), (r * 0.86, r * 0.86), 0.1 * r, soft),
        place.taper("glass bottle", (0, 0.50 * h, 0), (0, 0.68 * h, 0), (r * 0.90, r), 0.2 * r, soft * 0.5),
        place.taper("glass bottle", (0, 0.66 * h, 0), (0, 0.80 * h, 0), (r, r * 0.72), 0.1 * r, soft),
        place.taper("band cap", (0, 0.775 * h, 0), (0, 0.875 * h, 0), (r * 0.84, r * 0.80), 0.08 * r),
        place.taper("band cap", (0, 0.865 * h, 0), (0, 0.925 * h, 0), (r * 0.62, r * 0.34), 0.05 * r),
        place.taper("white spout", (0, 0.91 * h, 0), (0, h, 0), (r * 0.26, r * 0.30), 0.08 * r),
    )


def bowl(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A bowl of salty pretzels."""
    return (*_dish(place, size), *_pretzels(place, size))


def _dish(place: Place, size: Mapping[str, float]) -> Iterator[Solid]:
    """A round bowl on a foot, hollow."""
    r, h = size["radius"], size["height"]
    yield place.egg("white bowl", (0, h, 0), (r, h * 0.97, r))
    yield carved(place.box("white bowl", (0, h * 1.6, 0), (2 * r, h * 0.6, 2 * r), 0))
    yield carved(place.egg("white bowl", (0, h * 1.02, 0), (r * 0.93, h * 0.88, r * 0.93)))
    yield place.taper("white foot", (0, 0, 0), (0, h * 0.16, 0), (r * 0.42, r * 0.36), r * 0.02)
    yield place.hoop("white rim", (0, h, 0), (r * 0.965, r * 0.035), UPRIGHT)


# Half the line of a pretzel, as parts of half its width, from the end of the strand to the lowest point.
STRAND = (
    (-0.40, -0.62), (-0.20, -0.28), (0.02, 0.04), (0.26, 0.36), (0.56, 0.56), (0.86, 0.44), (0.98, 0.08),
    (0.86, -0.34), (0.50, -0.70), (0.0, -0.82),
)  # fmt: skip
# Where pretzels lie on the heap: across, up and towards the viewer, as parts of the bowl; how each is turned, degrees.
HEAPED = (
    ((-0.42, 1.84, -0.10), (12, 10)), ((0.42, 1.80, -0.12), (-16, -10)), ((0.0, 1.56, 0.34), (-4, 0)),
)  # fmt: skip


def _pretzels(place: Place, size: Mapping[str, float]) -> Iterator[Solid]:
    """Pretzels heaped to a mound, their faces to the viewer."""
    r, h = size["radius"], size["height"]
    yield place.egg("food heap", (0, h * 0.84, 0), (r * 0.86, h * 0.36, r * 0.86))
    for (x, y, z), (roll, turn) in HEAPED:
        facing = about((0, 1, 0), turn) @ about((0, 0, 1), roll) @ about((1, 0, 0), -18)
        yield from _pretzel(place.moved((x * r, y * h, z * r), np.array(facing)), 0.44 * r)


def _pretzel(place: Place, half: float) -> Iterator[Solid]:
    """One pretzel that looks along z; its strand crosses itself in the middle."""
    knots = np.array([*STRAND, *[(-x, y) for x, y in STRAND[-2::-1]]]) * half
    along = np.linspace(0, len(knots) - 1, 37)
    x, y = (smoothed(knots[:, i], along) for i in (0, 1))
    deep = 0.07 * half * np.cos(np.linspace(0, math.pi, len(along)))
    points = [(float(a), float(b), float(c)) for a, b, c in zip(x, y, deep, strict=True)]
    for a, b in pairwise(points):
        yield place.tube("food pretzel", a, b, 0.125 * half)


def smoothed(values: Array, along: Array) -> Array:
    """A curve through values at 0, 1, 2 and so on, read at other places (Catmull and Rom 1974)."""
    padded = np.concatenate((values[:1], values, values[-1:]))
    i = np.minimum(along.astype(int), len(values) - 2)
    t = along - i
    a, b, c, d = (padded[i + k] for k in range(4))
    return np.asarray(b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a))))


def plate(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A plate with something to eat: half a sandwich and an apple."""
    r = size["radius"]
    return (
        place.taper("white plate", (0, 0, 0), (0, 0.10 * r, 0), (r * 0.62, r), r * 0.02),
        carved(place.taper("white plate", (0, 0.05 * r, 0), (0, 0.20 * r, 0), (r * 0.62, r * 1.06), r * 0.02)),
        place.taper("white well", (0, 0.02 * r, 0), (0, 0.052 * r, 0), (r * 0.64, r * 0.64), r * 0.01),
        *_sandwich(place.moved((-0.26 * r, 0.05 * r, 0.12 * r), about((0, 1, 0), 34)), 0.40 * r),
        *_apple(place.moved((0.46 * r, 0.05 * r, -0.02 * r)), 0.30 * r),
    )


def _sandwich(place: Place, half: float) -> Iterator[Solid]:
    """A sandwich: bread, a leaf of salad that stands out, a filling, bread."""
    layers = (
        ("food bread", 0.0, 0.34, 1.0), ("leaf salad", 0.34, 0.48, 1.10), ("warm filling", 0.48, 0.64, 1.02),
        ("food lid", 0.64, 1.0, 1.0),
    )  # fmt: skip
    for part, low, high, grown in layers:
        thick, side = (high - low) / 2 * half, half * grown
        yield place.plate(part, (0, low * half + thick, 0), (side, thick, side), 0.16 * half, 0.06 * half)


def _apple(place: Place, r: float) -> Iterator[Solid]:
    """An apple with its stalk and a leaf."""
    yield place.egg("warm apple", (0, 0.90 * r, 0), (r, 0.90 * r, r))
    yield place.egg("warm apple", (0, 1.18 * r, 0), (0.86 * r, 0.60 * r, 0.86 * r), 0.2 * r)
    yield carved(place.egg("warm apple", (0, 1.84 * r, 0), (0.30 * r, 0.20 * r, 0.30 * r)))
    yield place.tube("metal stalk", (0, 1.55 * r, 0), (0.10 * r, 2.15 * r, 0), (0.07 * r, 0.09 * r))
    leaf = place.moved((0.08 * r, 1.95 * r, 0), about((0, 0, 1), 28))
    yield leaf.egg("leaf", (0.44 * r, 0, 0), (0.46 * r, 0.20 * r, 0.10 * r))


def clock(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A clock that looks at the viewer; its hands stand at the `hour`. In the first half, the hours gone are tinted."""
    r, hour = size["radius"], size["hour"]
    face = place.moved((0, r, 0), ACROSS)
    solids = [
        face.rod("band rim", (-0.10 * r, 0, 0), (0.10 * r, 0, 0), r, 0.03 * r),
        carved(face.rod("white face", (0.30 * r, 0, 0), (0.06 * r, 0, 0), 0.88 * r, 0)),
        *(_hours(place.moved((0, r, 0.072 * r)), 0.58 * r, hour) if 0 < hour < HALF_ROUND else ()),
        face.rod("white face", (0.065 * r, 0, 0), (0, 0, 0), 0.90 * r, 0),
    ]
    return (*solids, *_dial(place.moved((0, r, 0.075 * r)), r, hour))


HALF_ROUND = 6


def _hours(face: Place, r: float, hour: float) -> Iterator[Solid]:
    """The part of the dial from twelve to the hour: a disc, cut on two sides. The cuts end before the rim."""
    thin, wide = 0.012 * r, 1.03 * r
    yield face.rod("cloth hours", (0, 0, -thin), (0, 0, thin), r, 0)
    yield carved(face.box("cloth hours", (-wide / 2, 0, 0), (wide / 2, wide, 4 * thin), 0))
    beyond = face.moved((0, 0, 0), about((0, 0, 1), -30 * hour))
    yield carved(beyond.box("cloth hours", (wide / 2, 0, 0), (wide / 2, wide, 4 * thin), 0))


def _dial(face: Place, r: float, hour: float) -> Iterator[Solid]:
    for i in range(12):
        c, s = math.cos(i * math.pi / 6), math.sin(i * math.pi / 6)
        inner = 0.68 if i % 3 == 0 else 0.74
        yield face.tube("metal mark", (inner * r * s, inner * r * c, 0), (0.79 * r * s, 0.79 * r * c, 0), 0.022 * r)
    for turn, long, thick in ((hour / 12, 0.42, 0.045), (hour % 1, 0.62, 0.032)):
        c, s = math.cos(2 * math.pi * turn), math.sin(2 * math.pi * turn)
        yield face.tube("metal hand", (0, 0, 0), (long * r * s, long * r * c, 0.02 * r), thick * r)
    yield face.egg("band axle", (0, 0, 0.02 * r), (0.07 * r, 0.07 * r, 0.04 * r))


def fish(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A whole fish on its side: body, tail, fins, gill and eye."""
    k = size["length"]
    body = place.moved((0, 0.17 * k, 0))
    solids = [
        body.egg("water fish", (0.08 * k, 0, 0), (0.36 * k, 0.135 * k, 0.07 * k)),
        body.egg("water fish", (0.24 * k, -0.006 * k, 0), (0.22 * k, 0.105 * k, 0.062 * k), 0.06 * k),
        body.tube("water fish", (-0.20 * k, 0, 0), (-0.34 * k, 0, 0), (0.065 * k, 0.040 * k), 0.06 * k),
    ]
    for s in (1, -1):
        fin = body.moved((-0.36 * k, 0, 0), about((0, 0, 1), 180 - 32 * s))
        solids.append(fin.egg("water tail", (0.08 * k, 0, 0), (0.13 * k, 0.042 * k, 0.014 * k), 0.02 * k))
    solids += [
        body.moved((0.06 * k, 0.125 * k, 0), about((0, 0, 1), 165)).egg(
            "water fin", (0.06 * k, 0, 0), (0.12 * k, 0.04 * k, 0.012 * k)
        ),
        body.moved((0.10 * k, -0.115 * k, 0), about((0, 0, 1), 205)).egg(
            "water fin", (0.05 * k, 0, 0), (0.08 * k, 0.03 * k, 0.012 * k)
        ),
        body.moved((0.14 * k, -0.02 * k, 0.066 * k), about((0, 0, 1), 200)).egg(
            "water side", (0.05 * k, 0, 0), (0.075 * k, 0.03 * k, 0.010 * k)
        ),
        carved(body.hoop("water fish", (0.15 * k, 0.0, 0.065 * k), (0.10 * k, 0.006 * k), ACROSS)),
        body.egg("white eye", (0.335 * k, 0.030 * k, 0.052 * k), (0.022 * k, 0.022 * k, 0.016 * k)),
        body.egg("metal pupil", (0.338 * k, 0.030 * k, 0.066 * k), (0.011 * k, 0.011 * k, 0.006 * k)),
    ]
    return tuple(solids)


def nuts(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A bowl of almonds and walnuts."""
    return (*_dish(place, size), *_kernels(place, size))


def _kernels(place: Place, size: Mapping[str, float]) -> Iterator[Solid]:
    r, h = size["radius"], size["height"]
    yield place.egg("food heap", (0, h * 0.84, 0), (r * 0.88, h * 0.34, r * 0.88))
    for i in range(24):
        away = r * 0.76 * math.sqrt((i + 0.3) / 24)
        turn = i * GOLDEN
        at = (away * math.cos(turn), h * (1.20 - 0.30 * (away / r) ** 2), away * math.sin(turn))
        one = place.moved(at, about((0, 1, 0), 97 * i) @ about((0, 0, 1), 25 * ((i % 3) - 1)))
        yield one.egg("food almond", (0, 0, 0), (r * 0.155, r * 0.072, r * 0.090))
        yield one.egg("food almond", (r * 0.07, 0, 0), (r * 0.11, r * 0.045, r * 0.055), r * 0.04)


# Leaves of a bunch: how far each leans (degrees), how long it is, how near.
LEAVES = ((-62, 0.80, -0.06), (60, 0.82, -0.05), (-34, 0.96, 0.0), (32, 0.94, 0.01), (-2, 1.0, 0.07))


def greens(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A bunch of leaves on their stalks, tied together."""
    k = size["length"]
    knot = place.moved((0, 0.22 * k, 0))
    leaves = (
        _leaf(knot.moved((0, 0, near * k), about((0, 0, 1), 90 - lean)), long * 0.74 * k) for lean, long, near in LEAVES
    )
    stalks = (
        knot.tube("leaf stalk", (0, 0, 0), (0.07 * k * i, -0.20 * k, 0.02 * k * (i % 2)), (0.028 * k, 0.024 * k))
        for i in (-1.5, -0.5, 0.5, 1.5)
    )
    tie = knot.rod("band tie", (0, -0.035 * k, 0), (0, 0.035 * k, 0), 0.075 * k, 0.01 * k)
    return (*(solid for leaf in leaves for solid in leaf), *stalks, tie)


def _leaf(place: Place, long: float) -> Iterator[Solid]:
    """A leaf that goes out along x: a stalk that becomes its rib, a blade with a point."""
    yield place.tube("leaf stalk", (0, 0, 0.012 * long), (0.82 * long, 0, 0.030 * long), (0.034 * long, 0.008 * long))
    yield place.egg("leaf", (0.60 * long, 0, 0), (0.31 * long, 0.21 * long, 0.035 * long))
    yield place.egg("leaf", (0.80 * long, 0, 0), (0.24 * long, 0.085 * long, 0.030 * long), 0.08 * long)


def root(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """Turmeric: a knobbly root with fingers, and two slices of it in front."""
    k = size["length"]
    low = place.moved((0, 0.13 * k, 0))
    fingers = (
        ((-0.26, 0.0), (0.20, 0.01), (0.115, 0.130)), ((0.02, 0.08), (0.10, 0.28), (0.095, 0.080)),
        ((-0.22, 0.06), (-0.30, 0.18), (0.085, 0.072)), ((0.20, 0.02), (0.40, 0.09), (0.105, 0.075)),
        ((-0.28, -0.01), (-0.44, 0.0), (0.095, 0.070)),
    )  # fmt: skip
    solids = (
        low.tube("food root", (a[0] * k, a[1] * k, 0), (b[0] * k, b[1] * k, 0), (r[0] * k, r[1] * k), 0.04 * k)
        for a, b, r in fingers
    )
    slices = ((0.30, 0.20), (0.52, 0.10))
    return (*solids, *(solid for x, z in slices for solid in _slice(place.moved((x * k, 0, z * k)), k)))


def _slice(place: Place, k: float) -> Iterator[Solid]:
    """A round slice that lies, tipped a little to the viewer."""
    lies = place.moved((0, 0.06 * k, 0), np.array(about((1, 0, 0), 18) @ UPRIGHT))
    yield lies.rod("food rind", (-0.025 * k, 0, 0), (0.022 * k, 0, 0), 0.135 * k, 0.006 * k)
    yield lies.rod("warm heart", (-0.02 * k, 0, 0), (0.028 * k, 0, 0), 0.108 * k, 0.004 * k)


def salt(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A salt cellar: glass with salt in it, a cap of metal with holes."""
    r, h = size["radius"], size["height"]
    solids = [
        place.taper("white salt", (0, 0, 0), (0, 0.46 * h, 0), (r, 0.90 * r), 0.08 * r),
        place.taper("glass cellar", (0, 0.46 * h, 0), (0, 0.72 * h, 0), (0.905 * r, 0.80 * r), 0.02 * r),
        place.taper("band cap", (0, 0.71 * h, 0), (0, 0.86 * h, 0), (0.86 * r, 0.82 * r), 0.06 * r),
        place.egg("band cap", (0, 0.86 * h, 0), (0.80 * r, 0.14 * h, 0.80 * r)),
    ]
    spots = ((0.40 * r * math.cos(i * 1.2566), 0.40 * r * math.sin(i * 1.2566)) for i in range(5))
    hole = 0.09 * r
    solids += [carved(place.egg("band cap", (x, 0.985 * h, z), (hole, hole, hole))) for x, z in spots]
    return tuple(solids)
