"""Cards to tear off: a page with its back, then pocket cards with the dose of one person, without a name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from layouts import tear_off
from layouts.product import Job
from publisher.handouts import Occasion, handout, off_cards, publication_of, told_of
from publisher.model.dose import Range
from publisher.model.plan import Day
from publisher.model.programme import DosePart, Side
from publisher.problems import Level
from publisher.typesetting.face import Weight
from tests.factories import a_job, a_phrase, read, the_cards
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
    with_everything,
)

if TYPE_CHECKING:
    from layouts.product import Made


def a_job_for(programme: object, paper: str = "a4") -> Job:
    shop = a_shop(paper)
    told = told_of(shop, programme, a_clinic(running_name=True), a_patient(), Occasion(ON))
    cards = tuple(exercise.card for exercise in told.exercises)
    publication = publication_of(programme, "tear-off", paper)
    stock = shop.stock(publication)
    setting = shop.setting(publication, stock, cards)
    return Job(publication.title, "", (*cards, *told.signs), setting, shop.paper(publication).size, stock, handout=told)


@cache
def made(paper: str = "a4") -> Made:
    return tear_off.make(a_job_for(with_everything(), paper))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_page_with_its_back_comes_first_then_a_card_for_each_exercise_and_no_cover(paper: str) -> None:
    done = made(paper)

    assert done.problems == ()
    assert len(done.pages) == 2
    assert len(done.cards) == len(with_everything().exercises)
    for face in done.faces:
        assert collisions(face) == []
        assert face.fits
    assert all(outside(face, 8.0) == [] for face in done.pages)


def test_cards_have_the_dose_and_the_side_of_this_person_in_12_points() -> None:
    pair = next(pair for pair in made().cards if pair.title == "Step-down")
    front = read(pair.front).replace("\u00a0", " ")

    assert "Left side only. On Monday and Friday." in front
    assert "2 kg in each hand." in front
    assert "days a week" not in front
    assert pair.front.body >= 12


def test_the_side_of_this_person_is_not_to_be_missed() -> None:
    given = an_exercise("step-down", side=Side.LEFT, note=a_phrase("Use a low stair."))
    (pair,) = tear_off.make(a_job_for(a_programme(given))).cards

    bold = "".join(run.text for line in pair.front.lines for run in line.runs if run.weight is Weight.BOLD)
    assert "Left side only." in bold.replace("\u00a0", " ")
    assert "Use a low stair." in read(pair.front)
    assert "Use a low stair." not in bold


def test_a_note_stands_on_its_card_beside_the_dose_or_in_place_of_the_purpose() -> None:
    short = an_exercise("plank", note=a_phrase("Before breakfast."))
    read_only = an_exercise("quick-short-steps", note=a_phrase("On the long hill."))
    plank, steps = (read(pair.front) for pair in sorted(tear_off.make(a_job_for(a_programme(short, read_only))).cards))
    full = next(read(pair.front) for pair in made().cards if pair.title == "Step-down").replace("\u00a0", " ")

    assert "Before breakfast." in plank
    assert "On the long hill." in steps
    assert "Use the bottom stair at home." in full
    assert "From 2 March 2026 to 30 March 2026." in read(made().pages[0]).replace("\u00a0", " ")


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_a_clinician_wrote_stands_on_the_card_before_its_purpose_and_what_to_think_of(paper: str) -> None:
    note = a_phrase("Put a folded towel under both knees, and stop the arm at the height of your shoulder. Film it.")
    days = (Day.MONDAY, Day.WEDNESDAY, Day.FRIDAY)
    given = [an_exercise(card, note=note, days=days, side=Side.LEFT) for card in ("bird-dog", "step-down")]
    programme = a_programme(*given, an_exercise("quick-short-steps", note=note))
    done = tear_off.make(a_job_for(programme, paper))

    fronts = {pair.title: read(pair.front).replace("\u00a0", " ") for pair in done.cards}
    assert done.problems == ()
    assert all(note in front for front in fronts.values())
    assert all(collisions(pair.front) == [] for pair in done.cards)
    for title in ("Bird-dog", "Step-down"):
        assert "On Monday, Wednesday and Friday." in fronts[title]
        assert "Left side only." in fronts[title]


def test_a_note_that_no_card_holds_stands_on_the_page_takes_no_other_with_it_and_is_told() -> None:
    long, short = a_phrase("Slowly and with care. " * 20), a_phrase("Before breakfast.")
    job = a_job_for(a_programme(an_exercise("plank", note=long), an_exercise("bird-dog", note=short)))
    done = tear_off.make(job)

    assert done.problems == ()
    assert "Slowly and with care." in read(done.pages[0])
    cards = " ".join(read(pair.front) for pair in done.cards)
    assert "Before breakfast." in cards
    assert "Slowly and with care." not in cards
    [told] = off_cards(job.setting.words, job.handout, done)
    assert (told.name, told.level) == ("left-out", Level.WARNING)
    assert "the note of `plank`:" in told.sentence


def test_all_signs_stand_on_the_back_of_the_page() -> None:
    assert "Call 999 or go to A&E now" in read(made().pages[1])


def test_no_card_bears_a_name() -> None:
    cards = [face for pair in made().cards for face in (pair.front, pair.back)]

    assert CANARY in read(made().pages[0])
    assert not [face for face in cards if CANARY in read(face)]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_file_is_tagged_and_has_both_sides_of_a_page_and_of_a_sheet_of_cards(paper: str) -> None:
    programme = a_programme(an_exercise("step-down", dose=DosePart(sets=Range(2, 2)), side=Side.RIGHT))

    product = handout(a_shop(paper), programme, a_clinic(), a_patient(), Occasion(ON), "tear-off")

    assert_conforming(product.content)
    assert product.pages == 2 + 2


def test_neither_a_publication_nor_a_handout_without_emergencies_is_laid_out() -> None:
    job = a_job_for(a_programme(an_exercise("plank")))

    assert [problem.name for problem in tear_off.make(a_job(the_cards("warning-card"), None)).problems] == [
        "no-handout"
    ]
    assert [problem.name for problem in tear_off.make(job._replace(cards=job.cards[:1])).problems] == ["no-emergency"]
