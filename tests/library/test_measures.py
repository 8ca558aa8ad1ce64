from __future__ import annotations

import pytest

from publisher.library.measures import Pin, Real, Reals, Spot
from tests.library.writing import names, refused, value

ANGLE = Real(-90, 90, "degrees", "an angle")


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("-12", -12), ("0.25", 0.25), ("-0.42", -0.42), ('"7"', 7)])
def test_a_number_may_be_negative(text: str, number: float) -> None:
    assert ANGLE.read(value(text)) == number


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("-.42", "-0.42"),
        (".5", "0.5"),
        ("+5", "5"),
        ("3.", "3"),
        ("90°", "90"),
        ("-90 degrees", "-90"),
        ("45deg", "45"),
    ],
)
def test_nearly_a_number_is_told_how_it_is_written(text: str, better: str) -> None:
    (problem,) = refused(ANGLE, text)

    assert problem.name == "not-an-angle"
    assert problem.hint == f"Write `{better}`."


@pytest.mark.parametrize("text", ["ninety", "1e2", '"-"', ".", "1:30", "٣", "0x10", "nan"])
def test_what_is_no_number_is_refused(text: str) -> None:
    (problem,) = refused(ANGLE, text)

    assert problem.name == "not-an-angle"
    assert "such as `-12`" in problem.hint


def test_a_length_that_is_no_number_is_not_called_an_angle() -> None:
    assert names(refused(Real(0, 1), "wide")) == ["not-a-number"]


@pytest.mark.parametrize("text", ["-91", "90.5"])
def test_a_number_lies_between_its_limits(text: str) -> None:
    (problem,) = refused(ANGLE, text)

    assert problem.name == "out-of-range"
    assert problem.hint == "Write a number from -90 to 90."


def test_a_place_has_three_numbers() -> None:
    assert Spot().read(value("[0.3, 0, -0.1]")) == (0.3, 0.0, -0.1)
    assert names(refused(Spot(), "[0.3, 0]")) == ["too-few"]
    assert names(refused(Spot(), "[0.3, 0, 0, 0]")) == ["too-many"]
    assert names(refused(Spot(), "0.3")) == ["wrong-type"]


def test_every_wrong_number_of_a_list_is_told() -> None:
    assert names(refused(Spot(), "[a, 9, 0]")) == ["not-a-number", "out-of-range"]


def test_a_gap_leaves_a_coordinate_free() -> None:
    assert Pin(("x", "y", "z")).read(value("[0.3, null, ~]")) == (0.3, None, None)
    assert names(refused(Spot(), "[0.3, null, 0]")) == ["no-value"]


def test_a_list_may_be_shorter_where_the_rest_is_usual() -> None:
    pair = Reals(Real(0, 2), ("length", "width"), least=1)

    assert pair.read(value("[1.5]")) == (1.5,)
    assert "length, width" in refused(pair, "[1, 1, 1]")[0].sentence
