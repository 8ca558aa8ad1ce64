"""The parts that layouts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layouts import blocks
from publisher.geometry import Box, Point, Size
from publisher.model.dose import Range, Sides
from publisher.model.theme import TypeSize
from publisher.problems import Place
from publisher.typesetting.face import Face, Ink
from publisher.typesetting.surface import Surface
from tests.factories import a_card, a_dose, a_phrase, a_setting, phrases, read, the_library, the_typeface

if TYPE_CHECKING:
    from publisher.model.card import Card

POKER = Size(63.5, 88.9)


def a_surface(body: float = 9) -> Surface:
    return Surface(POKER, the_typeface(), body)


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


def test_a_dose_that_is_too_wide_says_its_days_below() -> None:
    wide = a_dose(sets=Range(10, 12), reps=Range(10, 15), sides=Sides.WAY, days_a_week=Range(5, 6))
    narrow, broad = (blocks.dose_strip(a_surface(), a_setting(), wide, Box(4, 40, width, 0), "") for width in (46, 200))

    assert narrow[1]
    assert not broad[1]


@pytest.mark.parametrize(("sides", "signs"), [(Sides.NONE, 0), (Sides.LEG, 1)])
def test_a_dose_for_both_sides_has_their_sign_behind_its_unit(sides: Sides, signs: int) -> None:
    setting, surface = a_setting(), a_surface()
    dose = a_dose(sets=Range(3, 3), reps=Range(8, 8), sides=sides)
    blocks.dose_strip(surface, setting, dose, Box(4, 40, 54, 0), "")
    face = surface.face()

    painted = len([part for part in face.parts if isinstance(part, Ink)])
    assert painted == signs * len(setting.icons["sides"].marks)
    if painted:
        sign = next(part.mark.path.bounds for part in face.parts if isinstance(part, Ink))
        (unit,) = [line for line in face.lines if line.text.endswith("leg")]
        assert sign.x > unit.at.x + unit.width
        assert abs(sign.y + sign.height / 2 - unit.at.y) < unit.at.y


def test_how_often_a_day_is_a_figure_and_the_days_are_said_below() -> None:
    dose = a_dose(sets=Range(1, 1), per_day=Range(2, 2), days_a_week=Range(7, 7))

    assert blocks.dose_strip(a_surface(), a_setting(), dose, Box(4, 40, 54, 0), "")[1]


def test_the_stop_zone_grows_upwards_and_keeps_room_for_two_lines() -> None:
    setting, card = a_setting("bridge"), a_card()

    def top(*reasons: str) -> float:
        return blocks.stop_zone(a_surface(), setting, card, phrases(reasons))

    short, two, long = top("it hurts"), top("it hurts, or your leg goes numb or weak"), top(*["your leg goes numb"] * 5)
    assert short == two
    assert long < short


def stop_zone_of(card: Card, stock: str = "poker") -> Face:
    surface = a_surface()
    blocks.stop_zone(surface, a_setting(stock), card, phrases(["your calf cramps"]))
    return surface.face()


@pytest.mark.parametrize("name", ["plank", "quick-short-steps", "stomping-stride"])
def test_the_signs_that_cannot_wait_stand_after_the_reasons_to_stop(name: str) -> None:
    said = read(stop_zone_of(the_library().cards[name]))

    assert said.endswith("your calf cramps. Weak leg, or numb between legs? Get help now.")


def test_they_stand_on_no_card_that_loads_nothing_and_on_no_size_that_leaves_them_out() -> None:
    cards = the_library().cards
    small = stop_zone_of(cards["plank"], "bridge")

    assert small.left_out == ("help",)
    for face in (small, stop_zone_of(cards["slow-breathing"]), stop_zone_of(cards["insoles"])):
        assert read(face).endswith("your calf cramps.")


def test_where_a_size_does_without_them_the_first_is_asked_for_if_it_costs_no_line() -> None:
    setting, cards = a_setting("bridge"), the_library().cards
    asked = set()
    for count in range(1, 30):
        reasons = phrases(["it hurts " + "so " * count + "much"])
        work, rest = a_surface(), a_surface()
        tops = [
            blocks.stop_zone(one, setting, cards[name], reasons) for one, name in ((work, "plank"), (rest, "insoles"))
        ]
        assert tops[0] == tops[1]
        asked.add("Weak leg? Get help now." in read(work.face()).replace("\u00a0", " "))

    assert asked == {True, False}


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
