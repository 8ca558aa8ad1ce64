"""A handout in large print: 18 points or more everywhere, an exercise a page, large pictures, all signs in full."""

from __future__ import annotations

import pytest

from layouts import large_print_handout
from layouts.large_print_handout.measures import DISC
from publisher.model.card import Movement, WarningSign
from publisher.typesetting.face import Face, Plate, Role
from tests.factories import a_phrase, read, the_library
from tests.layouts.looking import filled_boxes
from tests.programmes_at_hand import a_programme, an_exercise, handed, with_everything

CARDS = [card.id for card in the_library().cards.values() if not isinstance(card.body, WarningSign)]


def pages_of(*cards: str, paper: str = "a4") -> tuple[Face, ...]:
    made = large_print_handout.make(handed(a_programme(*map(an_exercise, cards)), paper))
    assert made.problems == ()
    return made.pages


def titled(pages: tuple[Face, ...], card: str) -> Face:
    title = str(the_library().cards[card].title)
    return next(face for face in pages if title in [line.text for line in face.lines if line.size > 30])


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_card_there_is_goes_onto_a_page_of_its_own_and_says_how_to_breathe(paper: str) -> None:
    job = handed(a_programme(*map(an_exercise, CARDS)), paper)
    pages = large_print_handout.make(job).pages
    sheets = [face for face in pages[1:] if any(line.size > 30 for line in face.lines)]

    assert all(face.fits for face in pages)
    assert len(sheets) == len(CARDS)
    for exercise, text in zip(job.handout.exercises, map(read, sheets), strict=True):
        body = exercise.card.body
        if isinstance(body, Movement):
            assert body.breathing is None or "reathe" in text, exercise.card.id
            assert all(said is None or str(said) in text for said in (body.feel, body.not_feel)), exercise.card.id
            assert all(str(said) in text for said in body.precautions), exercise.card.id


def test_people_are_drawn_larger_than_anywhere_else_and_stay_clear_of_the_tab() -> None:
    pages, theme = pages_of("tempo-squat", "bird-dog", "plank"), handed(a_programme()).setting.theme

    for card in ("tempo-squat", "bird-dog", "plank"):
        face = titled(pages, card)
        plates = [part.box for part in face.parts if isinstance(part, Plate)]
        assert max(box.height for box in plates) > 40
        colours = [theme.groups[group].main for group in theme.groups]
        tab = next(box for main in colours for box in filled_boxes(face, main) if box.y < 0 and box.width < 60)
        assert all(box.y > tab.bottom or box.right < tab.x - 4 for box in plates)


def test_the_reasons_to_stop_stand_at_the_foot_and_say_on_which_page_the_signs_begin() -> None:
    pages = pages_of("plank", "bird-dog")
    signs = next(number for number, face in enumerate(pages, 1) if "Call 999 or go to A&E" in read(face))

    text = read(titled(pages, "plank")).replace("\u00a0", " ")

    assert "Stop if pain goes over 5 out of 10" in text
    assert f"Call 999 now. Page {signs}." in text


def test_all_signs_of_all_tiers_are_told() -> None:
    text = " ".join(map(read, pages_of("plank")))
    bodies = (card.body for card in the_library().cards.values() if isinstance(card.body, WarningSign))
    signs = [sign.alone or sign.short for sign in bodies]

    assert [str(short) for short in signs if str(short) not in text] == []


def test_where_much_is_said_some_of_it_goes_before_the_picture_does() -> None:
    face = titled(large_print_handout.make(handed(with_everything())).pages, "step-down")

    assert "harder" in face.left_out
    assert [element for element in face.elements if element.role is Role.FIGURE]


def test_a_page_too_full_for_an_exercise_is_told() -> None:
    long = an_exercise("plank", note=a_phrase("Slowly and with care. " * 60))

    made = large_print_handout.make(handed(a_programme(long)))

    assert [problem.name for problem in made.problems] == ["does-not-fit"]
    assert made.pages == ()


def test_how_to_breathe_is_told_in_words_and_no_sign_stands_for_both_sides() -> None:
    face = titled(pages_of("tempo-squat"), "tempo-squat")

    # Who stands ready does not breathe to order.
    assert "Start, breathe" not in read(face)
    # A picture that can tell but half of it leaves it to the words.
    assert "Breathe in as you sink, out as you rise." in read(face)


def test_the_numbers_of_a_picture_stand_below_the_ground_and_not_on_a_figure() -> None:
    face = titled(pages_of("tempo-squat"), "tempo-squat")
    plates = [part.box for part in face.parts if isinstance(part, Plate)]
    numeral = next(line for line in face.lines if line.text == "1")

    assert numeral.at.y - 4.5 > max(box.bottom for box in plates)


def test_every_page_of_an_exercise_says_what_it_is_part_of_and_the_first_what_is_inside() -> None:
    pages = pages_of("plank", "bird-dog")
    first = read(pages[0]).replace("\u00a0", " ")
    where = {
        title: number
        for number, face in enumerate(pages, 1)
        for title in ("Plank", "Bird-dog")
        if number > 1 and title in [line.text for line in face.lines if line.size > 30]
    }

    assert all(any(line.text.startswith("Legs for the way down") for line in face.lines) for face in pages)
    assert where
    assert all(f"{title}: page {number}" in first for title, number in where.items())
    signs = next(number for number, face in enumerate(pages, 1) if "Call 999 or go to A&E" in read(face))
    assert f"When to get help: page {signs}" in first


def test_over_those_who_lie_there_is_no_more_than_air() -> None:
    face = titled(pages_of("side-plank"), "side-plank")
    top = min(part.box.y for part in face.parts if isinstance(part, Plate))
    purpose = next(line for line in face.lines if line.text == str(the_library().cards["side-plank"].purpose))

    assert top - purpose.at.y < 12


def test_what_to_take_care_of_is_read_before_the_steps() -> None:
    text = read(titled(pages_of("step-down"), "step-down"))

    assert text.index("Start Stand on a box") < text.index("Take care") < text.index("Sink for 3 seconds")


def test_how_slowly_is_said_once_where_steps_count_and_room_is_short() -> None:
    pages = pages_of("step-down", "hip-bridge")

    assert "3 seconds down" not in read(titled(pages, "step-down"))
    assert "3 seconds down, 2 hold, 1 up." in read(titled(pages, "hip-bridge"))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_numbers_under_a_picture_do_not_bite_the_ground(paper: str) -> None:
    face = titled(pages_of("step-down", paper=paper), "step-down")
    feet = max(part.box.bottom for part in face.parts if isinstance(part, Plate))
    caption = next(line for line in face.lines if line.text.startswith("Down, slow"))

    # The strip is 4.2 mm high; the middle of a line stands 2.2 mm over its foot.
    assert caption.at.y - 2.2 - 1.23 * DISC / 2 > feet + 4.2


def test_where_it_comes_from_has_a_heading_of_its_own() -> None:
    last = read(pages_of("step-down", "bird-dog", "side-plank", "plank")[-1])

    assert last.index("Ask us.") < last.index("Where this comes from") < last.index("Sources:")


def test_the_scale_of_pain_is_broken_between_its_ends() -> None:
    lines = [line.text for face in pages_of("step-down", "bird-dog", "side-plank", "plank") for line in face.lines]

    assert "10\u00a0=\u00a0the\u00a0worst\u00a0pain" in lines
