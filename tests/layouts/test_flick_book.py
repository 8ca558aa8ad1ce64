"""A movement to flick through: everything but the movement stands still from card to card."""

from __future__ import annotations

import pytest

from layouts import flick_book
from layouts.flick_book import SPINE, Shot
from publisher.figures.illustration import Framed
from publisher.typesetting.face import Plate
from tests.factories import a_setting, read, the_stock
from tests.figures.stick_people import ALL_FOURS, BIRD_DOG, STANDING, a_palette, a_sketch
from tests.layouts.looking import collisions, outside

STOCK = the_stock("id-1")
SETTING = a_setting("id-1")
MOVEMENT = (ALL_FOURS, BIRD_DOG, STANDING)


def cards(*breaths: str):
    shots = [
        Shot(Framed(f"frame-{i}", a_sketch(joints), a_palette()), breath)
        for i, (joints, breath) in enumerate(zip(MOVEMENT, breaths or ("",) * 3, strict=True))
    ]
    return [pair.front for pair in flick_book.cards("Bird-dog", shots, SETTING, STOCK).cards]


def test_there_is_a_cover_that_says_how_and_a_card_for_each_frame() -> None:
    cover, *rest = cards()

    assert len(rest) == 3
    assert "staple" in read(cover)
    assert [read(face).split()[0] for face in rest] == ["1", "2", "3"]


def test_all_frames_have_one_scale_and_one_place() -> None:
    moves = {part.by for face in cards()[1:] for part in face.parts if isinstance(part, Plate)}

    assert len(moves) == 1


def test_the_staple_has_room_and_nothing_lies_outside() -> None:
    for face in cards()[1:]:
        [plate] = [part for part in face.parts if isinstance(part, Plate)]
        box = plate.by.of_box(plate.drawing.box)
        assert box.x >= SPINE * STOCK.width - 0.01
        assert box.right <= STOCK.width
        assert outside(face, 1.0) == []
        assert collisions(face) == []


def test_breath_is_said_where_it_is_known() -> None:
    _, first, second, third = cards("in", "out", "")

    assert "breathe in" in read(first)
    assert "breathe out" in read(second)
    assert "breathe" not in read(third)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_card_says_which_of_how_many_it_is(number: int) -> None:
    alts = [element.alt for element in cards()[number].elements if element.alt]

    assert alts == [f"Bird-dog, frame {number} of 3."]
