"""Where a page would say two things at once: a dose or a side that somebody set, beside words that say another.

A card that takes its numbers from the dose, and says what holds for one side, has none of these. The patterns are
English, as the cards are; a card in another language is looked through for its numbers and seconds alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.dose_kinds import no_longer_counted
from publisher.model.card import Movement
from publisher.model.dose import Range, Tempo
from publisher.model.fillable import Fillable
from publisher.model.programme import DosePart, Side
from publisher.problems import Level, Phrase, Problem, place_of
from publisher.programmes import exercises_of, overridden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.programme import Programme
    from publisher.programmes import Exercise

_NUMBER = r"(\d+(?:\.\d+)?)(?:(?: to |–|-)(\d+(?:\.\d+)?))?"
_TIME = re.compile(rf"{_NUMBER}\s*(?:(minutes?|min\b)|(?:seconds?|secs?|s)\b)", re.IGNORECASE)
_COUNT = re.compile(r"count (?:\w+ )?to (\d+)", re.IGNORECASE)
_REPS = re.compile(rf"{_NUMBER} (?:times|reps)\b", re.IGNORECASE)
_SETS = re.compile(rf"{_NUMBER} sets?\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\bset (\d+)", re.IGNORECASE)
_KEPT = re.compile(rf"\b(?:hold|keep|stay|rest there)\b[^.!?]*?{_TIME.pattern}", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:chang|switch|swap)(?:e|es|ing)?\b[^.!?]*\b(?:legs?|sides?|arms?|hands?|feet)\b"
    r"|\bturn round\b|\beach (?:leg|side|arm)\b|\b(?:then|next) the other (?:leg|side|arm)\b"
    r"|\brepeat\b[^.!?]*\bother\b",
    re.IGNORECASE,
)

_IN_HANDS = re.compile(r"\b(?:hands?|arms?)\b|\bdumb-?bells?\b", re.IGNORECASE)
_HOLDS_ON = re.compile(
    r"\b(?:by|hold|touch) (?:on to )?(?:a|the) (?:wall|rail|chair|post)\b|\bhold on\b|\bhands? on\b", re.IGNORECASE
)

# Amounts that no card says.
_UNLIKELY = {
    "sets": DosePart(sets=Range(1, 1)),
    "reps": DosePart(reps=Range(199, 199)),
    "seconds": DosePart(seconds=Range(1199, 1199)),
    "hold": DosePart(hold=Range(599, 599)),
    "tempo": DosePart(tempo=Tempo(97, 98, 99)),
}


class _Told(NamedTuple):
    """A text of a card, and how it is called."""

    called: str
    text: Phrase


def contradictions(programme: Programme, cards: Mapping[str, Card]) -> tuple[Problem, ...]:
    """Texts of cards that say another number, or another side, than a programme sets; none of its values is told."""
    return tuple(
        problem
        for exercise in exercises_of(programme, cards)
        for problem in _of_one(exercise, cards[exercise.card.id], programme)
    )


def of_columns(
    programme: Programme, cards: Mapping[str, Card], columns: Iterable[tuple[str, str]]
) -> tuple[Problem, ...]:
    """The same of the columns of a list, each a card and a part of its dose, whatever stands in their rows."""
    found: dict[Problem, None] = {}
    for card, part in columns:
        if part in _UNLIKELY:
            asked = overridden(programme, {card: _unlikely(cards[card], part)})
            found |= dict.fromkeys(contradictions(asked, cards))
    return tuple(problem for problem in found if problem not in contradictions(programme, cards))


def _unlikely(card: Card, part: str) -> DosePart:
    """An amount that no card says, as its column may set it: what is timed is counted with a hold alone."""
    timed = isinstance(card.body, Movement) and card.body.dose.seconds is not None
    if timed and part in {"reps", "hold"}:
        return _UNLIKELY["reps"]._replace(hold=_UNLIKELY["hold"].hold)
    return _UNLIKELY[part]


def _of_one(exercise: Exercise, before: Card, programme: Programme) -> Iterator[Problem]:
    now, then = exercise.card.body, before.body
    if not isinstance(now, Movement) or not isinstance(then, Movement):
        return
    yield from no_longer_counted(exercise.prescribed, then)
    yield from _hands(exercise, now, programme)
    for told in _texts(now):
        own = told.text.form if isinstance(told.text, Fillable) else told.text
        if _says_another_dose(own, then.dose, now.dose) or _keeps_longer(own, now.dose):
            yield _dose(told, exercise, programme)
        elif exercise.prescribed.side is not None and says_another_side(told.text, exercise.prescribed.side):
            yield _side(told, exercise, programme)
    picture, side = before.picture, exercise.prescribed.side
    # A photograph is not turned round: the page says which side it shows.
    if picture and picture.figure and side is not None and says_another_side(picture.alt, side):
        yield _side(_Told("the `alt` of its picture", picture.alt), exercise, programme)


def _hands(exercise: Exercise, body: Movement, programme: Programme) -> Iterator[Problem]:
    """A weight in hands that a text of the card needs otherwise."""
    load, card = exercise.prescribed.dose.load, exercise.prescribed.card
    if load is None or not _IN_HANDS.search(load):
        return
    careful = [_Told("its precaution", text) for text in body.precautions]
    for told in (*_texts(body), *careful):
        if told.called != "its `easier`" and _HOLDS_ON.search(told.text):
            sentence = (
                f"`{programme.id}` fills the hands for `{card}`, and {told.called} needs one: {_quoted(told.text)}"
            )
            hint = (
                "Carry it in another way, such as `load: 4 kg in a backpack`, or say in the note which hand holds on."
            )
            yield Problem("hands-not-free", sentence, hint, card.place, len(card), Level.WARNING)
            return


def _texts(body: Movement) -> Iterator[_Told]:
    """All that may speak of a dose or a side."""
    plain = {"cue": "cue", "start": "start", "feel": "feel", "not_feel": "not_feel", "breathing": "breathing"}
    yield from (_Told(f"its `{name}`", text) for name in plain if (text := getattr(body, name)))
    for number, step in enumerate(body.steps, 1):
        yield _Told(f"its step {number}", step.text)
        if step.caption is not None:
            yield _Told(f"the caption of its step {number}", step.caption)
    yield from (_Told(f"its `{name}`", form.text) for name in ("easier", "harder") if (form := getattr(body, name)))


# --- Doses ---


def _says_another_dose(text: str, then: Dose, now: Dose) -> bool:
    """Whether a number of the dose that was replaced still stands there."""
    return (
        (_times(then) != _times(now) and _tells_time(text, then, now))
        or (then.reps != now.reps and _tells(_REPS, text, now.reps))
        or (then.sets != now.sets and (_tells(_SETS, text, now.sets) or _numbers_sets(text, now.sets)))
    )


def _times(dose: Dose) -> set[float]:
    spans = [span for span in (dose.seconds, dose.hold) if span is not None]
    return {end for span in spans for end in span} | set(dose.tempo or ())


def _tells_time(text: str, then: Dose, now: Dose) -> bool:
    """Whether it says a time that the card's dose had and this one has not."""
    gone = _times(then) - _times(now)
    told = {seconds for found in _TIME.finditer(text) for seconds in _seconds(found.groups())}
    counted = {float(found.group(1)) for found in _COUNT.finditer(text)}
    return bool((told | counted) & gone)


