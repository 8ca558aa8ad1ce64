"""Hair: a cap that the face, the ears and the neck are cut out of, and what grows or is tied on it.

Lengths in H in the head's directions from the top of the neck, as in `heads`. The cuts are wide, so that hair never
lies on the temples like a helmet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.beards import beard
from publisher.figures.field import Group, Part, cone, ellipsoid
from publisher.figures.locks import chain, fall, falling, lifted, sheet, strand
from publisher.figures.scarves import scarf
from publisher.model.figure import Hair

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from publisher.figures.field import Solid
    from publisher.figures.locks import Fall
    from publisher.figures.skeleton import Array, Frame
    from publisher.model.figure import Person, Triple

HAIR = Part("hair", "head", "hair")
BOTH = (1.0, -1.0)


def hair(
    frame: Frame, person: Person, down: Array, thorax: Frame | None = None, floor: float = 0.0
) -> tuple[Group, ...]:
    """The hair or scarf, and the beard.

    `down` is the direction in which things fall (length 1), `floor` how high the floor or mat is. With `thorax` long
    hair lies on the back and a scarf on the shoulders.
    """
    groups: list[Group] = []
    if person.hair is Hair.SCARF:
        groups += scarf(frame, thorax)
    elif person.hair is not Hair.NONE:
        solids = STYLES[person.hair](frame, fall(frame, down, thorax, floor))
        groups.append(Group("hair", tuple(solids)))
    if person.beard:
        groups.append(beard(frame, person))
    return tuple(groups)


def _egg(frame: Frame, at: Triple, radii: Triple, blend: float = 0.0) -> Solid:
    return ellipsoid(HAIR, frame, at, radii, blend)


def _cut(frame: Frame, at: Triple, radii: Triple) -> Solid:
    return ellipsoid(HAIR, frame, at, radii, carves=True)


def _piece(name: str) -> Part:
    return Part("hair", "head", name)


# --- caps and cuts ---


def _cap(frame: Frame, grow: float) -> list[Solid]:
    """The skull grown: thin at the forehead and the nape, thickest at the crown."""
    return [
        _egg(frame, (-0.0055 - grow * 0.3, 0.0800 + grow * 0.4, 0), (0.0610 + grow, 0.0525 + grow, 0.0460 + grow)),
        _egg(frame, (-0.0280, 0.0600, 0), (0.0340 + grow, 0.0370, 0.0370 + grow), 0.015),
    ]


def _nape(frame: Frame, low: float = 0.010) -> Solid:
    return cone(HAIR, frame.point(-0.0250, 0.0480), frame.point(-0.0065, low), (0.0310, 0.0265), 0.015)


def _off_the_ears(frame: Frame) -> list[Solid]:
    """Cuts of short hair: forehead and temples, before and below the ear, round it, and the neck."""
    return [
        *_forehead(frame, 0.1040),
        _cut(frame, (0.0160, 0.0080, 0), (0.0340, 0.0380, 0.0800)),
        _cut(frame, (-0.0080, -0.0200, 0), (0.0620, 0.0320, 0.0800)),
        *(_cut(frame, (-0.0090, 0.0480, 0.0510 * s), (0.0150, 0.0205, 0.0200)) for s in BOTH),
    ]


def _off_the_face(frame: Frame) -> list[Solid]:
    """The cut of hair that is combed back over the ears' tops."""
    return [
        *_forehead(frame, 0.0985),
        _cut(frame, (0.0140, 0.0060, 0), (0.0360, 0.0400, 0.0800)),
        _cut(frame, (-0.0060, -0.0130, 0), (0.0620, 0.0320, 0.0800)),
        *(_cut(frame, (-0.0080, 0.0490, 0.0520 * s), (0.0140, 0.0190, 0.0200)) for s in BOTH),
    ]


def _forehead(frame: Frame, line: float) -> list[Solid]:
    """A hairline so high in the middle that falls to the sides and runs back over the temples."""
    return [
        _cut(frame, (0.0700, line - 0.0545, 0), (0.0520, 0.0570, 0.0540)),
        *(_cut(frame, (0.0570, 0.0600, 0.0410 * s), (0.0310, 0.0350, 0.0280)) for s in BOTH),
    ]


# --- styles ---


