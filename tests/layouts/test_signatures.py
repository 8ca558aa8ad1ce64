from __future__ import annotations

from layouts import pocket
from layouts.signatures import longest, shorter
from publisher.model.card import Review
from publisher.words import Words
from tests.factories import POKER, a_card, a_phrase, a_setting, read, the_library

SIGNED = Review(a_phrase("A. Roe"), a_phrase("physiotherapist"), a_phrase("2026-03-05"), a_phrase("2028-03-05"))
LONG = SIGNED._replace(
    reviewed_by=a_phrase("Bartholomew Featherstonehaugh"), role=a_phrase("consultant physiotherapist")
)


def test_less_and_less_is_said_of_a_review_and_never_nothing() -> None:
    words = Words(the_library().words)

    assert [words.review(card.review) for [card] in shorter([a_card(review=SIGNED)])] == [
        "Reviewed by A. Roe, physiotherapist, 5 March 2026. Next review: March 2028",
        "Reviewed by A. Roe, physiotherapist, 5 March 2026",
        "Reviewed by A. Roe, 5 March 2026",
        "Reviewed by A. Roe, 2026",
    ]


def test_what_nobody_signed_is_drawn_once() -> None:
    assert len(list(shorter([a_card(), a_card(review=SIGNED._replace(changed=True))]))) == 1


def test_the_longest_that_fits_is_taken() -> None:
    drawn = []

    def draw(cards):
        drawn.append(cards)
        return [pocket.back(cards[0], a_setting(), POKER, 8)]

    [face] = longest(draw, [a_card(review=LONG)])
    assert face.fits
    assert 1 < len(drawn) < 5
    assert "Bartholomew Featherstonehaugh" in read(face)


def test_a_signature_costs_a_card_none_of_its_size() -> None:
    unsigned, signed = (pocket.draw(a_card(review=review), a_setting(), POKER, 9)[1] for review in (Review(), LONG))

    assert signed.fits == unsigned.fits
