"""The reasons to stop any exercise of a handout, told once a page in one line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from layouts.handouts.measures import MARGIN
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
# What makes a reason narrower: it holds only then.
NARROWER = ("with", "when", "after", "as")


class _Reason(NamedTuple):
    """A reason taken apart: "a leg hurts, tingles or goes numb" is of "a leg", and any of three things."""

    of: str
    any_of: frozenset[str]


def shared(cards: Iterable[Card]) -> tuple[str, ...]:
    """The reasons of all exercises, the most frequent first: to stop for one is right with the others too.

    One that another says with more is not said twice.
    """
    counted = Counter(reason for card in cards for reason in _reasons(card) if _is_done(card))
    reasons = [reason for reason, _ in counted.most_common()]
    return tuple(one for one in reasons if not any(covers(other, one) for other in reasons if other != one))


def own(card: Card) -> Sequence[str]:
    """The reasons that only make sense beside their card: those of what is worn, eaten or rolled on."""
    return () if _is_done(card) else _reasons(card)


def covers(wide: str, narrow: str) -> bool:
    """Whether somebody who stops for one reason has stopped for the other: it names the same and more, or less when."""
    if any(narrow.startswith(f"{wide} {word} ") for word in NARROWER):
        return True
    one, other = _apart(wide), _apart(narrow)
    return one.of == other.of and other.any_of < one.any_of


def _apart(reason: str) -> _Reason:
    first, *more = reason.replace(" or ", ", ").split(", ")
    of, _, what = first.rpartition(" ")
    return _Reason(of, frozenset((what, *more)))


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
