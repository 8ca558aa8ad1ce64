"""Everything that was read: the built-in library and those laid over it, as one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.model.card import Card, Source
    from publisher.model.clinic import Clinic
    from publisher.model.figure import Figure, Person
    from publisher.model.icon import Icon
    from publisher.model.plan import Plan
    from publisher.model.programme import Programme
    from publisher.model.publication import Publication
    from publisher.model.stock import Paper, Stock
    from publisher.model.theme import Theme
    from publisher.model.wording import Never, PlainWords
    from publisher.problems import Phrase, Problem

# Words of one language by name, in groups: `dose.sets.one`.
Words: TypeAlias = Mapping[str, "Phrase | Words"]


class Library(NamedTuple):
    """What can be published. Everything is found by its id; cards stand in the order of group and number."""

    cards: Mapping[str, Card]
    publications: Mapping[str, Publication]
    plans: Mapping[str, Plan]
    sources: Mapping[str, Source]
    stocks: Mapping[str, Stock]
    papers: Mapping[str, Paper]
    themes: Mapping[str, Theme]
    icons: Mapping[str, Icon]
    figures: Mapping[str, Figure]
    people: Mapping[str, Person]
    words: Words
    plain_words: Mapping[str, PlainWords]
    never: Mapping[str, Never]
    language: str = "en"
    programmes: Mapping[str, Programme] = MappingProxyType({})
    clinics: Mapping[str, Clinic] = MappingProxyType({})
    # The folder of the library that each file belongs to, by the name under which the file is told: pictures that a
    # file names lie in there.
    roots: Mapping[str, Path] = MappingProxyType({})
    # What may be meant and may be a slip: it can be published, and `surefoot check` tells it.
    warnings: tuple[Problem, ...] = ()
