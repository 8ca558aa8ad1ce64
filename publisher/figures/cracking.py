"""The weight of each crack between two pixels, compiled by Numba.

Lines are drawn where the figure ends; where something hides what is farther, by the second difference of depth, so that
a surface seen at a flat angle bears no line; along borders of things, limbs and materials; and where two pieces of one
material meet in a fold.
"""
# Compiled functions take their types from their arguments, and are called in the innermost loops.
# ruff: noqa: ANN001, ANN201, ANN202, PLR0913, PLR0917

from __future__ import annotations

import numpy as np
from numba import njit

# Weights as factors of a body line.
OUTLINES = (1.12, 1.0, 0.5)  # of body, thing and mat; the pen of a thing is finer
FACE_EDGE = 0.50  # between two faces of a thing
FOLD = 0.62
TOUCH, THINGS_TOUCH, LIMBS_TOUCH = 0.9, 0.8, 0.7
# Columns of the table of parts.
FAMILY, KIND, LIMB, BORDER, PEN, TRUNK, RIM = range(7)
BODY, THING, MAT = 0, 1, 2
PLAIN, HEAD, HAND = 0, 1, 2


@njit(cache=True)
def cracks(depth, part, paint, table, normal, reach):  # type: ignore[no-untyped-def]
    """Weight and owner of each crack between (r, c) and (r, c + 1), and between (r, c) and (r + 1, c)."""
    rows, columns = depth.shape
    across, across_owner = np.zeros((rows, columns)), np.full((rows, columns), -1)
    down, down_owner = np.zeros((rows, columns)), np.full((rows, columns), -1)
    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns:
                across[r, c], across_owner[r, c] = _crack(depth, part, paint, table, normal, r, c, 0, 1, reach)
            if r + 1 < rows:
                down[r, c], down_owner[r, c] = _crack(depth, part, paint, table, normal, r, c, 1, 0, reach)
    return across, across_owner, down, down_owner


@njit(cache=True)
def _crack(depth, part, paint, table, normal, r, c, dr, dc, reach):  # type: ignore[no-untyped-def]
    p, q = part[r, c], part[r + dr, c + dc]
    if p < 0 or q < 0:
        own = max(p, q)
        return (OUTLINES[int(table[own, FAMILY])] * table[own, PEN] if own >= 0 else 0.0), own
    own = p if depth[r, c] >= depth[r + dr, c + dc] else q
    same_paint = paint[r, c] == paint[r + dr, c + dc]
    if p == q and not same_paint:
        bend = max(_bend(part, normal, r, c, dr, dc), _bend(part, normal, r, c, dc, dr))
        return FACE_EDGE * smooth_step(0.25, 0.5, bend), own
    if p == q and (table[p, FAMILY] == MAT or abs(depth[r, c] - depth[r + dr, c + dc]) < 0.002):
        return 0.0, own
    over = _step_over(depth, part, r, c, dr, dc)
    weight = _hidden(table, p, q, own, over)
    if p != q:
        weight = max(weight, _meeting(table, p, q, own, over, same_paint))
        if same_paint and table[p, FAMILY] == table[q, FAMILY]:
            fold = _fold(part, normal, r, c, r + dr, c + dc, reach)
            weight = max(weight, FOLD * smooth_step(0.22, 0.75, fold))
    return weight, own


@njit(cache=True)
def smooth_step(low, high, value):  # type: ignore[no-untyped-def]
    """0 up to `low`, 1 from `high` on, smooth between."""
    t = min(max((value - low) / (high - low), 0.0), 1.0)
    return t * t * (3.0 - 2.0 * t)


@njit(cache=True)
def _step_over(depth, part, r, c, dr, dc):  # type: ignore[no-untyped-def]
    """How far the nearer side stands out, beyond what the farther side rises by anyway; 0 beside a larger step."""
    rows, columns = depth.shape
    near_r, near_c, far_r, far_c = r, c, r + dr, c + dc
    if depth[far_r, far_c] > depth[near_r, near_c]:
        near_r, near_c, far_r, far_c = far_r, far_c, near_r, near_c
    step = depth[near_r, near_c] - depth[far_r, far_c]
    out_r, out_c = far_r - near_r, far_c - near_c
    y, x = far_r + out_r, far_c + out_c
    rise = 0.0
    if 0 <= y < rows and 0 <= x < columns:
        beyond = depth[far_r, far_c] - depth[y, x]
        if part[y, x] < 0 or abs(beyond) > step:
            return 0.0
        rise = max(beyond, 0.0)
    y, x = near_r - out_r, near_c - out_c
    if 0 <= y < rows and 0 <= x < columns and part[y, x] >= 0 and abs(depth[y, x] - depth[near_r, near_c]) > step:
        return 0.0
    return step - rise


@njit(cache=True)
def _hidden(table, p, q, own, over):  # type: ignore[no-untyped-def]
    """Weight of the edge of what hides something: finer inside a head and inside a hand."""
    if table[p, KIND] == table[q, KIND] and table[p, LIMB] == table[q, LIMB]:
        if table[p, KIND] == HEAD:
            return 0.62 * smooth_step(0.0022, 0.0075, over)
        if table[p, KIND] == HAND:
            return 0.50 * smooth_step(0.003, 0.007, over)
    return smooth_step(0.0045, 0.015, over) * table[own, PEN]


@njit(cache=True)
def _meeting(table, p, q, own, over, same_paint):  # type: ignore[no-untyped-def]
    """Weight that a border has however flat it is: between things, limbs that touch, and materials."""
    weight = max(table[p, RIM], table[q, RIM]) if table[p, LIMB] == table[q, LIMB] else 0.0
    if table[p, FAMILY] != table[q, FAMILY]:
        weight = max(weight, TOUCH * table[own, PEN])
    elif table[p, FAMILY] == THING and table[p, LIMB] != table[q, LIMB]:
        weight = max(weight, THINGS_TOUCH * table[own, PEN])
    elif table[p, LIMB] != table[q, LIMB] and table[p, TRUNK] == 0 and table[q, TRUNK] == 0:
        weight = max(weight, LIMBS_TOUCH * table[own, PEN])
    if not same_paint:
        weight = max(weight, min(table[p, BORDER], table[q, BORDER]), smooth_step(0.012, 0.024, over))
    return weight


@njit(cache=True)
def _bend(part, normal, r, c, dr, dc):  # type: ignore[no-untyped-def]
    """How differently the faces on both sides of an edge of a thing lie: 0 the same, 1 at right angles."""
    p = part[r, c]
    a, b, d, e = r, c, r + dr, c + dc
    least = 1.0
    for _ in range(5):
        if a >= dr and b >= dc and part[a - dr, b - dc] == p:
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
