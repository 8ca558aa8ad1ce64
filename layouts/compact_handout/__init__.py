"""A handout in short: 8 to 10 exercises a page, for somebody who has been shown them. Type stays at 12 points.

A row has the picture, the dose and the steps; what all have in common is said once. Only the numerals in discs, on
badges and of sources are smaller than 12 points, and none is under 10: a rigid floor would make a table of pictures
worse (Simplification Centre, The Clear Print Standard).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.compact_handout.rows import Row
from layouts.compact_handout.stops import shared, zone
from layouts.handouts.closing import Closing
from layouts.handouts.desk import Desk
from layouts.handouts.edges import running_head
from layouts.handouts.filling import Heads, filled, pages_of
from layouts.handouts.head import Changes, head
from layouts.handouts.measures import GAP, SMALLEST
from layouts.product import Made, no_handout, without_emergency
from publisher.problems import Problem, place_of

if TYPE_CHECKING:
    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.typesetting.surface import Surface

# The least between two rows, millimetres.
CLOSE = 2.6


def make(job: Job) -> Made:
    """The pages: head, what ends any exercise, the exercises row by row, then when to get help."""
    if job.handout is None:
        return Made(problems=no_handout(job, "compact-handout"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    desk = Desk.of(job, job.handout, SMALLEST, ("caption",))
    once = shared(exercise.card for exercise in job.handout.exercises)
    changes = [Changes(desk)] if job.handout.changes is not None else []
    pieces: list[Piece] = [*changes, *(Row(desk, each, once) for each in job.handout.exercises), Closing(desk)]

    def first(on: Desk, surface: Surface) -> float:
        return zone(on, surface, once, head(on, surface) + GAP) + GAP

    def later(on: Desk, surface: Surface) -> float:
        return zone(on, surface, once, running_head(on, surface)) + GAP

    heads = Heads(first, later, CLOSE)
    if pages_of(desk, pieces, heads) is None:
        return Made(problems=_too_high(job))
    return Made(pages=filled(desk, pieces, heads))


def _too_high(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: one exercise with its note does not fit on a page at {SMALLEST:g} pt."
    hint = "Shorten the notes and the lines to remember, or print on a larger paper."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
