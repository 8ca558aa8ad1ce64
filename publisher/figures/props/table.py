"""What is eaten and drunk, and what it comes in."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.props.outlines import outline
from publisher.figures.props.place import ACROSS, UPRIGHT, Place, carved
from publisher.figures.skeleton import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.figures.field import Solid
    from publisher.figures.skeleton import Array

GOLDEN = math.pi * (3 - math.sqrt(5))  # an even spread over a disc (Vogel 1979)


# What fills a thing stands out from it by so much of its radius: enough to be the paint that shows, and no more.
SKIN = 0.003


def glass(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A tumbler of water, filled to three quarters."""
    r, h = size["radius"], size["height"]
    wall, level, low = 0.09 * r, 0.74 * h, 0.80 * r

    def wide(y: float) -> float:
        return low + (r - low) * y / h

    def ends(a: float, b: float, grow: float) -> tuple[float, float]:
        return wide(a) + grow, wide(b) + grow

    return (
        place.taper("glass tumbler", (0, 0, 0), (0, h, 0), (low, r), wall * 0.5),
        carved(place.taper("glass tumbler", (0, level, 0), (0, h * 1.2, 0), ends(level, h * 1.2, -wall), 0)),
        place.taper("water", (0, 0.10 * h, 0), (0, level, 0), ends(0.10 * h, level, SKIN * r), 0),
    )


def bottle(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A drinking bottle, half full, with a round cap and a spout."""
    r, h = size["radius"], size["height"]
    full = r * (1 + SKIN)
    return (
        place.taper("glass bottle", (0, 0, 0), (0, 0.66 * h, 0), (r, r), 0.22 * r),
        place.egg("glass bottle", (0, 0.62 * h, 0), (r, 0.17 * h, r)),
        place.taper("water bottle", (0, 0, 0), (0, 0.30 * h, 0), (full, full), 0.22 * r),
        place.taper("water bottle", (0, 0.20 * h, 0), (0, 0.47 * h, 0), (full, full), 0),
        place.taper("band cap", (0, 0.75 * h, 0), (0, 0.845 * h, 0), (r * 0.80, r * 0.78), 0.08 * r),
        place.egg("band cap", (0, 0.83 * h, 0), (r * 0.77, 0.085 * h, r * 0.77)),
        place.tube("white spout", (0, 0.88 * h, 0), (0, h - 0.25 * r, 0), (r * 0.22, r * 0.25)),
    )


def bowl(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A bowl of salty pretzels."""
    return (*_dish(place, size), *_pretzels(place, size))


def _dish(place: Place, size: Mapping[str, float]) -> Iterator[Solid]:
    """A round bowl on a foot, hollow."""
    r, h = size["radius"], size["height"]
    yield place.egg("white bowl", (0, h, 0), (r, h * 0.97, r))
    yield carved(place.box("white bowl", (0, h * 1.6, 0), (2 * r, h * 0.6, 2 * r), 0))
    yield carved(place.egg("white bowl", (0, h * 1.02, 0), (r * 0.99, h * 0.92, r * 0.99)))
    yield place.taper("band foot", (0, 0, 0), (0, h * 0.16, 0), (r * 0.42, r * 0.36), r * 0.02)


# Half the line of a pretzel, as parts of half its width, from the end of the strand to the lowest point.
STRAND = (
    (-0.40, -0.62), (-0.20, -0.28), (0.02, 0.04), (0.26, 0.36), (0.56, 0.56), (0.86, 0.44), (0.98, 0.08),
    (0.86, -0.34), (0.50, -0.70), (0.0, -0.82),
)  # fmt: skip
# Where pretzels lie on the heap: across, up and towards the viewer, as parts of the bowl; how each is turned, degrees.
HEAPED = (
    ((-0.34, 1.92, -0.24), 24), ((0.34, 1.90, -0.22), -22), ((-0.50, 1.34, 0.20), -14), ((0.50, 1.32, 0.22), 16),
    ((0.0, 1.36, 0.40), 4),
)  # fmt: skip


def _pretzels(place: Place, size: Mapping[str, float]) -> Iterator[Solid]:
    """Pretzels heaped to a mound, leaning on one another with their faces to the viewer."""
    r, h = size["radius"], size["height"]
    for (x, y, z), roll in HEAPED:
        facing = about((1, 0, 0), -18) @ about((0, 0, 1), roll)
        yield from _pretzel(place.moved((x * r, y * h, z * r), np.array(facing)), 0.40 * r)


def _pretzel(place: Place, half: float) -> Iterator[Solid]:
    """One pretzel that looks along z. Its loops are closed behind, so that what lies behind makes no lines in them."""
    knots = np.array([*STRAND, *[(-x, y) for x, y in STRAND[-2::-1]]]) * half
    along = np.linspace(0, len(knots) - 1, 55)
    x, y = (smoothed(knots[:, i], along) for i in (0, 1))
    for a, b in pairwise(zip(x, y, strict=True)):
        yield place.tube("food pretzel", (*a, 0.0), (*b, 0.0), 0.15 * half)
    yield place.egg("white loops", (0, -0.12 * half, 0), (0.92 * half, 0.66 * half, 0.05 * half))


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
        place.taper("white plate", (0, 0, 0), (0, 0.06 * r, 0), (r * 0.62, r), 0),
        place.rod("glass well", (0, 0.02 * r, 0), (0, 0.062 * r, 0), r * 0.76, 0),
        *_sandwich(place.moved((-0.26 * r, 0.06 * r, 0.10 * r), about((0, 1, 0), 34)), 0.40 * r),
        *_apple(place.moved((0.46 * r, 0.06 * r, -0.04 * r)), 0.30 * r),
    )


