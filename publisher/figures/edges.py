"""Where a line is drawn: on the cracks between pixels, in one graph, walked straight through its crossings.

A crack lies between two neighbouring pixels. It bears a line where the figure ends, where one thing hides another, where
one material meets another, and where two pieces meet in a fold. All of them make one graph, so that the outline of an arm
runs on across the chest as one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from publisher.figures.field import Part
    from publisher.figures.skeleton import Array
    from publisher.figures.tracing import Raster

OUTLINE, PROP_OUTLINE, MAT_OUTLINE = 1.12, 0.75, 0.5

# Rows of the table of parts: what the kernel needs to know of each.
BODY, PROP, MAT = 0, 1, 2
PLAIN, HEAD, HAND = 0, 1, 2


class Cracks(NamedTuple):
    """Weight and owner (part that is nearer) of each crack: `across` between (r, c) and (r, c + 1), `down` between
    (r, c) and (r + 1, c)."""

    across: Array
    across_owner: NDArray[np.int64]
    down: Array
    down_owner: NDArray[np.int64]


@njit(cache=True)
def _step(low, high, value):  # type: ignore[no-untyped-def]
    t = min(max((value - low) / (high - low), 0.0), 1.0)
    return t * t * (3.0 - 2.0 * t)


@njit(cache=True)
def _crack(depth, part, role, table, normal, r, c, dr, dc, reach):  # type: ignore[no-untyped-def]
    """Weight and owner of the crack between (r, c) and (r + dr, c + dc).

    The table has for each part: family, kind, joint family (limb), border weight.
    """
    p, q = part[r, c], part[r + dr, c + dc]
    if p < 0 and q < 0:
        return 0.0, -1
    if p < 0 or q < 0:
        own = max(p, q)
        family = table[own, 0]
        return (1.12 if family == 0 else 0.75 if family == 1 else 0.5), own
    rows, columns = depth.shape
    d, e = depth[r, c], depth[r + dr, c + dc]
    jump = abs(d - e)
    if d >= e:
        own, other, br, bc, sr, sc = p, q, r + dr, c + dc, dr, dc
    else:
        own, other, br, bc, sr, sc = q, p, r, c, -dr, -dc
    # How fast the farther side comes nearer: what it does anyway is no edge. Beside a larger edge there is none.
    fr, fc, nr, nc = br + sr, bc + sc, r + dr + r - br - sr, c + dc + c - bc - sc
    slope, largest = 0.0, jump
    if 0 <= fr < rows and 0 <= fc < columns:
        if part[fr, fc] < 0:
            largest = 1e9
        else:
            beyond = depth[br, bc] - depth[fr, fc]
            slope, largest = min(max(beyond, 0.0), jump), max(largest, abs(beyond))
    if 0 <= nr < rows and 0 <= nc < columns and part[nr, nc] >= 0:
        largest = max(largest, abs(depth[nr, nc] - max(d, e)))
    over = jump - slope if jump >= largest else 0.0
    kind = table[own, 1] if table[own, 1] == table[other, 1] and table[own, 2] == table[other, 2] else 0
    if kind == 1:
        weight = 0.62 * _step(0.0022, 0.0075, over)
    elif kind == 2:
        weight = 0.5 * _step(0.003, 0.007, over)
    else:
        weight = _step(0.0045, 0.015, over)
    if table[own, 0] == 1:
        weight *= 0.75
    if p == q:
        return (weight if table[p, 0] != 2 else 0.0), own
    if table[p, 0] != table[q, 0] or (table[p, 0] == 1 and table[p, 2] != table[q, 2]):
        return max(weight, 0.9 if table[p, 0] == 0 or table[q, 0] == 0 else 0.6), own
    if role[r, c] != role[r + dr, c + dc]:
        border = min(table[p, 3], table[q, 3])
        return max(weight, border / 100.0, _step(0.012, 0.024, over)), own
    # A fold: the surfaces on both sides turn towards each other.
    steps = reach
    r1, c1 = max(r - dr * steps, 0), max(c - dc * steps, 0)
    r2, c2 = min(r + dr * (steps + 1), rows - 1), min(c + dc * (steps + 1), columns - 1)
    if part[r1, c1] >= 0 and part[r2, c2] >= 0:
        turned = dc * (normal[r1, c1, 0] - normal[r2, c2, 0]) - dr * (normal[r1, c1, 1] - normal[r2, c2, 1])
        weight = max(weight, 0.62 * _step(0.22, 0.75, turned))
    return weight, own


@njit(cache=True)
def _cracks(depth, part, role, table, normal, reach):  # type: ignore[no-untyped-def]
    rows, columns = depth.shape
    across, across_owner = np.zeros((rows, columns)), np.full((rows, columns), -1)
    down, down_owner = np.zeros((rows, columns)), np.full((rows, columns), -1)
    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns:
                across[r, c], across_owner[r, c] = _crack(depth, part, role, table, normal, r, c, 0, 1, reach)
            if r + 1 < rows:
                down[r, c], down_owner[r, c] = _crack(depth, part, role, table, normal, r, c, 1, 0, reach)
    return across, across_owner, down, down_owner


def cracks(raster: Raster, roles: NDArray[np.int64]) -> Cracks:
    """What each crack bears; `roles` numbers the paint of each pixel."""
    reach = max(1, round(0.007 * raster.pixels))
    return Cracks(*_cracks(raster.depth, raster.part, roles, part_table(raster.parts), raster.normal, reach))


def part_table(parts: Sequence[Part]) -> NDArray[np.int64]:
    """Family, kind, limb and border weight (hundredths) of each part."""
    limbs = {limb: i for i, limb in enumerate(dict.fromkeys(part.limb for part in parts))}
    rows = [(_family(part), _kind(part), limbs[part.limb], _border(part)) for part in parts]
    return np.array(rows, dtype=np.int64).reshape(-1, 4)


def _family(part: Part) -> int:
    if not part.limb.startswith("prop:"):
        return BODY
    return MAT if part.material == "mat" else PROP


def _kind(part: Part) -> int:
    if part.limb == "head":
        return HEAD
    return HAND if part.piece.startswith(("hand", "palm", "finger", "thumb")) else PLAIN


def _border(part: Part) -> int:
    return {"sole": 34}.get(part.material, 42)
