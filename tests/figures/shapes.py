"""What paths cover: polygons, areas and extents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from publisher.drawing import Path


def polygons_of(path: Path, steps: int = 12, *, closed_only: bool = True) -> list[np.ndarray]:
    """The curves of a path as polygons, the closed ones unless told otherwise."""
    out, run = [], []
    for verb, numbers in path.segments:
        if verb == "M":
            run = [numbers]
            if not closed_only:
                out.append(run)
        elif verb == "L":
            run.append(numbers)
        elif verb == "C":
            a, b, c, d = (np.array(p) for p in (run[-1], numbers[:2], numbers[2:4], numbers[4:]))
            t = np.linspace(0, 1, steps)[1:, None]
            run += ((1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d).tolist()
        elif closed_only:
            out.append(run)
    return [np.array(run) for run in out]


def covers(path: Path, x: float, y: float) -> bool:
    """Whether a point lies in a path, even-odd."""
    crossings = 0
    for polygon in polygons_of(path):
        following = np.roll(polygon, -1, axis=0)
        for (x1, y1), (x2, y2) in zip(polygon, following, strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossings += 1
    return crossings % 2 == 1


def area_of(path: Path) -> float:
    return sum(
        abs(np.dot(p[:, 0], np.roll(p[:, 1], -1)) - np.dot(p[:, 1], np.roll(p[:, 0], -1))) / 2
        for p in polygons_of(path)
    )


def extent_of(path: Path) -> tuple[float, ...]:
    """Left, top, right, bottom of what is drawn; control points lie outside."""
    points = np.concatenate(polygons_of(path, closed_only=False))
    return (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())
