"""The head: skull, face and ears as solids that flow into one another.

Lengths in H, in the head's own directions (front, up, right) from the top of the neck. Heights follow the old drawing
rule of thirds: hairline to brow, brow to nose, nose to chin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.field import Group, Part, cone, ellipsoid
from publisher.figures.skeleton import Frame, about
from publisher.model.figure import Hair

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.model.figure import Face, Person

SKIN = Part("skin", "head", "face")
# The head flows into the neck at the nape; the jaw stays clear of it.
NECK_BLEND, NECK_WITHIN = 0.016, 0.045
BOTH = (1.0, -1.0)
PLAIN_AGE, OLD_AGE = 35.0, 75.0


def head(frame: Frame, person: Person) -> tuple[Group, ...]:
    """The bare head with its ears, unless a scarf covers them; it flows into the neck of the shirt's group."""
    nape = frame.point(-0.018, -0.004)
    solids = (*_skull(frame), *_jaw(frame, person), *_middle(frame, person.face), *_mouth(frame, person.face))
    return (
        Group("head", solids, "shirt", NECK_BLEND, (float(nape[0]), float(nape[1]), float(nape[2])), NECK_WITHIN),
        *(_ear(frame, side, aged(person.face)) for side in BOTH if person.hair is not Hair.SCARF),
    )


def aged(face: Face) -> float:
    """From 0 (35 years or less) to 1 (75 or more)."""
    return min(max((face.age - PLAIN_AGE) / (OLD_AGE - PLAIN_AGE), 0.0), 1.0)


def _skull(frame: Frame) -> tuple[Solid, ...]:
    return (
        ellipsoid(SKIN, frame, (-0.003, 0.079, 0), (0.0585, 0.0505, 0.0445)),
        ellipsoid(SKIN, frame, (0.021, 0.083, 0), (0.0375, 0.0310, 0.0365), 0.02),
        ellipsoid(SKIN, frame, (-0.027, 0.062, 0), (0.0330, 0.0330, 0.0350), 0.02),
        ellipsoid(SKIN, frame, (0.024, 0.048, 0), (0.0335, 0.0400, 0.0320), 0.02),
    )


def _jaw(frame: Frame, person: Person) -> tuple[Solid, ...]:
    """Cheekbones, lower jaw and chin; with the years the jowls sink and the chin comes forward."""
    wide, age = person.build.jaw, aged(person.face)
    chin = (0.0530 + 0.002 * age, 0.0045, 0)
    solids = [ellipsoid(SKIN, frame, chin, (0.0105, 0.0105, 0.0115 * wide), 0.012)]
    for side in BOTH:
        corner = frame.point(0.006, 0.0215, 0.0205 * side * wide)
        front = frame.point(0.0465, 0.0035, 0.0085 * side * wide)
        solids += [
            cone(SKIN, frame.point(0.000, 0.050, 0.0280 * side), corner, (0.0100, 0.0095), 0.014),
            cone(SKIN, corner, front, (0.0095, 0.0100), 0.014),
            ellipsoid(SKIN, frame, (0.0290, 0.0230, 0.0160 * side * wide), (0.0180, 0.0180, 0.0125), 0.016),
            ellipsoid(SKIN, frame, (0.0345, 0.0490, 0.0245 * side), (0.0150, 0.0110, 0.0125), 0.014),
        ]
        if age > 0:
            jowl = (0.030, 0.0060, 0.0185 * side * wide)
            solids.append(ellipsoid(SKIN, frame, jowl, (0.013, 0.0085 + 0.003 * age, 0.008), 0.012))
    return tuple(solids)


def _middle(frame: Frame, face: Face) -> tuple[Solid, ...]:
    """Brow, eyes in their sockets, and the nose."""
    long = face.nose
    tip = (0.0595 + 0.0105 * long, 0.0435 - 0.002 * (long - 1) - 0.0025 * aged(face))
    solids = [ellipsoid(SKIN, frame, (0.0490, 0.0725, 0), (0.0115, 0.0070, 0.0250), 0.012)]
    for side in BOTH:
        socket = ellipsoid(SKIN, frame, (0.0620, 0.0610, 0.0185 * side), (0.0100, 0.0080, 0.0120), 0.010, carves=True)
        solids += [socket, ellipsoid(SKIN, frame, (0.0452, 0.0610, 0.0185 * side), (0.0095, 0.0085, 0.0100), 0.004)]
    solids += [
        cone(SKIN, frame.point(0.0518, 0.0650), frame.point(tip[0] - 0.004, tip[1] + 0.004), (0.0045, 0.0055), 0.008),
        cone(SKIN, frame.point(tip[0] - 0.004, tip[1] + 0.003), frame.point(*tip), (0.0055, 0.0060 * long), 0.003),
    ]
    wing = (0.0605 + 0.002 * long, 0.0400, 0.0068)
    solids += [ellipsoid(SKIN, frame, (*wing[:2], wing[2] * s), (0.0062, 0.0047, 0.0040), 0.004) for s in BOTH]
    return tuple(solids)


def _mouth(frame: Frame, face: Face) -> tuple[Solid, ...]:
    full = face.lips * (1 - 0.25 * aged(face))
    return (
        ellipsoid(SKIN, frame, (0.0500, 0.0238, 0), (0.0125, 0.0112, 0.0190), 0.012),
        ellipsoid(SKIN, frame, (0.0592, 0.0252, 0), (0.0050 * full, 0.0036 * full, 0.0110), 0.005),
        ellipsoid(SKIN, frame, (0.0582, 0.0172, 0), (0.0052 * full, 0.0040 * full, 0.0095), 0.005),
    )


def _ear(frame: Frame, side: float, age: float) -> Group:
    """A shell that stands off a little and leans back, with its lobe; ears grow with the years."""
    skin = Part("skin", "head", "ear")
    turn = frame.turn @ about((0, 1, 0), 27 * side) @ about((0, 0, 1), 12)
    lying = Frame(turn, frame.point(-0.010, 0.054, 0.0455 * side))
    long = 1 + 0.12 * age
    return Group(
        "ear_r" if side > 0 else "ear_l",
        (
            ellipsoid(skin, lying, (-0.001, 0.004, 0), (0.0115, 0.0145 * long, 0.0050)),
            ellipsoid(skin, lying, (0.002, -0.011 * long, 0), (0.0070, 0.0085 * long, 0.0042), 0.008),
        ),
    )
