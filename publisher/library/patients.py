"""Patients, from a file of their own or from answers. What is wrong is told by field and line, never by what it says.

A patient's words are read as those of a card are, but no problem quotes them: terminals, logs and screens are seen by
others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.nodes import Mapping, Scalar, Sequence
from publisher.library.programme_shapes import DateOf
from publisher.library.reading import read_tree
from publisher.library.records import Field, Record
from publisher.library.several import ListOf
from publisher.library.shapes import Choice, Refused, Text
from publisher.library.shelves import bytes_given
from publisher.model.patient import Need, Patient
from publisher.problems import InputError, Problem, UsageError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from collections.abc import Mapping as Table
    from pathlib import Path

    from publisher.library.nodes import Node
    from publisher.problems import Phrase

# A name longer than this finds no room beside a letterhead.
LONGEST_NAME = 60
_MAKE_ONE = "Write one with a line such as `name: Ana Silva`, or type it: surefoot handout ... --ask"


class _Person(NamedTuple):
    """As it was read: a patient keeps plain texts, which remember no place in any file."""

    name: Phrase
    born: dt.date | None = None
    reference: Phrase | None = None
    needs: tuple[Need, ...] = ()
    language: Phrase | None = None

    @property
    def patient(self) -> Patient:
        reference, language = (None if text is None else str(text) for text in (self.reference, self.language))
        return Patient(str(self.name), self.born, reference, self.needs, language)


PATIENT = Record(
    "a patient",
    _Person,
    (
        Field("name", Text(LONGEST_NAME), "The name as it is printed."),
        Field("born", DateOf(), "The date of birth.", needed=False),
        Field("reference", Text(30), "What the clinic files the person under.", needed=False),
        Field("needs", ListOf(Choice(Need), 0, 4), "What the person needs of a page.", needed=False),
        Field("language", Text(10), "The language of the page, such as en.", needed=False),
    ),
)
FIELDS = {field.name: field for field in PATIENT.fields}


def read_patient(path: Path) -> Patient:
    """The patient in a file. Raises what is wrong with it, without a word of it; nor is the file named."""
    try:
        data = bytes_given(path, "")
    except UsageError:
        sentence = "there is no such file for `--patient`."
        raise UsageError([Problem("no-patient", sentence, _MAKE_ONE)]) from None
    except InputError as error:
        raise type(error)([problem._replace(place=None) for problem in error.problems]) from None
    try:
        tree = read_tree(data, "patient", "name: Ana Silva")
    except InputError as error:
        lines = {problem.place.line for problem in error.problems if problem.place}
        raise InputError([_unreadable(line) for line in sorted(lines)]) from None
    return _read(tree)


def patient_of(answers: Table[str, str]) -> Patient:
    """A patient from answers by field; empty ones are left out, and needs have commas between them."""
    fields: dict[str, tuple[Scalar, Node]] = {}
    for name, answer in answers.items():
        if answer.strip():
            given = Scalar(answer.strip(), False, "", 0, 0)
            fields[name] = (given._replace(text=name), _several(given) if name == "needs" else given)
    return _read(Mapping(fields, "", 0, 0))


def _several(given: Scalar) -> Sequence:
    parts = [given._replace(text=part.strip()) for part in given.text.split(",") if part.strip()]
    return Sequence([*parts], given.file, given.line, given.column)


def _read(tree: Mapping) -> Patient:
    problems = [*_wrong(tree)]
    if problems:
        raise InputError(problems)
    return PATIENT.read(tree).patient


def _wrong(tree: Mapping) -> Iterator[Problem]:
    """Each field that is none of a patient, and each that cannot be read."""
    for name, (key, value) in tree.fields.items():
        field = FIELDS.get(name)
        if field is None:
            sentence = f"{_at(key.line)}this is no field of a patient."
            yield Problem("patient-field", sentence, f"A patient has {', '.join(FIELDS)}.")
        elif not value.is_nothing or field.needed:
            try:
                field.shape.read(value)
            except Refused:
                sentence = f"{_at(value.line)}`{name}` cannot be read."
                yield Problem("patient-field", sentence, f"It takes {field.shape.describe()}.")
    if "name" not in tree.fields:
        yield Problem("patient-field", "a patient needs `name`, which is not here.", "Add `name:`.")


def _unreadable(line: int) -> Problem:
    sentence = f"{_at(line)}this is not written as a file of fields is."
    return Problem("patient-file", sentence, "Write each field on a line of its own, such as `name: Ana Silva`.")


def _at(line: int) -> str:
    return f"the patient’s file, line {line}: " if line else "the patient: "
