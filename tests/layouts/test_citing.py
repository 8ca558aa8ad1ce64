from __future__ import annotations

import pytest

from layouts.citing import cite, most_cited
from publisher.model.card import Card, Evidence, EvidenceLevel, Source
from tests.factories import a_card, a_phrase, phrases, the_words


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


def a_source(short: str, authors: str) -> Source:
    return Source("key", a_phrase(short), a_phrase(authors), 2017, a_phrase("A trial"), a_phrase("A journal"))


@pytest.mark.parametrize(
    ("short", "authors", "told"),
    [
        ("Cai 2017", "Cai and others", "Cai 2017"),
        ("A web page", "Pogo Physio", "Pogo Physio 2017"),
        ("Lee ’17", "Lee, Ray, Ito and Roe", "Lee and others 2017"),
        ("Teng", "Teng and Powers", "Teng and Powers 2017"),
    ],
)
def test_a_source_is_named_by_author_and_year(short: str, authors: str, told: str) -> None:
    assert cite(the_words(), a_source(short, authors)) == told
