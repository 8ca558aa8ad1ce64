"""What stands where a page has room: how much pain is fine, and lines to write on for the next visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.courses import HAIRLINE
from layouts.handouts.measures import MARGIN, SMALLEST
from layouts.ruler import ruler
from layouts.signs import rule
from publisher.geometry import Box
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from publisher.typesetting.surface import Surface

# The pain ruler is no wider than is easily looked over; lines to write on are so far apart, millimetres, and so many.
WIDE, APART, FEWEST, MOST = 130.0, 9.5, 2, 6
# Under a zone, and around one.
AFTER, AROUND = 4.5, 4.0


def pain(desk: Desk, surface: Surface, top: float, bottom: float) -> float:
    """How much pain is fine, if that goes between two heights; gives the height below it."""
    if pain_ruler(desk, surface.trial(), top) + AFTER > bottom:
        return top
    return pain_ruler(desk, surface, top) + AFTER


def room_for_pain(desk: Desk) -> float:
    """How much spare height the ruler of pain takes, with the air around it."""
    return pain_ruler(desk, desk.surface().trial(), 0.0) + AFTER + AROUND


def to_ask(desk: Desk, surface: Surface, top: float, bottom: float, most: int = MOST) -> bool:
    """Lines to write on, as many as go between two heights, if that is worth it; gives whether it was."""
    lines = min(most, lines_between(desk, top, bottom))
    if lines >= FEWEST:
        _asked(desk, surface, top, lines)
    return lines >= FEWEST


def lines_between(desk: Desk, top: float, bottom: float) -> int:
    """How many lines to write on, under their heading, go between two heights."""
    return int((bottom - _asked(desk, desk.surface().trial(), top, 0)) / _apart(desk))


def welcome(desk: Desk) -> float:
    """How much spare height the last page has a use for: the ruler, and all lines to write on."""
    trial = desk.surface().trial()
    return pain_ruler(desk, trial, 0.0) + AFTER + _asked(desk, trial, 0.0, MOST)


def pain_ruler(desk: Desk, surface: Surface, top: float) -> float:
    """The ruler of pain with a heading; gives the height below it."""
    with surface.element(Role.H2):
        y = surface.write(surface.set(desk.say("ruler"), desk.heading, desk.width, balanced=True), MARGIN, top)
    wide = min(WIDE * desk.body / SMALLEST, desk.width)
    return ruler(surface, desk.setting, desk.plain, Box(MARGIN, y + 1.0, wide, 0.0))


def _apart(desk: Desk) -> float:
    """From line to line: who needs large print writes large."""
    return APART * desk.body / SMALLEST


def _asked(desk: Desk, surface: Surface, top: float, lines: int) -> float:
    """A heading and lines to write on; gives the height below them."""
    with surface.element(Role.H2):
        y = surface.write(surface.set(desk.say("to_ask"), desk.heading, desk.width), MARGIN, top)
    with surface.artifact():
        for line in range(1, lines + 1):
            where = Box(MARGIN, y + line * _apart(desk), desk.width, HAIRLINE)
            rule(surface, where, desk.setting.theme.ink)
    return y + lines * _apart(desk)
