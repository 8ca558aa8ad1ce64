"""The shots of a moving card: which moment of a rep each shows, for how long, and how far its part has come.

The times of all shots add up to the rep of the card exactly, a hold of half a minute too: people hold along. Pictures
are dear and time is not: a hold is one picture whose ring fills, and the way back shows the pictures of the way there,
from last to first.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from publisher.figures.tempo import LONGEST_HOLD, Leg, kept, legs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.dose import Dose
    from publisher.model.figure import Figure

# Pictures a second on the way, and the fewest and most of one way; steps a second of a ring, and of a slow one.
RATE, FEWEST, MOST, RING, SLOW_RING = 8, 3, 10, 4, 1
# Moving pictures count in hundredths of a second (GIF89a, 23).
HUNDREDTHS = 100


class Shot(NamedTuple):
    """One picture. `at` is the moment that it shows, seconds in a rep whose holds are as short as in `legs`.

    `share` is how far its part has come when it goes, 0 to 1, and `seconds` how long the whole part lasts.
    """

    at: float
    hundredths: int
    leg: Leg
    share: float
    seconds: float


def shots(figure: Figure, dose: Dose | None = None) -> tuple[Shot, ...]:
    """One rep, from its start until it starts again; none for a figure that never leaves a pose."""
    parts = legs(figure, dose)
    if all(leg.start == leg.end for leg in parts):
        return ()
    movements = [tuple(movement) for _, movement in groupby(parts, lambda leg: leg.takes)]
    lasting = [_lasts(movement, dose) for movement in movements]
    counts: dict[frozenset[frozenset[str]], int] = {}
    for movement, lasts in zip(movements, lasting, strict=True):
        ways = frozenset(_ways(movement))
        counts[ways] = max(counts.get(ways, 1), _pictures(movement, lasts))
    taken: dict[tuple[tuple[str, str], ...], tuple[float, float]] = {}
    found: list[Shot] = []
    begin = 0.0
    for movement, lasts in zip(movements, lasting, strict=True):
        found += _of(movement, begin, lasts, counts[frozenset(_ways(movement))], taken)
        begin += _short(movement)
    return tuple(found)


def seconds(shown: Sequence[Shot]) -> float:
    """How long the whole rep takes."""
    return sum(shot.hundredths for shot in shown) / HUNDREDTHS


def _ways(movement: Sequence[Leg]) -> Iterator[frozenset[str]]:
    """Between which poses it goes, either way."""
    yield from (frozenset((leg.start, leg.end)) for leg in movement)


def _short(movement: Sequence[Leg]) -> float:
    return sum(leg.seconds for leg in movement)


def _lasts(movement: Sequence[Leg], dose: Dose | None) -> float:
    """How long it lasts, a long hold as the card has it."""
    held = kept(movement[0].takes, dose) if dose is not None and _stays(movement) else None
    short = _short(movement)
    return held.low if held is not None and held.low > LONGEST_HOLD and short == LONGEST_HOLD else short


def _stays(movement: Sequence[Leg]) -> bool:
    return all(leg.start == leg.end for leg in movement)


def _pictures(movement: Sequence[Leg], lasts: float) -> int:
    if _stays(movement):
        return max(1, math.ceil(lasts * (RING if lasts <= LONGEST_HOLD else SLOW_RING)))
    fewest = FEWEST * len(movement)
    return min(max(MOST, fewest), max(fewest, math.ceil(lasts * RATE)))


def _of(
    movement: Sequence[Leg],
    begin: float,
    lasts: float,
    count: int,
    taken: dict[tuple[tuple[str, str], ...], tuple[float, float]],
) -> Iterator[Shot]:
    whole = _short(movement)
    there = tuple((leg.start, leg.end) for leg in movement)
    back = tuple((end, start) for start, end in reversed(there))
    stays = _stays(movement)
    taken.setdefault(there, (begin, whole))
    for number, hundredths in enumerate(_shared(round(lasts * HUNDREDTHS), count)):
        way = 0.0 if stays else number / count
        at = begin + way * whole
        if not stays and back in taken:
            first, long = taken[back]
            at = first + (1 - way) * long
        yield Shot(round(at, 6), hundredths, _leg_of(movement, way * whole), (number + 1) / count, lasts)


def _leg_of(movement: Sequence[Leg], at: float) -> Leg:
    for leg in movement:
        if at < leg.seconds:
            return leg
        at -= leg.seconds
    return movement[-1]


def _shared(whole: int, count: int) -> Iterator[int]:
    """A whole number in so many nearly equal parts, which add up to it."""
    yield from (whole * (i + 1) // count - whole * i // count for i in range(count))
