"""The run: everything made is written whole and noted, row by row; then the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.batch.journal import REPORT, journal_of
from publisher.batch.report import report
from publisher.files import taken, write_whole
from publisher.people.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from publisher.batch.making import Done
    from publisher.people.listing import Survey
    from publisher.people.persons import Person


class Work(NamedTuple):
    """Whom to make something for, what was found wrong before, who makes it, and whom to tell how far it has come.

    `told` are rows that are printed, and of which the report says something all the same.
    """

    persons: Iterable[Person]
    survey: Survey
    crew: Callable[[Iterable[Person]], Iterator[Done]]
    progress: Callable[[int, int], None]
    told: tuple[Fault, ...] = ()

    def in_report(self, faults: Sequence[Fault]) -> tuple[Fault, ...]:
        """What the report says: bad rows, and what is told of the others."""
        bad = {fault.row for fault in faults}
        return (*faults, *(each for each in self.told if each.row not in bad))


class Outcome(NamedTuple):
    """How a run ended: files that were made, files that were there from a run that was ended, and bad rows."""

    made: int
    kept: int
    faults: tuple[Fault, ...]


def file_name(row: int, last: int) -> str:
    """The file of a row, with as many digits as the last one has, and at least four: they sort as the list does."""
    return f"{row:0{max(4, len(str(last)))}d}.pdf"


def run(folder: Path, about: bytes, work: Work, day: str = "", *, beside: bool = False) -> Outcome:
    """Write a file for each person, and the report. `about` is all that the files hang on, `day` stands on them.

    Rows that were mended go `beside` the others of their list.
    Raises what the machine cannot do; the same run then goes on where it was.
    """
    survey, faults = work.survey, list(work.survey.faults)
    made = kept = 0

    with taken(folder), journal_of(folder, about, day, beside=beside) as journal:

        def missing() -> Iterator[Person]:
            nonlocal kept
            for person in work.persons:
                if journal.is_done(person.row, file_name(person.row, survey.last_row)):
                    kept += 1
                else:
                    yield person

        for each in work.crew(missing()):
            if each.content:
                write_whole(folder / file_name(each.row, survey.last_row), each.content)
                journal.note(each.row, each.content)
                made += 1
            faults += (Fault(each.row, code) for code in each.codes)
            work.progress(made + kept, survey.people)
        if beside:
            # The report names these rows until they are done: a run that is ended here makes them once more.
            journal.end()
        write_whole(folder / REPORT, report(work.in_report(faults)))
        if not beside:
            journal.end()
    return Outcome(made, kept, tuple(faults))
