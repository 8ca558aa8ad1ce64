"""Whether a review still holds: on which day, and for which words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher.model.card import Review, Tier
from publisher.problems import Level, Phrase, Place
from publisher.reviews import Standing, due, seal, sealed, standing, unreviewed
from tests.factories import the_library

if TYPE_CHECKING:
    from publisher.model.card import Card

LIBRARY = the_library()
PLANK = LIBRARY.cards["plank"]


def signed(seal_: str, **more: str) -> Review:
    texts = {"reviewed_by": "A. Roe", "date": "2026-03-05", "next": "2027-03-05", "seal": seal_, **more}
    return Review(**{name: Phrase(text, Place("plank.yaml", 9, 3)) for name, text in texts.items()})


def with_plank(**more: object):
    """The library with a plank that is signed as it stands, and then changed."""
    card = replace(PLANK, review=signed(seal(PLANK, LIBRARY)), **more)
    return LIBRARY._replace(cards={**LIBRARY.cards, "plank": card})


def is_changed(library) -> bool:
    return sealed(library)["plank"].review.changed


@pytest.mark.parametrize(
    ("review", "today", "where"),
    [
        (Review(), "2026-01-01", Standing.AWAITED),
        (signed("kbtd-mxqr"), "2027-03-05", Standing.HOLDS),
        (signed("kbtd-mxqr"), "2027-03-06", Standing.OVERDUE),
        (signed("kbtd-mxqr")._replace(next=None), "2099-01-01", Standing.HOLDS),
        (signed("kbtd-mxqr")._replace(changed=True), "2026-04-01", Standing.CHANGED),
    ],
)
def test_where_a_card_stands_with_its_review(review: Review, today: str, where: Standing) -> None:
    assert standing(review, today) is where


def test_a_seal_can_be_typed_off_paper() -> None:
    seals = [seal(card, LIBRARY) for card in LIBRARY.cards.values()]

    assert all(re.fullmatch("[b-df-hj-np-tv-z]{4}-[b-df-hj-np-tv-z]{4}", each) for each in seals)
    assert len(set(seals)) == len(LIBRARY.cards)


def test_a_signature_holds_for_the_words_that_were_signed() -> None:
    assert not is_changed(with_plank())
    assert is_changed(with_plank(purpose=Phrase("Trains your belly.")))
    assert is_changed(with_plank(body=PLANK.body._replace(stop_if=PLANK.body.stop_if[:1])))


def test_where_a_card_is_filed_breaks_no_seal() -> None:
    moved = with_plank(id=Phrase("plank-2"), number=99, tags=(), place=Place("other.yaml", 5))

    assert not is_changed(moved)


def test_a_signature_does_not_outlive_its_sources_or_its_figure() -> None:
    library = with_plank()
    key, figure = PLANK.evidence.sources[0], PLANK.picture.figure
    other = library.sources[key]._replace(year=1999)
    turned = replace(library.figures[figure], view=library.figures["squat"].view)

    assert is_changed(library._replace(sources={**library.sources, key: other}))
    assert is_changed(library._replace(figures={**library.figures, figure: turned}))


def test_what_to_do_is_part_of_a_warning_sign() -> None:
    card = next(card for card in LIBRARY.cards.values() if getattr(card.body, "tier", None) is Tier.EMERGENCY)
    tiers = {**LIBRARY.words["tiers"], "emergency": {"action": Phrase("Wait")}}

    changed = LIBRARY._replace(words={**LIBRARY.words, "tiers": tiers})
    assert seal(card, changed) != seal(card, LIBRARY)
    assert seal(PLANK, changed) == seal(PLANK, LIBRARY)


def told(card: Card, today: str) -> list[tuple[str, Place | None]]:
    return [(problem.name, problem.place) for problem in due([card], today, Level.ERROR)]


def test_reviews_that_do_not_hold_are_told_where_they_stand() -> None:
    card = replace(PLANK, review=signed("kbtd-mxqr"))
    changed = replace(card, review=card.review._replace(changed=True))

    assert told(card, "2027-03-05") == told(PLANK, "2027-03-05") == []
    assert told(card, "2027-03-06") == [("overdue-review", Place("plank.yaml", 9, 3))]
    assert told(changed, "2027-03-05") == [("changed-review", Place("plank.yaml", 9, 3))]


def test_cards_that_nobody_has_reviewed_are_counted_in_a_note() -> None:
    card = replace(PLANK, review=signed("kbtd-mxqr"))

    [note] = unreviewed([PLANK, card])
    assert (note.level, note.sentence) == (Level.NOTE, "1 of 2 cards awaits a first review.")
    assert list(unreviewed([card])) == []
