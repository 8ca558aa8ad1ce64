"""What is eaten and drunk, and what it comes in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.props.place import ACROSS, UPRIGHT, Place, carved
from publisher.figures.skeleton import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.figures.field import Solid

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


def _pretzels(place: Place, size: Mapping[str, float]) -> Iterator[Solid]:
    """Rings heaped to a mound."""
    r, h = size["radius"], size["height"]
    yield place.egg("food heap", (0, h * 0.86, 0), (r * 0.86, h * 0.32, r * 0.86))
    for i in range(15):
        away = r * 0.70 * math.sqrt((i + 0.4) / 15)
        turn = i * GOLDEN
        at = (away * math.cos(turn), h * (1.30 - 0.32 * (away / r) ** 2), away * math.sin(turn))
        tilt = about((math.sin(turn), 0, -math.cos(turn)), -20 - 35 * away / r) @ about((0, 1, 0), 70 * i)
        one = place.moved(at, np.array(tilt))
        yield one.hoop("food pretzel", (0, 0, 0), (r * 0.17, r * 0.052), UPRIGHT)


def plate(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A plate with a meal (rice, a piece of fish, peas), a fork and a knife."""
    r = size["radius"]
    solids = [
        place.taper("white plate", (0, 0, 0), (0, 0.10 * r, 0), (r * 0.62, r), r * 0.02),
        carved(place.taper("white plate", (0, 0.05 * r, 0), (0, 0.20 * r, 0), (r * 0.62, r * 1.06), r * 0.02)),
        place.taper("white well", (0, 0.02 * r, 0), (0, 0.052 * r, 0), (r * 0.64, r * 0.64), r * 0.01),
        place.egg("food rice", (-0.32 * r, 0.15 * r, -0.20 * r), (0.31 * r, 0.15 * r, 0.28 * r)),
    ]
    solids += _fillet(place.moved((0.14 * r, 0.10 * r, 0.25 * r), about((0, 1, 0), 14)), 0.95 * r)
    solids += _peas(place.moved((0.34 * r, 0.05 * r, -0.28 * r)), 0.27 * r)
    solids += _cutlery(place, r)
    return tuple(solids)


def _fillet(place: Place, long: float) -> Iterator[Solid]:
    """A piece of fish from the pan, with its stripes."""
    yield place.egg("warm fillet", (0, 0.03 * long, 0), (0.50 * long, 0.115 * long, 0.27 * long))
    for i in (-1, 0, 1):
        stripe = place.moved((i * 0.22 * long, 0.142 * long - 0.012 * long * i * i, 0), about((0, 1, 0), 32))
        yield carved(stripe.tube("warm fillet", (0, 0, -0.13 * long), (0, 0, 0.13 * long), 0.020 * long))


def _peas(place: Place, wide: float) -> Iterator[Solid]:
    """A heap of peas."""
    one = 0.17 * wide
    for i in range(17):
        away = wide * 0.80 * math.sqrt((i + 0.3) / 17)
        high = one + 0.5 * wide * max(0.0, 1 - (away / wide / 0.72) ** 2)
        yield place.egg("cloth pea", (away * math.cos(i * GOLDEN), high, away * math.sin(i * GOLDEN)), (one, one, one))


def _cutlery(place: Place, r: float) -> Iterator[Solid]:
    """A fork on the left of the plate and a knife on its right."""
    thick = 0.022 * r
    for side in (-1, 1):
        at = place.moved((side * 1.22 * r, thick, 0))
        yield at.tube("metal handle", (0, 0, 0.10 * r), (0, 0, 0.72 * r), (thick, 0.040 * r))
    fork, knife = place.moved((-1.22 * r, thick, 0)), place.moved((1.22 * r, thick, 0))
    yield fork.plate("metal fork", (0, 0, -0.14 * r), (0.075 * r, thick, 0.12 * r), 0.06 * r, thick * 0.8)
    for z in (-1, 0, 1):
        yield fork.tube("metal fork", (z * 0.056 * r, 0, -0.20 * r), (z * 0.056 * r, 0, -0.62 * r), 0.018 * r)
    yield fork.tube("metal fork", (0, 0, 0.12 * r), (0, 0, -0.04 * r), (thick, 0.03 * r))
    yield knife.plate("metal knife", (0, 0, -0.28 * r), (0.048 * r, thick, 0.40 * r), 0.045 * r, thick * 0.8)


