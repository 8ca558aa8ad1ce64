"""Posters: an exercise each in letters for a wall, the signs after them, and no name of a patient."""

from __future__ import annotations

import pypdfium2
import pytest

from layouts import poster
from layouts.poster import seam_of
from publisher.geometry import mm
from publisher.handouts import Occasion, handout
from publisher.press.tiling import poster_size
from publisher.typesetting.face import Plate
from tests.factories import a_job, a_phrase, box_of, read, the_cards
from tests.layouts.looking import collisions
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

LAYOUT = "poster"


@pytest.mark.parametrize("paper", ["a3", "a4", "letter"])
def test_every_exercise_has_a_poster_and_nothing_on_it_is_smaller_than_22_points(paper: str) -> None:
    job = handed(with_everything(), paper, clinic=a_clinic(running_name=True))
    made = poster.make(job)

    assert made.problems == ()
    share = poster_size(job.paper).width / made.posters[0].trim.width
    for face in made.posters:
        assert min(line.size for line in face.lines) * share >= 22
        assert collisions(face) == []
        assert face.fits
    titles = [" ".join(line.text for line in face.lines if 33 < line.size < 45) for face in made.posters]
    for exercise in job.handout.exercises:
        assert sum(title.startswith(str(exercise.card.title)) for title in titles) == 1


def test_all_signs_hang_beside_them_and_no_patient_is_named() -> None:
    made = poster.make(handed(a_programme(), clinic=a_clinic(running_name=True)))
    text = " ".join(map(read, made.posters)).replace("\u00a0", " ")

    assert "Call 999 now. Page 5." in text
    assert "Call 999 or go to A&E now" in read(made.posters[4]).replace("\u00a0", " ")
    assert "Hillside Physiotherapy" in read(made.posters[0])
    assert CANARY not in text


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_where_two_sheets_meet_there_is_nothing_to_read_and_no_picture(paper: str) -> None:
    job = handed(a_programme(), paper)
    start, end = seam_of(job.paper)
    for face in poster.make(job).posters:
        boxes = [part.box for part in face.parts if isinstance(part, Plate)] + list(map(box_of, face.lines))
        assert [box for box in boxes if box.bottom > start + 0.1 and box.y < end - 0.1] == []


def test_every_poster_names_the_clinic_and_its_number_instead_of_its_usual_foot() -> None:
    made = poster.make(handed(a_programme(), clinic=a_clinic(footer=a_phrase("Ask us for large print."))))

    for face in made.posters:
        assert "Hillside Physiotherapy, 01234 567890" in read(face)
        assert "Ask us for large print." not in read(face)


@pytest.mark.parametrize(("paper", "sheets"), [("a3", 1), ("a4", 2), ("letter", 2)])
def test_a_file_has_one_large_sheet_or_two_that_are_read_as_one(paper: str, sheets: int) -> None:
    product = handout(a_shop(paper), a_programme(an_exercise("plank")), a_clinic(), a_patient(), Occasion(ON), LAYOUT)

    assert_conforming(product.content)
    assert product.pages == product.sheets == 3 * sheets
    pdf = pypdfium2.PdfDocument(product.content)
    assert (pdf[0].get_width() > pdf[0].get_height()) is (sheets == 2)
    if sheets == 1:
        assert pdf[0].get_size() == pytest.approx((297 / mm(1), 420 / mm(1)), abs=0.1)
    else:
        assert "Cut on the marks" in pdf[1].get_textpage().get_text_range()


def test_neither_a_publication_nor_a_handout_without_emergencies_is_laid_out() -> None:
    job = handed(a_programme(an_exercise("plank")))

    assert [problem.name for problem in poster.make(a_job(the_cards("warning-card"), None)).problems] == ["no-handout"]
    assert [problem.name for problem in poster.make(job._replace(cards=job.cards[:1])).problems] == ["no-emergency"]
