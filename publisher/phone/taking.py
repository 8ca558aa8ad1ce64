"""Exercises of other programs as answers that a card can be drafted from: schema.org `ExercisePlan` as JSON-LD.

What comes in is read by the strict reader of the library, so that everything wrong is told with its place.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.library import nodes
from publisher.library.drafting import doubts, id_of
from publisher.library.reading import read_tree
from publisher.model.card import Kind
from publisher.phone.interchange import CONTEXT, TYPE
from publisher.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.library.drafting import Path

# More than all cards that there are.
MOST, LONGEST_ID = 300, 60
# Lines of `additionalVariable`: our word, and the field that it goes into.
LINES: dict[str, Path] = {
    **{name: (name,) for name in ("position", "level", "region", "equipment", "tags", "precautions", "cue", "start")},
    **{name: (name,) for name in ("feel", "not_feel")},
    **{name: (name,) for name in ("breathing", "easier", "harder", "move_on", "stop_if")},
    **{name: ("faults", name) for name in ("see", "fix")},
    **{name: ("dose", name) for name in ("sets", "seconds", "hold", "sides", "load", "per_day", "weeks", "when")},
}
# What a line of tempo says, in its order.
TEMPO: tuple[Path, ...] = tuple(("dose", "tempo", part) for part in ("down", "pause", "up"))
SEVERAL = ("equipment", "tags", "precautions", "stop_if", "see", "fix")
KINDS = tuple(kind.value for kind in (Kind.EXERCISE, Kind.STRETCH, Kind.WARM_UP, Kind.DRILL, Kind.RECOVERY))
NEEDED = ("cue", "start", "feel")
_ESCAPED = re.compile(r"\\(?:\\|/|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})")
_DURATION = re.compile(r"PT(?=[0-9])(?:([0-9]{1,3})H)?(?:([0-9]{1,4})M)?(?:([0-9]{1,5})S)?")


class Taken(NamedTuple):
    """An exercise that came in: the id it asks for, and what goes into which field of a card; and lines passed over."""

    id: str
    answers: dict[Path, tuple[str, ...]]
    place: Place
    passed: tuple[str, ...] = ()


def read(content: bytes, file: str) -> tuple[Taken, ...]:
    """The exercises of a file, each value held against its field. Raises all that is wrong, with places."""
    plans = _plans(_tree(content, file), file)
    problems: list[Problem] = []
    taken = tuple(_Reading(plan, problems).taken() for plan in plans)
    if problems:
        raise InputError(problems)
    return taken


def _tree(content: bytes, file: str) -> nodes.Mapping:
    """The file as fields with places: JSON first, and then, as YAML holds JSON, by the reader of cards."""
    try:
        text = content.decode("utf-8-sig")
        json.loads(text, parse_constant=_no_constant, object_pairs_hook=_once)
    except UnicodeDecodeError:
        return read_tree(content, file)  # which says where
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        raise InputError([_not_json(place, error.msg.lower())]) from None
    except RecursionError:
        raise InputError([_not_json(Place(file), "it is nested too deep")]) from None
    except ValueError as error:
        raise InputError([_not_json(Place(file), str(error))]) from None
    # In JSON tabs stand between values only, and a backslash in texts only: every line stays where it is.
    return read_tree(_ESCAPED.sub(_unescaped, text.replace("\t", "  ")).encode(), file)


def _unescaped(found: re.Match[str]) -> str:
    """What YAML does not write like JSON: a slash, and a sign in two halves."""
    said = found[0]
    if said == "\\/":
        return "/"
    return said if said == "\\\\" else str(json.loads(f'"{said}"'))


def _no_constant(name: str) -> float:
    raise ValueError(f"`{name}` is not a value")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a field stands twice in one place")
    return found


def _not_json(place: Place, why: str) -> Problem:
    return Problem("not-json", f"this file is not JSON: {why}.", "Take the file as the other program wrote it.", place)


def _plans(root: nodes.Mapping, file: str) -> list[nodes.Mapping]:
    """Every ExercisePlan: the file itself, or those in its `@graph`."""
    context, graph = root.text("@context"), root.value("@graph")
    if context is None or not re.fullmatch(r"https?://schema\.org/?", context.text):
        hint = f'Its first field should be "@context": "{CONTEXT}".'
        raise InputError([Problem("not-schema-org", "this file does not say that it is schema.org.", hint, root.place)])
    found = graph.items if isinstance(graph, nodes.Sequence) else [root]
    plans = [each for each in found if isinstance(each, nodes.Mapping) and _said(each, "@type") == TYPE]
    if not plans or len(plans) > MOST:
        sentence = f"this file holds {len(plans)} exercises (`{TYPE}`); 1 to {MOST} can be taken."
        hint = f'Each needs "@type": "{TYPE}".'
        raise InputError([Problem("no-exercises", sentence, hint, Place(file))])
    return plans


def _said(node: nodes.Mapping, name: str) -> str:
    value = node.text(name)
    return "" if value is None else value.text


class _Reading:
    """One exercise being read. What is wrong with it goes into `problems`."""

    def __init__(self, plan: nodes.Mapping, problems: list[Problem]) -> None:
        self.plan, self.problems, self.begun = plan, problems, len(problems)
        self.answers: dict[Path, list[str]] = {}
        self.passed: list[str] = []

    def taken(self) -> Taken:
        self._texts()
        self._steps()
        for node in self._each("additionalVariable"):
            self._line(node)
        self._amounts()
        self._complete()
        asked = _said(self.plan, "identifier")
        name = _said(self.plan, "name")
        answers = {path: tuple(said) for path, said in self.answers.items()}
        return Taken(
            (id_of(asked) or id_of(name))[:LONGEST_ID].strip("-"), answers, self.plan.place, tuple(self.passed)
        )

    def _add(self, path: Path, node: nodes.Scalar, text: str) -> None:
        """One value for a field; or what the reader of cards would say of it, told where it stands here."""
        wrong = doubts(path, text)
        self.problems.extend(problem._replace(place=node.place, length=1) for problem in wrong)
        if not wrong:
            self.answers.setdefault(path, []).append(text)

    def _texts(self) -> None:
        pairs = (("name", "title"), ("description", "purpose"), ("category", "group"))
        for term, field in pairs:
            node = self.plan.text(term)
            if node is not None and (field != "group" or not doubts(("group",), node.text)):
                self._add((field,), node, node.text)
        for node in self._each("alternateName"):
            self._add(("also_called",), node, node.text)
        kind = self.plan.text("exerciseType")
        if kind is not None and kind.text in KINDS:
            self._add(("kind",), kind, kind.text)
        effort = self.plan.text("intensity")
        if effort is not None:
            self._add(("dose", "effort"), effort, effort.text)

    def _steps(self) -> None:
        """The texts of the steps; where any has a caption, beside them a caption for each, or nothing."""
        parts = self.plan.value("hasPart")
        captions: list[str] = []
        for part in parts.items if isinstance(parts, nodes.Sequence) else []:
            text = part.text("text") if isinstance(part, nodes.Mapping) else part
            if isinstance(text, nodes.Scalar):
                self._add(("steps",), text, text.text)
                captions.append(self._caption(part))
        if any(captions) and len(captions) == len(self.answers.get(("steps",), ())):
            self.answers |= {("steps", "text"): self.answers.pop(("steps",)), ("steps", "caption"): captions}

    def _caption(self, part: nodes.Node) -> str:
        """The name of a step, where it is as short as a caption; other programs name their steps at length."""
        name = part.text("name") if isinstance(part, nodes.Mapping) else None
        return "" if name is None or doubts(("steps", "caption"), name.text) else name.text

    def _each(self, term: str) -> list[nodes.Scalar]:
        value = self.plan.value(term)
        found = value.items if isinstance(value, nodes.Sequence) else [value]
        return [node for node in found if isinstance(node, nodes.Scalar)]

    def _line(self, node: nodes.Scalar) -> None:
        name, colon, said = node.text.partition(": ")
        if name == "tempo":
            self._tempo(node, said)
            return
        path = LINES.get(name)
        if colon and path is not None and (name in SEVERAL or path not in self.answers):
            self._add(path, node, said.strip())
        else:
            self.passed.append(name if colon else node.text)

    def _tempo(self, node: nodes.Scalar, said: str) -> None:
        """Seconds down, held and up: "3 - 0 - 1"; other ways to write it are passed over."""
        parts = [part.strip() for part in said.split("-")]
        if len(parts) == len(TEMPO) and TEMPO[0] not in self.answers:
            for path, part in zip(TEMPO, parts, strict=True):
                self._add(path, node, part)
        else:
            self.passed.append("tempo")

    def _amounts(self) -> None:
        """Reps, days and rest from their terms; where nothing is counted, the whole time is one set."""
        for term, field, unit in (
            ("repetitions", "reps", ""),
            ("activityFrequency", "days_a_week", ""),
            ("restPeriods", "rest", " s"),
        ):
            found = self._quantity(term)
            if found is not None:
                self._add(("dose", field), found[0], found[1] + unit)
        lasts = self.plan.text("activityDuration")
        if lasts is not None and not {("dose", "reps"), ("dose", "seconds")} & self.answers.keys():
            self._add(("dose", "seconds"), lasts, _seconds(lasts.text))
            self.answers.setdefault(("dose", "sets"), ["1"])

    def _quantity(self, term: str) -> tuple[nodes.Scalar, str] | None:
        value = self.plan.value(term)
        if isinstance(value, nodes.Scalar):
            return value, value.text
        if not isinstance(value, nodes.Mapping):
            return None
        one, low, high = (value.text(name) for name in ("value", "minValue", "maxValue"))
        if one is not None:
            return one, one.text
        return (low, f"{low.text} to {high.text}") if low is not None and high is not None else None

    def _complete(self) -> None:
        wanted = {"name": ("title",), "description": ("purpose",), "hasPart": ("steps",)}
        wanted |= {f"additionalVariable “{name}: …”": (name,) for name in NEEDED}
        there = {*self.answers, *(path[:1] for path in self.answers)}
        lacking = [term for term, path in wanted.items() if path not in there]
        if lacking and len(self.problems) == self.begun:  # what is wrong may be what is lacking
            name = _said(self.plan, "name") or "this"
            sentence = f"a card cannot be made of `{name}`: it has no {', no '.join(lacking)}."
            hint = "Ask where it comes from, or write the card: surefoot new exercise"
            self.problems.append(Problem("exercise-lacks", sentence, hint, self.plan.place))


def _seconds(duration: str) -> str:
    """An ISO 8601 duration as a card writes a time; what is none stays as it is, and is refused as it stands."""
    form = _DURATION.fullmatch(duration)
    if form is None:
        return duration
    return f"{sum(int(part or 0) * of for part, of in zip(form.groups(), (3600, 60, 1), strict=True))} s"


def unique(asked: str, known: Iterable[str]) -> str:
    """An id that nobody has: the one that is asked for, or with a number behind it."""
    taken = set(known)
    name, count = asked, 2
    while name in taken:
        name, count = f"{asked}-{count}", count + 1
    return name
