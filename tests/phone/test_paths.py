"""Paths in few letters lie where the paths lie."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.drawing import Path
from publisher.phone.paths import FINE, moves, steps

NUMBER = re.compile(r"-?\d+")
TAKES = {"m": 2, "l": 2, "q": 4, "c": 6}


def ends(told: str) -> list[tuple[int, int]]:
    """Where every piece ends, as a browser reads it."""
    at, begun, found = (0, 0), (0, 0), []
    for letter, said in re.findall(r"([mlqcz])([^mlqcz]*)", told):
        if letter == "z":
            at = begun
            continue
        numbers = [int(number) for number in NUMBER.findall(said)]
        assert len(numbers) % TAKES[letter] == 0
        for start in range(0, len(numbers), TAKES[letter]):
            x, y = numbers[start : start + TAKES[letter]][-2:]
            at = (at[0] + x, at[1] + y)
            begun = at if letter == "m" else begun
            found.append(at)
    return found


@pytest.mark.parametrize(
    ("segments", "told"),
    [
        ([("M", (1, 1)), ("L", (2, 1)), ("L", (2, 3)), ("Z", ())], "m10 10l10 0 0 20z"),
        ([("M", (0, 0)), ("C", (1, 0, 2, 0, 3, 0))], "m0 0l30 0"),
        ([("M", (0, 0)), ("C", (2, 4, 4, 4, 6, 0))], "m0 0q30 60 60 0"),
        ([("M", (0, 0)), ("C", (0, 9, 9, 9, 9, -5))], "m0 0c0 90 90 90 90-50"),
        ([("M", (1, 1)), ("L", (2, 2)), ("Z", ()), ("M", (3, 3)), ("L", (4, 3))], "m10 10l10 10zm20 20l10 0"),
    ],
)
def test_a_curve_is_as_simple_as_it_may_be(segments, told) -> None:
    fine = tuple((verb, tuple(10 * value / FINE for value in numbers)) for verb, numbers in segments)

    assert steps(Path(fine), 0, 0) == told


def test_coarser_steps_end_at_the_same_places() -> None:
    path = Path((("M", (1.0, 1.0)), ("L", (2.26, 3.0)), ("Z", ()), ("L", (4.0, 1.0))))

    found = [*moves(path, 1, 1, 4)]

    assert found == [("m", (0, 0)), ("l", (5, 8)), ("z", ()), ("l", (12, 0))]


@given(st.lists(st.tuples(*[st.floats(-200, 200)] * 6), min_size=1, max_size=20), st.floats(-50, 50))
def test_errors_do_not_add_up(curves, left) -> None:
    path = Path((("M", (0.0, 0.0)), *(("C", curve) for curve in curves)))

    last = ends(steps(path, left, 0))[-1]

    assert last[0] == pytest.approx((curves[-1][4] - left) * FINE, abs=1)
    assert last[1] == pytest.approx(curves[-1][5] * FINE, abs=1)
