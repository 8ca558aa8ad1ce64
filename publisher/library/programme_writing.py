"""Programmes back into files, and doses into changes to cards: what is written can be read, and says the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publisher.library.drafting import as_value, as_yaml, in_a_line
from publisher.library.programme_shapes import PROGRAMME
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.model.card import Movement
from publisher.model.dose import Range, Sides, Tempo
from publisher.model.fillable import Fillable, names_in, spans
from publisher.problems import InputError
from publisher.programmes import is_other_work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.library.drafting import Value
    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.programme import DosePart, Prescribed, Programme
    from publisher.programmes import Exercise

# Parts of a dose that are times, seconds.
_TIMES = frozenset({"seconds", "hold", "rest"})
_DIGIT = re.compile(r"\d")
# Why a card with a dose that is kept may lack forms, or when to move on: `surefoot check` asks for them.
LACKS, BECAUSE = "missing-part", "What it said of another dose would be wrong with the dose that is kept."


def drafted(fields: Mapping[str, Value], exercises: Sequence[Mapping[str, str]]) -> Programme:
    """A programme from what was typed. Raises what the reader says of it, without a place.

    An exercise has `card`, and beside it `side`, `note`, `start`, `stop`, `days` or parts of its dose.
    """
    listed: list[Value] = [_typed(exercise) for exercise in exercises]
    whole: dict[str, Value] = {**fields, "exercises": listed}
    try:
        return PROGRAMME.read(read_tree(as_yaml(whole).encode(), "typed"))
    except (Refused, InputError) as refused:
        raise InputError(problem._replace(place=None) for problem in refused.problems) from None


def _typed(exercise: Mapping[str, str]) -> Value:
    own: dict[str, Value] = {}
    dose: dict[str, Value] = {}
    for name, text in exercise.items():
        if name == "days":
            own[name] = [day for day in re.split(r"[,;\s]+", text) if day]
        elif name in {"card", "side", "note", "start", "stop"}:
            own[name] = text
        else:
            dose[name] = as_value(text)
    return {**own, "dose": dose} if dose else own


def written(programme: Programme) -> str:
    """The programme as YAML that reads back to the same."""
    plain = ("id", "title", "purpose", "move_on", "because", "clinic")
    whole: dict[str, Value] = {name: str(text) for name in plain[:3] if (text := getattr(programme, name))}
    whole["exercises"] = [_exercise(each) for each in programme.exercises]
    if programme.remember:
        whole["remember"] = [str(text) for text in programme.remember]
    whole |= {name: str(text) for name in plain[3:] if (text := getattr(programme, name))}
    if programme.sources:
        whole["sources"] = [str(key) for key in programme.sources]
    if programme.version != 1:
        whole["version"] = str(programme.version)
    if programme.reviewed_by is not None:
        whole["reviewed_by"] = str(programme.reviewed_by)
    whole |= {name: day.isoformat() for name in ("reviewed", "next_review") if (day := getattr(programme, name))}
    return as_yaml(whole)


def _exercise(each: Prescribed) -> Value:
    own: dict[str, Value] = {"card": str(each.card)}
    if dose := dose_fields(each.dose):
        own["dose"] = dose
    if each.side is not None:
        own["side"] = each.side.value
    if each.note is not None:
        own["note"] = str(each.note)
    own |= {name: day.isoformat() for name in ("start", "stop") if (day := getattr(each, name)) is not None}
    if each.days:
        own["days"] = [day.value for day in each.days]
    if each.steps:
        own["steps"] = [str(step) for step in each.steps]
    return str(each.card) if len(own) == 1 else own


def dose_fields(dose: Dose | DosePart) -> dict[str, Value]:
    """The parts of a dose that are set, as an author writes them."""
    found: dict[str, Value] = {}
    for name, value in dose._asdict().items():
        if isinstance(value, Range):
            found[name] = as_value(_span(value, " s" if name in _TIMES else ""))
        elif isinstance(value, Tempo):
            found[name] = {part: f"{seconds:g} s" for part, seconds in value._asdict().items()}
        elif isinstance(value, Sides):
            found |= {} if value is Sides.NONE else {name: value.value}
        elif value is not None:
            found[name] = str(value)
    return found


def _span(span: Range, unit: str) -> str:
    return f"{span.low:g}{unit}" if span.is_single else f"{span.low:g}{unit} to {span.high:g}{unit}"


def dose_in_a_line(given: DosePart, whole: Dose, usual: Dose) -> str:
    """What is to be written in a programme so that its dose is the whole one, whatever the usual one is by now."""
    own, there, other = dose_fields(given), dose_fields(whole._replace(sides=Sides.NONE)), dose_fields(usual)
    return in_a_line({name: value for name, value in there.items() if name in own or other.get(name) != value})


def usual_dose(exercise: Exercise, card: Card) -> Dose | None:
    """The dose of a card as one person does it: a side, days and dates are that person's, and stay out of it."""
    body, own = exercise.card.body, card.body
    if not isinstance(body, Movement) or not isinstance(own, Movement):
        return None
    dose = body.dose._replace(sides=own.dose.sides)
    return dose._replace(days_a_week=own.dose.days_a_week) if exercise.prescribed.days else dose


def kept_dose(dose: Dose, below: Card) -> str:
    """A change to a card below that makes this its usual dose; what is gone of the dose is taken away."""
    body = below.body
    if not isinstance(body, Movement):
        return ""
    now, then = dose_fields(dose), dose_fields(body.dose)
    gone: dict[str, Value] = {name: None for name in then if name not in now}
    changed: dict[str, Value] = {name: value for name, value in now.items() if then.get(name) != value}
    beside: dict[str, Value] = dict.fromkeys(_unsaid(below, dose))
    whole: dict[str, Value] = {"extends": str(below.id), "dose": {**changed, **gone} or now, **beside}
    if beside:
        whole["excused"] = _excused(below)
    return as_yaml(whole)


def _excused(card: Card) -> list[Value]:
    """The excuses of a card, and one for what was taken away from it: lists of a change stand for the whole."""
    told = {str(each.rule): str(each.because) for each in card.excused}
    return [{"rule": rule, "because": because} for rule, because in ({LACKS: BECAUSE} | told).items()]


def _unsaid(card: Card, dose: Dose) -> Iterator[str]:
    """What a card says beside its steps that would be wrong with another dose: it is taken away."""
    body = card.body
    if not isinstance(body, Movement) or not is_other_work(body.dose, dose):
        return
    yield from (name for name in ("easier", "harder") if (form := getattr(body, name)) and form.of_dose)
    more, there = body.move_on, spans(dose)
    names = names_in(more.form) if isinstance(more, Fillable) else []
    if more is not None and (any(name not in there for name in names) or (not names and _DIGIT.search(more))):
        yield "move_on"
