"""The reasons to stop any exercise of a handout, told once a page in one line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from layouts.handouts.measures import MARGIN
from layouts.handouts.reasons import merged
from layouts.signs import icon, rule
from publisher.geometry import Box, mm
from publisher.model.card import FormCue, FormFault, Movement
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layouts.handouts.desk import Desk
    from publisher.model.card import Card
    from publisher.typesetting.surface import Surface

# Inside the zone, over and under its words, millimetres.
PAD = 1.4


def shared(cards: Iterable[Card]) -> tuple[str, ...]:
    """The reasons of all exercises, the most frequent first: to stop for one is right with the others too.

    One that another says with more is not said twice.
    """
    counted = Counter(reason for card in cards for reason in _reasons(card) if _is_done(card))
    return merged(reason for reason, _ in counted.most_common())


def own(card: Card) -> Sequence[str]:
    """The reasons that only make sense beside their card: those of what is worn, eaten or rolled on."""
    return () if _is_done(card) else _reasons(card)


def _is_done(card: Card) -> bool:
    return isinstance(card.body, Movement | FormCue | FormFault)


def _reasons(card: Card) -> Sequence[str]:
    reasons: Sequence[str] = getattr(card.body, "stop_if", ())
    return reasons


def zone(desk: Desk, surface: Surface, reasons: Sequence[str], top: float) -> float:
    """From edge to edge under a heavy rule; gives the height below it. Nothing where there is no reason."""
    if not reasons:
        return top
    setting, side = desk.setting, 1.3 * mm(desk.body)
    words, thick = setting.words, setting.scale.stop_rule
    label = words.say("card.stop_if") if len(desk.handout.exercises) == 1 else desk.say("stop_any")
    spans = [Span(label, Weight.BOLD), WORD_SPACE, Span(words.stop_if(reasons), Weight.REGULAR)]
    block = surface.set(spans, desk.plain, desk.width - side - 2.2)
    y = top + thick + PAD
    bottom = y + block.height + PAD
    with surface.artifact():
        rule(surface, Box(-3.0, top, surface.trim.width + 6.0, bottom - top), setting.theme.stop_ground)
        rule(surface, Box(-3.0, top, surface.trim.width + 6.0, thick), setting.theme.ink)
        where = Box(MARGIN, y + (block.leading - side) / 2, side, side)
        icon(surface, setting, "stop", where, setting.theme.wrong)
    with surface.element(Role.PARAGRAPH):
        surface.write(block, MARGIN + side + 2.2, y, field="stop_if")
    return bottom
