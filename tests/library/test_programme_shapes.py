"""What a programme may say, and what it may not."""

from __future__ import annotations

import datetime as dt

import pytest

from publisher.library.programme_shapes import DOSE_PART, PROGRAMME
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.model.dose import Range, Tempo
from publisher.model.plan import Day
from publisher.model.programme import DosePart, Prescribed, Programme, Side

PLAIN = """\
id: mine
title: My start
purpose: Strong legs for the way down.
exercises:
"""


def read(exercises: str) -> Programme:
    return PROGRAMME.read(read_tree((PLAIN + exercises).encode(), "mine.yaml"))


def wrong(exercises: str) -> list[str]:
    with pytest.raises(Refused) as caught:
        read(exercises)
    return [problem.name for problem in caught.value.problems]


def test_the_id_of_a_card_alone_keeps_its_dose() -> None:
    assert read("  - plank\n").exercises == (Prescribed("plank"),)


def test_everything_about_an_exercise_can_be_set() -> None:
    given = (
        "  - {card: plank, dose: {sets: 2, seconds: 20}, side: left, note: Wall is fine., start: 2026-03-02, "
        "stop: 2026-03-30, days: [friday, monday]}\n"
    )

    (each,) = read(given).exercises

    assert each.dose == DosePart(sets=Range(2, 2), seconds=Range(20, 20))
    assert (each.side, each.note) == (Side.LEFT, "Wall is fine.")
    assert (each.start, each.stop) == (dt.date(2026, 3, 2), dt.date(2026, 3, 30))
    assert each.days == (Day.MONDAY, Day.FRIDAY)


def test_a_part_of_a_dose_may_be_a_tempo() -> None:
    part = DOSE_PART.read(read_tree(b"tempo: {down: 3, pause: 1, up: 1}\n", "mine.yaml"))

    assert part == DosePart(tempo=Tempo(3, 1, 1))


@pytest.mark.parametrize(
    ("exercise", "names"),
    [
        ("{card: plank, dose: {reps: 8, seconds: 20}}", ["dose-without-amount"]),
        ("{card: plank, dose: {hold: 5 s, tempo: {down: 3, pause: 1, up: 1}}}", ["dose-without-amount"]),
        ("{card: plank, dose: {sets: -1}}", ["not-a-range"]),
        ("{card: plank, dose: {sets: 0}}", ["out-of-range"]),
        ("{card: plank, start: 2026-03-30, stop: 2026-03-02}", ["stop-before-start"]),
        ("{card: plank, stop: 2026-02-31}", ["not-a-date"]),
        ("{card: plank, days: [monday], dose: {days_a_week: 3}}", ["days-told-twice"]),
        ("{card: plank, side: both}", ["unknown-choice"]),
        ("{card: plank, rep: 8}", ["unknown-field"]),
    ],
)
def test_what_contradicts_itself_is_told(exercise: str, names: list[str]) -> None:
    assert wrong(f"  - {exercise}\n") == names


def test_a_card_stands_in_a_programme_once() -> None:
    assert wrong("  - plank\n  - {card: plank, note: Again.}\n") == ["same-card-twice"]


def test_a_programme_without_exercises_is_none() -> None:
    assert wrong("  []\n") == ["too-few"]
