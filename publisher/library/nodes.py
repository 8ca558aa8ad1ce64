"""What a YAML file says before anybody has decided what it means: texts, lists and fields, each with its place."""

from __future__ import annotations

from typing import NamedTuple

from publisher.problems import Phrase, Place

# What an author may write for "nothing here". Only unquoted: "null" in quotes is a word.
_NOTHING = frozenset({"", "~", "null"})


class Scalar(NamedTuple):
    """One value as it was written. Nothing has been guessed: `no`, `1:30` and `08` are texts."""

    text: str
    plain: bool
    file: str
    line: int
    column: int

    @property
    def place(self) -> Place:
        """Where it starts."""
        return Place(self.file, self.line, self.column)

    @property
    def is_nothing(self) -> bool:
        """Whether the author left it empty, or wrote `null` or `~`."""
        return self.plain and self.text in _NOTHING

    @property
    def phrase(self) -> Phrase:
        """The text, which keeps its place."""
        return Phrase(self.text, self.place)


class Sequence(NamedTuple):
    """A list."""

    items: list[Node]
    file: str
    line: int
    column: int

    @property
    def place(self) -> Place:
        """Where it starts."""
        return Place(self.file, self.line, self.column)

    @property
    def is_nothing(self) -> bool:
        """A list is something, even without entries."""
        return False


class Mapping(NamedTuple):
    """Fields by name, in the order in which they were written: the name as written, and its value."""

    fields: dict[str, tuple[Scalar, Node]]
    file: str
    line: int
    column: int

    @property
    def place(self) -> Place:
        """Where it starts."""
        return Place(self.file, self.line, self.column)

    @property
    def is_nothing(self) -> bool:
        """A mapping is something, even without fields."""
        return False

    def value(self, name: str) -> Node | None:
        """The value of a field, or None when it is not there or was left empty."""
        entry = self.fields.get(name)
        return None if entry is None or entry[1].is_nothing else entry[1]

    def text(self, name: str) -> Scalar | None:
        """The value of a field when it is a single value."""
        value = self.value(name)
        return value if isinstance(value, Scalar) else None


Node = Scalar | Sequence | Mapping


def width(node: Node) -> int:
    """How many characters a caret line should underline."""
    if not isinstance(node, Scalar):
        return 1
    first = node.text.split("\n", 1)[0]
    return max(1, len(first) + (0 if node.plain else 2))
