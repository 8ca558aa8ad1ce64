from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2

from publisher.pdf.writer import render
from publisher.typesetting.document import Document, Page
from tests.pdf.checking import assert_conforming
from tests.pdf.factories import POKER, a_deck, a_document, a_face, everything

PRINT_A_DECK = """
import hashlib
from publisher.pdf.writer import render
from tests.pdf.factories import a_deck, everything
print(hashlib.sha256(render(a_deck(10, lambda card, side: everything()))).hexdigest())
"""


# Each of these changes what ReportLab writes when it is left to itself.
SETTINGS = {
    "RL_pdfMultiLine": "1",
    "RL_pdfComments": "1",
    "RL_useA85": "0",
    "RL_pageCompression": "0",
    "RL_documentLang": "de",
    "RL_canvas_basefontname": "Courier",
    "RL_ttfAsciiReadable": "0",
    "SOURCE_DATE_EPOCH": "1700000000",
}


def test_the_same_document_is_the_same_file_in_every_process_and_time_zone_whatever_the_settings() -> None:
    here = hashlib.sha256(render(a_deck(10, lambda _card, _side: everything()))).hexdigest()

    for others in (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", **SETTINGS},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "RL_invariant": "1"},
    ):
        elsewhere = subprocess.run(
            [sys.executable, "-c", PRINT_A_DECK],
            cwd=Path(__file__).parents[2],
            env=os.environ | others,
            capture_output=True,
            text=True,
            check=True,
        )
        assert elsewhere.stdout.strip() == here


def test_what_was_printed_before_leaves_no_trace() -> None:
    first = render(a_document(a_face()))
    render(a_document(everything()))

    assert render(a_document(a_face())) == first


def test_a_double_sided_deck_passes_both_standards() -> None:
    assert_conforming(render(a_deck(20)))


def test_words_copied_from_the_page_keep_the_space_at_the_end_of_a_line() -> None:
    page = pypdfium2.PdfDocument(render(a_document(a_face())))[0]

    text = " ".join(page.get_textpage().get_text_range().split())

    assert text == "Plank Hold your body in one line from ear to ankle."


def test_a_page_without_anything_passes_both_standards() -> None:
    assert_conforming(render(Document("Nothing", "en", (Page(POKER, ()),), ())))


def test_a_whole_tagged_face_costs_under_a_kilobyte() -> None:
    one, many = (len(render(a_deck(cards, lambda _card, _side: everything()))) for cards in (9, 54))

    assert (many - one) / (2 * 45) < 1000
