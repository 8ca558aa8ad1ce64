"""What stands before and after the exercises in large print, and on how many pages: as few sheets as there can be.

What to do stands on a page apart from when to get help, unless that costs a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.courses import HAIRLINE
from layouts.handouts.closing import call, formats, further, initials, sources_said, teach_back
from layouts.handouts.edges import foot_height, running_head
from layouts.handouts.head import changed, grid, letterhead, told
from layouts.handouts.measures import MARGIN
from layouts.handouts.paging import Room, shared_out
from layouts.handouts.pieces import Drawn, Told
from layouts.handouts.spare import pain_ruler
from layouts.large_print_handout.warnings import Band
from layouts.signs import rule
from publisher.geometry import Box, Point
from publisher.model.card import Tier
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from layouts.handouts.desk import Desk
    from layouts.handouts.pieces import Piece
    from publisher.typesetting.surface import Surface

# The least between two pieces; over and under the rule before where it comes from, and where room is short,
# millimetres.
GAP, OVER_RULE, UNDER_RULE, TIGHT = 7.0, 4.5, 3.0, 1.5


class Part(NamedTuple):
    """Pieces, and which of them stand on which page."""

    pieces: Sequence[Piece]
    pages: Sequence[range]


class Order(NamedTuple):
    """What stands before the exercises, what to do after them, pages for notes, and when to get help."""

    opening: Part
    doing: Part
    helping: Part
    notes: int

    @property
    def pages(self) -> int:
        """How many pages these are, without the exercises."""
        return len(self.opening.pages) + len(self.doing.pages) + self.notes + len(self.helping.pages)

    @property
    def help(self) -> int:
        """On which page from the end of the notes the emergency stands, counted from 1."""
        first = next(at for at, piece in enumerate(self.helping.pieces) if isinstance(piece, Band))
        return next(number for number, those in enumerate(self.helping.pages, 1) if first in those)


def best(desk: Desk, exercises: int, multiple: int) -> Order | None:
    """The first of all orders that takes the fewest pages as a `multiple`; None where a piece is higher than a page."""
    found: list[Order] = []
    for opening, doing, helping in _orders(desk):
        shared = shared_on(desk, opening, first=True), shared_on(desk, doing), shared_on(desk, helping)
        before, between, after = shared
        if before is not None and between is not None and after is not None:
            count = exercises + len(before) + len(between) + len(after)
            parts = Part(opening, before), Part(doing, between), Part(helping, after)
            found.append(Order(*parts, -count % multiple))
    return min(found, key=lambda order: order.pages, default=None)


def _orders(desk: Desk) -> Iterator[tuple[list[Piece], list[Piece], list[Piece]]]:
    """In what order it could stand, the best first."""
    head: list[Piece] = [*_beginning(desk), *changed(desk)]
    ticks: list[Piece] = [Drawn(desk, _grid)]
    doing: list[Piece] = [Told(desk, *further(desk)), Told(desk, *teach_back(desk)), Drawn(desk, pain_ruler)]
    help_now = helping(desk)
    for before, between, after in (
        ([*head, *ticks], doing, help_now),
        (head, [*ticks, *doing], help_now),
        ([*head, *ticks], [], [*doing, *help_now]),
        (head, [], [*ticks, *doing, *help_now]),
        ([*head, *doing], [], [*help_now, *ticks]),
    ):
        yield before, between, [*after, *_ending(desk, origin)]
        yield before, between, [*after, *_ending(desk, _origin_in_short)]


def helping(desk: Desk) -> list[Piece]:
    """When to get help, and from whom."""
    phone = [Drawn(desk, call)] if desk.handout.clinic and desk.handout.clinic.phone else []
    return [*(Band(desk, tier) for tier in Tier), *phone]


def _ending(desk: Desk, whence: Callable[[Desk, Surface, float], float]) -> list[Piece]:
    """Who was shown it, and where it comes from."""
    signed = [Drawn(desk, initials)] if desk.handout.initials else []
    return [*signed, Drawn(desk, whence)]


def origin(desk: Desk, surface: Surface, top: float) -> float:
    """In what other ways it can be had; then, under a rule, where it comes from. Gives the height below them."""
    y = _ruled(desk, surface, formats(desk, surface, top) + OVER_RULE) + UNDER_RULE
    with surface.element(Role.H2):
        y = surface.write(surface.set(desk.say("origin"), desk.plain.bold(), desk.width), MARGIN, y)
    for line in sources_said(desk):
        with surface.element(Role.PARAGRAPH):
            y = surface.write(surface.set(line, desk.foot, desk.width), MARGIN, y, field="sources")
    return y


def _origin_in_short(desk: Desk, surface: Surface, top: float) -> float:
    """The same in one paragraph under the rule alone, where its heading would cost a page."""
    y = _ruled(desk, surface, formats(desk, surface, top) + TIGHT) + TIGHT
    with surface.element(Role.PARAGRAPH):
        block = surface.set(" ".join(sources_said(desk)), desk.foot, desk.width)
        return surface.write(block, MARGIN, y, field="sources")


def _ruled(desk: Desk, surface: Surface, y: float) -> float:
    with surface.artifact():
        rule(surface, Box(MARGIN, y, desk.width, HAIRLINE), desk.setting.theme.ink)
    return y


def shared_on(desk: Desk, pieces: Sequence[Piece], *, first: bool = False) -> list[range] | None:
    """Which pieces stand on which page; the `first` page of all has no running head."""
    room = Room(room_of(desk, first=first), room_of(desk))
    return shared_out([piece.height() for piece in pieces], room, GAP)


def room_of(desk: Desk, *, first: bool = False) -> float:
    """The height over the foot, under the running head that all pages but the first have; millimetres."""
    whole = desk.page.height - foot_height(desk)
    return whole if first else whole - running_head(desk, desk.surface().trial())


def _beginning(desk: Desk) -> list[Piece]:
    """Letterhead and what it is, in one piece; in two where a long name makes it higher than a page."""
    whole = Drawn(desk, _head)
    if whole.height() <= room_of(desk, first=True):
        return [whole]
    return [Drawn(desk, _letterhead), Drawn(desk, _what)]


def _head(desk: Desk, surface: Surface, top: float) -> float:
    return _what(desk, surface, _letterhead(desk, surface, top) + 6.0)


def _letterhead(desk: Desk, surface: Surface, top: float) -> float:
    """It stands at the top of the first page, and nowhere else."""
    return letterhead(desk, surface) + top


def _what(desk: Desk, surface: Surface, top: float) -> float:
    return told(desk, surface, Box(MARGIN, top, desk.width, 0.0))


def _grid(desk: Desk, surface: Surface, top: float) -> float:
    return grid(desk, surface, Point(MARGIN, top))
