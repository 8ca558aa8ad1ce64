"""How far a point is from each kind of solid, from a group of them, and from all that stands in a scene.

The formulas of single solids are Inigo Quilez's published ones. Compiled by Numba, which infers the types: points are
three numbers, `n` the numbers of a solid as its maker in `field` lists them, `arrays` a scene without its parts.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

FAR = 1e9


@njit(cache=True)
def _smooth(a: float, b: float, k: float) -> float:
    if k <= 0.0:
        return min(a, b)
    h = max(k - abs(a - b), 0.0)
    return min(a, b) - h * h * 0.25 / k


@njit(cache=True)
def _faded(blend, x, y, z):  # type: ignore[no-untyped-def]
    """A blend at a point: full at its centre, gone at its reach."""
    if blend[4] <= 0.0 or blend[0] <= 0.0:
        return blend[0]
    dx, dy, dz = x - blend[1], y - blend[2], z - blend[3]
    return blend[0] * max(0.0, 1.0 - (dx * dx + dy * dy + dz * dz) / (blend[4] * blend[4]))


@njit(cache=True)
def _cone(n, x, y, z):  # type: ignore[no-untyped-def]
    bx, by, bz = n[3] - n[0], n[4] - n[1], n[5] - n[2]
    px, py, pz = x - n[0], y - n[1], z - n[2]
    long = bx * bx + by * by + bz * bz
    t = 0.0
    if long > 1e-12:
        t = min(1.0, max(0.0, (px * bx + py * by + pz * bz) / long))
    dx, dy, dz = px - t * bx, py - t * by, pz - t * bz
    return math.sqrt(dx * dx + dy * dy + dz * dz) - (n[6] + t * (n[7] - n[6]))


@njit(cache=True)
def _egg(x, y, z, a, b, c):  # type: ignore[no-untyped-def]
    x, y, z = x / a, y / b, z / c
    k0 = math.sqrt(x * x + y * y + z * z)
    x, y, z = x / a, y / b, z / c
    k1 = math.sqrt(x * x + y * y + z * z)
    if k1 < 1e-9:
        return -min(a, min(b, c))
    return k0 * (k0 - 1.0) / k1


@njit(cache=True)
def _local(n, x, y, z):  # type: ignore[no-untyped-def]
    px, py, pz = x - n[0], y - n[1], z - n[2]
    return (
        n[3] * px + n[4] * py + n[5] * pz,
        n[6] * px + n[7] * py + n[8] * pz,
        n[9] * px + n[10] * py + n[11] * pz,
    )


@njit(cache=True)
def _read(table, at):  # type: ignore[no-untyped-def]
    """Front, back, half width and shift at a place along a profile."""
    steps = table.shape[0] - 1
    low, high = table[steps, 0], table[steps, 2]
    f = (at - low) / (high - low) * (steps - 1)
    f = min(max(f, 0.0), steps - 1.000001)
    i = int(f)
    t = f - i
    return (
        table[i, 0] + t * (table[i + 1, 0] - table[i, 0]),
        table[i, 1] + t * (table[i + 1, 1] - table[i, 1]),
        table[i, 2] + t * (table[i + 1, 2] - table[i, 2]),
        table[i, 3] + t * (table[i + 1, 3] - table[i, 3]),
    )


@njit(cache=True)
def _limb(n, table, x, y, z):  # type: ignore[no-untyped-def]
    lx, ly, lz = _local(n, x, y, z)
    length, girth, grow, flare, start, end, side = n[12], n[13], n[14], n[15], n[16], n[17], n[18]
    along = -ly / length
    t = min(max(along, 0.0), 1.0)
    front, back, wide, shift = _read(table, t)
    more = grow
    if flare > 0.0:
        share = min(max(along, 0.0) / end, 1.0)
        more = grow + flare * share * share
    front, back, wide = front * girth + more, back * girth + more, wide * girth + more
    lz -= side * shift
    deep = front if lx >= 0.0 else back
    over = 0.0
    if along < 0.0:
        over = -along * length
    elif along > 1.0:
        over = (along - 1.0) * length
    flat_end = (along > t and end <= 1.0) or (along < t and start >= 0.0)
    cap = 0.5 * (deep + wide)
    d = _egg(lx, 0.0 if flat_end else over, lz, deep, cap, wide)
    if end <= 1.0:
        d = max(d, (along - end) * length)
    if start >= 0.0:
        d = max(d, (start - along) * length)
    return d


@njit(cache=True)
def _along_spine(spine, x, y, z):  # type: ignore[no-untyped-def]
    """The nearest place on the spine: arc length, how far in front, to the right, and beyond an end."""
    best = 1e18
    arc = front = right = over = 0.0
    for i in range(spine.shape[0] - 1):
        ax, ay, az = spine[i, 0], spine[i, 1], spine[i, 2]
        bx, by, bz = spine[i + 1, 0] - ax, spine[i + 1, 1] - ay, spine[i + 1, 2] - az
        long = bx * bx + by * by + bz * bz
        raw = ((x - ax) * bx + (y - ay) * by + (z - az) * bz) / max(long, 1e-12)
        t = min(max(raw, 0.0), 1.0)
        dx, dy, dz = x - ax - t * bx, y - ay - t * by, z - az - t * bz
        d2 = dx * dx + dy * dy + dz * dz
        if d2 < best:
            best = d2
            arc = spine[i, 9] + t * (spine[i + 1, 9] - spine[i, 9])
            front = dx * (spine[i, 3] + t * (spine[i + 1, 3] - spine[i, 3]))
            front += dy * (spine[i, 4] + t * (spine[i + 1, 4] - spine[i, 4]))
            front += dz * (spine[i, 5] + t * (spine[i + 1, 5] - spine[i, 5]))
            right = dx * (spine[i, 6] + t * (spine[i + 1, 6] - spine[i, 6]))
            right += dy * (spine[i, 7] + t * (spine[i + 1, 7] - spine[i, 7]))
            right += dz * (spine[i, 8] + t * (spine[i + 1, 8] - spine[i, 8]))
            over = 0.0
            if (i == 0 and raw < 0.0) or (i == spine.shape[0] - 2 and raw > 1.0):
                over = abs(raw - t) * math.sqrt(long)
                if raw < 0.0:
                    over = -over
    return arc, front, right, over


@njit(cache=True)
def _torso(n, table, spine, x, y, z):  # type: ignore[no-untyped-def]
    arc, fx, rz, over = _along_spine(spine, x, y, z)
    grow, flare, start, end, low_cap, high_cap = n[0], n[1], n[2], n[3], n[4], n[5]
    steps = table.shape[0] - 1
    low, high = table[steps, 0], table[steps, 2]
    at = arc + over
    inside = min(max(at, low), high)
    front, back, wide, _ = _read(table, inside)
    more = grow
    if flare > 0.0:
        share = max(0.0, 1.0 - (inside - start) / 0.07)
        more = grow + flare * share * share
    front, back, wide = front + more, back + more, wide + more
    deep = front if fx >= 0.0 else back
    beyond, cap = 0.0, low_cap
    if at < low and start < low:
        beyond = low - at
    elif at > high and end > high:
        beyond, cap = at - high, high_cap
    d = _egg(fx, beyond, rz, deep, cap + more, wide)
    if start >= low:
        d = max(d, start - at)
    if end <= high:
        d = max(d, at - end)
    return d


@njit(cache=True)
def _box(n, x, y, z):  # type: ignore[no-untyped-def]
    lx, ly, lz = _local(n, x, y, z)
    r = n[15]
    qx, qy, qz = abs(lx) - n[12] + r, abs(ly) - n[13] + r, abs(lz) - n[14] + r
    ox, oy, oz = max(qx, 0.0), max(qy, 0.0), max(qz, 0.0)
    return math.sqrt(ox * ox + oy * oy + oz * oz) + min(max(qx, max(qy, qz)), 0.0) - r


@njit(cache=True)
def _cylinder(n, x, y, z):  # type: ignore[no-untyped-def]
    bx, by, bz = n[3] - n[0], n[4] - n[1], n[5] - n[2]
    px, py, pz = x - n[0], y - n[1], z - n[2]
    long = math.sqrt(bx * bx + by * by + bz * bz)
    t = (px * bx + py * by + pz * bz) / long
    across = math.sqrt(max(px * px + py * py + pz * pz - t * t, 0.0))
    r = n[7]
    q1, q2 = across - n[6] + r, abs(t - 0.5 * long) - 0.5 * long + r
    o1, o2 = max(q1, 0.0), max(q2, 0.0)
    return min(max(q1, q2), 0.0) + math.sqrt(o1 * o1 + o2 * o2) - r


@njit(cache=True)
def _sole(n, x, y, z):  # type: ignore[no-untyped-def]
    lx, ly, lz = _local(n, x, y, z)
    # In the plane: two circles and their outer tangents.
    long = n[14] - n[12]
    px, pz = lx - n[12], abs(lz)
    slant = (n[13] - n[15]) / long
    up = math.sqrt(max(1.0 - slant * slant, 1e-9))
    turn = px * up - pz * slant
    if turn < 0.0:
        flat = math.sqrt(px * px + pz * pz) - n[13]
    elif turn > long * up:
        flat = math.sqrt((px - long) * (px - long) + pz * pz) - n[15]
    else:
        flat = pz * up + px * slant - n[13]
    middle, half, r = 0.5 * (n[16] + n[17]), 0.5 * abs(n[17] - n[16]), n[18]
    q1, q2 = flat + r, abs(ly - middle) - half + r
    o1, o2 = max(q1, 0.0), max(q2, 0.0)
    return min(max(q1, q2), 0.0) + math.sqrt(o1 * o1 + o2 * o2) - r


@njit(cache=True)
def _ring(n, x, y, z):  # type: ignore[no-untyped-def]
    lx, ly, lz = _local(n, x, y, z)
    q = math.sqrt(ly * ly + lz * lz) - n[12]
    return math.sqrt(q * q + lx * lx) - n[13]


@njit(cache=True)
def _frustum(n, x, y, z):  # type: ignore[no-untyped-def]
    bx, by, bz = n[3] - n[0], n[4] - n[1], n[5] - n[2]
    px, py, pz = x - n[0], y - n[1], z - n[2]
    long = math.sqrt(bx * bx + by * by + bz * bz)
    along = (px * bx + py * by + pz * bz) / long
    across = math.sqrt(max(px * px + py * py + pz * pz - along * along, 0.0))
    r = n[8]
    half = 0.5 * long - r
    r1, r2 = n[6] - r, n[7] - r
    mid = along - 0.5 * long
    # To the flat ends, then to the slanted side (after Inigo Quilez, capped cone).
    ca_x, ca_y = across - min(across, r1 if mid < 0.0 else r2), abs(mid) - half
    kx, ky = r2 - r1, 2.0 * half
    t = min(max(((r2 - across) * kx + (half - mid) * ky) / (kx * kx + ky * ky), 0.0), 1.0)
    cb_x, cb_y = across - r2 + kx * t, mid - half + ky * t
    inside = -1.0 if cb_x < 0.0 and ca_y < 0.0 else 1.0
    return inside * math.sqrt(min(ca_x * ca_x + ca_y * ca_y, cb_x * cb_x + cb_y * cb_y)) - r


@njit(cache=True)
def _slab(n, x, y, z):  # type: ignore[no-untyped-def]
    lx, ly, lz = _local(n, x, y, z)
    corner, r, slant = n[15], n[16], n[17]
    shrink = slant * ly
    qx, qz = abs(lx) - n[12] + shrink + corner, abs(lz) - n[14] + shrink + corner
    ox, oz = max(qx, 0.0), max(qz, 0.0)
    plan = math.sqrt(ox * ox + oz * oz) + min(max(qx, qz), 0.0) - corner
    plan /= math.sqrt(1.0 + slant * slant)
    q1, q2 = plan + r, abs(ly) - n[13] + r
    o1, o2 = max(q1, 0.0), max(q2, 0.0)
    return min(max(q1, q2), 0.0) + math.sqrt(o1 * o1 + o2 * o2) - r


@njit(cache=True)
def _solid(kind, profile, n, profiles, spine, x, y, z):  # type: ignore[no-untyped-def]
    if kind == 0:
        return _cone(n, x, y, z)
    if kind == 1:
        lx, ly, lz = _local(n, x, y, z)
        return _egg(lx, ly, lz, n[12], n[13], n[14])
    if kind == 2:
        return _limb(n, profiles[profile], x, y, z)
    if kind == 3:
        return _torso(n, profiles[profile], spine, x, y, z)
    if kind == 4:
        return _box(n, x, y, z)
    if kind == 5:
        return _cylinder(n, x, y, z)
    if kind == 6:
        return _sole(n, x, y, z)
    if kind == 7:
        return _ring(n, x, y, z)
    if kind == 8:
        return _frustum(n, x, y, z)
    return _slab(n, x, y, z)


@njit(cache=True)
def _group(arrays, first, last, most, x, y, z):  # type: ignore[no-untyped-def]
    """Distance to a group, and the solid nearest; solids farther than `most` are passed over."""
    kinds, numbers, blends, bounds, profiles, spine = arrays[0], arrays[1], arrays[2], arrays[3], arrays[4], arrays[8]
    total, nearest, which = FAR, FAR, -1
    for i in range(first, last):
        dx, dy, dz = x - bounds[i, 0], y - bounds[i, 1], z - bounds[i, 2]
        bound = math.sqrt(dx * dx + dy * dy + dz * dz) - bounds[i, 3]
        carves = kinds[i, 2] == 1
        if not carves and bound > min(total, most) + blends[i, 0]:
            continue
        if carves and -bound < total - 0.02 and bound > 0.0:
            continue
        d = _solid(kinds[i, 0], kinds[i, 3], numbers[i], profiles, spine, x, y, z)
        if carves:
            total, nearest = -_smooth(-total, d, blends[i, 0]), max(nearest, -d)
        else:
            total = _smooth(total, d, _faded(blends[i], x, y, z))
            if d < nearest:
                nearest, which = d, i
    return total, which, nearest


@njit(cache=True)
def distance(arrays, x, y, z):  # type: ignore[no-untyped-def]
    """Distance from a point to all that stands in the scene, and the solid that is nearest."""
    groups, group_blends, group_bounds = arrays[5], arrays[6], arrays[7]
    best, which = FAR, -1
    values = np.empty(groups.shape[0])
    for g in range(groups.shape[0]):
        dx, dy, dz = x - group_bounds[g, 0], y - group_bounds[g, 1], z - group_bounds[g, 2]
        bound = math.sqrt(dx * dx + dy * dy + dz * dz) - group_bounds[g, 3]
        parent = groups[g, 2]
        most = best + group_blends[g, 0]
        if bound > 0.05 and which < 0:
            values[g] = bound
            best = min(best, bound)
            continue
        if bound > most:
            values[g] = bound
            continue
        d, i, _ = _group(arrays, groups[g, 0], groups[g, 1], most, x, y, z)
        values[g] = d
        if parent >= 0 and values[parent] < FAR:
            joined = _smooth(values[parent], d, _faded(group_blends[g], x, y, z))
            if d < best or which < 0:
                which = i
            best = min(best, joined)
        elif d < best:
            best, which = d, i
    return best, which


@njit(cache=True)
def along_trunk(points, numbers, table, spine):  # type: ignore[no-untyped-def]
    """For each world point its length along the spine, and its distance from the trunk (a torso's numbers), in H."""
    found = np.empty((points.shape[0], 2))
    for i in range(points.shape[0]):
        x, y, z = points[i, 0], points[i, 1], points[i, 2]
        arc, _, _, over = _along_spine(spine, x, y, z)
        found[i, 0] = arc + over
        found[i, 1] = _torso(numbers, table, spine, x, y, z)
    return found
