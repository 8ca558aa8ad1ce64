"""The fields of a programme, and what can be wrong with one by itself. Cards it names are looked up in `references`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import DateOf, RangeOf, Time, Whole
from publisher.library.dose_shape import TEMPO
from publisher.library.nodes import Mapping, Node, Scalar, Sequence, width
from publisher.library.plan_amounts import Days
from publisher.library.records import Field, Record
from publisher.library.several import Either, ListOf
from publisher.library.shapes import ID, Choice, Fragment, Schema, Text
from publisher.library.signing import NEXT_REVIEW, SIGNATURE, signed_in_full
from publisher.model import programme as model
from publisher.model.programme import MOST_EXERCISES, MOST_LINES, MOST_SOURCES
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator


def _one_way(node: Mapping) -> Iterator[Problem]:
    """What is counted is not timed, and a rep with a tempo has no hold beside it."""
    for first, second, which in (
        ("reps", "seconds", "`reps` counts, `seconds` times"),
        ("hold", "tempo", "a tempo has its own pause"),
        ("seconds", "hold", "`seconds` times a set, `hold` is for each of several `reps`"),
        ("seconds", "tempo", "`seconds` times a set, `tempo` is for each of several `reps`"),
    ):
        if node.value(first) is not None and (other := node.value(second)) is not None:
            sentence = f"this dose has both `{first}` and `{second}`."
            yield Problem("dose-without-amount", sentence, f"Keep one: {which}.", other.place, width(other))


# The same fields for a column of a list, `plank.sets`, as for a programme.
DOSE_FIELDS = (
    Field("sets", RangeOf(1, 20), "How many sets.", needed=False),
    Field(
        "reps",
        RangeOf(1, 200),
        "How many times in a set; what is timed on its card takes `hold` beside.",
        needed=False,
    ),
    Field("seconds", Time(), "How long a set lasts; you are warned where the card counts.", needed=False),
    Field("hold", Time(600), "How long each rep is held.", needed=False),
    Field("tempo", TEMPO, "Seconds of each part of a rep: down, pause, up.", needed=False),
    Field("load", Fragment(60), "What is carried or pulled, such as 5 kg.", needed=False),
    Field("effort", Fragment(60), "How hard it should feel.", needed=False),
    Field("rest", Time(1200), "Rest between sets.", needed=False),
    Field("per_day", RangeOf(1, 24), "How often a day.", needed=False),
    Field("days_a_week", RangeOf(1, 7), "On how many days a week.", needed=False),
    Field("weeks", RangeOf(1, 104), "For how many weeks.", needed=False),
    Field("when", Fragment(60), "When, such as: before each run.", needed=False),
)
DOSE_PART = Record("a dose for one person", model.DosePart, DOSE_FIELDS, _one_way)


def _in_time(node: Mapping) -> Iterator[Problem]:
    """The last day comes after the first; days of the week are named or counted, not both."""
    start, stop = node.text("start"), node.text("stop")
    if start is not None and stop is not None and stop.text < start.text:
        sentence = f"the last day, {stop.text}, comes before the first, {start.text}."
        yield Problem("stop-before-start", sentence, "Write the later day as `stop`.", stop.place, width(stop))
    dose, days = node.value("dose"), node.value("days")
    counted = dose.value("days_a_week") if isinstance(dose, Mapping) else None
    if days is not None and counted is not None:
        sentence = "`days` names the days of the week, and `days_a_week` counts them: one of them may be wrong."
        yield Problem("days-told-twice", sentence, "Keep `days`.", counted.place, width(counted))


class _Plain(NamedTuple):
    """The id of a card alone: its dose is as on the card."""

    def read(self, node: Node) -> model.Prescribed:
        return model.Prescribed(ID.read(node))

    def schema(self, *, whole: bool = True) -> Schema:
        return ID.schema(whole=whole)

    def describe(self) -> str:
        return "the id of a card"


PRESCRIBED: Either[model.Prescribed] = Either(
    _Plain(),
    Record(
        "an exercise of a programme",
        model.Prescribed,
        (
            Field("card", ID, "The id of its card."),
            Field("dose", DOSE_PART, "What differs from the dose on the card.", needed=False),
            Field("side", Choice(model.Side), "The one side that it is done on; else both.", needed=False),
            Field("note", Text(160), "A line for this exercise, printed as written.", needed=False),
            Field("start", DateOf(), "The first day, if not at once.", needed=False),
            Field("stop", DateOf(), "The last day.", needed=False),
            Field("days", Days(), "The days of the week on which it is done.", needed=False),
            Field(
                "steps",
                ListOf(Text(240), 1, 7),
                "What to do in your own words, as many steps as the card has.",
                needed=False,
            ),
        ),
        _in_time,
    ),
)


def _whole(node: Mapping) -> Iterator[Problem]:
    """A card stands in a programme once; who has checked it says when."""
    yield from signed_in_full(node)
    listed = node.value("exercises")
    seen: dict[str, Scalar] = {}
    for item in listed.items if isinstance(listed, Sequence) else ():
        name = item.text("card") if isinstance(item, Mapping) else item
        if isinstance(name, Scalar) and seen.setdefault(name.text, name) is not name:
            sentence = f"`{name.text}` stands in this programme twice, first in line {seen[name.text].line}."
            yield Problem("same-card-twice", sentence, "Keep one of them.", name.place, width(name))


PROGRAMME = Record(
    "a programme",
    model.Programme,
    (
        Field("id", ID, "The name of the programme on the command line."),
        Field("title", Text(48), "The title that is printed."),
        Field("purpose", Text(140), "What it is for, in one line to the patient."),
        Field("exercises", ListOf(PRESCRIBED, 1, MOST_EXERCISES), "Ids of cards, or exercises with their own dose."),
        Field(
            "remember",
            ListOf(Text(100), 1, MOST_LINES),
            "What to remember and do; what pain is fine is added.",
            needed=False,
        ),
        Field("move_on", Text(160), "When to do more, and what more is.", needed=False),
        Field(
            "sources",
            ListOf(ID, 1, MOST_SOURCES),
            "Keys of sources.yaml behind `remember` and `move_on`.",
            needed=False,
        ),
        Field("because", Text(160), "Why it may have more than 5 exercises or 20 minutes.", needed=False),
        Field("version", Whole(1, 9999), "Counts up with each change; 1 if not given.", needed=False),
        *SIGNATURE,
        NEXT_REVIEW,
        Field("clinic", ID, "The id of the clinic that gives it out.", needed=False),
    ),
    _whole,
)
