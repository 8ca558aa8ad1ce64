"""Where a line is drawn: on the cracks between pixels.

A crack lies between two neighbouring pixels. It bears a line where the figure ends, where one thing hides another,
where one material meets another, and where two pieces meet in a fold. All of them make one graph (see `chains`), so
that the outline of an arm runs on across the chest as one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures import cracking
from publisher.figures.chains import Owner
from publisher.figures.cracking import BODY, HAND, HEAD, MAT, PLAIN, THING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from publisher.figures.field import Part
    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Raster

# H on either side of a crack where a fold is looked for.
REACH = 0.007
# H along cracks: shorter splinters with an end that leads nowhere are no lines.
SPLINTERS = {PLAIN: 0.022, HEAD: 0.010, HAND: 0.008}
# Small things are drawn with a finer pen.
PENS = {PLAIN: 1.0, HEAD: 0.86, HAND: 0.74}
THING_PEN = 0.75
HEM, SOLE = 0.42, 0.34
# What is drawn all round, however little it stands out from what it grows on.
RIMS = {"ear": 0.45}


class Cracks(NamedTuple):
    """Weight and owner (the part that is nearer) of each crack.

    `across` lies between (r, c) and (r, c + 1), `down` between (r, c) and (r + 1, c).
    """

    across: Array
    across_owner: NDArray[np.int64]
    down: Array
    down_owner: NDArray[np.int64]


def cracks(raster: Raster, borders: NDArray[np.int64]) -> Cracks:
    """What each crack bears; `borders` holds a number for each pixel that changes where the paint does."""
    reach = max(1, round(REACH * raster.pixels))
    table = part_table(raster.parts)
    return Cracks(*cracking.cracks(raster.depth, raster.part, borders, table, raster.normal, reach))


def part_table(parts: Sequence[Part]) -> Array:
    """What the loops must know of each part, in the order of their columns."""
    limbs = {limb: i for i, limb in enumerate(dict.fromkeys(part.limb for part in parts))}
    rows = [
        (
            _family(part),
            _kind(part),
            limbs[part.limb],
            SOLE if part.material == "sole" else HEM,
            _pen(part),
            part.limb == "trunk",
            RIMS.get(part.piece, 0.0),
        )
        for part in parts
    ]
    return np.array(rows, dtype=float).reshape(-1, 7)


def owners(raster: Raster) -> list[Owner]:
    """What the walks must know of each part."""
    return [Owner(_family(part), part.limb, SPLINTERS[_kind(part)] * raster.pixels) for part in raster.parts]


def _family(part: Part) -> int:
    if not part.limb.startswith("prop:"):
        return BODY
    return MAT if part.material == "mat" else THING


def _kind(part: Part) -> int:
    if part.limb == "head":
        return HEAD
    return HAND if part.piece.startswith(("hand", "palm", "finger", "thumb")) else PLAIN


def _pen(part: Part) -> float:
    return {BODY: PENS[_kind(part)], THING: THING_PEN, MAT: 1.0}[_family(part)]
