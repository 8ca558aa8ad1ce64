"""A few strands on the hair, so that it is combed and no cap, and folds in a scarf."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.hair import hair
from publisher.figures.laid import AHEAD, Flat, laid, shown
from publisher.model.figure import Hair

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.laid import Laid, Seen
    from publisher.figures.skeleton import Frame
    from publisher.figures.tracing import Camera, Raster
    from publisher.model.figure import Person

DOWN = np.array((0.0, -1.0, 0.0))
Strand = tuple[tuple[float, float], ...]

# Drawn from the side, the same on both sides: (front, up) in H.
BACK_TO_THE_TIE: tuple[Strand, ...] = (
    ((0.036, 0.112), (0.008, 0.121), (-0.030, 0.110)),
    ((0.022, 0.094), (-0.008, 0.098), (-0.036, 0.097)),
    ((0.006, 0.074), (-0.016, 0.081), (-0.040, 0.090)),
    ((-0.020, 0.050), (-0.036, 0.064), (-0.050, 0.084)),
)
STRANDS: Mapping[Hair, tuple[Strand, ...]] = {
    Hair.SHORT: (
        ((0.030, 0.113), (0.006, 0.115), (-0.022, 0.104), (-0.040, 0.082)),
        ((0.024, 0.099), (0.002, 0.096), (-0.024, 0.083), (-0.040, 0.064)),
        ((-0.010, 0.075), (-0.026, 0.065), (-0.036, 0.048)),
    ),
    Hair.CURLY: tuple(
        ((x + 0.006, y + 0.004), (x, y + 0.006), (x - 0.005, y), (x, y - 0.005))
        for x, y in ((0.018, 0.118), (-0.012, 0.122), (0.002, 0.100), (-0.032, 0.106), (-0.026, 0.082), (-0.050, 0.078))
    ),
    Hair.BOB: (
        ((0.012, 0.126), (0.026, 0.108), (0.022, 0.084), (0.010, 0.056)),
        ((-0.006, 0.124), (0.004, 0.096), (-0.002, 0.056), (0.004, 0.010)),
        ((-0.026, 0.118), (-0.022, 0.076), (-0.025, 0.040), (-0.018, 0.002)),
        ((-0.046, 0.100), (-0.047, 0.060), (-0.042, 0.016)),
    ),
    Hair.LONG: (
        ((0.026, 0.108), (0.000, 0.104), (-0.030, 0.072), (-0.040, 0.040)),
        ((0.004, 0.122), (-0.032, 0.106), (-0.052, 0.060)),
        ((-0.004, 0.082), (-0.022, 0.066), (-0.034, 0.036)),
    ),
    Hair.PONYTAIL: BACK_TO_THE_TIE,
    Hair.BUN: BACK_TO_THE_TIE,
    Hair.BALDING: (
        ((-0.018, 0.074), (-0.036, 0.072), (-0.050, 0.062)),
        ((-0.024, 0.056), (-0.038, 0.054), (-0.048, 0.046)),
    ),
    Hair.SCARF: (
        ((0.026, 0.008), (0.006, 0.020), (-0.020, 0.048), (-0.034, 0.084)),
        ((0.034, -0.008), (0.008, -0.002), (-0.020, 0.018), (-0.044, 0.050)),
        ((0.034, -0.022), (0.010, -0.020), (-0.014, -0.006)),
    ),
}
# Drawn from ahead: (right, up).
COMBED_BACK: tuple[Strand, ...] = (
    ((0.008, 0.104), (0.010, 0.114), (0.007, 0.124)),
    ((0.022, 0.100), (0.024, 0.110), (0.018, 0.120)),
)
FROM_AHEAD: Mapping[Hair, tuple[Strand, ...]] = {
    Hair.SHORT: (
        ((-0.020, 0.124), (-0.004, 0.117), (0.016, 0.114), (0.032, 0.102)),
        ((-0.020, 0.116), (-0.006, 0.109), (0.012, 0.106)),
    ),
    Hair.BOB: (
        ((-0.018, 0.126), (-0.017, 0.132), (-0.015, 0.136)),
        ((-0.014, 0.124), (0.006, 0.120), (0.026, 0.104), (0.038, 0.082)),
        ((-0.010, 0.117), (0.008, 0.110), (0.022, 0.096)),
        ((-0.022, 0.122), (-0.034, 0.108), (-0.042, 0.086)),
    ),
    Hair.LONG: (
        ((-0.016, 0.119), (-0.015, 0.126), (-0.013, 0.132)),
        ((-0.010, 0.118), (0.012, 0.114), (0.030, 0.100)),
        ((-0.020, 0.116), (-0.032, 0.102), (-0.038, 0.090)),
    ),
    Hair.PONYTAIL: COMBED_BACK,
    Hair.BUN: COMBED_BACK,
}
# Drawn from behind: (right, up).
HANGING: tuple[Strand, ...] = (
    ((0.007, 0.128), (0.010, 0.090), (0.007, 0.020)),
    ((0.022, 0.122), (0.027, 0.082), (0.024, 0.014)),
)
UP_TO_THE_TIE: tuple[Strand, ...] = (
    ((0.006, 0.034), (0.007, 0.056), (0.005, 0.080)),
    ((0.020, 0.044), (0.020, 0.066), (0.013, 0.088)),
)
FROM_BEHIND: Mapping[Hair, tuple[Strand, ...]] = {
    Hair.SHORT: (
        ((0.000, 0.110), (0.014, 0.106), (0.030, 0.090), (0.034, 0.070)),
        ((0.010, 0.078), (0.011, 0.060), (0.009, 0.040)),
        ((0.024, 0.072), (0.024, 0.056), (0.020, 0.042)),
    ),
    Hair.BOB: HANGING,
    Hair.LONG: HANGING,
    Hair.PONYTAIL: UP_TO_THE_TIE,
    Hair.BUN: UP_TO_THE_TIE,
    Hair.BALDING: (((0.008, 0.078), (0.009, 0.060), (0.008, 0.042)), ((0.022, 0.076), (0.024, 0.060), (0.020, 0.046))),
}
DRAWN: Mapping[str, Mapping[Hair, tuple[Strand, ...]]] = {"side": STRANDS, "front": FROM_AHEAD, "back": FROM_BEHIND}
# A line from ahead or behind ends where those from the side begin.
FACING = {"side": 0.25, "front": 0.45, "back": 0.60}
WEIGHTS = (0.0, 0.62, 0.68, 0.0)


def hair_marks(frame: Frame, person: Person, raster: Raster, camera: Camera) -> list[Seen]:
    """What of a person's strands is seen, in the lighter or darker tone of the hair."""
    return shown(_on_the_hair(person), frame, raster, camera, ("hair", "scarf"))


@lru_cache(maxsize=64)
def _on_the_hair(person: Person) -> tuple[Laid, ...]:
    lines = [
        Flat(spots, WEIGHTS, FACING[drawn], drawn, "hair-shade")
        for drawn, styles in DRAWN.items()
        for spots in styles.get(person.hair, ())
    ]
    if not lines:
        return ()
    return laid(lines, [group for group in hair(AHEAD, person, DOWN) if group.name in ("hair", "scarf")])
