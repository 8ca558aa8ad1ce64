"""The ink of a page: known areas in known colours."""

from __future__ import annotations

import pytest

from publisher.colour import BLACK, WHITE, Colour
from publisher.drawing import Mark, rectangle
from publisher.geometry import Box, Size
from publisher.pdf.coverage import Coverage, coverage
from publisher.pdf.writer import render
from publisher.typesetting.surface import Surface
from tests.factories import the_typeface
from tests.pdf.factories import a_document

PAGE = Size(100, 100)


def a_page(*painted: tuple[Box, Colour]) -> bytes:
    surface = Surface(PAGE, the_typeface(), 10)
    with surface.artifact():
        surface.paint(*(Mark(rectangle(box), fill=colour) for box, colour in painted))
    return render(a_document(surface.face()))


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        (BLACK, 1.0),
        (WHITE, 0.0),
        (Colour(128, 128, 128), 0.5),
        (Colour(255, 0, 0), 2.0),  # magenta and yellow
        (Colour(0, 255, 255), 1.0),  # cyan alone
        (Colour(128, 0, 0), 1.5),  # half of each colour is left beside half of black
    ],
)
def test_a_quarter_of_a_page_takes_a_quarter_of_its_inks(colour: Colour, inks: float) -> None:
    (found,) = coverage(a_page((Box(20, 30, 50, 50), colour))).pages

    assert found == pytest.approx(25 * inks, rel=0.02)


def test_the_page_that_takes_most_is_named() -> None:
    found = Coverage((2.0, 9.0, 4.0))

    assert (found.mean, found.highest, found.page) == (5.0, 9.0, 2)


def test_less_is_told_of_all_pages_together() -> None:
    assert Coverage((2.0, 4.0)).less_than(Coverage((8.0, 4.0))) == pytest.approx(50)
    assert Coverage((3.0,)).less_than(Coverage((2.0,))) == pytest.approx(-50)
    assert Coverage((0.0,)).less_than(Coverage((0.0,))) == 0.0
