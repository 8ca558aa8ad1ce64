"""A headscarf: it covers hair, ears and neck, leaves the face free and falls on the shoulders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.field import Group, Part, cone, ellipsoid
from publisher.figures.locks import strand

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.figures.skeleton import Frame

SCARF = Part("scarf", "head", "scarf")
BOTH = (1.0, -1.0)


def scarf(frame: Frame, thorax: Frame | None) -> tuple[Group, ...]:
    """The scarf; without `thorax` it ends at the neck."""
    solids: list[Solid] = [
        ellipsoid(SCARF, frame, (-0.0060, 0.0805, 0), (0.0645, 0.0555, 0.0510)),
        ellipsoid(SCARF, frame, (-0.0220, 0.0540, 0), (0.0440, 0.0480, 0.0470), 0.02),
        ellipsoid(SCARF, frame, (0.0040, 0.0440, 0), (0.0470, 0.0580, 0.0470), 0.02),
        cone(SCARF, frame.point(0.0160, 0.0060), frame.point(0.0, -0.0140), (0.0380, 0.0410), 0.02),
        ellipsoid(SCARF, frame, (0.0520, 0.0460, 0), (0.0500, 0.0570, 0.0390), carves=True),
    ]
    folds = (
        (
            (-0.0240, 0.0420, 0.0340),
            (0.0080, 0.0020, 0.0420),
            (0.0370, -0.0200, 0.0080),
            (0.0280, -0.0230, -0.0300),
            (-0.0160, 0.0040, -0.0340),
        ),
        (
            (-0.0260, 0.0180, 0.0300),
            (0.0020, -0.0180, 0.0450),
            (0.0360, -0.0400, 0.0080),
            (0.0220, -0.0400, -0.0360),
            (-0.0200, -0.0100, -0.0320),
        ),
    )
    for number, spots in enumerate(folds):
        part = Part("scarf", "head", f"fold{number}")
        solids += strand(frame, part, spots, (0.0040, 0.0120, 0.0140, 0.0120, 0.0040), 0.006)
    solids += _drape(frame, thorax)
    return (Group("scarf", tuple(solids)),)


def _drape(frame: Frame, thorax: Frame | None) -> list[Solid]:
    """What lies on neck and shoulders."""
    if thorax is None:
        return []
    solids = [
        cone(SCARF, frame.point(0.0, -0.006), thorax.point(0.0080, -0.0080), (0.0400, 0.0480), 0.02),
        cone(SCARF, frame.point(-0.0160, 0.0180), thorax.point(-0.0120, -0.0040), (0.0370, 0.0410), 0.02),
        cone(SCARF, frame.point(0.0100, -0.0040), thorax.point(0.0300, -0.0300), (0.0360, 0.0380), 0.02),
        ellipsoid(SCARF, thorax, (0.0100, -0.0240, 0), (0.0570, 0.0360, 0.0800), 0.025),
        ellipsoid(SCARF, thorax, (0.0280, -0.0500, 0), (0.0440, 0.0520, 0.0580), 0.02),
    ]
    solids += [ellipsoid(SCARF, thorax, (0, -0.0360, 0.0600 * s), (0.0440, 0.0240, 0.0400), 0.02) for s in BOTH]
    return solids
