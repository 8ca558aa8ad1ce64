"""What a clinician writes beside a dose is told where no reader could follow both, and is left alone elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest

from publisher.handouts import doubts
from publisher.model.dose import Range
from publisher.model.plan import Day
from publisher.model.programme import DosePart, Side
from publisher.problems import Level, Phrase
from publisher.programme_lines import other_lines
from publisher.programmes import exercises_of
from tests.factories import a_phrase, the_library, the_words
from tests.programmes_at_hand import ON, a_programme, an_exercise

CARDS = the_library().cards
THREE = DosePart(sets=Range(3, 3), days_a_week=Range(3, 3))


def told(*exercises: object, on: dt.date = ON, **lines: object) -> list[tuple[str, str]]:
    """Names and sentences of what is told of a programme; of 2 exercises, if none are named."""
    own = exercises or (an_exercise("step-up", dose=THREE), an_exercise("plank", dose=THREE))
    programme = a_programme(*own, **lines)
    return [(each.name, each.sentence) for each in other_lines(programme, exercises_of(programme, CARDS), on)]


def names(line: str, field: str = "remember") -> list[str]:
    """What is told of one line."""
    value = (a_phrase(line),) if field == "remember" else a_phrase(line)
    return [name for name, _ in told(**{field: value})]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Do 5 sets.", "other-number-told"),
        ("Do five sets of each.", "other-number-told"),
        ("Hold each one for 45 seconds.", "other-number-told"),
        ("Do it 20 times.", "other-number-told"),
        ("Do all of it on all 7 days.", "other-days"),
        ("Do these every day.", "other-days"),
        ("Do it daily.", "other-days"),
        ("Do them 5 times a week.", "other-days"),
        ("Do all 4.", "other-count-told"),
        ("Do the four exercises in this order.", "other-count-told"),
        ("Pain over 9 is fine.", "more-pain-told"),
        ("Pain over 3 is fine.", "more-pain-told"),
        ("Pain over 8 out of 10? Stop.", "more-pain-told"),
        ("Some ache is normal, up to 7/10.", "more-pain-told"),
        ("It may hurt, six out of ten.", "more-pain-told"),
    ],
)
def test_a_line_that_says_otherwise_is_told(line: str, name: str) -> None:
    assert names(line) == [name]


@pytest.mark.parametrize(
    "line",
    [
        "Do 3 sets of 8 to 12.",
        "Hold for 10 seconds.",
        "Rest for 45 seconds.",
        "Walk for 5 minutes after the run.",
        "Too hard? Do 1 set.",
        "Do 1 more set next week.",
        "After a week, do 5 sets.",
        "Do both 3 days a week.",
        "Do all 2 of them.",
        "Do all 3 sets.",
        "Keep moving each day.",
        "Call us on 2 days: 01234 567 890.",
        "Pain over 5 out of 10? Stop.",
        "Pain at 6 or more: stop.",
        "Rate your pain from 0 to 10.",
        "Back pain for over 6 weeks? Call us.",
        "Sore for 7 days? Call us.",
        "Keep pain at 3 or less.",
    ],
)
def test_a_line_that_fits_or_tells_of_a_case_is_left_alone(line: str) -> None:
    assert names(line) == []


def test_what_may_come_is_not_held_against_the_doses_but_pain_is() -> None:
    assert names("Light for 2 weeks? Do 5 sets, 6 days a week.", "move_on") == []
    assert names("Pain under 8? Go on.", "move_on") == ["more-pain-told"]


def test_a_line_is_told_with_its_words_and_place_as_a_warning() -> None:
    line = a_phrase("Do 5 sets.")
    programme = a_programme(an_exercise("plank", dose=THREE), remember=(line,))

    (problem,) = other_lines(programme, exercises_of(programme, CARDS), ON)

    assert (problem.level, problem.place) == (Level.WARNING, line.place)
    assert problem.sentence == "this line says “5 sets”, and no dose beside it does."


@pytest.mark.parametrize(
    ("note", "more", "name"),
    [
        ("Just 1 set.", {}, "other-number-told"),
        ("Three times a day.", {"dose": DosePart(per_day=Range(1, 1))}, "other-number-told"),
        ("Only on the right leg.", {"side": Side.LEFT}, "another-side-told"),
        ("Left leg only.", {}, "another-side-told"),
        ("On 5 days a week.", {}, "other-days"),
        ("On Sundays too.", {"days": (Day.MONDAY,)}, "other-days"),
        ("Pain up to 8 is fine.", {}, "more-pain-told"),
    ],
)
def test_a_note_is_held_against_its_own_exercise(note: str, more: dict[str, object], name: str) -> None:
    own = an_exercise("step-up", **{"dose": THREE, **more, "note": a_phrase(note)})

    assert [found for found, _ in told(own, an_exercise("hip-bridge", dose=DosePart(sets=Range(1, 1))))] == [name]


def test_a_note_that_fits_is_left_alone() -> None:
    for note in ("Use the bottom stair.", "3 sets, slowly.", "Left leg first.", "Never on Sundays."):
        assert told(an_exercise("step-up", dose=THREE, days=(), note=a_phrase(note))) == []


def test_steps_of_one_s_own_are_held_against_the_dose() -> None:
    steps = tuple(map(a_phrase, ("Lift.", "Firm up.", "Hold for 30 seconds.", "Rest.")))

    assert [name for name, _ in told(an_exercise("plank", steps=steps))] == ["other-number-told"]


def test_an_exercise_whose_last_day_is_over_is_told_on_the_day_of_the_handout() -> None:
    own = an_exercise("plank", stop=dt.date(2026, 3, 1))

    assert [name for name, _ in told(own, on=dt.date(2026, 3, 2))] == ["already-over"]
    assert told(own, on=dt.date(2026, 3, 1)) == []


def test_advice_that_is_never_given_is_told_of_a_note_too() -> None:
    note = Phrase("Push on through the pain.")

    found = doubts(the_words(), a_programme(an_exercise("plank", note=note)), the_library(), ON)

    assert [(each.name, each.level) for each in found] == [("never-said", Level.WARNING)]


def test_the_programmes_that_come_with_it_are_told_of_nothing() -> None:
    library = the_library()

    assert {each.name for own in library.programmes.values() for each in doubts(the_words(), own, library, ON)} == set()
