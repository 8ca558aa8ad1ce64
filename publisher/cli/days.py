"""Days as they are typed, and which one today is: said, or that of a reproducible build, or the clock's."""

from __future__ import annotations

import datetime as dt
import os

import click

from publisher.problems import Problem, UsageError

_TODAY = "today"


def start_of_day(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    """A day as YYYY-MM-DD, or `today`, as seconds since 1970 at its start, UTC."""
    if value is None:
        return None
    day = dt.datetime.now(tz=dt.UTC).date() if value == _TODAY else _read(value, f", or `{_TODAY}`")
    return int(dt.datetime.combine(day, dt.time(), dt.UTC).timestamp())


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """A day as YYYY-MM-DD."""
    return None if value is None else _read(value, "").isoformat()


def _read(value: str, other: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day; write it as 2026-03-01{other}.") from None


def today_option() -> click.Option:
    """An option for commands that ask whether a review is overdue."""
    return click.Option(["--today"], callback=day, metavar="DAY", help="Judge reviews as on this day. [default: today]")


def today(said: str | None) -> str:
    """The day that was said, or that of SOURCE_DATE_EPOCH, or the clock's, as YYYY-MM-DD (UTC)."""
    if said is not None:
        return said
    epoch = asked_date()
    now = dt.datetime.now(tz=dt.UTC) if epoch is None else dt.datetime.fromtimestamp(epoch, tz=dt.UTC)
    return now.date().isoformat()


def asked_date() -> int | None:
    """The date of a reproducible build (reproducible-builds.org/specs/source-date-epoch), if there is one."""
    asked = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not asked:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) <= 11):
        sentence = f"SOURCE_DATE_EPOCH is `{asked}`; it should be a number of seconds since 1970."
        hint = "Set it so: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct). Or take it away: unset SOURCE_DATE_EPOCH"
        raise UsageError([Problem("not-an-epoch", sentence, hint)])
    return int(asked)
