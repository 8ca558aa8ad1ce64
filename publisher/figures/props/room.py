"""What a house or a street has: chair, wall, door frame, desk, screen, stairs, kerb, ramp and hill."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.field import Solid
    from publisher.figures.props.place import Place

POST = 0.024  # half the width of a door post, H


def chair(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A kitchen chair: a shaped seat, legs that taper and spread, a curved rail between two posts."""
    long, wide, high, back = size["length"] / 2, size["width"] / 2, size["height"], size["back"]
    seat = 0.012
    under = high - 2 * seat
    solids = [place.plate("prop seat", (0, high - seat, 0), (long, seat, wide), 0.045, 0.008)]
    for s in (1, -1):
        front, rear = (
            (long - 0.035, under + 0.006, s * (wide - 0.035)),
            (0.030 - long, under + 0.006, s * (wide - 0.035)),
        )
        solids += [
            place.taper("prop leg", (long - 0.015, 0, s * (wide - 0.012)), front, (0.009, 0.0135)),
            place.taper("prop leg", (-long - 0.010, 0, s * (wide - 0.012)), rear, (0.009, 0.0135)),
            place.tube(
                "prop post",
                (0.020 - long, high - seat, s * (wide - 0.030)),
                (-long - 0.030, high + back * 0.94, s * (wide - 0.030)),
                (0.0115, 0.009),
            ),
            place.tube(
                "prop bar",
                (long - 0.028, high * 0.42, s * (wide - 0.026)),
                (0.008 - long, high * 0.42, s * (wide - 0.026)),
                0.006,
            ),
        ]
    return (*solids, *_rails(place, size))


def _rails(place: Place, size: Mapping[str, float]) -> list[Solid]:
    """The rails of the back bow away from the sitter."""
    long, wide, high, back = size["length"] / 2, size["width"] / 2, size["height"], size["back"]
    solids = []
    across = np.linspace(-1, 1, 9)
    for share, tall in ((0.52, 0.016), (0.86, 0.026)):
        y = high + back * share
        x = 0.020 - long - 0.053 * share
        for a, b in pairwise(across):
            bow = [(x - 0.022 * (1 - t * t), y, t * (wide - 0.030)) for t in (a, b)]
            solids.append(_board(place, bow[0], bow[1], tall))
    return solids


def _board(place: Place, a: tuple[float, float, float], b: tuple[float, float, float], tall: float) -> Solid:
    """A piece of a bent board that stands on edge."""
    along = np.array(b) - np.array(a)
    half = float(np.linalg.norm(along)) / 2
    along /= 2 * half
    turn = np.column_stack((along, (0, 1, 0), np.cross(along, (0, 1, 0))))
    middle = (np.array(a) + np.array(b)) / 2
    piece = place.moved((float(middle[0]), float(middle[1]), float(middle[2])), turn)
    return piece.box("prop rail", (0, 0, 0), (half + 0.002, tall, 0.006), 0.003)


