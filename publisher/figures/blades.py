"""A running blade in place of a lower leg: a socket below the knee, a sprung strip and its tread.

The tread lies where heel, ball and toes would, so that poses and contacts hold for its wearer too.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.body import SHANK_AT
from publisher.figures.field import Group, Part, box, cone, limb
from publisher.figures.laid import curve
from publisher.figures.skeleton import SHANK, Frame

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.figures.skeleton import Array

# The skin of the lower leg ends inside the socket, at these parts of its length.
SOCKET = (0.20, 0.50)
HALF_THICK, HALF_WIDE = 0.0044, 0.0170
TREAD, TREAD_THICK = -0.0120, 0.0030  # its lowest surface in the toes' frame, as a shoe's


def blade(shank: Frame, foot: Frame, toes: Frame, side: str, girth: float = 1.0) -> tuple[Group, ...]:
    """Socket and blade of one side; `girth` is that of the leg (`Build.legs`)."""
    limb_name = f"leg_{side}"
    return (
        Group(f"socket_{side}", _socket(shank, limb_name, girth)),
        Group(f"blade_{side}", _strip(shank, foot, toes, limb_name)),
    )


def _socket(shank: Frame, limb_name: str, girth: float) -> tuple[Solid, ...]:
    part = Part("metal", limb_name, "socket")
    return (
        limb(part, shank, SHANK, SHANK_AT, girth=girth, grow=0.003, ends=SOCKET),
        cone(part, shank.point(-0.008, -0.118), shank.point(-0.009, -0.146), (0.031 * girth, 0.013), 0.006),
    )


def _strip(shank: Frame, foot: Frame, toes: Frame, limb_name: str) -> tuple[Solid, ...]:
    """Short plates along a curve: back and down from the socket, in a bow to the ground, then forwards to the tip."""
    middle = TREAD + TREAD_THICK + HALF_THICK
    spots = (
        shank.point(-0.0100, -0.1280),
        shank.point(-0.0260, -0.1560),
        (shank.point(-0.0440, -0.1950) + foot.point(-0.0440, 0.0510)) / 2,
        foot.point(-0.0460, 0.0100),
        foot.point(-0.0260, -0.0220),
        foot.point(0.0120, -0.0300),
        toes.point(-0.0080, middle),
        toes.point(0.0330, middle + 0.0010),
    )
    points = curve([tuple(spot.tolist()) for spot in spots], (1.0, 1.0))[0][::9]
    part, tread = Part("blade", limb_name, "blade"), Part("sole", limb_name, "sole")
    plates = [
        box(part, _lying(a, b, foot), (0, 0, 0), (_long(a, b) / 2 + 0.0020, HALF_THICK, HALF_WIDE), 0.003, 0.004)
        for a, b in pairwise(points)
    ]
    low = -HALF_THICK - TREAD_THICK / 2
    treads = [
        box(tread, _lying(a, b, foot), (0, low, 0), (_long(a, b) / 2 + 0.0012, TREAD_THICK / 2, HALF_WIDE), 0.0012)
        for a, b in pairwise(curve([tuple(spot.tolist()) for spot in spots[4:]], (1.0, 1.0))[0][::9])
    ]
    return *plates, *treads


def _long(a: Array, b: Array) -> float:
    return float(np.linalg.norm(b - a))


def _lying(a: Array, b: Array, foot: Frame) -> Frame:
    """The frame of a plate from `a` to `b`, as level across as the foot."""
    ahead = (b - a) / max(_long(a, b), 1e-9)
    up = np.cross(foot.turn[:, 2], ahead)
    up /= max(float(np.linalg.norm(up)), 1e-9)
    return Frame(np.column_stack((ahead, up, np.cross(ahead, up))), (a + b) / 2)
