"""The one-page sheet as a face: one page, whole, readable, and nothing to calculate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layouts import cheat_sheet
from publisher.model.card import Advice, Explanation, FormCue, Review, Tier, WarningSign
from publisher.problems import Phrase, Place
from publisher.typesetting.face import Ink, Plate, Role
from tests.factories import (
    a_job,
    a_phrase,
    box_of,
    changed,
    overlap,
    read,
    said,
    the_cards,
    the_library,
    the_words,
)
from tests.layouts.looking import collisions, on_pattern, on_signs, outside, roles, within
from tests.layouts.pictured import with_pictures

PAPERS = ("a4", "letter")
CARDS = the_cards("cheat-sheet")
PUBLICATION = the_library().publications["cheat-sheet"]
CUES = tuple(card for card in CARDS if isinstance(card.body, FormCue))


def made(cards: object = CARDS, paper: str = "a4", **more: object) -> object:
    named = {"title": PUBLICATION.title, "subtitle": PUBLICATION.subtitle or "", **more}
    return cheat_sheet.make(a_job(cards, None, paper, **named))


def page(*arguments: object, **more: object) -> object:
    (face,) = made(*arguments, **more).pages
    return face


def tier(wanted: Tier) -> list[str]:
    return [card.body.short for card in CARDS if isinstance(card.body, WarningSign) and card.body.tier is wanted]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
@pytest.mark.parametrize("language", ["en", "en-GB", "en-US"])
def test_it_is_exactly_one_page_and_all_fits(paper: str, theme: str, language: str) -> None:
    sheet = made(the_cards("cheat-sheet", language), paper, theme=theme, language=language)

    assert len(sheet.pages) == len(sheet.faces) == 1
    assert sheet.problems == ()
    assert sheet.pages[0].trim == the_library().papers[paper].size
    assert sheet.pages[0].fits


@pytest.mark.parametrize("country", the_words().countries())
@pytest.mark.parametrize("paper", PAPERS)
def test_every_country_fits(country: str, paper: str) -> None:
    assert made(paper=paper, country=country).problems == ()


@pytest.mark.parametrize("paper", PAPERS)
def test_body_text_has_ten_points_or_more(paper: str) -> None:
    face = page(paper=paper)

    assert face.body >= 10
    notes = [line for line in face.lines if line.size < 10]
    assert min(line.size for line in face.lines) >= 8
    assert all(line.at.y > face.trim.height - 25 for line in notes), "only sources and review may be smaller"


@pytest.mark.parametrize("paper", PAPERS)
def test_every_line_keeps_eight_millimetres_from_the_edge(paper: str) -> None:
    assert outside(page(paper=paper), 7.9) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_runs_into_anything(paper: str) -> None:
    face = page(paper=paper)

    assert collisions(face) == []
    assert on_pattern(face) == []
    assert on_signs(face) == []


def test_the_title_comes_first_and_headings_follow_in_order() -> None:
    headings = [text for role, text in roles(page()) if role in {"H1", "H2"}]

    assert headings[0] == PUBLICATION.title
    assert headings[1 : len(CUES) + 1] == [card.body.cue for card in CUES]
    said_next = [the_words().say(f"cheat_sheet.{name}") for name in ("why", "steps")]
    assert headings[len(CUES) + 1 : -4] == said_next
    assert headings[-4:] == [
        the_words().tier(Tier.EMERGENCY, "list"),
        *(the_words().tier(each, "strip") for each in (Tier.URGENT, Tier.SEE_SOMEONE, Tier.KEEP_GOING)),
    ]


def test_six_to_eight_cues_of_at_most_six_words_each_right_before_wrong() -> None:
    texts = said(page())

    assert 6 <= len(CUES) <= 8
    for card in CUES:
        assert len(card.body.cue.split()) <= 6 + card.body.cue.count("3 to 5 m")
        at = texts.index(card.body.cue)
        assert texts[at + 1 : at + 3] == [card.body.right, card.body.wrong]


def test_why_it_hurts_is_three_short_lines() -> None:
    whys = [card.body for card in CARDS if isinstance(card.body, Explanation)]

    assert len(whys) == 3
    assert all(" ".join(why.lines) in said(page()) for why in whys)


# 5 and 10 per cent over each rate, worked out by hand (Heiderscheit 2011).
TABLE = {
    150: (158, 165),
    155: (163, 171),
    160: (168, 176),
    165: (173, 182),
    170: (179, 187),
    175: (184, 193),
    180: (189, 198),
}


def test_nobody_has_to_calculate_a_step_rate() -> None:
    cells = [text for role, text in roles(page()) if role == "TD"]

    assert cells == [
        str(number) for column in range(3) for number in [(now, *more)[column] for now, more in TABLE.items()]
    ]


def test_the_table_has_a_header_for_each_row() -> None:
    face = page()
    headers = [element for element in face.elements if element.role is Role.HEADER]
    rows = [element for element in face.elements if element.role is Role.ROW]

    assert len(rows) == len(headers) == 3
    assert {header.scope for header in headers} == {"Row"}


def test_the_columns_of_the_table_are_aligned() -> None:
    face = page()
    cells = [line for line in face.lines if line.element is not None and face.elements[line.element].role is Role.CELL]
    rights = [round(box_of(line).right, 2) for line in cells]

    assert rights[:7] == rights[7:14] == rights[14:]


def test_before_during_and_after_have_a_line_each() -> None:
    (day,) = [card.body for card in CARDS if isinstance(card.body, Advice)]

    parts = [the_words().say(f"cheat_sheet.{name}") for name in ("before", "during", "after")]
    assert [line for line, part in zip(day.lines, parts, strict=True) if not line.startswith(part)] == []
    assert [line for line in day.lines if line not in said(page())] == []


def test_every_emergency_is_on_the_sheet_and_each_tier_has_signs() -> None:
    texts = said(page())

    assert len(tier(Tier.EMERGENCY)) >= 8
    assert [short for short in tier(Tier.EMERGENCY) if short not in texts] == []
    for each in Tier:
        assert any(short in texts for short in tier(each))


@pytest.mark.parametrize(("country", "number"), [("", "112"), ("GB", "999"), ("US", "911"), ("AU", "000")])
def test_the_emergency_number_is_local(country: str, number: str) -> None:
    text = read(page(country=country))

    assert f"Call {number} or go to " in text
    assert the_words("en", country).emergency_note() in text


def test_the_sources_of_what_it_teaches_are_named() -> None:
    text = read(page())
    sources = the_library().sources
    cited = {card.evidence.sources[0] for card in CUES if card.evidence.sources}

    assert "Sources: " in text
    assert any(sources[key].short in text for key in cited)


def test_a_review_of_every_card_clears_the_line_that_says_there_is_none() -> None:
    reviewed = Review(a_phrase("A. Roe"), a_phrase("physiotherapist"), a_phrase("2026-03-05"))

    assert "Not yet reviewed by a physiotherapist" in read(page())
    some, every = [*CARDS[1:], replace(CARDS[0], review=reviewed)], [replace(card, review=reviewed) for card in CARDS]
    assert "Not yet reviewed" in read(page(some))
    assert "Not yet reviewed" not in read(page(every))
    assert "Reviewed by A. Roe, physiotherapist, 5 March 2026" in read(page(every))


def test_fewer_cues_make_a_page_too() -> None:
    few = [card for card in CARDS if card not in CUES[3:]]
    face = page(few)

    assert face.fits
    assert collisions(face) == []
    assert face.body > page().body or face.body == cheat_sheet.LARGEST


def test_too_much_is_an_error_that_says_how_much() -> None:
    long = [
        changed(card, right=Phrase("Take a small step and let the hill do the work. " * 6, card.body.right.place))
        for card in CUES
    ]
    rest = [card for card in CARDS if card not in CUES]

    problems = made([*long, *rest]).problems

    assert problems
    assert problems[0].name == "does-not-fit"
    assert problems[0].sentence.startswith(f"{PUBLICATION.title}: ")
    assert "one page of 210 × 297 mm, even at 10 pt" in problems[0].sentence
    assert problems[0].hint.startswith("Cut about ")


def test_the_page_that_is_too_full_is_told_by_the_publication() -> None:
    problems = made(CARDS + CUES + CUES + CUES).problems

    assert problems
    assert problems[0].place == Place("cards/publications/few.yaml", 3, 8)


# Pictures


def _with_pictures(paper: str = "a4", theme: str = "surefoot", language: str = "en", **more: object) -> object:
    cards, drawings = with_pictures(the_cards("cheat-sheet", language), theme)
    sheet = made(cards, paper, theme=theme, language=language, drawings=drawings, **more)
    assert sheet.problems == ()
    return sheet.pages[0]


def _plates(face: object) -> list:
    return [part for part in face.parts if isinstance(part, Plate)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "en-GB", "en-US"])
def test_right_stands_beside_wrong_on_every_cue_and_the_page_still_fits(paper: str, language: str) -> None:
    face = _with_pictures(paper, language=language)

    figures = [element for element in face.elements if element.role is Role.FIGURE]
    assert len(figures) == len(CUES)
    assert {figure.alt for figure in figures} == {"Somebody moves."}
    assert len(_plates(face)) == 2 * len(CUES)
    assert all(figure.box.x >= 8 and figure.box.right <= face.trim.width - 8 for figure in figures)
    assert [line.text for line in face.lines for plate in _plates(face) if overlap(box_of(line), plate.box)] == []
    assert collisions(face) == []


@pytest.mark.parametrize("country", the_words().countries())
def test_every_country_fits_with_pictures_too(country: str) -> None:
    assert _with_pictures("letter", country=country).fits


@pytest.mark.parametrize("paper", PAPERS)
def test_all_runners_have_one_height_and_lines_of_one_weight(paper: str) -> None:
    plates = _plates(_with_pictures(paper))

    heights = {round(plate.by.a * 100, 2) for plate in plates}
    assert len(heights) == 1
    assert min(heights) >= 16
    weights = {round(max(m.stroke.width for m in p.drawing.marks if m.stroke) * p.by.a, 2) for p in plates}
    assert len(weights) == 1


def test_what_not_to_do_is_said_under_the_pictures_wherever_there_is_room() -> None:
    texts = said(_with_pictures("a4"))

    assert all(card.body.wrong in texts for card in CUES)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_full_page_says_what_it_leaves_to_the_pictures(paper: str) -> None:
    face = _with_pictures(paper)

    texts = said(face)
    for field in ("right", "wrong"):
        missing = [card for card in CUES if getattr(card.body, field) not in texts]
        assert bool(missing) == (field in face.left_out)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_pictured_runner_stands_on_a_slope(paper: str) -> None:
    face = _with_pictures(paper)
    strips = [part.mark.clip for part in face.parts if isinstance(part, Ink) and part.mark.clip is not None]
    for plate in _plates(face):
        foot = plate.by.of(plate.drawing.ground)
        assert not any(within(strip, foot.x, foot.y - 0.3) for strip in strips)
        assert any(within(strip, foot.x, foot.y + 0.7) for strip in strips)


def test_words_stand_alone_where_one_cue_has_no_picture() -> None:
    cards, drawings = with_pictures(CARDS)
    del drawings[CUES[0].id]

    face = made(cards, drawings=drawings).pages[0]

    assert _plates(face) == []
    assert all(card.body.right in said(face) for card in CUES)