def _sandwich(place: Place, half: float) -> Iterator[Solid]:
    """A sandwich: bread, a leaf of salad that stands out, a filling, bread."""
    layers = (
        ("food bread", 0.0, 0.34, 1.0), ("leaf salad", 0.34, 0.48, 1.07), ("warm filling", 0.48, 0.64, 1.02),
        ("food lid", 0.64, 1.0, 1.0),
    )  # fmt: skip
    for part, low, high, grown in layers:
        thick, side = (high - low) / 2 * half, half * grown
        yield place.plate(part, (0, low * half + thick, 0), (side, thick, side), 0.03 * half, 0.012 * half)


def _apple(place: Place, r: float) -> Iterator[Solid]:
    """An apple with its stalk and a leaf."""
    yield place.egg("warm apple", (0, 0.90 * r, 0), (r, 0.90 * r, r))
    yield place.egg("warm apple", (0, 1.18 * r, 0), (0.86 * r, 0.60 * r, 0.86 * r), 0.2 * r)
    yield place.tube("food stalk", (0, 1.66 * r, 0), (0.10 * r, 2.15 * r, 0), (0.07 * r, 0.09 * r))
    leaf = place.moved((0.08 * r, 1.95 * r, 0), about((0, 0, 1), 28))
    yield leaf.egg("leaf", (0.44 * r, 0, 0), (0.46 * r, 0.20 * r, 0.10 * r))


LEANS = 20  # degrees that a clock leans back, towards somebody who looks down on it


