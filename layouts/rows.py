"""What a card says in rows, kind by kind, in the order in which it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import tiers
from layouts.blocks import ended, sentences
from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, Tier, WarningSign
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.column import Column
    from publisher.model.card import Card, Step


def rows(card: Card, column: Column) -> None:
    """All that a card says under one another, but for its title and its reasons to stop."""
    parts: dict[type, Callable[[Card, Column], None]] = {
        Movement: _movement,
        FormCue: _form_cue,
        FormFault: _form_fault,
        Explanation: _explanation,
        WarningSign: _warning,
        Advice: _advice,
    }
    parts[type(card.body)](card, column)


def _movement(card: Card, column: Column) -> None:
    movement, words = card.body, column.setting.words
    if not isinstance(movement, Movement):
        return
    column.note("start", "start", words.say("card.start"), movement.start)
    _practice(column, movement.steps, movement.feel)
    _optional(column, "not_feel", "not", "card.not_feel", movement.not_feel)
    _optional(column, "breathing", "breath", "card.breathe", movement.breathing)
    for fault in movement.faults[:1]:
        column.note("fault", "fix", fault.see, fault.fix)
    for name, sign, variant in (("easier", "easier", movement.easier), ("harder", "harder", movement.harder)):
        if variant is not None:
            column.note(name, sign, words.say(f"card.{name}"), variant.text)
    if movement.precautions:
        said = Phrase(" ".join(movement.precautions), movement.precautions[0].place)
        column.note("precautions", "urgent", words.say("card.precaution"), said)
    _optional(column, "move_on", "move-on", "card.move_on", movement.move_on)


def _practice(column: Column, steps: Sequence[Step], feel: str) -> None:
    """The steps, and under the rule where to feel them."""
    column.gap(1.4)
    column.steps(steps, 0.5)
    column.line()
    column.note("feel", "feel", column.setting.words.say("card.feel"), ended(feel))


def _optional(column: Column, name: str, sign: str, label: str, text: str | None) -> None:
    if text is not None:
        column.note(name, sign, column.setting.words.say(label), ended(text))


def _form_cue(card: Card, column: Column) -> None:
    cue, words = card.body, column.setting.words
    if not isinstance(cue, FormCue):
        return
    column.note("why", "why", words.say("card.why"), cue.why)
    _practice(column, cue.steps, cue.feel)
    for fault in cue.faults:
        column.note("fault", "fix", fault.see, fault.fix)


def _form_fault(card: Card, column: Column) -> None:
    fault, words = card.body, column.setting.words
    if not isinstance(fault, FormFault):
        return
    column.note("why", "why", words.say("card.why"), fault.why)
    column.gap(1.4)
    column.note("signs", "not", words.say("card.looks_like"), "")
    column.bullets("signs", fault.signs)
    column.gap(1.4)
    column.note("steps", "feel", words.say("card.instead"), "")
    column.steps(fault.steps, 0.5)


def _explanation(card: Card, column: Column) -> None:
    explanation, words = card.body, column.setting.words
    if not isinstance(explanation, Explanation):
        return
    for number, point in enumerate(explanation.points, 1):
        if column.setting.leaves_out(f"point_{number}"):
            column.surface.leave_out("points")
            continue
        column.note("points", "fix", point.lead, point.text)
        column.gap(1.3)
    column.note("so", "feel", words.say("card.so"), explanation.so)


def _warning(card: Card, column: Column) -> None:
    sign, words = card.body, column.setting.words
    if not isinstance(sign, WarningSign):
        return
    tier = sign.tier
    spans = words.tier(tier, "name") + "."
    column.note("tier", tiers.ICONS[tier], spans, words.tier(tier, "any"), column.setting.theme.tiers[tier])
    column.gap(1.0)
    column.bullets("signs", sign.signs)
    column.gap(1.4)
    if tier is Tier.EMERGENCY and not column.setting.leaves_out("follow"):
        for said in sentences(words.tier(tier, "follow")):
            column.note("follow", "not", said, "")
        column.gap(1.4)
    if sign.say is not None:
        column.note("say", "phone", words.say("card.say"), Phrase(f"“{sign.say}”", sign.say.place))
        column.gap(1.4)
    column.note("why", "why", words.say("card.why"), sign.why)


def _advice(card: Card, column: Column) -> None:
    advice, words = card.body, column.setting.words
    if not isinstance(advice, Advice):
        return
    column.note("why", "why", words.say("card.why"), advice.why)
    column.gap(1.4)
    column.bullets("do", advice.do, "feel")
    column.gap(1.4)
    column.bullets("do_not", advice.do_not, "not")
