"""What has changed from one programme to another, in every field that a patient reads: as it was, and as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.card import Movement
from publisher.model.dose import Dose, Range
from publisher.plan_words import dose_said
from publisher.programme_words import usual_lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from publisher.model.programme import Programme
    from publisher.programmes import Changes, Exercise, Version
    from publisher.words import Words

_ONCE = Range(1, 1)


def changes_said(words: Words, changes: Changes) -> list[str]:
    """What has changed, a line each: exercises that are new, other or done with, then what stands beside.

    Empty only where a patient reads the same. Titles, and the order of what to remember, ask for nothing to be done.
    Notes and lines that are gone are never printed as such: "No longer: hold the rail" unsays what was safe.
    """
    before, after = changes
    return [*_of_exercises(words, before, after), *_beside(words, before.programme, after.programme)]


def dropped_said(words: Words, changes: Changes) -> list[str]:
    """For whoever hands it out: notes and lines of one's own that are gone, word for word, a line each."""
    before, after = changes
    now = {str(each.card.id): each.prescribed.note for each in after.exercises}
    notes = [
        str(each.prescribed.note)
        for each in before.exercises
        if each.prescribed.note and (card := str(each.card.id)) in now and each.prescribed.note != now[card]
    ]
    lines = [str(line) for line in before.programme.remember if line not in after.programme.remember]
    further = before.programme.move_on
    lines += [str(further)] if further and further != after.programme.move_on else []
    return [words.say("handout.change.dropped", text=_ended(text)) for text in (*notes, *lines)]


def _of_exercises(words: Words, before: Version, after: Version) -> Iterator[str]:
    old, new = ({str(each.card.id): each for each in version.exercises} for version in (before, after))
    if added := [each for key, each in new.items() if key not in old]:
        yield words.say("handout.change.new", titles=_titles(words, added))
    for key in (key for key in new if key in old):
        if said := " ".join(_exercise(words, old[key], new[key])):
            yield words.say("handout.change.exercise", title=_titles(words, [new[key]]), said=said)
    if gone := [each for key, each in old.items() if key not in new]:
        yield words.say("handout.change.gone", titles=_titles(words, gone))
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield words.say("handout.change.order", titles=_titles(words, new.values()))


def _titles(words: Words, exercises: Iterable[Exercise]) -> str:
    return words.listed([str(each.card.title) for each in exercises])


def _exercise(words: Words, then: Exercise, now: Exercise) -> Iterator[str]:
    """What is another thing in one exercise: amount, side, parts of its dose, days and dates, steps, note."""
    yield from _amount(words, then, now)
    yield from _side(words, then, now)
    yield from _parts(words, _parts_of(words, then), _parts_of(words, now))
    yield from _steps(words, then, now)
    yield from _texts(words, "note", _some(then.prescribed.note), _some(now.prescribed.note))


def _amount(words: Words, then: Exercise, now: Exercise) -> Iterator[str]:
    """Sets and what a set is; the sets alone where nothing else is another number."""
    old, new = _dose(then), _dose(now)
    if old is None or new is None or _work(old) == _work(new):
        return
    sets_alone = _work(old)[1:] == _work(new)[1:] and _ONCE not in {old.sets, new.sets}
    said = [words.counted(dose.sets, "sets") if sets_alone else dose_said(words, dose) for dose in (old, new)]
    yield words.say("handout.change.amount", then=said[0], now=said[1])


def _dose(exercise: Exercise) -> Dose | None:
    return exercise.card.body.dose if isinstance(exercise.card.body, Movement) else None


def _work(dose: Dose) -> tuple[Range, Range | None, Range | None]:
    return dose.sets, dose.reps, dose.seconds


def _side(words: Words, then: Exercise, now: Exercise) -> Iterator[str]:
    """Which side it was, and which it is."""
    if then.prescribed.side is now.prescribed.side:
        return
    was, side = _side_said(words, then), _side_said(words, now)
    if was and side:
        yield words.say("handout.change.amount", then=was, now=side)