def _short(frame: Frame, fall: Fall) -> list[Solid]:
    """Neat, with a parting on the left and volume at the front."""
    del fall
    solids = [*_cap(frame, 0.002), _egg(frame, (0.0020, 0.0960, 0.002), (0.0520, 0.0420, 0.0440), 0.012), _nape(frame)]
    solids += _off_the_ears(frame)
    sweeps = (
        (
            "fringe",
            ((0.0420, 0.1060, -0.0240), (0.0475, 0.1140, -0.0080), (0.0460, 0.1140, 0.0110), (0.0350, 0.1060, 0.0320)),
        ),
        (
            "sweep",
            ((0.0280, 0.1200, -0.0240), (0.0330, 0.1280, -0.0060), (0.0310, 0.1270, 0.0150), (0.0180, 0.1140, 0.0370)),
        ),
    )
    for name, spots in sweeps:
        solids += strand(frame, _piece(name), spots, (0.0060, 0.0090, 0.0090, 0.0050), 0.009)
    return solids


def _curly(frame: Frame, fall: Fall) -> list[Solid]:
    """Curls all over a fuller cap."""
    del fall
    solids = [*_cap(frame, 0.008), _nape(frame, 0.018), *_off_the_ears(frame)]
    for number, spot in enumerate(_scattered(90)):
        radius = 0.0115 + 0.002 * ((number * 7) % 3) / 2
        if _hairy(spot):
            solids.append(_egg(frame, spot, (radius, radius, radius), 0.003))
    return solids


def _scattered(count: int) -> list[Triple]:
    """Spots spread evenly over the skull (Fibonacci's spiral)."""
    numbers = np.arange(count) + 0.5
    polar, turn = np.arccos(1 - 2 * numbers / count), np.pi * (1 + 5**0.5) * numbers
    x, y, z = np.cos(turn) * np.sin(polar), np.cos(polar), np.sin(turn) * np.sin(polar)
    return [(-0.0090 + 0.0625 * a, 0.0840 + 0.0540 * b, 0.0470 * c) for a, b, c in zip(x, y, z, strict=True)]


def _hairy(spot: Triple) -> bool:
    """Whether hair grows at a spot: above the forehead and temples, and behind the ears down to the nape."""
    front, up, out = spot
    line = 0.100 + 0.15 * abs(out) if front > 0.030 else 0.072 + 1.2 * max(front - 0.008, 0.0)
    if front < -0.024:
        line = 0.034
    return up > line


def _bob(frame: Frame, fall: Fall) -> list[Solid]:
    """To the chin, parted on the left, over the ears; its ends are of several lengths."""
    del fall
    solids = [*_cap(frame, 0.005), _egg(frame, (-0.0290, 0.0420, 0), (0.0330, 0.0480, 0.0400), 0.015)]
    solids += [_egg(frame, (-0.0080, 0.0500, 0.0340 * s), (0.0290, 0.0480, 0.0170), 0.012) for s in BOTH]
    solids.append(_cut(frame, (0.0720, 0.0440, 0), (0.0500, 0.0690, 0.0800)))
    for side in BOTH:
        for spots in BOB_LOCKS:
            sided = [(front, up, out * side) for front, up, out in spots]
            solids += strand(frame, HAIR, sided, (0.0120, 0.0120, 0.0105, 0.0030), 0.006)
    solids += strand(frame, _piece("fringe"), BOB_FRINGE, (0.0050, 0.0085, 0.0090, 0.0085, 0.0060), 0.007)
    return solids + strand(frame, _piece("fringe"), BOB_OTHER, (0.0050, 0.0085, 0.0085, 0.0060), 0.007)


# Each from the crown to its tip, on the right, from the front to the back.
BOB_LOCKS: tuple[tuple[Triple, ...], ...] = (
    ((0.0120, 0.0880, 0.0420), (0.0080, 0.0520, 0.0480), (0.0120, 0.0160, 0.0440), (0.0220, -0.0040, 0.0350)),
    ((-0.0080, 0.0880, 0.0440), (-0.0120, 0.0480, 0.0500), (-0.0080, 0.0080, 0.0450), (0.0040, -0.0130, 0.0370)),
    ((-0.0300, 0.0800, 0.0360), (-0.0340, 0.0440, 0.0390), (-0.0300, 0.0040, 0.0350), (-0.0200, -0.0180, 0.0290)),
    ((-0.0480, 0.0760, 0.0150), (-0.0530, 0.0400, 0.0160), (-0.0470, 0.0020, 0.0150), (-0.0380, -0.0200, 0.0120)),
)
BOB_FRINGE = (
    (0.0300, 0.1220, -0.0180),
    (0.0450, 0.1130, 0.0000),
    (0.0450, 0.1010, 0.0210),
    (0.0310, 0.0820, 0.0390),
    (0.0160, 0.0600, 0.0470),
)
BOB_OTHER = ((0.0300, 0.1220, -0.0180), (0.0400, 0.1070, -0.0300), (0.0290, 0.0860, -0.0400), (0.0150, 0.0620, -0.0460))


