"""What a batch makes for one person: a handout as a file of its own, or as pages of a file for all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publisher.batch.parcels import Packer
from publisher.handouts import LAYOUTS, Occasion, bound_handout, doubts, handout, layout_for, unmet
from publisher.pdf.locking import locked
from publisher.pdf.merging import Part
from publisher.people.faults import Code, Fault
from publisher.problems import InputError, Problem
from publisher.programmes import overridden
from publisher.words import Words
from publisher.workshop import Choices, Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publisher.model.clinic import Clinic
    from publisher.model.library import Library
    from publisher.model.patient import Patient
    from publisher.model.programme import DosePart, Programme
    from publisher.people.persons import Person


@dataclass(frozen=True)
class Order:
    """What everybody on the list is given. `libraries` are by language, those that were asked for among them.

    Without a `layout` each has the one that they need.
    """

    libraries: Mapping[str, Library]
    language: str
    choices: Choices
    programme: Programme
    clinic: Clinic | None
    occasion: Occasion
    layout: str | None

    def layout_of(self, patient: Patient | None) -> str:
        """The layout for somebody."""
        return LAYOUTS[self.layout or layout_for(patient)]

    def unmet(self, persons: Iterable[Person], heading: str) -> tuple[Fault, ...]:
        """Rows that are printed without something that they ask for under this heading; not told what it is."""
        return tuple(
            Fault(person.row, name, heading)
            for person in persons
            for name in dict.fromkeys(each.name for each in self._unmet_of(person.patient))
        )

    def contradicted(self, persons: Iterable[Person]) -> tuple[Fault, ...]:
        """Rows whose own doses give a page that says two things, as a line with another number; not told which.

        What the programme says against itself is told once, of the programme.
        """
        known: dict[frozenset[tuple[str, DosePart]], bool] = {}
        usual = self._doubts(self.programme)
        told = []
        for person in persons:
            key = frozenset(person.doses.items())
            if key and key not in known:
                known[key] = bool(self._doubts(overridden(self.programme, person.doses)) - usual)
            if key and known[key]:
                told.append(Fault(person.row, Code.DOES_NOT_AGREE.value))
        return tuple(told)

    def _doubts(self, programme: Programme) -> frozenset[Problem]:
        library = self.libraries[self.language]
        try:
            return frozenset(doubts(Words(library.words), programme, library, self.occasion.on))
        except InputError:
            # A row that cannot be printed at all is told as such.
            return frozenset()

    def _unmet_of(self, patient: Patient) -> Iterator[Problem]:
        return unmet(patient.needs, self.layout_of(patient), self.clinic)


@dataclass
class Handouts:
    """Makes the file of one person. Sent to another process it takes the order along, and opens its own workshop.

    One that `locks` does it with the person's own password, or with that for all.
    """

    order: Order
    locks: bool = False
    password: str = field(default="", repr=False)
    _shops: dict[str, Workshop] = field(default_factory=dict)

    def __call__(self, person: Person) -> bytes:
        """The handout as a PDF. Raises what cannot be printed."""
        order = self.order
        programme = overridden(order.programme, person.doses)
        product = handout(
            self.shop(person), programme, order.clinic, person.patient, order.occasion, order.layout_of(person.patient)
        )
        return locked(product.content, person.password or self.password) if self.locks else product.content

    def rehearse(self) -> tuple[Problem, ...]:
        """Lay the programme out for nobody; gives what is to be known of it. Raises what is wrong with it.

        Both are told once, and not for each row. What is read and drawn for it is at hand for everybody then.
        """
        order = self.order
        told: dict[Problem, None] = {}
        for library in order.libraries.values():
            shop = Workshop.open(library, order.choices)
            bound = bound_handout(shop, order.programme, order.clinic, None, order.occasion, order.layout_of(None))
            told |= dict.fromkeys(bound.warnings)
        return tuple(told)

    def __getstate__(self) -> dict[str, object]:
        """The order alone: a workshop is quickly opened, and long to send."""
        return {**vars(self), "_shops": {}}

    def shop(self, person: Person) -> Workshop:
        """The workshop of the person's language. Raises a language that nobody has words for."""
        language = person.patient.language or self.order.language
        if language not in self.order.libraries:
            raise InputError([Problem("unknown-language", "there are no words for this language.")])
        if language not in self._shops:
            self._shops[language] = Workshop.open(self.order.libraries[language], self.order.choices)
        return self._shops[language]


@dataclass
class Pages(Handouts):
    """Makes the pages of one person for a file of all, packed. `named` puts names into its bookmarks, else rows.

    Each is packed `apart` where what one worker packed may come in any order.
    """

    named: bool = False
    apart: bool = False
    _packer: Packer = field(default_factory=Packer)

    def __call__(self, person: Person) -> bytes:
        """The pages, packed. Raises what cannot be printed."""
        order, shop = self.order, self.shop(person)
        programme = overridden(order.programme, person.doses)
        bound = bound_handout(
            shop, programme, order.clinic, person.patient, order.occasion, order.layout_of(person.patient)
        )
        title = person.patient.name if self.named else shop.words.say("list.row", n=person.row)
        faces = tuple(where for section in bound.sections for where in section.faces)
        packer = Packer(alone=True) if self.apart else self._packer
        return packer.pack(Part(title, bound.pages, faces))

    def __getstate__(self) -> dict[str, object]:
        """Nothing that was sent by another process."""
        return {**super().__getstate__(), "_packer": Packer()}
