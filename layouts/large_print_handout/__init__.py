"""A handout in large print: 18 points or more for everything, one exercise a page, and all warning signs in full.

It is no enlargement: lines break anew, pictures are drawn larger, and what is in the way of either goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.handouts.edges import foot, foot_height, running_head
from layouts.handouts.spare import to_ask
from layouts.large_print_handout.inside import Inside
from layouts.large_print_handout.measures import BODY, desk_of
from layouts.large_print_handout.notes import weeks_of, went
from layouts.large_print_handout.order import GAP, Part, best, room_of
from layouts.large_print_handout.sheet import Sheet
from layouts.product import Made, no_handout, without_emergency
from publisher.problems import Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.desk import Desk
    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.programmes import Handout
    from publisher.typesetting.face import Face
    from publisher.typesetting.surface import Surface

# The most air that is added to the least between two pieces, millimetres; the most lines to write on.
AIR, MOST = 9.0, 16


def make(job: Job) -> Made:
    """Who and what for, then an exercise a page, then when to do more and when to get help."""
    if job.handout is None:
        return Made(problems=no_handout(job, "large-print-handout"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    return laid(job, job.handout)


def laid(job: Job, handout: Handout, multiple: int = 1) -> Made:
    """The pages; before the signs as many for notes as make them a multiple."""
    desk = desk_of(job, handout)
    sheets = [sheet for exercise in handout.exercises if (sheet := Sheet(desk, exercise).fitted())]
    order = best(desk, len(handout.exercises), multiple)
    if order is None or len(sheets) < len(handout.exercises):
        return Made(problems=too_high(job))
    pages, middle = order.pages + len(sheets), len(order.opening.pages) + len(sheets)
    first = middle + len(order.doing.pages) + order.notes
    told = _Told(desk, pages, first + order.help, first - order.notes if order.doing.pages else pages)
    faces = told.part(_with_inside(desk, order.opening, told.signs), 1)
    faces += [sheet.face(at, pages, told.signs) for at, sheet in enumerate(sheets, len(faces) + 1)]
    faces += told.part(order.doing, middle + 1)
    faces += [told.notes(first - order.notes + at + 1, weeks_of(at, order.notes)) for at in range(order.notes)]
    return Made(pages=(*faces, *told.part(order.helping, first + 1)))


def _with_inside(desk: Desk, opening: Part, signs: int) -> Part:
    """What comes first with a list of what is inside behind the head, if the last of its pages has room for that."""
    pieces, last = [*opening.pieces], opening.pages[-1]
    room = room_of(desk, first=len(opening.pages) == 1)
    used = sum(pieces[at].height() for at in last) + GAP * len(last)
    for run_in in (False, True):
        inside = Inside(desk, len(opening.pages) + 1, signs, run_in)
        if used + inside.height() <= room:
            at = last.start + 1 if last.start == 0 else last.start
            pages = (*opening.pages[:-1], range(last.start, last.stop + 1))
            return Part([*pieces[:at], inside, *pieces[at:]], pages)
    return opening


class _Told(NamedTuple):
    """How many pages there are, on which the signs begin, and which has lines to write on, if any."""

    desk: Desk
    pages: int
    signs: int
    asking: int

    def part(self, part: Part, first: int) -> list[Face]:
        """The pages of a part, from a number on."""
        return [self._face([part.pieces[at] for at in those], number) for number, those in enumerate(part.pages, first)]

    def notes(self, number: int, weeks: range) -> Face:
        """A page to write on: how some weeks went."""
        surface = self.desk.surface()
        went(self.desk, surface, weeks)
        return self._ended(surface, number)

    def _face(self, pieces: Sequence[Piece], number: int) -> Face:
        """Some pieces on a page, their spare height between them or, on one page, lines to write on."""
        surface = self.desk.surface()
        heights, limit = [piece.height() for piece in pieces], self.desk.page.height - foot_height(self.desk)
        y = 0.0 if number == 1 else running_head(self.desk, surface)
        spare = limit - y - sum(heights) - GAP * (len(pieces) - 1)
        air = min(AIR, max(0.0, spare) / len(pieces))
        for piece, height in zip(pieces, heights, strict=True):
            piece.draw(surface, y)
            y += height + GAP + air
        if number == self.asking:
            to_ask(self.desk, surface, y, limit, MOST)
        return self._ended(surface, number)

    def _ended(self, surface: Surface, number: int) -> Face:
        foot(self.desk, surface, number, self.pages, self.signs)
        return surface.face()


def too_high(job: Job) -> tuple[Problem, ...]:
    """A problem for what has no room even on a page of its own."""
    sentence = f"{job.title}: one exercise with its note does not fit on a page in large print, {BODY:g} pt."
    hint = "Shorten the notes and the lines to remember, or print on a larger paper."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
