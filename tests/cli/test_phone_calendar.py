"""`surefoot phone calendar` as a person runs it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import icalendar
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_plan_is_written_and_its_days_are_counted(surefoot: Callable[..., object]) -> None:
    said = surefoot("phone", "calendar", "eight-weeks", "--start", "2026-12-07", "--at", "07:30", "--out", "mine")

    found = icalendar.Calendar.from_ical(Path("mine/plan.ics").read_bytes())
    assert said.code == 0
    assert f"{len(found.walk('VEVENT'))} days, from 2026-12-07" in said.out


def test_twice_the_same_is_the_same_file(surefoot: Callable[..., object]) -> None:
    for folder in ("one", "two"):
        surefoot("phone", "calendar", "eight-weeks", "--start", "2026-12-07", "--out", folder)

    assert Path("one/plan.ics").read_bytes() == Path("two/plan.ics").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["eight-weeks", "--start", "7.12.2026"], "is not a day"),
        (["eight-weeks", "--start", "2026-02-30"], "is not a day"),
        (["eight-weeks", "--start", "9999-12-31"], "out of reach"),
        (["eight-weeks", "--start", "2026-12-07", "--at", "7.30"], "is not a time of day"),
        (["eight-weeks", "--start", "2026-12-07", "--at", "24:00"], "is not a time of day"),
        (["eight-week", "--start", "2026-12-07"], "Did you mean `eight-weeks`?"),
        (["eight-weeks"], "surefoot phone calendar eight-weeks --start 2026-12-07"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    surefoot: Callable[..., object], words: list[str], told: str
) -> None:
    said = surefoot("phone", "calendar", *words)

    assert said.code == 2
    assert told in " ".join(said.err.split())
    assert not Path("out").exists()
