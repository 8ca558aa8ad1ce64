"""A dose knows how long it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model.dose import Dose, Range, Sides, Tempo

ONE = Range(1, 1)
COUNTS = st.integers(1, 60)
RANGES = st.tuples(COUNTS, COUNTS).map(lambda ends: Range(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("dose", "seconds"),
    [
        (Dose(Range(3, 3), reps=Range(10, 10)), (90, 90)),
        (Dose(Range(3, 3), reps=Range(8, 10)), (72, 90)),
        (Dose(ONE, reps=Range(10, 10), sides=Sides.LEG), (60, 60)),
        (Dose(Range(2, 3), seconds=Range(30, 30)), (64, 96)),
        (Dose(Range(2, 2), seconds=Range(30, 30), rest=Range(60, 60)), (124, 124)),
        (Dose(ONE, reps=Range(5, 5), hold=Range(10, 10)), (60, 60)),
        (Dose(Range(2, 2), reps=Range(10, 10), tempo=Tempo(3, 1, 1)), (100, 100)),
    ],
)
def test_the_whole_dose_counts_work_sides_and_rest(dose: Dose, seconds: tuple[float, float]) -> None:
    assert dose.total_seconds() == Range(*seconds)


@pytest.mark.parametrize(("seconds", "minutes"), [(10, 1), (88, 2), (300, 5), (3600, 60)])
def test_minutes_are_whole_and_at_least_one(seconds: float, minutes: int) -> None:
    assert Dose(ONE, seconds=Range(seconds, seconds)).minutes() == minutes


@given(RANGES, RANGES, RANGES, st.sampled_from(Sides))
def test_the_least_is_never_more_than_the_most(sets: Range, reps: Range, rest: Range, sides: Sides) -> None:
    total = Dose(sets, reps=reps, rest=rest, sides=sides).total_seconds()

    assert 0 < total.low <= total.high


@given(RANGES, RANGES)
def test_both_sides_take_twice_as_long(sets: Range, reps: Range) -> None:
    once, twice = Dose(sets, reps=reps).total_seconds(), Dose(sets, reps=reps, sides=Sides.SIDE).total_seconds()

    assert (twice.low, twice.high) == (2 * once.low, 2 * once.high)
