"""A handout in short: 8 rows a page, the dose always at one place, steps line by line, common words once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from layouts import compact_handout
from layouts.compact_handout.stops import shared
from layouts.handouts.reasons import covers
from publisher.model.card import FormCue, Movement, WarningSign
from publisher.model.dose import Range, Tempo
from publisher.model.programme import DosePart
from publisher.typesetting.face import Face, Plate, Role
from tests.factories import a_phrase, box_of, read, the_library
from tests.layouts.looking import collisions, roles
from tests.programmes_at_hand import a_programme, an_exercise, handed, with_everything

LIBRARY = the_library().cards
LIBRARY_PROGRAMMES = the_library().programmes
CARDS = [card.id for card in LIBRARY.values() if not isinstance(card.body, WarningSign)]
MOVEMENTS = [card.id for card in LIBRARY.values() if isinstance(card.body, Movement)]
# Those without anything to take care of, those with a rest first.
CALM = sorted(
    (name for name in MOVEMENTS if not LIBRARY[name].body.precautions),
    key=lambda name: not LIBRARY[name].body.dose.rest,
)
FOUR = ("step-down", "bird-dog", "side-plank", "plank")


def pages_of(*cards: str, **dose: object) -> tuple[Face, ...]:
    part = DosePart(**dose)
    made = compact_handout.make(handed(a_programme(*(an_exercise(card, dose=part) for card in cards))))
    assert made.problems == ()
    return made.pages


def titles_on(face: Face) -> list[str]:
    titles = {str(card.title) for card in LIBRARY.values()}
    return [said for role, said in roles(face) if role == Role.H2.value and said in titles]


def test_seven_exercises_and_more_go_onto_a_page_and_four_under_the_head() -> None:
    pages = pages_of(*CALM[:12], days_a_week=Range(2, 2))

    # As many as go onto a page with all that is told of them; the last stands before the end.
    assert [len(titles_on(face)) for face in pages] == [4, 7, 1]
    # One tells of each of its sets apart.
    assert sum(read(face).count("That is 1 set.") + read(face).count("Set 1.") for face in pages) == 12
    assert {face.body for face in pages} == {12}


def test_ten_exercises_of_three_short_steps_go_onto_a_page() -> None:
    job = handed(a_programme(*map(an_exercise, ("bird-dog", "side-plank", "dead-bug", "hip-bridge"))))
    exercises = [
        each._replace(card=replace(each.card, body=each.card.body._replace(steps=each.card.body.steps[:3])))
        for each in job.handout.exercises * 4
    ]
    pages = compact_handout.make(job._replace(handout=job.handout._replace(exercises=tuple(exercises)))).pages

    assert max(len(titles_on(face)) for face in pages) == 10
    assert min(line.size for face in pages for line in face.lines if line.element is not None) >= 10
    assert all(collisions(face) == [] for face in pages)


def test_every_card_there_is_goes_into_a_row_with_its_picture() -> None:
    pages = pages_of(*CARDS)

    assert all(face.fits for face in pages)
    assert sum(len(titles_on(face)) for face in pages) == len(CARDS)
    shown = len([card for card in CARDS if LIBRARY[card].picture])
    pictures = [element for face in pages for element in face.elements if element.role is Role.FIGURE]
    assert len(pictures) == shown + 1


def test_four_exercises_with_all_that_is_told_of_them_go_onto_a_sheet() -> None:
    pages = pages_of(*FOUR)

    assert [len(titles_on(face)) for face in pages] == [3, 1]
    assert sum(read(face).count("That is 1 set.") for face in pages) == 4


def test_every_step_and_every_start_begins_a_line_of_its_own() -> None:
    three = FOUR[:3]
    face = pages_of(*three)[0]
    told = [said for role, said in roles(face) if role in {Role.ITEM_BODY.value, Role.PARAGRAPH.value}]
    items = [at for at, element in enumerate(face.elements) if element.role is Role.ITEM_BODY]

    for exercise in handed(a_programme(*map(an_exercise, three))).handout.exercises:
        assert all(step.text.replace("\u00a0", " ") in told for step in exercise.card.body.steps)
        assert f"Start {exercise.card.body.start}" in told
    rows = [line for line in face.lines if line.element in items and line.at.y > 120]
    assert len({round(line.at.x, 3) for line in rows}) == 1


def test_the_dose_stands_at_one_place_in_every_row_in_large_figures() -> None:
    three = FOUR[:3]
    face = pages_of(*three)[0]
    large = max(line.size for line in face.lines if line.at.y > 120)
    figures = [line for line in face.lines if line.size == large and line.at.y > 120]
    rows = {round(line.at.y, 1) for line in figures}

    assert large > 1.4 * face.body
    assert len(rows) == len(three)
    assert len({round(min(line.at.x for line in figures if round(line.at.y, 1) == row), 2) for row in rows}) == 1
    assert "Step-down 3 sets 8 to 10 times a leg" in read(face).replace("\u00a0", " ")


def test_days_that_are_those_of_all_are_said_once_and_others_in_their_rows() -> None:
    alike = read(pages_of(*FOUR)[0]).replace("\u00a0", " ")
    mixed = " ".join(map(read, pages_of("slow-breathing", "plank"))).replace("\u00a0", " ")

    assert alike.count("days a week") == 1
    assert "Do each of them 2 to 3 days a week." in alike
    assert "Do each of them" not in mixed
    assert "7 days a week" in mixed
    assert "2 to 3 days a week" in mixed


def test_what_gives_way_is_the_tempo_first_then_the_start_and_never_what_was_set_for_somebody() -> None:
    days, twelve, own_tempo = Range(2, 2), ("step-down", *CALM[:11]), Tempo(7, 0, 1)
    roomy, narrow, own = (
        " ".join(map(read, pages)).replace("\u00a0", " ")
        for pages in (
            pages_of("plank"),
            pages_of(*twelve, days_a_week=days),
            pages_of("step-down", *FOUR[1:], days_a_week=days, tempo=own_tempo, reps=Range(8, 8)),
        )
    )

    assert "Rest 10 seconds between sets." in roomy
    assert "3 seconds down" not in narrow
    assert str(LIBRARY["plank"].body.start) in roomy
    assert any(str(LIBRARY[name].body.start) not in narrow for name in twelve)
    assert own.count("7 seconds down, 1 up.") == 4


def test_signs_under_pictures_stand_beside_their_words_and_on_no_foot() -> None:
    face = pages_of(*FOUR)[0]
    captions = [at for at, element in enumerate(face.elements) if element.role is Role.CAPTION]
    plates = [part.box for part in face.parts if isinstance(part, Plate)]
    said = [line for line in face.lines if line.element in captions]

    assert {"Start", "Reach", "Lift", "Down, slow"} <= {line.text.replace("\u00a0", " ") for line in said}
    for line in said:
        letters = box_of(line)
        assert not any(
            box.x < letters.right
            and letters.x < box.right
            and box.y < letters.bottom - 1
            and letters.y + 1 < box.bottom
            for box in plates
        )


def test_the_reasons_of_all_exercises_are_told_once_a_page_and_none_twice() -> None:
    cards = ("tempo-squat", "plank", "bird-dog")
    text = read(pages_of(*cards)[0])

    assert text.count("a leg hurts, tingles, goes numb or weak") == 1
    assert "a leg tingles or goes numb" not in text
    assert "Stop any exercise if" in text
    assert "pain runs down a leg" in text
    assert "Stop if" not in text


@pytest.mark.parametrize("card", CARDS)
def test_whoever_stops_for_what_is_told_stops_for_every_reason_of_a_card(card: str) -> None:
    reasons = shared([LIBRARY[card], *(LIBRARY[name] for name in FOUR)])

    for reason in getattr(LIBRARY[card].body, "stop_if", ()):
        text = " ".join(map(read, pages_of(card))) if reason not in reasons else ""
        assert reason in reasons or any(covers(other, reason) for other in reasons) or str(reason) in text


def test_a_narrower_reason_is_no_reason_to_leave_out_a_wider_one() -> None:
    assert covers("your back hurts more", "your back hurts more with each step")
    assert not covers("your back hurts more with each step", "your back hurts more")
    assert not covers("a leg hurts", "pain runs down a leg")
    assert covers("a leg hurts, tingles or goes numb", "a leg tingles or goes numb")
    assert not covers("a leg tingles or goes numb", "a foot tingles or goes numb")


def test_one_exercise_alone_tells_its_own_reasons() -> None:
    text = read(pages_of("plank")[0])

    assert "Stop any exercise" not in text
    assert "Stop if pain goes over 5 out of 10, or a leg hurts, tingles, goes numb or weak." in text


def test_a_page_without_an_exercise_does_not_say_when_to_stop_one() -> None:
    first, last = pages_of(*FOUR[:3])

    assert "Stop any exercise if" in read(first)
    assert "Stop any exercise if" not in read(last)


def test_runners_are_still_shown_and_told_apart() -> None:
    hills = [name for name in CARDS if isinstance(LIBRARY[name].body, FormCue) and LIBRARY[name].picture]
    faces = pages_of(*hills)

    plates = [part for face in faces for part in face.parts if isinstance(part, Plate)]
    assert len(plates) >= len(hills)
    assert min(part.box.height for part in plates) > 8


def test_the_start_is_always_told_where_no_picture_shows_it() -> None:
    job = handed(a_programme(*map(an_exercise, CALM[:12])))
    bare = job._replace(setting=job.setting.__class__(**{**vars(job.setting), "drawings": {}}))
    text = " ".join(map(read, compact_handout.make(bare).pages))

    assert all(str(LIBRARY[name].body.start) in text for name in CALM[:12])


def test_what_was_set_for_one_person_stays_in_its_row() -> None:
    text = " ".join(map(read, compact_handout.make(handed(with_everything())).pages)).replace("\u00a0", " ")

    assert "Side: left only Load: 2 kg in each hand" in text
    assert "When: Monday and Friday" in text
    assert "Note from Mia Novak: Use the bottom stair at home." in text


def test_the_start_for_a_downhill_back_tells_every_start_and_rest_on_its_sheet() -> None:
    job = handed(LIBRARY_PROGRAMMES["downhill-back-start"])
    first = " ".join(map(read, compact_handout.make(job).pages)).replace("\u00a0", " ")

    assert len(re.findall(r"Rest \d", first)) == len(job.handout.exercises)
    assert all(str(exercise.card.body.start) in first for exercise in job.handout.exercises)
    # What is to be remembered and the grid tell the days: a third time would be one too many.
    assert "Do each of them" not in first


@pytest.mark.parametrize("count", [1, 4, 5, 6, 9])
def test_the_ruler_of_pain_never_stands_between_exercises_and_its_words_on_the_first_page(count: int) -> None:
    pages = pages_of(*CALM[:count])

    rulers = ["Pain as you move: 0 = no pain, 10 = the worst pain" in read(face) for face in pages]
    assert sum(rulers) <= 1
    # Between exercises it would end them; in words it stands on the first page in any case.
    assert not any(there and titles_on(later) for at, there in enumerate(rulers) if at for later in pages[at + 1 :])
    assert "0 = no pain, 10 = the worst pain. 0 to 3: carry on." in " ".join(
        read(pages[0]).replace("\u00a0", " ").split()
    )
    assert len([face for face in pages if titles_on(face)]) <= 1 + (count > 3) + (count > 8)


def test_who_lies_is_shown_as_wide_as_the_words_leave_room() -> None:
    def widths(*cards: str) -> list[float]:
        return [part.box.width for part in pages_of(*cards)[0].parts if isinstance(part, Plate)]

    words_end = 23.5 + 0.452 * (210 - 65 - 23.5)
    (plate,) = widths("plank")
    assert plate > 50
    assert plate < 210 - 12 - words_end


def test_without_pictures_no_figure_of_a_dose_stands_beyond_the_margin() -> None:
    cards = ("childs-pose-side-bend", "side-plank")
    job = handed(a_programme(*(an_exercise(card, dose=DosePart(per_day=Range(2, 2))) for card in cards)))
    bare = job._replace(setting=job.setting.__class__(**{**vars(job.setting), "drawings": {}}))

    for face in compact_handout.make(bare).pages:
        assert max(box_of(line).right for line in face.lines) < 210 - 12 + 0.1


def test_a_note_longer_than_a_page_is_told() -> None:
    long = an_exercise("plank", note=a_phrase("Slowly and with care. " * 300))

    made = compact_handout.make(handed(a_programme(long)))

    assert [problem.name for problem in made.problems] == ["does-not-fit"]
