"""Loops over pixels and points, compiled by Numba: blur, cubics, pieces and their rims.

What they are for stands where they are used: in `curves`, `paint` and `shading`.
"""
# Compiled functions take their types from their arguments, and are called in the innermost loops.
# ruff: noqa: ANN001, ANN201, ANN202, C901

from __future__ import annotations

import math

import numpy as np
from numba import njit

TURNS = 8  # times that the fit of a cubic is improved


@njit(cache=True)
def blur(image, along, down):  # type: ignore[no-untyped-def]
    """Along the rows, then down the columns; the edge goes on outside."""
    rows, columns = image.shape
    reach = len(along) - 1
    half = np.empty((rows, columns))
    padded = np.empty(columns + 2 * reach)
    for r in range(rows):
        padded[:reach], padded[reach : reach + columns], padded[reach + columns :] = (
            image[r, 0],
            image[r],
            image[r, columns - 1],
        )
        line = half[r]
        for c in range(columns):
            line[c] = padded[c + reach] * along[0]
        for k in range(1, reach + 1):
            for c in range(columns):
                line[c] += along[k] * (padded[c + reach - k] + padded[c + reach + k])
    out = np.empty((rows, columns))
    for r in range(rows):
        line = out[r]
        for c in range(columns):
            line[c] = half[r, c] * down[0]
        for k in range(1, len(down)):
            above, below = half[max(r - k, 0)], half[min(r + k, rows - 1)]
            for c in range(columns):
                line[c] += down[k] * (above[c] + below[c])
    return out


@njit(cache=True)
def cubic(points, first, final):  # type: ignore[no-untyped-def]
    """The cubic with these end directions that fits best; its control points, largest error and where that is."""
    n = len(points)
    u = np.zeros(n)
    for i in range(1, n):
        u[i] = u[i - 1] + math.hypot(points[i, 0] - points[i - 1, 0], points[i, 1] - points[i - 1, 1])
    long = u[n - 1]
    if long > 0:
        u /= long
    net = np.empty((4, 2))
    net[0], net[3] = points[0], points[n - 1]
    worst, where = 0.0, 0
    for turn in range(TURNS):
        h0, h1 = _handles(points, first, final, u, long)
        net[1], net[2] = net[0] + h0 * first, net[3] + h1 * final
        worst, where = _measured(points, net, u, turn < TURNS - 1)
    return net[1:3].copy(), worst, where


@njit(cache=True)
def _handles(points, first, final, u, long):  # type: ignore[no-untyped-def]
    """Lengths of the two handles by least squares (Schneider 1990)."""
    p0, p3 = points[0], points[len(points) - 1]
    c00 = c01 = c11 = x0 = x1 = 0.0
    between = first[0] * final[0] + first[1] * final[1]
    for i in range(len(points)):
        t, s = u[i], 1.0 - u[i]
        b0, b1, b2, b3 = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        dx = points[i, 0] - p0[0] * (b0 + b1) - p3[0] * (b2 + b3)
        dy = points[i, 1] - p0[1] * (b0 + b1) - p3[1] * (b2 + b3)
        c00, c01, c11 = c00 + b1 * b1, c01 + b1 * b2 * between, c11 + b2 * b2
        x0 += b1 * (first[0] * dx + first[1] * dy)
        x1 += b2 * (final[0] * dx + final[1] * dy)
    det = c00 * c11 - c01 * c01
    if abs(det) < 1e-9:
        return long / 3.0, long / 3.0
    h0, h1 = (x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det
    # A handle that is far too long or turns back makes a loop or a kink.
    if min(h0, h1) < 0.05 * long or max(h0, h1) > 0.9 * long:
        return long / 3.0, long / 3.0
    return h0, h1


@njit(cache=True)
def _measured(points, net, u, improve):  # type: ignore[no-untyped-def]
    """The largest error of a cubic and where it is; `improve` moves each `u` a step of Newton towards its foot."""
    n = len(points)
    worst, where = 0.0, n // 2
    for i in range(n):
        t, s = u[i], 1.0 - u[i]
        square = toward = down = 0.0
        for k in range(2):
            a, b, c, d = net[0, k], net[1, k], net[2, k], net[3, k]
            error = s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d - points[i, k]
            d1 = 3 * (s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c))
            d2 = 6 * (s * (c - 2 * b + a) + t * (d - 2 * c + b))
            square, toward, down = square + error * error, toward + error * d1, down + d1 * d1 + error * d2
        if square > worst:
            worst, where = square, i
        if improve and 0 < i < n - 1 and abs(down) > 1e-9:
            u[i] = min(max(t - toward / down, 0.0), 1.0)
    return math.sqrt(worst), where


