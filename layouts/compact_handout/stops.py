"""The reasons to stop that exercises of a handout have in common, told once a page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from layouts.handouts.measures import MARGIN
from layouts.signs import icon, rule
from publisher.geometry import Box, mm
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
    """The reasons of more than one card, the most frequent first: to stop for one is right with the others too."""
    counted = Counter(reason for card in cards for reason in reasons_of(card))
    return tuple(reason for reason, count in counted.most_common() if count > 1)


def reasons_of(card: Card) -> Sequence[str]:
    """Why somebody stops an exercise; nothing for what is only read."""
    reasons: Sequence[str] = getattr(card.body, "stop_if", ())
    return reasons


def zone(desk: Desk, surface: Surface, reasons: Sequence[str], top: float) -> float:
    """From edge to edge under a heavy rule; gives the height below it. Nothing where the exercises share no reason."""
    if not reasons:
        return top
    setting, side = desk.setting, 1.3 * mm(desk.body)
    words, thick = setting.words, setting.scale.stop_rule
    spans = [Span(desk.say("stop_any"), Weight.BOLD), WORD_SPACE, Span(words.stop_if(reasons), Weight.REGULAR)]
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
