"""Two programmes as one, or one with what was said of it: nothing of either is dropped without a word.

Lines that count the exercises are found as English says it, as the cards do.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Movement
from publisher.model.programme import MOST_EXERCISES, MOST_LINES, MOST_SOURCES, DosePart, Side
from publisher.problems import InputError, Level, Phrase, Problem, place_of
from publisher.programme_words import USUAL, dosed_in_short, times_said, usual_lines
from publisher.programmes import exercises_of, laid_over, too_much, unsigned

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from publisher.model.card import Card
    from publisher.model.programme import Prescribed, Programme
    from publisher.programmes import Exercise
    from publisher.words import Words

_WRITTEN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(\d+|{'|'.join(_WRITTEN)})"
_UNITS = "sets?|reps?|times|days?|weeks?|months?|seconds?|minutes?|hours?|sides?|legs?|arms?|kg|s|min"
# "Do all 4", "the 4 exercises"; but not "all 4 weeks".
_COUNT = re.compile(
    rf"\ball (?:of )?(?:the |these |those |your )?{_NUMBER}\b(?! ?(?:{_UNITS})\b)|\b{_NUMBER} exercises\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
# What a programme says once, beside when to do more.
_ONCE = ("title", "purpose", "because", "clinic", "next_review")


class Prefer(Enum):
    """Which of two programmes counts where both say something, and not the same."""

    FIRST = "first"
    SECOND = "second"


class Joined(NamedTuple):
    """Two programmes as one, and what is to be known of it: above all, what is left out."""

    programme: Programme
    notes: tuple[Problem, ...]


class _Pair(NamedTuple):
    """The programme that counts where both say something, and the other."""

    own: Programme
    other: Programme


def joined(
    words: Words, first: Programme, second: Programme, cards: Mapping[str, Card], prefer: Prefer | None = None
) -> Joined:
    """The exercises of both, those of the first before the others; nobody has checked them as one.

    What can be said once is as the first says, or the one that is preferred. Raises every exercise that both have and
    that is not done alike, unless it is said which counts.
    """
    pair = _Pair(second, first) if prefer is Prefer.SECOND else _Pair(first, second)
    apart = {name: _not_alike(words, pair, each, prefer) for name, each in _apart(pair, cards).items()}
    if apart and prefer is None:
        raise InputError(apart.values())
    names = dict.fromkeys(str(each.card) for each in (*first.exercises, *second.exercises))
    if len(names) > MOST_EXERCISES:
        sentence = f"together these are {len(names)} exercises; the most is {MOST_EXERCISES}."
        raise InputError([Problem("too-many", sentence, "Take some out of one of them first.")])
    whole, lost = _with_words(words, pair, _exercises(pair, names, apart), cards)
    long = too_much(whole, exercises_of(whole, cards))
    told = [] if long is None else [long._replace(level=Level.WARNING, place=None)]
    return Joined(whole, (*apart.values(), *_unsaid(pair), *lost, *counted_otherwise(whole, cards), *told))


def _with_words(
    words: Words, pair: _Pair, exercises: tuple[Prescribed, ...], cards: Mapping[str, Card]
) -> tuple[Programme, list[Problem]]:
    """The exercises with the words of both, and what of these is left out."""
    own, other = pair
    whole = unsigned(own._replace(exercises=exercises))
    lines, lost = _remembered(words, pair, _counts(whole, cards))
    further, wrong = _further(pair, _counts(whole, cards))
    sources = _sources(pair, lines, further)
    hint = f"There may be {MOST_SOURCES}."
    cut = [_left_out(f"the source `{key}`", other, hint) for key in sources[MOST_SOURCES:]]
    said = whole._replace(remember=lines, move_on=further, sources=sources[:MOST_SOURCES])
    said = said._replace(because=own.because or other.because, clinic=own.clinic or other.clinic)
    return said._replace(next_review=own.next_review or other.next_review), [*lost, *wrong, *cut]


def _apart(pair: _Pair, cards: Mapping[str, Card]) -> dict[str, tuple[Exercise, Exercise]]:
    """Exercises that stand in both and are not done alike, by the ids of their cards."""
    own, other = ({str(each.card.id): each for each in exercises_of(one, cards)} for one in pair)
    both = {name: (each, other[name]) for name, each in own.items() if name in other}
    return {name: each for name, each in both.items() if not _alike(*each)}


def _not_alike(words: Words, pair: _Pair, both: tuple[Exercise, Exercise], prefer: Prefer | None) -> Problem:
    card = both[1].prescribed.card
    said = [f"`{one.id}` says {_said(words, each)}" for one, each in zip(pair, both, strict=True)]
    sentence = f"`{card}` stands in both, and not alike: {', and '.join(said)}."
    if prefer is not None:
        hint = f"`{pair.own.id}` counts; what `{pair.other.id}` says is left out."
        return Problem("not-alike", sentence, hint, card.place, len(card), Level.NOTE)
    hint = "Say which counts in all such cases: --prefer first, or --prefer second. Or make them alike."
    if {each.prescribed.side for each in both} == {*Side}:
        hint = f"{hint}\nFor both sides, take `side` out of both files."
    return Problem("not-alike", sentence, hint, card.place, len(card))


def _alike(one: Exercise, other: Exercise) -> bool:
    """Whether both are done in the same way; a note, or steps, that only one of them has can stand beside the other."""
    mine, its = one.prescribed, other.prescribed
    doses = [each.card.body.dose for each in (one, other) if isinstance(each.card.body, Movement)]
    same = doses[:1] == doses[1:] and _when(mine) == _when(its)
    return same and all(not a or not b or a == b for a, b in ((mine.note, its.note), (mine.steps, its.steps)))


def _when(given: Prescribed) -> Prescribed:
    return given._replace(dose=DosePart(), note=None, steps=())


def _said(words: Words, exercise: Exercise) -> str:
    """Dose, side, days, dates and note as one clause."""
    parts = (*dosed_in_short(words, exercise), times_said(words, exercise.prescribed))
    return "; ".join(filter(None, (part.rstrip(".") for part in parts))) or "nothing of it"


def _exercises(pair: _Pair, names: Iterable[str], apart: Collection[str]) -> tuple[Prescribed, ...]:
    """Each exercise once; where both do it alike, with the note and the steps that only one of them has."""
    own, other = ({str(each.card): each for each in one.exercises} for one in pair)
    found = []
    for name in names:
        each, its = own.get(name) or other[name], other.get(name)
        if its is not None and name not in apart:
            each = each._replace(note=each.note or its.note, steps=each.steps or its.steps)
        found.append(each)
    return tuple(found)


def _unsaid(pair: _Pair) -> Iterator[Problem]:
    """What both say once, and not the same: that of the other is left out."""
    for name in _ONCE:
        own, other = getattr(pair.own, name), getattr(pair.other, name)
        if own and other and own != other:
            yield _left_out(f"`{name}`", pair.other, f"That of `{pair.own.id}` counts.", other)


def _left_out(what: str, of: Programme, why: str, at: object = None) -> Problem:
    """That something is left out; it is told with its line, or else in words."""
    place = place_of(at) if isinstance(at, Phrase) else None
    hint = why if at is None or place is not None else f"{why} It said: {at}"
    width = len(at) if isinstance(at, Phrase) else 1
    return Problem("left-behind", f"{what} of `{of.id}` is left out.", hint, place, width, Level.NOTE)


def _remembered(words: Words, pair: _Pair, counts: set[int]) -> tuple[tuple[Phrase, ...], list[Problem]]:
    """The lines of both to remember, each once, as many as there may be; and those that are left out.

    A line that counts other exercises goes, and of two that differ in their numbers alone the second. A programme
    without any has the usual ones: they take what room is left.
    """
    kept: dict[str, Phrase] = {}
    lost = []
    for one in pair:
        for line in one.remember:
            there = kept.setdefault(_DIGITS.sub("#", line.casefold()), line) if _fits(line, counts) else None
            if there is None:
                lost.append(_left_out("a line to remember", one, _miscounted(counts), line))
            elif there != line:
                lost.append(_left_out("a line to remember", one, f"It says other numbers than: {there}", line))
    lines = [*kept.values()]
    hint = f"There may be {MOST_LINES}."
    lost += [_left_out("a line to remember", pair.other, hint, line) for line in lines[MOST_LINES:]]
    lines = lines[:MOST_LINES]
    if lines and not all(one.remember for one in pair):
        usual = (Phrase(line) for line in usual_lines(words))
        lines += [line for line in usual if line not in lines][: MOST_LINES - len(lines)]
    return tuple(lines), lost


def _further(pair: _Pair, counts: set[int]) -> tuple[Phrase | None, list[Problem]]:
    """When to do more, as the first says that counts no other exercises; the usual line is printed where none does."""
    taken, lost = None, []
    for one in pair:
        text = one.move_on
        if text is None or text == taken:
            continue
        if taken is None and _fits(text, counts):
            taken = text
        else:
            hint = "There may be one." if _fits(text, counts) else _miscounted(counts)
            lost.append(_left_out("`move_on`", one, hint, text))
    return taken, lost


def _miscounted(counts: set[int]) -> str:
    return f"It counts other exercises than the {max(counts)} that there are now."


def _counts(programme: Programme, cards: Mapping[str, Card]) -> set[int]:
    """How many exercises a line may say that there are: with what is only read, or without."""
    listed = [cards[each.card] for each in programme.exercises]
    return {len(listed), sum(isinstance(card.body, Movement) for card in listed)}


def _fits(line: str, counts: set[int]) -> bool:
    return all(number in counts for number in _numbers(line))


def _numbers(line: str) -> Iterator[int]:
    """How many exercises a line says that there are."""
    for found in _COUNT.finditer(line):
        said = (found[1] or found[2]).lower()
        yield _WRITTEN.index(said) + 2 if said in _WRITTEN else int(said)


def counted_otherwise(programme: Programme, cards: Mapping[str, Card]) -> Iterator[Problem]:
    """Lines of a programme that count other exercises than there are."""
    counts = _counts(programme, cards)
    texts: Iterable[Phrase | None] = (programme.title, programme.purpose, *programme.remember, programme.move_on)
    for text in filter(None, texts):
        if not _fits(text, counts):
            sentence = f"this counts other exercises than the {max(counts)} that there are now: {text}"
            yield Problem("other-count", sentence, "Change the line in the new file.", level=Level.WARNING)


def _sources(pair: _Pair, lines: Iterable[Phrase], further: Phrase | None) -> tuple[Phrase, ...]:
    """The sources of those whose lines are told, each once; those of usual lines too, where there are such."""
    told = [*lines, *([further] if further else [])]
    own = [key for one in pair if any(line in told for line in (*one.remember, one.move_on)) for key in one.sources]
    theirs = {line for one in pair for line in one.remember}
    usual = (
        [Phrase(key) for keys in USUAL.values() for key in keys] if any(line not in theirs for line in lines) else []
    )
    return tuple(dict.fromkeys((*own, *usual)))


def overlaid(base: Programme, said: Programme) -> Programme:
    """A programme with what was said of its exercises laid over what it says of them; new ones come after the others.

    Nobody has checked it so.
    """
    new = {str(each.card): each for each in said.exercises}
    own = tuple(_over(each, new.pop(str(each.card), None)) for each in base.exercises)
    return unsigned(base._replace(exercises=(*own, *new.values())))


def _over(below: Prescribed, above: Prescribed | None) -> Prescribed:
    """What was said, over what was there: days that are named take the place of days that are counted, and back."""
    if above is None:
        return below
    dose, days = laid_over(below.dose, above.dose), above.days or below.days
    if above.days:
        dose = dose._replace(days_a_week=None)
    elif above.dose.days_a_week is not None:
        days = ()
    given = {name: value for name in ("side", "note", "start", "stop") if (value := getattr(above, name)) is not None}
    return below._replace(dose=dose, days=days, steps=above.steps or below.steps, **given)
