"""Hair, and what covers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.field import Group, Part, cone, ellipsoid
from publisher.model.figure import Hair

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.figures.skeleton import Array, Frame
    from publisher.model.figure import Person

HAIR = Part("hair", "head", "hair")


def hair(frame: Frame, person: Person, down: Array) -> tuple[Group, ...]:
    """The hair of a person; `down` is the direction things fall (a world vector of length 1)."""
    if person.hair is Hair.NONE:
        return ()
    return (Group("hair", (*_cap(frame), *_mask(frame))),)


def _cap(frame: Frame) -> tuple[Solid, ...]:
    return (
        ellipsoid(HAIR, frame, (-0.004, 0.082, 0), (0.0640, 0.0550, 0.0500)),
        ellipsoid(HAIR, frame, (-0.027, 0.060, 0), (0.0380, 0.0400, 0.0405), 0.015),
        cone(HAIR, frame.point(-0.030, 0.045, 0), frame.point(-0.026, 0.022, 0), (0.033, 0.026), 0.012),
    )


def _mask(frame: Frame) -> tuple[Solid, ...]:
    """What the hair leaves free: the face, wide enough to clear the temples, the ears and the neck."""
    return (
        ellipsoid(HAIR, frame, (0.066, 0.053, 0), (0.050, 0.057, 0.080), carves=True),
        ellipsoid(HAIR, frame, (0.004, 0.002, 0), (0.036, 0.042, 0.080), carves=True),
        ellipsoid(HAIR, frame, (-0.030, -0.026, 0), (0.060, 0.045, 0.080), carves=True),
        ellipsoid(HAIR, frame, (-0.010, 0.048, 0.050), (0.018, 0.024, 0.020), carves=True),
        ellipsoid(HAIR, frame, (-0.010, 0.048, -0.050), (0.018, 0.024, 0.020), carves=True),
    )
