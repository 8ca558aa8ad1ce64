"""How long a session takes: the doses of its cards, one after another."""

from __future__ import annotations

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
    """The minutes that the cards print, added up: whoever adds up the lines of a cover finds its total."""
    return whole_minutes(doses_of(cards))


def whole_minutes(doses: Iterable[Dose]) -> int:
    """The whole minutes of these doses, each as its card prints it (`Dose.minutes`); 0 for none."""
    return sum(dose.minutes() for dose in doses)
