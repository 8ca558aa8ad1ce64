"""Paths in few letters: steps from point to point in whole tenths of a millimetre, each curve as simple as it may be.

A site must be small, and nine tenths of it are curves. One that is straight to the eye becomes a line, and one that
a parabola follows as well becomes a parabola, which takes two numbers less.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.drawing import Path

# Units to the millimetre, at 100 mm a stature; and how far from its place ink may be, in these units.
FINE, NEAR = 10, 0.7
# A parabola strays from its cubic by this share of the third difference of the four points.
_STRAYS = math.sqrt(3) / 36

Pair: TypeAlias = tuple[float, float]


class _Piece(NamedTuple):
    letter: str
    points: tuple[Pair, ...]


def steps(path: Path, left: float, top: float) -> str:
    """The `d` of a path, from a point that becomes the origin; rounded where pieces end: errors do not add up."""
    return "".join(_told(_pieces(path, left, top)))


def _pieces(path: Path, left: float, top: float) -> Iterator[_Piece]:
    at: Pair = (0.0, 0.0)
    for verb, numbers in path.segments:
        points = tuple(((x - left) * FINE, (y - top) * FINE) for x, y in zip(numbers[0::2], numbers[1::2], strict=True))
        yield _simpler(at, points) if verb == "C" else _Piece(verb.lower(), points)
        at = points[-1] if points else at


def _simpler(start: Pair, points: tuple[Pair, ...]) -> _Piece:
    one, two, end = points
    if max(_beside(start, end, one), _beside(start, end, two)) < NEAR:
        return _Piece("l", (end,))
    third = tuple(end[i] - 3 * two[i] + 3 * one[i] - start[i] for i in (0, 1))
    if math.hypot(*third) * _STRAYS < NEAR:
        x, y = ((3 * (one[i] + two[i]) - start[i] - end[i]) / 4 for i in (0, 1))
        return _Piece("q", ((x, y), end))
    return _Piece("c", points)


def _beside(start: Pair, end: Pair, point: Pair) -> float:
    """How far a point lies from the line between two others, or beyond its ends."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, down)
    x, y = point[0] - start[0], point[1] - start[1]
    if length < NEAR:
        return math.hypot(x, y)
    along = (x * across + y * down) / length
    return max(abs(x * down - y * across) / length, -along, along - length)


def _told(pieces: Iterator[_Piece]) -> Iterator[str]:
    at = begun = (0, 0)
    before = ""
    for letter, points in pieces:
        if not points:
            yield "z"
            at, before = begun, "z"
            continue
        whole = [(round(x), round(y)) for x, y in points]
        if letter == "l" and whole[-1] == at:
            continue
        said = _numbers([value for x, y in whole for value in (x - at[0], y - at[1])])
        yield said if letter == before != "m" else letter + said.lstrip()
        at, before = whole[-1], letter
        begun = at if letter == "m" else begun


def _numbers(values: Sequence[int]) -> str:
    return "".join(f" {value}" if value >= 0 else str(value) for value in values)
