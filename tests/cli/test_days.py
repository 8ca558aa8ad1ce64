from __future__ import annotations

import re

import click
import pytest

from publisher.cli.days import start_of_day, today
from publisher.problems import UsageError

PARAMETER = click.Option(["--date"])


def day(text: str | None) -> int | None:
    return start_of_day(click.Context(click.Command("build")), PARAMETER, text)


def test_a_day_is_counted_in_seconds_from_1970() -> None:
    assert day("1970-01-02") == 86_400
    assert day(None) is None


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(click.BadParameter, match="2026-03-01"):
        day("2026-02-30")


def test_today_is_what_is_said_then_the_day_of_the_build_then_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today("2030-01-01") == "2030-01-01"
    assert today(None) == "1970-01-02"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert re.fullmatch(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]", today(None))


def test_an_epoch_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")

    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is `soon`"):
        today(None)
