"""A handout: 2 to 4 exercises a page with all that somebody needs to do them, and when to stop and whom to call.

An exercise is never split, and what is left over is shared out evenly over as few pages as there can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.handouts.closing import ending
from layouts.handouts.desk import Desk
from layouts.handouts.easy import easily
from layouts.handouts.edges import running_head
from layouts.handouts.exercises import Row
from layouts.handouts.filling import Heads, filled, heights_of, shape_at, shape_of
from layouts.handouts.head import changed, head
from layouts.handouts.measures import LARGEST, LEFT_OUT, SMALLEST
from layouts.handouts.spare import room_for_pain
from layouts.product import Made, no_handout, without_emergency
from publisher.problems import Problem, place_of
from publisher.typesetting.fitting import sizes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from layouts.handouts.filling import Shape
    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.programmes import Handout
    from publisher.typesetting.surface import Surface

# The least between two exercises, millimetres.
BETWEEN = 3.0
# A page before the last that is less full than this is half empty: its pictures cannot take up what is left.
FULL = 0.6
# What all exercises tell, or none: a reader would look for it.
ALIKE = ("minutes",)
# So many exercises stand on a page with air around them.
CROWDED = 2


def make(job: Job) -> Made:
    """The pages of a handout, with as much as it can say on as few as there can be, and then in the largest type."""
    if job.handout is None:
        return Made(problems=no_handout(job, "full-handout"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    desk = easily(job, job.handout, _pieces, HEADS)
    best = (desk, _pieces(desk)) if desk else _best(job, job.handout)
    return Made(pages=filled(*best, HEADS)) if best else Made(problems=_too_high(job))


class Chosen(NamedTuple):
    """What each exercise leaves out, by its level, whether the milder signs are `run_in`, and the pages of that."""

    levels: tuple[int, ...]
    run_in: bool
    shape: Shape

    def faults(self, ruler: float, before: int) -> tuple[int, bool, int, bool, bool, bool]:
        """What is wrong with it, the worst first: sheets, no columns, pages, no ruler, a crowd, one half empty.

        So many pieces stand `before` the exercises.
        """
        pages = self.shape.pages
        crowded = any(len(those) - (0 if those.start else before) > CROWDED for those in pages)
        half_empty = self.shape.least < FULL
        return -(-len(pages) // 2), self.run_in, len(pages), not self.shape.has_room(ruler), crowded, half_empty


def _best(job: Job, handout: Handout) -> tuple[Desk, list[Piece]] | None:
    """The fewest pages with the ruler of pain and no crowd; then as many words as go onto them in the smallest type.

    Then as large as they stay on those pages. Words give way, too, where a page would stand half empty because of them.
    """
    desks = _desks(job, handout, SMALLEST)
    ruler, count = room_for_pain(desks[0]), len(handout.exercises)
    heights = {
        (level, run_in): heights_of(_pieces(desk, run_in=run_in), HEADS)
        for level, desk in enumerate(desks)
        for run_in in (False, True)
    }
    tried = [
        Chosen((level,) * count, run_in, shape)
        for (level, run_in), each in heights.items()
        if (shape := shape_at(each, desks[0], HEADS))
    ]
    if not tried:
        return None
    before = len(changed(desks[0]))
    chosen = _said_again(min(tried, key=lambda each: each.faults(ruler, before)), heights, desks[0])
    for body in sizes(LARGEST, SMALLEST):
        desks = _desks(job, handout, body)
        pieces = _pieces(desks[0], [desks[level] for level in chosen.levels], run_in=chosen.run_in)
        shape, room = shape_of(desks[0], pieces, HEADS), room_for_pain(desks[0])
        if shape and shape.pages == chosen.shape.pages and shape.has_room(room) >= chosen.shape.has_room(ruler):
            return desks[0], pieces
    return None


def _desks(job: Job, handout: Handout, body: float) -> list[Desk]:
    """The desk of each level: what it leaves out."""
    return [Desk.of(job, handout, body, left_out) for left_out in ((), *LEFT_OUT)]


def _said_again(chosen: Chosen, heights: Mapping[tuple[int, bool], Sequence[float]], desk: Desk) -> Chosen:
    """The same pages with what one exercise or another need not leave out on them."""
    ruler, before = room_for_pain(desk), len(changed(desk))
    whole = heights[0, chosen.run_in]
    for at in range(len(chosen.levels)):
        for level in range(chosen.levels[at]):
            levels = _alike((*chosen.levels[:at], level, *chosen.levels[at + 1 :]))
            rows = [heights[each, chosen.run_in][before + place] for place, each in enumerate(levels)]
            shape = shape_at([*whole[:before], *rows, *whole[before + len(rows) :]], desk, HEADS)
            if shape and shape.pages == chosen.shape.pages and shape.has_room(ruler) >= chosen.shape.has_room(ruler):
                chosen = Chosen(levels, chosen.run_in, shape)
                break
    return chosen


def _alike(levels: tuple[int, ...]) -> tuple[int, ...]:
    """Levels at which what all exercises tell, or none, is left out by all if by any."""
    left_out = ((), *LEFT_OUT)
    for part in ALIKE:
        without = [level for level, parts in enumerate(left_out) if part in parts]
        if any(level in without for level in levels):
            levels = tuple(max(level, without[0]) for level in levels)
    return levels


def _pieces(desk: Desk, each: Sequence[Desk] = (), *, run_in: bool = False) -> list[Piece]:
    """What has changed, the exercises, each with what its own desk leaves out, and the end."""
    exercises = desk.handout.exercises
    rows = [Row(own, exercise) for own, exercise in zip(each or [desk] * len(exercises), exercises, strict=True)]
    return [*changed(desk), *rows, *ending(desk, run_in=run_in)]


def _first(desk: Desk, surface: Surface) -> float:
    return head(desk, surface) + BETWEEN


HEADS = Heads(_first, running_head, BETWEEN)


def _too_high(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: one exercise with its note does not fit on a page, even at {SMALLEST:g} pt."
    hint = "Shorten the notes and the lines to remember, or print on a larger paper."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