@njit(cache=True)
def label(value):  # type: ignore[no-untyped-def]
    """Pieces of equal value, joined by their sides, numbered from 0, and how many; negative values stay -1."""
    rows, columns = value.shape
    number = np.full((rows, columns), -1)
    stack = np.empty((rows * columns, 2), dtype=np.int64)
    count = 0
    for r0 in range(rows):
        for c0 in range(columns):
            if value[r0, c0] < 0 or number[r0, c0] >= 0:
                continue
            top = 1
            stack[0, 0], stack[0, 1] = r0, c0
            number[r0, c0] = count
            while top:
                top -= 1
                r, c = stack[top, 0], stack[top, 1]
                for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                    y, x = r + dr, c + dc
                    if 0 <= y < rows and 0 <= x < columns and number[y, x] < 0 and value[y, x] == value[r0, c0]:
                        number[y, x] = count
                        stack[top, 0], stack[top, 1] = y, x
                        top += 1
            count += 1
    return number, count


@njit(cache=True)
def rims(number, area, count):  # type: ignore[no-untyped-def]
    """For each numbered piece: sides of pixels on its edge, and how many of them border what is not area."""
    edge, outside = np.zeros(count), np.zeros(count)
    rows, columns = number.shape
    for r in range(1, rows - 1):
        for c in range(1, columns - 1):
            n = number[r, c]
            if n < 0:
                continue
            for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                if number[r + dr, c + dc] != n:
                    edge[n] += 1
                    if not area[r + dr, c + dc]:
                        outside[n] += 1
    return edge, outside


@njit(cache=True)
def rounded(normal, here, most):  # type: ignore[no-untyped-def]
    """Where the normal turns by more than `most` from a pixel to the next."""
    rows, columns = here.shape
    turns = np.zeros((rows, columns), dtype=np.bool_)
    for r in range(rows):
        for c in range(columns):
            if not here[r, c]:
                continue
            for y, x in ((r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)):
                if 0 <= y < rows and 0 <= x < columns and here[y, x]:
                    for k in range(3):
                        if abs(normal[y, x, k] - normal[r, c, k]) > most:
                            turns[r, c] = True
    return turns


@njit(cache=True)
def steps_to(number, depth, pieces, near, smooth, steps):  # type: ignore[no-untyped-def]
    """For each piece how much of its border to the near paint is without a step in depth, and how much with one."""
    rows, columns = number.shape
    for r in range(1, rows - 1):
        for c in range(1, columns - 1):
            if pieces[r, c] < 0:
                continue
            for y, x in ((r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)):
                if number[y, x] == near:
                    if abs(depth[y, x] - depth[r, c]) < 0.006:
                        smooth[pieces[r, c]] += 1
                    else:
                        steps[pieces[r, c]] += 1


@njit(cache=True)
def fill(specks, part, number, faces, depth):  # type: ignore[no-untyped-def]
    """Grow what is round the specks into them, a ring of pixels at a time."""
    rows, columns = specks.shape
    left = True
    while left:
        left = False
        ring = []
        for r in range(rows):
            for c in range(columns):
                if specks[r, c]:
                    for y, x in ((r, c + 1), (r + 1, c), (r, c - 1), (r - 1, c)):
                        if 0 <= y < rows and 0 <= x < columns and not specks[y, x]:
                            ring.append((r, c, y, x))
                            break
        for r, c, y, x in ring:
            part[r, c], number[r, c], faces[r, c], depth[r, c] = part[y, x], number[y, x], faces[y, x], depth[y, x]
            specks[r, c] = False
            left = True
