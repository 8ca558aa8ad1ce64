"""The built-in cards with stand-ins for their figures: every kind of picture on every card that may have one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.figures.illustration import Framed, Illustration
from publisher.geometry import Point
from publisher.model.card import Explanation, FormCue, FormFault, Group, Movement, Picture, Position
from publisher.problems import Phrase
from tests.figures.stick_people import (
    ALL_FOURS,
    BIRD_DOG,
    BRIDGE,
    FLAT,
    FLAT_LIFTED,
    LYING,
    REACHING_UP,
    RUNNING,
    STANDING,
    a_palette,
    a_sketch,
    frames,
    right_and_wrong,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.model.card import Card

PAIRS = {
    Position.LYING_BACK: (LYING, BRIDGE),
    Position.LYING_FRONT: (FLAT, FLAT_LIFTED),
    Position.LYING_SIDE: (FLAT, FLAT_LIFTED),
    Position.ALL_FOURS: (ALL_FOURS, BIRD_DOG),
}
SPOTS = (("foot", Point(4, -3)), ("knee", Point(11, -29)), ("back", Point(3, -58)))


def with_pictures(cards: Iterable[Card], theme: str = "surefoot") -> tuple[list[Card], dict[str, Illustration]]:
    """Cards that name a figure, and the figures."""
    pairs = [(card, _picture(card, theme)) for card in cards]
    drawings = {str(card.id): found for card, found in pairs if found is not None}
    return [_tied(card) if found else replace(card, picture=None) for card, found in pairs], drawings


def _picture(card: Card, theme: str) -> Illustration | None:
    if isinstance(card.body, Movement):
        start, end = PAIRS.get(card.position, (STANDING, REACHING_UP))
        return frames(("start", start), ("end", end), group=card.group, theme=theme)
    if isinstance(card.body, FormCue):
        return right_and_wrong(theme=theme)
    if isinstance(card.body, FormFault):
        return Illustration(right_and_wrong(theme=theme).frames[1:])
    if isinstance(card.body, Explanation):
        sketch = a_sketch(RUNNING, spots=SPOTS)
        return Illustration((Framed("run", sketch, a_palette(Group.WHY, theme), wrong=False, slope=12.0),))
    return None


def _tied(card: Card) -> Card:
    """The card with its picture, and its second step tied to the last frame."""
    card = replace(card, picture=Picture(Phrase("figure"), Phrase("Somebody moves.")))
    if not isinstance(card.body, Movement):
        return card
    steps = [step._replace(pose=None) for step in card.body.steps]
    at = min(1, len(steps) - 1)
    steps[at] = steps[at]._replace(pose=Phrase("end"), caption=steps[at].caption or Phrase("Hold and breathe"))
    return replace(card, body=card.body._replace(steps=tuple(steps)))
