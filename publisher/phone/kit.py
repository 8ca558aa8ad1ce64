"""What all pages of the site share: the library, its words, colours and pictures."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from layouts.setting import GROUP_ICONS
from layouts.tiers import ICONS
from publisher.model.card import Movement, WarningSign
from publisher.phone.markup import Markup, tag
from publisher.phone.pictures import icon
from publisher.phone.reel import reel_of
from publisher.pictures import casting, illustrations
from publisher.workshop import DEFAULT_THEME, chosen_from, layout_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.figures.illustration import Illustration
    from publisher.model.card import Card, Group
    from publisher.model.library import Library
    from publisher.model.publication import Publication
    from publisher.model.theme import Theme
    from publisher.phone.reel import Reel
    from publisher.pictures import Shown
    from publisher.words import Words
    from publisher.workshop import Workshop


class Saved(NamedTuple):
    """A file to save: what it is ("picture", "moving", "pdf"), where it lies beside the pages, and its bytes."""

    kind: str
    file: str
    size: int


class Saves(NamedTuple):
    """What can be saved: all cards in one file, and the files of each card by its name."""

    booklet: Saved | None = None
    cards: Mapping[str, Sequence[Saved]] = MappingProxyType({})


class Kit(NamedTuple):
    """What all pages share; pictures and films by the names of cards. `single` is true where all is one file."""

    library: Library
    words: Words
    theme: Theme
    pictures: Mapping[str, Illustration]
    reels: Mapping[str, Reel] = MappingProxyType({})
    saves: Saves = Saves()
    single: bool = False

    @staticmethod
    def of(shop: Workshop, cards: Sequence[Card] | None = None) -> Kit:
        """What a run has read; films only of these cards, else of all."""
        theme = chosen_from(shop.library.themes, "theme", shop.choices.theme, None, DEFAULT_THEME)
        every = tuple(shop.library.cards.values())
        drawn = illustrations(shop.library, every, theme, shop.choices.people)
        cast = dict(casting(shop.library, every, shop.choices.people))
        reels = {str(card.id): _reel(card, cast, theme) for card in (every if cards is None else cards)}
        return Kit(shop.library, shop.words, theme, drawn, {key: reel for key, reel in reels.items() if reel})

    def say(self, path: str, **filled: str | int) -> str:
        """A text at a dotted path."""
        return self.words.say(path, **filled)

    def icon(self, name: str) -> Markup:
        """A sign without words: the words stand beside it."""
        return icon(self.library.icons[name])

    def badge(self, card: Card) -> Markup:
        """The number of a card under the sign of its group, or of its tier: not each warning is an alarm."""
        tier = card.body.tier if isinstance(card.body, WarningSign) else None
        sign = GROUP_ICONS[card.group] if tier is None else ICONS[tier]
        look = "badge" if tier is None else f"badge t-{tier.value}"
        return tag("span", self.icon(sign), self.words.number_of(card), class_=look)

    def decks(self) -> list[Publication]:
        """The decks of this library."""
        return decks_of(self.library)


def _reel(card: Card, cast: Mapping[str, Sequence[Shown]], theme: Theme) -> Reel | None:
    """The film of a card that shows one movement; two figures side by side are compared, and stand."""
    shown = cast.get(str(card.id), ())
    if len(shown) != 1 or not isinstance(card.body, Movement):
        return None
    return reel_of(card, shown[0], card.body.dose, theme)


def decks_of(library: Library) -> list[Publication]:
    """The decks of a library, sessions first; those that only print a plan are told by the plan."""
    found = [one for one in library.publications.values() if one.plan is None and is_deck(one)]
    return sorted(found, key=lambda one: not one.session)


def is_deck(publication: Publication) -> bool:
    """Whether it is made of cards, one by one."""
    return bool(getattr(layout_of(publication), "ANY_SIZE", False))


def look_of(group: Group) -> str:
    """The class that gives the colours of a group."""
    return f"g-{group.value}"
