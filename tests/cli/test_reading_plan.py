"""A plan in a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publisher.cli.reading_plan import parts, table
from tests.factories import the_library, the_words
from tests.plans_at_hand import a_plan, a_run, the_plan, worked_out

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = the_words()


def told(plan: object) -> dict[str, list[str]]:
    return {
        part.label: [f"{line.lead} {line.text}".strip().replace("\u00a0", " ") for line in part.lines]
        for part in parts(plan, the_library(), WORDS)
    }


def test_every_week_is_a_line_and_every_line_as_long() -> None:
    lines = table(the_plan("downhill-build-up"), WORDS)

    assert len(lines) == 9
    assert len(set(map(len, lines))) == 1
    week = the_plan("downhill-build-up").weeks[0]
    minutes = [str(day.minutes) if day.items else "Rest" for day in week.days]
    minutes.insert(6, "(5)")
    assert lines[1].split() == ["Week", "1", *minutes, str(week.minutes)]


def test_a_day_without_anything_that_is_no_rest_day_is_free() -> None:
    assert table(worked_out(a_plan(a_run())), WORDS)[1].split()[2:5] == ["20", "Free", "Free"]


def test_a_session_says_its_days_minutes_and_numbers() -> None:
    said = told(the_plan())

    low, *_, high = the_plan().courses[0].minutes
    assert said["Strength A"][0] == f"Mon: {low} to {high} min"
    assert "Dead bug: 3 sets of 8, 3 sets of 10 from week 4, 3 sets of 12 from week 7." in said["Strength A"]
    assert said["Flat run"] == ["Tue, Sat: 20 to 30 min"]


def test_the_rules_are_told() -> None:
    plan = the_plan()
    said = told(plan)

    assert said["Each day"] == [str(text) for text in plan.plan.how]
    assert said["Pain"][2] == f"Over 5, or growing: {plan.plan.pain.stop}"
    assert said["Missed a week?"] == [str(plan.plan.missed_week)]


def test_what_brackets_mean_is_said_where_there_are_some() -> None:
    note = "In brackets, how many of the minutes lead downhill."

    shown = [line.text for part in parts(the_plan("downhill-build-up"), the_library(), WORDS) for line in part.lines]
    assert note in shown
    assert note not in str(told(the_plan()))


def test_a_plan_is_shown_and_listed(surefoot: Callable[..., object]) -> None:
    shown, listed = surefoot("show", "eight-weeks"), surefoot("list", "plans")

    assert shown.out.splitlines()[0] == "8 weeks for a runner’s back"
    assert shown.out.splitlines()[-1] == "Not yet reviewed by a physiotherapist"
    assert re.search(r"^eight-weeks .* 8 weeks, [0-9]+ to [0-9]+ minutes a week$", listed.out, re.MULTILINE)
