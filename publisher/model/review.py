"""What a reviewer sends back: who it was, and an answer for each card."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.problems import Phrase


class Answer(Enum):
    """Whether a card may be printed as reviewed."""

    YES = "yes"
    CHANGE = "change"
    NO = "no"


class Answered(NamedTuple):
    """The answer for one card; `seal` is that of the words it is about."""

    seal: Phrase
    answer: Answer | None = None
    note: Phrase | None = None


class Results(NamedTuple):
    """One reviewer's answers, by the ids of the cards. Dates as YYYY-MM-DD."""

    reviewer: Phrase
    role: Phrase
    date: Phrase
    next: Phrase
    cards: Mapping[Phrase, Answered]
    registration: Phrase | None = None
