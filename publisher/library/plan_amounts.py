"""Days, weeks and steps, as a plan writes them."""

from __future__ import annotations

import re
from typing import NamedTuple

from publisher.library.nodes import Node, Sequence
from publisher.library.several import ListOf
from publisher.library.shapes import Choice, Pattern, Schema, refuse, scalar
from publisher.library.spelling import did_you_mean, listed
from publisher.model.plan import Day, Step, Weeks

_DAYS = tuple(day.value for day in Day)
_DAYS_IN_A_WEEK = len(_DAYS)
_STEP_FORM = re.compile(r"(-?[0-9]{1,3})( %| s| min)?")
_WEEKS_FORM = Pattern(
    re.compile(r"[0-9]{1,2}( to [0-9]{1,2})?"),
    "not-weeks",
    "is not a week, or weeks from one to another.",
    "3 to 8",
    "weeks",
)


# As a calendar names them too: mon, tues, thurs.
_SHORT = {"tues": Day.TUESDAY, "weds": Day.WEDNESDAY, "thurs": Day.THURSDAY}
_BY_NAME = {**{day.value: day for day in Day}, **{day.value[:3]: day for day in Day}, **_SHORT}


def _either_case(name: str) -> str:
    """A pattern for a word in small or capital letters."""
    return "".join(f"[{sign.upper()}{sign}]" for sign in name)


class _Day(NamedTuple):
    """The name of a day, or its first letters, in small or capital letters."""

    def read(self, node: Node) -> Day:
        text = scalar(node, "a day, such as `monday`").text
        found = _BY_NAME.get(text.lower())
        if found is None:
            hint = f"{did_you_mean(text, _DAYS)}Write one of {listed(_DAYS)}, or its first three letters."
            raise refuse("unknown-day", node, f"`{text}` is not a day of the week.", hint)
        return found

    def schema(self, *, whole: bool = True) -> Schema:
        short = "|".join(_either_case(name) for name in _BY_NAME)
        return {"anyOf": [Choice(Day).schema(whole=whole), {"type": "string", "pattern": f"^({short})$"}]}

    def describe(self) -> str:
        return "a day, such as `monday`"


_LIST = ListOf(_Day(), 1, _DAYS_IN_A_WEEK)


class Days(NamedTuple):
    """Days of the week, each once."""

    def read(self, node: Node) -> tuple[Day, ...]:
        """The days in the order of the week."""
        if isinstance(node, Sequence) and len(node.items) > _DAYS_IN_A_WEEK:
            sentence = f"this week has {len(node.items)} days; a week has {_DAYS_IN_A_WEEK}."
            raise refuse("too-many-days", node, sentence, f"Name each day once: {', '.join(_DAYS)}.")
        days = _LIST.read(node)
        if isinstance(node, Sequence):
            for at, (item, day) in enumerate(zip(node.items, days, strict=True)):
                if day in days[:at]:
                    raise refuse("same-day-twice", item, f"`{day.value}` is named twice.", "Delete one of them.")
        return tuple(day for day in Day if day in days)

    def schema(self, *, whole: bool = True) -> Schema:
        """An array of different days."""
        return {**_LIST.schema(whole=whole), "uniqueItems": True}

    def describe(self) -> str:
        """In words."""
        return "list of days, such as `[monday, thursday]`"


class WeeksOf(NamedTuple):
    """A week, or weeks from one to another."""

    def read(self, node: Node) -> Weeks:
        """First and last."""
        text = _WEEKS_FORM.read(node)
        first, _, last = text.partition(" to ")
        weeks = Weeks(int(first), int(last or first))
        if weeks.first > weeks.last:
            raise refuse("backwards-range", node, f"`{text}` runs backwards.", "Write the smaller number first.")
        return weeks

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A number, or a text such as "3 to 8"."""
        return {"anyOf": [{"type": "integer", "minimum": 1}, _WEEKS_FORM.schema()]}

    def describe(self) -> str:
        """In words."""
        return "a week or weeks, such as `2` or `3 to 8`"


class StepOf(NamedTuple):
    """What is added each time; `unit` is the one that may stand behind the number. Per cent are for times alone."""

    unit: str = ""

    def read(self, node: Node) -> Step:
        """The step. One of nothing, or less, is for whoever knows what it is added to."""
        text = scalar(node, f"`{self._example()}`").text
        form = _STEP_FORM.fullmatch(text)
        unit = (form[2] or "").strip() if form else ""
        if form is None or unit not in {"", self.unit, *(["%"] if self.unit else [])}:
            raise refuse("not-a-step", node, f"`{text}` is not what can be added here.", self._hint())
        return Step(int(form[1]), unit == "%")

    def _example(self) -> str:
        return f"5 {self.unit}" if self.unit else "2"

    def _hint(self) -> str:
        return f"Write it like `{self._example()}`{' or `10 %`' if self.unit else ''}."

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A number, or a text with its unit."""
        units = f"( {self.unit}| %)?" if self.unit else ""
        return {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 999},
                {"type": "string", "pattern": f"^[0-9]{{1,3}}{units}$"},
            ]
        }

    def describe(self) -> str:
        """In words."""
        return f"what is added, such as `{self._example()}`{' or `10 %`' if self.unit else ''}"
