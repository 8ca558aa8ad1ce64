"""The first sheet in small: the places of the back lie behind those of the front."""

from __future__ import annotations

import pytest

from layouts.guide import draw
from layouts.guide.sheets import drawings
from publisher.geometry import Box, Size
from publisher.model.printing import Flip, Sides
from publisher.typesetting.face import Face, Ink, Role
from publisher.typesetting.surface import Surface
from tests.factories import a_setting
from tests.layouts.guide.plans import a_plan


def drawn(**how) -> Face:
    setting = a_setting()
    surface = Surface(Size(210, 297), setting.typeface, 11)
    drawings(a_plan(**how), setting, surface, Box(14, 40, 0, 160))
    return surface.face()


def places(face) -> list[dict[str, tuple[float, float]]]:
    """Where each number stands, drawing by drawing."""
    figures = [i for i, element in enumerate(face.elements) if element.role is Role.FIGURE]
    return [
        {
            line.text: (round(line.at.x + line.width / 2, 1), round(line.at.y, 1))
            for line in face.lines
            if line.element == i and line.text.isdigit()
        }
        for i in figures
    ]


def test_turned_on_the_long_edge_left_and_right_change_places() -> None:
    front, back = places(drawn())

    assert list(front) == [str(n) for n in range(1, 10)]
    assert (front["1"][0], front["3"][0]) == (back["3"][0], back["1"][0])


def test_turned_on_the_short_edge_top_and_bottom_change_places() -> None:
    front, back = places(drawn(flip=Flip.SHORT))

    assert [front[n][0] for n in "123"] == [back[n][0] for n in "123"]
    assert back["1"][1] > back["7"][1]


def test_places_that_stay_empty_are_white_and_the_others_tinted() -> None:
    face, tint = drawn(cards=6, start_at=3, skip=(5,)), a_setting().theme
    filled = [part.mark for part in face.parts if isinstance(part, Ink) and part.mark.fill is not None]
    tinted = [mark for mark in filled if mark.fill in {group.tint for group in tint.groups.values()}]

    assert len(tinted) == 2 * 6


@pytest.mark.parametrize(
    ("how", "figures"), [({}, 2), ({"sides": Sides.FOLD}, 1), ({"sides": Sides.FRONT}, 1), ({"sides": Sides.SINGLE}, 2)]
)
def test_each_drawing_says_what_it_shows(how, figures) -> None:
    page = draw(a_plan(**how), a_setting())[0]
    alts = [element.alt for element in page.elements if element.role is Role.FIGURE]

    assert len(alts) == figures
    assert all("first" in alt for alt in alts)
