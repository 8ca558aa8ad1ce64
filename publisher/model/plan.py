"""A plan: what to do on which day of which week, as rules; `publisher.plans` works the weeks out."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Review

if TYPE_CHECKING:
    from publisher.model.card import Evidence, Group
    from publisher.problems import Phrase


class Day(Enum):
    """A day of the week; a week starts on Monday."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Weeks(NamedTuple):
    """From one week of a plan to another, both included; weeks count from 1."""

    first: int
    last: int


class Step(NamedTuple):
    """What is added each time: a number, or so many per cent of what it was."""

    amount: int
    percent: bool = False


class Minutes(NamedTuple):
    """Whole minutes that may grow: `add` every so many weeks, from a week on, up to `most`.

    Without `from_week` the first step comes when `every` weeks have been done.
    """

    start: int
    add: Step | None = None
    every: int = 1
    from_week: int | None = None
    most: int | None = None


class Growth(NamedTuple):
    """How doses grow: from the low end of what a card gives, never over its high end.

    Only what a card gives as a range grows; a single number stays. Seconds and holds may grow by per cent.
    """

    sets: Step | None = None
    reps: Step | None = None
    seconds: Step | None = None
    hold: Step | None = None
    every: int = 1
    from_week: int | None = None


class Run(NamedTuple):
    """A run in minutes; `downhill` are those of its minutes that lead down."""

    minutes: Minutes
    downhill: Minutes | None = None


class Session(NamedTuple):
    """One thing done at a stretch: the cards of a deck, cards named one by one, or a run.

    `days` are those on which it falls, in all weeks of the plan or in `weeks`. Sessions of one day stand in the order
    in which they are done.
    """

    name: Phrase
    group: Group
    days: tuple[Day, ...]
    deck: Phrase | None = None
    cards: tuple[Phrase, ...] = ()
    run: Run | None = None
    weeks: Weeks | None = None
    grows: Growth | None = None


class Pain(NamedTuple):
    """What to do with the plan at each level of pain: 0 to 3, 4 to 5, and over 5 out of 10."""

    carry_on: Phrase
    ease_off: Phrase
    stop: Phrase


class Plan(NamedTuple):
    """Some weeks of sessions.

    `group` gives icon and colour; `how` are the rules for each day, `after` says what follows the last week.
    """

    id: Phrase
    title: Phrase
    group: Group
    weeks: int
    sessions: tuple[Session, ...]
    rest_days: tuple[Day, ...]
    how: tuple[Phrase, ...]
    pain: Pain
    missed_week: Phrase
    evidence: Evidence
    subtitle: Phrase | None = None
    after: Phrase | None = None
    review: Review = Review()
