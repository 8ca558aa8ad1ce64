from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from publisher.geometry import Box, Transform
from publisher.pdf.writer import render
from publisher.typesetting.document import Document, Page, Placed, Section, Where
from publisher.typesetting.face import Element, Face, Link, Role
from tests.pdf.checking import assert_conforming
from tests.pdf.factories import A4, a_document, a_face, a_line


def linking(address: str) -> Face:
    parts = (a_line("here", 4, 20, 1), Link(Box(4, 17, 10, 4), address, "More about planks", 1))
    return a_face(parts, (Element(Role.PARAGRAPH), Element(Role.LINK, 0)))


@pytest.mark.parametrize("address", ["https://example.org/", "http://example.org/(a)", "mailto:us@example.org"])
def test_a_link_opens_the_web_or_a_letter(address: str) -> None:
    pdf = render(a_document(linking(address)))

    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.pages[0].Annots[0].A.URI) == address
    assert_conforming(pdf)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "/a", ""])
def test_a_link_to_anything_else_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="web or to a mail address"):
        render(a_document(linking(address)))


def test_signs_that_may_not_stand_in_an_address_are_encoded() -> None:
    with pikepdf.open(BytesIO(render(a_document(linking("https://example.org/ü b\n<c>"))))) as opened:
        assert str(opened.pages[0].Annots[0].A.URI) == "https://example.org/%C3%BC%20b%0A%3Cc%3E"


def test_a_link_lies_where_its_words_lie_on_the_sheet() -> None:
    page = Page(A4, (Placed(linking("https://example.org/"), Transform.move(100, 50)),))
    pdf = render(Document("Deck", "en", (page,), (Section("Plank", (Where(0, 0),)),)))

    with pikepdf.open(BytesIO(pdf)) as opened:
        link = opened.pages[0].Annots[0]
        box = [float(value) * 25.4 / 72 for value in link.Rect]

    assert box == pytest.approx([104, 297 - 71, 114, 297 - 67], abs=0.001)
    assert int(link.F) == 4


def test_links_on_several_pages_each_know_their_element() -> None:
    assert_conforming(render(a_document(*(linking(f"https://example.org/{page}") for page in range(3)))))


@pytest.mark.parametrize("degrees", [0, 90, 180, 270, 0.3])
def test_a_turned_and_corrected_face_passes_both_standards(degrees: float) -> None:
    move = Transform.turn(degrees).then(Transform.scale(1.002, 0.998)).then(Transform.move(100, 100))
    page = Page(A4, (Placed(linking("https://example.org/"), move, Box(20, 20, 150, 200)),))

    assert_conforming(render(Document("Deck", "en", (page,), (Section("Plank", (Where(0, 0),)),))))
