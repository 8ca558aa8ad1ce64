"""`surefoot phone calendar`: the days of a plan for the calendar of a phone, with reminders."""

from __future__ import annotations

import datetime as dt
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import __version__
from publisher.cli.build import counted
from publisher.cli.completing import complete_plans
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import shown_path
from publisher.files import Output, write_all
from publisher.library.overlays import read_library
from publisher.plans import schedule
from publisher.problems import Problem, UsageError
from publisher.words import Words
from publisher.workshop import unknown

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

FILE = "plan.ics"
EXAMPLES = """\b
Examples:
  surefoot phone calendar eight-weeks --start 2026-12-07
  surefoot phone calendar eight-weeks --start 2026-12-07 --at 07:30 --out out
"""
# Before this no phone was; after it, days run out before a plan does.
EARLIEST, LATEST = dt.date(1970, 1, 1), dt.date(9000, 1, 1)


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> dt.date | None:
    if value is None:
        return None
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day; write it as 2026-12-07.") from None
    if not EARLIEST <= day <= LATEST:
        raise click.BadParameter(f"{value} is out of reach; a plan begins from {EARLIEST.year} to {LATEST.year}.")
    return day


def _time(_context: click.Context, _option: click.Parameter, value: str | None) -> dt.time | None:
    if value is None:
        return None
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value, re.ASCII):
        raise click.BadParameter(f"{value!r} is not a time of day; write it as 07:30.")
    return dt.time.fromisoformat(value)


@click.command(params=setting_options("library", "out", "language", "country"), epilog=EXAMPLES)
@click.argument("plan", metavar="PLAN", shell_complete=complete_plans)
@click.option("--start", callback=_day, metavar="DAY", help="The day on which the plan begins, such as 2026-12-07.")
@click.option("--at", callback=_time, metavar="HH:MM", help="A time of day, such as 07:30. [default: the whole day]")
@click.pass_obj
def command(voice: Voice, /, plan: str, *, start: dt.date | None, at: dt.time | None, **flags: object) -> None:
    """Write the days of a plan as a calendar file, plan.ics, with a reminder for each.

    Open it on a phone, or mail it to yourself. The plan's Monday falls on the day you begin. It says nothing of you,
    and its reminders say nothing of your back.
    """
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    if plan not in library.plans:
        raise UsageError([unknown("plan", plan, library.plans)])
    if start is None:
        hint = f"Say when you begin: surefoot phone calendar {plan} --start 2026-12-07"
        raise UsageError([Problem("plan-without-start", f"`{plan}` has no dates of its own.", hint)])
    if find_spec("icalendar") is None:
        hint = "Type: pip install 'surefoot[calendar]' (in a copy of the project: pip install '.[calendar]')"
        raise UsageError([Problem("no-calendar-tools", "a calendar needs one more package, which is missing.", hint)])
    from publisher.phone.calendar import calendar_of  # noqa: PLC0415

    worked_out = schedule(library.plans[plan], library.publications, library.cards)
    words = Words(library.words, chosen.text("country") or "")
    content = calendar_of(worked_out, library.publications, words, start, at)
    folder = Path(chosen.text("out") or "out")
    write_all(folder, [Output(FILE, content, {})], version=__version__)
    days = sum(bool(day.items) for week in worked_out.weeks for day in week.days)
    voice.line(f"{shown_path(str(folder / FILE))}   {counted(days, 'day')}, from {start.isoformat()}")
