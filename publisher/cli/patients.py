"""Whom a handout is for, asked for at a prompt: nothing of it stands on a command line, in a history or in a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.library.patients import FIELDS, patient_of
from publisher.model.patient import Need
from publisher.problems import InputError

if TYPE_CHECKING:
    from publisher.model.patient import Patient

_QUESTIONS = {
    "name": "Name, as it is printed",
    "born": "Born, such as 1980-05-03 (Enter for none)",
    "reference": "Your number for them (Enter for none)",
    "needs": f"Needs of a page: {', '.join(need.value for need in Need)} (Enter for none)",
}


def ask() -> Patient:
    """The answers as a patient; what cannot be read is asked for again."""
    answers = {}
    for name, question in _QUESTIONS.items():
        answers[name] = _answer(name, question)
    return patient_of(answers)


def _answer(name: str, question: str) -> str:
    while True:
        said: str = click.prompt(question, default="", show_default=False, err=True)
        if not said.strip() and not FIELDS[name].needed:
            return ""
        try:
            patient_of({"name": "somebody", name: said})
        except InputError as error:
            for problem in error.problems:
                click.echo(f"   {problem.hint}", err=True)
        else:
            return said
