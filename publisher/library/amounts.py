"""Numbers, ranges, times, colours and yes or no, as an author writes them. Only the digits 0 to 9 count."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from publisher import colour
from publisher.library.shapes import DATE, JSON, Schema, refuse, scalar
from publisher.model.dose import Range

if TYPE_CHECKING:
    from publisher.library.nodes import Node

_NUMBER = r"[0-9]{1,7}(\.[0-9]{1,4})?"
_NUMBER_FORM = re.compile(_NUMBER)
_WHOLE_FORM = re.compile(r"[0-9]{1,7}")
_RANGE_FORM = re.compile(rf"({_NUMBER})( to ({_NUMBER}))?")
_DASHED = re.compile(rf"({_NUMBER})\s*[-\u2013\u2014]\s*({_NUMBER})(.*)")
_CLOCK = re.compile(r"([0-9]+):([0-9]{2})")

# "1 min 30 s", "2 min", "30 s", "45".
_TIME = rf"({_NUMBER} min( [0-9]{{1,2}} s)?|{_NUMBER} s|{_NUMBER})"
_SPAN = re.compile(rf"(?P<first>{_TIME})( to (?P<last>{_TIME}))?")
_UNITS = {"s": 1.0, "min": 60.0}


def said(value: float) -> str:
    """A number without a needless ".0"."""
    return f"{value:g}"


class Number(NamedTuple):
    """A number between two others, both included; `unit` is only told."""

    low: float
    high: float
    unit: str = ""

    def read(self, node: Node) -> float:
        """The number."""
        text = scalar(node, f"a number, such as `{said(self.high)}`").text
        if not _NUMBER_FORM.fullmatch(text):
            hint = f"Write digits alone, such as `{said(self.high)}`."
            raise refuse("not-a-number", node, f"`{text}` is not a number.", hint)
        return within(float(text), self, node)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A number, as an editor reads it, or the text that we read."""
        number: JSON = {"type": "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [number, {"type": "string", "pattern": f"^{_NUMBER}$"}]}

    def describe(self) -> str:
        """In words."""
        unit = f" {self.unit}" if self.unit else ""
        return f"number, {said(self.low)} to {said(self.high)}{unit}"


def within(value: float, limits: Number | Whole, node: Node) -> float:
    """The value, when it lies within the limits."""
    if limits.low <= value <= limits.high:
        return value
    sentence = f"{said(value)} is out of range here."
    hint = f"Write a number from {said(limits.low)} to {said(limits.high)}."
    raise refuse("out-of-range", node, sentence, hint)


class Whole(NamedTuple):
    """A whole number between two others, both included."""

    low: int
    high: int

    def read(self, node: Node) -> int:
        """The number."""
        text = scalar(node, f"a whole number, such as `{self.low}`").text
        if not _WHOLE_FORM.fullmatch(text):
            hint = f"Write digits alone, such as `{self.low}`."
            raise refuse("not-a-number", node, f"`{text}` is not a whole number.", hint)
        return int(within(int(text), self, node))

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """An integer, or the text that we read."""
        number: JSON = {"type": "integer", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [number, {"type": "string", "pattern": "^[0-9]{1,7}$"}]}

    def describe(self) -> str:
        """In words."""
        return f"whole number, {self.low} to {self.high}"


class RangeOf(NamedTuple):
    """A number, or a range: "8" or "8 to 12"."""

    low: float
    high: float

    def read(self, node: Node) -> Range:
        """Both ends."""
        text = scalar(node, "a number or a range, such as `8 to 12`").text
        form = _RANGE_FORM.fullmatch(text)
        if form is None:
            raise refuse("not-a-range", node, f"`{text}` is not a number or a range.", _range_hint(text))
        limits = Number(self.low, self.high)
        low = within(float(form[1]), limits, node)
        high = within(float(form[4]), limits, node) if form[4] else low
        return _forwards(Range(low, high), text, node)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A number, or a text such as "8 to 12"."""
        number: JSON = {"type": "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [number, {"type": "string", "pattern": f"^{_NUMBER}( to {_NUMBER})?$"}]}

    def describe(self) -> str:
        """In words."""
        return f"number or range, such as `8 to 12`; from {said(self.low)} to {said(self.high)}"


def _range_hint(text: str) -> str:
    dashed = _DASHED.fullmatch(text)
    return f"Write `{dashed[1]} to {dashed[3]}{dashed[5]}`." if dashed else "Write `8`, or `8 to 12`."


def _forwards(span: Range, text: str, node: Node) -> Range:
    if span.low <= span.high:
        return span
    hint = "Write the smaller number first."
    raise refuse("backwards-range", node, f"`{text}` runs backwards.", hint)


class Time(NamedTuple):
    """A time or a range of times, in seconds when no unit is written: "60 s", "1 min 30 s", "30 to 60 s"."""

    most: float = 7200.0

    def read(self, node: Node) -> Range:
        """Both ends in seconds."""
        text = scalar(node, "a time, such as `60 s`").text
        form = _SPAN.fullmatch(text)
        if form is None:
            raise refuse("not-a-time", node, f"`{text}` is not a time.", _time_hint(text))
        first, last = form["first"], form["last"] or form["first"]
        # "30 to 60 s" and "1 to 2 min": the first number takes the unit of the second.
        if first.replace(".", "").isdigit() and " " in last:
            first = f"{first} {last.rsplit(' ', 1)[1] if last.count(' ') == 1 else 's'}"
        limits = Number(0, self.most)
        span = Range(within(_seconds(first), limits, node), within(_seconds(last), limits, node))
        return _forwards(span, text, node)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A number of seconds, or a text with units."""
        number: JSON = {"type": "number", "minimum": 0, "maximum": self.most}
        return {"anyOf": [number, {"type": "string", "pattern": f"^{_TIME}( to {_TIME})?$"}]}

    def describe(self) -> str:
        """In words."""
        return "time, such as `60 s`, `1 min 30 s` or `30 to 60 s`; a bare number is seconds"


def _seconds(text: str) -> float:
    words = text.split(" ")
    if len(words) == 1:
        return float(words[0])
    return sum(float(number) * _UNITS[unit] for number, unit in zip(words[::2], words[1::2], strict=True))


def _time_hint(text: str) -> str:
    clock = _CLOCK.fullmatch(text)
    if clock:
        return f"Write `{int(clock[1])} min {int(clock[2])} s`." if int(clock[2]) else f"Write `{int(clock[1])} min`."
    dashed = _DASHED.fullmatch(text)
    if dashed:
        return f"Write `{dashed[1]} to {dashed[3]}{dashed[5]}`."
    return "Write `60 s`, `1 min 30 s` or `30 to 60 s`."


class Seconds(NamedTuple):
    """One time, in seconds."""

    most: float = 120.0

    def read(self, node: Node) -> float:
        """The seconds."""
        span = Time(self.most).read(node)
        if not span.is_single:
            raise refuse("not-a-time", node, "this should be one time, not a range.", f"Write `{said(span.low)} s`.")
        return span.low

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A number of seconds, or a text with units."""
        number: JSON = {"type": "number", "minimum": 0, "maximum": self.most}
        return {"anyOf": [number, {"type": "string", "pattern": f"^{_TIME}$"}]}

    def describe(self) -> str:
        """In words."""
        return "time, such as `3` or `3 s`"


class Flag(NamedTuple):
    """Yes or no."""

    def read(self, node: Node) -> bool:
        """Whether it is yes."""
        text = scalar(node, "`yes` or `no`").text
        if text not in {"yes", "no", "true", "false"}:
            raise refuse("not-yes-or-no", node, f"`{text}` is neither yes nor no.", "Write `yes` or `no`.")
        return text in {"yes", "true"}

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A boolean, as an editor reads it, or one of our words."""
        return {"enum": [True, False, "yes", "no", "true", "false"]}

    def describe(self) -> str:
        """In words."""
        return "`yes` or `no`"


class ColourOf(NamedTuple):
    """A colour as "#RRGGBB"; names and three digits are refused, because programs disagree about them."""

    def read(self, node: Node) -> colour.Colour:
        """The colour."""
        hint = 'Write a colour in quotes, such as "#0B5F5C".'
        text = scalar(node, 'a colour in quotes, such as "#0B5F5C"').text
        found = colour.parse(text)
        if found is None:
            raise refuse("not-a-colour", node, f"`{text}` is not a colour: # and six digits 0 to 9, A to F.", hint)
        return found

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A string."""
        return {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}

    def describe(self) -> str:
        """In words."""
        return 'colour, such as `"#0B5F5C"` (in quotes)'


class DateOf(NamedTuple):
    """A day, as a date."""

    def read(self, node: Node) -> dt.date:
        """The date."""
        return dt.date.fromisoformat(DATE.read(node))

    def schema(self, *, whole: bool = True) -> Schema:
        """A string with a pattern."""
        return DATE.schema(whole=whole)

    def describe(self) -> str:
        """In words."""
        return DATE.describe()
