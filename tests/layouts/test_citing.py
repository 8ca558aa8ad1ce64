from __future__ import annotations

from layouts.citing import most_cited
from publisher.model.card import Card, Evidence, EvidenceLevel
from tests.factories import a_card, phrases


def resting_on(level: EvidenceLevel, *sources: str) -> Card:
    return a_card(evidence=Evidence(level, phrases(sources)))


def test_the_sources_that_carry_most_cards_are_named_and_none_that_proves_nothing() -> None:
    cards = [
        resting_on(EvidenceLevel.GUIDANCE, "a", "b"),
        resting_on(EvidenceLevel.GUIDANCE, "b", "c"),
        *[resting_on(EvidenceLevel.COMMON_PRACTICE, "none")] * 3,
    ]

    assert most_cited(cards, 2) == ["b", "a"]
    assert most_cited(cards, 9) == ["b", "a", "c"]
    assert most_cited(cards[2:], 2) == []
