"""A booklet: as many pages as fill its sheets, nothing under 12 points, the warning signs on the last ones."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from layouts import booklet
from publisher.geometry import mm
from publisher.handouts import Occasion, handout
from publisher.typesetting.face import Ink
from tests.factories import a_job, read, the_cards
from tests.layouts.looking import collisions, outside
from tests.pdf.checking import assert_conforming
from tests.programmes_at_hand import (
    CANARY,
    ON,
    a_clinic,
    a_patient,
    a_programme,
    a_shop,
    an_exercise,
    handed,
    with_everything,
)

if TYPE_CHECKING:
    from publisher.typesetting.face import Face

HALVES = {"a4": (148.5, 210.0), "letter": (139.7, 215.9)}


@cache
def pages_of(paper: str = "a4") -> tuple[Face, ...]:
    made = booklet.make(handed(with_everything(), paper))
    assert made.problems == ()
    return made.booklet


@pytest.mark.parametrize("paper", HALVES)
def test_pages_fill_sheets_and_nothing_on_them_is_smaller_than_12_points(paper: str) -> None:
    pages, half = pages_of(paper), HALVES[paper]

    assert len(pages) % 4 == 0
    for face in pages:
        share = half[1] / face.trim.height
        assert face.trim.width * share == pytest.approx(half[0])
        assert min(line.size for line in face.lines) * share >= 11.99
        assert outside(face, 8.0 / share - 4.0) == []
        assert collisions(face) == []
        assert face.fits


@pytest.mark.parametrize("paper", HALVES)
@pytest.mark.parametrize(("count", "pages"), [(1, 4), (4, 8), (6, 12)])
def test_four_exercises_are_eight_pages_and_only_one_page_asks_what_to_tell(paper: str, count: int, pages: int) -> None:
    cards = ("step-down", "bird-dog", "side-plank", "plank", "dead-bug", "hip-bridge")[:count]
    faces = booklet.make(handed(a_programme(*map(an_exercise, cards)), paper)).booklet

    texts = list(map(read, faces))
    assert len(faces) == pages
    assert sum("To ask or tell" in text for text in texts) <= 1
    assert sum("Need easy words" in text for text in texts) == 1
    # All tiers stand on the last two pages, the two that cannot wait on one of them.
    assert "Call 999 or go to A&E now" in texts[-2].replace("\u00a0", " ")
    assert "Call a GP or 111 today" in texts[-2].replace("\u00a0", " ")
    assert "No warning sign?" in texts[-1]


def test_no_page_of_eight_is_left_half_empty() -> None:
    for face in booklet.make(handed(a_programme())).booklet:
        drawn = [part.mark.path.bounds.bottom for part in face.parts if isinstance(part, Ink)]
        above_foot = 0.93 * face.trim.height
        lowest = max(y for y in [*drawn, *(line.at.y for line in face.lines)] if y < above_foot)
        assert lowest > 0.62 * face.trim.height


def test_it_begins_with_whose_it_is_and_ends_with_the_signs_after_pages_for_notes() -> None:
    pages = [read(face) for face in pages_of()]
    notes = [at for at, page in enumerate(pages) if "To ask or tell" in page and "Sources" not in page]
    signs = next(at for at, page in enumerate(pages) if "Call 999 or go to A&E now" in page)

    assert CANARY in pages[0]
    assert "Strong legs spare your back." in pages[0]
    assert signs > max(notes) > 6
    assert "Need easy words" in pages[-1]
    assert f"Page 2 of {len(pages)}" in pages[1]


@pytest.mark.parametrize("paper", HALVES)
def test_the_file_is_read_in_order_though_its_sheets_are_not(paper: str) -> None:
    product = handout(a_shop(paper), a_programme(), a_clinic(running_name=True), a_patient(), Occasion(ON), "booklet")

    assert_conforming(product.content)
    assert (product.pages, product.sheets) == (4, 2)
    pdf = pypdfium2.PdfDocument(product.content)
    first, second = (pdf[at].get_textpage().get_text_range() for at in (0, 1))
    assert "Page 1 of 8" in first
    assert "Page 8 of 8" in first
    assert "Page 2 of 8" in second
    assert "Page 7 of 8" in second
    half = HALVES[paper]
    assert pdf[0].get_size() == pytest.approx((2 * half[0] / mm(1), half[1] / mm(1)), abs=0.1)


def test_the_printer_is_told_to_turn_the_sheets_on_the_short_edge_and_so_is_whoever_folds_them() -> None:
    content = handout(a_shop(), a_programme(), a_clinic(), None, Occasion(ON), "booklet").content

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
    pages = pypdfium2.PdfDocument(content)
    told = ["turn on the short edge" in pages[at].get_textpage().get_text_range() for at in range(len(pages))]
    assert told == [True, False, False, False]


def test_neither_a_publication_nor_a_handout_without_emergencies_is_laid_out() -> None:
    job = handed(a_programme(an_exercise("plank")))

    assert [problem.name for problem in booklet.make(a_job(the_cards("warning-card"), None)).problems] == ["no-handout"]
    assert [problem.name for problem in booklet.make(job._replace(cards=job.cards[:1])).problems] == ["no-emergency"]
