"""Where a line is drawn: on the cracks between pixels, in one graph, walked straight through its crossings.

A crack lies between two neighbouring pixels. It bears a line where the figure ends, where one thing hides another, where
one material meets another, and where two pieces meet in a fold. All of them make one graph, so that the outline of an arm
runs on across the chest as one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import njit

from publisher.figures.chains import Owner

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
# H along cracks: shorter splinters with an end that leads nowhere are no lines.
SPLINTERS = {PLAIN: 0.022, HEAD: 0.010, HAND: 0.008}


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
        return (1.12 * table[own, 4] / 100.0 if family == 0 else 0.75 if family == 1 else 0.5), own
    rows, columns = depth.shape
    d, e = depth[r, c], depth[r + dr, c + dc]
    jump = abs(d - e)
    if p == q and table[p, 0] == 1 and role[r, c] != role[r + dr, c + dc]:
        bend = max(_bend(part, normal, r, c, dr, dc), _bend(part, normal, r, c, dc, dr))
        return 0.5 * _step(0.25, 0.5, bend), p
    if p == q and (jump < 0.002 or table[p, 0] == 2):
        return 0.0, -1
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
        weight *= table[own, 4] / 100.0
    if p == q:
        return weight, own
    if table[p, 0] != table[q, 0] or (table[p, 0] == 1 and table[p, 2] != table[q, 2]):
        return max(weight, (0.9 if table[p, 0] == 0 or table[q, 0] == 0 else 0.6) * table[own, 4] / 100.0), own
    # Two limbs that touch (not a limb and the trunk it grows from).
    if table[p, 2] != table[q, 2] and table[p, 5] == 0 and table[q, 5] == 0:
        weight = max(weight, 0.7 * table[own, 4] / 100.0)
    if role[r, c] != role[r + dr, c + dc]:
        border = min(table[p, 3], table[q, 3])
        return max(weight, border / 100.0, _step(0.012, 0.024, over)), own
    # Fingers are thin: their folds are looked at from nearer.
    near = reach if kind != 2 else max(1, reach // 2)
    return max(weight, 0.62 * _step(0.22, 0.75, _fold(part, normal, r, c, r + dr, c + dc, near))), own


@njit(cache=True)
def _bend(part, normal, r, c, dr, dc):  # type: ignore[no-untyped-def]
    """How differently the faces on both sides of an edge of a thing lie: 0 the same, 1 at right angles."""
    p = part[r, c]
    a, b, d, e = r, c, r + dr, c + dc
    least = 1.0
    for _ in range(5):
        if 0 <= a - dr and 0 <= b - dc and part[a - dr, b - dc] == p:
            a, b = a - dr, b - dc
        if d + dr < part.shape[0] and e + dc < part.shape[1] and part[d + dr, e + dc] == p:
            d, e = d + dr, e + dc
        same = normal[a, b, 0] * normal[d, e, 0] + normal[a, b, 1] * normal[d, e, 1] + normal[a, b, 2] * normal[d, e, 2]
        least = min(least, same)
    return 1.0 - least


@njit(cache=True)
def _fold(part, normal, r1, c1, r2, c2, reach):  # type: ignore[no-untyped-def]
    """How much the surfaces on both sides turn towards each other, looked at in four directions."""
    rows, columns = part.shape
    most = 0.0
    for down, right in ((0.0, 1.0), (1.0, 0.0), (0.7071, 0.7071), (0.7071, -0.7071)):
        step_r, step_c = round(down * reach), round(right * reach)
        a, b = max(min(r1, r2) - step_r, 0), min(max(c1 - step_c, 0), columns - 1)
        d, e = min(max(r1, r2) + step_r, rows - 1), min(max(c2 + step_c, 0), columns - 1)
        if part[a, b] >= 0 and part[d, e] >= 0:
            turned = right * (normal[a, b, 0] - normal[d, e, 0]) - down * (normal[a, b, 1] - normal[d, e, 1])
            most = max(most, turned)
    return most


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
    """Family, kind, limb, border weight and fineness (hundredths), whether trunk, of each part."""
    limbs = {limb: i for i, limb in enumerate(dict.fromkeys(part.limb for part in parts))}
    rows = [(_family(part), _kind(part), limbs[part.limb], _border(part), _fineness(part), part.limb == "trunk") for part in parts]
    return np.array(rows, dtype=np.int64).reshape(-1, 6)


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


def _fineness(part: Part) -> int:
    """Small things are drawn with a finer pen."""
    if part.limb.startswith("prop:"):
        return 75
    return {HEAD: 86, HAND: 74}.get(_kind(part), 100)


def owners(raster: Raster) -> list[Owner]:
    """What the walks must know of each part."""
    return [Owner(_family(part), part.limb, SPLINTERS[_kind(part)] * raster.pixels) for part in raster.parts]
