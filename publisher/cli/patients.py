"""Whom a handout is for, asked for at a prompt: nothing of it stands on a command line, in a history or in a log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from publisher.library.patients import patient_of, spoken
from publisher.model.patient import Need
from publisher.people.days import Order, OrderNotSaid, born
from publisher.people.faults import Code
from publisher.problems import InputError

if TYPE_CHECKING:
    from publisher.library.patients import Customs
    from publisher.model.patient import Patient

_QUESTIONS = {
    "name": "Name, as it is printed",
    "born": "Born, year-month-day such as 1975-11-30, or 30.11.1975 (Enter for none)",
    "reference": "Your number for them (Enter for none)",
    "needs": f"Needs of a page: {', '.join(map(spoken, Need))} (commas between; Enter for none)",
}
_DAYS_ARE = "Write year-month-day, such as 1975-11-30, or day and month in your order, with four digits for the year."
_ORDERS = {"day": Order.DAY_FIRST, "month": Order.MONTH_FIRST}


def ask(customs: Customs) -> Patient:
    """The answers as a patient; what cannot be read is asked for again."""
    answers = {}
    for name, question in _QUESTIONS.items():
        answers[name] = _born(question, customs.today) if name == "born" else _answer(name, question, customs)
    return patient_of(answers, customs)


def _answer(name: str, question: str, customs: Customs) -> str:
    while True:
        said: str = click.prompt(question, default="", show_default=False, err=True)
        if not said.strip():
            if name != "name":
                return ""
            click.echo("   Type a name. Without `--ask` there is a line on which to write it.", err=True)
            continue
        try:
            patient_of({"name": "somebody", name: said}, customs)
        except InputError as error:
            for problem in error.problems:
                click.echo(f"   {problem.hint}", err=True)
        else:
            return said


def _born(question: str, today: dt.date) -> str:
    """The day of birth as year-month-day. A day in local order is taken too; which order that is, is asked for."""
    while said := str(click.prompt(question, default="", show_default=False, err=True)).strip():
        try:
            day = born(said, None, today)
        except OrderNotSaid:
            day = born(said, _ORDERS[_which_first()], today)
        if isinstance(day, dt.date):
            return day.isoformat()
        click.echo(f"   {_DAYS_ARE if day is Code.NOT_A_DATE else f'This is {day.sentence}.'}", err=True)
    return ""


def _which_first() -> str:
    """`day` or `month`, asked until either is named or begun."""
    while True:
        said = str(click.prompt(f"   Does the day or the month come first? ({' or '.join(_ORDERS)})", err=True)).lower()
        if found := [name for name in _ORDERS if said and name.startswith(said)]:
            return found[0]
