"""Lines that a clinician wrote, held against the doses and the rule of pain that stand on the same page.

Only what can hardly be meant is told: another number of sets, seconds or times than any dose has, other exercises than
there are, every day where doses name a few, and more pain than the page allows. What is said of a case ("Too hard? Do
2 sets.") or of a time to come ("1 more set") is left alone. The patterns are English, as the cards are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.contradictions import says_another_side
from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.model.plan import Day
from publisher.problems import Level, Problem, place_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from publisher.model.dose import Dose
    from publisher.model.programme import Programme
    from publisher.problems import Phrase
    from publisher.programmes import Exercise

# Pain above this stops everything: the rule that is printed on each page (`pain-rule-page` in sources.yaml).
MOST_PAIN, SCALE = 5, 10

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_IN_WORDS = re.compile(rf"\b(?:{'|'.join((*_WORDS, 'twice'))})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]+(?:\.(?=\d)[^.!?]*)*[.!?]*")
_NUMBER = r"(\d+(?:\.\d+)?)(?:\s*(?:to|or|–|-)\s*(\d+(?:\.\d+)?))?"
_SETS = re.compile(rf"{_NUMBER} sets?\b", re.IGNORECASE)
_SECONDS = re.compile(rf"{_NUMBER}\s*(?:seconds?|secs?|s)\b", re.IGNORECASE)
_REPS = re.compile(
    rf"{_NUMBER} (?:reps?|repetitions?|times)\b(?! (?:a|per|each|every) (?:day|week)| as )", re.IGNORECASE
)
_A_DAY = re.compile(rf"{_NUMBER} times (?:a|per|each|every) day\b", re.IGNORECASE)
# Days a week of a programme's own lines are told by `programme_words.other_days`, in any language.
_TIMES_A_WEEK = re.compile(rf"{_NUMBER} times (?:a|per|each|every) week\b", re.IGNORECASE)
_A_WEEK = re.compile(rf"{_NUMBER} (?:times|days) (?:a|per|each|every) week\b", re.IGNORECASE)
_EVERY_DAY = re.compile(
    r"\ball 7 days\b|\b(?:do|repeat|practi[sc]e)\b[^.!?]*\b(?:(?:every|each) day\b(?! (?:off|you))|daily\b)",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:more|less|fewer|extra|another|add|up to|at least|at most|instead|after|later|then on|from week|weeks? \d)\b",
    re.IGNORECASE,
)
_OF_OTHERS = (
    r"(?! (?:sets?|reps?|times|days?|weeks?|minutes?|seconds?|sides?|legs?|arms?|steps|sheets?|pages?|lines)\b)"
)
_ALL = re.compile(
    rf"\ball (?:of )?(?:the |these )?(\d+)\b{_OF_OTHERS}|\b(?:the|these) (\d+) (?:exercises|moves)\b", re.IGNORECASE
)
_PAIN = re.compile(r"\b(?:pain|hurts?|aches?|aching|sore(?:ness)?)\b", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?<![\d.])(?<!out of )(?<!/ )(?<!/)(?<!0 to )(\d{1,2})(?![\d%]|\.\d)"
    r"(?!\s*(?:or (?:more|higher|above|over)\b)?\s*(?:weeks?|days?|hours?|minutes?|mins?|seconds?|s|months?|years?"
    r"|times|sets?|reps?|steps?|km|kg|miles?|of these|exercises)\b)",
    re.IGNORECASE,
)
_FROM_SIX = re.compile(r"\b6(?: out of 10|/10)? (?:or|and) (?:more|higher|above|over|up)\b", re.IGNORECASE)
_OVER_IS_FINE = re.compile(
    r"\b(?:over|above|more than)\s+\d[^.!?]*\b(?:is|are)\s+(?:still |quite )?"
    r"(?:fine|ok|okay|normal|all right|good|allowed)\b",
    re.IGNORECASE,
)
_ONE_ONLY = re.compile(r"\b(left|right)\b[^.!?]*\bonly\b|\bonly\b[^.!?]*\b(left|right)\b", re.IGNORECASE)
_NOT_ON = re.compile(r"\b(?:not|no|except|but|off|rest)\b", re.IGNORECASE)


class _Told(NamedTuple):
    """What a dose says on the page: sets, seconds, times, how often a day and on how many days a week."""

    sets: tuple[Range, ...]
    seconds: tuple[Range, ...]
    reps: tuple[Range, ...]
    a_day: tuple[Range, ...]
    a_week: tuple[Range, ...]


def other_lines(programme: Programme, exercises: Sequence[Exercise], on: dt.date) -> Iterator[Problem]:
    """Lines of a programme, and notes on its exercises, that say what the page says otherwise.

    `on` is the day of the handout: an exercise whose last day lies before it is told as well.
    """
    done = [exercise.card.body.dose for exercise in exercises if isinstance(exercise.card.body, Movement)]
    all_told = _told(done)
    for text in (programme.purpose, *programme.remember):
        yield from _numbers(text, all_told, _TIMES_A_WEEK)
    for text in filter(None, (programme.purpose, *programme.remember, programme.move_on)):
        yield from _count(text, len(done), len(exercises))
        yield from _pain(text)
    for exercise in exercises:
        yield from _of_exercise(exercise)
        yield from _over(exercise, on)


def _told(doses: Sequence[Dose]) -> _Told:
    def spans(*names: str) -> tuple[Range, ...]:
        return tuple(span for dose in doses for name in names if (span := getattr(dose, name)) is not None)

    tempos = tuple(Range(part, part) for dose in doses for part in dose.tempo or ())
    seconds = (*spans("seconds", "hold", "rest"), *tempos)
    return _Told(spans("sets"), seconds, spans("reps"), spans("per_day"), spans("days_a_week"))


def _of_exercise(exercise: Exercise) -> Iterator[Problem]:
    """The note on one exercise, and steps in a clinician's own words."""
    body, given = exercise.card.body, exercise.prescribed
    own = [text for text in (given.note, *given.steps) if text is not None]
    for text in own:
        yield from _pain(text)
        if isinstance(body, Movement):
            yield from _numbers(text, _told([body.dose]), _A_WEEK)
    if given.note is not None and isinstance(body, Movement):
        yield from _side(given.note, exercise)
        yield from _weekdays(given.note, given.days)


