"""A card in more words than it has room for, as it is handed to one person: how sets go on, and when to stop.

"Change legs and do the same. That is 1 set. Do 3 sets. Rest 1 minute between sets." stands behind the last step, so
that a stranger can do it. The few words of a card on it make room; what a step says already is not said again. Where a
dose goes from a number to a higher one, it begins with the first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.model.card import Advice, FormCue, FormFault, Movement
from publisher.model.dose import Range
from publisher.model.fillable import Fillable, names_in, told
from publisher.problems import Phrase, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.card import Step
    from publisher.model.dose import Dose
    from publisher.programmes import Exercise
    from publisher.words import Words

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")


def in_full(words: Words, exercise: Exercise) -> Exercise:
    """The exercise with its sets told behind its last step, and its reasons to stop in all words."""
    body = exercise.card.body
    if isinstance(body, Movement | FormCue | FormFault | Advice):
        body = body._replace(stop_if=_reasons(words, body.stop_if))
    if isinstance(body, Movement):
        first = told(body.steps, at_first(body.dose), exercise.prescribed.side, words)
        body = body._replace(steps=_told(words, first, body.dose))
    return exercise._replace(card=replace(exercise.card, body=body), short=exercise.card)


def _reasons(words: Words, reasons: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Reasons to stop that agree with the pain scale, and name all that may be wrong with a leg; others as they are."""
    here = {words.say(f"{path}.card"): words.say(f"{path}.here") for path in words.under("handout.stops")}
    return tuple(Phrase(here[reason], reason.place) if reason in here else reason for reason in reasons)


def at_first(dose: Dose) -> Dose:
    """A dose with the first number of each part that may grow."""
    return dose._replace(
        sets=Range(dose.sets.low, dose.sets.low),
        reps=dose.reps and Range(dose.reps.low, dose.reps.low),
        seconds=dose.seconds and Range(dose.seconds.low, dose.seconds.low),
        hold=dose.hold and Range(dose.hold.low, dose.hold.low),
    )


def _told(words: Words, steps: Sequence[Step], dose: Dose) -> tuple[Step, ...]:
    if numbers_its_sets(words, steps):
        spare = [*steps]
    else:
        spare = [step._replace(text=_spared(words, step.text, dose)) for step in steps]
        spare = [new if new.text or new is spare[-1] else old for old, new in zip(steps, spare, strict=True)]
    more = " ".join(_sentences(words, spare, dose))
    last = spare[-1]
    text = Phrase(f"{last.text} {more}".strip(), place_of(steps[-1].text))
    return (*spare[:-1], last._replace(text=text))


def numbers_its_sets(words: Words, steps: Sequence[Step]) -> bool:
    """Whether steps tell of each set apart: "Set 1. Swing forward and back."."""
    return any(words.say("marks.numbered") in step.text for step in steps)


def _spared(words: Words, text: Phrase, dose: Dose) -> Phrase:
    """A step without the short sentences on sets, and the same text where it has none."""
    short = [*words.say("marks.sets").split("; "), *([words.say("marks.rest")] if dose.rest else [])]
    parts = _SENTENCE_ENDS.split(text)
    kept = [part for part in parts if part not in short]
    return text if len(kept) == len(parts) else Phrase(" ".join(kept), place_of(text))


def _sentences(words: Words, steps: Sequence[Step], dose: Dose) -> Iterator[str]:
    """How often, the other side, what a set is, how many, the rest between them, and what it may grow to."""
    said = " ".join(step.text for step in steps)
    changes = any(mark in said.lower() for mark in words.say("marks.changes").split("; "))
    changes = changes or numbers_its_sets(words, steps)
    yield from _work(words, steps, dose, said, changes=changes)
    if dose.sides.count > 1 and not changes:
        yield words.say(f"handout.sets.change.{dose.sides.value}")
    if not numbers_its_sets(words, steps):
        yield from _sets(words, dose.sets, said)
    if dose.rest is not None and dose.sets.high > 1:
        yield words.say("handout.sets.rest", time=words.time(dose.rest))
    if dose.per_day is not None and dose.per_day.high > 1:
        yield words.say("handout.sets.again", times=words.counted(dose.per_day, "times"))
    for span in filter(None, (dose.seconds, dose.hold)):
        if not span.is_single:
            yield words.say("handout.sets.longer", amount=words.time(Range(span.high, span.high)))


def _work(words: Words, steps: Sequence[Step], dose: Dose, said: str, *, changes: bool) -> Iterator[str]:
    """How often it is done in a set or for how long, unless a step tells."""
    span = dose.seconds or dose.reps or Range(1, 1)
    first = Range(span.low, span.low)
    amount = words.time(first) if dose.seconds else words.counted(first, "times")
    if amount in said or (dose.seconds and any(_names_hold(step.text) for step in steps)):
        return
    # A text that changes sides with each move is counted by the side.
    each = words.say(f"handout.sets.on_each.{dose.sides.value}") if changes else ""
    path = "lasts" if dose.seconds else "do" if span.is_single else "start"
    of = "work_of_each" if numbers_its_sets(words, steps) else "work"
    yield words.say(f"handout.sets.{of}.{path}", amount=amount + each, most=words.number(span.high))


def _sets(words: Words, sets: Range, said: str) -> Iterator[str]:
    """What a set is, and how many are done, unless a step tells."""
    counted = words.counted(Range(sets.low, sets.low), "sets")
    if re.search(rf"\b{re.escape(counted)}\b", said):
        return
    yield words.say("handout.sets.one")
    if sets.high == 1:
        yield words.say("handout.sets.enough")
    else:
        path = "do" if sets.is_single else "start"
        yield words.say(f"handout.sets.{path}", amount=counted, most=words.number(sets.high))


def _names_hold(text: Phrase) -> bool:
    return isinstance(text, Fillable) and "hold" in names_in(text.form)
