"""Which cards a publication takes, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model.card import Group, Position
from publisher.model.publication import Order, Publication, Selection
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from publisher.model.card import Card

_GROUPS = tuple(Group)
# From the floor upwards, so that nobody gets up and down all the time.
_POSITIONS = tuple(Position)


def cards_of(publication: Publication, cards: Mapping[str, Card]) -> tuple[Card, ...]:
    """The cards of a publication in its order: those it lists, then those it selects and does not list."""
    listed = [cards[name] for name in publication.cards]
    chosen = [] if publication.select is None else [c for c in cards.values() if matches(c, publication.select)]
    taken = [*listed, *(card for card in chosen if card.id not in set(publication.cards))]
    if publication.order is Order.GROUP:
        taken.sort(key=lambda card: (_GROUPS.index(card.group), card.number))
    elif publication.order is Order.POSITION:
        taken.sort(key=lambda card: (_where(card), _GROUPS.index(card.group), card.number))
    elif publication.order is Order.TITLE:
        taken.sort(key=lambda card: card.title.casefold())
    return tuple(taken)


def down_to_the_floor(card: Card) -> int:
    """Where a card comes when a session goes from standing down to the floor; what has no position is read first."""
    return -1 if card.position is None else len(_POSITIONS) - 1 - _POSITIONS.index(card.position)


def matches(card: Card, select: Selection) -> bool:
    """Whether a card is what a selection asks for."""
    return (
        card.id not in select.leave_out
        and (not select.kinds or card.kind in select.kinds)
        and (not select.groups or card.group in select.groups)
        and (not select.regions or card.region in select.regions)
        and (not select.levels or card.level in select.levels)
        and (not select.tags or any(tag in card.tags for tag in select.tags))
    )


def _where(card: Card) -> int:
    return len(_POSITIONS) if card.position is None else _POSITIONS.index(card.position)


def pocket_deck(cards: Iterable[Card], size: str) -> Publication:
    """A deck of these pocket cards, in this order, without a cover, that stands in no file."""
    deck = Phrase("pocket-deck")
    return Publication(
        deck, deck, Phrase("pocket"), cards=tuple(card.id for card in cards), size=Phrase(size), cover=False
    )


def phone_deck(cards: Iterable[Card], title: str, theme: Phrase | None = None) -> Publication:
    """A page of a phone for each of these cards, in this order, that stand in no file."""
    name = Phrase("phone-deck")
    return Publication(name, Phrase(title), Phrase("phone"), cards=tuple(card.id for card in cards), theme=theme)
