"""What a rule finds in a card, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.rules import RULES
from tests.factories import the_library

if TYPE_CHECKING:
    from publisher.model.card import Card
    from publisher.model.library import Library
    from publisher.problems import Problem


def breaks(card: Card, name: str, library: Library | None = None) -> list[Problem]:
    """What the rule of this name finds in the card; the card stands in the built-in library, or in another."""
    whole = library or the_library()
    whole = whole._replace(cards={**whole.cards, card.id: card})
    rule = next(rule for rule in RULES if rule.name == name)
    return list(rule.broken_by(card, whole))
