"""Days, weeks and steps, as a plan writes them."""

from __future__ import annotations

import pytest

from publisher.library.plan_amounts import Days, StepOf, WeeksOf
from publisher.model.plan import Day, Step, Weeks
from tests.library.writing import names, refused, value


def test_days_stand_in_the_order_of_the_week() -> None:
    assert Days().read(value("[friday, monday]")) == (Day.MONDAY, Day.FRIDAY)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[mnday]", "unknown-day"),
        ("[Mond]", "unknown-day"),
        ("[monday, monday]", "same-day-twice"),
        (f"[{', '.join(['monday'] * 9)}]", "too-many-days"),
        ("[]", "too-few"),
        ("monday", "wrong-type"),
    ],
)
def test_days_that_are_none(text: str, name: str) -> None:
    assert names(refused(Days(), text)) == [name]


def test_a_day_that_is_nearly_right_is_shown_right() -> None:
    (problem,) = refused(Days(), "[thurday]")

    assert problem.hint.startswith("Did you mean `thursday`?")


def test_weeks() -> None:
    assert WeeksOf().read(value("3")) == Weeks(3, 3)
    assert WeeksOf().read(value("3 to 8")) == Weeks(3, 8)


@pytest.mark.parametrize(("text", "name"), [("8 to 3", "backwards-range"), ("3-8", "not-weeks"), ("1.5", "not-weeks")])
def test_weeks_that_are_none(text: str, name: str) -> None:
    assert names(refused(WeeksOf(), text)) == [name]


@pytest.mark.parametrize(
    ("text", "unit", "step"),
    [
        ("2", "", Step(2)),
        ("5 s", "s", Step(5)),
        ("5", "min", Step(5)),
        ("10 %", "s", Step(10, percent=True)),
        ("-5", "", Step(-5)),
    ],
)
def test_steps(text: str, unit: str, step: Step) -> None:
    assert StepOf(unit).read(value(f'"{text}"')) == step


@pytest.mark.parametrize(("text", "unit"), [("10 %", ""), ("5 min", "s"), ("a bit", "s"), ("1.5", "s"), ("9999", "")])
def test_steps_that_are_none(text: str, unit: str) -> None:
    assert names(refused(StepOf(unit), f'"{text}"')) == ["not-a-step"]


@pytest.mark.parametrize("text", ["[mon, fri]", "[Friday, Mon]", "[FRI, monday]"])
def test_days_may_be_short_and_in_capitals(text: str) -> None:
    assert Days().read(value(text)) == (Day.MONDAY, Day.FRIDAY)


def test_a_day_is_named_once_however_it_is_written() -> None:
    (problem,) = refused(Days(), "[mon, Monday]")

    assert problem.name == "same-day-twice"
