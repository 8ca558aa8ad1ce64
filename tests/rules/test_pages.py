from __future__ import annotations

from publisher.colour import INK
from publisher.geometry import Point, Size
from publisher.problems import Level
from publisher.rules.pages import LONGEST_LINE, SMALLEST, in_faces
from publisher.typesetting.face import Element, Face, Line, Role, Run, Weight
from tests.factories import the_library

A4, CARD = Size(210, 297), Size(63.5, 88.9)
STARTER = the_library().publications["starter"]


def a_line(text: str, size: float = 10, element: int | None = 0) -> Line:
    return Line(Point(10, 10), (Run(text, Weight.REGULAR, INK, 500),), size, 40, element)


def a_face(*lines: Line, trim: Size = A4) -> Face:
    return Face(trim, 10, "A page", lines, (Element(Role.PARAGRAPH),))


def test_a_page_that_can_be_read_passes() -> None:
    face = a_face(a_line("x" * LONGEST_LINE), a_line("Start", SMALLEST))

    assert list(in_faces(STARTER, [face])) == []


def test_small_type_is_told_once_where_it_is_smallest() -> None:
    faces = [a_face(a_line("Start", 5.9), a_line("Hold", 4)), a_face(a_line("End", 5))]

    (problem,) = in_faces(STARTER, faces)

    assert (problem.name, problem.level) == ("small-type", Level.WARNING)
    assert problem.sentence == "starter: 3 lines are set in less than 6 pt; “Hold” in 4.0 pt."


def test_what_is_not_read_may_be_small() -> None:
    assert list(in_faces(STARTER, [a_face(a_line("Start", 4, None))])) == []


def test_a_long_line_of_body_text_is_told() -> None:
    (problem,) = in_faces(STARTER, [a_face(a_line("x" * 80))])

    assert problem.name == "long-line"
    assert "1 line is longer than 75 characters" in problem.sentence


def test_small_print_and_cards_are_not_asked() -> None:
    """A card is too narrow for a long line; the foot of a page is no body text."""
    assert list(in_faces(STARTER, [a_face(a_line("x" * 80, 8)), a_face(a_line("x" * 80), trim=CARD)])) == []
