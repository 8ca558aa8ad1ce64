from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.library.reading import read_tree
from publisher.library.review_shapes import RESULTS
from publisher.model.printing import PrintSettings
from publisher.problems import InputError, Phrase
from publisher.review_sheets import form_of, review_sheet_of
from publisher.reviews import seal
from publisher.workshop import Choices
from tests.factories import the_library
from tests.pdf.checking import assert_conforming

LIBRARY = the_library()
CARDS = [LIBRARY.cards[name] for name in ("plank", "numb-between-your-legs", "steep-or-loose")]


def choices(paper: str | None = None) -> Choices:
    return Choices(paper, None, None, PrintSettings())


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sheet_is_a_conforming_file(paper: str) -> None:
    product = review_sheet_of(LIBRARY, CARDS, choices(paper))

    assert (product.name, product.pages > 1) == ("review-sheet.pdf", True)
    assert_conforming(product.content)
    assert review_sheet_of(LIBRARY, CARDS, choices(paper)).content == product.content


def test_a_card_that_does_not_fit_is_told() -> None:
    plank = LIBRARY.cards["plank"]
    long = replace(plank, body=plank.body._replace(start=Phrase("Lie down and wait. " * 12)))

    with pytest.raises(InputError, match="too long"):
        review_sheet_of(LIBRARY, [long], choices())


def test_the_form_is_read_again_once_it_is_filled_in() -> None:
    text = form_of(LIBRARY, CARDS, "answers.yaml")
    text = text.replace("reviewer:  ", "reviewer: A. Roe ").replace("date:  ", "date: 2026-03-05 ")
    text = text.replace("next:  ", "next: 2028-03-05 ").replace("answer:  ", "answer: yes ", 1)

    results = RESULTS.read(read_tree(text.encode(), "answers.yaml"))
    assert list(results.cards) == [card.id for card in CARDS]
    assert [answered.seal for answered in results.cards.values()] == [seal(card, LIBRARY) for card in CARDS]
    assert [answered.answer is None for answered in results.cards.values()] == [False, True, True]


def test_a_hostile_title_stays_in_its_comment() -> None:
    card = replace(CARDS[0], title=Phrase("x: [y] #z {file} - &a *b"))

    results = read_tree(form_of(LIBRARY, [card], "answers.yaml").encode(), "answers.yaml")
    assert list(results.fields["cards"][1].fields) == ["plank"]
