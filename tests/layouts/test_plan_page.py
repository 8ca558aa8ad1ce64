"""The page of a plan as faces: every day with its minutes, nothing but ink needed to tell things apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layouts import plan_page
from publisher.model.card import Tier
from publisher.model.plan import Weeks
from publisher.typesetting.face import Role
from tests.factories import a_job, read, said, the_cards, the_words
from tests.layouts.looking import collisions, outside
from tests.plans_at_hand import BUILT_IN, a_plan, a_run, a_session, the_plan, worked_out

if TYPE_CHECKING:
    from publisher.plans import Schedule


def made(plan: Schedule, paper: str = "a4", **more: object) -> object:
    job = a_job(the_cards("warning-card"), None, paper, title=plan.plan.title, **more)
    return plan_page.make(job._replace(plan=plan))


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("country", ["", *the_words().countries()])
def test_the_built_in_plans_fit_in_every_country(name: str, paper: str, country: str) -> None:
    whole = made(the_plan(name), paper, country=country)

    assert whole.problems == ()
    assert len(whole.pages) == 2
    for face in whole.pages:
        assert face.body >= 9
        assert outside(face, 7.9) == []
        assert collisions(face) == []


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_day_of_every_week_says_its_minutes_or_rest(name: str) -> None:
    plan = the_plan(name)
    words = said(made(plan).pages[0])

    for week in plan.weeks:
        at = words.index(f"Week {week.number}")
        cells = " ".join(words[at + 1 : at + 9])
        for day in week.days:
            assert (f"{day.minutes} min" if day.items else "Rest") in cells
        assert cells.endswith(f"{week.minutes} min")


def test_minutes_downhill_stand_with_those_of_their_day() -> None:
    plan = the_plan("downhill-build-up")
    words = said(made(plan).pages[0])

    days = [day for week in plan.weeks for day in week.days if day.downhill]
    told = [line for line in words if line.endswith(" downhill") and "them" not in line]
    assert told == [f"{day.minutes} min {day.downhill} downhill" for day in days]
    assert [day.downhill for day in days] == [5, 5, 5, 5, 10, 10, 15, 15]


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_page_says_what_to_do_when_it_hurts_and_after_a_missed_week(name: str) -> None:
    own = the_plan(name).plan
    words = read(made(the_plan(name)).pages[0])

    for text in (*own.how, *own.pain, own.missed_week, own.after):
        assert str(text).replace("\u00a0", " ") in words
    for text in ("0 to 3, and not growing:", "Over 5, or growing:", "0 is none, 10 the worst you can think of."):
        assert text in words
    assert "Not yet reviewed by a physiotherapist." in words


def test_there_is_a_line_for_a_name_and_one_for_the_first_day() -> None:
    face = made(the_plan()).pages[0]
    words = said(face)

    assert words.index("Name") < words.index("Week 1 starts") < words.index("Mon")


@pytest.mark.parametrize(("country", "number"), [("GB", "999"), ("US", "911"), ("", "112")])
def test_the_page_says_when_to_get_help_most_urgent_first(country: str, number: str) -> None:
    words, found = the_words(country=country), said(made(the_plan(), country=country).pages[0])

    heads = [words.tier(Tier.EMERGENCY, "list"), *(words.tier(tier, "strip") for tier in list(Tier)[1:])]
    places = [found.index(head) for head in heads]
    assert places == sorted(places)
    assert number in heads[0]


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_back_has_every_exercise_with_its_numbers(name: str) -> None:
    words = read(made(the_plan(name)).pages[1])

    for course in the_plan(name).courses:
        assert course.session.name in words
        for card in course.exercises:
            assert f"{the_words().number_of(card)} {card.title}" in words
    assert "3 sets of 10" in words


def test_the_back_says_what_is_done_on_both_sides_and_what_to_have_at_hand() -> None:
    words = read(made(the_plan()).pages[1])

    assert "S2 Side plank on knees, each side" in words
    assert "S19 Step-down, each leg" in words
    assert "S1 Plank 4 sets" in words
    assert "You need: 2 light dumbbells, a mat, a wall, a cushion, a pillow, a towel and a low box." in words
    assert "Days and numbers: go by the plan." in words


def test_the_table_is_a_table_for_those_who_hear_it() -> None:
    face = made(the_plan()).pages[0]
    roles = [element.role for element in face.elements]

    rows = [at for at, element in enumerate(face.elements) if element.role is Role.ROW]
    heads = [element.scope for element in face.elements if element.role is Role.HEADER and element.parent == rows[0]]
    assert roles.count(Role.TABLE) == 1
    assert len(rows) == 9
    assert heads == ["Column"] * 9


def test_an_emergency_is_read_first_wherever_a_plan_uses_its_card() -> None:
    cards = (*the_cards("day-after-downhill"), *the_cards("warning-card"))
    job = a_job(cards, None, title="My weeks")
    words = said(plan_page.make(job._replace(plan=the_plan("downhill-build-up"))).pages[0])

    assert words.index("numb or tingly between legs or when you wipe") < words.index(
        "dark brown pee, or badly swollen legs"
    )


def test_a_session_of_some_weeks_says_which() -> None:
    plan = worked_out(a_plan(a_session(), a_run("Walk", weeks=Weeks(1, 2)), a_run("Jog", weeks=Weeks(3, 4))))

    words = said(made(plan).pages[0])
    assert {"to week 2", "from week 3"} <= set(words)


def test_a_plan_that_is_too_long_for_the_page_is_told() -> None:
    whole = made(worked_out(a_plan(weeks=26)))

    assert "does-not-fit" in [problem.name for problem in whole.problems]


def test_a_page_needs_a_plan() -> None:
    (problem,) = plan_page.make(a_job(the_cards("warning-card"), None)).problems

    assert problem.name == "no-plan"


def test_a_plan_without_the_signs_of_an_emergency_is_refused() -> None:
    job = a_job(the_cards("evening-stretch"), None)

    (problem,) = plan_page.make(job._replace(plan=the_plan())).problems

    assert problem.name == "no-emergency"
