"""A card on a wider screen lies on a quiet ground from which it stands out."""

from __future__ import annotations

import pytest

from publisher.model.card import Tier, WarningSign
from publisher.phone.grounds import ground_of
from tests.factories import the_library

LIBRARY = the_library()
THEMES = tuple(LIBRARY.themes)


@pytest.mark.parametrize("theme", THEMES)
def test_the_ground_is_darker_than_the_page_and_lighter_than_the_tab(theme: str) -> None:
    theme = LIBRARY.themes[theme]
    for card in LIBRARY.cards.values():
        ground = ground_of(card, theme)
        tab = theme.tiers[card.body.tier] if isinstance(card.body, WarningSign) else theme.groups[card.group].main

        assert tab.luminance < ground.luminance < 0.85 * theme.paper.luminance


def test_an_emergency_lies_on_another_ground_than_a_sign_that_can_wait() -> None:
    signs = {card.body.tier: card for card in LIBRARY.cards.values() if isinstance(card.body, WarningSign)}
    theme = LIBRARY.themes["surefoot"]

    assert ground_of(signs[Tier.EMERGENCY], theme) != ground_of(signs[Tier.SEE_SOMEONE], theme)
