"""A shower and what falls out of it."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from publisher.figures.skeleton import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.figures.field import Solid
    from publisher.figures.props.place import Place


def shower(place: Place, size: Mapping[str, float], water: str = "water") -> tuple[Solid, ...]:
    """A shower: a pipe up the wall behind, an arm, a head with its water, a mixer with two taps."""
    h, r = size["height"], size["width"] / 2
    back = -max(0.22, 2.1 * r)
    pipe = min(0.011, 0.11 * r + 0.002)
    solids = [
        place.tube("metal pipe", (back, 0.42 * h, 0), (back, 0.985 * h, 0), pipe),
        place.tube("metal pipe", (back, 0.985 * h, 0), (0, 0.985 * h, 0), pipe),
        place.tube("metal pipe", (0, 0.985 * h, 0), (0, 0.95 * h, 0), pipe * 1.3),
        place.taper("metal head", (0, 0.925 * h, 0), (0, 0.962 * h, 0), (r, r * 0.30), 0.004),
        place.rod("metal plate", (0, 0.915 * h, 0), (0, 0.928 * h, 0), r * 0.97, 0.003),
    ]
    return (*solids, *_mixer(place.moved((back, 0.42 * h, 0)), pipe), *_drops(place, h, r, water))


def _mixer(place: Place, pipe: float) -> Iterator[Solid]:
    """A bar with a tap at each end: one warm, one cold."""
    long = pipe * 7
    yield place.rod("metal mixer", (0, 0, -long), (0, 0, long), pipe * 1.8, pipe * 0.4)
    for end, colour in ((1, "warm tap"), (-1, "water tap")):
        yield place.rod(colour, (0, 0, end * long), (0, 0, end * (long + pipe * 3.2)), pipe * 2.3, pipe * 0.5)


def _drops(place: Place, h: float, r: float, water: str) -> Iterator[Solid]:
    """Drops with a point above, in lines that spread a little; every other line falls half a step lower."""
    count, long, gap = 5, 0.085 * h, 0.080 * h
    for i in range(count):
        x = (2 * i / (count - 1) - 1) * r * 0.86
        fall = 0.868 * h - ((long + gap) / 2 if i % 2 else 0.0)
        while fall - long > 0.02 * h:
            top, end = (_spread(x, y, h) for y in (fall, fall - long))
            yield place.tube(f"{water} drop", (top, fall, 0), (end, fall - long, 0), (0.002 * h, 0.0145 * h))
            fall -= long + gap


def _spread(x: float, y: float, h: float) -> float:
    return x * (1 + 0.35 * (1 - y / h))


def cold_shower(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A shower with cold water: ice crystals beside it."""
    r = size["width"] / 2
    stars = [(2.15, 0.24, 0.090), (3.25, 0.36, 0.066)]
    crystals = (_crystal(place.moved((x * r, y * size["height"], 0)), long * size["height"]) for x, y, long in stars)
    return (*shower(place, size), *(solid for crystal in crystals for solid in crystal))


def _crystal(place: Place, long: float) -> Iterator[Solid]:
    """Six arms, each with a pair of twigs."""
    for i in range(6):
        arm = place.moved((0, 0, 0), about((0, 0, 1), 60 * i + 30))
        yield arm.tube("water crystal", (0, 0, 0), (long, 0, 0), 0.08 * long)
        for s in (1, -1):
            yield arm.tube("water crystal", (0.52 * long, 0, 0), (0.80 * long, s * 0.28 * long, 0), 0.07 * long)


def warm_shower(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A shower with warm water, from whose floor steam rises."""
    return (*shower(place, size, "warm"), *_steam(place, size["height"], size["width"] / 2))


def _steam(place: Place, h: float, r: float) -> Iterator[Solid]:
    """Wisps that curl up beside the water."""
    for i, x in enumerate((1.7 * r, 2.3 * r, 2.9 * r)):
        low = (0.10 + 0.05 * (i % 2)) * h
        points = [(x + 0.20 * r * math.sin(0.35 * k + i), low + 0.0073 * h * k, 0.0) for k in range(37)]
        for k, (a, b) in enumerate(pairwise(points)):
            yield place.tube("glass steam", a, b, 0.009 * math.sin(math.pi * (k + 0.6) / 37) + 0.003)
