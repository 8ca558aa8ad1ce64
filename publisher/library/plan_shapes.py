"""The fields of a plan, and what can be wrong with one by itself. What it names is looked up in `plan_references`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import Whole
from publisher.library.card_shapes import EVIDENCE
from publisher.library.nodes import Mapping, Node, Scalar, Sequence, width
from publisher.library.plan_amounts import Days, StepOf, WeeksOf
from publisher.library.records import Field, Record
from publisher.library.review_shapes import PLAN_REVIEW
from publisher.library.several import Either, ListOf
from publisher.library.shapes import ID, Choice, Schema, Text
from publisher.library.spelling import listed
from publisher.model import plan as model
from publisher.model.card import Group
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_WEEKS = 26
_MOST_MINUTES = 600

_EVERY = Field("every", Whole(1, _MOST_WEEKS), "Every how many weeks; 1 if not given.", needed=False)
_FROM = Field("from_week", Whole(1, _MOST_WEEKS), "The first week with more; else after `every` weeks.", needed=False)


def _no_growth(node: Node, step: model.Step, what: str) -> Problem | None:
    """A step that adds nothing, or takes away."""
    text = node.text if isinstance(node, Scalar) else ""
    if step.amount == 0:
        sentence, hint = f"`{text}` adds nothing, so {what} never grow.", "Write a number over 0, or delete it."
        return Problem("growth-never-ends", sentence, hint, node.place, width(node))
    if step.amount < 0:
        sentence = f"`{text}` takes away from {what}, time after time, down to 0."
        hint = f"A plan grows: write `{text.removeprefix('-')}`."
        return Problem("growth-to-nothing", sentence, hint, node.place, width(node))
    return None


def _minutes_that_end(node: Mapping) -> Iterator[Problem]:
    """Minutes that grow need a number at which they stop, and it is not under the first."""
    start, add, most = (node.value(name) for name in ("start", "add", "most"))
    if start is None or add is None:
        return
    wrong = _no_growth(add, StepOf("min").read(add), f"the {_number(start)} minutes at the start")
    if wrong is not None:
        yield wrong
    elif most is None:
        sentence = "these minutes grow and nothing says where they stop."
        yield Problem("growth-never-ends", sentence, "Add `most:`, such as `most: 30`.", add.place, width(add))
    elif _number(most) < _number(start):
        sentence = f"`most` is {_number(most)}, less than the {_number(start)} minutes at the start."
        yield Problem("most-below-start", sentence, "Write the larger number here.", most.place, width(most))


def _number(node: Node) -> int:
    return Whole(0, _MOST_MINUTES).read(node)


_GROWING_MINUTES = Record(
    "minutes that grow",
    model.Minutes,
    (
        Field("start", Whole(0, _MOST_MINUTES), "Minutes in the first week."),
        Field("add", StepOf("min"), "What is added each time.", needed=False),
        _EVERY,
        _FROM,
        Field("most", Whole(0, _MOST_MINUTES), "Where it stops.", needed=False),
    ),
    _minutes_that_end,
)


class _PlainMinutes(NamedTuple):
    """Minutes that stay as they are."""

    def read(self, node: Node) -> model.Minutes:
        return model.Minutes(_number(node))

    def schema(self, *, whole: bool = True) -> Schema:
        return Whole(0, _MOST_MINUTES).schema(whole=whole)

    def describe(self) -> str:
        return "minutes, such as `30`"


_MINUTES: Either[model.Minutes] = Either(_PlainMinutes(), _GROWING_MINUTES)
_RUN = Record(
    "a run",
    model.Run,
    (
        Field("minutes", _MINUTES, "How long it is in all."),
        Field("downhill", _MINUTES, "How many of these minutes lead downhill.", needed=False),
    ),
)

_GROWN = (("sets", ""), ("reps", ""), ("seconds", "s"), ("hold", "s"))


def _doses_that_grow(node: Mapping) -> Iterator[Problem]:
    """At least one part of a dose grows, and none shrinks; a card's own range ends it."""
    steps = [(name, unit, value) for name, unit in _GROWN if (value := node.value(name)) is not None]
    for name, unit, value in steps:
        wrong = _no_growth(value, StepOf(unit).read(value), f"the {name}")
        if wrong is not None:
            yield wrong
    if not steps:
        hint = "Add one of them, such as `reps: 2`."
        sentence = f"nothing grows here: there is none of {listed(name for name, _ in _GROWN)}."
        yield Problem("growth-of-nothing", sentence, hint, node.place)


_GROWTH = Record(
    "how doses grow",
    model.Growth,
    (
        Field("sets", StepOf(), "Sets to add each time, up to the most on the card.", needed=False),
        Field("reps", StepOf(), "Reps to add.", needed=False),
        Field("seconds", StepOf("s"), "Seconds of work to add.", needed=False),
        Field("hold", StepOf("s"), "Seconds of each hold to add.", needed=False),
        _EVERY,
        _FROM,
    ),
    _doses_that_grow,
)

_WHAT = ("deck", "cards", "run")