# --- Numbers ---


def _numbers(text: Phrase, told: _Told, a_week: re.Pattern[str]) -> Iterator[Problem]:
    for sentence in _plain_sentences(text):
        found = [_other(pattern, sentence, spans) for pattern, spans in _kinds(sentence, told)]
        if any(found):
            yield _problem(
                "other-number-told", text, "says “{}”, and no dose beside it does", next(filter(None, found))
            )
            return
        if (days := _other(a_week, sentence, told.a_week)) or (days := _not_every_day(sentence, told)):
            yield _problem("other-days", text, "says “{}”, and the doses say other days", days)
            return


def _kinds(sentence: str, told: _Told) -> Iterator[tuple[re.Pattern[str], tuple[Range, ...]]]:
    yield _SETS, told.sets
    yield _REPS, told.reps
    yield _A_DAY, told.a_day
    if told.seconds and not (re.search(r"\brest\b", sentence, re.IGNORECASE)):
        yield _SECONDS, told.seconds


def _other(pattern: re.Pattern[str], sentence: str, spans: Sequence[Range]) -> str:
    """The words with a number that lies in none of these; nothing where there are none to compare."""
    for found in pattern.finditer(sentence) if spans else ():
        low, high = float(found.group(1)), float(found.group(2) or found.group(1))
        if not any(span.low <= low and high <= span.high for span in spans):
            return found.group(0)
    return ""


def _not_every_day(sentence: str, told: _Told) -> str:
    found = _EVERY_DAY.search(sentence)
    if found is None or not told.a_week or any(span == Range(7, 7) for span in told.a_week):
        return ""
    return found.group(0)


