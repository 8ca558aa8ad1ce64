"""What a gym or a living room floor has: mat, box, step, bench, roller, ball, weights, pole."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from publisher.figures.props.place import ACROSS, UPRIGHT, Place, carved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.field import Solid


def mat(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """An exercise mat. Its top is the floor: it gives way under the body."""
    long, wide, thick = size["length"] / 2, size["width"] / 2, size["thickness"] / 2
    return (place.plate("mat", (0, -thick, 0), (long, thick, wide), 0.022, thick * 0.6),)


def box(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A box of boards to step on, with a slot for the hand in each end and a board round its foot."""
    long, wide, high = size["length"] / 2, size["width"] / 2, size["height"]
    slot = 0.5 * min(wide, 0.09)
    solids = [place.box("prop", (0, high / 2, 0), (long, high / 2, wide), 0.004)]
    for end in (1, -1):
        hole = place.moved((end * long, high * 0.72, 0))
        solids.append(carved(hole.tube("prop slot", (0, 0, -slot), (0, 0, slot), 0.010)))
        side = place.moved((0, high * 0.72, end * wide))
        solids.append(carved(side.tube("prop slot", (-slot, 0, 0), (slot, 0, 0), 0.010)))
    return tuple(solids)


def step(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """An exercise step: a platform with a rough top on two feet that widen downwards."""
    long, wide, high = size["length"] / 2, size["width"] / 2, size["height"]
    board = min(0.028, high * 0.35)
    foot = (high - board) / 2
    solids = [
        place.plate("prop board", (0, high - board / 2, 0), (long, board / 2, wide), 0.030, 0.006),
        place.plate("band tread", (0, high - 0.0035, 0), (long - 0.022, 0.004, wide - 0.022), 0.020, 0.002),
    ]
    for end in (1, -1):
        middle = (0, foot, end * (wide - 0.062))
        solids.append(place.plate("prop foot", middle, (long - 0.022, foot, 0.044), 0.018, 0.003, slant=0.16))
    return tuple(solids)


def bench(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A padded bench on four legs, with a rail under each long side."""
    long, wide, high = size["length"] / 2, size["width"] / 2, size["height"]
    pad, tube, out = 0.020, 0.011, 0.014
    under = high - 2 * pad
    solids = [place.plate("band pad", (0, high - pad, 0), (long, pad, wide), 0.024, 0.012)]
    for side in (1, -1):
        z = side * (wide - out - tube)
        solids.append(place.box("metal frame", (0, under - tube, z), (long - 0.03, tube, tube), 0.003))
        legs = ((end * (long - 0.06), under / 2, z) for end in (1, -1))
        solids += [place.box("metal frame", at, (tube, under / 2, tube), 0.003) for at in legs]
    return tuple(solids)


def roller(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A foam roller, hollow, its tread cut by grooves; it lies along z."""
    half, radius = size["width"] / 2, size["radius"]
    lying = place.moved((0, radius, 0))
    solids = [lying.rod("band roller", (0, 0, -half), (0, 0, half), radius, 0.005)]
    grooves = max(2, round(size["width"] / 0.055))
    for i in range(1, grooves):
        z = -half + i * size["width"] / grooves
        solids.append(carved(lying.hoop("band roller", (0, 0, z), (radius, 0.0035), ACROSS)))
    solids += [
        carved(lying.rod("metal core", (0, 0, end * (half - 0.02)), (0, 0, end * (half + 0.02)), radius * 0.62, 0))
        for end in (1, -1)
    ]
    solids.append(lying.rod("metal core", (0, 0, 0.019 - half), (0, 0, half - 0.019), radius * 0.63, 0))
    return tuple(solids)


def ball(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A ball; a large one has the bands and the plug of a gym ball."""
    r = size["radius"]
    middle = place.moved((0, r, 0))
    solids = [middle.egg("band ball", (0, 0, 0), (r, r, r))]
    if r < 0.08:
        return tuple(solids)
    rings = ((share * r, math.sqrt(1 - share * share) * r) for share in (-0.34, 0.34))
    solids += [middle.hoop("cloth ball", (0, y, 0), (wide - 0.003, 0.0065), UPRIGHT) for y, wide in rings]
    solids.append(middle.egg("white plug", (r * 0.68, 0, r * 0.73), (0.010, 0.010, 0.010)))
    return tuple(solids)


def dumbbell(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A dumbbell with round heads, along its own x round its middle. Plain: it is seen small, between hand and leg."""
    half, r = size["length"] / 2, size["radius"]
    long = half * 0.72
    handle = place.rod("metal handle", (-half * 0.6, 0, 0), (half * 0.6, 0, 0), 0.0090)
    heads = (place.rod("metal head", (end * (half - long / 2), 0, 0), (end * half, 0, 0), r, 0.004) for end in (1, -1))
    return (handle, *heads)


def barbell_plate(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A weight plate, along its own x round its middle: a rim, a hollow face, a hub with a hole."""
    r, half = size["radius"], size["thickness"] / 2
    solids = [place.rod("metal plate", (-half, 0, 0), (half, 0, 0), r, 0.004)]
    faces = ((end * half * 0.45, end * half * 2) for end in (1, -1))
    solids += [carved(place.rod("metal face", (a, 0, 0), (b, 0, 0), r * 0.82, 0.003)) for a, b in faces]
    solids.append(place.rod("metal hub", (-half, 0, 0), (half, 0, 0), r * 0.30, 0.003))
    solids.append(carved(place.rod("metal hole", (-half * 2, 0, 0), (half * 2, 0, 0), r * 0.12, 0)))
    return tuple(solids)


def pole(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A stick along its own x round its middle, with a cap at each end."""
    half, r = size["length"] / 2, size["radius"]
    caps = ((half - 0.018, half), (-half, 0.018 - half))
    return (
        place.tube("prop pole", (-half, 0, 0), (half, 0, 0), r),
        *(place.tube("metal cap", (a, 0, 0), (b, 0, 0), r + 0.002) for a, b in caps),
    )


def rolled_towel(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A towel rolled up on the floor along x: its turns show at the ends."""
    half, r = size["length"] / 2, size["width"]
    lying = place.moved((0, r, 0))
    solids = [lying.rod("band roll", (-half, 0, 0), (half, 0, 0), r, r * 0.35)]
    turns = [(end * half, share * r) for end in (1, -1) for share in (0.72, 0.40)]
    solids += [carved(lying.hoop("band roll", (x, 0, 0), (wide, r * 0.09))) for x, wide in turns]
    solids.append(lying.plate("band flap", (0, r * 0.55 - r, r * 0.85), (half, r * 0.12, r * 0.55), 0.004, 0.002))
    return tuple(solids)
