from __future__ import annotations

import pytest

from publisher.rules.texts import running_text, said, sentences, words
from tests.factories import a_card, a_phrase, the_library


def test_every_text_of_a_card_is_there_with_its_field() -> None:
    found = [(one.field, str(one.text)) for one in said(a_card(precautions=(a_phrase("Ask first."),)))]

    assert found[:3] == [
        ("title", "Heel press"),
        ("purpose", "Keeps the back of the thigh strong"),
        ("cue", "Heel heavy"),
    ]
    assert ("steps", "Press one heel down.") in found
    assert ("faults", "Press less.") in found
    assert ("easier", "Press half as hard.") in found
    assert ("precautions", "Ask first.") in found


def test_what_is_said_for_one_side_is_held_to_the_rules_and_is_not_read_beside_the_rest() -> None:
    card = the_library().cards["step-down"]
    found = [one.text for one in said(card) if one.instead]

    assert "Keep your {side} leg on the box." in found
    assert "Sink slowly. Heel taps floor." in found
    assert not set(found) & set(running_text(card))


def test_names_of_cards_and_poses_are_no_texts() -> None:
    """They are ids, which nobody reads."""
    for card in the_library().cards.values():
        assert not [one for one in said(card) if str(one.text) in the_library().cards and " " not in one.text], card.id


def test_a_title_is_not_read_as_running_text() -> None:
    card = a_card(title="Heel press")

    assert "Heel press" not in running_text(card)
    assert str(card.purpose) in running_text(card)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lift. Hold for 10 seconds.", ["Lift.", "Hold for 10 seconds."]),
        ("Back arching? Press less.", ["Back arching?", "Press less."]),
        ("pain runs down a leg", ["pain runs down a leg"]),
        ("Walk 1.5 km.", ["Walk 1.5 km."]),
        ("...", []),
    ],
)
def test_a_text_is_cut_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


def test_a_number_is_a_word_and_a_short_form_is_one() -> None:
    assert list(words("Don't hold for 10.5 seconds, or 3")) == ["Don't", "hold", "for", "10.5", "seconds", "or", "3"]