def _plain_sentences(text: str) -> Iterator[str]:
    """Sentences that hold as they stand, with numbers in digits: no case, and nothing to come."""
    case = False
    for found in _SENTENCE.finditer(_in_digits(text)):
        sentence = found.group(0).strip()
        if not case and not sentence.endswith("?") and not _LATER.search(sentence):
            yield sentence
        case = sentence.endswith("?")


def _in_digits(text: str) -> str:
    return _IN_WORDS.sub(
        lambda word: "2 times" if word[0].lower() == "twice" else str(_WORDS.index(word[0].lower()) + 1), text
    )


def _count(text: Phrase, done: int, whole: int) -> Iterator[Problem]:
    """A line that counts the exercises otherwise; tips that are only read may be among them or not."""
    for found in _ALL.finditer(_in_digits(text)):
        if int(found.group(1) or found.group(2)) not in {done, whole}:
            there = f"says “{{}}”, and the sheet has {whole}"
            yield _problem("other-count-told", text, there, found.group(0))


# --- Pain ---


def _pain(text: Phrase) -> Iterator[Problem]:
    """A line that lets pain go higher than the page does."""
    for found in _SENTENCE.finditer(_in_digits(text)):
        sentence = found.group(0)
        if _PAIN.search(sentence) and _allows_more(sentence):
            there = f"says “{{}}”, and the page says to stop over {MOST_PAIN} out of {SCALE}"
            yield _problem("more-pain-told", text, there, sentence.strip())
            return


def _allows_more(sentence: str) -> bool:
    if _OVER_IS_FINE.search(sentence):
        return True
    levels = [int(found.group(1)) for found in _LEVEL.finditer(_FROM_SIX.sub("", sentence))]
    return any(MOST_PAIN < level <= SCALE for level in levels)


# --- Sides, days and dates ---


def _side(note: Phrase, exercise: Exercise) -> Iterator[Problem]:
    side, body = exercise.prescribed.side, exercise.card.body
    if side is not None and says_another_side(note, side):
        yield _problem("another-side-told", note, f"says another side than `side: {side.value}`")
    elif (
        side is None and isinstance(body, Movement) and body.dose.sides.count > 1 and (found := _ONE_ONLY.search(note))
    ):
        one = (found.group(1) or found.group(2)).lower()
        yield _problem(
            "another-side-told", note, "says one side only, and the dose says both", hint=f"Add `side: {one}`."
        )


def _weekdays(note: Phrase, days: Sequence[Day]) -> Iterator[Problem]:
    """A day that a note names and `days` does not."""
    named = {day for day in Day if re.search(rf"\b{day.value}s?\b", note, re.IGNORECASE)}
    if days and named - {*days} and not _NOT_ON.search(note):
        yield _problem("other-days", note, "names a day that is not among `days`")


def _over(exercise: Exercise, on: dt.date) -> Iterator[Problem]:
    given = exercise.prescribed
    if given.stop is not None and given.stop < on:
        sentence = f"the last day of `{given.card}`, {given.stop}, lies before the day of the handout, {on}."
        hint = "Take the exercise out, or give it a later `stop:`; it is printed as it stands."
        yield Problem("already-over", sentence, hint, given.card.place, len(given.card), Level.WARNING)


_HINTS = {
    "other-number-told": "Change the line or the dose: nobody can follow both.",
    "other-days": "Change the line, or the days of the doses: nobody can follow both.",
    "other-count-told": "Count again, or leave the number out.",
    "more-pain-told": f"Write {MOST_PAIN} or less, or leave it out: each page has the rule.",
    "another-side-told": "Change the note or the side: nobody can follow both.",
}


def _problem(name: str, text: Phrase, said: str, quoted: str = "", hint: str = "") -> Problem:
    sentence = f"this line {said.format(quoted)}."
    return Problem(name, sentence, hint or _HINTS[name], place_of(text), len(text), Level.WARNING)
