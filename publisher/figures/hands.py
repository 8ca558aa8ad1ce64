"""The hand: palm, four fingers and a thumb, in the shapes that exercises need.

A finger is three rounded cones that curl; the knuckles lie on an arc. Spots are given as (towards the thumb, along the
fingers, towards the palm) from the wrist, in H, so that the two hands mirror each other.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.field import Group, Part, cone, triple
from publisher.figures.laid import AHEAD, Flat, Laid, laid, shown
from publisher.figures.skeleton import SIGN
from publisher.model.figure import Hand

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.figures.laid import Seen
    from publisher.figures.skeleton import Array, Frame
    from publisher.figures.tracing import Camera, Raster

# What a closed hand holds lies across the palm here, along the hand's front: (front, up, inwards) is (0, -along, palm).
GRIP_ALONG, GRIP_PALM = 0.045, 0.022
WRIST_BLEND, WRIST_WITHIN = 0.012, 0.040


class Finger(NamedTuple):
    """Where a finger starts at the wrist and at the knuckle, its length, its thickness, and how far it spreads."""

    root: tuple[float, float, float]
    knuckle: tuple[float, float, float]
    length: float
    radius: float
    spread: float


FINGERS: tuple[Finger, ...] = (
    Finger((0.0085, 0.006, 0.0), (0.0165, 0.0480, 0.0020), 0.0465, 0.0064, 3),
    Finger((0.0030, 0.006, 0.0), (0.0055, 0.0505, 0.0010), 0.0510, 0.0068, 1),
    Finger((-0.0030, 0.006, 0.0), (-0.0057, 0.0485, 0.0012), 0.0475, 0.0065, -2),
    Finger((-0.0085, 0.006, 0.0), (-0.0160, 0.0445, 0.0024), 0.0385, 0.0059, -5),
)
# How much more the fingers spread than at rest.
SPREADS: dict[Hand, float] = {Hand.FLAT: 2.2, Hand.RELAXED: 1.2, Hand.GRIP: 0.3, Hand.FIST: 0.0, Hand.POINTING: 0.3}
# Curl of the three joints of each finger, from the index to the little finger.
Curl = tuple[float, float, float]
CURLS: dict[Hand, tuple[Curl, Curl, Curl, Curl]] = {
    Hand.FLAT: ((2, 2, 2),) * 4,
    Hand.RELAXED: ((10, 18, 10), (22, 30, 18), (29, 34, 20), (36, 38, 24)),
    Hand.GRIP: ((61, 35, 60), (61, 36, 60), (62, 37, 60), (66, 44, 60)),
    Hand.FIST: ((80, 98, 60),) * 4,
    Hand.POINTING: ((4, 6, 4), (76, 96, 60), (80, 98, 60), (82, 98, 60)),
}
SHARES = (0.46, 0.30, 0.24)
# The thumb: the places of its three joints and its tip.
Spot = tuple[float, float, float]
THUMBS: dict[Hand, tuple[Spot, Spot, Spot, Spot]] = {
    Hand.FLAT: ((0.010, 0.010, 0.0028), (0.0245, 0.0290, 0.006), (0.0330, 0.0470, 0.007), (0.0365, 0.0610, 0.006)),
    Hand.RELAXED: ((0.010, 0.010, 0.005), (0.0240, 0.0270, 0.010), (0.0345, 0.0430, 0.013), (0.0395, 0.0570, 0.015)),
    Hand.GRIP: ((0.010, 0.010, 0.005), (0.0235, 0.0270, 0.016), (0.0225, 0.0330, 0.033), (0.0130, 0.0440, 0.041)),
    Hand.FIST: ((0.010, 0.010, 0.005), (0.0235, 0.0260, 0.016), (0.0210, 0.0400, 0.0275), (0.0040, 0.0445, 0.0335)),
    Hand.POINTING: ((0.010, 0.010, 0.005), (0.0225, 0.0270, 0.015), (0.0170, 0.0400, 0.0275), (0.0000, 0.0440, 0.0335)),
}


def hand(frame: Frame, side: str, shape: Hand) -> Group:
    """A hand that flows into its forearm."""
    make = _Maker(frame, SIGN[side], f"arm_{side}")
    solids = list(make.palm())
    for number, (finger, curl) in enumerate(zip(FINGERS, CURLS[shape], strict=True)):
        solids += make.finger(finger, curl, SPREADS[shape], f"finger{number}")
    solids += make.thumb(THUMBS[shape])
    return Group(f"hand_{side}", tuple(solids), f"arm_{side}", WRIST_BLEND, triple(frame.at), WRIST_WITHIN)


# Where the back of the hand parts into fingers, from the knuckles on: (front, up) between each two.
PARTINGS = (
    ((0.0112, -0.0445), (0.0118, -0.0540)),
    ((0.0000, -0.0460), (0.0000, -0.0555)),
    ((-0.0108, -0.0435), (-0.0112, -0.0525)),
)
CLOSED = (Hand.FIST, Hand.GRIP)


def hand_marks(frame: Frame, side: str, shape: Hand, raster: Raster, camera: Camera) -> list[Seen]:
    """What of the knuckles of a closed hand is seen; the fingers of an open one part of themselves."""
    return shown(_on_the_back(side, shape), frame, raster, camera, ("skin",)) if shape in CLOSED else []


@lru_cache(maxsize=4)
def _on_the_back(side: str, shape: Hand) -> tuple[Laid, ...]:
    """The partings on a hand that hangs ahead, on its back only."""
    lines = (Flat(spots, (0.30, 0.55, 0.40), 0.10, "side") for spots in PARTINGS)
    both = laid(lines, [hand(AHEAD, side, shape)])
    return tuple(line for line in both if float(line.points[0, 2]) * SIGN[side] > 0)


class _Maker(NamedTuple):
    """Puts spots of a hand into the world."""

    frame: Frame
    sign: float
    limb: str

    def at(self, spot: Array | Spot) -> Array:
        """A spot (towards the thumb, along, towards the palm) in the world."""
        front, along, palm = (float(v) for v in spot)
        return self.frame.point(front, -along, -self.sign * palm)

    def cone(self, piece: str, a: Array | Spot, b: Array | Spot, radii: tuple[float, float], blend: float) -> Solid:
        """A cone between two spots."""
        return cone(Part("skin", self.limb, piece), self.at(a), self.at(b), radii, blend)

    def palm(self) -> list[Solid]:
        """The bones of the palm, and the balls of the thumb and of the little finger."""
        solids = [self.cone("palm", f.root, f.knuckle, (0.0115, 0.0088), 0.008) for f in FINGERS]
        solids.append(self.cone("palm", (0.009, 0.014, 0.0036), (0.016, 0.030, 0.0055), (0.0105, 0.0090), 0.010))
        solids.append(self.cone("palm", (-0.010, 0.014, 0.004), (-0.014, 0.034, 0.004), (0.0095, 0.0085), 0.010))
        return solids

    def finger(self, finger: Finger, curl: Curl, spread: float, piece: str) -> list[Solid]:
        """Three links that curl towards the palm."""
        spread = np.radians(finger.spread * spread)
        point, bent, radius = np.array(finger.knuckle), 0.0, finger.radius
        solids: list[Solid] = []
        for share, more, blend in zip(SHARES, curl, (0.004, 0.001, 0.0), strict=True):
            bent += np.radians(more)
            ahead = np.array((np.sin(spread) * np.cos(bent), np.cos(spread) * np.cos(bent), np.sin(bent)))
            tip = point + ahead * finger.length * share
            solids.append(self.cone(piece, point, tip, (radius, radius * 0.92), blend))
            point, radius = tip, radius * 0.92
        return solids

    def thumb(self, spots: tuple[Spot, Spot, Spot, Spot]) -> list[Solid]:
        """Two links and the ball it stands on."""
        radii = (0.0105, 0.0080, 0.0070, 0.0058)
        return [
            self.cone(
                "thumb" if i else "palm", spots[i], spots[i + 1], (radii[i], radii[i + 1]), (0.006, 0.003, 0.0)[i]
            )
            for i in range(3)
        ]
