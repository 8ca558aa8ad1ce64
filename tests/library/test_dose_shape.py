from __future__ import annotations

import pytest

from publisher.library.dose_shape import DOSE, TEMPO
from publisher.model.dose import Dose, Range, Sides, Tempo
from tests.library.writing import names, refused, value


def test_a_dose_is_numbers() -> None:
    text = "{sets: 3, reps: 8 to 12, tempo: {down: 3, pause: 0, up: 1}, sides: leg, rest: 1 min, days_a_week: 2 to 3}"

    assert DOSE.read(value(text)) == Dose(
        sets=Range(3, 3),
        reps=Range(8, 12),
        tempo=Tempo(3, 0, 1),
        sides=Sides.LEG,
        rest=Range(60, 60),
        days_a_week=Range(2, 3),
    )


@pytest.mark.parametrize("text", ["{sets: 3}", "{sets: 3, reps: 8, seconds: 30}", "{sets: 3, hold: 5, reps: null}"])
def test_a_dose_counts_or_times(text: str) -> None:
    assert names(refused(DOSE, text)) == ["dose-without-amount"]


def test_no_week_has_eight_days() -> None:
    assert names(refused(DOSE, "{sets: 3, reps: 8, days_a_week: 8}")) == ["out-of-range"]


@pytest.mark.parametrize("text", ["3-0-1", "3/0/1", "{down: 3, pause: 0, up: 1}"])
def test_a_tempo_is_three_times_in_short_or_by_name(text: str) -> None:
    assert TEMPO.read(value(text)) == Tempo(3, 0, 1)


def test_all_parts_that_a_tempo_lacks_are_told_at_once() -> None:
    assert names(refused(TEMPO, "{down: 3}")) == ["missing-field", "missing-field"]
    assert names(refused(TEMPO, "3-0")) == ["not-a-tempo"]
    assert names(refused(TEMPO, "3-0-999")) == ["out-of-range"]
