"""A handout: 2 to 4 exercises a page with all that somebody needs to do them, and when to stop and whom to call.

An exercise is never split, and what is left over is shared out evenly over as few pages as there can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.handouts.closing import Closing
from layouts.handouts.desk import Desk
from layouts.handouts.edges import foot, foot_height, running_head
from layouts.handouts.exercises import Row
from layouts.handouts.head import Changes, head
from layouts.handouts.measures import GAP, LARGEST, LEFT_OUT, SMALLEST
from layouts.handouts.paging import Room, shared_out
from layouts.handouts.spare import pain, to_ask
from layouts.product import Made, no_handout, without_emergency
from publisher.problems import Problem, place_of
from publisher.typesetting.fitting import sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.programmes import Handout
    from publisher.typesetting.face import Face
    from publisher.typesetting.surface import Surface

# The most air between two pieces, millimetres.
AIR = 9.0


def make(job: Job) -> Made:
    """The pages of a handout, with as much as it can say on as few as there can be, and then in the largest type."""
    if job.handout is None:
        return Made(problems=no_handout(job, "full-handout"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    desk = _best(job, job.handout)
    return Made(pages=_drawn(desk)) if desk else Made(problems=_too_high(job))


def _best(job: Job, handout: Handout) -> Desk | None:
    """Words first: as many as the fewest pages hold in the smallest type. Then as large as they stay on those pages."""
    fewest = _pages(Desk.of(job, handout, SMALLEST, LEFT_OUT[-1]))
    for left_out in ((), *LEFT_OUT):
        if fewest is not None and _pages(Desk.of(job, handout, SMALLEST, left_out)) == fewest:
            tried = (Desk.of(job, handout, body, left_out) for body in sizes(LARGEST, SMALLEST))
            return next(desk for desk in tried if _pages(desk) == fewest)
    return None


def _pieces(desk: Desk) -> list[Piece]:
    changes = [Changes(desk)] if desk.handout.changes is not None else []
    return [*changes, *(Row(desk, exercise) for exercise in desk.handout.exercises), Closing(desk)]


def _room(desk: Desk) -> Room:
    whole = desk.page.height - foot_height(desk)
    return Room(whole - head(desk, desk.surface().trial()) - GAP, whole - running_head(desk, desk.surface().trial()))


def _pages(desk: Desk) -> int | None:
    """How many pages it takes; None where a piece is higher than a page."""
    shared = shared_out([piece.height() for piece in _pieces(desk)], _room(desk), GAP)
    return None if shared is None else len(shared)


def _drawn(desk: Desk) -> tuple[Face, ...]:
    pieces = _pieces(desk)
    heights = [piece.height() for piece in pieces]
    shared = shared_out(heights, _room(desk), GAP) or []
    faces, asked = [], False
    for number, those in enumerate(shared, 1):
        surface = desk.surface()
        top = (head(desk, surface) + GAP) if number == 1 else running_head(desk, surface)
        asked = _page(desk, surface, top, [(pieces[at], heights[at]) for at in those], asked=asked)
        foot(desk, surface, number, len(shared), len(shared))
        faces.append(surface.face())
    return tuple(faces)


def _page(desk: Desk, surface: Surface, top: float, pieces: Sequence[tuple[Piece, float]], *, asked: bool) -> bool:
    """The pieces of a page with its spare height between them; the end of a handout stands at the foot of its page.

    Gives whether there are lines to write on by now.
    """
    limit = desk.page.height - foot_height(desk)
    spare = limit - top - sum(height for _, height in pieces) - GAP * (len(pieces) - 1)
    air = min(AIR, max(0.0, spare) / len(pieces))
    y = top + air / 2
    for piece, height in pieces:
        if isinstance(piece, Closing):
            y = pain(desk, surface, y, limit - height)
            asked = asked or to_ask(desk, surface, y, limit - height - GAP)
            y = limit - height
        piece.draw(surface, y)
        y += height + GAP + air
    return asked or (y < limit and to_ask(desk, surface, y, limit))


def _too_high(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: one exercise with its note does not fit on a page, even at {SMALLEST:g} pt."
    hint = "Shorten the notes and the lines to remember, or print on a larger paper."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
