"""The run into one file: pages are laid out on all cores, and printed here in the order of the list."""

from __future__ import annotations

import contextlib
from collections import deque
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.batch.journal import MERGED, REPORT, refuse_others
from publisher.batch.parcels import Unpacker
from publisher.batch.report import report
from publisher.files import Growing, growing, taken, write_together
from publisher.pdf.merging import render_merged
from publisher.people.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from publisher.batch.making import Done
    from publisher.batch.running import Work
    from publisher.pdf.merging import Merged, Part
    from publisher.pdf.objects import Target
    from publisher.people.persons import Person
    from publisher.typesetting.document import Document

# Writes what is in memory, locked.
Lock: TypeAlias = "Callable[[BytesIO, Target], None]"


class Bundle(NamedTuple):
    """How a run into one file ended: what is in it, None where no row was good, its bytes, and bad rows."""

    merged: Merged | None
    size: int
    faults: tuple[Fault, ...]


def run_merged(folder: Path, head: Document, work: Work, lock: Lock | None = None, *, fronts: bool = False) -> Bundle:
    """Write one file for all persons, and the report, together. `lock` writes the whole file, locked.

    It is written as it grows. One to be locked is held in memory first: open, its pages must never be on the disk.
    It appears when the last page is printed: a run that was ended left nothing, and begins anew.
    """
    faults = list(work.survey.faults)

    def parts() -> Iterator[Part]:
        for number, (each, part) in enumerate(_in_order(work.persons, work.crew), 1):
            faults.extend(Fault(each.row, code) for code in each.codes)
            if part is not None:
                yield part
            work.progress(number, work.survey.people)

    with taken(folder), _begun(folder) as file:
        unlocked = BytesIO()
        merged = render_merged(head, parts(), file if lock is None else unlocked, fronts=fronts)
        if lock is not None and merged.parts:
            lock(unlocked, file)
        files: dict[str, bytes | Growing] = {MERGED: file} if merged.parts else {}
        write_together(folder, {**files, REPORT: report(work.in_report(faults))})
    return Bundle(merged if merged.parts else None, file.size, tuple(faults))


@contextlib.contextmanager
def _begun(folder: Path) -> Iterator[Growing]:
    refuse_others(folder)
    with growing(folder, MERGED) as file:
        yield file


def _in_order(
    persons: Iterable[Person], crew: Callable[[Iterable[Person]], Iterator[Done]]
) -> Iterator[tuple[Done, Part | None]]:
    """What the crew has done, in the order of the list; what comes early waits."""
    order: deque[int] = deque()
    early: dict[int, tuple[Done, Part | None]] = {}
    unpacker = Unpacker()

    def given() -> Iterator[Person]:
        for person in persons:
            order.append(person.row)
            yield person

    for each in crew(given()):
        # Taken out as it comes: pictures are sent once, with whatever comes first.
        early[each.row] = each, unpacker.unpack(each.content) if each.content else None
        while order and order[0] in early:
            yield early.pop(order.popleft())
