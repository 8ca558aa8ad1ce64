"""Groups of fields: which there are, which are needed, and what is built from them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias

from publisher.library.nodes import Mapping, Node, Scalar
from publisher.library.shapes import JSON, Read, Refused, Schema, Shape, refuse
from publisher.library.spelling import did_you_mean
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What makes a value from the fields of a record, by name: a dataclass of the model, or a function. A type
# checker cannot see that the fields fit; `tests/library/test_records.py` checks it for every record.
Build: TypeAlias = Callable[..., Read]  # type: ignore[explicit-any]


class Field(NamedTuple):
    """One field. A field that is not needed and not given is left to the model's own default."""

    name: str
    shape: Shape[object]
    doc: str
    needed: bool = True


class Record(NamedTuple, Generic[Read]):
    """A group of fields. `called` is what messages call it, with its article: "a dose"."""

    called: str
    build: Build[Read]
    fields: tuple[Field, ...]
    check: Callable[[Mapping], Iterable[Problem]] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(field.name for field in self.fields)

    def read(self, node: Node) -> Read:
        """What the fields say, or everything that is wrong with them."""
        if not isinstance(node, Mapping):
            sentence = f"{self.called} is a group of fields; this is {_kind_of(node)}."
            raise refuse(
                "wrong-type", node, sentence, f"Write `{self.fields[0].name}: ...` on the next line, indented."
            )
        values, problems = read_fields(node, self.fields, self.called)
        if self.check and not problems:
            problems += self.check(node)
        if problems:
            raise Refused(*problems)
        return self.build(**values)

    def schema(self, *, whole: bool = True) -> Schema:
        """A closed object."""
        return {"type": "object", "additionalProperties": False, **fields_schema(self.fields, whole=whole)}

    def describe(self) -> str:
        """In words."""
        return f"{self.called}: " + ", ".join(f"`{field.name}`" for field in self.fields)


def _kind_of(node: Node) -> str:
    if isinstance(node, Scalar):
        return "empty" if node.is_nothing else "a single value"
    return "a list"


def read_fields(
    node: Mapping, fields: Sequence[Field], called: str, elsewhere: Sequence[str] = ()
) -> tuple[dict[str, object], list[Problem]]:
    """The values of the fields that were given, and all that is wrong.

    `elsewhere` are fields that do exist, but on things of another kind.
    """
    values: dict[str, object] = {}
    names = [field.name for field in fields]
    problems = [_unknown(node.fields[name][0], fields, called, elsewhere) for name in node.fields if name not in names]
    for field in fields:
        entry = node.fields.get(field.name)
        if entry is not None and not (entry[1].is_nothing and not field.needed):
            try:
                values[field.name] = field.shape.read(entry[1])
            except Refused as refused:
                problems += refused.problems
        elif field.needed:
            problems.append(_missing(node, field, called))
    return values, problems


def _unknown(key: Scalar, fields: Sequence[Field], called: str, elsewhere: Sequence[str]) -> Problem:
    names = [field.name for field in fields]
    near = _below(key.text, fields) or did_you_mean(key.text, names)
    hint = f"{near}{called[:1].upper()}{called[1:]} has {', '.join(names)}."
    name = "field-of-another-kind" if key.text in elsewhere else "unknown-field"
    sentence = f"`{key.text}` is not a field of {called}."
    return Problem(name, sentence, hint, key.place, max(1, len(key.text)))


def _below(name: str, fields: Sequence[Field]) -> str:
    """Where a field that stands one step too far out belongs, or nothing."""
    homes = [field.name for field in fields if isinstance(field.shape, Record) and name in field.shape.names]
    return f"Write it below `{homes[0]}:`, indented. " if homes else ""


def _missing(node: Mapping, field: Field, called: str) -> Problem:
    hint = f"Add `{field.name}:` ({field.doc[:1].lower()}{field.doc[1:].rstrip('.')})."
    return Problem("missing-field", f"{called} needs `{field.name}`, which is not here.", hint, node.place)


def fields_schema(fields: Sequence[Field], *, whole: bool = True) -> Schema:
    """`properties` and `required` of a group of fields."""
    properties: dict[str, JSON] = {}
    for field in fields:
        inner = field.shape.schema(whole=whole)
        if not field.needed:
            inner = {"anyOf": [inner, {"type": "null"}]}
        properties[field.name] = {"description": field.doc, **inner}
    schema: Schema = {"properties": properties}
    needed = [field.name for field in fields if field.needed]
    return {**schema, "required": needed} if needed and whole else schema
