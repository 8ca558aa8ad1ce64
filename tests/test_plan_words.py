"""A plan in words."""

from __future__ import annotations

import pytest

from publisher.model.dose import Range, Sides
from publisher.model.plan import Weeks
from publisher.plan_words import (
    change_said,
    dose_said,
    downhill_said,
    grown_said,
    length_said,
    minutes_said,
    only_in,
    weeks_said,
)
from tests.factories import a_dose, the_words

WORDS = the_words()
PLAIN = a_dose(reps=Range(8, 8), sides=Sides.NONE)
HELD = a_dose(sets=Range(4, 4), reps=None, seconds=Range(10, 10))


def read(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_weeks() -> None:
    assert weeks_said(WORDS, Weeks(3, 3)) == "Week 3"
    assert weeks_said(WORDS, Weeks(3, 8)) == "Weeks 3 to 8"


@pytest.mark.parametrize(
    ("weeks", "said"),
    [(Weeks(1, 2), "to week 2"), (Weeks(3, 8), "from week 3"), (Weeks(3, 5), "weeks 3 to 5"), (Weeks(4, 4), "week 4")],
)
def test_which_weeks_a_session_is_for(weeks: Weeks, said: str) -> None:
    assert only_in(WORDS, weeks, 8) == said


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (PLAIN, "3 sets of 8"),
        (PLAIN._replace(reps=Range(8, 12)), "3 sets of 8 to 12"),
        (HELD, "4 sets of 10 s"),
        (PLAIN._replace(sets=Range(1, 1), reps=Range(8, 10)), "8 to 10 times"),
        (HELD._replace(sets=Range(1, 1), seconds=Range(300, 300)), "5 min"),
    ],
)
def test_a_dose_in_short(dose: object, said: str) -> None:
    assert read(dose_said(WORDS, dose)) == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (PLAIN, PLAIN, "same"),
        (PLAIN, PLAIN._replace(reps=Range(10, 10)), "of 10"),
        (HELD, HELD._replace(sets=Range(5, 5)), "5 sets"),
        (HELD, HELD._replace(seconds=Range(15, 15)), "4 sets of 15 s"),
        (PLAIN, PLAIN._replace(sets=Range(4, 4), reps=Range(10, 10)), "4 sets of 10"),
    ],
)
def test_what_changes_in_a_dose(before: object, after: object, said: str) -> None:
    assert read(change_said(WORDS, before, after)) == said


def test_how_long() -> None:
    assert read(minutes_said(WORDS, [14, 16, 17])) == "14 to 17 min"
    assert read(minutes_said(WORDS, [4])) == "4 min"
    assert read(downhill_said(WORDS, [30, 30], [5, 15])) == "5 to 15 of 30 min downhill"
    assert read(downhill_said(WORDS, [30], [5])) == "5 of 30 min downhill"
    assert read(grown_said(WORDS, [1, 3, 6], [20, 25, 30])) == "20 min, 25 from week 3, 30 from week 6"
    assert read(grown_said(WORDS, [1, 4], [20, 20])) == "20 min"
    assert read(length_said(WORDS, [120, 134, 147])) == "3 weeks, 120 to 147 minutes a week"
