"""A handout in short: 8 rows a page, the dose in words, what exercises have in common once."""

from __future__ import annotations

from layouts import compact_handout
from publisher.model.card import FormCue, Movement, WarningSign
from publisher.typesetting.face import Face, Plate, Role
from tests.factories import a_phrase, read, the_library
from tests.programmes_at_hand import a_programme, an_exercise, handed, with_everything

LIBRARY = the_library().cards
CARDS = [card.id for card in LIBRARY.values() if not isinstance(card.body, WarningSign)]
MOVEMENTS = [card.id for card in LIBRARY.values() if isinstance(card.body, Movement)]


def pages_of(*cards: str) -> tuple[Face, ...]:
    made = compact_handout.make(handed(a_programme(*map(an_exercise, cards))))
    assert made.problems == ()
    return made.pages


def titles_on(face: Face) -> list[str]:
    titles = {str(card.title) for card in LIBRARY.values()}
    lines = [line.text.replace("\u00a0", " ") for line in face.lines if line.size == 15]
    return [title for title in lines if title in titles]


def test_eight_exercises_go_onto_a_page_and_five_under_the_head() -> None:
    pages = pages_of(*MOVEMENTS)

    assert len(titles_on(pages[0])) >= 5
    assert max(len(titles_on(face)) for face in pages) >= 8


def test_every_card_there_is_goes_into_a_row_with_its_picture() -> None:
    pages = pages_of(*CARDS)

    assert all(face.fits for face in pages)
    assert sum(len(titles_on(face)) for face in pages) == len(CARDS)
    shown = len([card for card in CARDS if LIBRARY[card].picture])
    figures = [element for face in pages for element in face.elements if element.role is Role.FIGURE]
    assert len(figures) == shown + 1


def test_dose_and_days_stand_beside_the_title_in_words() -> None:
    text = read(pages_of("tempo-squat")[0]).replace("\u00a0", " ")

    assert "Tempo squat 3 sets of 8, 2 to 3 days a week 3 seconds down" in text
    assert "each leg" in read(pages_of("step-down")[0]).replace("\u00a0", " ")


def test_reasons_that_exercises_share_are_told_once_a_page_and_all_others_in_their_rows() -> None:
    cards = ("tempo-squat", "plank", "bird-dog")
    text = read(pages_of(*cards)[0])

    for card in cards:
        assert all(str(reason) in text for reason in LIBRARY[card].body.stop_if)
    assert text.count("a leg hurts, tingles or goes numb") == 1
    assert "Stop any exercise if" in text
    assert "Stop if pain runs down a leg" in text


def test_one_exercise_alone_tells_its_own_reasons() -> None:
    text = read(pages_of("plank")[0])

    assert "Stop any exercise" not in text
    assert "Stop if pain grows or is over 5 out of 10, or a leg hurts, tingles or goes numb." in text


def test_a_step_that_begins_behind_another_goes_on_at_the_left() -> None:
    face = pages_of("tempo-squat")[0]
    items = [at for at, element in enumerate(face.elements) if element.role is Role.ITEM_BODY]
    starts = {line.at.x for line in face.lines if line.element in items}

    assert len(starts) > 2
    steps = [str(step.text) for step in LIBRARY["tempo-squat"].body.steps]
    places = [read(face).index(step) for step in steps]
    assert places == sorted(places)


def test_runners_are_still_shown_and_told_apart() -> None:
    hills = [name for name in CARDS if isinstance(LIBRARY[name].body, FormCue) and LIBRARY[name].picture]
    faces = pages_of(*hills)

    plates = [part for face in faces for part in face.parts if isinstance(part, Plate)]
    assert len(plates) >= len(hills)
    assert min(part.box.height for part in plates) > 8


def test_the_start_is_told_where_no_picture_shows_it() -> None:
    job = handed(with_everything())
    bare = job._replace(setting=job.setting.__class__(**{**vars(job.setting), "drawings": {}}))

    assert "Stand on a box" in " ".join(map(read, compact_handout.make(bare).pages))
    assert "Stand on a box" not in " ".join(map(read, compact_handout.make(job).pages))


def test_a_note_longer_than_a_page_is_told() -> None:
    long = an_exercise("plank", note=a_phrase("Slowly and with care. " * 300))

    made = compact_handout.make(handed(a_programme(long)))

    assert [problem.name for problem in made.problems] == ["does-not-fit"]
