"""Pages that are filled with pieces: a head over the first, another over each later one, the end at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.handouts.closing import Closing
from layouts.handouts.edges import foot, foot_height
from layouts.handouts.measures import GAP
from layouts.handouts.paging import Room, shared_out
from layouts.handouts.spare import pain, to_ask

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.handouts.desk import Desk
    from layouts.handouts.pieces import Piece
    from publisher.typesetting.face import Face
    from publisher.typesetting.surface import Surface

# The most air between two pieces, millimetres.
AIR = 9.0


class Heads(NamedTuple):
    """What draws the head of the first page, and that of each later one; they give the height at which pieces begin.

    `gap` is the least between two pieces, millimetres.
    """

    first: Callable[[Desk, Surface], float]
    later: Callable[[Desk, Surface], float]
    gap: float = GAP


def pages_of(desk: Desk, pieces: Sequence[Piece], heads: Heads) -> int | None:
    """How many pages pieces take; None where one is higher than a page."""
    shared = _shared([piece.height() for piece in pieces], desk, heads)
    return None if shared is None else len(shared)


def filled(desk: Desk, pieces: Sequence[Piece], heads: Heads, before: int = 0) -> tuple[Face, ...]:
    """The pages; so many stand before them already."""
    heights = [piece.height() for piece in pieces]
    shared = _shared(heights, desk, heads) or []
    faces: list[Face] = []
    asked = False
    pages = before + len(shared)
    for number, those in enumerate(shared, before + 1):
        surface = desk.surface()
        top = (heads.later if faces else heads.first)(desk, surface)
        asked = _page(desk, surface, (top, heads.gap), [(pieces[at], heights[at]) for at in those], asked=asked)
        foot(desk, surface, number, pages, pages)
        faces.append(surface.face())
    return tuple(faces)


def _shared(heights: Sequence[float], desk: Desk, heads: Heads) -> list[range] | None:
    whole, trial = desk.page.height - foot_height(desk), desk.surface().trial()
    return shared_out(heights, Room(whole - heads.first(desk, trial), whole - heads.later(desk, trial)), heads.gap)


def _page(
    desk: Desk, surface: Surface, begun: tuple[float, float], pieces: Sequence[tuple[Piece, float]], *, asked: bool
) -> bool:
    """The pieces of a page with its spare height between them; the end of a handout stands at the foot of its page.

    `begun` is where they begin and their least distance. Gives whether there are lines to write on by now.
    """
    top, gap = begun
    limit = desk.page.height - foot_height(desk)
    spare = limit - top - sum(height for _, height in pieces) - gap * (len(pieces) - 1)
    air = min(AIR, max(0.0, spare) / len(pieces))
    y = top + air / 2
    for piece, height in pieces:
        if isinstance(piece, Closing):
            y = pain(desk, surface, y, limit - height)
            asked = asked or to_ask(desk, surface, y, limit - height - gap)
            y = limit - height
        piece.draw(surface, y)
        y += height + gap + air
    return asked or (y < limit and to_ask(desk, surface, y, limit))
