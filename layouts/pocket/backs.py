"""The side to read, in the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import code, tiers
from layouts.blocks import ended, foot, sentences, stop_zone, tab
from layouts.column import Column
from publisher.geometry import Box
from publisher.model.card import (
    Advice,
    Card,
    Explanation,
    FormCue,
    FormFault,
    Movement,
    Tier,
    WarningSign,
)
from publisher.problems import Phrase
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.model.card import Step
    from publisher.typesetting.face import Face


def back(card: Card, setting: Setting, trim: Size, body: float, *, coded: bool = False) -> Face:
    """The side to read: how to do it, where to feel it, when to stop, and how we know.

    The code that opens the card on a phone stands here if the front had no room for it and is not `coded`.
    """
    surface = Surface(trim, setting.typeface, body, card.title)
    scale = setting.scale
    tab_bottom = 0.0 if setting.leaves_out("tab") else tab(surface, setting, card).bottom
    with surface.artifact():
        y = _running_title(card, setting, surface)
    stop = getattr(card.body, "stop_if", ())
    # Measured before the rows above it, and drawn after them: it is read where it stands.
    limit = stop_zone(surface.trial(), setting, card, stop) - 0.28 * scale.margin
    top, beside = y + 0.3 * scale.margin, tab_bottom + 0.35 * scale.margin
    tried = Column(surface.trial(), setting, top, limit, beside)
    _rows(card, tried)
    kept = 0.0 if coded else code.kept(setting, card, limit - tried.y)
    tried.limit -= kept
    column = Column(surface, setting, top, limit, beside, air=tried.spread())
    _rows(card, column)
    column.end()
    if not coded:
        _code(card, setting, surface, Box(0, column.y + 0.2 * scale.margin if kept else top, trim.width, 0), limit)
    stop_zone(surface, setting, card, stop)
    foot(surface, setting, card)
    return surface.face()


def _code(card: Card, setting: Setting, surface: Surface, room: Box, limit: float) -> None:
    """The code at the right over the stop zone or the foot, or a note that it found no room on the whole card."""
    if not code.is_wanted(setting, card):
        return
    where = code.place(surface, setting, card, room.y, limit)
    if where is None:
        surface.leave_out("code")
        return
    code.draw(surface, setting, card, where)


def _rows(card: Card, column: Column) -> None:
    """What the back says between its title and its stop zone."""
    parts: dict[type, Callable[[Card, Column], None]] = {
        Movement: _movement_back,
        FormCue: _form_cue_back,
        FormFault: _form_fault_back,
        Explanation: _explanation_back,
        WarningSign: _warning_back,
        Advice: _advice_back,
    }
    parts[type(card.body)](card, column)


def _running_title(card: Card, setting: Setting, surface: Surface) -> float:
    """The title again, for the eye; whoever hears the card has just heard it."""
    scale = setting.scale
    style = setting.style(scale.back_title, bold=True)
    beside = 0.0 if setting.leaves_out("tab") else scale.tab_width + 0.6 * scale.margin
    block = surface.set(card.title, style, surface.trim.width - 2 * scale.margin - beside, balanced=True)
    top = scale.margin + (setting.stock.clear_top if setting.stock else 0.0)
    return surface.write(block, scale.margin, top - 0.1 * scale.margin)


def _movement_back(card: Card, column: Column) -> None:
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


def _form_cue_back(card: Card, column: Column) -> None:
    cue, words = card.body, column.setting.words
    if not isinstance(cue, FormCue):
        return
    column.note("why", "why", words.say("card.why"), cue.why)
    _practice(column, cue.steps, cue.feel)
    for fault in cue.faults:
        column.note("fault", "fix", fault.see, fault.fix)


def _form_fault_back(card: Card, column: Column) -> None:
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


def _explanation_back(card: Card, column: Column) -> None:
    explanation, words = card.body, column.setting.words
    if not isinstance(explanation, Explanation):
        return
    for point in explanation.points:
        column.note("points", "fix", point.lead, point.text)
        column.gap(1.3)
    column.note("so", "feel", words.say("card.so"), explanation.so)


def _warning_back(card: Card, column: Column) -> None:
    sign, words = card.body, column.setting.words
    if not isinstance(sign, WarningSign):
        return
    tier = sign.tier
    spans = words.tier(tier, "name") + "."
    column.note("tier", tiers.ICONS[tier], spans, words.tier(tier, "any"), column.setting.theme.tiers[tier])
    column.gap(1.0)
    column.bullets("signs", sign.signs)
    column.gap(1.4)
    if tier is Tier.EMERGENCY:
        for said in sentences(words.tier(tier, "follow")):
            column.note("follow", "not", said, "")
        column.gap(1.4)
    if sign.say is not None:
        column.note("say", "phone", words.say("card.say"), Phrase(f"“{sign.say}”", sign.say.place))
        column.gap(1.4)
    column.note("why", "why", words.say("card.why"), sign.why)


def _advice_back(card: Card, column: Column) -> None:
    advice, words = card.body, column.setting.words
    if not isinstance(advice, Advice):
        return
    column.note("why", "why", words.say("card.why"), advice.why)
    column.gap(1.4)
    column.bullets("do", advice.do, "feel")
    column.gap(1.4)
    column.bullets("do_not", advice.do_not, "not")
