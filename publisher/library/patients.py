"""Patients, from a file of their own or from answers. What is wrong is told by field and line, never by what it says.

A patient's words are read as those of a card are, but no problem quotes them: terminals, logs and screens are seen by
others.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.nodes import Mapping, Scalar, Sequence
from publisher.library.reading import read_tree
from publisher.library.records import Field, Record
from publisher.library.shapes import DATE, Refused, Schema, Text, refuse
from publisher.library.shelves import bytes_given
from publisher.library.spelling import plain
from publisher.model.patient import EARLIEST_BIRTH, Need, Patient
from publisher.problems import InputError, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Table
    from pathlib import Path

    from publisher.library.nodes import Node
    from publisher.problems import Phrase

# A name longer than this finds no room beside a letterhead.
LONGEST_NAME = 60
# Needs stand in one line, with any of these between them.
_BETWEEN = re.compile(r"[,;/|+]")
# What only a programme says, and what only a patient's file does; a file of the other kind is told by these.
_OF_A_PROGRAMME = frozenset({"exercises", "title", "purpose"})
_FIELD = re.compile(rb"^[ \t]*([a-z_]+)[ \t]*:", re.MULTILINE)
_MOST_LOOKED_AT = 100_000
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


class Customs(NamedTuple):
    """What needs are called, as `spelling.plain` makes it, and which day it is: nobody was born after it."""

    needs: Table[str, str]
    today: dt.date


class _Born(NamedTuple):
    """A day on which somebody alive was born."""

    today: dt.date

    def read(self, node: Node) -> dt.date:
        day = dt.date.fromisoformat(DATE.read(node))
        if not EARLIEST_BIRTH <= day <= self.today:
            raise refuse("patient-field", node, "nobody alive was born on this day.", self.describe())
        return day

    def schema(self, *, whole: bool = True) -> Schema:
        return DATE.schema(whole=whole)

    def describe(self) -> str:
        return f"a day from {EARLIEST_BIRTH.year} to today, written as year-month-day, such as 1975-11-30"


class _Needs(NamedTuple):
    """Needs as people write them, in a list or in a line."""

    called: Table[str, str]

    def read(self, node: Node) -> tuple[Need, ...]:
        items = node.items if isinstance(node, Sequence) else [node]
        found = {self._one(item, word) for item in items for word in _words_of(item)}
        return tuple(need for need in Need if need in found)

    def _one(self, item: Node, word: str) -> Need | None:
        meant = self.called.get(word, word.replace(" ", "-"))
        if meant in {need.value for need in Need}:
            return Need(meant)
        if meant == "none":
            return None
        raise refuse("patient-field", item, "this is no need that we know.", self.describe())

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        return {"type": "array", "items": {"type": "string"}}

    def describe(self) -> str:
        return f"some of these, with commas between: {', '.join(map(spoken, Need))}"


def _words_of(item: Node) -> list[str]:
    text = item.text if isinstance(item, Scalar) else ""
    return [word for word in map(plain, _BETWEEN.split(text)) if word] or ["?"]


def spoken(need: Need) -> str:
    """A need as people write it: large print."""
    return need.value.replace("-", " ")


def _record(customs: Customs) -> Record[_Person]:
    return Record(
        "a patient",
        _Person,
        (
            Field("name", Text(LONGEST_NAME), "The name as it is printed."),
            Field("born", _Born(customs.today), "The date of birth.", needed=False),
            Field("reference", Text(30), "What the clinic files the person under.", needed=False),
            Field("needs", _Needs(customs.needs), "What the person needs of a page.", needed=False),
            Field("language", Text(10), "The language of the page, such as en.", needed=False),
        ),
    )


def read_patient(path: Path, customs: Customs) -> Patient:
    """The patient in a file. Raises what is wrong with it, without a word of it; nor is the file named."""
    try:
        data = bytes_given(path, "")
    except UsageError:
        sentence = "there is no such file for `--patient`."
        raise UsageError([Problem("no-patient", sentence, _MAKE_ONE)]) from None
    except InputError as error:
        raise type(error)([problem._replace(place=None) for problem in error.problems]) from None
    if _OF_A_PROGRAMME & _fields_in(data):
        raise UsageError([_NO_PATIENT])
    try:
        tree = read_tree(data, "patient", "name: Ana Silva")
    except InputError as error:
        lines = {problem.place.line for problem in error.problems if problem.place}
        raise InputError([_unreadable(line) for line in sorted(lines)]) from None
    return _read(tree, customs)


_NO_PATIENT = Problem(
    "programme-as-patient",
    "the file behind `--patient` is a programme, and no patient’s file.",
    "A programme stands first, and whom it is for behind `--patient`: "
    "surefoot handout programme.yaml --patient patient.yaml",
)


def is_a_patients(data: bytes) -> bool:
    """Whether a file that should hold a programme holds a patient: then not a line of it must be shown."""
    fields = _fields_in(data)
    return bool({"name", "born", "reference", "needs"} & fields) and not _OF_A_PROGRAMME & fields


def _fields_in(data: bytes) -> set[str]:
    """What stands before a colon at the start of a line, whether or not the file can be read."""
    return {name.decode() for name in _FIELD.findall(data[:_MOST_LOOKED_AT].replace(b"\0", b""))}


def patient_of(answers: Table[str, str], customs: Customs) -> Patient:
    """A patient from answers by field; empty ones are left out, and needs have commas between them."""
    fields: dict[str, tuple[Scalar, Node]] = {}
    for name, answer in answers.items():
        if answer.strip():
            given = Scalar(answer.strip(), False, "", 0, 0)
            fields[name] = (given._replace(text=name), given)
    return _read(Mapping(fields, "", 0, 0), customs)


def _read(tree: Mapping, customs: Customs) -> Patient:
    record = _record(customs)
    problems = [*_wrong(tree, record)]
    if problems:
        raise InputError(problems)
    return record.read(tree).patient


def _wrong(tree: Mapping, record: Record[_Person]) -> Iterator[Problem]:
    """Each field that is none of a patient, and each that cannot be read."""
    known = {field.name: field for field in record.fields}
    for name, (key, value) in tree.fields.items():
        field = known.get(name)
        if field is None:
            sentence = f"{_at(key.line)}this is no field of a patient."
            yield Problem("patient-field", sentence, f"A patient has {', '.join(known)}.")
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