def _keeps_longer(text: str, now: Dose) -> bool:
    """Whether it keeps a position for a time that the dose has not, even where nobody set another."""
    kept = {seconds for found in _KEPT.finditer(text) for seconds in _seconds(found.groups())}
    return bool(kept) and not kept <= _times(now) | set(now.rest or ())


def _seconds(found: tuple[str | None, ...]) -> list[float]:
    low, high, minutes = found
    return [float(end) * (60 if minutes else 1) for end in (low, high) if end]


def _tells(pattern: re.Pattern[str], text: str, now: Range | None) -> bool:
    found = [{float(end) for end in match.groups() if end} for match in pattern.finditer(text)]
    return any(ends != set(now or ()) for ends in found)


def _numbers_sets(text: str, now: Range) -> bool:
    """Whether a step belongs to a set of its own ("Set 3.") and that set is not done."""
    return any(float(found.group(1)) > now.high for found in _NUMBERED.finditer(text))


def _dose(told: _Told, exercise: Exercise, programme: Programme) -> Problem:
    card = exercise.prescribed.card
    own = exercise.prescribed.dose != DosePart()
    set_by = f"`{programme.id}` sets a dose for `{card}`" if own else f"the card `{card}` has a dose"
    sentence = f"{set_by}, and {told.called} says another: {_quoted(told.text)}"
    hint = "Write `{hold}` or the like on the card in place of the number, or give this exercise `steps:` of its own."
    return Problem("another-dose-told", sentence, hint, card.place, len(card), Level.WARNING)


# --- Sides ---


def says_another_side(text: Phrase, side: Side) -> bool:
    """Whether it tells to change, or names the other side; what was written for one side is taken at its word."""
    if isinstance(text, Fillable) and text.one_side is not None:
        return False
    other = next(each.value for each in Side if each is not side)
    return bool(_CHANGE.search(text)) or re.search(rf"\b{other}\b", text, re.IGNORECASE) is not None


def _side(told: _Told, exercise: Exercise, programme: Programme) -> Problem:
    card = exercise.prescribed.card
    sentence = f"`{programme.id}` sets one side for `{card}`, and {told.called} says more: {_quoted(told.text)}"
    hint = "Give this text of the card a `one_side:`, or give this exercise `steps:` of its own."
    return Problem("another-side-told", sentence, hint, card.place, len(card), Level.WARNING)


def _quoted(text: Phrase) -> str:
    """What is said and, if that is known, where."""
    place = place_of(text)
    return f"“{text}” ({place.file}, line {place.line})." if place is not None else f"“{text}”."
