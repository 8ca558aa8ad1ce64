"""Pictures in a file: stored once however often they are shown, in the right place, small, and tagged each time."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from PIL import Image as PixelImage

from publisher.colour import BLACK, Colour
from publisher.drawing import Drawing, Image, Mark, Path, Stroke, ellipse, pixels, polyline, rectangle
from publisher.geometry import Box, Point, Size, Transform
from publisher.pdf.forms import corners, in_whole
from publisher.pdf.ink import Pen
from publisher.pdf.writer import render
from publisher.rasters import logo, photograph
from publisher.typesetting.document import Page, Placed
from publisher.typesetting.face import Element, Face, Ink, Plate, Role
from publisher.vectors.logo import read_svg
from tests.pdf.checking import assert_conforming, tag_tree
from tests.pdf.factories import POKER, a_document, a_face, a_panel
from tests.pdf.test_ink import SQUARE, a_page_with, in_letters
from tests.pixels import a_logo, a_photograph, written
from tests.vectors.test_logo import INKSCAPE

RED = Colour(255, 0, 0)
CORNER = Drawing(
    Box(0, 0, 4, 4), (Mark(rectangle(Box(0, 0, 4, 1)), fill=RED), Mark(rectangle(Box(0, 0, 1, 4)), fill=BLACK))
)


def a_drawing(colour: Colour = RED) -> Drawing:
    """A hundred curves, as many as a simple figure has."""
    rings = tuple(Mark(ellipse(Point(i, i % 7), 3.21 + i / 9), fill=colour, even_odd=True) for i in range(25))
    return Drawing(Box(0, 0, 25, 10), (*rings, Mark(polyline([(0, 0), (25, 9)]), stroke=Stroke(BLACK, 0.4))))


def a_pictured_face(*plates: tuple[Drawing, Transform], alt: str = "A runner.") -> Face:
    figure = Element(Role.FIGURE, alt=alt, box=Box(5, 5, 40, 40))
    return a_face((a_panel(), *(Plate(drawing, by, 0) for drawing, by in plates)), (figure,))


def forms_of(pdf: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [len(each.read_raw_bytes()) for each in opened.objects if _is_form(each)]


def _is_form(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == pikepdf.Name.Form


def plated(*plates: tuple[Drawing, Transform]) -> Face:
    return Face(SQUARE, 9.0, "", tuple(Plate(drawing, by, None) for drawing, by in plates), ())


def test_a_picture_lands_where_it_is_placed_at_the_size_it_is_placed() -> None:
    twice = Transform.scale(2).then(Transform.move(1, 1))

    assert in_letters(a_page_with(Placed(plated((CORNER, twice), (CORNER, Transform.move(5, 5)))))) == [
        "..........",
        ".##oooooo.",
        ".##oooooo.",
        ".##.......",
        ".##.......",
        ".##..#ooo.",
        ".##..#....",
        ".##..#....",
        ".##..#....",
        "..........",
    ]


def test_a_picture_is_turned_clockwise_with_its_face() -> None:
    turned = Transform.turn(90).then(Transform.move(10, 0))

    rows = in_letters(a_page_with(Placed(plated((CORNER, Transform.move(1, 1))), turned)))

    assert [row[5:9] for row in rows[1:5]] == ["####", "...o", "...o", "...o"]


def test_what_the_page_was_painted_with_does_not_show_in_a_picture() -> None:
    dashed = Mark(polyline([(0, 9), (9, 9)]), stroke=Stroke(RED, 1, "butt", (1, 1)))
    line = Drawing(Box(0, 0, 8, 1), (Mark(polyline([(0, 0), (8, 0)]), stroke=Stroke(BLACK, 1.0, "butt")),))
    face = Face(SQUARE, 9.0, "", (Ink(dashed, None), Plate(line, Transform.move(1, 3.5), None), Ink(dashed, None)), ())

    assert in_letters(a_page_with(Placed(face)))[3] == ".########."


def test_one_drawing_is_stored_once_in_a_document() -> None:
    drawing, twin, other = a_drawing(), a_drawing(), a_drawing(BLACK)
    faces = [
        a_pictured_face((drawing, Transform.move(3, 3)), (drawing, Transform.scale(0.5))),
        a_pictured_face((twin, Transform.move(9, 9))),
        a_pictured_face((other, Transform())),
    ]

    assert len(forms_of(render(a_document(*faces)))) == 2


def test_a_page_names_the_pictures_it_shows_and_no_others() -> None:
    faces = [a_pictured_face((a_drawing(RED), Transform())), a_face(), a_pictured_face((a_drawing(BLACK), Transform()))]

    with pikepdf.open(BytesIO(render(a_document(*faces)))) as opened:
        named = [sorted(leaf.Resources.get("/XObject", {}).keys()) for leaf in opened.pages]

    assert named == [["/FormXob.P1"], [], ["/FormXob.P2"]]


def test_each_showing_is_a_figure_with_its_own_words_and_the_file_conforms() -> None:
    drawing = a_drawing()
    faces = [a_pictured_face((drawing, Transform.move(i, 5)), alt=f"Runner {i}.") for i in (1, 2)]

    pdf = render(a_document(*faces))

    assert_conforming(pdf)
    tree = tag_tree(pdf)
    assert tree.count("Figure alt=") == 2
    assert "Runner 1." in tree
    assert "Runner 2." in tree


def test_a_face_that_lies_on_a_page_again_as_decoration_conforms_too() -> None:
    face = a_pictured_face((a_drawing(), Transform.move(2, 2)))
    page = Page(Size(210, 297), (Placed(face), Placed(face, Transform.move(POKER.width, 0))))

    assert_conforming(render(a_document(a_face())._replace(pages=(page,))))


def test_the_same_pictures_make_the_same_bytes() -> None:
    files = {render(a_document(a_pictured_face((a_drawing(), Transform.move(2, 2))))) for _ in range(2)}

    assert len(files) == 1


def test_a_picture_takes_few_bytes() -> None:
    curves = sum(len(mark.path.segments) for mark in a_drawing().marks)

    [size] = forms_of(render(a_document(a_pictured_face((a_drawing(), Transform())))))

    assert size < 12 * curves


def test_coordinates_are_whole_hundredths_of_a_millimetre_from_the_bottom() -> None:
    path = Path((("M", (10, -2.54)), ("L", (25.4, 25.4)), ("Z", ())))

    assert in_whole(path) == "1000 254 m\n2540 -2540 l\nh\n"


def test_the_box_of_a_stored_drawing_holds_its_strokes() -> None:
    line = Drawing(Box(0, 0, 10, 10), (Mark(polyline([(0, 0), (10, 12)]), stroke=Stroke(BLACK, 2)),))

    left, bottom, right, top = corners(line)

    assert left <= -100
    assert bottom <= -1300
    assert right >= 1100
    assert top >= 100


def test_a_drawing_let_go_does_not_lend_its_name_to_the_next() -> None:
    pen = Pen([])

    names = [
        pen.form(Drawing(Box(0, 0, 40, 1), (Mark(rectangle(Box(0, 0, side, 1)), fill=BLACK),))) for side in range(1, 40)
    ]

    assert len(set(names)) == len(names)


# --- pictures of pixels ---


def a_framed_photograph() -> Drawing:
    """A photograph in a rounded frame, 15 by 20 mm."""
    raster, frame = photograph(a_photograph(), 0.75, Point(0.5, 0.5)), rectangle(Box(0, 0, 15, 20), 2)
    image = Image(raster, Transform.scale(15 / raster.width), frame)
    return Drawing(Box(0, 0, 15, 20), (Mark(frame, stroke=Stroke(BLACK, 0.4)),), images=(image,))


def images_of(pdf: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
        images = [each for each in found if each.get("/Subtype") == pikepdf.Name.Image]
        return [(str(each.ColorSpace), str(each.Filter), int(each.Width), int(each.Height)) for each in images]


def test_pixels_land_where_they_are_placed() -> None:
    """Two by two, black at the upper left and red at the lower right."""
    picture = PixelImage.new("RGB", (300, 300), (255, 255, 255))
    picture.paste((0, 0, 0), (0, 0, 150, 150))
    picture.paste((255, 0, 0), (150, 150, 300, 300))
    drawing = pixels(logo(written(picture)), 4)

    rows = in_letters(a_page_with(Placed(plated((drawing, Transform.move(1, 1))))))
    turned = in_letters(a_page_with(Placed(plated((drawing, Transform.turn(90).then(Transform.move(9, 1)))))))

    assert [row[1:5] for row in rows[1:5]] == ["##..", "##..", "..oo", "..oo"]
    assert [row[5:9] for row in turned[1:5]] == ["..##", "..##", "oo..", "oo.."]


def test_a_clip_hides_what_lies_outside_it() -> None:
    drawing = pixels(logo(written(PixelImage.new("RGB", (300, 300)))), 6)
    [image] = drawing.images
    clipped = drawing._replace(images=(image._replace(clip=rectangle(Box(0, 0, 2, 3))),))

    rows = in_letters(a_page_with(Placed(plated((clipped, Transform.move(1, 1))))))

    assert [row.count("#") for row in rows] == [0, 2, 2, 2, 0, 0, 0, 0, 0, 0]


def test_pixels_are_stored_once_however_often_they_are_shown_and_framed() -> None:
    photo, mark = a_framed_photograph(), pixels(logo(a_logo()), 30)
    faces = [
        a_pictured_face((photo, Transform.move(3, 3)), (mark, Transform.move(3, 30))),
        a_pictured_face((a_framed_photograph(), Transform.scale(0.5)), (photo._replace(marks=()), Transform())),
    ]

    assert sorted(images_of(render(a_document(*faces)))) == [
        ("/DeviceRGB", "/DCTDecode", 900, 1200),
        ("/DeviceRGB", "/FlateDecode", 800, 240),
    ]


def test_a_page_with_photographs_and_logos_conforms_and_is_the_same_each_time() -> None:
    def page() -> bytes:
        grey = pixels(logo(written(PixelImage.new("L", (300, 300), 90))), 10)
        face = a_pictured_face(
            (a_framed_photograph(), Transform.move(3, 3)),
            (pixels(logo(a_logo()), 30), Transform.move(3, 30)),
            (grey, Transform.move(3, 60)),
            (read_svg(INKSCAPE.encode()), Transform.scale(0.3).then(Transform.move(25, 60))),
        )
        return render(a_document(face, face._replace(title="again")))

    pdf = page()

    assert_conforming(pdf)
    assert "Figure alt=" in tag_tree(pdf)
    assert page() == pdf


def test_what_is_moved_takes_its_pixels_along() -> None:
    moved = a_framed_photograph().moved(Transform.scale(2).then(Transform.move(5, 7)), 2)

    [image] = moved.images
    assert image.box == moved.box == Box(5, 7, 30, 40)
