"""The closed curves of an area one by one, and an area without those that are too small to be named."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from publisher.drawing import Path

if TYPE_CHECKING:
    from collections.abc import Iterator


def pieces(path: Path) -> Iterator[Path]:
    """The closed curves of an area."""
    starts = [i for i, (verb, _) in enumerate(path.segments) if verb == "M"]
    yield from (Path(path.segments[start:end]) for start, end in pairwise([*starts, len(path.segments)]))


def without_crumbs(path: Path, least: float) -> Path:
    """The area without curves that hold less than so much, in squares of its unit."""
    return Path(tuple(segment for piece in pieces(path) if _holds(piece) >= least for segment in piece.segments))


def _holds(piece: Path) -> float:
    """About what a closed curve holds: as if it went straight by way of its handles, for it may have two ends only."""
    points = [numbers[i : i + 2] for _, numbers in piece.segments for i in range(0, len(numbers), 2)]
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*points, points[0]]))) / 2