def wall(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A piece of wall, thin and light so that hands on it count; its face looks back along x."""
    thick, wide, high = size["length"], size["width"] / 2, size["height"]
    return (place.box("wall", (thick / 2, high / 2, 0), (thick / 2, high / 2, wide), 0.001),)


def door_frame(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """An open door frame: two posts and a head. Plain, so that what is fixed to it is seen.

    It stands on its post towards the viewer, whose face looks back along x; the doorway goes on away from the viewer.
    """
    deep, wide, high = size["length"] / 2, size["width"] / 2, size["height"]
    door = place.moved((0, 0, POST - wide))
    posts = (door.box("prop post", (deep, high / 2, s * (wide - POST)), (deep, high / 2, POST), 0.002) for s in (1, -1))
    return (*posts, door.box("prop post", (deep, high - POST, 0), (deep, POST, wide), 0.002))


def desk(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A desk: a top on two legs of steel with long feet."""
    long, wide, high = size["length"] / 2, size["width"] / 2, size["height"]
    solids = [place.plate("prop top", (0, high - 0.009, 0), (long, 0.009, wide), 0.014, 0.004)]
    for s in (1, -1):
        z = s * (wide - 0.075)
        solids += [
            place.box("metal leg", (0, high / 2, z), (0.020, high / 2 - 0.012, 0.012), 0.003),
            place.box("metal foot", (0, 0.010, z), (long - 0.02, 0.010, 0.016), 0.004),
            place.box("metal bracket", (0, high - 0.026, z), (long - 0.05, 0.009, 0.012), 0.003),
        ]
    return tuple(solids)


def screen(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A screen on its stand, on whatever it stands on; it looks back along x."""
    thick, wide, high = size["length"] / 2, size["width"] / 2, size["height"]
    panel = high * 0.68
    middle = high - panel / 2
    return (
        place.box("metal panel", (0, middle, 0), (0.009, panel / 2, wide), 0.005),
        place.box("glass display", (-0.007, middle, 0), (0.004, panel / 2 - 0.010, wide - 0.010), 0.001),
        place.box("metal neck", (thick * 0.8, middle * 0.52, 0), (0.007, middle * 0.5, 0.022), 0.004),
        place.plate("metal stand", (thick * 0.5, 0.005, 0), (0.055, 0.005, 0.075), 0.025, 0.003),
    )


def stairs(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """Stairs that rise towards x; treads stand out a little over risers."""
    going, wide, rise = size["going"], size["width"] / 2, size["rise"]
    count = round(size["steps"])
    solids = []
    for i in range(count):
        start, end, top = i * going, count * going, (i + 1) * rise
        solids.append(
            place.box("prop riser", ((start + end) / 2, top - rise / 2, 0), ((end - start) / 2, rise / 2, wide), 0.001)
        )
        nosing = ((start + start + going) / 2 - 0.006, top - 0.009, 0)
        solids.append(place.box("prop tread", nosing, (going / 2 + 0.006, 0.009, wide + 0.004), 0.004))
    return tuple(solids)


def kerb(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """The kerb of a pavement: a stone with a rounded edge, flags behind it."""
    long, wide, high = size["length"], size["width"] / 2, size["height"]
    stone = 0.085
    flags = (long - stone) / 2
    return (
        place.box("prop stone", (stone / 2, high / 2 - 0.01, 0), (stone / 2, high / 2 + 0.01, wide), 0.014),
        place.box("prop flag", (stone + flags + 0.002, high / 2 - 0.003, 0), (flags, high / 2, wide), 0.002),
    )


def ramp(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """A ramp that rises towards x: a board on a wedge."""
    long, wide, high = size["length"], size["width"] / 2, size["height"]
    steep = float(np.hypot(long, high))
    turn = np.array(((long, -high, 0.0), (high, long, 0.0), (0.0, 0.0, steep))) / steep
    board = place.moved((-long / 2, 0, 0), turn)
    return (
        board.box("band tread", (steep / 2 + 0.02, -0.005, 0), (steep / 2 - 0.02, 0.005, wide), 0.002),
        *_wedge(place, long, wide - 0.01, high - 0.012),
    )


def _wedge(place: Place, long: float, wide: float, high: float) -> list[Solid]:
    """What carries the board: an upright end and a strip along the floor."""
    return [
        place.box("prop end", (long / 2 - 0.014, high / 2, 0), (0.010, high / 2, wide), 0.002),
        place.box("prop end", (0, high / 4, 0), (0.008, high / 4, wide), 0.002),
        place.box("prop base", (0.01, 0.005, 0), (long / 2 - 0.02, 0.005, wide), 0.002),
    ]


# Stones that lie on a trail: along the way, across it, and their size, as shares of length, width and 1 H.
STONES = (
    (-0.44, 0.30, 0.018), (-0.31, -0.36, 0.014), (-0.20, 0.40, 0.011), (0.12, -0.40, 0.016), (0.27, 0.38, 0.013),
    (0.38, 0.10, 0.010), (0.46, -0.25, 0.019), (-0.05, 0.44, 0.008), (0.20, 0.43, 0.007),
)  # fmt: skip


def hill(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """Trail ground under the feet, its top the floor: a slab with a broken lower edge, stones at its sides."""
    long, wide, thick = size["length"] / 2, size["width"] / 2, size["height"]
    solids = [place.box("mat ground", (0, -thick / 2, 0), (long, thick / 2, wide), 0.004)]
    for along, across, r in STONES:
        at = (along * 2 * long, r * 0.15, across * 2 * wide)
        solids.append(place.egg("mat stone", at, (r * 1.3, r * 0.8, r)))
    return tuple(solids)
