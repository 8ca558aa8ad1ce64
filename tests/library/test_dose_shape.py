from __future__ import annotations

import pytest

from publisher.library.dose_shape import DOSE
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
