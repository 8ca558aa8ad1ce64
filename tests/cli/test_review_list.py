from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher.reviews import seal
from tests.factories import the_library


@pytest.fixture
def signed(surefoot):
    """A library of my own in which the plank is signed and the bird-dog was signed for other words."""
    Path("mine/cards").mkdir(parents=True)
    right = seal(the_library().cards["plank"], the_library())
    for name, mark in (("plank", right), ("bird-dog", "bbbb-cccc")):
        review = f"{{reviewed_by: A. Roe, date: 2026-03-05, next: 2028-03-05, seal: {mark}}}"
        Path(f"mine/cards/{name}.yaml").write_text(f"extends: {name}\nreview: {review}\n", "utf-8")
    return lambda *words: surefoot("review", *words, "--library", "mine")


def test_cards_are_listed_by_what_they_need(signed) -> None:
    out = signed("plank", "bird-dog", "dead-bug", "--today", "2026-04-01").out

    assert out == (
        "Changed since they were reviewed (1)\n"
        "  S3  bird-dog  Bird-dog  A. Roe, 2026-03-05, due 2028-03-05\n\n"
        "Awaiting a first review (1)\n"
        "  S11  dead-bug  Dead bug\n\n"
        "2 of 3 cards need a review. To print a sheet: surefoot review sheet\n"
    )


def test_a_review_is_overdue_from_the_day_after(signed) -> None:
    assert signed("plank", "--today", "2028-03-05").out == (
        "The reviews of all 1 cards hold. The first is due again on 2028-03-05.\n"
    )
    assert signed("plank", "--today", "2028-03-06").out.startswith("Overdue (1)\n  S1  plank  Plank  A. Roe")


def test_programs_get_every_card_with_its_seal(signed) -> None:
    found = {card["id"]: card for card in json.loads(signed("--json", "--today", "2026-04-01").out)}

    assert len(found) == len(the_library().cards)
    assert (found["plank"]["review"], found["plank"]["reviewed_by"]) == ("holds", "A. Roe")
    assert (found["bird-dog"]["review"], found["dead-bug"]["review"]) == ("changed", "awaited")
    assert found["dead-bug"]["seal"] == seal(the_library().cards["dead-bug"], the_library())


def test_the_word_list_may_be_said(signed) -> None:
    assert signed("list", "dead-bug").out == signed("dead-bug").out
