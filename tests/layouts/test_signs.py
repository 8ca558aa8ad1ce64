"""The parts that layouts share."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from layouts import signs
from publisher.colour import BLACK, INK, WHITE
from publisher.geometry import Box, Point, Size
from publisher.inks import inked
from publisher.model.card import EvidenceLevel
from publisher.model.printing import Ink
from publisher.typesetting.face import Ink as Painted
from publisher.typesetting.surface import Surface
from tests.factories import a_setting, box_of, the_library, the_typeface

if TYPE_CHECKING:
    from layouts.setting import Setting

POKER = Size(63.5, 88.9)


def a_surface(body: float = 9) -> Surface:
    return Surface(POKER, the_typeface(), body)


@pytest.mark.parametrize("name", sorted(the_library().icons))
def test_an_icon_fills_its_box_and_no_more(name: str) -> None:
    surface, box = a_surface(), Box(10, 20, 12, 12)
    with surface.artifact():
        signs.icon(surface, a_setting(), name, box, INK, WHITE)
    marks = [part.mark for part in surface.face().parts]

    assert marks
    assert {mark.fill for mark in marks} | {mark.stroke.colour for mark in marks if mark.stroke} <= {INK, WHITE, None}
    for mark in marks:
        assert box.contains(mark.path.bounds, slack=0.5), name


def test_an_icon_that_is_painted_again_looks_the_same() -> None:
    setting, box, faces = a_setting(), Box(10, 20, 12, 12), []
    for _ in range(2):
        surface = a_surface()
        with surface.artifact():
            signs.icon(surface, setting, "stop", box, INK)
        faces.append(surface.face())

    assert faces[0] == faces[1]


def test_a_numeral_stands_in_the_middle_of_its_disc() -> None:
    surface = a_surface()
    with surface.artifact():
        signs.disc(surface, "3", Point(20, 30), 5, a_setting())
    (line,) = surface.face().lines
    box = box_of(line)

    assert (box.x + box.width / 2, box.y + box.height / 2) == pytest.approx((20, 30))
    assert box.height < 5


@pytest.mark.parametrize("seconds", [5, 15, 30, 45])
def test_a_clock_is_filled_as_far_as_its_hand_goes_in_that_time(seconds: float) -> None:
    surface = a_surface()
    with surface.artifact():
        signs.clock(surface, a_setting(), seconds, Point(20, 30), 2)
    ring, wedge = (part.mark for part in surface.face().parts)
    corners = [numbers for _, numbers in wedge.path.segments if numbers]
    area = (
        abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True))) / 2
    )

    assert area == pytest.approx(math.pi * 1.32**2 * seconds / 60, rel=0.06)
    assert ring.path.bounds.contains(wedge.path.bounds)


def test_a_minute_and_more_fill_the_clock() -> None:
    surface = a_surface()
    with surface.artifact():
        signs.clock(surface, a_setting(), 90, Point(20, 30), 2)
    full = surface.face().parts[-1].mark

    assert full.path.bounds.width == pytest.approx(2 * 1.32)


@pytest.mark.parametrize("level", list(EvidenceLevel))
def test_a_cairn_has_as_many_filled_stones_as_its_evidence(level: EvidenceLevel) -> None:
    surface = a_surface()
    with surface.artifact():
        signs.cairn(surface, a_setting(), level.stones, Box(4, 4, 4, 4))
    marks = [part.mark for part in surface.face().parts]

    assert len(marks) == 3
    assert sum(mark.fill == INK for mark in marks) == level.stones


def test_right_and_wrong_are_told_by_their_shape() -> None:
    tick, cross = a_surface(), a_surface()
    with tick.artifact():
        signs.tick(tick, a_setting(), Point(5, 5), 2)
    with cross.artifact():
        signs.cross(cross, a_setting(), Point(5, 5), 2)

    assert len(tick.face().parts) == 2
    assert len(cross.face().parts) == 3
    for face in (tick.face(), cross.face()):
        assert all(Box(3, 3, 4, 4).contains(part.mark.path.bounds, slack=0.3) for part in face.parts)


def saving() -> Setting:
    """A setting in which ink is saved."""
    setting = a_setting()
    return replace(setting, theme=inked(setting.theme, Ink.SAVER))


def test_where_ink_is_saved_a_disc_is_a_ring_of_the_same_size_with_a_dark_numeral() -> None:
    surface = a_surface()
    with surface.artifact():
        signs.disc(surface, "3", Point(20, 30), 5, saving())
    face = surface.face()
    (ring,) = (part.mark for part in face.parts if isinstance(part, Painted))

    assert (ring.fill, ring.stroke.colour) == (WHITE, BLACK)
    assert ring.path.bounds.width + ring.stroke.width == pytest.approx(5)
    assert [run.colour for run in face.lines[0].runs] == [BLACK]


def test_a_tab_is_solid_under_white_or_an_outline_round_its_own_colour() -> None:
    box, found = Box(40, -3, 8, 17), {}
    for setting in (a_setting(), saving()):
        surface = a_surface()
        with surface.artifact():
            found[setting.theme.outlined] = signs.tab_ground(surface, setting, box, INK, 0.8, "br bl")
        (mark,) = (part.mark for part in surface.face().parts)
        assert (mark.fill == INK) is not setting.theme.outlined
        assert box.contains(mark.path.bounds)

    assert found == {False: WHITE, True: INK}