def _leaves(place: Place, long: float, count: int) -> Iterator[Solid]:
    """Leaves that fan out from one place."""
    for i in range(count):
        turn = about((0, 1, 0), 360 / count * i + 25) @ about((0, 0, 1), 32 + 9 * (i % 2))
        one = place.moved((0, 0, 0), turn)
        yield one.egg("cloth leaf", (0.50 * long, 0, 0), (0.52 * long, 0.055 * long, 0.27 * long))
        yield one.tube("white vein", (0.05 * long, 0.052 * long, 0), (0.85 * long, 0.040 * long, 0), 0.018 * long)


def clock(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A clock that looks at the viewer; its hands stand at the `hour`."""
    r, hour = size["radius"], size["hour"]
    face = place.moved((0, r, 0), ACROSS)
    solids = [
        face.rod("band rim", (-0.10 * r, 0, 0), (0.10 * r, 0, 0), r, 0.03 * r),
        carved(face.rod("white face", (0.30 * r, 0, 0), (0.06 * r, 0, 0), 0.88 * r, 0)),
        face.rod("white face", (0.065 * r, 0, 0), (0, 0, 0), 0.90 * r, 0),
    ]
    return (*solids, *_dial(place.moved((0, r, 0.075 * r)), r, hour))


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


def greens(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A head of dark leaves."""
    k = size["length"]
    low = place.moved((0, 0.02 * k, 0))
    return (*_leaves(low, 0.50 * k, 9), *_leaves(low.moved((0, 0.10 * k, 0), about((0, 1, 0), 20)), 0.42 * k, 5))


def root(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A piece of turmeric: fingers on a stem; one end is cut."""
    k = size["length"]
    low = place.moved((0, 0.11 * k, 0))
    solids = [
        low.tube("food root", (-0.36 * k, 0, 0), (0.26 * k, 0.01 * k, 0), (0.085 * k, 0.11 * k)),
        low.tube(
            "food root", (0.02 * k, 0.02 * k, 0), (0.10 * k, 0.24 * k, 0.04 * k), (0.075 * k, 0.055 * k), 0.04 * k
        ),
        low.tube(
            "food root", (-0.18 * k, 0, 0.02 * k), (-0.30 * k, 0.17 * k, 0.05 * k), (0.065 * k, 0.05 * k), 0.04 * k
        ),
        low.tube("food root", (0.20 * k, 0, 0), (0.40 * k, 0.07 * k, -0.05 * k), (0.085 * k, 0.06 * k), 0.04 * k),
    ]
    solids.append(low.rod("warm cut", (-0.455 * k, 0, 0), (-0.36 * k, 0, 0), 0.082 * k, 0.01 * k))
    return tuple(solids)


def salt(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A salt cellar: glass with salt in it, a cap of metal with holes."""
    r, h = size["radius"], size["height"]
    solids = [
        place.taper("white salt", (0, 0, 0), (0, 0.46 * h, 0), (r, 0.90 * r), 0.08 * r),
        place.taper("glass cellar", (0, 0.46 * h, 0), (0, 0.72 * h, 0), (0.905 * r, 0.80 * r), 0.02 * r),
        place.taper("metal cap", (0, 0.71 * h, 0), (0, 0.86 * h, 0), (0.86 * r, 0.82 * r), 0.06 * r),
        place.egg("metal cap", (0, 0.86 * h, 0), (0.80 * r, 0.14 * h, 0.80 * r)),
    ]
    spots = ((0.40 * r * math.cos(i * 1.2566), 0.40 * r * math.sin(i * 1.2566)) for i in range(5))
    hole = 0.09 * r
    solids += [carved(place.egg("metal cap", (x, 0.985 * h, z), (hole, hole, hole))) for x, z in spots]
    return tuple(solids)
