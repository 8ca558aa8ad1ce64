"""What a visit came to as plain text, to be pasted into the records of a clinic: short lines and plain signs.

Names stay as they are written; only quotes, dashes and spaces that old systems turn into something else are plain.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from publisher.model.card import Tier
from publisher.programme_changes import changes_said
from publisher.programme_words import (
    checked_said,
    dosed_in_short,
    length_said,
    remembered,
    see_someone_said,
    times_said,
)
from publisher.programmes import told_of_tier
from publisher.typesetting.lines import NO_BREAK_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.programmes import Exercise, Handout
    from publisher.words import Words


# The most signs of a line: what old systems show without breaking it anew.
WIDEST = 79
# What stands for signs that are no letters and lie outside ASCII.
_PLAIN = str.maketrans(
    {"\u202f": NO_BREAK_SPACE, "\u2009": NO_BREAK_SPACE, "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'}
    | {
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u00d7": "x",
        "\u2212": "-",
        "\u00bd": "1/2",
    }
)


def visit_note(words: Words, handout: Handout) -> str:
    """All that the summary of a visit tells, in paragraphs with an empty line between them; it ends with a line end."""
    parts = (
        [*_head(words, handout)],
        [str(handout.programme.title), str(handout.programme.purpose), length_said(words, handout)],
        [f"{n}. {exercise_said(words, exercise)}" for n, exercise in enumerate(handout.exercises, 1)],
        [*_changes(words, handout)],
        [*_remember(words, handout)],
        [*_further(words, handout)],
        [*_signs(words, handout)],
        [checked_said(words, handout)],
    )
    text = "\n\n".join("\n".join(map(_short, lines)) for lines in parts if lines)
    return text + "\n"


def _short(line: str) -> str:
    """A line in plain signs, broken where it is too long; what goes on stands under its first word."""
    plain = line.translate(_PLAIN)
    mark = re.match(r"(\d+\.|-) ", plain)
    indent = " " * len(mark[0]) if mark else ""
    # What is kept together is parted nowhere, and becomes an ordinary space only then.
    short = textwrap.fill(plain, WIDEST, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return short.replace(NO_BREAK_SPACE, " ")


def exercise_said(words: Words, exercise: Exercise) -> str:
    """An exercise in a line: its title, the number of its card, its whole dose, and what was said to this person."""
    dose, notes = dosed_in_short(words, exercise)
    more = [f"{dose}." if dose else "", notes, times_said(words, exercise.prescribed)]
    number = words.say("handout.card", number=words.number_of(exercise.card))
    named = f"{exercise.card.title} {number}"
    said = " ".join(filter(None, more))
    return f"{named}: {said}" if said else named


def _head(words: Words, handout: Handout) -> Iterator[str]:
    clinic, patient = handout.clinic, handout.patient
    if clinic is not None:
        yield words.say("comma").join(filter(None, (clinic.name, *clinic.address, clinic.phone)))
    if patient is not None:
        yield f"{words.say('handout.for')}: {patient.name}"
        if patient.born is not None:
            yield f"{words.say('handout.born')}: {words.date(patient.born.isoformat())}"
        if patient.reference:
            yield f"{words.say('handout.reference')}: {patient.reference}"
    if handout.by:
        yield f"{words.say('handout.by')}: {handout.by}"
    yield f"{words.say('handout.on')}: {words.date(handout.on.isoformat())}"
    if handout.programme.next_review is not None:
        yield f"{words.say('handout.next')}: {words.date(handout.programme.next_review.isoformat())}"


def _changes(words: Words, handout: Handout) -> Iterator[str]:
    if handout.changes is None:
        return
    yield words.say("handout.changes")
    yield from (f"- {said}" for said in changes_said(words, handout.changes) or [words.say("handout.change.none")])


def _remember(words: Words, handout: Handout) -> Iterator[str]:
    heading, texts = remembered(words, handout.programme)
    yield heading
    yield from (f"{number}. {text}" for number, text in enumerate(texts, 1))


def _further(words: Words, handout: Handout) -> Iterator[str]:
    more = handout.programme.move_on or words.say("handout.move_on")
    yield f"{words.say('handout.further')}: {more}"
    yield f"{words.say('handout.teach_back')}: {words.say('handout.teach_back_how')}"


def _signs(words: Words, handout: Handout) -> Iterator[str]:
    """What was told about when to get help, most urgent first."""
    for tier in Tier:
        with_pain, alone = told_of_tier(handout.signs, tier)
        if with_pain:
            ours = see_someone_said(words, handout.clinic) if tier is Tier.SEE_SOMEONE else None
            yield f"{ours or words.tier(tier, 'handed')} {'; '.join(with_pain)}."
        if alone:
            yield f"{words.say('handout.alone')} {'; '.join(alone)}."
        if tier is Tier.EMERGENCY:
            yield words.tier(tier, "follow")
    if handout.clinic is not None and handout.clinic.phone:
        yield words.say("handout.call", phone=handout.clinic.phone)
