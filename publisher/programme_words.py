"""A programme in words: side, days and dates of an exercise, and how many ticks a week."""

from __future__ import annotations

import math
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Movement, Region
from publisher.model.dose import Range
from publisher.model.plan import Day
from publisher.plan_words import dose_said
from publisher.problems import Level, Phrase, Problem, place_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from publisher.model.card import Card
    from publisher.model.clinic import Clinic
    from publisher.model.dose import Dose
    from publisher.model.programme import Prescribed, Programme
    from publisher.programmes import Exercise, Handout
    from publisher.words import Words

# What to remember where a programme says nothing, true of whatever is done; and where each comes from.
USUAL: Mapping[str, tuple[str, ...]] = MappingProxyType({"gently": (), "well": ()})
# Where the line on what pain is fine comes from.
PAIN = ("pain-rule-page",)
# Here and not from typesetting: what lists programmes sets no type.
_NO_BREAK_SPACE = "\u00a0"
# So many exercises with days of their own are named beside a grid for all.
MOST_NAMED = 2
# More parts of the body than these are called the whole body.
MOST_PARTS = 4
# Where the usual line on when to do more comes from.
USUAL_MOVE_ON = ("pain-rule-page",)


def times_said(words: Words, given: Prescribed) -> str:
    """What was said for this person alone: side, what to know of the picture, days, dates and note, in sentences."""
    said: list[str] = []
    if given.side is not None:
        said.append(words.say(f"handout.only.{given.side.value}"))
    if given.picture is not None:
        said.append(given.picture)
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
    said.append(note_said(given))
    return " ".join(filter(None, said))


def note_said(given: Prescribed) -> str:
    """The note as it was written, with a full stop where it has no end: another sentence may follow."""
    note = str(given.note or "").rstrip()
    return note if note.rstrip("\"'”’)").endswith((".", "!", "?", ":", "…")) or not note else f"{note}."


def as_pictured(words: Words, exercise: Exercise, dose: Dose) -> Dose:
    """The dose of an exercise whose picture stands beside it: of a weight that it does not show, just that is said."""
    if not exercise.bare or dose.load is None:
        return dose
    return dose._replace(load=Phrase(f"{dose.load}. {words.say('handout.weight_unseen')}", dose.load.place))


def given_said(words: Words, exercise: Exercise, *, days: bool = True, pictured: bool = False) -> list[tuple[str, str]]:
    """Side, load, days and dates of one exercise, each as a label and what it says: ("Side:", "left only").

    Where it is `pictured` beside the words, a weight that the picture does not show is said to be missing there.
    Without `days` how often a week is left to whatever says it for all of them; days that were named are always told.
    """
    given, body = exercise.prescribed, exercise.card.body
    dose = body.dose if isinstance(body, Movement) else None
    side = words.say(f"handout.given.only.{given.side.value}") if given.side else ""
    # Of a photograph the page says which side it shows.
    said = [("side", f"{side}. {given.picture}" if side and pictured and given.picture else side)]
    seen = as_pictured(words, exercise, dose) if dose and pictured else dose
    said.append(("load", seen.load or "" if seen else ""))
    often = dose.days_a_week if dose and days else None
    said.append(("when", _days_said(words, given) or (words.counted(often, "days_a_week") if often else "")))
    said.append(("dates", _dates_said(words, given)))
    return [(words.say(f"handout.given.{name}"), str(text)) for name, text in said if text]


def _days_said(words: Words, given: Prescribed) -> str:
    return words.listed([words.say(f"weekdays.{day.value}") for day in given.days]) if given.days else ""


def _dates_said(words: Words, given: Prescribed) -> str:
    """From when to when: "2 March 2026 to 30 March 2026"."""
    ends = {"first": given.start, "last": given.stop}
    told = {name: words.date(day.isoformat()) for name, day in ends.items() if day is not None}
    path = {("first", "last"): "both", ("first",): "from", ("last",): "until"}.get(tuple(told))
    return words.say(f"handout.given.ends.{path}", **told) if path else ""


