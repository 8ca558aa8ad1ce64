"""A handout: 2 to 4 exercises a page with all that somebody needs to do them, and when to stop and whom to call.

An exercise is never split, and what is left over is shared out evenly over as few pages as there can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.handouts.closing import ending
from layouts.handouts.desk import Desk
from layouts.handouts.easy import easily
from layouts.handouts.edges import running_head
from layouts.handouts.exercises import Row
from layouts.handouts.filling import Heads, filled, shape_of
from layouts.handouts.head import Changes, head
from layouts.handouts.measures import GAP, LARGEST, LEFT_OUT, SMALLEST
from layouts.handouts.spare import room_for_pain
from layouts.product import Made, no_handout, without_emergency
from publisher.problems import Problem, place_of
from publisher.typesetting.fitting import sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.filling import Shape
    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.programmes import Handout
    from publisher.typesetting.surface import Surface

# A page before the last that is less full than this is half empty: its pictures cannot take up what is left.
FULL = 0.6


def make(job: Job) -> Made:
    """The pages of a handout, with as much as it can say on as few as there can be, and then in the largest type."""
    if job.handout is None:
        return Made(problems=no_handout(job, "full-handout"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    desk = easily(job, job.handout, _pieces, HEADS)
    best = (desk, _pieces(desk)) if desk else _best(job, job.handout)
    return Made(pages=filled(*best, HEADS)) if best else Made(problems=_too_high(job))


def _best(job: Job, handout: Handout) -> tuple[Desk, list[Piece]] | None:
    """Words first: as many as the fewest pages hold in the smallest type. Then as large as they stay on those pages.

    Words give way, too, where a page would stand half empty because of them, and for the milder signs in columns. The
    ruler of pain is worth a page.
    """
    tried = [
        (left_out, run_in, shape)
        for left_out in ((), *LEFT_OUT)
        for run_in in (False, True)
        if (shape := _shape(desk := Desk.of(job, handout, SMALLEST, left_out), _pieces(desk, run_in=run_in)))
    ]
    if not tried:
        return None
    ruler = room_for_pain(Desk.of(job, handout, SMALLEST, ()))
    left_out, run_in, chosen = min(
        tried, key=lambda each: (not each[2].has_room(ruler), len(each[2].pages), each[2].least < FULL, each[1])
    )
    for body in sizes(LARGEST, SMALLEST):
        desk = Desk.of(job, handout, body, left_out)
        shape = _shape(desk, pieces := _pieces(desk, run_in=run_in))
        if shape and shape.pages == chosen.pages and shape.has_room(room_for_pain(desk)) >= chosen.has_room(ruler):
            return desk, pieces
    return None


def _pieces(desk: Desk, *, run_in: bool = False) -> list[Piece]:
    changes = [Changes(desk)] if desk.handout.changes is not None else []
    return [*changes, *(Row(desk, exercise) for exercise in desk.handout.exercises), *ending(desk, run_in=run_in)]


def _shape(desk: Desk, pieces: Sequence[Piece]) -> Shape | None:
    """What stands on which page; None where a piece is higher than a page."""
    return shape_of(desk, pieces, HEADS)


def _first(desk: Desk, surface: Surface) -> float:
    return head(desk, surface) + GAP


HEADS = Heads(_first, running_head)


def _too_high(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: one exercise with its note does not fit on a page, even at {SMALLEST:g} pt."
    hint = "Shorten the notes and the lines to remember, or print on a larger paper."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
