"""Pages that are filled with pieces: a head over the first, another over each later one, the end at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.handouts.closing import Closing
from layouts.handouts.edges import foot, foot_height
from layouts.handouts.measures import GAP
from layouts.handouts.paging import Room, shared_out
from layouts.handouts.pieces import Growing
from layouts.handouts.spare import pain, room_for_pain, to_ask, welcome

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

    `gap` is the least between two pieces, millimetres. `bare` is the head of a later page without an exercise, where
    that has less to say.
    """

    first: Callable[[Desk, Surface], float]
    later: Callable[[Desk, Surface], float]
    gap: float = GAP
    bare: Callable[[Desk, Surface], float] | None = None


class Shape(NamedTuple):
    """Which pieces stand on which page; and the `least` share of a page that they take, but for the last.

    The last has a use for what is spare. `spares` are the spare heights of all pages, millimetres.
    """

    pages: tuple[range, ...]
    least: float
    spares: tuple[float, ...]

    def has_room(self, height: float) -> bool:
        """Whether a page has so much spare height, millimetres: not one between exercises, where it would end them."""
        return any(self.spares[page] >= height for page in ends_of(self.pages))


def ends_of(pages: Sequence[range]) -> list[int]:
    """The pages behind whose pieces no exercise follows, the last first; then the first page, where all begins."""
    return sorted({len(pages) - 1, done_on(pages), 0}, reverse=True)


def done_on(pages: Sequence[range]) -> int:
    """The page with the last exercise: that before the last, where the end of a handout stands alone."""
    last = len(pages) - 1
    return max(last - 1, 0) if len(pages[last]) == 1 else last


def pages_of(desk: Desk, pieces: Sequence[Piece], heads: Heads) -> int | None:
    """How many pages pieces take; None where one is higher than a page."""
    shared = _shared(pieces, desk, heads)
    return None if shared is None else len(shared)


def shape_of(desk: Desk, pieces: Sequence[Piece], heads: Heads) -> Shape | None:
    """Which pieces stand on which page, and how well that fills them; None where one is higher than a page."""
    return shape_at(heights_of(pieces, heads), desk, heads)


def heights_of(pieces: Sequence[Piece], heads: Heads) -> list[float]:
    """How high pieces are, with what the end of a handout needs over it."""
    return [piece.height() + _over(piece, heads.gap) for piece in pieces]


def shape_at(heights: Sequence[float], desk: Desk, heads: Heads) -> Shape | None:
    """The same for pieces of known heights, the last of them the end of a handout."""
    room = _room(desk, heads)
    shared = shared_out(heights, room, heads.gap, welcome(desk))
    if shared is None:
        return None
    taken = [sum(heights[at] for at in those) for those in shared]
    used = [height / room.of(page) for page, height in enumerate(taken)]
    return Shape(tuple(shared), min(used[:-1], default=1.0), _spares(heights, shared, room, heads.gap))


def _spares(heights: Sequence[float], shared: Sequence[range], room: Room, gap: float) -> tuple[float, ...]:
    """The height that each page has left, millimetres."""
    return tuple(
        room.of(page) - sum(heights[at] for at in those) - gap * (len(those) - 1) for page, those in enumerate(shared)
    )


def filled(desk: Desk, pieces: Sequence[Piece], heads: Heads, before: int = 0) -> tuple[Face, ...]:
    """The pages; so many stand before them already."""
    shared = _shared(pieces, desk, heads) or []
    faces: dict[int, Face] = {}
    asked = False
    pages = before + len(shared)
    ruled = _page_of_ruler(pieces, shared, desk, heads)
    # The last page first: lines to write on stand there if it has room, else where the exercises end.
    for at in (*range(len(shared))[-1:], *range(len(shared) - 1)):
        surface, on_it = desk.surface(), [pieces[each] for each in shared[at]]
        top = _head_of(on_it, heads, first=not at)(desk, surface)
        # Lines between two exercises would read as their end.
        between = at < done_on(shared)
        wrote = _page(desk, surface, (top, heads.gap), on_it, asked=asked or between, ruled=at == ruled)
        asked = asked if between else wrote
        foot(desk, surface, before + at + 1, pages, pages)
        faces[at] = surface.face()
    return tuple(faces[at] for at in range(len(shared)))


def _page_of_ruler(pieces: Sequence[Piece], shared: Sequence[range], desk: Desk, heads: Heads) -> int | None:
    """Which page has the ruler of pain: the last that has room and ends the exercises, else the first; or None.

    There is one where there is the end of a handout, which tells the same in words.
    """
    if not any(isinstance(piece, Closing) for piece in pieces):
        return None
    spares, ruler = _spares(heights_of(pieces, heads), shared, _room(desk, heads), heads.gap), room_for_pain(desk)
    return next((page for page in ends_of(shared) if spares[page] >= ruler), None)


def _head_of(pieces: Sequence[Piece], heads: Heads, *, first: bool) -> Callable[[Desk, Surface], float]:
    if first:
        return heads.first
    exercised = any(isinstance(piece, Growing) for piece in pieces)
    return heads.later if exercised or heads.bare is None else heads.bare


def _shared(pieces: Sequence[Piece], desk: Desk, heads: Heads) -> list[range] | None:
    ends = any(isinstance(piece, Closing) for piece in pieces)
    return shared_out(heights_of(pieces, heads), _room(desk, heads), heads.gap, welcome(desk) if ends else 0.0)


def _over(piece: Piece, gap: float) -> float:
    """What the end of a handout needs over it besides the gap between two pieces."""
    return max(0.0, GAP - gap) if isinstance(piece, Closing) else 0.0


def _room(desk: Desk, heads: Heads) -> Room:
    whole, trial = desk.page.height - foot_height(desk), desk.surface().trial()
    return Room(whole - heads.first(desk, trial), whole - heads.later(desk, trial))


def _grown(pieces: Sequence[Piece], spare: float) -> list[Piece]:
    """The pieces of a page, those that can use it as much higher as its spare height allows, all alike."""
    growing = sum(isinstance(piece, Growing) for piece in pieces)
    return [piece.grown(max(0.0, spare) / growing) if isinstance(piece, Growing) else piece for piece in pieces]


def _page(
    desk: Desk, surface: Surface, begun: tuple[float, float], pieces: Sequence[Piece], *, asked: bool, ruled: bool
) -> bool:
    """The pieces of a page with its spare height in and between them; the end of a handout goes down to the foot.

    `begun` is where they begin and their least distance; where it is `ruled` the page has the ruler of pain. Gives
    whether there are lines to write on by now.
    """
    top, gap = begun
    limit = desk.page.height - foot_height(desk)
    # Neither pictures nor air take the room of the ruler.
    free = limit - top - gap * (len(pieces) - 1) - sum(_over(piece, gap) for piece in pieces)
    free -= room_for_pain(desk) if ruled else 0.0
    grown = _grown(pieces, free - sum(piece.height() for piece in pieces))
    heights = [piece.height() for piece in grown]
    # Half of it stands over the first.
    air = min(AIR, max(0.0, free - sum(heights)) / (len(grown) + (0.5 if ruled else 0.0)))
    y = top + air / 2
    for piece, height in zip(grown, heights, strict=True):
        if isinstance(piece, Closing):
            return piece.spread(surface, y + _over(piece, gap), limit, ruler=ruled, lines=not asked) or asked
        piece.draw(surface, y)
        y += height + gap + air
    if ruled and not isinstance(pieces[-1], Closing):
        y = pain(desk, surface, y, limit)
    return asked or (y < limit and to_ask(desk, surface, y, limit))
