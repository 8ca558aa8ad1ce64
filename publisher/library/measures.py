"""Numbers that may be negative: angles, lengths in H, and lists of a few of them, as a pose file writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import said
from publisher.library.nodes import Node, Scalar, Sequence
from publisher.library.shapes import JSON, Refused, Schema, refuse, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.model.figure import MaybeTriple, Triple
    from publisher.problems import Problem

REAL = r"-?[0-9]{1,4}(\.[0-9]{1,6})?"
_REAL_FORM = re.compile(REAL)
# What people write for a number and YAML or we do not take: `-.42`, `+5`, `3.`, `90°`, `90 degrees`.
_NEARLY = re.compile(r"\+?(?P<minus>-?)(?P<whole>[0-9]{0,4})(\.(?P<part>[0-9]{0,6}))?\s*(°|deg(rees?)?)?")


class Real(NamedTuple):
    """A number between two others, which may be negative; `unit` and `of` are only told: "an angle", "degrees"."""

    low: float
    high: float
    unit: str = "H"
    of: str = "a number"

    def read(self, node: Node) -> float:
        """The number."""
        value = parsed(node, self.of)
        if self.low <= value <= self.high:
            return value
        sentence = f"{said(value)} is out of range here."
        raise refuse("out-of-range", node, sentence, f"Write a number from {said(self.low)} to {said(self.high)}.")

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A number, as an editor reads it, or the text that we read."""
        number: JSON = {"type": "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [number, {"type": "string", "pattern": f"^{REAL}$"}]}

    def describe(self) -> str:
        """In words."""
        return f"number, {said(self.low)} to {said(self.high)} {self.unit}".rstrip()


def parsed(node: Node, of: str) -> float:
    """A number as it is written; `of` is what it is, "an angle" or "a number"."""
    text = scalar(node, f"{of}, such as `-12`").text
    if _REAL_FORM.fullmatch(text):
        return float(text)
    nearly = _NEARLY.fullmatch(text)
    better = _better(nearly) if nearly else ""
    hint = f"Write `{better}`." if better else "Write digits alone, such as `-12` or `0.3`."
    raise refuse("not-an-angle" if of == "an angle" else "not-a-number", node, f"`{text}` is not {of}.", hint)


def _better(nearly: re.Match[str]) -> str:
    whole, part = nearly["whole"], nearly["part"]
    if not whole and not part:
        return ""
    return f"{nearly['minus']}{whole or '0'}{'.' + part if part else ''}"


class Reals(NamedTuple):
    """A list of a few numbers; `names` says what each is. With `gaps` any of them may be null."""

    item: Real
    names: tuple[str, ...]
    least: int = 0
    gaps: bool = False

    def read(self, node: Node) -> tuple[float | None, ...]:
        """As many as were written."""
        if not isinstance(node, Sequence):
            raise refuse("wrong-type", node, f"this should be a list of {self._told()}.", f"Write `{self._example()}`.")
        if not self._least() <= len(node.items) <= len(self.names):
            raise self._count(node)
        values: list[float | None] = []
        problems: list[Problem] = []
        for item in node.items:
            try:
                values.append(None if self.gaps and _gap(item) else self.item.read(item))
            except Refused as refused:
                problems += refused.problems
        if problems:
            raise Refused(*problems)
        return tuple(values)

    def _least(self) -> int:
        return self.least or len(self.names)

    def _count(self, node: Sequence) -> Refused:
        count, most = len(node.items), len(self.names)
        sentence = f"this list has {count} numbers; here it is {self._told()}."
        name = "too-many" if count > most else "too-few"
        return refuse(name, node, sentence, f"Write `{self._example()}`.")

    def _told(self) -> str:
        return ", ".join(self.names)

    def _example(self) -> str:
        return f"[{', '.join(['0'] * self._least())}]"

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """An array."""
        item: Schema = self.item.schema()
        if self.gaps:
            item = {"anyOf": [item, {"type": "null"}]}
        return {"type": "array", "items": item, "minItems": self._least(), "maxItems": len(self.names)}

    def describe(self) -> str:
        """In words."""
        gaps = "; null leaves one free" if self.gaps else ""
        return f"list of {self._told()}, each {self.item.describe()}{gaps}"


def _gap(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_nothing


class Spot(NamedTuple):
    """A place or a direction: three numbers."""

    names: tuple[str, str, str] = ("x", "y", "z")
    item: Real = Real(-5, 5)

    def read(self, node: Node) -> Triple:
        """All three."""
        return _three(value or 0.0 for value in Reals(self.item, self.names).read(node))

    def schema(self, *, whole: bool = True) -> Schema:
        """An array of three numbers."""
        return Reals(self.item, self.names).schema(whole=whole)

    def describe(self) -> str:
        """In words."""
        return Reals(self.item, self.names).describe()


def _three(values: Iterable[float]) -> Triple:
    first, second, third = values
    return first, second, third


class Pin(NamedTuple):
    """Three numbers of which any may be null."""

    names: tuple[str, str, str]

    def read(self, node: Node) -> MaybeTriple:
        """All three."""
        first, second, third = self._list().read(node)
        return first, second, third

    def _list(self) -> Reals:
        return Reals(Real(-5, 5), self.names, gaps=True)

    def schema(self, *, whole: bool = True) -> Schema:
        """An array of three numbers or nulls."""
        return self._list().schema(whole=whole)

    def describe(self) -> str:
        """In words."""
        return self._list().describe()
