"""What a plan comes to: every week with its days and minutes, and the doses as they grow.

A plan holds rules. Nothing here is typed out week by week, and everything ends: at a card's own highest dose, at the
`most` of a run, and at the last week.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from publisher.decks import cards_of, down_to_the_floor
from publisher.model.card import Movement
from publisher.model.dose import Dose, Range
from publisher.model.plan import Day, Weeks
from publisher.sessions import whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.model.card import Card
    from publisher.model.plan import Growth, Minutes, Plan, Session, Step
    from publisher.model.publication import Publication

# The parts of a dose that can grow.
GROWING = ("sets", "reps", "seconds", "hold")


class Item(NamedTuple):
    """One session on one day: its whole minutes, and how many of them lead downhill."""

    session: Session
    minutes: int
    downhill: int = 0


class Daily(NamedTuple):
    """What falls on a day, in the order in which it is done."""

    day: Day
    items: tuple[Item, ...]
    rest: bool

    @property
    def minutes(self) -> int:
        """The minutes of the whole day."""
        return sum(item.minutes for item in self.items)

    @property
    def downhill(self) -> int:
        """How many of them lead downhill."""
        return sum(item.downhill for item in self.items)


class Week(NamedTuple):
    """Seven days."""

    number: int
    days: tuple[Daily, ...]

    @property
    def minutes(self) -> int:
        """The minutes of the whole week."""
        return sum(day.minutes for day in self.days)


class Stage(NamedTuple):
    """Weeks in which a session stays the same: its minutes, and a dose for each of its exercises."""

    weeks: Weeks
    minutes: int
    downhill: int = 0
    doses: tuple[Dose, ...] = ()


class Course(NamedTuple):
    """A session through the weeks: its cards in the order in which they are done, and its stages."""

    session: Session
    weeks: Weeks
    cards: tuple[Card, ...]
    stages: tuple[Stage, ...]

    @property
    def minutes(self) -> tuple[int, ...]:
        """How long it takes, stage by stage."""
        return tuple(stage.minutes for stage in self.stages)

    @property
    def downhill(self) -> tuple[int, ...]:
        """How many of its minutes lead downhill, stage by stage."""
        return tuple(stage.downhill for stage in self.stages)

    @property
    def exercises(self) -> tuple[Card, ...]:
        """The cards that have a dose."""
        return tuple(card for card in self.cards if isinstance(card.body, Movement))


class Schedule(NamedTuple):
    """A plan worked out."""

    plan: Plan
    weeks: tuple[Week, ...]
    courses: tuple[Course, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards in the order in which they are first used, each once."""
        found = {item.session.name: None for week in self.weeks for day in week.days for item in day.items}
        by_name = {course.session.name: course for course in self.courses}
        used = {str(card.id): card for name in found for card in by_name[name].cards}
        return tuple(used.values())


def schedule(plan: Plan, publications: Mapping[str, Publication], cards: Mapping[str, Card]) -> Schedule:
    """Work a plan out. What it names must be there."""
    courses = tuple(_course(session, plan, publications, cards) for session in plan.sessions)
    weeks = tuple(
        Week(number, tuple(_daily(day, number, plan, courses) for day in Day)) for number in range(1, plan.weeks + 1)
    )
    return Schedule(plan, weeks, courses)


def _daily(day: Day, week: int, plan: Plan, courses: Sequence[Course]) -> Daily:
    items = tuple(_item(course, week) for course in courses if day in course.session.days and _in(course.weeks, week))
    return Daily(day, items, day in plan.rest_days)


def _item(course: Course, week: int) -> Item:
    stage = next(stage for stage in course.stages if _in(stage.weeks, week))
    return Item(course.session, stage.minutes, stage.downhill)


def _in(weeks: Weeks, week: int) -> bool:
    return weeks.first <= week <= weeks.last


def weeks_of(session: Session, plan: Plan) -> Weeks:
    """The weeks of a session: its own, or all."""
    return session.weeks or Weeks(1, plan.weeks)


def _course(session: Session, plan: Plan, publications: Mapping[str, Publication], cards: Mapping[str, Card]) -> Course:
    weeks = weeks_of(session, plan)
    own = cards_in(session, publications, cards)
    doses = tuple(card.body.dose for card in own if isinstance(card.body, Movement))
    each = [_week_of(session, doses, week, weeks.first) for week in range(weeks.first, weeks.last + 1)]
    return Course(session, weeks, own, tuple(_stages(each)))


def _week_of(session: Session, doses: Sequence[Dose], week: int, first: int) -> Stage:
    """A session in one week."""
    here, run = Weeks(week, week), session.run
    if run is not None:
        down = 0 if run.downhill is None else minutes_in(run.downhill, week, first)
        return Stage(here, minutes_in(run.minutes, week, first), down)
    grown = tuple(grown_dose(dose, session.grows, week, first) for dose in doses)
    return Stage(here, whole_minutes(grown), doses=grown)


def _stages(each: Sequence[Stage]) -> Iterator[Stage]:
    """Weeks one after another that are alike, as one stage."""
    for _, same in groupby(each, key=lambda stage: stage[1:]):
        first, *more = same
        yield first._replace(weeks=Weeks(first.weeks.first, (more or [first])[-1].weeks.last))


def cards_in(session: Session, publications: Mapping[str, Publication], cards: Mapping[str, Card]) -> tuple[Card, ...]:
    """The cards of a session: a deck in its own order, loose cards from those done standing down to the floor."""
    if session.deck is not None:
        return cards_of(publications[session.deck], cards)
    return tuple(sorted((cards[name] for name in session.cards), key=down_to_the_floor))


# Growing


def minutes_in(minutes: Minutes, week: int, first: int) -> int:
    """Minutes in a week of a session that starts in week `first`."""
    if minutes.add is None:
        return minutes.start
    steps = _steps(week, first, minutes.every, minutes.from_week)
    grown = _grown(minutes.start, minutes.add, steps)
    return grown if minutes.most is None else min(grown, minutes.most)


def grown_dose(dose: Dose, growth: Growth | None, week: int, first: int) -> Dose:
    """A dose in a week of a session that starts in week `first`: within the card's own range, and nothing but that."""
    if growth is None:
        return dose
    steps = _steps(week, first, growth.every, growth.from_week)
    sets, reps, seconds, hold = (
        _within(span, step, steps)
        for span, step in (
            (dose.sets, growth.sets),
            (dose.reps, growth.reps),
            (dose.seconds, growth.seconds),
            (dose.hold, growth.hold),
        )
    )
    return dose._replace(sets=sets or dose.sets, reps=reps, seconds=seconds, hold=hold)


def _within(span: Range | None, step: Step | None, steps: int) -> Range | None:
    if span is None or step is None or span.is_single:
        return span
    value = min(span.high, _grown(span.low, step, steps))
    return Range(value, value)


def _steps(week: int, first: int, every: int, from_week: int | None) -> int:
    """How often something has grown by a week."""
    begins = first + every if from_week is None else from_week
    return 0 if week < begins else 1 + (week - begins) // every


def _grown(start: float, step: Step, steps: int) -> int:
    """After so many steps, in whole numbers; per cent are worked out from the start, so that small numbers grow too."""
    if step.percent:
        return round(start * (1 + step.amount / 100) ** steps)
    return round(start + steps * step.amount)


def can_grow(dose: Dose, name: str, step: Step | None) -> bool:
    """Whether a part of a dose has room to grow."""
    span: Range | None = getattr(dose, name)
    return step is not None and span is not None and not span.is_single
