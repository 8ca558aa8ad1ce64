"""Ink is looked at, on pages of ten by ten millimetres drawn one dot to the millimetre."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from publisher.colour import BLACK, WHITE, Colour
from publisher.drawing import Mark, Stroke, polyline, rectangle
from publisher.geometry import Box, Point, Size, Transform
from publisher.pdf.ink import onto_page
from publisher.pdf.png import pages_as_png
from publisher.pdf.writer import render
from publisher.typesetting.document import Document, Page, Placed
from publisher.typesetting.face import Face, Ink

SQUARE = Size(10, 10)


def a_face_of(*marks: Mark, trim: Size = SQUARE) -> Face:
    return Face(trim, 9.0, "", tuple(Ink(mark, None) for mark in marks), ())


def a_page_with(*placed: Placed, size: Size = SQUARE) -> Document:
    return Document("Ink", "en", (Page(size, placed),), ())


def in_letters(document: Document) -> list[str]:
    """The first page, a letter a square millimetre: black, colour, white."""
    picture = Image.open(BytesIO(pages_as_png(render(document), 25.4 * 4)[0])).convert("RGB")
    middles = ((x * 4 + 2, y * 4 + 2) for y in range(picture.height // 4) for x in range(picture.width // 4))
    letters = [{BLACK: "#", WHITE: "."}.get(Colour(*picture.getpixel(at)), "o") for at in middles]
    width = picture.width // 4
    return ["".join(letters[at : at + width]) for at in range(0, len(letters), width)]


def fill(x: float, y: float, width: float, height: float, colour: Colour = BLACK) -> Mark:
    return Mark(rectangle(Box(x, y, width, height)), fill=colour)


def test_millimetres_count_from_the_top_left() -> None:
    assert in_letters(a_page_with(Placed(a_face_of(fill(1, 1, 4, 2), fill(8, 9, 1, 1, Colour(255, 0, 0)))))) == [
        "..........",
        ".####.....",
        ".####.....",
        "..........",
        "..........",
        "..........",
        "..........",
        "..........",
        "..........",
        "........o.",
    ]


def test_a_ring_is_painted_even_and_odd_and_a_clip_limits_it() -> None:
    ring = rectangle(Box(1, 1, 8, 8)).joined(rectangle(Box(3, 3, 4, 4)))
    upper = rectangle(Box(0, 0, 10, 5))

    assert in_letters(a_page_with(Placed(a_face_of(Mark(ring, fill=BLACK, even_odd=True, clip=upper))))) == [
        "..........",
        ".########.",
        ".########.",
        ".##....##.",
        ".##....##.",
        "..........",
        "..........",
        "..........",
        "..........",
        "..........",
    ]


def test_a_colour_set_inside_a_clip_is_set_again_after_it() -> None:
    clipped = Mark(rectangle(Box(0, 0, 9, 1)), fill=Colour(255, 0, 0), clip=rectangle(Box(0, 0, 2, 9)))
    marks = (fill(0, 3, 1, 1), clipped, fill(0, 6, 1, 1), fill(3, 6, 1, 1, Colour(255, 0, 0)))

    rows = in_letters(a_page_with(Placed(a_face_of(*marks))))

    assert (rows[0], rows[3], rows[6]) == ("oo........", "#.........", "#..o......")


def test_dashes_widths_and_ends_do_not_leak_into_the_next_stroke() -> None:
    def across(y: float, **stroke: object) -> Mark:
        return Mark(polyline([(1, y), (9, y)]), stroke=Stroke(BLACK, 1.0, **stroke))

    marks = (across(1.5, cap="butt", dash=(2, 2)), across(4.5, cap="butt"), across(7.5, cap="butt", dash=(4, 4)))
    rows = in_letters(a_page_with(Placed(a_face_of(*marks))))

    assert (rows[1], rows[4], rows[7]) == (".##..##...", ".########.", ".####.....")


@pytest.mark.parametrize(
    ("degrees", "corner"),
    [(0, (1, 1)), (90, (8, 1)), (180, (8, 8)), (270, (1, 8))],
)
def test_a_face_is_turned_clockwise(degrees: int, corner: tuple[int, int]) -> None:
    middle = Transform.move(-5, -5).then(Transform.turn(degrees)).then(Transform.move(5, 5))

    rows = in_letters(a_page_with(Placed(a_face_of(fill(1, 1, 1, 1)), middle)))

    assert [(x, y) for y, row in enumerate(rows) for x, dot in enumerate(row) if dot == "#"] == [corner]


def test_the_clip_of_a_placed_face_is_measured_on_the_sheet() -> None:
    everything = a_face_of(fill(-50, -50, 100, 100), trim=Size(4, 4))

    rows = in_letters(a_page_with(Placed(everything, Transform.move(5, 3), Box(4, 2, 3, 2))))

    assert [row for row in rows if "#" in row] == ["....###...", "....###..."]
    assert rows.index("....###...") == 2


def test_one_face_may_lie_on_a_page_often() -> None:
    face = a_face_of(fill(0, 0, 1, 1), trim=Size(1, 1))

    rows = in_letters(a_page_with(*(Placed(face, Transform.move(x, 0)) for x in (0, 4, 8))))

    assert rows[0] == "#...#...#."


def test_a_point_lands_where_the_move_says_whatever_the_height_of_the_page() -> None:
    move = Transform(1.002, 0.01, -0.01, 0.998, 12.5, 40.25)
    face, page = Size(63.5, 88.9), Size(210, 297)
    scale = 72 / 25.4

    on_paper = move.of(Point(10, 20))
    drawn = onto_page(move, face, page).of(Point(10 * scale, (88.9 - 20) * scale))

    assert (drawn.x, drawn.y) == pytest.approx((on_paper.x * scale, (297 - on_paper.y) * scale))
