"""What a card lies on where a picture is wider than its page: the colour of its group, or of its tier, made quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.colour import WHITE, mix
from publisher.model.card import WarningSign

if TYPE_CHECKING:
    from publisher.colour import Colour
    from publisher.model.card import Card
    from publisher.model.theme import Theme

# How much white is in the colour of a tier, and of a group.
TIER, GROUP = 0.6, 0.45


def ground_of(card: Card, theme: Theme) -> Colour:
    """The colour round a card: lighter than its tab, and darker than its page."""
    if isinstance(card.body, WarningSign):
        return mix(theme.tiers[card.body.tier], WHITE, TIER)
    return mix(theme.groups[card.group].mid, WHITE, GROUP)
