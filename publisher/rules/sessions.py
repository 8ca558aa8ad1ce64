"""Whether a session is one that people keep up: not too much, and not up and down all the time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from publisher.decks import cards_of
from publisher.model.card import Movement, Position
from publisher.plans import cards_in
from publisher.problems import Level, place_of
from publisher.rules.rule import Listed
from publisher.sessions import minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.model.publication import Publication
    from publisher.problems import Phrase, Problem

# Two exercises were done better than eight (Henry 1999, 15 people of 67 to 82 years).
MANY, MOST, MINUTES = 5, 8, 20
_LONG = Listed(
    "long-session",
    Level.WARNING,
    "Henry 1999",
    "Cut it, make two sessions of it, or write `because: ...` to say why.",
    f"A session of more than {MANY} exercises or {MINUTES} minutes. More than {MOST} exercises are an error.",
)
_TURNS = Listed(
    "up-and-down",
    Level.WARNING,
    "docs/rules.md: our choice",
    "Put all that is done standing together: first, or last. `order: position` begins on the floor.",
    "A session that goes between feet and floor more than once.",
)
_EMPTY = Listed(
    "empty-session",
    Level.ERROR,
    "docs/rules.md: our choice",
    "Add an exercise to `cards`, or delete `session: yes`.",
    "A session of 0 minutes: none of its cards has a dose.",
)
RULES = (_LONG, _TURNS, _EMPTY)
_ON_FEET = frozenset({Position.STANDING, Position.RUNNING})


class _Long(NamedTuple):
    """How much a session asks for."""

    exercises: int
    minutes: int

    @property
    def is_long(self) -> bool:
        """Whether it is more than most people keep up."""
        return self.exercises > MANY or self.minutes > MINUTES

    @property
    def said(self) -> str:
        """In words, with the figures."""
        return f"{self.exercises} exercises and {self.minutes} minutes"


def in_publications(library: Library) -> Iterator[Problem]:
    """What is wrong with the sessions among the publications."""
    for publication in library.publications.values():
        if publication.session:
            cards = cards_of(publication, library.cards)
            yield from _nothing_to_do(publication, cards)
            yield from _too_long(publication.id, cards, publication.because)
            yield from _up_and_down(publication, cards)


def in_plans(library: Library) -> Iterator[Problem]:
    """What is too much in the sessions of plans. A deck that is a session is judged as one, and not again here."""
    for session in (session for plan in library.plans.values() for session in plan.sessions):
        deck = library.publications.get(session.deck) if session.deck is not None else None
        if deck is None or not deck.session:
            yield from _too_long(session.name, cards_in(session, library.publications, library.cards), None)


def _nothing_to_do(publication: Publication, cards: Sequence[Card]) -> Iterator[Problem]:
    if cards and not minutes_of(cards):
        sentence = f"`{publication.id}` is a session of 0 minutes: none of its cards has a dose."
        yield _EMPTY.problem(sentence, place_of(publication.id), len(publication.id))


def _too_long(name: Phrase, cards: Sequence[Card], because: Phrase | None) -> Iterator[Problem]:
    """More than people keep up is a warning, and far more an error, unless the file of a deck says why."""
    asked = _Long(sum(isinstance(card.body, Movement) for card in cards), minutes_of(cards))
    if not asked.is_long:
        return
    if because is not None:
        sentence = f"`{name}` has {asked.said}, because: {because}"
        yield _LONG.problem(sentence, place_of(because), len(because))._replace(hint="", level=Level.NOTE)
    else:
        sentence = f"`{name}` has {asked.said}; few keep up more than {MANY} exercises or {MINUTES} minutes."
        level = Level.ERROR if asked.exercises > MOST else _LONG.level
        yield _LONG.problem(sentence, place_of(name), len(name))._replace(level=level)


def _up_and_down(publication: Publication, cards: Sequence[Card]) -> Iterator[Problem]:
    """On the feet first and then on the floor, or the other way round, but only once."""
    placed = [card for card in cards if isinstance(card.body, Movement) and card.position is not None]
    turns = [after for before, after in pairwise(placed) if _on_feet(before) != _on_feet(after)]
    if len(turns) > 1:
        sentence = (
            f"`{publication.id}` goes between feet and floor {len(turns)} times; the second time at `{turns[1].id}`."
        )
        at = next((name for name in publication.cards if name == turns[1].id), publication.id)
        yield _TURNS.problem(sentence, place_of(at), len(at))


def _on_feet(card: Card) -> bool:
    return card.position in _ON_FEET
