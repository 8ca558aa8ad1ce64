"""What was read before: while files are watched, only those that say something else are read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple

from publisher.library.reading import read_tree
from publisher.library.shapes import Read, Refused
from publisher.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from publisher.library.nodes import Mapping
    from publisher.library.shapes import Shape
    from publisher.problems import Problem


class Outcome(NamedTuple, Generic[Read]):
    """What reading gave: a value, or problems that are told each time. `of` is what was read."""

    of: object
    value: Read | None
    problems: tuple[Problem, ...] = ()


class Memory:
    """Trees by their files and bytes, and values by their trees. What the last reading did not ask for is let go."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._now: dict[Hashable, Outcome[object]] = {}
        self._before: dict[Hashable, Outcome[object]] = {}

    def begin(self) -> None:
        """Read once more: what is asked for from now on is what will be known the next time."""
        self._before, self._now = self._now, {}

    def tree(self, data: bytes, file: str) -> Mapping:
        """The fields of a file that holds these bytes. Raises all problems found."""
        known = self._before.get(file)
        if known is None or known.of != data:
            known = _tree(data, file)
        self._now[file] = known
        if known.value is None:
            raise InputError(known.problems)
        tree: Mapping = known.value  # type: ignore[assignment]  # what is kept under the name of a file
        return tree

    def value(self, node: Mapping, shape: Shape[Read]) -> Read:
        """What a tree says, read by its shape; `Refused` with everything that is wrong."""
        known = self._held(("value", id(node)), node, lambda: _value(node, shape))
        if known.problems:
            raise Refused(*known.problems)
        value: Read = known.value  # type: ignore[assignment]  # a tree is read by one shape only
        return value

    def doubts(self, node: Mapping, tell: Callable[[Mapping], Iterable[Problem]]) -> tuple[Problem, ...]:
        """What may be meant in a tree and may be a slip."""
        return self._held(("doubts", id(node)), node, lambda: Outcome(node, None, tuple(tell(node)))).problems

    def again(self, of: object, value: Read) -> Read:
        """The value that was made of the same thing before, if it was the same; else this one."""
        key = ("again", id(of))
        known = self._before.get(key)
        if known is None or known.of is not of or known.value != value:
            known = Outcome(of, value)
        self._now[key] = known
        same: Read = known.value  # type: ignore[assignment]  # what is kept under the name of what it was made of
        return same

    def _held(self, key: Hashable, node: Mapping, read: Callable[[], Outcome[object]]) -> Outcome[object]:
        """What was read of this very tree. It is held, so that no other can take its identity."""
        known = self._before.get(key)
        if known is None or known.of is not node:
            known = read()
        self._now[key] = known
        return known


def _tree(data: bytes, file: str) -> Outcome[object]:
    try:
        return Outcome(data, read_tree(data, file))
    except InputError as error:
        return Outcome(data, None, error.problems)


def _value(node: Mapping, shape: Shape[Read]) -> Outcome[object]:
    try:
        return Outcome(node, shape.read(node))
    except Refused as refused:
        return Outcome(node, None, refused.problems)
