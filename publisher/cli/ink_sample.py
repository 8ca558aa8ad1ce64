"""`surefoot batch --report`: how much ink a list takes, told from its first handouts.

Handouts of one list differ by a name and a few doses, so a few of them tell of all; to measure every page of five
hundred would take longer than to make them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from publisher.batch.handing import Handouts
from publisher.cli.build import counted
from publisher.cli.ink_report import Used
from publisher.model.printing import Ink
from publisher.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.batch.handing import Order
    from publisher.cli.telling import JSON
    from publisher.pdf.coverage import Coverage
    from publisher.people.listing import Listing, Survey
    from publisher.people.persons import Person

# Handouts that are measured.
MOST = 5


class Sample(NamedTuple):
    """The ink of so many handouts of a list, as if they were one file."""

    handouts: int
    used: Used

    def told(self) -> str:
        """As a line of its own."""
        which = "the handout" if self.handouts == 1 else f"the first {self.handouts} handouts"
        return f"{self.used.told()}\n(measured on {which}, {counted(len(self.used.own.pages), 'page')})"

    def as_data(self) -> JSON:
        """The same for a program."""
        measured = self.used.as_data()
        return {"handouts": self.handouts, **(measured if isinstance(measured, dict) else {})}


def ink_of_some(listing: Listing, survey: Survey, order: Order) -> Sample | None:
    """The ink of the first handouts that can be made; None where there is none. They are made anew, and not kept."""
    found = list(islice(_made(listing, survey, order), MOST))
    if not found:
        return None
    own = _together([content for _, content in found])
    if order.choices.ink is Ink.COLOUR:
        return Sample(len(found), Used(own, None))
    make = Handouts(replace(order, choices=replace(order.choices, ink=Ink.COLOUR)))
    return Sample(len(found), Used(own, _together([make(person) for person, _ in found])))


def _made(listing: Listing, survey: Survey, order: Order) -> Iterator[tuple[Person, bytes]]:
    """Handouts of the list, one at a time; a row that cannot be printed is told elsewhere."""
    make = Handouts(order)
    for person in listing.persons(survey):
        try:
            yield person, make(person)
        except InputError:
            continue


def _together(contents: Sequence[bytes]) -> Coverage:
    from publisher.pdf.coverage import Coverage, coverage  # noqa: PLC0415  # few runs ask, and Pillow takes its time

    return Coverage(tuple(share for content in contents for share in coverage(content).pages))