def clock(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A clock that looks at the viewer; its hands stand at the `hour`. In the first half, the hours gone are tinted."""
    r, hour = size["radius"], size["hour"]
    leaning = place.moved((0, 0.10 * r * math.sin(math.radians(LEANS)), 0), about((1, 0, 0), -LEANS))
    face = leaning.moved((0, r, 0), ACROSS)
    solids = [
        face.rod("band rim", (-0.10 * r, 0, 0), (0.10 * r, 0, 0), r, 0),
        face.rod("white face", (0, 0, 0), (-0.102 * r, 0, 0), 0.86 * r, 0),
        face.rod("white face", (0, 0, 0), (0.102 * r, 0, 0), 0.86 * r, 0),
        *(_hours(leaning.moved((0, r, 0.104 * r)), 0.60 * r, hour) if 0 < hour < HALF_ROUND else ()),
    ]
    return (*solids, *_dial(leaning.moved((0, r, 0.104 * r)), r, hour))


HALF_ROUND = 6


def _hours(face: Place, r: float, hour: float) -> Iterator[Solid]:
    """The part of the dial from twelve to the hour: thin wedges side by side."""
    steps = max(2, round(hour * 8))
    for i in range(steps):
        turn = -30 * hour * (i + 0.5) / steps
        wedge = face.moved((0, 0, 0), about((0, 0, 1), turn))
        wide = r * math.sin(math.radians(15 * hour / steps)) * 1.02
        yield wedge.box("cloth hours", (0, r / 2, 0), (wide, r / 2, 0.012 * r), 0)


def _dial(face: Place, r: float, hour: float) -> Iterator[Solid]:
    """Marks of the hours, of which every third is long; a short and thick hand, a long and thin one."""
    for i in range(12):
        half, thick = (0.075, 0.026) if i % 3 == 0 else (0.040, 0.020)
        mark = face.moved((0, 0, 0), about((0, 0, 1), -30 * i))
        yield mark.box("band mark", (0, (0.80 - half) * r, 0), (thick * r, half * r, 0.010 * r), 0)
    for turn, long, thick in ((hour * 30, 0.46, 0.062), (hour % 1 * 360, 0.62, 0.030)):
        hand = face.moved((0, 0, 0.014 * r), about((0, 0, 1), -turn))
        yield hand.box("band hand", (0, long / 2 * r, 0), (thick * r, long / 2 * r, 0.010 * r), 0)
    yield face.rod("band axle", (0, 0, 0), (0, 0, 0.03 * r), 0.085 * r, 0)


def fish(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A whole fish from its side: body, tail, fins, gill, eye and mouth."""
    k = size["length"]
    body = place.moved((0, 0.17 * k, 0))
    mouth = body.moved((0.462 * k, -0.040 * k, 0), about((0, 0, 1), 10)).box(
        "water mouth", (0, 0, 0), (0.042 * k, 0.007 * k, 0.1 * k), 0.004 * k
    )
    solids = [
        body.egg("water fish", (0.08 * k, 0, 0), (0.36 * k, 0.135 * k, 0.07 * k)),
        body.egg("water fish", (0.24 * k, -0.006 * k, 0), (0.22 * k, 0.105 * k, 0.062 * k), 0.06 * k),
        body.tube("water fish", (-0.20 * k, 0, 0), (-0.34 * k, 0, 0), (0.065 * k, 0.040 * k), 0.06 * k),
    ]
    for s in (1, -1):
        fin = body.moved((-0.36 * k, 0, 0), about((0, 0, 1), 180 - 32 * s))
        solids.append(fin.egg("water fish", (0.08 * k, 0, 0), (0.13 * k, 0.042 * k, 0.022 * k), 0.03 * k))
    fins = (((0.06, 0.125, 0.0), 165, (0.06, 0.12, 0.04)), ((0.10, -0.115, 0.0), 205, (0.05, 0.08, 0.03)))
    for (x, y, z), turn, (out, long, wide) in fins:
        fin = body.moved((x * k, y * k, z * k), about((0, 0, 1), turn))
        solids.append(fin.egg("band fin", (out * k, 0, 0), (long * k, wide * k, 0.012 * k)))
    side = body.moved((0.09 * k, -0.015 * k, 0.070 * k), about((0, 0, 1), 205))
    solids += [
        body.egg("glass head", (0.335 * k, -0.006 * k, 0), (0.132 * k, 0.102 * k, 0.072 * k)),
        carved(mouth),
        side.egg("band side", (0.05 * k, 0, 0), (0.080 * k, 0.034 * k, 0.020 * k)),
        body.egg("white eye", (0.350 * k, 0.030 * k, 0.058 * k), (0.026 * k, 0.026 * k, 0.016 * k)),
        body.egg("band pupil", (0.353 * k, 0.034 * k, 0.074 * k), (0.014 * k, 0.014 * k, 0.006 * k)),
    ]
    return tuple(solids)


def nuts(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A bowl of almonds and walnuts."""
    return (*_dish(place, size), *_kernels(place, size))


def _kernels(place: Place, size: Mapping[str, float]) -> Iterator[Solid]:
    """Almonds heaped up, light and dark ones by turns. Each is a part of its own, or those that touch would be one."""
    r, h = size["radius"], size["height"]
    yield place.egg("food heap", (0, h * 0.86, 0), (r * 0.94, h * 0.34, r * 0.94))
    for i in range(21):
        away = r * 0.84 * math.sqrt((i + 0.3) / 21)
        turn = i * GOLDEN
        at = (away * math.cos(turn), h * (1.22 + 0.14 * (i % 2) - 0.34 * (away / r) ** 2), away * math.sin(turn))
        one = place.moved(at, about((0, 1, 0), 97 * i) @ about((0, 0, 1), 20 * ((i % 3) - 1)))
        # Neighbours on the spiral are 3, 5 or 13 apart.
        yield one.egg(("food", "warm")[i % 2] + f" almond{i}", (0, 0, 0), (r * 0.22, r * 0.105, r * 0.14))


# Leaves of a bunch: how far each leans (degrees), how long it is, how near. Each lies clear of the one behind it.
LEAVES = ((-62, 0.80, -0.20), (60, 0.82, -0.15), (-34, 0.96, -0.09), (32, 0.94, -0.04), (-2, 1.0, 0.02))


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
    tie = knot.rod("band tie", (0, -0.035 * k, 0), (0, 0.035 * k, 0), 0.085 * k, 0.01 * k)
    return (*(solid for leaf in leaves for solid in leaf), *stalks, tie)


def _leaf(place: Place, long: float) -> Iterator[Solid]:
    """A leaf that goes out along x: a stalk, a blade with a point, and a pale rib."""
    yield place.tube("leaf", (0, 0, 0), (0.50 * long, 0, 0), (0.032 * long, 0.020 * long))
    # No blend: it would make one piece of this leaf and those behind it.
    lying, thick = place.moved((0, 0, 0), about((1, 0, 0), 90)), 0.024 * long
    spots = [
        (x * long, 0.0, r * long) for x, r in ((0.36, 0.04), (0.46, 0.13), (0.60, 0.19), (0.78, 0.13), (0.98, 0.02))
    ]
    yield from outline(lying, "leaf", spots, (-thick, thick), thick * 0.8, steps=15)
    yield place.tube("white rib", (0.40 * long, 0, 0.022 * long), (0.84 * long, 0, 0.022 * long), 0.012 * long)


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
        low.tube("food root", (a[0] * k, a[1] * k, 0), (b[0] * k, b[1] * k, 0), (r[0] * k, r[1] * k), 0.07 * k)
        for a, b, r in fingers
    )
    slices = ((0.20, 0.30), (0.56, 0.16))
    return (*solids, *(solid for x, z in slices for solid in _slice(place.moved((x * k, 0, z * k)), k)))


def _slice(place: Place, k: float) -> Iterator[Solid]:
    """A round slice that lies, tipped a little to the viewer."""
    lies = place.moved((0, 0.06 * k, 0), np.array(about((1, 0, 0), 18) @ UPRIGHT))
    yield lies.rod("food rind", (-0.025 * k, 0, 0), (0.022 * k, 0, 0), 0.135 * k, 0)
    yield lies.rod("white heart", (-0.02 * k, 0, 0), (0.025 * k, 0, 0), 0.105 * k, 0)


def salt(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A salt cellar: glass with salt in it, a cap of metal with holes."""
    r, h = size["radius"], size["height"]
    solids = [
        place.taper("white salt", (0, 0, 0), (0, 0.46 * h, 0), (r, 0.90 * r), 0.08 * r),
        place.taper("glass cellar", (0, 0.46 * h, 0), (0, 0.72 * h, 0), (0.905 * r, 0.80 * r), 0.02 * r),
        place.taper("band cap", (0, 0.71 * h, 0), (0, 0.86 * h, 0), (0.86 * r, 0.82 * r), 0.06 * r),
        place.egg("band cap", (0, 0.86 * h, 0), (0.80 * r, 0.14 * h, 0.80 * r)),
    ]
    for x in (-0.36, 0.0, 0.36):
        high = 0.86 + 0.14 * math.sqrt(1 - (x * x + 0.34) / 0.64)
        solids.append(place.egg("white hole", (x * r, high * h, 0.58 * r), (0.09 * r, 0.09 * r, 0.09 * r)))
    return tuple(solids)
