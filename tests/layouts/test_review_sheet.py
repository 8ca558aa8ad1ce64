"""The sheet to sign: nothing is split, everything is there, and the boxes are what can be said of a card."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from layouts import pocket, review_sheet
from layouts.review_sheet import Entry
from publisher.typesetting.face import Role
from tests.factories import POKER, a_card, a_job, a_setting, read, said, the_library

PAPERS = pytest.mark.parametrize("paper", ["a4", "letter"])
CARDS = ("plank", "numb-between-your-legs", "quick-short-steps", "food-timing", "evidence-legend")


def drawn(cards, paper: str = "a4", unseen: tuple[str, ...] = ()):
    pairs = pocket.make(a_job(cards)).cards
    entries = [Entry(card, pair.front, pair.back, "kbtd-mxqr", unseen) for card, pair in zip(cards, pairs, strict=True)]
    return review_sheet.draw(entries, a_setting(None), the_library().papers[paper].size)


def ours(*names: str):
    return [the_library().cards[name] for name in names or CARDS]


def faces_of(sheet, section):
    return [sheet.pages[where.page].placed[where.index].face for where in section.faces]


def words_of(sheet, title: str) -> str:
    section = next(section for section in sheet.sections if section.title == title)
    return " ".join(read(face) for face in faces_of(sheet, section))


def headers(sheet, title: str) -> list[str]:
    section = next(section for section in sheet.sections if section.title == title)
    return [
        line.text
        for face in faces_of(sheet, section)
        for line in face.lines
        if line.element is not None and face.elements[line.element].role is Role.HEADER
    ]


@PAPERS
def test_no_card_is_split_and_all_stands_on_the_paper(paper: str) -> None:
    sheet = drawn(ours(), paper)

    for section in sheet.sections:
        assert len({where.page for where in section.faces}) == 1
    for page in sheet.pages:
        for placed in page.placed:
            for line in placed.face.lines:
                at = placed.transform.of(line.at)
                assert 5 < at.x < page.size.width - 5
                assert 5 < at.y < page.size.height - 5, line.text


@PAPERS
def test_blocks_of_a_page_follow_one_another_without_touching(paper: str) -> None:
    sheet = drawn(ours(), paper)

    blocks: dict[int, list[tuple[float, float]]] = {}
    for section in sheet.sections:
        placed = [sheet.pages[where.page].placed[where.index] for where in section.faces]
        top = placed[0].transform.f
        blocks.setdefault(section.faces[0].page, []).append((top, top + placed[0].face.trim.height))
    for page in blocks.values():
        assert all(bottom < top for (_, bottom), (top, _) in pairwise(page))


def test_both_faces_stand_at_real_size_between_head_and_answers() -> None:
    sheet = drawn(ours("plank"))

    head, front, back, rest = faces_of(sheet, sheet.sections[1])
    assert front.trim == back.trim == POKER
    placed = [sheet.pages[where.page].placed[where.index] for where in sheet.sections[1].faces]
    assert {(each.transform.a, each.transform.d) for each in placed} == {(1.0, 1.0)}
    assert "plank" in read(head)
    assert "kbtd-mxqr" in read(head)
    assert "Facts and sources" in read(rest)


def test_sources_stand_in_full_with_level_and_note() -> None:
    text = words_of(drawn(ours("plank")), "Plank")

    library = the_library()
    card = library.cards["plank"]
    assert card.evidence.note in text
    for key in card.evidence.sources:
        source = library.sources[key]
        assert all(part in text for part in (source.authors, str(source.year), source.title, source.where))
        assert (source.doi or source.url) in text


def test_there_is_a_row_of_boxes_for_each_part_that_a_card_has() -> None:
    sheet = drawn(ours("plank", "numb-between-your-legs", "evidence-legend"))

    words = ["Yes", "Change", "No", "Facts and sources"]
    assert headers(sheet, "Plank") == [*words, "Dose and rest", "When to stop", "Picture", "The whole card"]
    assert headers(sheet, "Numb between your legs") == [*words, "How fast to act", "Picture", "The whole card"]
    legend = str(the_library().cards["evidence-legend"].title)
    assert headers(sheet, legend)[-1] == "The whole card"


def test_what_stands_on_neither_face_is_said_below() -> None:
    sheet = drawn(ours("plank"), unseen=("Move on: when it is light",))

    assert "Move on: when it is light" in words_of(sheet, "Plank")
    assert "not on these sides" not in words_of(drawn(ours("plank")), "Plank")


def test_the_first_page_says_how_many_who_signs_and_what_to_type() -> None:
    sheet = drawn(ours())
    [face] = faces_of(sheet, sheet.sections[0])

    assert said(face)[:2] == ["Review sheet", "5 cards to review"]
    text = read(face)
    assert all(f in text for f in ("Name", "Profession", "Registration number", "Signature", "Review again on"))
    assert "surefoot review take" in text
    assert "1 card to review" in read(faces_of(drawn(ours("plank")), sheet.sections[0])[0])


def test_every_page_says_which_it_is() -> None:
    sheet = drawn(ours())

    for number, page in enumerate(sheet.pages, 1):
        lines = [line.text.replace("\u00a0", " ") for line in page.placed[-1].face.lines]
        assert any(f"Page {number} of {len(sheet.pages)}" in line for line in lines)


def test_a_hostile_title_is_only_a_title() -> None:
    card = a_card(title="<b>%s {0}</b>")

    assert "<b>%s {0}</b>" in words_of(drawn([replace(card)]), "<b>%s {0}</b>")
