"""A first draft of a card from single answers: each is held against the field that it goes into, then all are written.

The fields are those of the tables that the reader reads by, so that a draft which is written can be read.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

import yaml

from publisher.library.card_shapes import BODIES, COMMON, CardShape
from publisher.library.reading import read_tree
from publisher.library.records import Field, Record
from publisher.library.several import Either, Instead, ListOf
from publisher.library.shapes import Refused
from publisher.model.card import Kind
from publisher.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.problems import Problem

# Where an answer goes: `("title",)`, `("dose", "sets")`. A field that holds a list takes several answers.
Path: TypeAlias = "tuple[str, ...]"
Answers: TypeAlias = "Mapping[Path, Sequence[str]]"
Value: TypeAlias = "str | int | list[Value] | dict[str, Value] | None"

_LAST = ("picture", "evidence", "review")
_FIRST = tuple(field for field in COMMON if field.name not in _LAST)
_FIELDS = (*_FIRST, *BODIES[Kind.EXERCISE][1], *(field for field in COMMON if field.name in _LAST))
# Spaces that do not break are kept, as the reader keeps them.
_WHITE = re.compile(r"[ \t\r\n]+")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,6}")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def field_at(path: Path) -> Field:
    """The field of an exercise at a path; lists are looked into."""
    first, *rest = path
    found = next(field for field in _FIELDS if field.name == first)
    for name in rest:
        found = next(field for field in _inside(found) if field.name == name)
    return found


def doubts(path: Path, answer: str) -> tuple[Problem, ...]:
    """What the reader would say of one answer; where the field holds a list, of one entry."""
    shape = field_at(path).shape
    try:
        node = read_tree(as_yaml({"answer": as_value(answer)}).encode(), "").fields["answer"][1]
        (shape.item if isinstance(shape, ListOf) else shape).read(node)
    except (InputError, Refused) as refused:
        return tuple(problem._replace(place=None) for problem in refused.problems)
    return ()


def id_of(title: str) -> str:
    """An id made from a title: "Child’s pose" gives `childs-pose`; empty when no letter of it can stay."""
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    return _NO_LETTER.sub("-", plain.lower()).strip("-")


def drafted(answers: Answers) -> str:
    """The card as YAML that the reader reads back to the same words; raises what it would say of the whole."""
    text = as_yaml({**_card(answers), "review": {"reviewed_by": None}})
    try:
        CardShape().read(read_tree(text.encode(), ""))
    except Refused as refused:
        raise InputError(problem._replace(place=None) for problem in refused.problems) from None
    return text


def _inside(field: Field) -> tuple[Field, ...]:
    shape = field.shape.item if isinstance(field.shape, ListOf) else field.shape
    shape = shape.long if isinstance(shape, Either) else shape.usual if isinstance(shape, Instead) else shape
    return shape.fields if isinstance(shape, Record) else ()


def _card(answers: Answers) -> dict[str, Value]:
    """The fields of the card in the order of the tables, those that were answered."""
    fields = {field.name: _field((field.name,), field, answers) for field in _FIELDS}
    return {name: given for name, given in fields.items() if given is not None}


def _field(path: Path, field: Field, answers: Answers) -> Value:
    """What was answered for a field and the fields inside it; nothing where nobody was asked."""
    inner = {part.name: _field((*path, part.name), part, answers) for part in _inside(field)}
    parts = {name: given for name, given in inner.items() if given is not None}
    if isinstance(field.shape, ListOf) and parts:
        columns = {name: answers[*path, name] for name in parts}
        rows = (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
        return [{name: as_value(said) for name, said in row.items() if said} for row in rows]
    if parts:
        return dict(parts)
    plain = answers.get(path)
    return _given(path, plain) if plain else None


def _given(path: Path, answers: Sequence[str]) -> Value:
    if isinstance(field_at(path).shape, ListOf):
        return [as_value(answer) for answer in answers]
    return as_value(answers[-1])


def as_value(answer: str) -> str | int:
    """An answer on one line with single spaces, as the reader keeps it; a whole number stands without quotes."""
    line = _WHITE.sub(" ", answer).strip(" ")
    return int(line) if _WHOLE.fullmatch(line) else line


def as_yaml(value: Value) -> str:
    """A value as the files of a library are written."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120, default_flow_style=False
    )
    return text


def in_a_line(value: Value) -> str:
    """A value in a line, as people write short ones: `{sets: 3, reps: 8}`."""
    return str(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=1000, default_flow_style=True)).strip()


class _Dumper(yaml.SafeDumper):
    """Lists stand indented below their field, as in the cards of the library."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """One step in, lists too."""
        super().increase_indent(flow=flow, indentless=False)
