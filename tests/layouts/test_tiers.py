"""Four tiers, told apart where there is no colour."""

from __future__ import annotations

import pytest

from layouts import tiers
from publisher.colour import INK, contrast
from publisher.geometry import Box, Size
from publisher.inks import inked
from publisher.model.card import Tier
from publisher.model.printing import Ink
from tests.factories import the_library

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


def test_where_ink_is_saved_an_emergency_is_framed_within_the_trim_and_its_words_are_dark() -> None:
    saver, trim = inked(the_library().themes["surefoot"], Ink.SAVER), Size(210, 297)
    (frame,) = tiers.alarm_ground(Box(-3, 100, 216, 40), saver, trim, framed=True)

    assert tiers.alarm(saver) == (saver.ink, saver.paper)
    assert frame.even_odd
    assert frame.path.bounds == Box(4, 100, 202, 40)


def test_where_there_is_no_room_for_a_frame_two_bars_run_off_the_edge() -> None:
    saver, trim = inked(the_library().themes["surefoot"], Ink.SAVER), Size(63.5, 88.9)
    above, below = (mark.path.bounds for mark in tiers.alarm_ground(Box(-3, -3, 69.5, 43), saver, trim))

    assert (above.y, above.bottom, above.width) == (-3, tiers.BAR, 69.5)
    assert (below.y, below.bottom) == (40 - tiers.BAR, 40)


def test_elsewhere_the_ground_of_an_emergency_is_solid_under_white_words() -> None:
    theme, box = the_library().themes["surefoot"], Box(-3, 100, 216, 40)
    (ground,) = tiers.alarm_ground(box, theme, Size(210, 297), framed=True)

    assert (ground.path.bounds, ground.fill) == (box, theme.tiers[Tier.EMERGENCY])
    assert contrast(*tiers.alarm(theme)) > 7
