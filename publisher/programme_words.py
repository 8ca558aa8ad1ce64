"""A programme in words: side, days and dates of an exercise, and what has changed since last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.plan_words import dose_said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.programme import Prescribed, Programme
    from publisher.programmes import Change, Exercise, Handout
    from publisher.words import Words


def times_said(words: Words, given: Prescribed) -> str:
    """What was said for this person alone: side, days, dates and note, in sentences."""
    said: list[str] = []
    if given.side is not None:
        said.append(words.say(f"handout.only.{given.side.value}"))
    if given.days:
        said.append(
            words.say("handout.on_days", days=words.listed([words.say(f"weekdays.{d.value}") for d in given.days]))
        )
    if given.start is not None and given.stop is not None:
        first, last = words.date(given.start.isoformat()), words.date(given.stop.isoformat())
        said.append(words.say("handout.from_to", first=first, last=last))
    elif given.start is not None:
        said.append(words.say("handout.from", first=words.date(given.start.isoformat())))
    elif given.stop is not None:
        said.append(words.say("handout.until", last=words.date(given.stop.isoformat())))
    if given.note is not None:
        said.append(str(given.note))
    return " ".join(said)


def dosed_in_short(words: Words, exercise: Exercise) -> tuple[str, str]:
    """The dose of one person in a few words with its days, "3 sets of 8 a leg, 2 days a week", and what is left to say.

    Nothing for what is only read.
    """
    body, given = exercise.card.body, exercise.prescribed
    if not isinstance(body, Movement):
        return "", ""
    dose = body.dose._replace(days_a_week=None) if given.days else body.dose
    each = words.say(f"dose.each.{dose.sides.value}")
    said = [dose_said(words, dose) + each, dose.load or ""]
    often = dose.per_day is not None and (dose.per_day.low, dose.per_day.high) != (1, 1)
    said += [words.counted(dose.per_day, "times_a_day")] if often and dose.per_day else []
    said += [words.counted(dose.days_a_week, "days_a_week")] if dose.days_a_week else []
    rest = dose._replace(load=None, days_a_week=None, per_day=None)
    return words.say("comma").join(filter(None, said)), words.dose_notes(rest)


def length_said(words: Words, handout: Handout) -> str:
    """How many exercises, and how long they take on one day: "4 exercises, about 16 minutes in all."."""
    count, minutes = len(handout.exercises), handout.minutes
    exercises = words.counted(Range(count, count), "exercises")
    if not minutes:
        return words.say("handout.no_minutes", exercises=exercises)
    return words.say("handout.length", exercises=exercises, minutes=words.counted(Range(minutes, minutes), "minutes"))


def remembered(words: Words, programme: Programme) -> tuple[str, tuple[str, ...]]:
    """The main things under a heading that counts them; the usual ones where a programme names none."""
    usual = (words.say(f"handout.remember.usual.{name}") for name in ("little", "ache", "morning"))
    texts: tuple[str, ...] = programme.remember or tuple(usual)
    path = "handout.remember.one" if len(texts) == 1 else "handout.remember.many"
    return words.say(path, n=len(texts)), texts


def changes_said(words: Words, changes: Sequence[Change]) -> list[str]:
    """What has changed in lines: "New: Step-up and Plank.", then each other dose, then what is done with."""
    new = [_title(change.after) for change in changes if change.before is None]
    gone = [_title(change.before) for change in changes if change.after is None]
    said = [_other(words, change.before, change.after) for change in changes if change.before and change.after]
    if new:
        said.insert(0, words.say("handout.change.new", titles=words.listed(new)))
    if gone:
        said.append(words.say("handout.change.gone", titles=words.listed(gone)))
    return said


def _other(words: Words, before: Exercise, after: Exercise) -> str:
    """One exercise as it is now and, where its dose has changed, as it was."""
    now, then = _dose(words, after), _dose(words, before)
    if now == then:
        more = times_said(words, after.prescribed) or now
        return words.say("handout.change.other", title=_title(after), now=more)
    return words.say("handout.change.dose", title=_title(after), now=now, then=then)


def _title(exercise: Exercise | None) -> str:
    return str(exercise.card.title) if exercise else ""


def _dose(words: Words, exercise: Exercise) -> str:
    """The dose in a few words, with its load."""
    body = exercise.card.body
    if not isinstance(body, Movement):
        return ""
    return words.say("comma").join(filter(None, [dose_said(words, body.dose), body.dose.load]))
