from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from publisher.geometry import Transform
from publisher.pdf.writer import render
from publisher.typesetting.document import Document, Page, Placed, Section, Where
from tests.pdf.checking import assert_conforming
from tests.pdf.factories import A4, a_deck, a_face


def titles(items: list[pikepdf.OutlineItem]) -> list:
    return [(item.title, titles(item.children)) if item.children else item.title for item in items]


def test_cards_stand_under_their_group() -> None:
    page = Page(A4, tuple(Placed(a_face()) for _ in range(4)))
    names = (("Start here", ""), ("Plank – front", "Strength"), ("Bridge", "Strength"), ("Child's pose", "Stretch"))
    sections = tuple(Section(title, (Where(0, index),), group) for index, (title, group) in enumerate(names))

    with (
        pikepdf.open(BytesIO(render(Document("Deck", "en", (page,), sections)))) as opened,
        opened.open_outline() as outline,
    ):
        assert titles(outline.root) == [
            "Start here",
            ("Strength", ["Plank – front", "Bridge"]),
            ("Stretch", ["Child's pose"]),
        ]


@pytest.mark.parametrize("title", ["Plank (front) \\ back", "Žluťoučký – “kůň”", "腕立て伏せ", "𝄞"])
def test_a_title_is_shown_as_it_was_written(title: str) -> None:
    pdf = render(Document("Deck", "en", (Page(A4, (Placed(a_face()),)),), (Section(title, (Where(0, 0),)),)))

    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        assert titles(outline.root) == [title]


def test_cards_of_one_name_each_have_their_bookmark() -> None:
    page = Page(A4, (Placed(a_face()), Placed(a_face(), Transform.move(70, 0))))
    sections = tuple(Section("Plank", (Where(0, index),), "Plank") for index in range(2))

    with (
        pikepdf.open(BytesIO(render(Document("Deck", "en", (page,), sections)))) as opened,
        opened.open_outline() as outline,
    ):
        assert titles(outline.root) == [("Plank", ["Plank", "Plank"])]


def test_a_bookmark_leads_to_the_top_left_corner_of_the_card() -> None:
    empty = Page(A4, ())
    page = Page(A4, (Placed(a_face(), Transform.move(25.4, 50.8)),))
    document = Document("Deck", "en", (empty, page), (Section("Plank", (Where(1, 0),)),))

    with pikepdf.open(BytesIO(render(document))) as opened:
        target = opened.Root.Outlines.First.Dest

        assert target[0].objgen == opened.pages[1].objgen
        assert [float(target[2]), float(target[3])] == pytest.approx([72, 297 / 25.4 * 72 - 144], abs=0.001)


def test_a_deck_of_groups_passes_both_standards() -> None:
    assert_conforming(render(a_deck(45)))