def note_from(words: Words, handout: Handout, given: Prescribed) -> tuple[str, str] | None:
    """A note for this person alone after a label that says whose it is: ("Note from Mia Novak:", "Knees down.").

    Whoever hands it out is named without what they are, else the clinic; None where there is no note.
    """
    if given.note is None:
        return None
    by = handout.by.partition(words.say("comma").strip())[0].strip() or (handout.clinic.name if handout.clinic else "")
    label = words.say("handout.given.note", by=by) if by else words.say("handout.given.note_plain")
    return label, note_said(given)


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
    """How much there is to do and to read, and how long a day: "4 exercises and 1 tip, about 18 minutes a day."."""
    done, day = sum(isinstance(each.card.body, Movement) for each in handout.exercises), handout.day
    counts = (("exercises", done), ("tips", len(handout.exercises) - done))
    exercises = words.listed([words.counted(Range(count, count), unit) for unit, count in counts if count])
    if not day.minutes:
        return words.say("handout.no_minutes", exercises=exercises)
    minutes, times = (
        words.counted(Range(n, n), unit) for n, unit in ((day.minutes, "minutes"), (day.times, "times_a_day"))
    )
    if day.times > 1:
        return words.say("handout.length.times", exercises=exercises, minutes=minutes, times=times)
    return words.say(f"handout.length.{'alike' if day.like_all else 'fullest'}", exercises=exercises, minutes=minutes)


def time_said(words: Words, dose: Dose) -> str:
    """How long one exercise takes, all its sets once: "About 5 minutes."; where it is done more often, each time."""
    path = "each_time" if dose.per_day is not None and dose.per_day.high > 1 else "once"
    minutes = dose.minutes()
    return words.say(f"handout.time.{path}", minutes=words.counted(Range(minutes, minutes), "minutes"))


def tick_said(words: Words, exercises: Sequence[Exercise]) -> str:
    """How one grid for all of them is used: "Tick each day you do them. Aim for 2 to 3 ticks a week.".

    Where days are named it gives these. Where exercises have days of their own, one tick is for all that was due.
    """
    done = [exercise for exercise in exercises if isinstance(exercise.card.body, Movement)]
    named, counts = {exercise.prescribed.days for exercise in done}, {_days_a_week(exercise) for exercise in done}
    tick = words.say("handout.tick")
    if len(named) == 1 and all(named):
        days = words.listed([words.say(f"weekdays.{day.value}") for day in days_asked(done)])
        return f"{tick} {words.say('handout.aim.days', days=days)}"
    if any(named) or len(counts) > 1:
        return f"{words.say('handout.tick_due')} {_due_said(words, done)}"
    count = next(iter(counts), None)
    return f"{tick} {_ticks_said(words, count)}" if count else tick


def _due_said(words: Words, done: Sequence[Exercise]) -> str:
    """Which exercises on which days: those with days of their own, then the others if these are done alike."""
    apart: dict[str, list[str]] = {}
    others = set()
    for each in done:
        if each.prescribed.days:
            days = words.listed([words.say(f"weekdays.{day.value}") for day in each.prescribed.days])
            apart.setdefault(days, []).append(str(each.card.title))
        else:
            others.add(_days_a_week(each))
    count = others.pop() if len(others) == 1 else None
    if not apart or sum(map(len, apart.values())) > MOST_NAMED or others or (count is None and len(done) > len(apart)):
        return words.say("handout.due.many")
    said = [words.say("handout.due.named", titles=words.listed(titles), days=days) for days, titles in apart.items()]
    if count is not None:
        said.append(words.say("handout.due.others", days=words.counted(count, "days_a_week")))
    return " ".join(said)


def weeks_asked(handout: Handout) -> int | None:
    """How many weeks a handout is for: to the last day that was set, or as many as the doses say.

    None where any exercise has no end. Weeks begin on the day on which it is handed out.
    """
    ends = [_weeks(each, handout.on) for each in handout.exercises if isinstance(each.card.body, Movement)]
    known = [weeks for weeks in ends if weeks is not None]
    return max(known) if known and len(known) == len(ends) else None


