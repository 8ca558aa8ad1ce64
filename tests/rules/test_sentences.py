from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.rules.sentences import LONGEST, LONGEST_STEP, MOST_SECONDS, WORDS_A_MINUTE, reading_seconds
from tests.factories import a_card, a_phrase, phrases
from tests.rules.breaking import breaks

if TYPE_CHECKING:
    from publisher.model.card import Card


def a_text(count: int) -> str:
    """So many short words in one sentence."""
    return " ".join(["Push", *["heels"] * (count - 1)]) + "."


def test_a_sentence_has_a_longest() -> None:
    assert breaks(a_card(start=a_phrase(a_text(LONGEST))), "long-sentence") == []
    (problem,) = breaks(a_card(start=a_phrase(a_text(LONGEST + 1))), "long-sentence")
    assert problem.sentence == f"this sentence has {LONGEST + 1} words; {LONGEST} are the most."


def test_a_step_has_a_longest_over_all_its_sentences() -> None:
    good, bad = (a_phrase(" ".join(["Push the heel."] * count)) for count in (LONGEST_STEP // 3, LONGEST_STEP // 3 + 1))

    assert breaks(a_card(steps=(good,)), "long-step") == []
    assert len(breaks(a_card(steps=(bad,)), "long-step")) == 1


@pytest.mark.parametrize("text", ["Lift your hips.", "Have your hips lifted.", "Be tall."])
def test_telling_somebody_what_to_do_passes(text: str) -> None:
    assert breaks(a_card(cue=a_phrase(text)), "passive") == []


@pytest.mark.parametrize("text", ["Your hips are lifted.", "The knee is held still."])
def test_telling_what_is_done_is_noted(text: str) -> None:
    assert len(breaks(a_card(cue=a_phrase(text)), "passive")) == 1


def test_the_passive_may_stand_where_nothing_is_asked() -> None:
    assert breaks(a_card(purpose=a_phrase("This was tested in runners.")), "passive") == []


def test_easy_cards_pass_both_grades() -> None:
    assert breaks(a_card(), "hard-to-read") == breaks(a_card(), "too-hard-to-read") == []


def a_hard_card(sentence: str) -> Card:
    """A card that says nothing else."""
    text = a_phrase(sentence)
    parts = dict.fromkeys(("purpose", "cue", "start", "feel", "not_feel", "breathing", "move_on"), text)
    return a_card(**parts, steps=[sentence] * 3, stop_if=(text,), faults=(), easier=None, harder=None)


def test_a_card_of_long_words_is_told_once() -> None:
    card = a_hard_card("Incorporate progressive muscular rehabilitation activities.")

    assert len(breaks(card, "too-hard-to-read")) == len(breaks(card, "long-words")) == 1
    assert breaks(card, "hard-to-read") == []


def test_a_card_that_is_a_little_hard_is_warned_of() -> None:
    card = a_hard_card("Worry can make your sore back feel even worse every evening after running.")

    assert len(breaks(card, "hard-to-read")) == 1
    assert breaks(card, "too-hard-to-read") == []


def test_a_card_that_takes_long_to_read_is_noted() -> None:
    many = MOST_SECONDS * WORDS_A_MINUTE // 60
    card = a_card(start=a_phrase(a_text(many)))

    assert reading_seconds(card) > MOST_SECONDS
    assert len(breaks(card, "long-read")) == 1
    assert breaks(a_card(), "long-read") == []


def test_a_list_has_at_most_six_lines() -> None:
    assert breaks(a_card(stop_if=phrases(["it hurts"] * 6)), "long-list") == []
    (problem,) = breaks(a_card(stop_if=phrases(["it hurts"] * 7, 40)), "long-list")
    assert problem.sentence == "`stop_if` has 7 lines; 6 are the most."
    assert problem.place is not None
    assert problem.place.line == 46
