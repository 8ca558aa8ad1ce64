"""A shower and what falls out of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from publisher.figures.props.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.figures.field import Solid


def shower(place: Place, size: Mapping[str, float], water: str = "water") -> tuple[Solid, ...]:
    """A shower: a pipe up the wall behind, an arm, a head with its water, a mixer with two taps."""
    h, r = size["height"], size["width"] / 2
    back = -max(0.22, 1.6 * r)
    pipe = min(0.011, 0.11 * r + 0.002)
    solids = [
        place.tube("metal pipe", (back, 0.42 * h, 0), (back, 0.985 * h, 0), pipe),
        place.tube("metal pipe", (back, 0.985 * h, 0), (back * 0.25, h, 0), pipe),
        place.tube("metal pipe", (back * 0.25, h, 0), (0, 0.985 * h, 0), pipe),
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
    """Streaks of water, each in drops that grow apart as they fall."""
    count = 9
    for i in range(count):
        share = math.sqrt((i + 0.5) / count)
        turn = i * 2.39996
        x, z = share * math.cos(turn), share * math.sin(turn)
        fall = 0.88 * h - 0.03 * h * (i % 3)
        for k in range(7):
            low = fall - (0.055 + 0.012 * k) * h
            wide = 0.82 + 0.05 * k
            top, end = (x * r * wide, fall, z * r * wide), (x * r * (wide + 0.03), low, z * r * (wide + 0.03))
            yield place.tube(f"{water} drop", top, end, (0.0026, 0.0058))
            fall = low - (0.045 + 0.010 * k) * h
            if fall < 0.10 * h:
                break
