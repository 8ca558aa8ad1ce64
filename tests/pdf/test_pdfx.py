"""A file for a print shop: PDF/X-4 read back by another program, with its tags, in the inks of its press."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from publisher.colour import INK, Colour
from publisher.drawing import Drawing, Mark, pixels, rectangle
from publisher.geometry import Box, Point, Size, Transform
from publisher.pdf.writer import render
from publisher.rasters import logo, photograph
from publisher.shop_pages import unlinked
from publisher.typesetting.document import Document, Page, Placed, Section, Where
from publisher.typesetting.face import Element, Plate, Role
from tests.pdf.checking import tag_tree
from tests.pdf.factories import a_face, a_figure, a_line, a_panel, everything
from tests.pdf.press_checking import MM, assert_press_ready, inks_of, inks_of_letters
from tests.pixels import a_logo, plain, written
from tests.profiles_at_hand import a_profile, the_separation

DAY = 1_700_000_000


def a_job(*faces, **more: object) -> Document:
    """Each face on a page with 3 mm of bleed round it."""
    pages = []
    for face in faces:
        size = Size(face.trim.width + 6, face.trim.height + 6)
        whole = Box(0, 0, *size)
        trim = Box(3, 3, *face.trim)
        pages.append(Page(size, (Placed(unlinked(face), Transform.move(3, 3), whole),), trim, whole))
    section = Section("Plank", tuple(Where(at, 0) for at in range(len(pages))))
    return Document(
        **{"title": "A – card", "language": "en", "date": DAY, **more}, pages=tuple(pages), sections=(section,)
    )


def pressed(*faces, **more: object) -> bytes:
    return render(a_job(*faces, **more), separation=the_separation())


def shown(drawing: Drawing):
    """A face with a picture and a word."""
    parts = (Plate(drawing, Transform.move(5, 5), 0), a_line("Plank", 4, 70, 1))
    elements = (Element(Role.FIGURE, alt="A runner planks.", box=Box(5, 5, 40, 40)), Element(Role.PARAGRAPH))
    return a_face(parts, elements)


def test_a_page_with_everything_is_ready_for_the_press() -> None:
    assert_press_ready(pressed(a_face(), everything(), subject="Cards & more"))


@pytest.mark.parametrize("picture", [plain((60, 40), (3, 40, 9)), plain((60, 40), 90, "L")])
def test_photographs_are_in_the_inks_of_the_press(picture) -> None:
    big = picture.resize((600, 400))

    assert_press_ready(pressed(shown(pixels(photograph(written(big, "JPEG"), 1.0, Point(0.5, 0.5)), 40))))


def test_logos_are_in_the_inks_of_the_press() -> None:
    assert_press_ready(pressed(shown(pixels(logo(a_logo()), 40))))


def test_drawings_are_in_the_inks_of_the_press_also_after_they_were_printed_in_colour() -> None:
    drawing = Drawing(Box(0, 0, 40, 40), (Mark(rectangle(Box(0, 0, 40, 40)), fill=Colour(163, 31, 26)),))
    face = shown(drawing)
    before = render(Document("A card", "en", (Page(face.trim, (Placed(face),)),), ()))

    assert_press_ready(pressed(face))
    assert render(Document("A card", "en", (Page(face.trim, (Placed(face),)),), ())) == before


def test_words_and_lines_are_in_black_alone() -> None:
    face = a_face(
        (*a_figure(None), a_line("Hold.", 4, 20, 0), a_line("Emergency", 4, 30, 0, colour=Colour(163, 31, 26))),
        (Element(Role.PARAGRAPH),),
    )
    letters = inks_of_letters(pressed(face))

    assert letters[0] == (0, 0, 0, 1)
    assert letters[1][1] > 0.5
    assert Colour(0, 0, 0) != INK  # the ink of the screen is not quite black


def test_white_is_bare_paper() -> None:
    panel = a_panel(colour=Colour(255, 255, 255))

    assert inks_of(pressed(a_face((panel,), ()))) == {(0, 0, 0, 0)}


def test_the_tags_stay_and_links_are_plain_words() -> None:
    heard = tag_tree(pressed(everything()))

    assert "More about" not in heard
    assert "Span" in heard
    assert '"example.org"' in heard


def test_the_same_job_is_the_same_bytes_and_another_job_another_document() -> None:
    def named(pdf: bytes) -> str:
        with pikepdf.open(BytesIO(pdf)) as opened:
            return opened.open_metadata()["xmpMM:DocumentID"]

    assert pressed(a_face()) == pressed(a_face())
    assert named(pressed(a_face())) != named(pressed(everything()))


def test_the_press_is_named_with_its_condition_and_its_profile_as_it_came() -> None:
    with pikepdf.open(BytesIO(pressed(a_face()))) as opened:
        (intent,) = opened.Root.OutputIntents

        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert str(intent.Info) == "Invented press (FOGRA39)"
        assert intent.DestOutputProfile.read_bytes() == a_profile()


def test_the_shop_is_not_told_how_to_turn_the_paper() -> None:
    with pikepdf.open(BytesIO(pressed(a_face(), duplex="long"))) as opened:
        assert "/Duplex" not in opened.Root.ViewerPreferences


def test_the_page_ends_with_the_bleed() -> None:
    with pikepdf.open(BytesIO(pressed(a_face()))) as opened:
        leaf = opened.pages[0]

        assert [float(value) for value in leaf.TrimBox] == pytest.approx(
            [3 * MM, 3 * MM, 66.5 * MM, 91.9 * MM], abs=0.01
        )


def test_a_job_must_have_a_date() -> None:
    with pytest.raises(ValueError, match="date"):
        pressed(a_face(), date=None)


@pytest.mark.parametrize(
    ("spoilt", "by"),
    [("/False", "/True "), ("PDF/X-4", "PDF/X-3"), ("%PDF-1.6", "%PDF-1.7")],
)
def test_what_checks_it_sees_what_is_wrong(spoilt: str, by: str) -> None:
    with pikepdf.open(BytesIO(pressed(a_face()))) as opened, BytesIO() as out:
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
        plainly = out.getvalue()
    assert spoilt.encode() in plainly

    with pytest.raises(AssertionError):
        assert_press_ready(plainly.replace(spoilt.encode(), by.encode()))


def test_what_checks_it_sees_colours_of_a_screen() -> None:
    with pytest.raises(AssertionError):
        assert_press_ready(render(a_job(everything())))
