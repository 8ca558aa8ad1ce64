from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.colour import Colour
from publisher.library.amounts import ColourOf, Flag, Number, RangeOf, Seconds, Time, Whole
from publisher.model.dose import Range
from tests.library.writing import names, refused, value


@pytest.mark.parametrize(("text", "seconds"), [
    ("60", (60, 60)), ("60 s", (60, 60)), ("1 min 30 s", (90, 90)), ("2 min", (120, 120)), ("1.5 min", (90, 90)),
    ("30 to 60 s", (30, 60)), ("30 to 60", (30, 60)), ("1 to 2 min", (60, 120)), ("30 s to 1 min", (30, 60)),
    ("45 to 1 min 30 s", (45, 90)), ("1 min to 1 min 30 s", (60, 90)),
])  # fmt: skip
def test_times_are_seconds(text: str, seconds: tuple[float, float]) -> None:
    assert Time().read(value(text)) == Range(*seconds)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1:30", "Write `1 min 30 s`."),
        ("2:00", "Write `2 min`."),
        ("30-60 s", "Write `30 to 60 s`."),
        ("half a minute", "Write `60 s`, `1 min 30 s` or `30 to 60 s`."),
        ("60s", "Write `60 s`, `1 min 30 s` or `30 to 60 s`."),
    ],
)
def test_another_way_to_write_a_time_is_shown_the_right_one(text: str, hint: str) -> None:
    (problem,) = refused(Time(), text)

    assert (problem.name, problem.hint) == ("not-a-time", hint)


@pytest.mark.parametrize(
    ("shape", "text", "name"),
    [
        (Number(0, 10), "1e3", "not-a-number"),
        (Number(0, 10), "-1", "not-a-number"),
        (Number(0, 10), "٣", "not-a-number"),
        (Number(0, 10), "nan", "not-a-number"),
        (Number(0, 10), "1,5", "not-a-number"),
        (Number(0, 10), "11", "out-of-range"),
        (Number(0, 10), "9" * 60, "not-a-number"),
        (Whole(1, 3), "1.5", "not-a-number"),
        (Whole(1, 3), "4", "out-of-range"),
        (RangeOf(1, 20), "12 to 8", "backwards-range"),
        (RangeOf(1, 20), "8 - 12", "not-a-range"),
        (RangeOf(1, 20), "8 to 30", "out-of-range"),
        (Time(60), "2 min", "out-of-range"),
        (Seconds(), "3 to 4", "not-a-time"),
        (Flag(), "y", "not-yes-or-no"),
        (ColourOf(), '"#fff"', "not-a-colour"),
        (ColourOf(), "red", "not-a-colour"),
    ],
)
def test_what_does_not_fit_is_refused(shape: Number, text: str, name: str) -> None:
    assert names(refused(shape, text)) == [name]


def test_a_dash_is_shown_as_a_range() -> None:
    assert refused(RangeOf(1, 20), "8-12")[0].hint == "Write `8 to 12`."
    assert refused(RangeOf(1, 20), "8–12")[0].hint == "Write `8 to 12`."


def test_numbers_are_what_they_say() -> None:
    assert Number(0, 100).read(value("63.5")) == 63.5
    assert Whole(1, 99).read(value("08")) == 8
    assert RangeOf(1, 20).read(value("8 to 12")) == Range(8, 12)
    assert RangeOf(1, 20).read(value("8")) == Range(8, 8)
    assert ColourOf().read(value('"#0B5f5C"')) == Colour(0x0B, 0x5F, 0x5C)
    assert [Flag().read(value(text)) for text in ("yes", "no", "true", "false")] == [True, False, True, False]


@given(st.integers(0, 3600), st.integers(0, 3600))
def test_a_range_of_times_comes_back(one: int, other: int) -> None:
    low, high = sorted((one, other))

    assert Time().read(value(f"{low // 60} min {low % 60} s to {high // 60} min {high % 60} s")) == Range(low, high)
