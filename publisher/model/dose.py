"""How much of an exercise, as numbers; the sentences are made in `publisher.words` alone."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, Self

from publisher.problems import Phrase

if TYPE_CHECKING:
    from publisher.problems import Place

# Time taken by one rep whose tempo nobody wrote down, in seconds: one up, one down, a moment between.
PLAIN_REP_SECONDS = 3
# Getting into a hold and out of it again, seconds.
SETTLE_SECONDS = 2


class Own(Phrase):
    """When an exercise is done, as it was said to one person. Its `lead`, a side, is not to be missed."""

    __slots__ = ("lead",)
    lead: str

    @classmethod
    def led(cls, text: str, place: Place | None, lead: str) -> Self:
        """A text that begins with `lead`."""
        own = cls(text, place)
        own.lead = lead
        return own


class Range(NamedTuple):
    """From `low` to `high`, both included; a single number has both the same."""

    low: float
    high: float

    @property
    def is_single(self) -> bool:
        """Whether one number says it all."""
        return self.low == self.high


class Sides(Enum):
    """Whether the dose is done once, or once for each side, leg, arm or way."""

    NONE = "none"
    SIDE = "side"
    LEG = "leg"
    ARM = "arm"
    WAY = "way"

    @property
    def count(self) -> int:
        """How often the dose is done through."""
        return 1 if self is Sides.NONE else 2


class Tempo(NamedTuple):
    """Seconds of each part of a rep."""

    down: float
    pause: float
    up: float

    @property
    def seconds(self) -> float:
        """One rep."""
        return self.down + self.pause + self.up


class Dose(NamedTuple):
    """Sets of reps or of seconds, with rest and how often. Times are seconds.

    Either `reps` or `seconds` is given. `hold` is kept in each rep. Sides double the work.
    """

    sets: Range
    reps: Range | None = None
    seconds: Range | None = None
    hold: Range | None = None
    tempo: Tempo | None = None
    sides: Sides = Sides.NONE
    load: Phrase | None = None
    effort: Phrase | None = None
    rest: Range | None = None
    per_day: Range | None = None
    days_a_week: Range | None = None
    weeks: Range | None = None
    when: Phrase | None = None

    def total_seconds(self) -> Range:
        """The whole dose, from the lowest numbers to the highest: work on every side, and rest between sets."""
        return Range(self._seconds(low=True), self._seconds(low=False))

    def minutes(self) -> int:
        """The middle of the whole dose in whole minutes, to the nearest, at least 1."""
        total = self.total_seconds()
        return max(1, math.floor((total.low + total.high) / 2 / 60 + 0.5))

    def _seconds(self, *, low: bool) -> float:
        def end(span: Range | None, default: float = 0.0) -> float:
            if span is None:
                return default
            return span.low if low else span.high

        if self.seconds is not None:
            work = end(self.seconds) + SETTLE_SECONDS
        else:
            rep = self.tempo.seconds if self.tempo else PLAIN_REP_SECONDS
            if self.hold is not None:
                rep = end(self.hold) + SETTLE_SECONDS
            work = end(self.reps, 1.0) * rep
        rounds = end(self.sets, 1.0)
        return rounds * work * self.sides.count + max(0.0, rounds - 1) * end(self.rest)