def _weeks(exercise: Exercise, on: dt.date) -> int | None:
    body, stop = exercise.card.body, exercise.prescribed.stop
    if stop is not None:
        return max(1, math.ceil(((stop - on).days + 1) / len(Day)))
    return math.ceil(body.dose.weeks.high) if isinstance(body, Movement) and body.dose.weeks else None


def aim_of(words: Words, exercise: Exercise) -> str:
    """How many ticks a week one exercise gets in a row of its own; nothing where days are named or no dose says."""
    count = _days_a_week(exercise)
    return "" if count is None or exercise.prescribed.days else _ticks_said(words, count)


def days_asked(exercises: Iterable[Exercise]) -> tuple[Day, ...]:
    """The days of the week on which anything is asked for: all, unless each exercise has its days named."""
    named = [each.prescribed.days for each in exercises if isinstance(each.card.body, Movement)]
    if not named or not all(named):
        return tuple(Day)
    return tuple(day for day in Day if any(day in days for days in named))


def other_days(words: Words, programme: Programme, exercises: Sequence[Exercise]) -> Iterator[Problem]:
    """Lines of a programme that tell other days a week than its doses do: a reader cannot follow both."""
    counts = [count for exercise in exercises if (count := _days_a_week(exercise)) is not None]
    whole = days_a_week(exercises)
    for text in filter(None, (programme.purpose, *programme.remember, programme.move_on)):
        for said in _days_in(words, text):
            if whole and not any(said.low <= count.low and count.high <= said.high for count in (*counts, whole)):
                line, doses = (words.counted(span, "days_a_week") for span in (said, whole))
                sentence = f"this line says {line}, and the doses say {doses}."
                hint = "Change the line, or the days of the doses: nobody can follow both."
                yield Problem("other-days", sentence, hint, place_of(text), len(text), Level.WARNING)


def tells_days(words: Words, programme: Programme) -> bool:
    """Whether a line to remember tells how many days a week, for all that is done: it need not be said again."""
    return any(next(_days_in(words, text), None) for text in programme.remember)


def _days_in(words: Words, text: str) -> Iterator[Range]:
    """Each "2 to 3 days a week" of a text."""
    span = words.say("numbers.range", low=r"(\d+)", high=r"(\d+)")
    units = "|".join(re.escape(words.unit("days_a_week", Range(n, n))) for n in (2, 1))
    for found in re.finditer(rf"\b(?:{span}|(\d+)) (?:{units})", text):
        low, high, single = found.groups()
        yield Range(float(single or low), float(single or high))


def _days_a_week(exercise: Exercise) -> Range | None:
    body = exercise.card.body
    return body.dose.days_a_week if isinstance(body, Movement) else None


def days_a_week(exercises: Iterable[Exercise]) -> Range | None:
    """From the fewest days a week that a dose says to the most; None where no dose says."""
    counts = [count for exercise in exercises if (count := _days_a_week(exercise)) is not None]
    return _spanned(counts) if counts else None


def _spanned(counts: Sequence[Range]) -> Range:
    return Range(min(count.low for count in counts), max(count.high for count in counts))


def _ticks_said(words: Words, count: Range) -> str:
    return words.say("handout.aim.ticks", ticks=words.counted(count, "ticks_a_week"))


def usual_lines(words: Words) -> tuple[str, ...]:
    """What to remember where a programme names nothing."""
    return tuple(words.say(f"handout.remember.usual.{name}") for name in USUAL)


