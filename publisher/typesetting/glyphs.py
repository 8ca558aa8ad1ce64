"""Letters that the font has no sign for: found in the author's own words, before anything is laid out."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from publisher.problems import Phrase, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publisher.typesetting.fonts import Typeface


def missing_letters(typeface: Typeface, things: Iterable[object]) -> Iterator[Problem]:
    """A problem for each phrase inside the things (values, rows, tables) that holds a letter without a glyph."""
    for phrase in _phrases(things):
        at = typeface.missing(phrase)
        if at is not None:
            yield _problem(phrase, at)


def _phrases(thing: object) -> Iterator[Phrase]:
    if isinstance(thing, Phrase):
        yield thing
    elif isinstance(thing, tuple | list):
        for inner in thing:
            yield from _phrases(inner)
    elif isinstance(thing, Mapping):
        for inner in thing.values():
            yield from _phrases(inner)
    else:
        for name in _fields(type(thing)):  # type: ignore[arg-type]  # a class can be hashed
            yield from _phrases(getattr(thing, name))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _problem(phrase: Phrase, at: int) -> Problem:
    letter = phrase[at]
    name = unicodedata.name(letter, "").lower()
    called = f" ({name})" if name else ""
    place = phrase.place
    if place is not None and place.line and "\n" not in phrase:
        place = Place(place.file, place.line, place.column + at)
    return Problem(
        "missing-glyph",
        f"the font has no sign for “{letter}” (U+{ord(letter):04X}){called}; it would print as an empty box.",
        "Say it in words.",
        place,
    )
