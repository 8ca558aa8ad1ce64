"""The parts that layouts share."""

from __future__ import annotations

import pytest

from layouts import blocks
from publisher.colour import INK, WHITE
from publisher.geometry import Box, Point, Size
from publisher.model.card import EvidenceLevel, Group
from publisher.model.dose import Range, Sides
from publisher.model.theme import TypeSize
from publisher.problems import Place
from publisher.typesetting.face import Ink, Role
from publisher.typesetting.surface import Surface
from tests.factories import a_card, a_dose, a_phrase, a_setting, box_of, phrases, read, the_library, the_typeface

POKER = Size(63.5, 88.9)


def a_surface(body: float = 9) -> Surface:
    return Surface(POKER, the_typeface(), body)


def test_every_group_has_an_icon_that_is_there() -> None:
    assert set(blocks.GROUP_ICONS) == set(Group)
    assert set(blocks.GROUP_ICONS.values()) <= set(the_library().icons)


@pytest.mark.parametrize("name", sorted(the_library().icons))
def test_an_icon_fills_its_box_and_no_more(name: str) -> None:
    surface, box = a_surface(), Box(10, 20, 12, 12)
    with surface.artifact():
        blocks.icon(surface, a_setting(), name, box, INK, WHITE)
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
            blocks.icon(surface, setting, "stop", box, INK)
        faces.append(surface.face())

    assert faces[0] == faces[1]


def test_a_numeral_stands_in_the_middle_of_its_disc() -> None:
    surface = a_surface()
    with surface.artifact():
        blocks.disc(surface, "3", Point(20, 30), 5, a_setting())
    (line,) = surface.face().lines
    box = box_of(line)

    assert (box.x + box.width / 2, box.y + box.height / 2) == pytest.approx((20, 30))
    assert box.height < 5


def test_a_fragment_gets_its_full_stop_and_keeps_its_place() -> None:
    said = blocks.ended(a_phrase("back of the thigh", 9))

    assert said == "back of the thigh."
    assert said.place == Place("cards/strength/heel-press.yaml", 9, 5)


def test_a_tab_hangs_from_the_top_edge_past_the_cut() -> None:
    surface = a_surface()
    box = blocks.tab(surface, a_setting(), a_card())
    first = next(part.mark.path.bounds for part in surface.face().parts if isinstance(part, Ink))

    assert first.y == -3
    assert first.bottom == pytest.approx(box.bottom)
    assert box.right <= POKER.width - 2
    assert read(surface.face()) == ""


def test_a_tab_keeps_clear_of_the_slot_of_a_badge() -> None:
    surface = Surface(the_library().stocks["badge"].size, the_typeface(), 9)

    assert blocks.tab(surface, a_setting("badge"), a_card()).y == 15


def test_sizes_go_down_with_the_body_but_never_under_four_fifths() -> None:
    setting, size = a_setting("poker"), TypeSize(20, 22)
    largest = setting.stock.body_max

    assert blocks.scaled(a_surface(largest), setting, size) == size
    assert blocks.scaled(a_surface(largest * 0.9), setting, size).size == pytest.approx(18)
    assert blocks.scaled(a_surface(largest * 0.5), setting, size).size == pytest.approx(16)


@pytest.mark.parametrize("level", list(EvidenceLevel))
def test_a_cairn_has_as_many_filled_stones_as_its_evidence(level: EvidenceLevel) -> None:
    surface = a_surface()
    with surface.artifact():
        blocks.cairn(surface, a_setting(), level.stones, Box(4, 4, 4, 4))
    marks = [part.mark for part in surface.face().parts]

    assert len(marks) == 3
    assert sum(mark.fill == INK for mark in marks) == level.stones


def test_right_and_wrong_are_told_by_their_shape() -> None:
    tick, cross = a_surface(), a_surface()
    with tick.artifact():
        blocks.tick(tick, a_setting(), Point(5, 5), 2)
    with cross.artifact():
        blocks.cross(cross, a_setting(), Point(5, 5), 2)

    assert len(tick.face().parts) == 2
    assert len(cross.face().parts) == 3
    for face in (tick.face(), cross.face()):
        assert all(Box(3, 3, 4, 4).contains(part.mark.path.bounds, slack=0.3) for part in face.parts)


def test_a_dose_that_is_too_wide_says_its_days_below() -> None:
    wide = a_dose(sets=Range(10, 12), reps=Range(10, 15), sides=Sides.WAY, days_a_week=Range(5, 6))
    narrow, broad = (blocks.dose_strip(a_surface(), a_setting(), wide, Box(4, 40, width, 0), "") for width in (46, 200))

    assert narrow[1]
    assert not broad[1]


def test_how_often_a_day_is_a_figure_and_the_days_are_said_below() -> None:
    dose = a_dose(sets=Range(1, 1), per_day=Range(2, 2), days_a_week=Range(7, 7))

    assert blocks.dose_strip(a_surface(), a_setting(), dose, Box(4, 40, 54, 0), "")[1]


def test_the_stop_zone_grows_upwards_and_keeps_room_for_two_lines() -> None:
    setting, card = a_setting(), a_card()

    def top(*reasons: str) -> float:
        return blocks.stop_zone(a_surface(), setting, card, phrases(reasons))

    short, two, long = top("it hurts"), top("it hurts, or your leg goes numb or weak"), top(*["your leg goes numb"] * 5)
    assert short == two
    assert long < short


def test_without_a_reason_there_is_no_stop_zone() -> None:
    surface = a_surface()
    blocks.stop_zone(surface, a_setting(), a_card(), ())

    assert surface.face().parts == ()


def test_a_paragraph_over_its_lines_is_reported_with_its_field() -> None:
    surface = a_surface()
    block = surface.set(
        a_phrase("Lie on your back with your knees bent and your feet flat", 9), a_setting().style(TypeSize(9, 11)), 30
    )
    blocks.paragraph(surface, "purpose", block, Point(4, 4), most=1)
    (excess,) = surface.face().excess

    assert (excess.field, excess.lines) == ("purpose", len(block.lines) - 1)
    assert excess.place.line == 9


def test_steps_have_numbers_and_bullets_have_none() -> None:
    surface = a_surface()
    column = blocks.Column(surface, a_setting(), 10, 80, 10)
    column.bullets("signs", phrases(["one", "two"]))
    column.steps(a_card().body.steps)
    roles = [element.role for element in surface.face().elements]

    assert roles.count(Role.LABEL) == 3
    assert roles.count(Role.ITEM) == 5
