"""The fields of a dose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import Number, RangeOf, Seconds, Time, within
from publisher.library.records import Field, Record
from publisher.library.several import Either
from publisher.library.shapes import Choice, Fragment, Schema, refuse, scalar
from publisher.model.dose import Dose, Sides, Tempo
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.library.nodes import Mapping, Node


def _amount(node: Mapping) -> Iterable[Problem]:
    reps, seconds = node.value("reps"), node.value("seconds")
    if (reps is None) == (seconds is None):
        both = "both `reps` and `seconds`" if reps else "neither `reps` nor `seconds`"
        hint = "Keep one: `reps` counts, `seconds` times." if reps else "Write `reps: 8 to 12`, or `seconds: 30`."
        yield Problem("dose-without-amount", f"this dose has {both}.", hint, node.place)


class TempoInShort(NamedTuple):
    """A tempo as people write it down, "3-0-1": seconds down, of pause, up."""

    def read(self, node: Node) -> Tempo:
        """The three times."""
        text = scalar(node, "a tempo, such as `3-0-1`").text
        form = _IN_SHORT.fullmatch(text)
        if form is None:
            hint = "Write seconds down, of pause and up: `3-0-1`, or `{down: 3, pause: 0, up: 1}`."
            raise refuse("not-a-tempo", node, f"`{text}` is no tempo of three times.", hint)
        down, pause, up = (within(float(part), Number(0, Seconds().most), node) for part in form.groups())
        return Tempo(down, pause, up)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A text with a pattern."""
        return {"type": "string", "pattern": f"^{_IN_SHORT.pattern}$"}

    def describe(self) -> str:
        """In words."""
        return "tempo, such as `3-0-1`"


_IN_SHORT = re.compile(r"([0-9]{1,3}) ?[-/\u2013] ?([0-9]{1,3}) ?[-/\u2013] ?([0-9]{1,3})")
TEMPO: Either[Tempo] = Either(
    TempoInShort(),
    Record(
        "a tempo",
        Tempo,
        (
            Field("down", Seconds(), "Seconds on the way down."),
            Field("pause", Seconds(), "Seconds held at the end."),
            Field("up", Seconds(), "Seconds on the way up."),
        ),
    ),
)
DOSE = Record(
    "a dose",
    Dose,
    (
        Field("sets", RangeOf(1, 20), "How many sets."),
        Field("reps", RangeOf(1, 200), "How many times in a set. Give either this or seconds.", needed=False),
        Field("seconds", Time(), "How long a set lasts, for work done for time.", needed=False),
        Field("hold", Time(600), "How long each rep is held.", needed=False),
        Field("tempo", TEMPO, "Seconds of each part of a rep: down, pause, up.", needed=False),
        Field("sides", Choice(Sides), "What the dose is done once for each of.", needed=False),
        Field("load", Fragment(60), "What is carried or pulled, such as 5 kg.", needed=False),
        Field("effort", Fragment(60), "How hard it should feel.", needed=False),
        Field("rest", Time(1200), "Rest between sets.", needed=False),
        Field("per_day", RangeOf(1, 24), "How often a day.", needed=False),
        Field("days_a_week", RangeOf(1, 7), "On how many days a week.", needed=False),
        Field("weeks", RangeOf(1, 104), "For how many weeks.", needed=False),
        Field("when", Fragment(60), "When, such as: before each run.", needed=False),
    ),
    _amount,
)
