"""A wall chart: all of a programme on one poster, no picture where two sheets meet, when to get help beside it."""

from __future__ import annotations

import pytest

from layouts import wall_chart
from layouts.poster import seam_of
from publisher.handouts import Occasion, handout
from publisher.press.tiling import poster_size
from publisher.typesetting.face import Plate
from tests.factories import a_job, a_phrase, box_of, read, the_cards, the_library
from tests.layouts.looking import collisions
from tests.pdf.checking import assert_conforming
from tests.programmes_at_hand import CANARY, ON, a_clinic, a_patient, a_programme, a_shop, an_exercise, handed

FORM = "downhill-form"
MANY = ("step-down", "tempo-squat", "side-plank", "plank", "bird-dog", "dead-bug", "squat-to-chair", "hip-bridge")


@pytest.mark.parametrize("paper", ["a3", "a4", "letter"])
@pytest.mark.parametrize("name", [FORM, "downhill-back-start"])
def test_all_cards_of_a_programme_hang_on_one_poster_in_letters_for_a_wall(paper: str, name: str) -> None:
    job = handed(the_library().programmes[name], paper)
    chart, *beside = wall_chart.make(job).posters

    text = read(chart).replace("\u00a0", " ")
    assert [e.card.id for e in job.handout.exercises if str(e.card.title) not in text] == []
    share = poster_size(job.paper).width / chart.trim.width
    assert min(line.size for line in chart.lines if line.size > 11.5) * share >= 22
    assert len([part for part in chart.parts if isinstance(part, Plate)]) >= len(job.handout.exercises)
    assert "Get help now. Page 2." in text
    assert "Hillside Physiotherapy, 01234 567890" in text
    assert "Call 999 or go to A&E" in read(beside[0]).replace("\u00a0", " ")
    assert all(face.fits and collisions(face) == [] for face in (chart, *beside))
    assert not any(CANARY in read(face) for face in (chart, *beside))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_neither_picture_nor_word_lies_where_two_sheets_meet(paper: str) -> None:
    job = handed(the_library().programmes[FORM], paper)
    for face in wall_chart.make(job).posters:
        start, end = seam_of(job.paper)
        boxes = [part.box for part in face.parts if isinstance(part, Plate)] + list(map(box_of, face.lines))
        assert [box for box in boxes if box.bottom > start + 0.1 and box.y < end - 0.1] == []


def test_a_dose_and_a_note_stand_beside_the_name() -> None:
    programme = a_programme(an_exercise("plank", note=a_phrase("Use the mat.")), an_exercise("step-down"))
    chart = wall_chart.make(handed(programme, "a3")).posters[0]

    text = read(chart).replace("\u00a0", " ")
    assert "4 to 6 sets of 10 s, 2 to 3 days a week." in text
    assert "Use the mat." in text


def test_no_reason_to_stop_is_said_again_with_fewer_words() -> None:
    job = handed(a_programme(*map(an_exercise, ("bird-dog", "step-down"))), "a3")
    text = read(wall_chart.make(job).posters[0]).replace("\u00a0", " ")

    assert "a leg hurts, tingles, goes numb or weak" in text
    assert "a leg tingles, goes numb or weak" not in text


def test_more_than_goes_onto_one_poster_goes_onto_two_and_each_says_where_the_signs_are() -> None:
    faces = wall_chart.make(handed(a_programme(*map(an_exercise, MANY)))).posters

    charts = [read(face).replace("\u00a0", " ") for face in faces if "Legs for the way down" in read(face)]
    assert len(charts) == 2
    assert all("Get help now. Page 3." in chart for chart in charts)
    assert [sum(str(the_library().cards[card].title) in chart for card in MANY) for chart in charts] == [4, 4]
    assert "Call 999 or go to A&E" in read(faces[2]).replace("\u00a0", " ")


def test_a_note_that_no_poster_holds_is_told() -> None:
    long = an_exercise("plank", note=a_phrase("Slowly and with care. " * 60))
    made = wall_chart.make(handed(a_programme(long)))

    assert [problem.name for problem in made.problems] == ["does-not-fit"]
    assert made.posters == ()


def test_a_file_conforms() -> None:
    programme = the_library().programmes[FORM]
    product = handout(a_shop("a3"), programme, a_clinic(), a_patient(), Occasion(ON), "wall-chart")

    assert_conforming(product.content)
    assert product.pages == 3


def test_neither_a_publication_nor_a_handout_without_emergencies_is_laid_out() -> None:
    job = handed(a_programme(an_exercise("plank")))

    made = wall_chart.make(a_job(the_cards("warning-card"), None))
    assert [problem.name for problem in made.problems] == ["no-handout"]
    assert [problem.name for problem in wall_chart.make(job._replace(cards=job.cards[:1])).problems] == ["no-emergency"]
