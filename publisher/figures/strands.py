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

# Seen from the side, the same on both sides: (front, up) in H.
BACK_TO_THE_TIE: tuple[Strand, ...] = (
    ((0.034, 0.113), (0.008, 0.121), (-0.030, 0.110)),
    ((0.020, 0.093), (-0.008, 0.097), (-0.036, 0.096)),
    ((0.004, 0.074), (-0.016, 0.081), (-0.040, 0.090)),
    ((-0.020, 0.050), (-0.036, 0.064), (-0.050, 0.084)),
)
STRANDS: Mapping[Hair, tuple[Strand, ...]] = {
    Hair.SHORT: (
        ((0.030, 0.113), (0.006, 0.115), (-0.022, 0.104), (-0.040, 0.082)),
        ((0.024, 0.097), (0.002, 0.094), (-0.024, 0.081), (-0.040, 0.062)),
        ((-0.010, 0.073), (-0.026, 0.063), (-0.036, 0.046)),
    ),
    Hair.CURLY: tuple(
        ((x + 0.006, y + 0.004), (x, y + 0.006), (x - 0.005, y), (x, y - 0.005))
        for x, y in ((0.018, 0.118), (-0.012, 0.122), (0.002, 0.100), (-0.032, 0.106), (-0.026, 0.082), (-0.050, 0.078))
    ),
    Hair.BOB: (
        ((-0.004, 0.124), (0.008, 0.102), (0.012, 0.062), (0.008, 0.018)),
        ((-0.028, 0.116), (-0.024, 0.072), (-0.018, 0.012)),
        ((-0.050, 0.094), (-0.051, 0.054), (-0.043, 0.014)),
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


def hair_marks(frame: Frame, person: Person, raster: Raster, camera: Camera) -> list[Seen]:
    """What of a person's strands is seen, in the lighter or darker tone of the hair."""
    return shown(_on_the_hair(person), frame, raster, camera)


@lru_cache(maxsize=64)
def _on_the_hair(person: Person) -> tuple[Laid, ...]:
    strands = STRANDS.get(person.hair, ())
    if not strands:
        return ()
    groups = [group for group in hair(AHEAD, person, DOWN) if group.name in ("hair", "scarf")]
    return laid((Flat(spots, (0.0, 0.50, 0.56, 0.0), 0.25, "side", "hair-shade") for spots in strands), groups)
