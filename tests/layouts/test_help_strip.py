"""The strip of warning signs across a page."""

from __future__ import annotations

import pytest

from layouts.help_strip import HelpStrip
from publisher.geometry import Size
from publisher.model.card import Tier, WarningSign
from publisher.typesetting.face import Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface
from tests.factories import a_setting, said, the_cards, the_words
from tests.layouts.looking import collisions, outside

SIGNS = the_cards("warning-card")


def strip(country: str = "", theme: str = "surefoot") -> HelpStrip:
    setting = a_setting(None, theme=theme, country=country)
    body = Style(10, 12, setting.theme.ink)
    bold = body._replace(weight=Weight.BOLD)
    surface = Surface(Size(210, 297), setting.typeface, 10)
    return HelpStrip(surface, setting, SIGNS, body, bold.at(12.5, 15), bold.at(11, 13.5), 12.0)


@pytest.mark.parametrize("country", ["", *the_words().countries()])
def test_tiers_stand_in_order_with_the_number_of_the_country(country: str) -> None:
    drawn = strip(country)
    drawn.draw(100)
    words, found = drawn.setting.words, said(drawn.surface.face())

    heads = [words.tier(Tier.EMERGENCY, "list"), *(words.tier(tier, "strip") for tier in list(Tier)[1:])]
    assert [found.index(head) for head in heads] == sorted(found.index(head) for head in heads)


def test_no_emergency_is_left_out() -> None:
    drawn = strip()
    drawn.draw(100)

    shorts = {
        card.body.short for card in SIGNS if isinstance(card.body, WarningSign) and card.body.tier is Tier.EMERGENCY
    }
    assert shorts <= set(said(drawn.surface.face()))


def test_how_to_go_to_hospital_costs_no_line_where_the_second_column_is_shorter() -> None:
    follow = the_words().tier(Tier.EMERGENCY, "follow")
    odd = strip()
    emergencies = [card for card in SIGNS if card.body.tier is Tier.EMERGENCY]
    even = odd._replace(signs=[card for card in SIGNS if card is not emergencies[0]], surface=odd.surface.trial())
    ends = [drawn.emergency(100) for drawn in (odd, even)]

    assert len(emergencies) % 2 == 1
    assert follow in said(odd.surface.face())
    # One sign fewer saves a row, which the line then takes for itself.
    assert ends[0] == pytest.approx(ends[1], abs=0.5)


@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
def test_nothing_runs_into_anything_or_off_the_page(theme: str) -> None:
    drawn = strip(theme=theme)
    end = drawn.draw(100)

    assert end == pytest.approx(100 + strip(theme=theme).height())
    assert collisions(drawn.surface.face()) == []
    assert outside(drawn.surface.face(), 11.9) == []


def test_signs_that_need_no_back_pain_stand_under_a_line_that_says_so() -> None:
    drawn = strip()._replace(apart=True)
    drawn.draw(100)
    found = said(drawn.surface.face())

    after = found[found.index("Or, even with no back pain:") + 1 :]
    signs = [text for text in after if text.startswith("one s")]
    assert signs == ["one swollen calf", "one sore bone, in your groin, hip or shin"]
    assert "one swollen calf, even with no back pain" not in found
