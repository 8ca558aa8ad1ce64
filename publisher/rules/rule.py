"""What a rule is: a small function that finds what is wrong in one card, with its source and a line of advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from publisher.model.card import Card
from publisher.model.plan import Plan
from publisher.model.programme import Programme
from publisher.model.publication import Publication
from publisher.problems import Level, Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publisher.model.library import Library
    from publisher.problems import Place

# A text longer than this was wrapped in its file, so its end is not on the line that is shown.
_ONE_LINE = 60


# What holds words for readers: a card, and what is printed beside cards.
Worded: TypeAlias = Card | Plan | Programme | Publication
Subject_contra = TypeVar("Subject_contra", bound=Worded, contravariant=True)


class Finding(NamedTuple):
    """One thing that is wrong: a sentence, the text it is about, and advice that is closer than the rule's own.

    What is missing has no text of its own; it is told at the card's id.
    """

    sentence: str
    at: str
    hint: str = ""


class Listed(NamedTuple):
    """A rule as it is listed: `looks_for` says what breaks it. Sessions and laid-out pages have some of their own."""

    name: str
    level: Level
    source: str
    advice: str
    looks_for: str

    def problem(self, sentence: str, place: Place | None, length: int = 1) -> Problem:
        """What is told where it is broken."""
        return Problem(self.name, sentence, self.advice, place, length, self.level)


class Rule(NamedTuple, Generic[Subject_contra]):
    """A rule. `name` is short and stable, `source` says who asks for it, `advice` is one line on what to do."""

    name: str
    level: Level
    source: str
    advice: str
    find: Callable[[Subject_contra, Library], Iterator[Finding]]

    @property
    def listed(self) -> Listed:
        """What is told of it in a list."""
        return Listed(self.name, self.level, self.source, self.advice, (self.find.__doc__ or "").strip())

    def broken_by(self, card: Subject_contra, library: Library) -> Iterator[Problem]:
        """What this rule finds in a card, or in what is printed beside cards where it is one about words."""
        for found in self.find(card, library):
            place, length = _where(found.at, card)
            yield Problem(self.name, found.sentence, found.hint or self.advice, place, length, self.level)


def _where(at: str, subject: Worded) -> tuple[Place | None, int]:
    """The place of a text, and how much of it to underline.

    A card that changes one of another library is told in its own file, where its author can mend it.
    """
    place, below = place_of(at), place_of(subject.id)
    own = subject.place if isinstance(subject, Card) else None
    if place and below and own and place.file == below.file != own.file:
        return own, 1
    return place, len(at) if len(at) <= _ONE_LINE else 1
