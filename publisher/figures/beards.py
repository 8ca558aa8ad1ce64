"""A full, short beard: along the jaw, over the chin, and a moustache; the mouth stays free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.figures.field import Group, Part, cone, ellipsoid
from publisher.figures.heads import BOTH, aged
from publisher.figures.locks import strand

if TYPE_CHECKING:
    from publisher.figures.field import Solid
    from publisher.figures.skeleton import Frame
    from publisher.model.figure import Person

BEARD = Part("hair", "head", "beard")


def beard(frame: Frame, person: Person) -> Group:
    """The beard of a person; it follows the jaw."""
    wide, ahead = person.build.jaw, 0.002 * aged(person.face)
    solids = [ellipsoid(BEARD, frame, (0.0500 + ahead, 0.0030, 0), (0.0165, 0.0150, 0.0165 * wide))]
    for side in BOTH:
        solids += _cheek(frame, side, side * wide)
    solids += [
        ellipsoid(BEARD, frame, (0.0525 + ahead, 0.0115, 0), (0.0115, 0.0105, 0.0170 * wide), 0.008),
        ellipsoid(BEARD, frame, (0.0660, 0.0208, 0), (0.0140, 0.0058, 0.0120), carves=True),
    ]
    for side in BOTH:
        solids += _moustache(frame, side)
    return Group("beard", tuple(solids))


def _cheek(frame: Frame, side: float, out: float) -> list[Solid]:
    """From before the ear along the jaw to the chin; `out` is the side times the width of the jaw."""
    corner, cheek = frame.point(0.0075, 0.0185, 0.0225 * out), frame.point(0.0285, 0.0105, 0.0195 * out)
    front = frame.point(0.0450, 0.0030, 0.0090 * out)
    return [
        cone(BEARD, frame.point(0.0085, 0.0420, 0.0300 * side), corner, (0.0100, 0.0120), 0.012),
        cone(BEARD, corner, cheek, (0.0122, 0.0148), 0.012),
        cone(BEARD, cheek, front, (0.0148, 0.0148), 0.012),
        cone(BEARD, cheek, frame.point(0.0490, 0.0170, 0.0140 * out), (0.0142, 0.0092), 0.012),
    ]


def _moustache(frame: Frame, side: float) -> list[Solid]:
    """From under the nose to the corner of the mouth."""
    spots = ((0.0630, 0.0300, 0.0010), (0.0585, 0.0280, 0.0095), (0.0510, 0.0195, 0.0175))
    return strand(frame, BEARD, [(x, y, z * side) for x, y, z in spots], (0.0042, 0.0048, 0.0055), 0.004)
