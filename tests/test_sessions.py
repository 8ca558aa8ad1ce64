"""How long a session takes."""

from __future__ import annotations

from publisher.model.dose import Range, Sides
from publisher.sessions import minutes_of, whole_minutes
from tests.factories import a_card, a_dose, the_library

PLAIN = a_dose(sets=Range(1, 1), sides=Sides.NONE, reps=Range(10, 10))  # 30 seconds


def test_a_session_takes_as_long_as_its_doses_one_after_another() -> None:
    card = a_card(dose=PLAIN)

    assert minutes_of([card, card]) == 1
    assert minutes_of([card, card, card]) == 2


def test_the_middle_of_a_range_counts() -> None:
    assert whole_minutes([PLAIN._replace(reps=Range(10, 50))]) == 2  # 30 to 150 seconds


def test_a_card_without_a_dose_takes_no_time() -> None:
    cards = the_library().cards

    assert minutes_of([cards["dark-pee"], cards["sit-and-stand-well"]]) == 0


def test_nothing_takes_no_time() -> None:
    assert minutes_of([]) == 0
