"""The shots of a moving card: which moment of a rep each shows, for how long, and how far its part has come.

The times of all shots add up to the rep of the card exactly. Pictures are dear and time is not: a hold is one picture
whose ring fills, and the way back shows the pictures of the way there, from last to first.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from publisher.figures.tempo import Leg, legs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.dose import Dose
    from publisher.model.figure import Figure

# Pictures a second on the way, and the fewest and most of one way; steps a second of a ring.
RATE, FEWEST, MOST, RING = 8, 3, 10, 4
# Moving pictures count in hundredths of a second (GIF89a, 23).
HUNDREDTHS = 100


class Shot(NamedTuple):
    """One picture. `at` is the moment of the rep that it shows, seconds; `share` how far its part has come, 0 to 1."""

    at: float
    hundredths: int
    leg: Leg
    share: float


def shots(figure: Figure, dose: Dose | None = None) -> tuple[Shot, ...]:
    """One rep, from its start until it starts again; none for a figure that never leaves a pose."""
    parts = legs(figure, dose)
    if all(leg.start == leg.end for leg in parts):
        return ()
    movements = [tuple(movement) for _, movement in groupby(parts, lambda leg: leg.takes)]
    counts = {frozenset(_ways(movement)): _pictures(movement) for movement in movements}
    for movement in movements:
        ways = frozenset(_ways(movement))
        counts[ways] = max(counts[ways], _pictures(movement))
    taken: dict[tuple[tuple[str, str], ...], tuple[float, float]] = {}
    found: list[Shot] = []
    begin = 0.0
    for movement in movements:
        found += _of(movement, begin, counts[frozenset(_ways(movement))], taken)
        begin += sum(leg.seconds for leg in movement)
    return tuple(found)


def seconds(shown: Sequence[Shot]) -> float:
    """How long the whole rep takes."""
    return sum(shot.hundredths for shot in shown) / HUNDREDTHS


def _ways(movement: Sequence[Leg]) -> Iterator[frozenset[str]]:
    """Between which poses it goes, either way."""
    yield from (frozenset((leg.start, leg.end)) for leg in movement)


def _pictures(movement: Sequence[Leg]) -> int:
    whole = sum(leg.seconds for leg in movement)
    if all(leg.start == leg.end for leg in movement):
        return max(1, math.ceil(whole * RING))
    return min(max(MOST, FEWEST * len(movement)), max(FEWEST * len(movement), math.ceil(whole * RATE)))


def _of(
    movement: Sequence[Leg], begin: float, count: int, taken: dict[tuple[tuple[str, str], ...], tuple[float, float]]
) -> Iterator[Shot]:
    whole = sum(leg.seconds for leg in movement)
    there = tuple((leg.start, leg.end) for leg in movement)
    back = tuple((end, start) for start, end in reversed(there))
    stays = all(start == end for start, end in there)
    taken.setdefault(there, (begin, whole))
    for number, hundredths in enumerate(_shared(round(whole * HUNDREDTHS), count)):
        way = 0.0 if stays else number / count
        at = begin + way * whole
        if not stays and back in taken and number:
            first, long = taken[back]
            at = first + (1 - way) * long
        yield Shot(at, hundredths, _leg_of(movement, way * whole), (number + 1) / count)


def _leg_of(movement: Sequence[Leg], at: float) -> Leg:
    for leg in movement:
        if at < leg.seconds:
            return leg
        at -= leg.seconds
    return movement[-1]


def _shared(whole: int, count: int) -> Iterator[int]:
    """A whole number in so many nearly equal parts, which add up to it."""
    yield from (whole * (i + 1) // count - whole * i // count for i in range(count))
