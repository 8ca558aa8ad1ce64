"""Sentences that a tired adult with little schooling gets to the end of: how long, how put, how hard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publisher.model.card import Movement
from publisher.problems import Level, Phrase
from publisher.rules.reading_ease import grade, smog
from publisher.rules.rule import Finding, Rule
from publisher.rules.texts import running_text, said, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.rules.rule import Worded

# Words in a sentence: the manual allows 20, a small card less; and in all sentences of one step.
LONGEST, LONGEST_STEP, MOST_LINES = 15, 24, 6
WARN_GRADE, FAIL_GRADE, MOST_SMOG = 6.0, 8.0, 9.0
# A slow reader, and how long anybody stands still with a card. Both are our choice.
WORDS_A_MINUTE, MOST_SECONDS = 150, 60
# Fields that tell somebody what to do. Elsewhere the passive may be the plainer way: "it was tested".
_TOLD = {"cue", "start", "steps", "faults", "easier", "harder", "do", "do_not", "right", "wrong", "instead", "so"}
_PASSIVE = re.compile(
    r"\b(am|is|are|was|were|be|been|being)\s+"
    r"(\w{2,}ed|done|held|kept|made|put|taken|told|seen|given|felt|found|drawn|brought)\b",
    re.IGNORECASE,
)


def long_sentences(card: Worded, _: Library) -> Iterator[Finding]:
    """A sentence of more than 15 words."""
    for one in said(card):
        for sentence in sentences(one.text):
            count = len(words(sentence))
            if count > LONGEST:
                yield Finding(f"this sentence has {count} words; {LONGEST} are the most.", one.text)


def long_steps(card: Card, _: Library) -> Iterator[Finding]:
    """A step of more than 24 words, forgotten before it is done."""
    for step in card.body.steps if isinstance(card.body, Movement) else ():
        count = len(words(step.text))
        if count > LONGEST_STEP:
            yield Finding(f"this step has {count} words; {LONGEST_STEP} are the most.", step.text)


def passive(card: Card, _: Library) -> Iterator[Finding]:
    """`Is done` instead of `do it`, where somebody is told what to do."""
    for one in said(card):
        found = _PASSIVE.search(one.text)
        if found and one.field in _TOLD:
            yield Finding(f"`{found.group(0)}` tells what is done, and not who does it.", one.text)


def hard_to_read(card: Card, _: Library) -> Iterator[Finding]:
    """A Flesch-Kincaid grade over 6, all sentences of a card together."""
    found = grade(running_text(card))
    if WARN_GRADE < found <= FAIL_GRADE:
        yield Finding(f"this card reads at grade {found:.1f}; {WARN_GRADE:g} is the most that we want.", card.title)


def too_hard_to_read(card: Card, _: Library) -> Iterator[Finding]:
    """A grade over 8, which loses half of all readers."""
    found = grade(running_text(card))
    if found > FAIL_GRADE:
        yield Finding(f"this card reads at grade {found:.1f}; {FAIL_GRADE:g} is the most that we print.", card.title)


def long_words(card: Card, _: Library) -> Iterator[Finding]:
    """Many words of 3 syllables and more: a SMOG grade over 9."""
    found = smog(running_text(card))
    if found > MOST_SMOG:
        yield Finding(f"this card has a SMOG grade of {found:.1f}; {MOST_SMOG:g} is the most that we want.", card.title)


def long_reads(card: Card, _: Library) -> Iterator[Finding]:
    """A card that takes a slow reader over a minute."""
    seconds = reading_seconds(card)
    if seconds > MOST_SECONDS:
        yield Finding(f"this card takes {seconds} seconds to read; {MOST_SECONDS} are the most.", card.title)


def reading_seconds(card: Card) -> int:
    """How long a slow reader takes for all texts of a card."""
    return round(sum(len(words(text)) for text in running_text(card)) * 60 / WORDS_A_MINUTE)


def long_lists(card: Card, _: Library) -> Iterator[Finding]:
    """A list of more than 6 lines, which is not read to the end."""
    for name in card.body._fields:
        lines = getattr(card.body, name)
        if type(lines) is tuple and len(lines) > MOST_LINES:
            at = lines[MOST_LINES] if isinstance(lines[MOST_LINES], Phrase) else card.id
            yield Finding(f"`{name}` has {len(lines)} lines; {MOST_LINES} are the most.", at)


_NHS = "NHS service manual, content guide"
LONG_SENTENCE = Rule("long-sentence", Level.WARNING, f"{_NHS}: at most 20 words", "Cut it in two.", long_sentences)
RULES = (
    LONG_SENTENCE,
    Rule("long-step", Level.WARNING, "AHRQ PEMAT item 22", "Make two steps of it.", long_steps),
    Rule("passive", Level.NOTE, "AHRQ PEMAT item 5", "Say who does it: `Lift your hips.`", passive),
    Rule("hard-to-read", Level.WARNING, "AMA: grade 6", "Use shorter words and sentences.", hard_to_read),
    Rule("too-hard-to-read", Level.ERROR, "AHRQ tool kit: grade 8", "Write it anew, shorter.", too_hard_to_read),
    Rule("long-words", Level.WARNING, "McLaughlin 1969", "Find short words for those of 3 syllables.", long_words),
    Rule("long-read", Level.NOTE, "docs/rules.md: our choice", "Leave out what nobody misses.", long_reads),
    Rule("long-list", Level.WARNING, f"{_NHS}: at most 6 bullets", "Keep the 6 that matter.", long_lists),
)
