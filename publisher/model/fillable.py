"""Texts that take their numbers from the dose of their card, and say another thing where one side alone is done.

A text names what it takes: "Hold for {hold}." The names are few, and each is replaced by its words, literally; any
other braces stay as they are. So a card, a page and a list never say two numbers of one thing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, Self, TypeVar, cast

from publisher.model.dose import Range
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.model.dose import Dose
    from publisher.model.programme import Side
    from publisher.problems import Place

# What a text may take from the dose, and what each name stands for. Those that every dose has come first.
ALWAYS = {"sets": "the sets: 3 sets", "most_sets": "the most sets: 6 sets"}
AMOUNTS = {
    **ALWAYS,
    "reps": "how many times: 8 to 10",
    "most_reps": "the most times: 10",
    "hold": "how long a position is kept, the hold or the time of a set or the pause of a tempo: 10 seconds",
    "down": "the way down of a tempo: 3 seconds",
    "pause": "the pause of a tempo: 2 seconds",
    "up": "the way up of a tempo: 1 second",
    "down_count": "what is counted on the way down: 3",
    "up_count": "what is counted on the way up: 1",
}
# Which side it is done on; where both are done, nothing can be said.
SIDES = {"side": "the side that it is done on: left", "other": "the other one: right"}

_NAME = re.compile(r"\{([a-z_]+)\}")
_ENDS = (".", "!", "?")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")

Thing = TypeVar("Thing")


class NumberWords(Protocol):
    """Numbers as a language says them (`publisher.words`)."""

    def say(self, path: str, **filled: str | int) -> str:
        """The text at a path."""

    def span(self, span: Range) -> str:
        """A number or a range."""

    def counted(self, span: Range, name: str) -> str:
        """A number with its unit."""

    def time(self, seconds: Range) -> str:
        """A time in words."""


class Fillable(Phrase):
    """A text as it is said with the dose of its card. `form` is what was written, with the names in it.

    `one_side` is said in its place where one side alone is done, `without` where the dose lacks what the text names.
    """

    __slots__ = ("form", "one_side", "without", "words")
    form: str
    one_side: Phrase | None
    without: Phrase | None
    words: NumberWords | None

    def __new__(
        cls, text: str, place: Place | None = None, one_side: Phrase | None = None, without: Phrase | None = None
    ) -> Self:
        """Keep what was written; until there is a dose, it says just that."""
        phrase = super().__new__(cls, text, place)
        phrase.form, phrase.one_side, phrase.without, phrase.words = text, one_side, without, None
        return phrase

    @property
    def forms(self) -> tuple[str, ...]:
        """All that was written."""
        return tuple(str(text) for text in (self.form, self.one_side, self.without) if text is not None)

    def told(self, dose: Dose, side: Side | None, words: NumberWords) -> Fillable:
        """The same text as it is said with a dose, on one side or on both; empty where nothing is left to say."""
        amounts = {**_amounts(dose, words), **_sides(side, words)}
        says = _said(self.one_side, amounts) if side is not None and self.one_side is not None else ""
        said = Fillable.__new__(type(self), says or self._both(amounts), self.place, self.one_side, self.without)
        said.form, said.words = self.form, words
        return said

    def _both(self, amounts: Mapping[str, str]) -> str:
        """What is said of both sides."""
        lacks = any(name not in amounts for name in names_in(self.form))
        return str(self.without) if lacks and self.without is not None else _said(self.form, amounts)


def names_in(text: str) -> list[str]:
    """What a text takes from the dose, or would: every small word in braces."""
    return _NAME.findall(text)


def places_of(text: str) -> Iterator[tuple[str, int]]:
    """Every small word in braces, and how far into the text it stands."""
    return ((found.group(1), found.start(1)) for found in _NAME.finditer(text))


def fillables(value: object) -> Iterator[Fillable]:
    """Every text inside a value that takes something from a dose, or has words for one side."""
    if isinstance(value, Fillable):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from fillables(inner)


def told(value: Thing, dose: Dose, side: Side | None = None, words: NumberWords | None = None) -> Thing:
    """A value of the model with all texts inside it as they are said with a dose.

    Without `words` each says its numbers as it did before. A text of which nothing is left is None, and so is an easier
    or a harder form that has lost its text; what a card needs has words `without`, and loses none.
    """
    if not any(True for _ in fillables(value)):
        return value
    return cast("Thing", _told(value, dose, side, words))


def _told(value: object, dose: Dose, side: Side | None, words: NumberWords | None) -> object:
    if isinstance(value, Fillable):
        speaks = words or value.words
        return value if speaks is None else value.told(dose, side, speaks) or None
    if not isinstance(value, tuple):
        return value
    inner = [_told(each, dose, side, words) for each in value]
    if hasattr(value, "_make") and inner[0] is None and value[0] is not None:
        return None
    make = getattr(value, "_make", tuple)
    return make(inner)


def _said(form: str, amounts: Mapping[str, str]) -> str:
    """A text with its names replaced; a sentence that names what there is not is left out."""
    if any(name not in amounts for name in names_in(form)):
        kept = (part for part in _SENTENCE_ENDS.split(form) if all(name in amounts for name in names_in(part)))
        form = " ".join(kept)
    return _NAME.sub(lambda found: _put(found, amounts), form)


def _put(found: re.Match[str], amounts: Mapping[str, str]) -> str:
    """The words for a name, with a capital where a sentence begins; part of a sentence begins small."""
    said, text = amounts[found.group(1)], found.string
    before = text[: found.start()].rstrip()
    begins = before.endswith(_ENDS) or (not before and text.endswith(_ENDS))
    return said[:1].upper() + said[1:] if begins else said


def spans(dose: Dose) -> dict[str, tuple[str, Range]]:
    """What there is to take from a dose, by its name: a number of sets, a time (seconds), or a number alone."""
    found = {"sets": ("sets", dose.sets), "most_sets": ("sets", _most(dose.sets))}
    if dose.reps is not None:
        found |= {"reps": ("number", dose.reps), "most_reps": ("number", _most(dose.reps))}
    tempo = {} if dose.tempo is None else dose.tempo._asdict()
    parts = {name: Range(value, value) for name, value in tempo.items() if value}
    found |= {name: ("time", span) for name, span in parts.items()}
    found |= {f"{name}_count": ("number", parts[name]) for name in ("down", "up") if name in parts}
    kept = dose.hold or dose.seconds or parts.get("pause")
    return found if kept is None else {**found, "hold": ("time", kept)}


def _amounts(dose: Dose, words: NumberWords) -> dict[str, str]:
    says = {"sets": lambda span: words.counted(span, "sets"), "time": words.time, "number": words.span}
    return {name: says[kind](span) for name, (kind, span) in spans(dose).items()}


def _most(span: Range) -> Range:
    return Range(span.high, span.high)


def _sides(side: Side | None, words: NumberWords) -> dict[str, str]:
    if side is None:
        return {}
    named = {each: words.say(f"handout.side.{each}") for each in ("left", "right")}
    other = next(each for each in named if each != side.value)
    return {"side": named[side.value], "other": named[other]}