def usual_purpose(words: Words, cards: Sequence[Card]) -> str:
    """What a programme is for that says nothing: what its exercises have in common, and the parts they work on."""
    done = [card for card in cards if isinstance(card.body, Movement)]
    if not done:
        return words.say("handout.purpose.read")
    regions = dict.fromkeys(card.region for card in done if card.region is not Region.WHOLE_BODY)
    many = not regions or len(regions) > MOST_PARTS
    parts = words.listed([words.say(f"regions.{region.value}") for region in regions])
    kinds = {card.kind for card in done}
    kind = kinds.pop().value if len(kinds) == 1 else ""
    path = f"handout.purpose.{kind}"
    return words.say(
        path if kind and words.has(path) else "handout.purpose.mixed",
        parts=words.say("regions.whole-body") if many else parts,
    )


def cited(words: Words, programme: Programme) -> tuple[str, ...]:
    """The keys of the works behind what is to be remembered and when to go further, usual lines too; each once."""
    usual = [key for keys in USUAL.values() for key in keys] if not programme.remember else []
    pain = () if _tells_pain(words, programme) else PAIN
    further = USUAL_MOVE_ON if programme.move_on is None else ()
    return tuple(dict.fromkeys((*map(str, programme.sources), *usual, *pain, *further)))


class Signature(NamedTuple):
    """Who has checked what is handed out, on which day, and when it is to be checked again."""

    by: str
    on: dt.date
    again: dt.date | None = None


def signatures(handout: Handout) -> list[Signature]:
    """Who has checked the programme, then who has checked the cards for the clinic, whether or not it still holds."""
    return [
        Signature(each.reviewed_by, each.reviewed, each.next_review)
        for each in (handout.programme, handout.clinic)
        if each is not None and each.reviewed_by and each.reviewed
    ]


def holds(signature: Signature, on: dt.date) -> bool:
    """Whether a check counts on a day: it lies behind, and the next one is not overdue."""
    return signature.on <= on and (signature.again is None or on <= signature.again)


def checked_said(words: Words, handout: Handout) -> str:
    """Who has checked what the page says, and when it is checked again; or that nobody has, and who chose it."""
    for signature in signatures(handout):
        if holds(signature, handout.on):
            return _signed(words, signature)
    reviews = [card.review for card in (*(each.card for each in handout.exercises), *handout.signs)]
    if all(review.holds for review in reviews):
        return f"{words.review_in_all(reviews)}."
    if handout.by:
        by = words.say("handout.by_and_work", by=handout.by) if words.say("comma") in handout.by else handout.by
        return words.say("handout.chosen_by", by=by, unchecked=words.say("handout.unchecked"))
    return words.say("handout.unchecked")


def see_someone_said(words: Words, clinic: Clinic | None) -> str | None:
    """The heading over signs that can wait, where a clinic has a number of its own: its sheet does not send elsewhere.

    The number is kept in one line.
    """
    if clinic is None or clinic.phone is None:
        return None
    return words.say("handout.see_someone", phone=clinic.phone.replace(" ", _NO_BREAK_SPACE))


def _signed(words: Words, signature: Signature) -> str:
    said = words.say("handout.checked", by=signature.by, on=words.date(signature.on.isoformat()))
    if signature.again is None:
        return said
    return f"{said} {words.say('handout.checked_again', on=words.date(signature.again.isoformat()))}"


def remembered(words: Words, programme: Programme, *, short: bool = False) -> tuple[str, tuple[str, ...]]:
    """The main things under a heading that counts them; the usual ones where a programme names none.

    What pain is fine comes last, in the same words everywhere unless the programme has its own. Where there is little
    room it is said `short`, and one usual line is enough.
    """
    texts: tuple[str, ...] = programme.remember or usual_lines(words)[: 1 if short else None]
    if not _tells_pain(words, programme):
        texts = (*texts, words.say("handout.remember.pain_in_short" if short else "handout.remember.pain"))
    path = "handout.remember.one" if len(texts) == 1 else "handout.remember.many"
    return words.say(path, n=len(texts)), texts


def _tells_pain(words: Words, programme: Programme) -> bool:
    """Whether a line of the programme tells what pain is fine."""
    return any(words.say("marks.pain") in text for text in programme.remember)
