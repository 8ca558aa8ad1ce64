"""A log: a box for each exercise on each day of four weeks, pain once a day, and lines to write on."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from layouts import exercise_log
from publisher.model.plan import Day
from publisher.typesetting.face import Face, Ink, Role
from tests.factories import a_phrase, read, the_library, the_words
from tests.layouts.looking import collisions
from tests.programmes_at_hand import ON, a_clinic, a_programme, an_exercise, handed, with_everything

if TYPE_CHECKING:
    from publisher.geometry import Box

EIGHT = ("step-down", "tempo-squat", "side-plank", "plank", "bird-dog", "dead-bug", "squat-to-chair", "hip-bridge")
SHEETS = [*the_library().cards][40:54]


def pages_of(*exercises: object, **more: object) -> tuple[Face, ...]:
    made = exercise_log.make(handed(a_programme(*exercises), **more))
    assert made.problems == ()
    return made.pages


def drawn(face: Face) -> tuple[list[Box], list[Box]]:
    """The boxes to tick or to write a number into, and the dots of days that are not asked for."""
    inks = [part.mark for part in face.parts if isinstance(part, Ink) and part.element is not None]
    boxes = [mark.path.bounds for mark in inks if mark.stroke and mark.fill is None]
    dots = [mark.path.bounds for mark in inks if mark.fill and mark.path.bounds.width < 2]
    return [box for box in boxes if 5 < box.width < 8], [box for box in dots if box.height > 1]


def test_every_exercise_and_pain_have_a_box_on_each_of_28_days() -> None:
    face = pages_of(an_exercise("plank"), an_exercise("step-down"))[0]

    boxes, dots = drawn(face)

    assert len(boxes) == 3 * 28
    assert dots == []
    assert min(box.width for box in boxes) >= 6


def test_days_that_are_not_asked_for_have_a_dot_and_the_page_says_what_it_means() -> None:
    days = (Day.MONDAY, Day.FRIDAY)
    face = pages_of(an_exercise("plank", days=days), an_exercise("step-down"))[0]

    boxes, dots = drawn(face)

    assert len(dots) == 4 * 5
    assert len(boxes) == 2 * 28 + 4 * 2
    assert "A dot means: not that day." in read(face)
    assert "A dot" not in read(pages_of(an_exercise("plank"))[0])


def test_it_lies_across_the_paper_and_says_how_to_use_it_under_its_title() -> None:
    for paper, size in (("a4", (297, 210)), ("letter", (279.4, 215.9))):
        faces = pages_of(an_exercise("plank"), paper=paper)

        assert {tuple(face.trim) for face in faces} == {size}
        text = read(faces[0])
        assert text.index("Legs for the way down") < text.index("Tick a box when") < text.index("Week 1 from")
        assert "Week 4 from" in text


def test_there_is_room_to_write_in_each_week_with_lines_far_enough_apart() -> None:
    face = pages_of(*map(an_exercise, ("plank", "step-down", "bird-dog")))[0]

    rules = [part.mark.path.bounds for part in face.parts if isinstance(part, Ink) and part.element is None]
    lines = [box for box in rules if 40 < box.width < 60 and box.height < 1]
    heights = sorted({round(line.y, 2) for line in lines})
    assert len(lines) >= 4 * 2
    assert all(below - above >= 9 for above, below in pairwise(heights))


def test_more_rows_than_a_page_holds_are_shared_out_and_pain_is_asked_for_once() -> None:
    faces = [face for face in pages_of(*map(an_exercise, SHEETS)) if "Week 1 from" in read(face)]

    assert len(faces) == 2
    assert ["Worst pain, 0 to 10" in read(face) for face in faces] == [True, False]
    assert sum(len(drawn(face)[0]) for face in faces) == 15 * 28


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_six_exercises_with_all_that_is_said_or_eight_go_onto_one_page_with_pain_and_lines(paper: str) -> None:
    eight = a_programme(*map(an_exercise, EIGHT), because=a_phrase("She asked for it."))
    for programme in (with_everything(), eight):
        log, *behind = exercise_log.make(handed(programme, paper)).pages

        text = read(log).replace("\u00a0", " ")
        assert len(behind) == 1
        assert [e.card.title for e in handed(programme).handout.exercises if str(e.card.title) not in text] == []
        assert "Worst pain, 0 to 10" in text
        assert "How it went" in text
        assert collisions(log) == []
        assert min(line.size for line in log.lines) >= 12


def test_side_days_and_note_stand_under_their_row_each_behind_its_label() -> None:
    text = " ".join(map(read, exercise_log.make(handed(with_everything())).pages)).replace("\u00a0", " ")

    assert "Side: left only. When: Monday and Friday. Dates: 2 March 2026 to 30 March 2026." in text
    assert "Note from Mia Novak: Use the bottom stair at home." in text


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_exercises_that_have_changed_and_a_line_to_sign_cost_no_page(paper: str) -> None:
    gone = tuple(map(an_exercise, ("superman", "squat-to-chair", "hip-bridge")))
    for programme in (with_everything(), the_library().programmes["downhill-back-start"]):
        job = handed(programme, paper, before=programme._replace(exercises=(*gone, programme.exercises[0])))

        pages = exercise_log.make(job._replace(handout=job.handout._replace(initials=True))).pages

        assert len(pages) == 2
        text = read(pages[1])
        for told in ("What has changed since last time", "emember", "I was shown all of it", "Call 999"):
            assert told in text
        assert collisions(pages[1]) == []


def test_fewer_weeks_are_asked_for_where_all_ends_sooner() -> None:
    face = pages_of(an_exercise("plank", stop=ON + dt.timedelta(days=13)))[0]

    assert len(drawn(face)[0]) == 2 * 2 * 7
    assert "Week 3 from" not in read(face)


def test_how_to_use_it_tells_the_ends_of_the_scale_of_pain() -> None:
    text = read(pages_of(an_exercise("plank"))[0]).replace("\u00a0", " ")

    assert "write your worst pain of the day: 0 = no pain, 10 = the worst pain." in text


def test_the_grid_is_told_in_words_to_who_cannot_see_it() -> None:
    (figure,) = [e for e in pages_of(an_exercise("plank"))[0].elements if e.role is Role.FIGURE]

    assert figure.alt == "A grid to fill in by hand: 1 exercise and pain, by 4 weeks of 7 days."


def test_how_many_ticks_a_week_to_aim_for_is_said_once_or_beside_each_exercise() -> None:
    alike = read(pages_of(an_exercise("plank"), an_exercise("step-down"))[0]).replace("\u00a0", " ")
    days = (Day.MONDAY, Day.FRIDAY)
    unlike = pages_of(an_exercise("plank"), an_exercise("step-down", days=days))[0]

    assert "Aim for 2 to 3 ticks a week." in alike
    assert "Ticks a week" not in alike
    assert "Aim for" not in read(unlike)
    assert "Ticks a week" in read(unlike).replace("\u00a0", " ")
    texts = [line.text.replace("\u00a0", " ") for line in unlike.lines]
    assert (texts.count("2"), texts.count("2 to 3")) == (1, 1)


def test_a_note_that_no_row_can_hold_is_told() -> None:
    note = a_phrase("Slowly and with care. " * 160)
    made = exercise_log.make(handed(a_programme(an_exercise("plank", note=note))))

    assert [problem.name for problem in made.problems] == ["does-not-fit"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_pain_is_fine_is_said_in_full_beside_what_has_changed(paper: str) -> None:
    front, back = pages_of(paper=paper, before=a_programme(purpose=a_phrase("Strong legs.")))

    assert "What has changed" in read(back)
    assert the_words().say("handout.remember.pain") in read(back).replace("\u00a0", " ")
    assert "What has changed" not in read(front)


def test_lines_to_write_on_give_way_before_four_exercises_take_a_second_sheet() -> None:
    clinic = a_clinic(
        name=a_phrase("Hillside and Valley Centre for Physiotherapy and Sports"),
        address=(a_phrase("The Old Wool Mill, Second Floor, 1248 Upper Mill Lane North West, Hilltown-under-Edge"),),
        email=a_phrase("desk@hillside.example"),
        web=a_phrase("www.hillside.example"),
    )
    note = a_phrase("Put a folded towel under both knees, and stop the arm at the height of your shoulder. Slowly.")
    four = [an_exercise(name, note=note) for name in EIGHT[:4]]
    pages = pages_of(*four, paper="letter", clinic=clinic)

    assert len(pages) == 2
    assert len(drawn(pages[0])[0]) == 5 * 28
    assert "How it went" in read(pages_of(paper="letter")[0])
    assert collisions(pages[0]) == []
