from __future__ import annotations

import gc
import io
import tracemalloc
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest

from publisher.pdf.merging import Part, render_merged
from publisher.typesetting.document import Document, Page, Placed, Where
from tests.factories import the_deck
from tests.pdf.checking import assert_conforming
from tests.pdf.factories import POKER, a_face, everything

HEAD = Document("Handouts", "en", (), (), "For everybody")


def part(title, *faces):
    pages = tuple(Page(face.trim, (Placed(face),)) for face in faces)
    return Part(title, pages, tuple(Where(page, 0) for page in range(len(pages))))


def some(count):
    """Cards of the deck, both sides, one after another."""
    pairs = the_deck().cards
    return (part(f"Row {n + 2}", pairs[n % len(pairs)].front, pairs[n % len(pairs)].back) for n in range(count))


class Bound(NamedTuple):
    """The file, and what is told of it."""

    content: bytes
    parts: int
    pages: int
    blanks: int


def bound(parts, **how):
    target = io.BytesIO()
    told = render_merged(HEAD, parts, target, **how)
    return Bound(target.getvalue(), *told)


def opened(merged):
    return pikepdf.open(io.BytesIO(merged.content))


def test_the_file_conforms_and_every_part_is_read_in_order():
    merged = bound([part("Row 2", everything()), part("Row 3", a_face(), everything()), *some(3)])

    assert_conforming(merged.content)
    with opened(merged) as pdf:
        sections = pdf.Root.StructTreeRoot.K.K
        assert [str(section.T) for section in sections] == ["Row 2", "Row 3", "Row 2", "Row 3", "Row 4"]
        assert merged[1:] == (5, len(pdf.pages), 0)


def test_bookmarks_lead_to_the_first_page_of_each_in_order():
    merged = bound([part("Row 2", a_face(), a_face()), part("Row 5", a_face())])

    document = pypdfium2.PdfDocument(merged.content)
    assert [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()] == [
        ("Row 2", 0),
        ("Row 5", 2),
    ]


@pytest.mark.parametrize("lengths", [(1, 2, 3, 1), (2, 2), (3,), (1, 1, 1)])
def test_each_begins_on_a_front_where_that_is_wanted(lengths):
    parts = [part(f"Row {n}", *[a_face()] * length) for n, length in enumerate(lengths, 2)]

    merged = bound(parts, fronts=True)

    document = pypdfium2.PdfDocument(merged.content)
    starts = [mark.get_dest().get_index() for mark in document.get_toc()]
    assert all(start % 2 == 0 for start in starts)
    assert merged.blanks == sum(length % 2 for length in lengths[:-1])
    assert len(document) == merged.pages == sum(lengths) + merged.blanks
    assert_conforming(merged.content)


def test_a_blank_page_is_as_large_as_the_others_and_says_nothing():
    merged = bound([part("Row 2", a_face()), part("Row 3", a_face())], fronts=True)

    document = pypdfium2.PdfDocument(merged.content)
    assert document[1].get_size() == document[0].get_size()
    assert document[1].get_textpage().get_text_range() == ""


def test_fonts_and_pictures_are_stored_once():
    count = len(the_deck().cards)
    once, often = bound(some(count)), bound(some(3 * count))

    with opened(once) as few, opened(often) as many:
        assert kinds(many) == kinds(few)
    assert len(often.content) < 3 * len(once.content)


def kinds(pdf):
    """How many fonts and stored drawings there are."""
    found = (f"{each.get('/Type', '')}{each.get('/Subtype', '')}" for each in pdf.objects if hasattr(each, "keys"))
    return Counter(kind for kind in found if kind.startswith(("/Font", "/XObject")))


def test_text_is_that_of_the_parts():
    face = a_face()
    alone = pypdfium2.PdfDocument(bound([part("Row 2", face)]).content)
    among = pypdfium2.PdfDocument(bound([*some(3), part("Row 9", face)]).content)

    assert among[6].get_textpage().get_text_range() == alone[0].get_textpage().get_text_range()


def test_the_same_parts_are_the_same_file():
    assert bound(some(9)) == bound(some(9))


class Written:
    """Takes pieces, and nobody can go back in it: how many bytes there are, and how many came in one piece at most."""

    size = largest = 0

    def write(self, data):
        self.size += len(data)
        self.largest = max(self.largest, len(data))


def test_the_file_is_written_as_its_parts_come():
    target, grown = Written(), []

    def parts():
        for each in some(40):
            grown.append(target.size)
            yield each

    render_merged(HEAD, parts(), target)

    steps = [after - before for before, after in pairwise(grown)]
    assert min(steps) > 0
    assert target.largest < target.size / 4


def test_memory_does_not_grow_with_what_is_written():
    target, held = Written(), []

    def parts():
        for number, each in enumerate(some(300)):
            if number in {100, 299}:
                gc.collect()
                held.append((tracemalloc.get_traced_memory()[0], target.size))
            yield each

    tracemalloc.start()
    try:
        render_merged(HEAD, parts(), target)
    finally:
        tracemalloc.stop()

    (before, begun), (after, written) = held
    assert after - before < (written - begun) * 3 / 4


def test_a_size_of_page_is_kept():
    merged = bound([part("Row 2", a_face())])

    width, height = pypdfium2.PdfDocument(merged.content)[0].get_size()
    assert (width * 25.4 / 72, height * 25.4 / 72) == pytest.approx((POKER.width, POKER.height), abs=0.01)
