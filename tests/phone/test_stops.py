"""What was felt decides what is shown: the safer reading wins."""

from __future__ import annotations

import pytest

from publisher.model.card import Movement
from publisher.phone.stops import Sort, sort_of
from tests.factories import the_library


@pytest.mark.parametrize(
    ("reason", "sort"),
    [
        ("a leg goes numb or weak", Sort.EMERGENCY),
        ("a leg hurts, tingles, goes numb or weak", Sort.EMERGENCY),
        ("a leg hurts, tingles or goes numb", Sort.LEG),
        ("pain runs down a leg", Sort.LEG),
        ("pain grows, shoots or is over 5 out of 10", Sort.LEG),
        ("tingling stays", Sort.LEG),
        ("pain grows or is over 5 out of 10", Sort.PAIN),
        ("your back or neck hurts more", Sort.PAIN),
        ("your chest hurts", Sort.OTHER),
        ("you feel faint or dizzy", Sort.OTHER),
        ("something that nobody foresaw", Sort.OTHER),
    ],
)
def test_a_reason_has_its_sort(shop, reason: str, sort: Sort) -> None:
    assert sort_of(reason, shop.words) is sort
    assert sort_of(reason.capitalize(), shop.words) is sort


def test_no_reason_with_a_leg_or_chest_is_told_to_wait_at_home(shop) -> None:
    for card in the_library().cards.values():
        if isinstance(card.body, Movement):
            for reason in card.body.stop_if:
                told = sort_of(str(reason), shop.words)
                assert told is not Sort.PAIN or not any(word in reason for word in ("leg", "chest", "breath", "numb"))
