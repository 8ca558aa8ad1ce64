"""The gallery: everything is there, named, in its cell."""

from __future__ import annotations

import pytest

from layouts.figure_gallery import Chapter, Entry, draw
from publisher.figures.illustration import Framed
from publisher.geometry import Size
from publisher.typesetting.face import Plate, Role
from tests.factories import a_setting, read, said
from tests.figures.stick_people import ALL_FOURS, BIRD_DOG, LYING, STANDING, a_palette, a_sketch
from tests.layouts.looking import collisions, outside

SETTING = a_setting(None)
A4 = Size(210, 297)
BODIES = (STANDING, ALL_FOURS, BIRD_DOG, LYING)


def entry(number: int, frames: int = 2) -> Entry:
    shown = tuple(Framed("hold", a_sketch(BODIES[(number + i) % 4]), a_palette()) for i in range(frames))
    return Entry(f"Movement {number}", f"movement-{number}", shown, f"Somebody moves, {number}.")


def pages(count: int, columns: int = 3, rows: int = 4):
    return draw([Chapter("Figures", tuple(map(entry, range(count))), columns, rows)], SETTING, A4)


def test_every_entry_has_a_place_and_more_pages_are_added() -> None:
    faces = pages(25)

    assert len(faces) == 3
    assert all(f"Movement {number} " in f"{' '.join(map(read, faces))} " for number in range(25))


def test_words_have_room_and_nothing_lies_outside() -> None:
    for face in pages(12):
        assert outside(face, 5.0) == []
        assert collisions(face) == []


def test_pictures_do_not_lie_on_one_another() -> None:
    plates = [part for part in pages(12)[0].parts if isinstance(part, Plate)]
    boxes = [plate.by.of_box(plate.drawing.box) for plate in plates]

    crossing = [
        (one, other)
        for i, one in enumerate(boxes)
        for other in boxes[i + 1 :]
        if one.x < other.right - 0.1
        and other.x < one.right - 0.1
        and one.y < other.bottom - 0.1
        and other.y < one.bottom - 0.1
    ]
    assert len(boxes) == 24
    assert crossing == []


def test_a_page_goes_on_under_its_heading() -> None:
    assert [said(face)[0] for face in pages(13)] == ["Figures", "Figures, continued"]


@pytest.mark.parametrize("number", [0, 7])
def test_each_picture_has_words_for_those_who_do_not_see_it(number: int) -> None:
    alts = [element.alt for element in pages(12)[0].elements if element.role is Role.FIGURE]

    assert len(alts) == 12
    assert alts[number] == f"Somebody moves, {number}."
