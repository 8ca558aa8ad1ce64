"""What a picture says to somebody who does not see it."""

from __future__ import annotations

import pytest

from publisher.model.card import Movement
from publisher.phone.alternatives import alternative, dose_in_words, routine
from tests.factories import a_dose, the_cards, the_library, the_words


def said(card: str) -> list[str]:
    return alternative(the_library().cards[card], the_words()).text.splitlines()


def test_a_movement_is_told_from_its_title_to_its_reasons_to_stop() -> None:
    card, lines = the_library().cards["hip-bridge"], said("hip-bridge")

    assert lines[0] == "S4 Hip bridge."
    assert f"Picture: {card.picture.alt}" in lines
    assert next(line for line in lines if line.startswith("Dose: ")).startswith(
        "Dose: 3 sets, 8 to 12 times, 2 to 3 days"
    )
    assert [line for line in lines if line[:2] in {"1.", "2.", "3.", "4."}] == [
        f"{number}. {step.text}" for number, step in enumerate(card.body.steps, 1)
    ]
    assert lines[-2].startswith("Stop if pain grows")
    assert lines[-1] == "Weak leg, or numb between legs? Get help now."


@pytest.mark.parametrize("card", the_cards("phone-cards"), ids=lambda card: str(card.id))
def test_every_card_has_a_title_and_says_when_to_stop(card: object) -> None:
    found = alternative(card, the_words())

    assert found.title == f"{the_words().number_of(card)} {card.title}"
    assert found.language == "en"
    assert ".." not in found.text
    stop = getattr(card.body, "stop_if", ())
    assert not stop or f"Stop if {the_words().stop_if(stop)}" in found.text
    assert not isinstance(card.body, Movement) or "Dose: " in found.text


def test_the_other_kinds_say_what_to_do() -> None:
    assert "Call 112 or go to hospital now. Do not wait for morning. Do not drive yourself." in said("trouble-peeing")
    assert any(line.startswith("Mistake: Do not ") for line in said("sitting-back"))
    assert any(line.startswith("Do not ") for line in said("look-ahead"))
    assert any(line.startswith("So: ") for line in said("leaning-back"))
    assert any(line.startswith("Do not ") for line in said("insoles"))


def test_a_dose_in_words_has_its_figures_and_its_notes() -> None:
    assert dose_in_words(a_dose(), the_words()) == "3 sets, 8 to 10 times a side, 3 days a week."


def test_a_routine_names_its_cards_with_their_doses() -> None:
    found = routine("Today", the_cards("starter"), the_words())

    assert found.title == "Today"
    assert found.text.splitlines()[:2] == ["Today.", "S4 Hip bridge. 3 sets of 8 to 12."]
