"""Pages to write on in large print, where a booklet has some to fill: how each week went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.courses import HAIRLINE
from layouts.handouts.edges import foot_height, running_head
from layouts.handouts.measures import MARGIN
from layouts.signs import rule
from publisher.geometry import Box, mm
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from publisher.typesetting.surface import Surface

# The weeks of a log, and from line to line in it, millimetres.
WEEKS, APART = 4, 13.0


def weeks_of(page: int, pages: int) -> range:
    """Which weeks, counted from 1, stand on one of so many pages, counted from 0."""
    return range(1 + page * WEEKS // pages, 1 + (page + 1) * WEEKS // pages)


def went(desk: Desk, surface: Surface, weeks: range) -> None:
    """A page for how some weeks went."""
    top, bottom = running_head(desk, surface), desk.page.height - foot_height(desk)
    with surface.element(Role.H2):
        y = surface.write(surface.set(desk.say("log.notes"), desk.heading, desk.width), MARGIN, top) + 2.0
    high = (bottom - y) / len(weeks)
    for at, week in enumerate(weeks):
        _week(desk, surface, week, Box(MARGIN, y + at * high, desk.width, high))


def _week(desk: Desk, surface: Surface, number: int, box: Box) -> None:
    """The number of a week with a line for its first day, and below it lines to write on."""
    word = surface.set(desk.say("log.week", n=number), desk.plain.bold(), box.width)
    with surface.element(Role.PARAGRAPH):
        below = surface.write(word, box.x, box.y)
    ink, start = desk.setting.theme.ink, box.x + word.width + 2.0
    with surface.artifact():
        rule(surface, Box(start, box.y + 0.8 * mm(desk.plain.leading), 45.0, HAIRLINE), ink)
        y = below + APART
        while y < box.bottom - 2.0:
            rule(surface, Box(box.x, y, box.width, HAIRLINE), ink)
            y += APART
