"""The run into one file: pages are laid out on all cores, and printed here in the order of the list."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from publisher.batch.journal import MERGED, REPORT, refuse_others
from publisher.batch.parcels import Unpacker
from publisher.batch.report import report
from publisher.files import taken, write_together
from publisher.pdf.merging import render_merged
from publisher.people.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from publisher.batch.making import Done
    from publisher.batch.running import Work
    from publisher.pdf.merging import Merged, Part
    from publisher.people.persons import Person
    from publisher.typesetting.document import Document


class Bundle(NamedTuple):
    """How a run into one file ended: the file, None where no row was good, and bad rows."""

    merged: Merged | None
    faults: tuple[Fault, ...]


def run_merged(
    folder: Path, head: Document, work: Work, finish: Callable[[bytes], bytes], *, fronts: bool = False
) -> Bundle:
    """Write one file for all persons, and the report, together. `finish` is done to the whole file, such as to lock it.

    It appears when the last page is printed: a run that was ended left nothing, and begins anew.
    """
    faults = list(work.survey.faults)

    def parts() -> Iterator[Part]:
        for number, (each, part) in enumerate(_in_order(work.persons, work.crew), 1):
            faults.extend(Fault(each.row, code) for code in each.codes)
            if part is not None:
                yield part
            work.progress(number, work.survey.people)

    with taken(folder):
        refuse_others(folder)
        merged = render_merged(head, parts(), fronts=fronts)
        files = {MERGED: finish(merged.content)} if merged.parts else {}
        write_together(folder, {**files, REPORT: report(faults)})
    return Bundle(merged if merged.parts else None, tuple(faults))


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
