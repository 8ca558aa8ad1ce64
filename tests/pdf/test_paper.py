"""ReportLab draws and holds every file, and stays as it was."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFString
from reportlab.pdfgen.canvas import Canvas

from publisher.pdf.canvas import TaggedCanvas
from publisher.pdf.paper import PackedDocument
from publisher.pdf.writer import render
from tests.pdf.factories import a_deck, a_document, everything

if TYPE_CHECKING:
    import pytest


def a_plain_file() -> bytes:
    """What somebody else makes with ReportLab."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawString(72, 72, "Hello")
    canvas.linkURL("https://example.org/", (72, 72, 90, 90))
    canvas.save()
    return target.getvalue()


def test_pages_are_drawn_on_the_canvas_of_reportlab_and_its_document_gives_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    def watch(owner: type, name: str) -> None:
        original = getattr(owner, name)

        def watched(self: object, *given: object) -> object:
            seen.append(f"{type(self).__name__}.{name}")
            return original(self, *given)

        monkeypatch.setattr(owner, name, watched)

    watch(Canvas, "showPage")
    watch(PDFDocument, "addPage")
    watch(PDFDocument, "GetPDFData")
    render(a_deck(9))

    page = ["TaggedCanvas.showPage", "PackedDocument.addPage"]
    assert seen == [*page, *page, "PackedDocument.GetPDFData"]


def test_what_others_make_with_reportlab_is_the_same_before_and_after() -> None:
    before, fonts = a_plain_file(), pdfmetrics.getRegisteredFontNames()

    render(a_document(everything()))

    assert a_plain_file() == before
    assert pdfmetrics.getRegisteredFontNames() == fonts


def test_other_methods_of_the_canvas_draw_too() -> None:
    target = BytesIO()
    canvas = TaggedCanvas(target, "en", 1)
    canvas.setPageSize((100, 100))
    canvas.artifact("")
    canvas.rect(10, 10, 50, 50, fill=1)
    canvas.save()

    with pikepdf.open(BytesIO(target.getvalue())) as opened:
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(opened.pages[0])]
    assert operators == ["BMC", "EMC", "n", "re", "B*"]


def test_objects_of_reportlab_and_ready_ones_share_their_numbers() -> None:
    paper = PackedDocument("en")
    ready = paper.reserve()
    held = paper.refer(PDFDictionary({"Told": PDFString("two  blanks"), "Of": f"{ready} 0 R"}))
    paper.put(f"<</Of {held}>>", ready)
    target = BytesIO()
    canvas = TaggedCanvas(target, "en", 1)
    canvas.paper = canvas._doc = paper
    canvas.showPage()
    canvas.save()

    with pikepdf.open(BytesIO(target.getvalue())) as opened:
        given = opened.get_object(ready, 0)
        assert str(given.Of.Told) == "two  blanks"
        assert given.Of.Of.objgen == (ready, 0)
