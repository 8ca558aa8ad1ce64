"""A programme applied to its cards: everybody's dose, in an order that spares getting up and down; and what changed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from publisher.decks import down_to_the_floor
from publisher.dose_kinds import of_another_kind
from publisher.model.card import Movement, WarningSign
from publisher.model.dose import Range, Sides
from publisher.model.fillable import told
from publisher.model.plan import Day
from publisher.problems import InputError, Level, Problem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from publisher.model.card import Card, Tier, Variant
    from publisher.model.clinic import Clinic
    from publisher.model.dose import Dose
    from publisher.model.patient import Need, Patient
    from publisher.model.programme import DosePart, Prescribed, Programme

# So many exercises and minutes a day people keep up; above the last, a programme needs a reason.
MANY, LONG, MOST = 5, 20, 8

# What is heavy, as it is called in English; a band and the like are shown in pictures or are not seen.
_WEIGHT = re.compile(
    r"\b(?:\d+(?:\.\d+)?\s?)?(?:kg|lbs?)\b|\b(?:weights?|(?:dumb|kettle|bar)-?bells?|backpack|rucksack|bottles?)\b",
    re.IGNORECASE,
)


class Exercise(NamedTuple):
    """A card with the dose of one person, and what else was said of it.

    `bare` tells that its picture shows none of the weight that was set. Where its last step tells in full how sets go
    on, `short` is the card as it was.
    """

    card: Card
    prescribed: Prescribed
    bare: bool = False
    short: Card | None = None


class Version(NamedTuple):
    """A programme as somebody has it: its exercises with their doses, in the order in which they are printed."""

    programme: Programme
    exercises: tuple[Exercise, ...]


class Changes(NamedTuple):
    """What went before, and what is handed out now; `publisher.programme_changes` says what differs."""

    before: Version
    after: Version


class FullDay(NamedTuple):
    """The fullest day of a week: how often all of it is done, for how many whole minutes each time, and if each day is.

    Where some exercises are done more often than others, `times` is 1, and the minutes are those of the whole day.
    """

    times: int
    minutes: int
    like_all: bool


class Handout(NamedTuple):
    """All that a handout tells: whose it is, from whom, of which day, and what is done.

    `signs` are all warning signs that there are. `changes` is None where nothing went before. With `initials` both sign
    that all was shown.
    """

    programme: Programme
    exercises: tuple[Exercise, ...]
    signs: tuple[Card, ...]
    on: dt.date
    by: str = ""
    clinic: Clinic | None = None
    patient: Patient | None = None
    changes: Changes | None = None
    initials: bool = False

    @property
    def needs(self) -> tuple[Need, ...]:
        """What the person needs of a page."""
        return self.patient.needs if self.patient else ()

    @property
    def day(self) -> FullDay:
        """How often and how long on the fullest day."""
        return fullest_day(self.exercises)


def exercises_of(programme: Programme, cards: Mapping[str, Card]) -> tuple[Exercise, ...]:
    """The exercises of a programme with their doses, from those done standing down to the floor.

    Of one position they keep the order of the programme; what is only told comes last. Raises each dose for a card that
    has none.
    """
    if problems := [*misfits(programme, cards)]:
        raise InputError(problems)
    given = {str(each.card) for each in programme.exercises}
    absent = {name: card.title.lower() for name, card in cards.items() if name not in given}
    found = (
        Exercise(_by_itself(prescribed(each, cards[each.card]), absent), each, _is_bare(each, cards[each.card]))
        for each in programme.exercises
    )
    return tuple(sorted(found, key=lambda exercise: _place(exercise.card)))


def _place(card: Card) -> tuple[bool, int]:
    """What is told comes after what is done."""
    return not isinstance(card.body, Movement), down_to_the_floor(card)


def fullest_day(exercises: Iterable[Exercise]) -> FullDay:
    """The day of the week with the most minutes: those of each exercise as they are printed, as often as it is done."""
    done = [(each.prescribed.days, dose) for each in exercises if (dose := _dose(each.card)) is not None]
    often = {_a_day(dose) for _, dose in done}
    times = often.pop() if len(often) == 1 else 1
    days = [
        sum(dose.minutes() * _a_day(dose) // times for named, dose in done if not named or day in named) for day in Day
    ]
    return FullDay(times, max(days), like_all=len({minutes for minutes in days if minutes}) <= 1)


def _dose(card: Card) -> Dose | None:
    return card.body.dose if isinstance(card.body, Movement) else None


def _a_day(dose: Dose) -> int:
    return int(dose.per_day.high) if dose.per_day else 1


def _is_bare(given: Prescribed, card: Card) -> bool:
    """Whether a weight was set for what is done without any on its card."""
    body = card.body
    if given.dose.load is None or not isinstance(body, Movement):
        return False
    own = " ".join((body.dose.load or "", *card.equipment))
    return _WEIGHT.search(given.dose.load) is not None and not _WEIGHT.search(own)


def _by_itself(card: Card, absent: Mapping[str, str]) -> Card:
    """The card without an easier or harder form that names an exercise which is not handed out with it.

    `absent` are the titles of all that is not, in small letters, by the ids of their cards.
    """
    body = card.body
    if not isinstance(body, Movement):
        return card
    easier, harder = _told(body.easier, absent), _told(body.harder, absent)
    if (easier, harder) == (body.easier, body.harder):
        return card
    return replace(card, body=body._replace(easier=easier, harder=harder))


def _told(form: Variant | None, absent: Mapping[str, str]) -> Variant | None:
    """The form, unless it sends the reader to an exercise that is not there."""
    if form is None or form.card is None or form.card not in absent:
        return form
    return None if absent[form.card] in form.text.lower() else form


def misfits(programme: Programme, cards: Mapping[str, Card]) -> Iterator[Problem]:
    """Doses and sides for cards which have none, and doses of another kind; a missing card is told elsewhere."""
    for each in programme.exercises:
        if each.card in cards:
            yield from _without_dose(each, cards[each.card])


def too_much(programme: Programme, exercises: Sequence[Exercise]) -> Problem | None:
    """More than people keep up: worth a word from 6 exercises or 21 minutes on, and a reason from 9 exercises on.

    2 exercises were done better than 8 (Henry 1999, Physical Therapy 79:270).
    """
    done = [exercise for exercise in exercises if isinstance(exercise.card.body, Movement)]
    day = fullest_day(done)
    minutes = day.times * day.minutes
    if programme.because is not None or (len(done) <= MANY and minutes <= LONG):
        return None
    sentence = f"`{programme.id}` has {len(done)} exercises and takes {minutes} minutes: few people keep that up."
    hint = f"Keep to {MANY} exercises and {LONG} minutes, or say why with `because:`."
    level = Level.ERROR if len(done) > MOST else Level.NOTE
    return Problem("long-programme", sentence, hint, programme.title.place, len(programme.title), level)


def told_of_tier(cards: Iterable[Card], tier: Tier, most: int | None = None) -> tuple[list[str], list[str]]:
    """The signs of a tier in short: those that count with back pain, and those that count without it as well."""
    every = [card.body for card in cards if isinstance(card.body, WarningSign) and card.body.tier is tier][:most]
    return [str(sign.short) for sign in every if not sign.alone], [str(sign.alone) for sign in every if sign.alone]


def signs_among(cards: Iterable[Card]) -> tuple[Card, ...]:
    """All warning signs, by their numbers."""
    return tuple(sorted((card for card in cards if isinstance(card.body, WarningSign)), key=lambda card: card.number))


def prescribed(given: Prescribed, card: Card) -> Card:
    """The card with the dose that somebody set for one person, in all its words; one without a dose stays as it is.

    When to move on, and forms that are another dose, are the card's own: beside a dose that somebody set they would say
    two things at once.
    """
    body = card.body
    if not isinstance(body, Movement):
        return card
    dose = dosed(body.dose, given.dose)
    if given.side is not None:
        dose = dose._replace(sides=Sides.NONE)
    if given.days:
        dose = dose._replace(days_a_week=Range(len(given.days), len(given.days)))
    if (given.days or given.dose.days_a_week or given.dose.per_day) and given.dose.when is None:
        # When it is done on the card goes with the days of the card.
        dose = dose._replace(when=None)
    if given.steps:
        steps = (step._replace(text=text) for step, text in zip(body.steps, given.steps, strict=True))
        body = body._replace(steps=tuple(steps))
    said = told(body, dose, given.side)._replace(dose=dose)
    if given.side is not None or is_other_work(body.dose, dose):
        said = said._replace(move_on=None)
    if is_other_work(body.dose, dose):
        said = said._replace(easier=_of_any_dose(said.easier), harder=_of_any_dose(said.harder))
    return replace(card, body=said)


def _of_any_dose(form: Variant | None) -> Variant | None:
    return None if form is not None and form.of_dose else form


def is_other_work(one: Dose, other: Dose) -> bool:
    """Whether another amount is done each time; load, rest and days aside."""
    return any(getattr(one, name) != getattr(other, name) for name in ("sets", "reps", "seconds", "hold", "tempo"))


def dosed(dose: Dose, part: DosePart) -> Dose:
    """A dose with the parts that were set: what is counted is no longer timed, and the other way round."""
    given = {name: value for name, value in part._asdict().items() if value is not None}
    if "reps" in given:
        dose = dose._replace(seconds=None)
    elif "seconds" in given:
        dose = dose._replace(reps=None, hold=None, tempo=None)
    if "hold" in given:
        dose = dose._replace(tempo=None)
    elif "tempo" in given:
        dose = dose._replace(hold=None)
    return dose._replace(**given)


def overridden(programme: Programme, doses: Mapping[str, DosePart]) -> Programme:
    """The programme with parts of doses, by the id of a card, set anew for one person: nobody has checked it so."""
    if not doses:
        return programme
    return unsigned(programme)._replace(
        exercises=tuple(
            each._replace(dose=laid_over(each.dose, doses[each.card])) if each.card in doses else each
            for each in programme.exercises
        )
    )


def unsigned(programme: Programme) -> Programme:
    """The programme without the name of whoever checked it as it was before."""
    return programme._replace(reviewed_by=None, reviewed=None)


# What each part of a dose puts an end to: a time has no reps, and a rep is held or has a tempo.
_ENDS = {"reps": ("seconds",), "seconds": ("reps", "hold", "tempo"), "hold": ("tempo",), "tempo": ("hold",)}


def laid_over(below: DosePart, above: DosePart) -> DosePart:
    """Parts of a dose over others; what excludes a part below takes it away."""
    given = {name: value for name, value in above._asdict().items() if value is not None}
    for one, others in _ENDS.items():
        if one in given:
            below = below._replace(**dict.fromkeys(others))
    return below._replace(**given)


def _without_dose(given: Prescribed, card: Card) -> Iterator[Problem]:
    """What is read and not done has no dose and no side."""
    if isinstance(card.body, Movement):
        if given.side is not None and card.body.dose.sides.count == 1:
            sentence = f"`{given.card}` is not done side by side, so it cannot be done on the {given.side.value} alone."
            hint = "Delete `side`, or write what you mean as a `note`."
            yield Problem("side-without-sides", sentence, hint, given.card.place, len(given.card))
        if given.steps and len(given.steps) != len(card.body.steps):
            yield _uneven(given, len(card.body.steps))
        yield from of_another_kind(given, card.body)
        return
    if any(value is not None for value in given.dose) or given.side or given.days or given.steps:
        sentence = f"`{given.card}` is read, not done: it has no dose, no side and no days."
        hint = "Keep the id alone, with a `note` if there is something to say."
        yield Problem("dose-without-exercise", sentence, hint, given.card.place, len(given.card))


def _uneven(given: Prescribed, count: int) -> Problem:
    """Pictures bear the numbers of the steps that they show."""
    first = given.steps[0]
    sentence = f"the card `{given.card}` has {count} steps; this list has {len(given.steps)}."
    hint = "Write one for each step of the card: its pictures bear their numbers. `surefoot show` prints them."
    return Problem("not-all-steps", sentence, hint, first.place, len(first))
