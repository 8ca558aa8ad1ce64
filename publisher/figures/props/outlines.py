"""Flat pieces with a smooth outline: a sole, an insole, the panel of a vest, a strap.

An outline is a row of circles and their tangents. Sizes in H, in the directions of a place: along x, aside z, up y.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from publisher.figures.field import monotone, sole
from publisher.figures.skeleton import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.figures.field import Solid
    from publisher.figures.props.place import Place

Pair = tuple[float, float]
# A circle: place along, place aside, radius.
Spot = tuple[float, float, float]
STEPS = 41  # circles that a smooth outline is made of: so many that no straight run between two of them shows


def outline(
    place: Place, part: str, spots: Sequence[Spot], heights: Pair, rounded: float, *, steps: int = STEPS
) -> Iterator[Solid]:
    """A flat piece whose outline goes smoothly through circles, which follow one another along x."""
    knots = np.array(spots)
    along = np.linspace(knots[0, 0], knots[-1, 0], steps)
    aside, radii = (monotone(knots[:, 0], knots[:, i], along) for i in (1, 2))
    for a, b in pairwise(zip(along, aside, radii, strict=True)):
        yield stretch(place, part, (a, b), heights, rounded)


def stretch(place: Place, part: str, ends: tuple[Spot, Spot], heights: Pair, rounded: float) -> Solid:
    """A flat piece round two circles and their tangents."""
    (x, z, r), (x2, z2, r2) = ends
    here = place.moved((x, 0, z), about((0, 1, 0), -math.degrees(math.atan2(z2 - z, x2 - x))))
    material, _, name = part.partition(" ")
    return sole(place.part(material, name), here.frame, (0.0, r), (math.hypot(x2 - x, z2 - z), r2), heights, rounded)
