"""A publication as lines for a terminal: what is in it, in order, and of a session how long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.decks import cards_of
from publisher.model.dose import Range
from publisher.sessions import doses_of, minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.library import Library
    from publisher.model.publication import Publication
    from publisher.words import Words


class Contents(NamedTuple):
    """A publication to read: `rows` are number, title and minutes of each card; the rest may be empty."""

    title: str
    subtitle: str
    rows: tuple[tuple[str, str, str], ...]
    total: str
    made: str


def contents(publication: Publication, library: Library, words: Words) -> Contents:
    """What is in it, in its order."""
    cards = cards_of(publication, library.cards)
    timed = publication.session
    rows = tuple(
        (words.number_of(card), str(card.title), "".join(_minutes(dose.minutes(), words) for dose in doses))
        for card, doses in ((card, [*doses_of([card])] if timed else []) for card in cards)
    )
    total = _counted(len(cards), "cards", words)
    if timed:
        minutes = _counted(minutes_of(cards), "minutes", words)
        total = words.say("dose.minutes_sentence", time=minutes)
    return Contents(str(publication.title), publication.subtitle or "", rows, total, ", ".join(_made(publication)))


def _made(publication: Publication) -> Iterator[str]:
    """How it is printed unless somebody asks for something else."""
    yield str(publication.layout)
    yield from (str(name) for name in (publication.size, publication.paper, publication.theme) if name)
    yield "by default" if publication.default else "when named"


def _minutes(minutes: int, words: Words) -> str:
    return words.say("dose.minutes", n=minutes)


def _counted(number: int, what: str, words: Words) -> str:
    return words.counted(Range(number, number), what)
