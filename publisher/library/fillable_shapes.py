"""Texts that name what they take from the dose of their card, and what they say where one side alone is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.records import Field, Record
from publisher.library.several import Either
from publisher.library.shapes import Fragment, Refused, Schema, Text
from publisher.library.spelling import did_you_mean, listed
from publisher.model.card import Movement
from publisher.model.fillable import ALWAYS, AMOUNTS, SIDES, Fillable, fillables, names_in, places_of, spans
from publisher.problems import Phrase, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.library.nodes import Node
    from publisher.model.card import Body
    from publisher.model.dose import Dose

_NEEDED = ("cue", "start", "steps", "feel")


class Filling(NamedTuple):
    """A text in which small words in braces are taken from the dose; `sided` ones may name the side as well."""

    text: Text | Fragment
    sided: bool = False

    def read(self, node: Node) -> Phrase:
        """The text as it was written."""
        found = self.text.read(node)
        known = {**AMOUNTS, **SIDES} if self.sided else AMOUNTS
        unknown = [_unknown(found, name, at, known) for name, at in places_of(found) if name not in known]
        if unknown:
            raise Refused(*unknown)
        return Fillable(found, found.place) if names_in(found) else found

    def schema(self, *, whole: bool = True) -> Schema:
        """As the text."""
        return self.text.schema(whole=whole)

    def describe(self) -> str:
        """As the text."""
        return self.text.describe()


def _unknown(text: Phrase, name: str, at: int, known: dict[str, str]) -> Problem:
    where = text.place and Place(text.place.file, text.place.line, text.place.column + at)
    if name in SIDES:
        sentence = f"`{{{name}}}` has no meaning where both sides are done."
        return Problem("unknown-amount", sentence, "Write it in `one_side:`, beside this text.", where, len(name))
    names = [f"{{{each}}}" for each in known]
    hint = f"{did_you_mean(f'{{{name}}}', names)}There are {listed(names, 'and')}."
    sentence = f"there is nothing called `{{{name}}}` in a dose."
    return Problem("unknown-amount", sentence, hint, where, len(name))


def alternatives(text: Text | Fragment) -> tuple[Field, Field]:
    """The fields beside a text: what is said in its place for one side, and without what it names."""
    return (
        Field(
            "one_side",
            Filling(text, sided=True),
            "What it says where one side alone is done; `{side}` and `{other}` are left and right.",
            needed=False,
        ),
        Field("without", text, "What it says where the dose has nothing of what it names in braces.", needed=False),
    )


def sayable(text: Phrase, one_side: Phrase | None = None, without: Phrase | None = None) -> Phrase:
    """A text with what is said in its place."""
    return text if one_side is None and without is None else Fillable(text, text.place, one_side, without)


def said(text: Text | Fragment) -> Either[Phrase]:
    """A text, or a text with what is said in its place."""
    fields = (Field("text", Filling(text), "The text."), *alternatives(text))
    return Either(Filling(text), Record("a text", sayable, fields))


def not_to_fill(body: Body) -> Iterator[Problem]:
    """Texts that take something from a dose which is not there, or might go, and leave a gap."""
    if not isinstance(body, Movement):
        for text in fillables(body):
            sentence = "this card has no dose: nothing can be taken from it, and it has no sides."
            yield Problem("nothing-to-fill", sentence, "Write a plain text.", text.place, len(text))
        return
    needed = [text for name in _NEEDED for text in fillables(getattr(body, name)) if not _is_caption(body, text)]
    for text in fillables(body):
        if text.without is None and any(text is each for each in needed):
            yield from _needs_more(text)
        elif text.without is None:
            yield from _empty(text, body.dose)


def _needs_more(text: Fillable) -> Iterator[Problem]:
    """What a card needs must be there with any dose."""
    for name in [each for each in names_in(text.form) if each not in ALWAYS][:1]:
        sentence = f"this text takes `{{{name}}}` from the dose, and somebody may set a dose that has none."
        hint = "Write it as `text:`, and below it what is said then, such as `without: Hold still.`"
        yield Problem("nothing-without", sentence, hint, text.place, len(text))


def _empty(text: Fillable, dose: Dose) -> Iterator[Problem]:
    """What is said beside may go with another dose; with the card's own it must say something."""
    there = spans(dose)
    for name in [each for each in names_in(text.form) if each not in there][:1]:
        sentence = f"this text takes `{{{name}}}` from the dose, and the dose of this card has none."
        hint = f"It has {listed(f'{{{each}}}' for each in there)}."
        yield Problem("nothing-to-fill", sentence, hint, text.place, len(text))


def _is_caption(body: Movement, text: Fillable) -> bool:
    """A caption may go; the step stays."""
    return any(step.caption is text for step in body.steps)
