"""What a visit came to: one page for few exercises, its back for many, each dose in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layouts import visit_summary
from publisher.model.card import Tier
from tests.factories import a_phrase, read, the_library, the_words
from tests.layouts.looking import collisions
from tests.programmes_at_hand import a_clinic, a_programme, an_exercise, handed, with_everything

if TYPE_CHECKING:
    from publisher.typesetting.face import Face

SHEETS = [*the_library().cards][40:50]


def pages_of(programme: object, **more: object) -> tuple[Face, ...]:
    made = visit_summary.make(handed(programme, **more))
    assert made.problems == ()
    return made.pages


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_four_exercises_and_six_with_everything_set_go_onto_one_page(paper: str) -> None:
    assert len(pages_of(a_programme(), paper=paper)) == 1
    # Six with a note, dates and days are an inch too much for the shorter paper: the signs go onto the back.
    assert len(pages_of(with_everything(), paper=paper)) == (1 if paper == "a4" else 2)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_pain_is_fine_stands_on_the_page_beside_whatever_else_is_to_be_remembered(paper: str) -> None:
    pain = the_words().say("handout.remember.pain_in_short")
    for lines in ((), (a_phrase("Do all 4 on 2 to 3 days a week. Leave a day in between."), a_phrase("Go slowly."))):
        [page] = pages_of(a_programme(remember=lines), paper=paper)

        assert pain in read(page).replace("\u00a0", " ")
        assert collisions(page) == []


def test_a_letterhead_with_every_line_costs_four_exercises_no_page() -> None:
    clinic = a_clinic(
        email=a_phrase("desk@hillside.example"),
        web=a_phrase("www.hillside.example"),
        footer=a_phrase("Please bring this sheet to your next visit."),
        opening_hours=(a_phrase("Monday to Friday, 8 am to 6 pm"), a_phrase("Saturday, 9 am to 1 pm")),
    )
    [page] = pages_of(the_library().programmes["downhill-back-start"], paper="letter", clinic=clinic)

    assert collisions(page) == []


def test_each_exercise_has_a_line_with_its_name_first_then_the_number_of_its_card_and_its_dose() -> None:
    text = read(pages_of(a_programme())[0]).replace("\u00a0", " ")

    assert "1. Step-down (S19) 3 sets of 8 to 10 each leg, 2 to 3 days a week." in text


def test_where_room_is_short_milder_tiers_are_run_in_and_keep_their_order() -> None:
    text, words = read(pages_of(with_everything())[0]), the_words(country="GB")
    headings = (words.tier(Tier.URGENT, "handed"), "within 2 days if:", words.tier(Tier.KEEP_GOING, "handed"))
    strips = [text.index(heading) for heading in headings]

    assert "\u2022 a fever, or feeling very unwell \u2022 cancer, now or in the past" in text
    assert strips == sorted(strips)


def test_ten_exercises_take_both_sides_and_the_front_says_where_the_signs_are() -> None:
    front, back = pages_of(a_programme(*map(an_exercise, SHEETS)))

    assert "All warning signs: page 2." in read(front)
    assert (read(front) + read(back)).count("To ask or tell") <= 1
    assert "Call 999 or go to A&E now" in read(back)
    assert "Rest 1 minute." in read(front).replace("\u00a0", " ")


def test_more_than_a_side_of_notes_is_told() -> None:
    long = an_exercise("plank", note=a_phrase("Slowly and with care. " * 300))

    made = visit_summary.make(handed(a_programme(long)))

    assert [problem.name for problem in made.problems] == ["does-not-fit"]
