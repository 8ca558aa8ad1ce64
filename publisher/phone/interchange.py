"""Exercises for other programs: schema.org `ExercisePlan` as JSON-LD. How they come in: `publisher.phone.taking`.

The terms that schema.org has are used as it says (https://schema.org/ExercisePlan): name, exerciseType, repetitions,
activityDuration and the like. What it has no term for stands in `additionalVariable`, a line each: "cue: Grow tall.".
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from publisher.model.card import Movement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publisher.model.card import Card, Step
    from publisher.model.dose import Dose, Range
    from publisher.words import Words

JSON: TypeAlias = "str | int | float | list[JSON] | dict[str, JSON]"
TYPE, CONTEXT = "ExercisePlan", "https://schema.org"


def written(cards: Iterable[Card], words: Words) -> bytes:
    """The exercises among some cards as one JSON-LD file; the same cards give the same bytes."""
    graph: list[JSON] = [_plan(card, card.body, words) for card in cards if isinstance(card.body, Movement)]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def _plan(card: Card, body: Movement, words: Words) -> JSON:
    dose = body.dose
    plan: dict[str, JSON] = {
        "@type": TYPE,
        "identifier": str(card.id),
        "name": str(card.title),
        "description": str(card.purpose),
        "inLanguage": words.language,
        "exerciseType": card.kind.value,
        "category": card.group.value,
        "activityDuration": f"PT{dose.minutes()}M",
    }
    if card.also_called:
        plan["alternateName"] = [str(name) for name in card.also_called]
    if dose.reps is not None:
        plan["repetitions"] = _quantity(dose.reps)
    if dose.days_a_week is not None:
        plan["activityFrequency"] = {**_quantity(dose.days_a_week), "unitText": "days a week"}
    if dose.rest is not None:
        plan["restPeriods"] = {**_quantity(dose.rest), "unitCode": "SEC"}
    if dose.effort is not None:
        plan["intensity"] = str(dose.effort)
    plan["hasPart"] = [_step(place, step) for place, step in enumerate(body.steps, 1)]
    plan["additionalVariable"] = [f"{name}: {said}" for name, said in _lines(card, body)]
    return plan


def _step(place: int, step: Step) -> JSON:
    """A step; its `name` is the caption under the picture that shows it."""
    said: dict[str, JSON] = {"@type": "HowToStep", "position": place, "text": str(step.text)}
    return said if step.caption is None else {**said, "name": str(step.caption)}


def _quantity(span: Range) -> dict[str, JSON]:
    if span.is_single:
        return {"@type": "QuantitativeValue", "value": _number(span.low)}
    return {"@type": "QuantitativeValue", "minValue": _number(span.low), "maxValue": _number(span.high)}


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _lines(card: Card, body: Movement) -> Iterator[tuple[str, str]]:
    yield "level", str(card.level)
    if card.position is not None:
        yield "position", card.position.value
    yield "region", card.region.value
    yield from (("equipment", str(thing)) for thing in card.equipment)
    yield from (("tags", str(tag)) for tag in card.tags)
    for name in ("cue", "start", "feel", "not_feel", "breathing", "move_on"):
        said = getattr(body, name)
        if said is not None:
            yield name, str(said)
    for fault in body.faults:
        yield from (("see", str(fault.see)), ("fix", str(fault.fix)))
    for name, variant in (("easier", body.easier), ("harder", body.harder)):
        if variant is not None:
            yield name, str(variant.text)
    yield from (("precautions", str(said)) for said in body.precautions)
    yield from _dose_lines(body.dose)
    yield from (("stop_if", str(said)) for said in body.stop_if)


def _dose_lines(dose: Dose) -> Iterator[tuple[str, str]]:
    for name, unit in (("sets", ""), ("seconds", " s"), ("hold", " s"), ("per_day", ""), ("weeks", "")):
        span: Range | None = getattr(dose, name)
        if span is not None:
            yield name, _span(span) + unit
    if dose.tempo is not None:
        yield "tempo", " - ".join(f"{part:g}" for part in dose.tempo)
    if dose.sides.count > 1:
        yield "sides", dose.sides.value
    for name, said in (("load", dose.load), ("when", dose.when)):
        if said is not None:
            yield name, str(said)


def _span(span: Range) -> str:
    return f"{span.low:g}" if span.is_single else f"{span.low:g} to {span.high:g}"


def left_out(cards: Sequence[Card]) -> int:
    """How many of some cards are no exercises, and have no place in the file."""
    return sum(not isinstance(card.body, Movement) for card in cards)