def _side_said(words: Words, exercise: Exercise) -> str:
    """One side, or both in the words of the dose; nothing for what is only read."""
    side, dose = exercise.prescribed.side, _dose(exercise)
    return words.say(f"handout.change.side.{(side or dose.sides).value}") if dose is not None else ""


def _parts(words: Words, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Parts that are new, other or gone, in their order; "none" or "not set" for those that are not there."""
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            path = f"handout.change.lacks.{name}"
            lacks = words.say(path if words.has(path) else "handout.change.lacks.other")
            what = words.say(f"handout.change.parts.{name}")
            yield words.say("handout.change.part", what=what, then=old.get(name, lacks), now=new.get(name, lacks))


def _parts_of(words: Words, exercise: Exercise) -> dict[str, str]:
    """What is said of an exercise beside its amount, by the names of its parts."""
    given, dose = exercise.prescribed, _dose(exercise)
    said = {} if dose is None else _parts_of_dose(words, dose)
    if given.days:
        said["days"] = words.listed([words.say(f"weekdays.{day.value}") for day in given.days])
    said |= {"start": _day(words, given.start), "stop": _day(words, given.stop)}
    return {name: text for name, text in said.items() if text}


def _parts_of_dose(words: Words, dose: Dose) -> dict[str, str]:
    """In the order in which they are told; empty where there is nothing. How often a day is once, if nobody says."""
    tempo = words.dose_notes(Dose(_ONCE, tempo=dose.tempo)).rstrip(".")
    return {
        "hold": words.time(dose.hold) if dose.hold else "",
        "tempo": tempo,
        "load": _said(dose.load),
        "effort": _said(dose.effort),
        "rest": words.time(dose.rest) if dose.rest else "",
        "per_day": words.span(dose.per_day or _ONCE),
        "days": words.counted(dose.days_a_week, "days_a_week") if dose.days_a_week else "",
        "when": _said(dose.when),
        "weeks": words.counted(dose.weeks, "weeks") if dose.weeks else "",
    }


def _said(text: str | None) -> str:
    return (text or "").rstrip(".")


def _day(words: Words, day: dt.date | None) -> str:
    return words.date(day.isoformat()) if day else ""


def _steps(words: Words, then: Exercise, now: Exercise) -> Iterator[str]:
    """The numbers of steps that somebody has put in other words; numbers of a dose in them are told with the dose."""
    if then.prescribed.steps == now.prescribed.steps:
        return
    old, new = ([step.text for step in getattr(each.card.body, "steps", ())] for each in (then, now))
    numbers = [str(n) for n, pair in enumerate(zip(old, new, strict=True), 1) if pair[0] != pair[1]]
    if numbers:
        form = "one" if len(numbers) == 1 else "other"
        yield words.say(f"handout.change.steps.{form}", n=words.listed(numbers))


def _beside(words: Words, before: Programme, after: Programme) -> Iterator[str]:
    """What to remember, when to do more, what it is for, and the day of the next review."""
    old, new = ([*(each.remember or usual_lines(words))] for each in (before, after))
    yield from _texts(words, "remember", old, new)
    usual = words.say("handout.move_on")
    yield from _texts(words, "move_on", [before.move_on or usual], [after.move_on or usual])
    if before.purpose != after.purpose:
        yield words.say("handout.change.purpose", text=_ended(after.purpose))
    days = [_day(words, each.next_review) for each in (before, after)]
    yield from _parts(words, *({"review": day} if day else {} for day in days))


def _texts(words: Words, what: str, old: list[str], new: list[str]) -> Iterator[str]:
    """Texts that are new, each as written; that some are gone, where none is new."""
    added = [text for text in new if text not in old]
    yield from (words.say(f"handout.change.{what}", text=_ended(text)) for text in added)
    if not added and any(text not in new for text in old):
        yield words.say(f"handout.change.fewer.{what}")


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _some(text: str | None) -> list[str]:
    return [text] if text else []
