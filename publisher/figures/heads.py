"""The head: skull, face and ears as solids that flow into one another.

Lengths in H, in the head's own directions (front, up, right) from the top of the neck. Heights follow the old drawing
rule of thirds: hairline to brow, brow to nose, nose to chin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.field import Group, Part, cone, ellipsoid
from publisher.figures.skeleton import Frame, about

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.model.figure import Person

SKIN = Part("skin", "head", "face")
NECK_BLEND, NECK_WITHIN = 0.016, 0.055


def head(frame: Frame, person: Person) -> tuple[Group, ...]:
    """The bare head with its ears; it flows into the neck, which the shirt's group holds."""
    at = (float(frame.at[0]), float(frame.at[1]), float(frame.at[2]))
    solids = (*_skull(frame), *_jaw(frame, person.build.jaw), *_face(frame))
    return (
        Group("head", solids, "shirt", NECK_BLEND, at, NECK_WITHIN),
        *(_ear(frame, side) for side in (1.0, -1.0)),
    )


def _skull(frame: Frame) -> tuple[Solid, ...]:
    return (
        ellipsoid(SKIN, frame, (-0.002, 0.078, 0), (0.0595, 0.0515, 0.0455)),
        ellipsoid(SKIN, frame, (0.020, 0.082, 0), (0.0385, 0.032, 0.038), 0.02),
        ellipsoid(SKIN, frame, (-0.026, 0.062, 0), (0.034, 0.034, 0.036), 0.02),
        ellipsoid(SKIN, frame, (0.024, 0.046, 0), (0.0345, 0.044, 0.035), 0.02),
    )


def _jaw(frame: Frame, wide: float) -> tuple[Solid, ...]:
    solids = [ellipsoid(SKIN, frame, (0.0505, 0.0045, 0), (0.0115, 0.0105, 0.012 * wide), 0.012)]
    for side in (1.0, -1.0):
        corner = frame.point(0.004, 0.020, 0.0255 * side * wide)
        front = frame.point(0.044, 0.0035, 0.0075 * side * wide)
        solids += [
            cone(SKIN, frame.point(0.000, 0.048, 0.030 * side), corner, (0.0100, 0.0105), 0.014),
            cone(SKIN, corner, front, (0.0105, 0.0105), 0.014),
            ellipsoid(SKIN, frame, (0.034, 0.048, 0.025 * side), (0.015, 0.012, 0.013), 0.014),
        ]
    return tuple(solids)


def _face(frame: Frame) -> tuple[Solid, ...]:
    solids = [
        ellipsoid(SKIN, frame, (0.0495, 0.0715, 0), (0.0115, 0.007, 0.024), 0.012),
        cone(SKIN, frame.point(0.0545, 0.0640), frame.point(0.0695, 0.0435), (0.0045, 0.0062), 0.008),
        ellipsoid(SKIN, frame, (0.0600, 0.0255, 0), (0.0060, 0.0048, 0.0115), 0.007),
        ellipsoid(SKIN, frame, (0.0590, 0.0165, 0), (0.0060, 0.0045, 0.0105), 0.006),
    ]
    for side in (1.0, -1.0):
        solids += [
            ellipsoid(SKIN, frame, (0.0625, 0.0395, 0.0062 * side), (0.0062, 0.0050, 0.0042), 0.005),
        ]
    return tuple(solids)


def _ear(frame: Frame, side: float) -> Group:
    skin = Part("skin", "head", "ear")
    turn = frame.turn @ about((0, 1, 0), -18 * side) @ about((0, 0, 1), 12)
    lying = Frame(turn, frame.point(-0.010, 0.053, 0.0455 * side))
    return Group(
        "ear_r" if side > 0 else "ear_l",
        (
            ellipsoid(skin, lying, (-0.001, 0.004, 0), (0.0115, 0.0140, 0.0050)),
            ellipsoid(skin, lying, (0.001, -0.010, 0), (0.0075, 0.0085, 0.0042), 0.006),
        ),
    )
