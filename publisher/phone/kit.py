"""What all pages of the site share: the library, its words, colours and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.setting import GROUP_ICONS
from publisher.phone.markup import Markup, tag
from publisher.phone.pictures import icon
from publisher.pictures import illustrations
from publisher.workshop import DEFAULT_THEME, chosen_from, layout_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.illustration import Illustration
    from publisher.model.card import Card, Group
    from publisher.model.library import Library
    from publisher.model.publication import Publication
    from publisher.model.theme import Theme
    from publisher.words import Words
    from publisher.workshop import Workshop


class Kit(NamedTuple):
    """What all pages share. `single` is true where the whole site is one file."""

    library: Library
    words: Words
    theme: Theme
    pictures: Mapping[str, Illustration]
    single: bool = False

    @staticmethod
    def of(shop: Workshop) -> Kit:
        """What a run has read."""
        theme = chosen_from(shop.library.themes, "theme", shop.choices.theme, None, DEFAULT_THEME)
        cards = tuple(shop.library.cards.values())
        return Kit(shop.library, shop.words, theme, illustrations(shop.library, cards, theme, shop.choices.people))

    def say(self, path: str, **filled: str | int) -> str:
        """A text at a dotted path."""
        return self.words.say(path, **filled)

    def icon(self, name: str) -> Markup:
        """A sign without words: the words stand beside it."""
        return icon(self.library.icons[name])

    def badge(self, card: Card) -> Markup:
        """The sign of the group and the number of the card."""
        return tag("span", self.icon(GROUP_ICONS[card.group]), self.words.number_of(card), class_="badge")

    def decks(self) -> list[Publication]:
        """The decks of this library, sessions first; those that only print a plan are told by the plan."""
        found = [one for one in self.library.publications.values() if one.plan is None and is_deck(one)]
        return sorted(found, key=lambda one: not one.session)


def is_deck(publication: Publication) -> bool:
    """Whether it is made of cards, one by one."""
    return bool(getattr(layout_of(publication), "ANY_SIZE", False))


def look_of(group: Group) -> str:
    """The class that gives the colours of a group."""
    return f"g-{group.value}"
