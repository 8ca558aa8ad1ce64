"""How long a session takes: the doses of its cards, one after another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publisher.model.card import Card
    from publisher.model.dose import Dose


def doses_of(cards: Iterable[Card]) -> Iterator[Dose]:
    """The doses of those cards that have one; advice and signs take no time of a session."""
    found: Iterator[Dose | None] = (getattr(card.body, "dose", None) for card in cards)
    return (dose for dose in found if dose is not None)


def minutes_of(cards: Iterable[Card]) -> int:
    """Whole minutes of all doses: the middle of each, every side, and its rests; a part of a minute counts as one."""
    return whole_minutes(doses_of(cards))


def whole_minutes(doses: Iterable[Dose]) -> int:
    """Whole minutes of these doses, rounded up; 0 for none."""
    spans = (dose.total_seconds() for dose in doses)
    return math.ceil(sum((span.low + span.high) / 2 for span in spans) / 60)