def _one_thing(node: Mapping) -> Iterator[Problem]:
    """A session is a deck, or cards, or a run; only cards have doses that grow."""
    given = [name for name in _WHAT if node.value(name) is not None]
    if len(given) != 1:
        has = f"has {listed(given, 'and')}" if given else f"has none of {listed(_WHAT)}"
        hint = "Keep one." if given else "Write `deck:` and the id of a publication, or `run: {minutes: 30}`."
        yield Problem("session-of-one-thing", f"this session {has}; it needs one of them.", hint, node.place)
    grows = node.fields.get("grows")
    if given == ["run"] and grows is not None:
        sentence, hint = (
            "a run grows in minutes, not in sets or reps.",
            "Write `run: {minutes: {start: 20, add: 5, ...}}`.",
        )
        yield Problem("growth-of-nothing", sentence, hint, grows[0].place, len("grows"))


_SESSION = Record(
    "a session",
    model.Session,
    (
        Field("name", Text(24), "What the plan calls it, such as Strength A."),
        Field("group", Choice(Group), "Which icon and colour it has."),
        Field("days", Days(), "On which days of the week it falls."),
        Field("deck", ID, "The id of a publication: its cards are done.", needed=False),
        Field("cards", ListOf(ID, 1, 20), "Ids of the cards that are done.", needed=False),
        Field("run", _RUN, "A run in minutes.", needed=False),
        Field("weeks", WeeksOf(), "In which weeks; all if not given.", needed=False),
        Field("grows", _GROWTH, "How its doses grow.", needed=False),
    ),
    _one_thing,
)
_PAIN = Record(
    "a pain rule",
    model.Pain,
    (
        Field("carry_on", Text(120), "What to do at 0 to 3 out of 10."),
        Field("ease_off", Text(120), "What to do at 4 to 5."),
        Field("stop", Text(120), "What to do over 5."),
    ),
)
_FIELDS = (
    Field("id", ID, "The name of the plan in publications and on the command line."),
    Field("title", Text(40), "The title that is printed."),
    Field("subtitle", Text(120), "A line under the title.", needed=False),
    Field("group", Choice(Group), "Which icon and colour its page has."),
    Field("weeks", Whole(1, _MOST_WEEKS), "How many weeks it lasts."),
    Field("sessions", ListOf(_SESSION, 1, 12), "What is done; sessions of one day in the order of that day."),
    Field("rest_days", Days(), "Days without a session."),
    Field("how", ListOf(Text(140), 1, 5), "Rules for each day, a line each."),
    Field("pain", _PAIN, "What to do with the plan when it hurts."),
    Field("missed_week", Text(200), "What to do after a week that was missed."),
    Field("after", Text(200), "What follows the last week.", needed=False),
    Field("evidence", EVIDENCE, "How well it is shown to work."),
    Field("review", PLAN_REVIEW, "Who signed the plan off.", needed=False),
)


def _plan_check(node: Mapping) -> Iterator[Problem]:
    weeks = node.value("weeks")
    rest = {name for name, _ in _texts(node.value("rest_days"))}
    seen: dict[str, Scalar] = {}
    for session in _groups(node.value("sessions")):
        yield from _on_rest_days(session, rest)
        if weeks is not None:
            yield from _outside(session, _number(weeks))
        name = session.text("name")
        if name is not None and seen.setdefault(name.text, name) is not name:
            sentence = f"another session is called `{name.text}` too, in line {seen[name.text].line}."
            yield Problem("same-session-twice", sentence, "Give one of them another name.", name.place, width(name))


def _groups(node: Node | None) -> list[Mapping]:
    return [item for item in node.items if isinstance(item, Mapping)] if isinstance(node, Sequence) else []


def _texts(node: Node | None) -> list[tuple[str, Scalar]]:
    items = node.items if isinstance(node, Sequence) else []
    return [(item.text, item) for item in items if isinstance(item, Scalar)]


def _on_rest_days(session: Mapping, rest: set[str]) -> Iterator[Problem]:
    for day, node in _texts(session.value("days")):
        if day in rest:
            hint = f"Move the session to another day, or take `{day}` out of `rest_days`."
            yield Problem("session-on-rest-day", f"{day} is a rest day of this plan.", hint, node.place, width(node))


def _outside(session: Mapping, weeks: int) -> Iterator[Problem]:
    """Weeks that the plan does not have."""
    own = session.value("weeks")
    run = session.value("run")
    minutes = [run.value(name) for name in ("minutes", "downhill")] if isinstance(run, Mapping) else []
    growing = [one for one in (session.value("grows"), *minutes) if isinstance(one, Mapping)]
    begins = [(found, _number(found)) for one in growing if (found := one.value("from_week")) is not None]
    ends = [] if own is None else [(own, WeeksOf().read(own).last), (own, WeeksOf().read(own).first)]
    for node, week in [*ends[:1], *begins]:
        if not 1 <= week <= weeks:
            yield _no_such_week(node, week, weeks)
    if ends and ends[1][1] < 1:
        yield _no_such_week(*ends[1], weeks)


def _no_such_week(node: Node, week: int, weeks: int) -> Problem:
    sentence = f"week {week} is not in this plan, which has weeks 1 to {weeks}."
    return Problem("week-outside-plan", sentence, f"Write a week from 1 to {weeks}.", node.place, width(node))


PLAN = Record("a plan", model.Plan, _FIELDS, _plan_check)
