"""A programme in words."""

from __future__ import annotations

import datetime as dt

import pytest

from publisher.model.dose import Range
from publisher.model.plan import Day
from publisher.model.programme import DosePart, Side
from publisher.problems import Phrase
from publisher.programme_words import changes_said, times_said
from publisher.programmes import changes, exercises_of
from tests.factories import the_library, the_words
from tests.programmes_at_hand import a_programme, an_exercise

FIRST, LAST = dt.date(2026, 3, 2), dt.date(2026, 3, 30)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, ""),
        ({"side": Side.RIGHT}, "Right side only."),
        ({"days": (Day.MONDAY,)}, "On Monday."),
        ({"days": (Day.MONDAY, Day.THURSDAY, Day.SATURDAY)}, "On Monday, Thursday and Saturday."),
        ({"start": FIRST}, "From 2 March 2026."),
        ({"stop": LAST}, "Until 30 March 2026."),
        ({"start": FIRST, "stop": LAST}, "From 2 March 2026 to 30 March 2026."),
        ({"note": Phrase("Slowly.")}, "Slowly."),
        ({"side": Side.LEFT, "note": Phrase("Slowly.")}, "Left side only. Slowly."),
    ],
)
def test_side_days_dates_and_note_are_sentences(given: dict[str, object], said: str) -> None:
    assert times_said(the_words(), an_exercise("plank", **given)) == said


def told(before: object, after: object) -> list[str]:
    cards = the_library().cards
    return changes_said(the_words(), changes(exercises_of(before, cards), exercises_of(after, cards)))


def test_new_ones_and_those_that_are_done_with_are_one_line_each() -> None:
    before = a_programme(*map(an_exercise, ("plank", "superman", "bird-dog")))
    after = a_programme(*map(an_exercise, ("plank", "step-up", "dead-bug")))

    assert told(before, after) == ["New: Step-up with knee lift and Dead bug.", "No more: Bird-dog and Superman."]


def test_a_dose_is_told_as_it_is_and_as_it_was() -> None:
    before = a_programme(an_exercise("step-down", dose=DosePart(sets=Range(2, 2), reps=Range(8, 8))))
    after = a_programme(
        an_exercise("step-down", dose=DosePart(sets=Range(3, 3), reps=Range(8, 8), load=Phrase("2 kg")))
    )

    assert told(before, after) == ["Step-down: now 3 sets of 8, 2 kg. It was 2 sets of 8."]


def test_a_side_that_is_new_is_told() -> None:
    before, after = a_programme(an_exercise("side-plank")), a_programme(an_exercise("side-plank", side=Side.LEFT))

    assert told(before, after) == ["Side plank on knees: Left side only."]
