"""A stand-in for what makes handouts: quick, and with a file that hangs on the person alone."""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack
from typing import TYPE_CHECKING

from publisher.batch.crew import Crew
from publisher.batch.making import one_by_one
from publisher.batch.running import Work, run
from publisher.problems import InputError, Place, Problem
from tests.people.lists import listing

if TYPE_CHECKING:
    from pathlib import Path


def make(person) -> bytes:
    """A file that tells the name; some names are trouble."""
    match person.patient.name.split()[0]:
        case "Refused":
            raise InputError(
                [Problem("does-not-fit", f"{person.patient.name} is too long", "", Place("people.csv", 2))]
            )
        case "Broken":
            raise ValueError(person.patient.name)
        case "Deadly":
            os.kill(os.getpid(), signal.SIGKILL)
    return f"%PDF {person.patient.name} {person.doses}".encode() * 50


def people(count, bad=0) -> str:
    """A list; every one of the `bad` first has a day that there is not."""
    rows = [f"Person {n},{'1980-02-31' if n < bad else '1980-02-03'},{n}" for n in range(count)]
    return "Name,DOB,Reference\n" + "\n".join(rows) + "\n"


def a_run(folder: Path, text, *, workers=0, about=b"", making=make, beside=False):
    """A run in a folder, with so many processes."""
    found = listing(text)
    survey = found.survey()
    with ExitStack() as stack:
        crew = stack.enter_context(Crew(making, workers)) if workers else lambda persons: one_by_one(making, persons)
        work = Work(found.persons(survey), survey, crew, lambda _done, _all: None)
        return run(folder, about or text.encode(), work, beside=beside)


def files_in(folder: Path) -> dict[str, bytes]:
    """Everything that a run leaves, but the lock."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".surefoot-lock"}
