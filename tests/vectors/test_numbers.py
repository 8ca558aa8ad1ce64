from __future__ import annotations

import pytest

from publisher.vectors.complaints import NotTakenError
from publisher.vectors.numbers import MOST_NUMBERS, Scanner, all_of, length


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 2", [1, 2]),
        ("1,2", [1, 2]),
        (" 1 , 2\n", [1, 2]),
        ("1-2", [1, -2]),
        (".5.5", [0.5, 0.5]),
        ("1e2+3", [100, 3]),
        ("-1.25E-2", [-0.0125]),
        ("", []),
    ],
)
def test_numbers_stand_as_close_as_they_can(text: str, found: list[float]) -> None:
    assert all_of(text) == found


@pytest.mark.parametrize("text", ["1;2", "one", "1e999", "2000000", "nan", "inf", "0x10", "1,,2", "\u0661"])
def test_what_is_no_number_of_a_page_is_refused(text: str) -> None:
    with pytest.raises(NotTakenError):
        all_of(text)


def test_there_is_an_end_to_numbers() -> None:
    with pytest.raises(NotTakenError):
        all_of("1 " * (MOST_NUMBERS + 1))


def test_flags_may_stand_close_to_what_follows() -> None:
    scanner = Scanner("01.5")

    assert [scanner.flag(), scanner.flag(), scanner.number()] == [False, True, 0.5]


@pytest.mark.parametrize(("text", "pixels"), [("12", 12), ("12px", 12), ("1in", 96), ("25.4mm", 96), ("3pt", 4)])
def test_lengths_are_told_in_the_units_of_programs_for_drawing(text: str, pixels: float) -> None:
    assert length(text) == pytest.approx(pixels)


@pytest.mark.parametrize("text", ["50%", "1em", "", "px", ".", "12 px 3"])
def test_a_length_that_hangs_on_something_else_is_refused(text: str) -> None:
    with pytest.raises(NotTakenError):
        length(text)
