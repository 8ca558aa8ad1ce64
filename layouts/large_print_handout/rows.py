"""How an exercise is done, in rows: what to take care of stands before the steps, as a patient reads before moving."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layouts.handouts.movement import before_steps, noted
from publisher.model.dose import Range

if TYPE_CHECKING:
    from layouts.column import Column
    from layouts.handouts.desk import Desk
    from publisher.model.card import Movement
    from publisher.words import Words

# Around the steps, and between two of them, in units of a poker card's millimetres.
AROUND, BETWEEN = 0.7, 0.3


def tempo_told(words: Words, movement: Movement) -> bool:
    """Whether the steps say themselves how many seconds it takes to go down and up, and to stay between."""
    tempo = movement.dose.tempo
    if tempo is None:
        return False
    *before, last = (str(step.text) for step in movement.steps)
    # To count to 3 says it too, but the last step has numbers of sets and times.
    return all(
        _is_in(words.counted(Range(value, value), "seconds"), " ".join((*before, last)))
        or (value > 1 and _is_in(words.number(value), " ".join(before)))
        for value in tempo
        if value
    )


def _is_in(said: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(said)}\b", text) is not None


def steps_and_notes(desk: Desk, movement: Movement, column: Column) -> None:
    """Where to begin, what to take care of, the numbered steps, and how it should be."""
    before_steps(movement, column)
    column.gap(AROUND, 0.5)
    column.steps(movement.steps, BETWEEN)
    column.gap(AROUND, 0.5)
    for each in noted(desk, movement):
        column.note(*each)
