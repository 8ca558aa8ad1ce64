from __future__ import annotations

import unicodedata
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from publisher.geometry import Point, mm
from publisher.pdf.writer import render
from publisher.typesetting.face import Element, Line, Role, Weight
from publisher.typesetting.fonts import font_path
from tests.pdf.checking import assert_conforming, tag_tree
from tests.pdf.factories import INK, Run, a_document, a_face, a_line, a_run


def a_page_of(*lines: Line) -> bytes:
    return render(a_document(a_face(lines, (Element(Role.PARAGRAPH),))))


def test_every_letter_of_the_font_is_read_as_it_was_written() -> None:
    known = sorted(TTFontFile(font_path(Weight.REGULAR)).charToGlyph)
    # A glyph that two letters share is read as the first of them.
    letters = "".join(map(chr, known))
    letters = "".join(letter for letter in letters if unicodedata.category(letter)[0] in "LNPS" and letter not in "Ωμ∆")

    pdf = a_page_of(a_line(letters, 4, 20, 0, size=2))

    assert len(letters) > 300
    assert f'"{letters}"' in tag_tree(pdf)
    assert_conforming(pdf)


@pytest.mark.parametrize("text", ["(a) \\ b)", "ends in \\", "½ of 3 × 8", "AVAVA To Ty 1/2"])
def test_brackets_slashes_and_fractions_are_only_text(text: str) -> None:
    pdf = a_page_of(a_line(text, 4, 20, 0))

    assert f'"{text}"' in tag_tree(pdf)


@pytest.mark.parametrize("letter", ["\r", "\x00", "\x1b", "\u202e", "\u00ad", "\ue000", "\ud800", "⤵"])
def test_a_letter_that_cannot_be_shown_never_reaches_the_page(letter: str) -> None:
    with pytest.raises(ValueError, match="has no glyph"):
        a_page_of(a_line(f"one {letter} two", 4, 20, 0))


def test_a_space_that_holds_a_number_to_its_unit_is_found_by_searching_for_a_space() -> None:
    assert '"3 km"' in tag_tree(a_page_of(a_line("3\u00a0km", 4, 20, 0)))


@pytest.mark.parametrize("text", ["AVAVATo", "WAVE Type To", "running"])
def test_what_is_measured_is_what_is_printed(text: str) -> None:
    first, second = a_run(text), a_run("|", Weight.BOLD)
    line = Line(Point(4, 20), (first, second), 20.0, 40.0, 0)
    page = pypdfium2.PdfDocument(a_page_of(line))[0]

    begins = page.get_textpage().get_charbox(len(text), loose=True)[0]

    assert mm(begins) == pytest.approx(4 + mm(first.width * 20 / 1000), abs=0.02)


def test_tracking_moves_letters_apart() -> None:
    def right_edge(tracking: float) -> float:
        page = pypdfium2.PdfDocument(a_page_of(a_line("STOP", 4, 20, 0, tracking=tracking)))[0]
        return float(page.get_textpage().get_charbox(3)[2])

    assert right_edge(1.5) - right_edge(0) == pytest.approx(4.5, abs=0.05)


def test_only_the_letters_in_use_are_embedded_and_only_the_weights_in_use() -> None:
    with pikepdf.open(BytesIO(a_page_of(a_line("abc", 4, 20, 0)))) as opened:
        fonts = opened.pages[0].Resources.Font

        assert len(fonts) == 1
        assert int(fonts.F1.DescendantFonts[0].FontDescriptor.FontFile2.Length1) < 20_000


def test_a_line_of_nothing_prints() -> None:
    assert_conforming(a_page_of(Line(Point(4, 20), (Run("", Weight.REGULAR, INK, 0),), 9.0, 0.0, 0)))
