"""The plan as a strip to fold: two sides of four panels, readable at the size of a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layouts import plan_fold
from publisher.model.card import Tier, WarningSign
from tests.factories import a_job, box_of, read, said, the_cards, the_words
from tests.layouts.looking import collisions, outside
from tests.plans_at_hand import BUILT_IN, a_plan, the_plan, worked_out

if TYPE_CHECKING:
    from publisher.plans import Schedule


def made(plan: Schedule, **more: object) -> object:
    job = a_job(the_cards("warning-card"), "poker", title=plan.plan.title, **more)
    return plan_fold.make(job._replace(plan=plan))


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("country", ["", *the_words().countries()])
def test_both_sides_fit_in_every_country(name: str, country: str) -> None:
    whole = made(the_plan(name), country=country)

    assert whole.problems == ()
    (strip,) = whole.strips
    for face in strip.faces:
        assert face.trim == (88.9, 254)
        assert face.body >= 7.5
        assert outside(face, 2.9) == []
        assert collisions(face) == []


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_line_lies_across_a_fold(name: str) -> None:
    (strip,) = made(the_plan(name)).strips

    assert strip.folds == (63.5, 127, 190.5)
    for face in strip.faces:
        for box in map(box_of, face.lines):
            assert not any(box.y - 1 < fold < box.bottom + 1 for fold in strip.folds)


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_front_says_every_day_and_every_week(name: str) -> None:
    plan = the_plan(name)
    words = said(made(plan).strips[0].face)

    for week in plan.weeks:
        numbers = [str(day.minutes) if day.items else "Rest" for day in week.days]
        at = next(i for i in range(len(words)) if words[i : i + 8] == [str(week.number), *numbers])
        assert str(week.minutes) in words[at + 8 : at + 10]


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_sign_is_there_most_urgent_first(name: str) -> None:
    (strip,) = made(the_plan(name)).strips
    words = [*said(strip.face), *said(strip.back)]

    signs = [card.body for card in the_cards("warning-card") if isinstance(card.body, WarningSign)]
    heard = sorted(signs, key=lambda sign: words.index(sign.short))
    urgency = [[*Tier].index(sign.tier) for sign in heard]
    assert urgency == sorted(urgency)


@pytest.mark.parametrize("name", BUILT_IN)
def test_folded_in_zigzag_cover_and_emergencies_lie_outside(name: str) -> None:
    (strip,) = made(the_plan(name)).strips
    # Each fold turns the next panel over: of four, the first and the last of one side look outward.
    words = said(strip.face)
    emergency = [line for line in strip.face.lines if box_of(line).y > strip.folds[-1]]

    assert "Emergency signs: on the back. Other signs: inside." in words
    assert words[-1] == "Do not wait for morning. Do not drive yourself."
    assert emergency[0].text.startswith("Back pain warning signs")


def test_minutes_downhill_stand_beside_those_of_the_run_and_after_the_sum() -> None:
    plan = the_plan("downhill-build-up")
    words = said(made(plan).strips[0].face)

    assert "Walk down, 5 of 30 min downhill, to week 2" in words
    assert "Run down, 5 to 15 of 30 min downhill, from week 3" in words
    assert words[words.index("All") + 1] == "Down"
    assert words[words.index("Down") + 1 :][:10] == ["1", "14", "Rest", "25", "12", "Rest", "35", "16", "102", "5"]


def test_the_minutes_of_a_run_that_grows_can_be_read_off() -> None:
    assert "Flat run, 20 min, 25 from week 3, 30 from week 6" in said(made(the_plan()).strips[0].face)


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_back_says_what_to_do_when_it_hurts_and_after_a_missed_week(name: str) -> None:
    plan = the_plan(name).plan
    words = read(made(the_plan(name)).strips[0].back)

    for text in (*plan.pain, plan.missed_week, plan.after, "Not yet reviewed by a physiotherapist"):
        assert str(text) in words


def test_a_plan_that_is_too_long_for_its_panels_is_told() -> None:
    assert "does-not-fit" in [problem.name for problem in made(worked_out(a_plan(weeks=26))).problems]


def test_a_fold_needs_a_plan() -> None:
    (problem,) = plan_fold.make(a_job(the_cards("warning-card"))).problems

    assert problem.name == "no-plan"


def test_a_plan_without_the_signs_of_an_emergency_is_refused() -> None:
    job = a_job(the_cards("evening-stretch"), "poker")

    (problem,) = plan_fold.make(job._replace(plan=the_plan())).problems

    assert problem.name == "no-emergency"
