"""Every text of a card that a reader sees, with the field it stands in; sentences and words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Card, FormFault
from publisher.model.fillable import fillables
from publisher.model.plan import Plan
from publisher.model.programme import Programme
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.rules.rule import Worded

# Fields that are no text: the ids of other cards and of poses.
_NAMES = {"card", "pose", "deck", "cards"}
_SENTENCE_ENDS = re.compile(r"(?<=[.?!:])\s+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|[0-9]+(?:[.,][0-9]+)?")


class Said(NamedTuple):
    """A text and the field it stands in, such as `purpose` or `steps`.

    One `instead` is said in place of another: for one side, or beside a dose that has no number for it.
    """

    field: str
    text: Phrase
    instead: bool = False


def said(subject: Worded) -> Iterator[Said]:
    """The texts of a card, or of what is printed beside cards, in the order of its fields.

    What a picture shows is not among them.
    """
    if isinstance(subject, Card):
        yield from _said_on_card(subject)
    elif isinstance(subject, Plan):
        for name in ("title", "subtitle", "sessions", "how", "pain", "missed_week", "after"):
            yield from (Said(name, text) for text in _texts(getattr(subject, name)))
    elif isinstance(subject, Programme):
        for name in ("title", "purpose", "remember", "move_on"):
            yield from (Said(name, text) for text in _texts(getattr(subject, name)))
        own = (text for each in subject.exercises for text in (each.note, *each.steps) if text is not None)
        yield from (Said("exercises", text) for text in own)
    else:
        yield from (Said(name, text) for name in ("title", "subtitle") for text in _texts(getattr(subject, name)))


def _said_on_card(card: Card) -> Iterator[Said]:
    yield Said("title", card.title)
    yield Said("purpose", card.purpose)
    for name in card.body._fields:
        if not (name == "cue" and isinstance(card.body, FormFault)):
            yield from (Said(name, text) for text in _texts(getattr(card.body, name)))
            yield from (Said(name, text, instead=True) for text in _instead(getattr(card.body, name)))


def _instead(value: object) -> Iterator[Phrase]:
    for text in fillables(value):
        yield from (other for other in (text.one_side, text.without) if other is not None)


def running_text(card: Card) -> list[str]:
    """All that is read at once, but the title, whose words are read as a name."""
    return [one.text for one in said(card) if one.field != "title" and not one.instead]


# Several rules read the same text; while files are watched, most are what they were.
@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """A text cut where a sentence ends. A line without a full stop is one."""
    return tuple(part for part in _SENTENCE_ENDS.split(text.strip()) if _WORD.search(part))


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text; a number is one."""
    return tuple(_WORD.findall(text))


def _texts(value: object) -> Iterator[Phrase]:
    """The texts of a value, and of the values inside it."""
    if isinstance(value, Phrase):
        yield value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", ("",) * len(value))
        for name, inner in zip(names, value, strict=True):
            if name not in _NAMES:
                yield from _texts(inner)
