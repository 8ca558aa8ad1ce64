"""The key frames of a rep for a film strip: which pictures of a film stand side by side, and what lies between them.

A strip has three to six frames. Times are printed as the card says them; where it says none, none is printed.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from publisher.figures.tempo import Leg, kept, legs
from publisher.model.dose import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.figures.illustration import Framed
    from publisher.figures.shots import Shot
    from publisher.model.dose import Dose
    from publisher.model.figure import Figure

# A strip with fewer frames has pictures from the middle of its ways too; with more, the rep is told in fewer poses.
FEWEST, MOST = 4, 6


class Key(NamedTuple):
    """A frame of a strip: its pose, or nothing for one on the way; the number of its shot among those of the film."""

    pose: str
    shot: int


class Way(NamedTuple):
    """A part of the rep between two frames of the strip, by their places; from a frame to itself something is held.

    `to` is the pose that it leads to, and `lasts` how long it takes, seconds, where the card says so.
    """

    first: int
    last: int
    takes: str
    to: str
    lasts: Range | None = None
    breath: str = ""

    @property
    def stays(self) -> bool:
        """Whether nothing moves."""
        return self.first == self.last


class Plan(NamedTuple):
    """Which frames a strip shows, and the ways between them. Where it does not end as it began, the rep goes on."""

    keys: tuple[Key, ...]
    ways: tuple[Way, ...]


class Reel(NamedTuple):
    """A strip to lay out: its frames, all in one room, the pose of each, and the ways between them."""

    frames: tuple[Framed, ...]
    poses: tuple[str, ...]
    ways: tuple[Way, ...]


class _Part(NamedTuple):
    """A movement of the rep: its legs, and where it begins and ends among all moments."""

    legs: tuple[Leg, ...]
    begin: float
    end: float

    @property
    def stays(self) -> bool:
        return all(leg.start == leg.end for leg in self.legs)


def plan(figure: Figure, shown: Sequence[Shot], dose: Dose | None = None) -> Plan:
    """The key frames of a rep, out of the shots of its film. A moment is counted in movements: 1.5 is half the second.

    Raises `ValueError` where there are no shots.
    """
    parts = tuple(_parts(legs(figure, dose)))
    if not parts or not shown:
        raise ValueError("a figure that stays as it is has no film strip")
    taken = _few(_stops(parts), parts, [str(name) for name in figure.frames])
    first = _first_shots(shown)
    keys = tuple(Key(pose, _shot_at(moment, first, len(shown))) for moment, pose in taken)
    moments = [moment for moment, _ in taken]
    return Plan(keys, tuple(_ways(parts, moments, dose)))


def _parts(all_legs: Sequence[Leg]) -> Iterator[_Part]:
    for place, (_, movement) in enumerate(groupby(all_legs, lambda leg: leg.takes)):
        yield _Part(tuple(movement), float(place), place + 1.0)


def _stops(parts: Sequence[_Part]) -> list[tuple[float, str]]:
    """Every pose that the rep comes through, with its moment; the first pose again at the end."""
    found = [(0.0, parts[0].legs[0].start)]
    for part in parts:
        if part.stays:
            continue
        whole, gone = sum(leg.seconds for leg in part.legs), 0.0
        for leg in part.legs:
            gone += leg.seconds
            found.append((part.begin + gone / whole, leg.end))
    return found


def _few(stops: list[tuple[float, str]], parts: Sequence[_Part], pictured: Sequence[str]) -> list[tuple[float, str]]:
    """Three to six of them: the middle of each way where there are few, those that the card pictures where many."""
    if len(stops) < FEWEST:
        middles = [((part.begin + part.end) / 2, "") for part in parts if not part.stays]
        return sorted([*stops, *middles])
    if len(stops) > MOST:
        stops = stops[:-1]
    if len(stops) > MOST:
        named = [stop for stop in stops if stop[1] in pictured]
        stops = named if FEWEST <= len(named) <= MOST else stops
    if len(stops) > MOST:
        stops = [stops[round(i * (len(stops) - 1) / (MOST - 1))] for i in range(MOST)]
    return stops


def _first_shots(shown: Sequence[Shot]) -> list[int]:
    """Where the shots of each movement begin, and where the last ends: the share of each comes to 1 at its end."""
    ends = [number + 1 for number, shot in enumerate(shown) if shot.share == 1.0]
    return [0, *ends]


def _shot_at(moment: float, first: Sequence[int], count: int) -> int:
    """The shot nearest to a moment; what comes after the last is the first again."""
    movement = min(int(moment), len(first) - 1)
    if movement == len(first) - 1:
        return 0
    begin, end = first[movement], first[movement + 1]
    return round(begin + (moment - movement) * (end - begin)) % count


def _ways(parts: Sequence[_Part], moments: Sequence[float], dose: Dose | None) -> Iterator[Way]:
    """A way for each movement, from frame to frame; one between frames that are not shown is left out."""
    for part in parts:
        before = [place for place, moment in enumerate(moments) if moment <= part.begin + 1e-6]
        after = [place for place, moment in enumerate(moments) if moment >= part.end - 1e-6]
        first = before[-1] if before else 0
        # What stays shows in the frame where it began.
        last = first if part.stays else (after[0] if after else len(moments))
        if part.stays or last > first:
            lasts = _lasts(part, dose)
            if lasts is not None or not part.stays:
                yield Way(first, last, part.legs[0].takes, part.legs[-1].end, lasts, _breath(part))


def _lasts(part: _Part, dose: Dose | None) -> Range | None:
    """As the card says: its hold, or a part of its tempo."""
    takes = part.legs[0].takes
    if dose is None:
        return None
    if dose.tempo is not None and takes in {"down", "up"}:
        seconds = dose.tempo.down if takes == "down" else dose.tempo.up
        return Range(seconds, seconds)
    return kept(takes, dose) if takes in {"hold", "pause"} else None


def _breath(part: _Part) -> str:
    return next((leg.breath for leg in part.legs if leg.breath), "")


def is_closed(reel: Reel) -> bool:
    """Whether the last frame is the first again."""
    return bool(reel.poses) and reel.poses[0] == reel.poses[-1] and len(reel.poses) > 1
