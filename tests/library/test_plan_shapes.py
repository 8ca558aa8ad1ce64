"""What a plan may say, and what it may not."""

from __future__ import annotations

import pytest

from publisher.library.plan_shapes import PLAN
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.model.plan import Growth, Minutes, Step, Weeks

PLAIN = """\
id: mine
title: My weeks
group: strength
weeks: 8
rest_days: [sunday]
how: [Go gently.]
pain: {carry_on: Go on., ease_off: Do less., stop: Stop.}
missed_week: Do it again.
evidence: {level: common-practice, sources: [smith-2020]}
sessions:
"""
RUN = "  - {name: Run, group: form, days: [monday], run: {minutes: %s}}\n"
DECK = "  - {name: Legs, group: strength, days: [monday], deck: legs, %s}\n"


def read(sessions: str, plain: str = PLAIN) -> object:
    return PLAN.read(read_tree((plain + sessions).encode(), "mine.yaml"))


def wrong(sessions: str, plain: str = PLAIN) -> list[str]:
    with pytest.raises(Refused) as caught:
        read(sessions, plain)
    return [problem.name for problem in caught.value.problems]


def test_a_run_may_be_a_plain_number_of_minutes() -> None:
    assert read(RUN % "30").sessions[0].run.minutes == Minutes(30)


def test_minutes_may_grow() -> None:
    minutes = read(RUN % "{start: 20, add: 10 %, every: 2, from_week: 3, most: 30}").sessions[0].run.minutes

    assert minutes == Minutes(20, Step(10, percent=True), 2, 3, 30)


def test_doses_may_grow() -> None:
    session = read(DECK % "weeks: 2 to 4, grows: {reps: 2, hold: 5 s}").sessions[0]

    assert (session.weeks, session.grows) == (Weeks(2, 4), Growth(reps=Step(2), hold=Step(5)))


def test_a_plan_is_not_reviewed_until_somebody_has() -> None:
    assert read(RUN % "30").review.reviewed_by is None


@pytest.mark.parametrize(
    ("sessions", "names"),
    [
        (RUN % "{start: 20, add: 5}", ["growth-never-ends"]),
        (RUN % "{start: 20, add: 0, most: 30}", ["growth-never-ends"]),
        (RUN % "{start: 20, add: -5, most: 30}", ["growth-to-nothing"]),
        (RUN % "{start: 20, add: -10 %, most: 30}", ["growth-to-nothing"]),
        (RUN % "{start: 20, add: 5, most: 10}", ["most-below-start"]),
        (RUN % "{start: 20, add: 5, from_week: 9, most: 30}", ["week-outside-plan"]),
        (DECK % "grows: {reps: 0}", ["growth-never-ends"]),
        (DECK % "grows: {sets: -1}", ["growth-to-nothing"]),
        (DECK % "grows: {every: 2}", ["growth-of-nothing"]),
        (DECK % "grows: {reps: 2, from_week: 9}", ["week-outside-plan"]),
        (DECK % "weeks: 7 to 9", ["week-outside-plan"]),
        (DECK % "weeks: 0 to 2", ["week-outside-plan"]),
        (DECK % "cards: [plank]", ["session-of-one-thing"]),
        ("  - {name: Legs, group: strength, days: [monday]}\n", ["session-of-one-thing"]),
        (RUN % "20" + RUN % "30", ["same-session-twice"]),
        (RUN.replace("monday", "sunday") % "20", ["session-on-rest-day"]),
        ("  []\n", ["too-few"]),
    ],
)
def test_what_a_plan_may_not_say(sessions: str, names: list[str]) -> None:
    assert wrong(sessions) == names


def test_a_run_does_not_grow_in_reps() -> None:
    assert wrong("  - {name: Run, group: form, days: [monday], run: {minutes: 20}, grows: {reps: 2}}\n") == [
        "growth-of-nothing"
    ]


def test_a_plan_without_a_rest_day_is_refused() -> None:
    assert wrong(RUN % "20", PLAIN.replace("[sunday]", "[]")) == ["too-few"]


def test_everything_that_is_wrong_is_told_at_once() -> None:
    assert wrong(RUN.replace("monday", "sunday") % "20" + DECK % "weeks: 9") == [
        "session-on-rest-day",
        "week-outside-plan",
    ]
