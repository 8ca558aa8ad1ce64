"""The sheet on which a clinician reviews cards: who reviews, then each card at real size with boxes to tick.

Cards follow one another down the page and are never split. Nothing here says what a card says: its faces are those
of the deck, and what they leave out stands below them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.review_sheet.cards import Block, Entry, block
from layouts.review_sheet.desk import FOOT, GAP, MARGIN, WRITING, Desk
from layouts.review_sheet.opening import opening
from publisher.geometry import Box, Point, Transform, mm
from publisher.typesetting.document import Page, Placed, Section, Where
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.typesetting.face import Face

# Fewer lines than these are not worth a heading.
FEWEST = 4

__all__ = ["Drawn", "Entry", "draw"]


class Drawn(NamedTuple):
    """The pages, and in what order they are read."""

    pages: tuple[Page, ...]
    sections: tuple[Section, ...]


def draw(entries: Sequence[Entry], setting: Setting, paper: Size) -> Drawn:
    """The opening, and a block for each card, as many on a page as find room."""
    desk = Desk(setting, paper)
    blocks = [opening(desk, len(entries)), *(block(desk, entry) for entry in entries)]
    pages = _paged(blocks, paper.height - 2 * MARGIN - FOOT)
    drawn: list[Page] = []
    sections: list[Section] = []
    for number, held in enumerate(pages):
        placed: list[Placed] = []
        y = MARGIN
        for one in held:
            where = tuple(Where(number, len(placed) + at) for at in range(len(one.placed)))
            sections.append(Section(one.title, where, one.group))
            placed += [_down(face, y) for face in one.placed]
            y += one.height + GAP
        placed.append(Placed(_foot(desk, y, f"{number + 1}", f"{len(pages)}")))
        drawn.append(Page(paper, tuple(placed)))
    return Drawn(tuple(drawn), tuple(sections))


def _paged(blocks: Sequence[Block], room: float) -> list[list[Block]]:
    """Blocks by pages: a block that does not fit under the others begins the next one."""
    pages: list[list[Block]] = []
    left = 0.0
    for one in blocks:
        if pages and one.height <= left:
            pages[-1].append(one)
        else:
            pages.append([one])
            left = room
        left -= one.height + GAP
    return pages


def _down(placed: Placed, y: float) -> Placed:
    move = Transform.move(0, y)
    clip = None if placed.clip is None else move.of_box(placed.clip)
    return Placed(placed.face, placed.transform.then(move), clip)


def _foot(desk: Desk, top: float, page: str, pages: str) -> Face:
    """Which page of how many, and a line for initials, because pages come apart; room that is left is for notes."""
    surface = Surface(desk.paper, desk.setting.typeface, desk.small.size)
    y = desk.paper.height - MARGIN
    with surface.artifact():
        told = desk.say("foot", title=desk.say("title"), version=desk.setting.version, page=page, pages=pages)
        surface.label(told, desk.small, Point(desk.left, y))
        surface.label(desk.say("initials"), desk.small, Point(desk.right - 27.0, y), align="right")
        desk.line(surface, Box(desk.right - 25.5, y + 0.6, 25.5, 0))
        _more_notes(surface, desk, Box(desk.left, top, desk.width, y - 2 * FOOT - top))
    return surface.face()


def _more_notes(surface: Surface, desk: Desk, box: Box) -> None:
    """Lines over the rest of the page, where it has room for a few."""
    if box.height < FEWEST * WRITING:
        return
    surface.label(desk.say("more_notes"), desk.small, Point(box.x, box.y + mm(desk.small.leading)))
    for line in range(int((box.height - mm(desk.small.leading)) / WRITING)):
        desk.line(surface, Box(box.x, box.bottom - line * WRITING, box.width, 0))
