"""A handout as faces: everything that somebody needs, in type that can be read, on as few pages as can be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layouts import exercise_log, full_handout, large_print_handout
from publisher.handouts import publication_of
from publisher.model.card import Movement, Tier, WarningSign
from publisher.model.dose import Range
from publisher.model.patient import Need
from publisher.model.programme import DosePart
from publisher.phone.codes import codes_of
from publisher.typesetting.face import Face, Plate, Role
from tests.factories import a_job, a_phrase, box_of, read, said, the_cards, the_library, the_words
from tests.layouts.looking import collisions, filled_boxes, outside, roles
from tests.programmes_at_hand import CANARY, a_clinic, a_patient, a_programme, an_exercise, handed, with_everything

PROGRAMMES = {
    "one": a_programme(an_exercise("plank")),
    "two": a_programme(an_exercise("bird-dog"), an_exercise("side-plank")),
    "four": a_programme(),
    "everything": with_everything(),
    "ten": a_programme(*(an_exercise(name) for name in [*the_library().cards][40:50])),
}
RULER = "Pain as you move: 0 = no pain, 10 = the worst pain"


def pages_of(name: str, paper: str = "a4", **more: object) -> tuple[Face, ...]:
    made = full_handout.make(handed(PROGRAMMES[name], paper, **more))
    assert made.problems == ()
    return made.pages


def elements(face: Face, role: Role) -> list[str]:
    """The words of all elements of a role, in reading order."""
    wanted = [at for at, element in enumerate(face.elements) if element.role is role]
    return [" ".join(line.text for line in face.lines if line.element == at) for at in wanted]


@pytest.mark.parametrize("name", PROGRAMMES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_runs_into_anything_or_comes_near_the_edge_of_an_office_page(name: str, paper: str) -> None:
    for face in pages_of(name, paper):
        assert outside(face, 8.0) == []
        assert collisions(face) == []
        assert face.fits


@pytest.mark.parametrize("country", ["", *the_words().countries()])
def test_every_country_fits_with_its_own_number(country: str) -> None:
    words = the_words(country=country)
    pages = pages_of("four", country=country)

    assert words.tier(Tier.EMERGENCY, "list") in read(pages[-1])


@pytest.mark.parametrize("name", PROGRAMMES)
def test_all_words_are_in_clear_print_and_only_the_sources_are_smaller(name: str) -> None:
    for face in pages_of(name):
        small = [line for line in face.lines if line.size < 12 and line.element is not None]
        # Numerals stand in discs and badges, and are read with what they number.
        words = " ".join(line.text for line in small if not line.text.strip().isdigit())
        assert words == "" or "Sources" in words or "checked" in words
        assert min((line.size for line in face.lines if line in small), default=12) >= 8


@pytest.mark.parametrize("name", PROGRAMMES)
def test_every_exercise_stands_whole_on_one_page(name: str) -> None:
    pages = [read(face) for face in pages_of(name)]

    for exercise in handed(PROGRAMMES[name]).handout.exercises:
        card = exercise.card
        texts = [card.title, *(step.text.replace("\u00a0", " ") for step in getattr(card.body, "steps", ()))]
        if isinstance(card.body, Movement):
            texts += [card.body.feel, *card.body.stop_if]
        holding = [page for page in pages if all(str(text) in page for text in texts)]
        assert len(holding) == 1, card.id


def test_exercises_come_in_the_order_of_position_and_no_page_is_nearly_empty() -> None:
    pages = pages_of("ten")
    titles = [title for face in pages for title in elements(face, Role.H2)]
    wanted = [str(exercise.card.title) for exercise in handed(PROGRAMMES["ten"]).handout.exercises]

    assert [title for title in titles if title in wanted] == wanted
    for face in pages:
        assert max(line.at.y for line in face.lines if line.at.y < 275) > 150


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_four_exercises_are_shared_out_over_three_pages_and_pain_is_told(paper: str) -> None:
    titles = {str(exercise.card.title) for exercise in handed(PROGRAMMES["four"]).handout.exercises}
    pages = pages_of("four", paper)

    shared = [len(titles & set(elements(face, Role.H2))) for face in pages]
    assert len(shared) == 3
    assert sum(RULER in read(face) for face in pages) == 1


@pytest.mark.parametrize("name", ["one", "two", "everything", "ten"])
def test_the_ruler_of_pain_stands_once_in_every_handout(name: str) -> None:
    assert sum(RULER in read(face) for face in pages_of(name)) == 1


def test_the_parts_of_an_exercise_are_set_off_from_one_another() -> None:
    face = full_handout.make(handed(a_programme(an_exercise("bird-dog")))).pages[0]
    lines = [line for line in face.lines if line.at.y > 90]

    def y(start: str) -> float:
        return next(line.at.y for line in lines if line.text.replace("\u00a0", " ").startswith(start))

    one_line = y("Hold for") - y("Reach right")
    # Under the last step there is more air than between two, and so over the reasons to stop.
    assert y("Feel it") - y("Change sides") > 1.25 * one_line
    assert y("Stop if") - y("Breathe") > 1.25 * (y("Breathe") - y("Feel it"))
    assert y("Feel it") == y("Not in")


def test_the_dose_stands_on_a_ground_of_its_own_and_the_reasons_to_stop_on_another() -> None:
    face, theme = pages_of("two")[0], handed(PROGRAMMES["two"]).setting.theme
    tints = [theme.groups[exercise.card.group].tint for exercise in handed(PROGRAMMES["two"]).handout.exercises]
    doses = [box for box in filled_boxes(face, tints[0]) if box.height > 5]
    stops = [box for box in filled_boxes(face, theme.stop_ground) if box.height > 5]

    assert len(doses) == len(stops) == 2
    for line in face.lines:
        text = line.text.replace("\u00a0", " ")
        if text.startswith(("seconds a side", "Rest 10")):
            assert any(box.contains(box_of(line)) for box in doses)
        if text.startswith("Stop if"):
            assert any(box.contains(box_of(line)) for box in stops)


def test_pictures_grow_with_the_room_of_their_page() -> None:
    def height(name: str) -> float:
        plates = [[part.box.height for part in face.parts if isinstance(part, Plate)] for face in pages_of(name)]
        return min(max(heights) for heights in plates if heights)

    one = a_programme(an_exercise("step-down"))
    alone = full_handout.make(handed(one)).pages[0]

    assert max(part.box.height for part in alone.parts if isinstance(part, Plate)) > 1.2 * height("four")


def test_signs_under_pictures_stand_on_no_foot() -> None:
    for face in pages_of("four")[:2]:
        captions = [at for at, element in enumerate(face.elements) if element.role is Role.CAPTION]
        said = [box_of(line) for line in face.lines if line.element in captions]
        plates = [part.box for part in face.parts if isinstance(part, Plate)]
        assert said
        assert not [
            (words, box)
            for words in said
            for box in plates
            if box.x < words.right and words.x < box.right and box.y < words.bottom - 1 and words.y + 1 < box.bottom
        ]


def test_one_thing_to_remember_has_no_number() -> None:
    own = a_programme(an_exercise("plank"), remember=(a_phrase("Slow beats many. Pain at 0 to 3? Go on."),))
    said = roles(full_handout.make(handed(own)).pages[0])
    after = said[next(at for at, each in enumerate(said) if each[1] == "Remember") + 1]

    assert after == (Role.PARAGRAPH.value, "Slow beats many. Pain at 0 to 3? Go on.")


def test_without_pictures_words_have_the_whole_width() -> None:
    job = handed(PROGRAMMES["four"])
    bare = job._replace(setting=job.setting.__class__(**{**vars(job.setting), "drawings": {}}))
    face = full_handout.make(bare).pages[0]

    doses = filled_boxes(face, job.setting.theme.groups[job.cards[0].group].tint)
    assert max(box.right for box in doses) > 195


@pytest.mark.parametrize("more", [(), (Need.EASY_WORDS,)])
def test_without_pictures_a_code_stands_beside_the_title_and_steps_have_all_the_width(more: tuple[Need, ...]) -> None:
    job = handed(PROGRAMMES["four"], patient=a_patient(needs=(Need.NO_PEOPLE, Need.PHONE_LINK, *more)))
    linked = publication_of(PROGRAMMES["four"], "full-handout")._replace(
        link=a_phrase("https://hillside.example/cards")
    )
    codes = codes_of(linked, job.cards, job.setting.theme.ink)
    pages = full_handout.make(job._replace(setting=replace(job.setting, drawings={}, codes=codes))).pages

    exercises = {str(exercise.card.title) for exercise in job.handout.exercises}
    for page in pages:
        titles = [line.at.y for line in page.lines if line.text in exercises and line.at.x < 30]
        words = [line.at.y for line in page.lines if line.text.startswith("See it on")]
        assert len(titles) == len(words)
        assert all(title < word < title + 25 for title, word in zip(titles, words, strict=True))
        assert collisions(page) == []
    told = [line for page in pages for line in page.lines if "That is 1 set." in line.text.replace("\u00a0", " ")]
    assert max(line.at.x + line.width for line in told) > 150


@pytest.mark.parametrize("name", ["one", "four"])
def test_signs_of_an_emergency_are_as_large_as_all_else_and_no_heading_ends_in_a_word_alone(name: str) -> None:
    last = pages_of(name)[-1]
    sizes = [line.size for line in last.lines if "chest pain" in line.text]

    assert sizes
    assert min(sizes) >= last.body
    assert not [line.text for line in last.lines if line.text.strip() == "if:"]


def test_the_emergency_comes_first_among_the_signs_and_no_emergency_sign_is_left_out() -> None:
    last = read(pages_of("four")[-1])
    signs = [card.body for card in the_library().cards.values() if isinstance(card.body, WarningSign)]
    emergencies = [str(sign.short) for sign in signs if sign.tier is Tier.EMERGENCY]

    assert all(short in last for short in emergencies)
    assert last.index("Call 999") < last.index("Call a GP") < last.index("Call us on") < last.index("Keep going")


def test_every_page_but_the_last_asks_for_the_signs_that_cannot_wait_and_says_where_all_are() -> None:
    *first, last = pages_of("ten")

    assert first
    for face in first:
        assert "Weak leg, or numb between legs? Call 999 now." in read(face).replace("\u00a0", " ")
        assert f"All warning signs: page {len(first) + 1}." in read(face)
    assert "All warning signs: page" not in read(last)


def test_pages_are_numbered_and_bear_a_name_only_where_the_clinic_wants_it() -> None:
    named = pages_of("four", clinic=a_clinic(running_name=True))
    plain = pages_of("four", clinic=a_clinic())

    assert all(f"Page {number} of {len(named)}" in read(face) for number, face in enumerate(named, 1))
    assert all(CANARY in read(face) for face in named)
    assert [CANARY in read(face) for face in plain] == [True, *([False] * (len(plain) - 1))]


def test_it_tells_for_whom_from_whom_and_when() -> None:
    head = read(pages_of("four")[0])

    for text in (
        CANARY,
        "3 May 1980",
        "Q-7731",
        "Mia Novak, physiotherapist",
        "2 March 2026",
        "Hillside Physiotherapy",
    ):
        assert text in head.replace("\u00a0", " ")


def test_without_a_patient_there_is_a_line_to_write_the_name_on() -> None:
    face = pages_of("four", patient=None)[0]

    assert "For" in said(face)
    assert CANARY not in read(face)


def test_minutes_of_the_day_are_the_sum_of_what_the_exercises_print() -> None:
    job = handed(PROGRAMMES["four"])
    each = [exercise.card.body.dose.minutes() for exercise in job.handout.exercises]

    assert f"4 exercises, about {sum(each)} minutes each time." in read(full_handout.make(job).pages[0])


def test_what_was_set_for_one_person_is_printed() -> None:
    whole = " ".join(read(face) for face in pages_of("everything")).replace("\u00a0", " ")

    for text in (
        "Side: left only",
        "Load: 2 kg in each hand",
        "When: Monday and Friday",
        "Dates: 2 March 2026 to 30 March 2026",
        "Note from Mia Novak: Use the bottom stair at home.",
        "Slow beats many.",
    ):
        assert text in whole
    assert "2 things to remember 1 Slow beats many." in whole


def test_figures_come_first_and_side_load_and_days_have_one_place_and_one_size_in_every_exercise() -> None:
    face = next(face for face in pages_of("everything") if "Use the bottom stair" in read(face))
    text = read(face).replace("\u00a0", " ")
    places = [text.index(each) for each in ("2 sets", "Side:", "Load:", "When: Monday", "3 seconds down", "Note from")]

    assert places == sorted(places)
    days = [line for page in pages_of("everything") for line in page.lines if line.text.startswith("When:")]
    assert len(days) > 2
    assert {line.size for line in days} == {face.body}


def test_a_note_is_from_whoever_hands_it_out_else_from_the_clinic() -> None:
    noted = a_programme(an_exercise("quick-short-steps", note=a_phrase("On grass first.")))

    def said(clinic: object) -> str:
        return " ".join(map(read, full_handout.make(handed(noted, clinic=clinic)).pages)).replace("\u00a0", " ")

    assert "Note from Mia Novak: On grass first." in said(a_clinic())
    assert "Note from Hillside Physiotherapy: On grass first." in said(a_clinic(by=None))
    assert "Note for you: On grass first." in said(None)


def test_the_clinic_s_own_number_stands_with_the_warning_signs() -> None:
    last = read(pages_of("four")[-1])

    assert "Call us on 01234 567890." in last
    assert "When we are closed, call 111." in last


def test_what_has_changed_since_last_time_is_told_before_the_exercises() -> None:
    before = a_programme(an_exercise("step-down"), an_exercise("superman"))
    after = a_programme(an_exercise("step-down", dose=DosePart(sets=Range(2, 2))), an_exercise("plank"))

    face = full_handout.make(handed(after, before=before)).pages[0]

    text = read(face)
    assert (
        text.index("What has changed since last time") < text.index("It was 3 sets. Now: 2 sets.") < text.index("Start")
    )
    assert "New: Plank." in text
    assert "No more: Superman." in text


def test_more_changes_than_a_page_holds_go_on_on_the_next() -> None:
    names = ("step-down", "plank", "bird-dog", "dead-bug", "tempo-squat", "superman", "side-plank", "single-leg-bridge")
    noted = [[an_exercise(name, note=a_phrase(f"{word} " * 30)) for name in names] for word in ("Slow", "Calm")]
    before, after = (a_programme(*each, because=a_phrase("To try it.")) for each in noted)

    for layout in (large_print_handout, exercise_log):
        made = layout.make(handed(after, before=before))

        text = " ".join(map(read, made.pages))
        assert made.problems == ()
        assert text.count("New note: Calm Calm") == len(names)
        assert text.count("What has changed since last time") == 1


def test_no_change_is_told_too() -> None:
    same = a_programme(an_exercise("plank"))

    assert "Nothing. Go on as before." in read(full_handout.make(handed(same, before=same)).pages[0])


def test_somebody_who_wants_no_people_gets_the_words_and_how_to_begin() -> None:
    job = handed(PROGRAMMES["two"])
    bare = full_handout.make(job._replace(setting=job.setting.__class__(**{**vars(job.setting), "drawings": {}})))

    assert bare.problems == ()
    assert not [e for face in bare.pages for e in face.elements if e.role is Role.FIGURE and "grid" not in e.alt]
    assert all(str(card.body.start) in " ".join(map(read, bare.pages)) for card in job.cards[:2])


def test_a_note_longer_than_a_page_can_hold_is_told() -> None:
    long = an_exercise("plank", note=a_phrase("Slowly and with care. " * 300))

    made = full_handout.make(handed(a_programme(long)))

    assert [problem.name for problem in made.problems] == ["does-not-fit"]


def test_a_publication_cannot_print_a_handout() -> None:
    made = full_handout.make(a_job(the_cards("warning-card"), None))

    assert [problem.name for problem in made.problems] == ["no-handout"]


def test_without_the_signs_of_an_emergency_nothing_is_handed_out() -> None:
    job = handed(PROGRAMMES["two"])

    made = full_handout.make(job._replace(cards=job.cards[:2]))

    assert [problem.name for problem in made.problems] == ["no-emergency"]


def test_easy_words_are_the_fewest_and_still_say_when_to_stop() -> None:
    alone = a_programme(an_exercise("bird-dog"))
    plain, easy = (
        " ".join(map(read, full_handout.make(handed(alone, patient=a_patient(needs=needs))).pages))
        for needs in ((), (Need.EASY_WORDS,))
    )

    assert "Back sagging?" in plain
    assert "Back sagging?" not in easy
    for exercise in handed(alone).handout.exercises:
        body = exercise.card.body
        assert all(
            text.replace("\u00a0", " ") in easy
            for text in (body.start, body.feel, *body.stop_if, *(s.text for s in body.steps))
        )


def test_both_sign_that_all_was_shown_where_that_is_asked_for() -> None:
    job = handed(PROGRAMMES["two"])
    signed = full_handout.make(job._replace(handout=job.handout._replace(initials=True)))

    assert "I was shown all of it" in read(signed.pages[-1])
    assert "I was shown all of it" not in read(full_handout.make(job).pages[-1])
    assert collisions(signed.pages[-1]) == []


def test_a_footer_of_two_lines_stays_clear_of_the_edge() -> None:
    long = a_clinic(footer=a_phrase("Ask us for this sheet in large print, in other words or read aloud. " * 2))
    for layout in (full_handout, large_print_handout):
        for face in layout.make(handed(PROGRAMMES["two"], clinic=long)).pages:
            assert outside(face, 8.0) == []
            assert collisions(face) == []
