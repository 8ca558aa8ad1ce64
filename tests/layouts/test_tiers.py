"""Four tiers, told apart where there is no colour."""

from __future__ import annotations

import pytest

from layouts import tiers
from publisher.colour import INK
from publisher.geometry import Box
from publisher.model.card import Tier

BAR = Box(0, 10, 4, 40)


@pytest.mark.parametrize("tier", list(Tier))
def test_a_bar_shows_only_inside_its_box(tier: Tier) -> None:
    for mark in tiers.bar(tier, BAR, INK):
        assert BAR.contains((mark.clip or mark.path).bounds)


def test_solid_hatched_and_open_bars_are_three_different_things() -> None:
    (solid,), (hatched,), (hollow,) = (
        tiers.bar(tier, BAR, INK) for tier in (Tier.URGENT, Tier.SEE_SOMEONE, Tier.KEEP_GOING)
    )

    assert solid.fill == INK
    assert (hatched.fill, hatched.stroke is not None) == (None, True)
    assert hollow.even_odd


def test_every_tier_has_a_sign_of_its_own() -> None:
    assert len({tiers.ICONS[tier] for tier in Tier}) == len(Tier)
