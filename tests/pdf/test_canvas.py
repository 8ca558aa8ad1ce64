"""Every page is drawn on ReportLab's canvas."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from publisher.geometry import Transform
from publisher.pdf.canvas import TaggedCanvas
from publisher.pdf.writer import render
from tests.pdf.factories import a_deck

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def drawn(draw: Callable[[TaggedCanvas], object]) -> list[list[tuple[str, str]]]:
    """What is drawn, by pages: operators with their operands."""
    target = BytesIO()
    canvas = TaggedCanvas(target, "en", 2)
    canvas.setPageSize((100, 100))
    draw(canvas)
    canvas.save()
    with pikepdf.open(BytesIO(target.getvalue())) as opened:
        assert all("/F1" not in leaf.Resources.Font for leaf in opened.pages)
        return [
            [(str(operator), " ".join(map(str, operands))) for operands, operator in pikepdf.parse_content_stream(leaf)]
            for leaf in opened.pages
        ]


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


def test_other_methods_of_the_canvas_draw_between_ready_operators() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.artifact("0 g\n")
        canvas.rect(10, 10, 50, 50, fill=1)
        canvas.artifact("")

    (page,) = drawn(draw)

    assert [operator for operator, _ in page] == ["BMC", "g", "EMC", "n", "re", "B*", "BMC", "EMC"]


def test_pieces_of_elements_are_counted_from_nought_on_each_page() -> None:
    given: list[int] = []

    def draw(canvas: TaggedCanvas) -> None:
        given.extend(canvas.element("P", "") for _ in range(2))
        canvas.showPage()
        given.append(canvas.element("H1", ""))

    first, second = drawn(draw)

    assert given == [0, 1, 0]
    assert [operands.split()[0] for operator, operands in first + second if operator == "BDC"] == ["/P", "/P", "/H1"]


def test_a_clip_and_a_move_last_until_the_state_is_restored() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        canvas.saveState()
        canvas.clip(1, 2, 30, 40)
        canvas.move(Transform(0, 1, -1, 0, 12.34567, 0))
        assert canvas.absolutePosition(1, 0) == (12.346, 1)
        canvas.restoreState()
        assert canvas.absolutePosition(1, 0) == (1, 0)

    (page,) = drawn(draw)

    assert page[0] == ("q", "")
    assert ("re", "1 2 30 40") in page
    assert ("cm", "0 1 -1 0 12.346 0") in page
    assert page[-1] == ("Q", "")


def test_links_take_the_keys_that_follow_those_of_the_pages() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        keys = [canvas.link("https://example.org/", "Example", (1, 2, 3, 4)) for _ in range(2)]
        assert [key for key, _ in keys] == [2, 3]
        assert keys[0][1] != keys[1][1]
        canvas.showPage()

    drawn(draw)
