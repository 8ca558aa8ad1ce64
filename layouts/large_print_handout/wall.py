"""Pages of large print for a wall: the exercises and the signs alone. Who stands before one cannot turn pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.handouts.edges import foot, foot_height
from layouts.handouts.pieces import Drawn
from layouts.large_print_handout.measures import desk_of
from layouts.large_print_handout.order import GAP, helping, origin
from layouts.large_print_handout.sheet import Sheet
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.desk import Desk
    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.programmes import Exercise, Handout
    from publisher.typesetting.face import Face

Seam = tuple[float, float] | None
Placed = tuple[tuple["Piece", float], ...]
# Where a page of signs begins, millimetres.
TOP = 7.0


def hung(job: Job, handout: Handout, seam: Seam) -> tuple[Face, ...] | None:
    """A page an exercise, then the signs, with nothing to read at the seam; None where something has no room."""
    desk = desk_of(job, handout)
    sheets = [sheet for exercise in handout.exercises if (sheet := _sheet(desk, exercise, seam))]
    after = signs_on(desk, seam)
    if after is None or len(sheets) < len(handout.exercises):
        return None
    pages, first = len(sheets) + len(after), len(sheets) + 1
    faces = [sheet.face(at, pages, first) for at, sheet in enumerate(sheets, 1)]
    return (*faces, *(page_of_signs(desk, placed, (at, pages)) for at, placed in enumerate(after, first)))


def signs_on(desk: Desk, seam: Seam) -> list[Placed] | None:
    """When to get help and from whom, and where it comes from: what stands on which page at what height."""
    pieces: list[Piece] = [*helping(desk), Drawn(desk, origin)]
    return _placed(pieces, desk.page.height - foot_height(desk, alarm=False), seam)


def page_of_signs(desk: Desk, placed: Placed, page: tuple[int, int]) -> Face:
    """One such page; `page` is its number, and how many there are."""
    surface = desk.surface()
    for piece, y in placed:
        piece.draw(surface, y)
    foot(desk, surface, *page, None)
    return surface.face()


def _sheet(desk: Desk, exercise: Exercise, seam: Seam) -> Sheet | None:
    """With the seam between how much and how; through what it may where there is no room for that."""
    return Sheet(desk, exercise, Role.H1, seam).fitted() or Sheet(desk, exercise, Role.H1).fitted()


def _placed(pieces: Sequence[Piece], limit: float, seam: Seam) -> list[Placed] | None:
    """What stands on which page at what height: a piece that would lie across the seam begins below it."""
    pages: list[list[tuple[Piece, float]]] = []
    y = limit + 1.0
    for piece in pieces:
        height = piece.height()
        if seam is not None and y < seam[1] and y + height > seam[0]:
            y = seam[1]
        if y + height > limit:
            pages.append([])
            y = TOP
            if seam is not None and y + height > seam[0] and seam[1] + height <= limit:
                y = seam[1]
        if y + height > limit:
            return None
        pages[-1].append((piece, y))
        y += height + GAP
    return list(map(tuple, pages))
