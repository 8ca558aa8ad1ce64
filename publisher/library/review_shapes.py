"""The review of a card as it stands in the card's file, and the results that a reviewer sends back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.nodes import Mapping, Node, width
from publisher.library.records import Field, Record
from publisher.library.several import TableOf
from publisher.library.shapes import DATE, ID, JSON, Choice, Pattern, Schema, Text
from publisher.model import review as results
from publisher.model.card import Review
from publisher.problems import Problem
from publisher.reviews import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME, ROLE, REGISTRATION = Text(80), Text(60), Text(40)
SEAL = Pattern(
    re.compile(rf"[{LETTERS}]{{4}}-[{LETTERS}]{{4}}"),
    "not-a-seal",
    "is not the seal of a card: 4 letters, a hyphen and 4 letters.",
    "kbtd-mxqr",
    "the seal of a card",
)


def _dated(node: Mapping) -> Iterator[Problem]:
    """The next review comes after this one."""
    date, following = node.text("date"), node.text("next")
    if date is not None and following is not None and following.text <= date.text:
        sentence = f"the next review, {following.text}, is not after this one, {date.text}."
        hint = "Write the day on which the card is to be looked at again, such as one year on."
        yield Problem("next-before-date", sentence, hint, following.place, width(following))


def _signed(node: Mapping) -> Iterator[Problem]:
    """A name is printed with its day."""
    name = node.text("reviewed_by")
    if name is not None and node.text("date") is None:
        sentence, hint = "a review that is signed needs `date`, which is not here.", "Add `date:`, such as 2026-03-31."
        yield Problem("missing-field", sentence, hint, name.place, width(name))
    yield from _dated(node)


def _sealed(node: Mapping) -> Iterator[Problem]:
    """And it belongs to the words that were signed."""
    name = node.text("reviewed_by")
    if name is not None and node.text("date") is not None and node.text("seal") is None:
        sentence = "a review that is signed needs `seal`, which tells what was signed; it is not here."
        hint = "Let `surefoot review take` write the review, or add the seal that `surefoot review --json` shows."
        yield Problem("missing-field", sentence, hint, name.place, width(name))
    yield from _signed(node)


_SIGNATURE = (
    Field("reviewed_by", NAME, "Who signed it off; null until somebody has.", needed=False),
    Field("role", ROLE, "Their profession.", needed=False),
    Field("registration", REGISTRATION, "Their number in the register of their profession.", needed=False),
    Field("date", DATE, "When.", needed=False),
    Field("next", DATE, "When it is due again.", needed=False),
)
_SEAL = Field("seal", SEAL, "What the card said then, in eight letters.", needed=False)
REVIEW = Record("a review", Review, (*_SIGNATURE, _SEAL), _sealed)
# A plan is signed by hand: nothing tells yet whether it still says what was signed.
PLAN_REVIEW = Record("a review of a plan", Review, _SIGNATURE, _signed)


class _Word(NamedTuple):
    """Yes, change or no. An editor may take `yes` and `no` for something else."""

    word: Choice[results.Answer]

    def read(self, node: Node) -> results.Answer:
        return self.word.read(node)

    def schema(self, *, whole: bool = True) -> Schema:
        words: JSON = [*(answer.value for answer in results.Answer), True, False]
        return {**self.word.schema(whole=whole), "enum": words}

    def describe(self) -> str:
        return self.word.describe()


_ANSWERED = Record(
    "what a reviewer says of a card",
    results.Answered,
    (
        Field("seal", SEAL, "The seal on the sheet that was looked at: which words the answer is about."),
        Field("answer", _Word(Choice(results.Answer)), "Yes, change or no; empty while there is none.", needed=False),
        Field("note", Text(1000), "What to change, or why not.", needed=False),
    ),
)
RESULTS = Record(
    "the results of a review",
    results.Results,
    (
        Field("reviewer", NAME, "First and last name; the page prints it."),
        Field("role", ROLE, "The reviewer's profession; the page prints it."),
        Field("registration", REGISTRATION, "The number in the register of that profession.", needed=False),
        Field("date", DATE, "The day of the review."),
        Field("next", DATE, "The day on which the cards are to be looked at again."),
        Field("cards", TableOf(ID, _ANSWERED), "The answers, by the id of the card."),
    ),
    _dated,
)
