"""The same person in two rows: two handouts with two doses would be worse than none."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING

from publisher.people.faults import Code, Fault

if TYPE_CHECKING:
    from publisher.people.persons import Person


class Seen:
    """Who has been in the list so far: marks of 16 bytes, which say nothing without a key that nobody keeps."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._key = os.urandom(32)
        self._references: dict[bytes, int] = {}
        self._births: dict[bytes, tuple[int, bytes]] = {}
        self._names: dict[bytes, int] = {}
        self.like: list[tuple[int, int]] = []

    def fault(self, person: Person) -> Fault | None:
        """That an earlier row is the same person: of one reference, or of one name and day of birth.

        Two with a reference each are told apart by it. Who has a name in common only is noted in `like`, the later
        row first: they may be two.
        """
        patient = person.patient
        reference = self._mark(patient.reference)
        before = self._references.setdefault(reference, person.row) if reference else person.row
        if patient.born and before == person.row:
            first, other = self._births.setdefault(
                self._mark(f"{patient.name} {patient.born.isoformat()}"), (person.row, reference)
            )
            before = before if reference and other and reference != other else first
        if before != person.row:
            return Fault(person.row, Code.SAME_PERSON.value, like=before)
        named = self._names.setdefault(self._mark(patient.name), person.row)
        if named != person.row:
            self.like.append((person.row, named))
        return None

    def _mark(self, text: str | None) -> bytes:
        folded = " ".join((text or "").casefold().split())
        return blake2b(folded.encode(), key=self._key, digest_size=16).digest() if folded else b""
