"""ReportLab's document holds the file, and ReportLab stays as it was."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas

from publisher.pdf.canvas import TaggedCanvas
from publisher.pdf.paper import PackedDocument
from publisher.pdf.writer import render
from tests.pdf.factories import a_document, everything


def a_plain_file() -> bytes:
    """What somebody else makes with ReportLab."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawString(72, 72, "Hello")
    canvas.linkURL("https://example.org/", (72, 72, 90, 90))
    canvas.save()
    return target.getvalue()


def test_what_others_make_with_reportlab_is_the_same_before_and_after() -> None:
    before, fonts = a_plain_file(), pdfmetrics.getRegisteredFontNames()

    render(a_document(everything()))

    assert a_plain_file() == before
    assert pdfmetrics.getRegisteredFontNames() == fonts


def test_objects_of_reportlab_and_ready_ones_share_their_numbers() -> None:
    target = BytesIO()
    paper = PackedDocument(target, "en")
    ready = paper.reserve()
    held = paper.refer(PDFDictionary({"Told": PDFString("two  blanks"), "Of": f"{ready} 0 R"}))
    paper.put(f"<</Of {held}>>", ready)
    canvas = TaggedCanvas(BytesIO(), "en", 1)
    canvas.paper = canvas._doc = paper
    canvas.showPage()
    canvas.save()

    with pikepdf.open(BytesIO(target.getvalue())) as opened:
        given = opened.get_object(ready, 0)
        assert str(given.Of.Told) == "two  blanks"
        assert given.Of.Of.objgen == (ready, 0)
