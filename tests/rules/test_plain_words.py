"""Each rule about words has good examples, which pass, and bad ones, which do not."""

from __future__ import annotations

import pytest

from publisher.model.card import Picture
from publisher.model.fillable import Fillable
from tests.factories import a_card, a_phrase
from tests.rules.breaking import breaks

GOOD_AND_BAD = [
    ("hard-word", "Firm your belly.", "Firm your abdominals."),
    ("hard-word", "Reach your arms forward.", "Flex your hips."),
    ("hard-word", "Train flexibly.", "Move in flexion."),  # a word inside another is another word
    ("short-form", "Do not hold your breath.", "Don't hold your breath."),
    ("short-form", "Use a runner's belt.", "It’s light."),
    ("short-form", "You cannot stop.", "You can't stop."),
    ("short-form", "Let us begin.", "Let’s begin."),
    ("number-in-words", "Count to 15.", "Count to thirteen."),
    ("dashed-range", "Hold for 8 to 12 seconds.", "Hold for 8–12 seconds."),
    ("dashed-range", "Do the 90/90 hip switch.", "Do 8 - 12."),
    ("dash", "Lift. Then hold.", "Lift – then hold."),
    ("dash", "Use a side-on stance.", "Lift - then hold."),
    ("number-in-words", "Lift 1 leg.", "Lift two fingers."),
    ("number-in-words", "Lift one leg.", "Do ten of them."),
    ("capitals", "Ask for an MRI.", "STOP at once."),
    ("capitals", "Ask your GP.", "DO NOT run."),
    ("marked-text", "Use 2 * 5 kg.", "Lift *slowly*."),
    ("marked-text", "If 3 < 5, go on.", "Lift it<br>."),
]


@pytest.mark.parametrize(("rule", "good", "bad"), GOOD_AND_BAD)
def test_good_words_pass_and_bad_ones_do_not(rule: str, good: str, bad: str) -> None:
    assert breaks(a_card(start=a_phrase(good)), rule) == []
    (problem,) = breaks(a_card(start=a_phrase(bad, 7)), rule)
    assert problem.place is not None
    assert problem.place.line == 7
    assert problem.hint


def test_what_is_heard_of_one_side_is_held_against_the_rules_too() -> None:
    alt = Fillable("The leg is lifted high.", one_side=a_phrase("The {side} leg is in flexion.", 7))
    (problem,) = breaks(a_card(picture=Picture(a_phrase("heel-raise"), alt)), "hard-word")

    assert problem.place is not None
    assert problem.place.line == 7


def test_a_number_to_call_is_no_word_of_a_card() -> None:
    assert len(breaks(a_card(start=a_phrase("Call 999 or go to A&E.")), "telephone-number")) == 2
    assert breaks(a_card(start=a_phrase("Call the emergency number.")), "telephone-number") == []


def test_a_hard_word_is_told_with_the_plain_one() -> None:
    (problem,) = breaks(a_card(purpose=a_phrase("Trains your abdominals.")), "hard-word")

    assert problem.sentence == "`abdominals` is a hard word."
    assert problem.hint == "Write `belly`."


@pytest.mark.parametrize("title", ["Heel press", "90/90 hip switch", "Figure four stretch"])
def test_titles_like_sentences_pass(title: str) -> None:
    assert breaks(a_card(title=title), "heading-style") == []
    assert breaks(a_card(title=title), "number-in-words") == []


@pytest.mark.parametrize("title", ["Heel Press", "Sore heels?", "Heel press."])
def test_titles_like_headlines_do_not(title: str) -> None:
    assert len(breaks(a_card(title=title), "heading-style")) == 1
