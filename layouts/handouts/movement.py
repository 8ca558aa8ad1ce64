"""The parts of one exercise in a handout, each set off from the next: how much, how, how it should be, when to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.blocks import ended
from layouts.column import Column
from layouts.courses import HAIRLINE
from layouts.handouts.doses import dose_line, note_line
from layouts.handouts.measures import INNER, MARGIN, TEXT
from layouts.signs import rule
from publisher.geometry import Box
from publisher.model.card import Movement
from publisher.typesetting.surface import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layouts.handouts.desk import Desk
    from publisher.model.card import Card
    from publisher.programmes import Exercise
    from publisher.typesetting.surface import Surface

# A ground reaches so far beyond the words on it: to their left and right, and above and below, millimetres.
ASIDE, PAD = 2.6, 0.9
# The bar at the left of the reasons to stop; between two columns of notes, and over and under their rule, millimetres.
BAR, BETWEEN, OVER, UNDER = 1.4, 5.0, 1.6, 1.2


class Detail(NamedTuple):
    """A note on how it should be: the name of its part, its icon, a bold label, and what goes on from it."""

    name: str
    sign: str
    label: str
    text: str


def dose_block(desk: Desk, surface: Surface, exercise: Exercise, box: Box) -> float:
    """How much, on a pale ground from the top of a box down, and under it a note; gives the height below them.

    For what is read there is a note at the most.
    """
    if not isinstance(exercise.card.body, Movement):
        return note_line(desk, surface, exercise, box)
    inner = box._replace(y=box.y + PAD)
    bottom = dose_line(desk, surface.trial(), exercise, inner) + PAD
    with surface.artifact():
        ground = Box(box.x - ASIDE, box.y, box.width + ASIDE, bottom - box.y)
        rule(surface, ground, desk.setting.colours(exercise.card).tint)
    dose_line(desk, surface, exercise, inner)
    return note_line(desk, surface, exercise, box._replace(y=bottom))


def column_in(desk: Desk, surface: Surface, box: Box, air: float = 0.0) -> Column:
    """Rows that begin at the top and at the left edge of a box: the margin inside its window lies outside of it."""
    window = Window(surface, Box(box.x - INNER, box.y, box.width + 2 * INNER, 0.0))
    return Column(window, desk.setting, 0.0, 1000.0, 0.0, air)


def how(movement: Movement, column: Column) -> None:
    """Where to begin, what to take care of, and the numbered steps under it."""
    before_steps(movement, column)
    column.gap(0.4, 0.1)
    column.steps(movement.steps, 0.3)


def before_steps(movement: Movement, column: Column) -> None:
    """Where to begin, and what to take care of: it is read before anybody moves."""
    say = column.setting.words.say
    column.note("start", "start", say("card.start"), movement.start)
    if movement.precautions:
        column.note("precautions", "urgent", say("card.precaution"), " ".join(movement.precautions))


def details(desk: Desk, surface: Surface, movement: Movement, top: float) -> float:
    """How it should be, in two columns under a thin rule, the last across both if it stands alone.

    Gives the height below the longer of the last two.
    """
    told = [each for each in noted(desk, movement) if not desk.setting.leaves_out(each.name)]
    if not told:
        return top
    y, whole = top + OVER, MARGIN + desk.width - TEXT
    with surface.artifact():
        rule(surface, Box(TEXT, y, whole, HAIRLINE), desk.setting.theme.ink)
    y, wide = y + UNDER, (whole - BETWEEN) / 2
    for first in range(0, len(told), 2):
        bottom = y
        beside = told[first : first + 2]
        for at, each in enumerate(beside):
            room = wide if len(beside) > 1 else whole
            column = column_in(desk, surface, Box(TEXT + at * (wide + BETWEEN), y, room, 0.0))
            column.note(*each)
            bottom = max(bottom, y + column.y)
        y = bottom + 0.3
    return y


def noted(desk: Desk, movement: Movement) -> Iterator[Detail]:
    """Where to feel it and where not, how to breathe and what to mend, what is easier and what is harder."""
    say = desk.setting.words.say
    yield Detail("feel", "feel", say("card.feel"), ended(movement.feel))
    if movement.not_feel is not None:
        yield Detail("not_feel", "not", say("card.not_feel"), ended(movement.not_feel))
    if movement.breathing is not None:
        yield Detail("breathing", "breath", say("card.breathe"), ended(movement.breathing))
    for fault in movement.faults[:1]:
        yield Detail("fault", "fix", fault.see, fault.fix)
    for name, variant in (("easier", movement.easier), ("harder", movement.harder)):
        if variant is not None:
            yield Detail(name, name, say(f"card.{name}"), variant.text)


def stop_zone(desk: Desk, surface: Surface, card: Card, top: float) -> float:
    """When to stop, on a pale ground beside a bar; gives the height below it."""
    body, words = card.body, desk.setting.words
    reasons = getattr(body, "stop_if", ())
    if not reasons:
        return top

    def written(on: Surface) -> float:
        column = column_in(desk, on, Box(TEXT, top + PAD, MARGIN + desk.width - TEXT - ASIDE, 0.0))
        label, wrong = words.say("card.stop_if"), desk.setting.theme.wrong
        column.note("stop_if", "stop", label, words.stop_if(reasons), wrong)
        return top + PAD + column.y + PAD

    bottom = written(surface.trial())
    with surface.artifact():
        ground = Box(TEXT - ASIDE, top, MARGIN + desk.width - TEXT + ASIDE, bottom - top)
        rule(surface, ground, desk.setting.theme.stop_ground)
        rule(surface, ground._replace(width=BAR), desk.setting.theme.wrong)
    return written(surface)
