"""A handout in large print: 18 points or more for everything, one exercise a page, and all warning signs in full.

It is no enlargement: lines break anew, pictures are drawn larger, and what is in the way of either goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.handouts.closing import call, further, initials, origin, teach_back
from layouts.handouts.edges import foot, foot_height, running_head
from layouts.handouts.head import Changes, grid, letterhead, told
from layouts.handouts.measures import MARGIN
from layouts.handouts.paging import Room, shared_out
from layouts.handouts.pieces import Drawn, Told
from layouts.handouts.spare import pain_ruler, to_ask
from layouts.large_print_handout.measures import BODY, desk_of
from layouts.large_print_handout.sheet import Sheet
from layouts.large_print_handout.warnings import Band
from layouts.product import Made, no_handout, without_emergency
from publisher.geometry import Box, Point
from publisher.model.card import Tier
from publisher.problems import Problem, place_of
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.desk import Desk
    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.programmes import Handout
    from publisher.typesetting.face import Face
    from publisher.typesetting.surface import Surface

# The least between two pieces, and the most air that is added to it, millimetres.
GAP, AIR = 7.0, 9.0
# The most lines of a page for notes.
NOTES = 16


def make(job: Job) -> Made:
    """Who and what for, then an exercise a page, then when to do more and when to get help."""
    if job.handout is None:
        return Made(problems=no_handout(job, "large-print-handout"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    return laid(job, job.handout)


def laid(job: Job, handout: Handout, multiple: int = 1) -> Made:
    """The pages, and before the last ones as many for notes as make them a multiple."""
    desk = desk_of(job, handout)
    sheets = [Sheet(desk, exercise).fitted() for exercise in handout.exercises]
    opening, ending = _pieces(desk)
    before, after = _shared(desk, opening, titled=True), _shared(desk, ending, titled=False)
    if before is None or after is None or None in sheets:
        return Made(problems=_too_high(job))
    notes = -(len(before) + len(sheets) + len(after)) % multiple
    first = len(before) + len(sheets) + notes + 1
    pages = first - 1 + len(after)
    # The signs begin on the page of the emergency.
    signs = _page_of(ending, after) + first - 1
    faces = [_face(desk, opening, those, (at, pages, signs)) for at, those in enumerate(before, 1)]
    faces += [sheet.face(at, pages, signs) for at, sheet in enumerate(filter(None, sheets), len(before) + 1)]
    faces += [_notes(desk, (at, pages, signs)) for at in range(first - notes, first)]
    faces += [_face(desk, ending, those, (at, pages, signs)) for at, those in enumerate(after, first)]
    return Made(pages=tuple(faces))


def hung(job: Job, handout: Handout) -> Made:
    """The exercises and the signs alone, for a wall: whoever stands before an exercise cannot turn pages."""
    desk = desk_of(job, handout)
    sheets = [Sheet(desk, exercise, Role.H1).fitted() for exercise in handout.exercises]
    ending: list[Piece] = [*_helping(desk), Drawn(desk, origin)]
    after = _shared(desk, ending, titled=False)
    if after is None or None in sheets:
        return Made(problems=_too_high(job))
    pages, first = len(sheets) + len(after), len(sheets) + 1
    faces = [sheet.face(at, pages, first) for at, sheet in enumerate(filter(None, sheets), 1)]
    faces += [_face(desk, ending, those, (at, pages, first)) for at, those in enumerate(after, first)]
    return Made(pages=tuple(faces))


def _pieces(desk: Desk) -> tuple[list[Piece], list[Piece]]:
    """What stands before the exercises, and what after them; the grid to tick stands where it costs no page."""
    changes = [Changes(desk)] if desk.handout.changes is not None else []
    opening: list[Piece] = [Drawn(desk, _head), *changes]
    ticks, ending = Drawn(desk, _grid), _ending(desk)
    if len(_shared(desk, [*opening, ticks], titled=True) or ()) == 1:
        return [*opening, ticks], ending
    return opening, [ticks, *ending]


def _ending(desk: Desk) -> list[Piece]:
    """When to do more, when to get help and from whom, and where it comes from."""
    told: list[Piece] = [Told(desk, *further(desk)), Told(desk, *teach_back(desk)), Drawn(desk, pain_ruler)]
    signed = [Drawn(desk, initials)] if desk.handout.initials else []
    return [*told, *_helping(desk), *signed, Drawn(desk, origin)]


def _helping(desk: Desk) -> list[Piece]:
    """When to get help, and from whom."""
    phone = [Drawn(desk, call)] if desk.handout.clinic and desk.handout.clinic.phone else []
    return [*(Band(desk, tier) for tier in Tier), *phone]


def _head(desk: Desk, surface: Surface, top: float) -> float:
    """It stands at the top of the first page, and nowhere else."""
    y = letterhead(desk, surface) + 6.0
    return told(desk, surface, Box(MARGIN, y, desk.width, 0.0)) + top


def _grid(desk: Desk, surface: Surface, top: float) -> float:
    return grid(desk, surface, Point(MARGIN, top))


def _room(desk: Desk, *, titled: bool) -> Room:
    """From the running head, which a first page does without, to the foot."""
    whole = desk.page.height - foot_height(desk)
    later = whole - running_head(desk, desk.surface().trial())
    return Room(whole if titled else later, later)


def _shared(desk: Desk, pieces: Sequence[Piece], *, titled: bool) -> list[range] | None:
    return shared_out([piece.height() for piece in pieces], _room(desk, titled=titled), GAP)


def _page_of(pieces: Sequence[Piece], shared: Sequence[range]) -> int:
    """On which of these pages the emergency stands, counted from 1."""
    first = next(at for at, piece in enumerate(pieces) if isinstance(piece, Band))
    return next(number for number, those in enumerate(shared, 1) if first in those)


def _face(desk: Desk, pieces: Sequence[Piece], those: range, page: tuple[int, int, int]) -> Face:
    """Some pieces on a page, with lines to write on where there is room.

    `page` is its number, how many there are, and the one with the signs.
    """
    number, pages, signs = page
    surface = desk.surface()
    heights, limit = [pieces[at].height() for at in those], desk.page.height - foot_height(desk)
    y = 0.0 if number == 1 else running_head(desk, surface)
    spare = limit - y - sum(heights) - GAP * (len(those) - 1)
    air = min(AIR, max(0.0, spare) / len(those))
    for at, height in zip(those, heights, strict=True):
        pieces[at].draw(surface, y)
        y += height + GAP + air
    if number in (1, pages):
        to_ask(desk, surface, y, limit)
    foot(desk, surface, number, pages, signs)
    return surface.face()


def _notes(desk: Desk, page: tuple[int, int, int]) -> Face:
    """A page to write on."""
    number, pages, signs = page
    surface = desk.surface()
    to_ask(desk, surface, running_head(desk, surface), desk.page.height - foot_height(desk), NOTES)
    foot(desk, surface, number, pages, signs)
    return surface.face()


def _too_high(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: one exercise with its note does not fit on a page in large print, {BODY:g} pt."
    hint = "Shorten the notes and the lines to remember, or print on a larger paper."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