def _long(frame: Frame, fall: Fall) -> list[Solid]:
    """Combed behind the ears, loose on the back."""
    solids = [*_cap(frame, 0.004), _nape(frame), *_off_the_face(frame)]
    solids += strand(
        frame,
        HAIR,
        ((0.030, 0.116, -0.016), (0.034, 0.106, 0.020), (0.004, 0.082, 0.045)),
        (0.007, 0.008, 0.006),
        0.010,
    )
    solids += strand(
        frame,
        HAIR,
        ((0.030, 0.116, -0.016), (0.030, 0.104, -0.030), (0.004, 0.082, -0.045)),
        (0.007, 0.007, 0.006),
        0.010,
    )
    radii = (0.0150, 0.0160, 0.0160, 0.0150, 0.0135, 0.0110, 0.0060)
    way = frame.turn @ np.array((-0.35, -1.0, 0.0)) + 1.3 * fall.down
    middle = falling(frame.point(-0.0440, 0.0550), way, 0.165, radii, 0.8, fall)
    for points in sheet(middle, frame, (-0.030, -0.015, 0.0, 0.015, 0.030), radii, fall):
        solids += chain(HAIR, points, radii, 0.012)
    return solids


def _ponytail(frame: Frame, fall: Fall) -> list[Solid]:
    """Combed back into a tail that swings free of the head."""
    solids = [*_cap(frame, 0.002), _nape(frame, 0.016), *_off_the_face(frame)]
    tie, tail = _piece("tie"), _piece("tail")
    root = lifted(frame.point(-0.0570, 0.0960), 0.0080, fall)
    out = lifted(frame.point(-0.0680, 0.0980), 0.0095, fall)
    solids.append(cone(HAIR, frame.point(-0.0400, 0.0880), root, (0.0200, 0.0080), 0.010))
    # Lying on the back it goes over the crown, face down it lies along the neck.
    back = -frame.turn[:, 0]
    way = back + 0.3 * float(back @ fall.down) * frame.turn[:, 1] + 0.4 * fall.down
    radii = (0.0080, 0.0140, 0.0170, 0.0172, 0.0158, 0.0130, 0.0090, 0.0030)
    solids += chain(tail, falling(out, way, 0.128, radii, 0.60, fall), radii, 0.008)
    solids.append(cone(tie, root, out, (0.0098, 0.0092), 0.0))
    return solids


def _bun(frame: Frame, fall: Fall) -> list[Solid]:
    """Combed back into a knot, high at the back, where it stays off the floor."""
    del fall
    solids = [*_cap(frame, 0.002), _nape(frame, 0.016), *_off_the_face(frame)]
    solids.append(cone(HAIR, frame.point(-0.0280, 0.1000), frame.point(-0.0390, 0.1110), (0.0200, 0.0150), 0.010))
    knot = frame.point(-0.0470, 0.1190)
    solids.append(cone(_piece("knot"), knot, frame.point(-0.0490, 0.1210), (0.0205, 0.0195), 0.0))
    return solids


def _balding(frame: Frame, fall: Fall) -> list[Solid]:
    """A wreath round the sides and the back."""
    del fall
    return [
        _egg(frame, (-0.0060, 0.0660, 0), (0.0590, 0.0400, 0.0475)),
        _egg(frame, (-0.0280, 0.0600, 0), (0.0350, 0.0370, 0.0375), 0.015),
        _nape(frame, 0.014),
        *_off_the_ears(frame),
        _cut(frame, (0.0350, 0.1080, 0), (0.0800, 0.0420, 0.0600)),
    ]


STYLES: Mapping[Hair, Callable[[Frame, Fall], list[Solid]]] = {
    Hair.SHORT: _short,
    Hair.CURLY: _curly,
    Hair.BOB: _bob,
    Hair.LONG: _long,
    Hair.PONYTAIL: _ponytail,
    Hair.BUN: _bun,
    Hair.BALDING: _balding,
}
