"""Paths in few letters: steps from point to point in whole tenths of a millimetre, each curve as simple as it may be.

A site must be small, and nine tenths of it are curves. One that is straight to the eye becomes a line, and one that
a parabola follows as well becomes a parabola, which takes two numbers less.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.drawing import Path

# Units to the millimetre, at 100 mm a stature; and how far from its place ink may be, in these units.
FINE, NEAR = 6, 0.7
# A parabola strays from its cubic by this share of the third difference of the four points.
_STRAYS = math.sqrt(3) / 36

Pair: TypeAlias = tuple[float, float]


class _Piece(NamedTuple):
    letter: str
    points: tuple[Pair, ...]


class Step(NamedTuple):
    """A letter of a path and its numbers, each pair counted from where the last step ended."""

    letter: str
    numbers: tuple[int, ...]


def steps(path: Path, left: float, top: float) -> str:
    """The `d` of a path, from a point that becomes the origin."""
    return "".join(_told(moves(path, left, top, FINE)))


def moves(path: Path, left: float, top: float, fine: int) -> Iterator[Step]:
    """The steps of a path, `fine` units to the millimetre; rounded where pieces end, so that errors do not add up."""
    at = begun = (0, 0)
    for letter, points in _pieces(path, left, top, fine):
        if not points:
            yield Step("z", ())
            at = begun
            continue
        whole = [(round(x), round(y)) for x, y in points]
        if letter == "l" and whole[-1] == at:
            continue
        yield Step(letter, tuple(value for x, y in whole for value in (x - at[0], y - at[1])))
        at = whole[-1]
        begun = at if letter == "m" else begun


def _pieces(path: Path, left: float, top: float, fine: int) -> Iterator[_Piece]:
    # Half a million pieces go through here in a site with films: reckoned in place.
    at: Pair = (0.0, 0.0)
    for verb, numbers in path.segments:
        if verb == "C":
            x1, y1, x2, y2, x, y = numbers
            one, two = ((x1 - left) * fine, (y1 - top) * fine), ((x2 - left) * fine, (y2 - top) * fine)
            end = ((x - left) * fine, (y - top) * fine)
            yield _simpler(at, one, two, end)
            at = end
        elif numbers:
            at = ((numbers[0] - left) * fine, (numbers[1] - top) * fine)
            yield _Piece(verb.lower(), (at,))
        else:
            yield _Piece("z", ())


def _simpler(start: Pair, one: Pair, two: Pair, end: Pair) -> _Piece:
    if _beside(start, end, one) < NEAR and _beside(start, end, two) < NEAR:
        return _Piece("l", (end,))
    x, y = 3 * (one[0] - two[0]), 3 * (one[1] - two[1])
    if math.hypot(end[0] + x - start[0], end[1] + y - start[1]) * _STRAYS < NEAR:
        x, y = 3 * (one[0] + two[0]), 3 * (one[1] + two[1])
        return _Piece("q", (((x - start[0] - end[0]) / 4, (y - start[1] - end[1]) / 4), end))
    return _Piece("c", (one, two, end))


def _beside(start: Pair, end: Pair, point: Pair) -> float:
    """How far a point lies from the line between two others, or beyond its ends."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = math.hypot(across, down)
    x, y = point[0] - start[0], point[1] - start[1]
    if length < NEAR:
        return math.hypot(x, y)
    along = (x * across + y * down) / length
    return max(abs(x * down - y * across) / length, -along, along - length)


def _told(steps: Iterator[Step]) -> Iterator[str]:
    """Steps in letters; a letter that is said already is not said again."""
    before = ""
    for letter, numbers in steps:
        said = "".join(f" {value}" if value >= 0 else str(value) for value in numbers)
        yield said if numbers and letter == before != "m" else letter + said.lstrip()
        before = letter
