"""The marks of a face: lids, brows, nose, mouth, the inside of the ear, and glasses, as curves in space.

They are drawn on a head that looks ahead, slid onto its surface once for each person, and shown where they can be seen.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.heads import aged, head
from publisher.figures.laid import AHEAD, Flat, Laid, Seen, floating, laid, shown
from publisher.model.figure import Hair

if TYPE_CHECKING:
    from publisher.figures.skeleton import Array, Frame
    from publisher.figures.tracing import Camera, Raster
    from publisher.model.figure import Face, Person

RIM = 0.55
TEMPLE = np.array(
    ((0.0565, 0.0640, 0.0345), (0.0360, 0.0655, 0.0415), (0.0150, 0.0655, 0.0460), (-0.0060, 0.0650, 0.0480))
)
# Hair that hides the inside of the ear, and the end of a temple.
COVERS_EARS = (Hair.BOB, Hair.SCARF)


def face_marks(frame: Frame, person: Person, raster: Raster, camera: Camera) -> list[Seen]:
    """What of a person's face is seen, as lines."""
    return shown(_on_the_head(person), frame, raster, camera)


@lru_cache(maxsize=64)
def _on_the_head(person: Person) -> tuple[Laid, ...]:
    """A person's marks on the surface of the head, and what stands off it."""
    return (*laid(_marks(person), head(AHEAD, person)), *_glasses(person))


def _marks(person: Person) -> tuple[Flat, ...]:
    """All marks of the right half and the middle."""
    ear = () if person.hair in COVERS_EARS else _ear()
    return (*_eye(person.face), *_nose(person.face), *_mouth(person), *_years(aged(person.face)), *ear)


def _eye(face: Face) -> tuple[Flat, ...]:
    """Upper lid, thickest above the iris; the iris under it; the brow. Lids and brows sink with the years."""
    wide, droop = 0.0043 * face.eyes, 0.0010 * aged(face)
    lid = (
        (0.0122, 0.0596),
        (0.0148, 0.0590 + wide),
        (0.0192, 0.0601 + wide - 0.5 * droop),
        (0.0240, 0.0586 + wide - droop),
        (0.0280, 0.0597 - droop),
    )
    iris = ((0.0200, 0.0594 + wide - droop), (0.0200, 0.0594))
    brow = (
        (0.0096, 0.0712),
        (0.0150, 0.0742),
        (0.0218, 0.0756 - droop),
        (0.0300, 0.0720 - 1.5 * droop),
    )
    dark = 0.5 + 0.5 * face.brows
    return (
        Flat(lid, (0.25, 0.62, 0.74, 0.64, 0.30), 0.15),
        Flat(iris, (0.74, 0.98, 0.76), 0.34),
        Flat(brow, (0.60 * dark, 0.86 * dark, 0.74 * dark, 0.25), 0.10),
    )


def _nose(face: Face) -> tuple[Flat, ...]:
    """The wing of the nose, and the shadow under it."""
    out = 0.0070 + 0.0038 * face.nose
    wing = ((out - 0.0025, 0.0440), (out, 0.0408), (out - 0.0014, 0.0375))
    under = ((-0.0064, 0.0368), (-0.0030, 0.0352), (0.0, 0.0362), (0.0030, 0.0352), (0.0064, 0.0368))
    return Flat(wing, (0.20, 0.40, 0.30), 0.05), Flat(under, (0.25, 0.40, 0.34, 0.40, 0.25), 0.20)


def _mouth(person: Person) -> tuple[Flat, ...]:
    """Lips that meet in a calm line with its corners up, and the hollow under the lower lip."""
    half = ((0.0035, 0.0212), (0.0095, 0.0209), (0.0146, 0.0226))
    line = (*((-x, y) for x, y in half[::-1]), (0.0, 0.0206), *half)
    full = max(0.0, person.face.lips - 1)
    low, faint = 0.0126 - 0.004 * full, min(0.34, 1.4 * full)
    below = ((-0.0060, low + 0.0008), (0.0, low), (0.0060, low + 0.0008))
    bow = ((-0.0085, 0.0252), (-0.0030, 0.0284), (0.0, 0.0274), (0.0030, 0.0284), (0.0085, 0.0252))
    lips = (Flat(below, (0.15, 0.40, 0.15), 0.2), Flat(bow, (0.0, faint, 0.8 * faint, faint, 0.0), 0.2))
    # A beard hides all but the line.
    shown = 0 if person.beard else 2 if faint else 1
    return Flat(line, (0.40, 0.56, 0.64, 0.54, 0.64, 0.56, 0.40), 0.08), *lips[:shown]


def _years(age: float) -> tuple[Flat, ...]:
    """What the years write, from the end of the fifties on: a little beside the mouth, later on the forehead.

    More than that looks like paint when a head is 4 mm high.
    """
    if age < 0.55:
        return ()
    beside = ((0.0140, 0.0345), (0.0166, 0.0300), (0.0176, 0.0250))
    across = ((-0.0140, 0.0900), (-0.0050, 0.0910), (0.0050, 0.0910), (0.0140, 0.0900))
    marks = [Flat(beside, (0.0, 0.36 * age, 0.0), 0.30)]
    if age > 0.8:
        marks.append(Flat(across, (0.0, 0.30 * age, 0.30 * age, 0.0), 0.45))
    return tuple(marks)


def _ear() -> tuple[Flat, ...]:
    return (
        Flat(
            ((-0.0040, 0.0660), (-0.0105, 0.0685), (-0.0165, 0.0640), (-0.0150, 0.0560), (-0.0095, 0.0500)),
            (0.25, 0.50, 0.54, 0.48, 0.25),
            0.25,
            "side",
        ),
    )


def _glasses(person: Person) -> tuple[Laid, ...]:
    """Two rims, a bridge and the temples, which stand off the face."""
    if not person.glasses:
        return ()
    around = np.radians(np.arange(0, 361, 15))
    across, up = 0.0190 + 0.0150 * _squared(np.cos(around)), 0.0600 + 0.0115 * _squared(np.sin(around))
    rim = np.column_stack((0.0660 - 9.0 * across**2, up, across))
    bridge = np.array(((0.0655, 0.0625, -0.0045), (0.0675, 0.0640, 0.0), (0.0655, 0.0625, 0.0045)))
    temple = TEMPLE[:2] if person.hair in COVERS_EARS else TEMPLE
    lines = [floating(part * (1, 1, side), RIM) for side in (1.0, -1.0) for part in (rim, temple)]
    return (*lines, floating(bridge, RIM))


def _squared(wave: Array) -> Array:
    """A wave with flatter crests: a circle becomes a soft square."""
    flat: Array = np.sign(wave) * np.abs(wave) ** 0.8
    return flat
