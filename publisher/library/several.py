"""Several of something: a list, a table by name; and a short form beside a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple

from publisher.library.nodes import Mapping, Node, Scalar, Sequence
from publisher.library.shapes import Read, Refused, Schema, Shape, refuse
from publisher.problems import Problem

if TYPE_CHECKING:
    from publisher.problems import Phrase


class ListOf(NamedTuple, Generic[Read]):
    """A list, in the order in which it is written."""

    item: Shape[Read]
    least: int = 0
    most: int = 50

    def read(self, node: Node) -> tuple[Read, ...]:
        """Every entry; all that is wrong in any of them."""
        if not isinstance(node, Sequence):
            one = isinstance(node, Scalar) and node.text
            hint = f"Write `[{node.text}]`." if one else "Start each entry with `- `."
            raise refuse("wrong-type", node, "this should be a list.", hint)
        values: list[Read] = []
        problems: list[Problem] = []
        for item in node.items:
            try:
                values.append(self.item.read(item))
            except Refused as refused:
                problems += refused.problems
        if not self.least <= len(node.items) <= self.most:
            problems.append(self._count(node))
        if problems:
            raise Refused(*problems)
        return tuple(values)

    def _count(self, node: Sequence) -> Problem:
        count = len(node.items)
        if count < self.least:
            sentence = f"this list has {count} entries; it needs at least {self.least}."
            hint = f"Add at least {self.least - count}, each on a line that starts with `- `."
            return Problem("too-few", sentence, hint, node.place)
        sentence = f"this list has {count} entries; the most is {self.most}."
        return Problem("too-many", sentence, f"Take out {count - self.most}, or make two cards of it.", node.place)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """An array."""
        return {"type": "array", "items": self.item.schema(), "minItems": self.least, "maxItems": self.most}

    def describe(self) -> str:
        """In words."""
        count = f"{self.least} to {self.most}" if self.least else f"up to {self.most}"
        return f"list of {count}: {self.item.describe()}"


class Either(NamedTuple, Generic[Read]):
    """A single value for the plain case, or a group of fields."""

    short: Shape[Read]
    long: Shape[Read]

    def read(self, node: Node) -> Read:
        """Whichever was written."""
        return self.long.read(node) if isinstance(node, Mapping) else self.short.read(node)

    def schema(self, *, whole: bool = True) -> Schema:
        """Any of the two."""
        return {"anyOf": [self.short.schema(), self.long.schema(whole=whole)]}

    def describe(self) -> str:
        """In words."""
        return f"{self.short.describe()}; or {self.long.describe()}"


class Instead(NamedTuple, Generic[Read]):
    """A group of fields, or another group where `mark` is among the fields."""

    usual: Shape[Read]
    other: Shape[Read]
    mark: str

    def read(self, node: Node) -> Read:
        """Whichever was written."""
        marked = isinstance(node, Mapping) and self.mark in node.fields
        return self.other.read(node) if marked else self.usual.read(node)

    def schema(self, *, whole: bool = True) -> Schema:
        """The one or the other."""
        marked: Schema = {"type": "object", "required": [self.mark]}
        return {"if": marked, "then": self.other.schema(whole=whole), "else": self.usual.schema(whole=whole)}

    def describe(self) -> str:
        """In words."""
        return f"{self.usual.describe()}; or {self.other.describe()}"


class TableOf(NamedTuple, Generic[Read]):
    """Values by a name that the author chooses."""

    key: Shape[Phrase]
    item: Shape[Read]

    def read(self, node: Node) -> dict[Phrase, Read]:
        """Every entry."""
        if not isinstance(node, Mapping):
            hint = "Write `name: value` on the next line, indented."
            raise refuse("wrong-type", node, "this should be a group of fields.", hint)
        values: dict[Phrase, Read] = {}
        problems: list[Problem] = []
        for key, value in node.fields.values():
            try:
                values[self.key.read(key)] = self.item.read(value)
            except Refused as refused:
                problems += refused.problems
        if problems:
            raise Refused(*problems)
        return values

    def schema(self, *, whole: bool = True) -> Schema:
        """An object."""
        names = self.key.schema()
        return {"type": "object", "propertyNames": names, "additionalProperties": self.item.schema(whole=whole)}

    def describe(self) -> str:
        """In words."""
        return f"fields named by {self.key.describe()}, each {self.item.describe()}"
