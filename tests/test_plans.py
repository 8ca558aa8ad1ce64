"""What a plan comes to: weeks, minutes and doses, all of which end."""

from __future__ import annotations

import pytest

from publisher.model.card import Group, Position
from publisher.model.dose import Range
from publisher.model.plan import Day, Growth, Minutes, Step, Weeks
from publisher.plans import grown_dose, minutes_in
from publisher.problems import Phrase
from publisher.sessions import minutes_of
from tests.factories import a_dose, the_library
from tests.plans_at_hand import BUILT_IN, a_plan, a_run, a_session, the_plan, worked_out

FIVE = Minutes(20, Step(5), 2, None, 30)


def each_week(minutes: Minutes, weeks: int = 8, first: int = 1) -> list[int]:
    return [minutes_in(minutes, week, first) for week in range(first, weeks + 1)]


def reps(growth: Growth, low: int = 8, high: int = 12) -> list[tuple[float, float]]:
    dose = a_dose(reps=Range(low, high))
    return [tuple(grown_dose(dose, growth, week, 1).reps) for week in range(1, 9)]


# Growing


def test_minutes_grow_every_so_many_weeks_and_stop_at_the_most() -> None:
    assert each_week(FIVE) == [20, 20, 25, 25, 30, 30, 30, 30]


def test_minutes_grow_from_the_week_that_is_named() -> None:
    assert each_week(FIVE._replace(from_week=4)) == [20, 20, 20, 25, 25, 30, 30, 30]


def test_a_session_that_starts_later_grows_from_its_own_first_week() -> None:
    assert each_week(FIVE, first=3) == [20, 20, 25, 25, 30, 30]


def test_small_minutes_grow_by_per_cent_too() -> None:
    grown = each_week(Minutes(5, Step(10, percent=True), 1, None, 9))

    assert grown == sorted(grown)
    assert (grown[0], grown[-1]) == (5, 9)


def test_minutes_that_do_not_grow_stay() -> None:
    assert set(each_week(Minutes(30))) == {30}


def test_reps_go_from_the_low_to_the_high_end_of_the_card_and_no_further() -> None:
    assert reps(Growth(reps=Step(2), every=2)) == [(8, 8)] * 2 + [(10, 10)] * 2 + [(12, 12)] * 4
    assert reps(Growth(reps=Step(50)))[-1] == (12, 12)


def test_a_step_that_does_not_hit_the_high_end_stops_at_it() -> None:
    assert reps(Growth(reps=Step(3)))[:3] == [(8, 8), (11, 11), (12, 12)]


def test_what_a_card_gives_as_one_number_stays() -> None:
    assert set(reps(Growth(reps=Step(2)), 8, 8)) == {(8, 8)}


def test_what_is_not_named_keeps_its_range() -> None:
    assert set(reps(Growth(sets=Step(1)))) == {(8, 12)}


def test_holds_may_grow_by_per_cent() -> None:
    dose = a_dose(hold=Range(10, 20))
    holds = [grown_dose(dose, Growth(hold=Step(50, percent=True)), week, 1).hold for week in (1, 2, 3)]

    assert holds == [Range(10, 10), Range(15, 15), Range(20, 20)]


def test_no_dose_of_a_built_in_plan_ever_leaves_the_range_of_its_card() -> None:
    for name in BUILT_IN:
        for course in the_plan(name).courses:
            for stage in course.stages:
                for card, dose in zip(course.exercises, stage.doses, strict=True):
                    own = card.body.dose
                    assert own.sets.low <= dose.sets.low <= dose.sets.high <= own.sets.high
                    if own.reps is not None:
                        assert own.reps.low <= dose.reps.low <= dose.reps.high <= own.reps.high


# Weeks and days


def test_every_week_has_its_seven_days() -> None:
    weeks = worked_out(a_plan(weeks=3)).weeks

    assert [week.number for week in weeks] == [1, 2, 3]
    assert all([day.day for day in week.days] == [*Day] for week in weeks)


def test_a_day_counts_all_that_falls_on_it_in_the_order_of_the_plan() -> None:
    plan = a_plan(a_session("Warm-up", deck=Phrase("pre-run-warm-up")), a_run("Run", 30, 5))
    monday = worked_out(plan).weeks[0].days[0]

    assert [item.session.name for item in monday.items] == ["Warm-up", "Run"]
    assert monday.minutes == monday.items[0].minutes + 30
    assert monday.downhill == 5


def test_a_week_counts_its_days() -> None:
    week = the_plan().weeks[0]

    assert week.minutes == sum(day.minutes for day in week.days) > 0


def test_a_session_falls_in_its_own_weeks_alone() -> None:
    plan = worked_out(a_plan(a_run(weeks=Weeks(2, 3))))

    assert [bool(week.days[0].items) for week in plan.weeks] == [False, True, True, False]


def test_rest_days_are_told_from_days_on_which_nothing_falls() -> None:
    days = worked_out(a_plan()).weeks[0].days

    assert (days[6].rest, days[1].rest, days[1].items) == (True, False, ())


def test_a_session_without_growth_takes_as_long_as_its_cards() -> None:
    course = worked_out(a_plan()).courses[0]

    assert course.minutes == (minutes_of(course.cards),)


def test_weeks_that_are_alike_are_one_stage() -> None:
    course = worked_out(a_plan(a_run(minutes=FIVE), weeks=8)).courses[0]

    assert [stage.weeks for stage in course.stages] == [Weeks(1, 2), Weeks(3, 4), Weeks(5, 8)]
    assert course.minutes == (20, 25, 30)


# Cards


def test_a_deck_keeps_its_own_order() -> None:
    course = the_plan().courses[0]

    assert [card.id for card in course.cards] == list(the_library().publications["strength-for-downhill-a"].cards)
    assert [card.id for card in course.cards][-2:] == ["dead-bug", "side-plank"]


def test_loose_cards_go_from_standing_down_to_the_floor() -> None:
    down = [*Position][::-1]
    named = tuple(Phrase(name) for name in ("plank", "dead-bug", "tempo-squat", "hip-90-90"))
    (course,) = worked_out(a_plan(a_session(cards=named))).courses

    heights = [down.index(card.position) for card in course.cards]
    assert heights == sorted(heights)
    assert course.cards[0].id == "tempo-squat"


def test_the_cards_of_a_plan_stand_in_the_order_of_their_first_use_each_once() -> None:
    cards = [card.id for card in the_plan().cards]

    assert len(cards) == len(set(cards))
    assert cards.index("tempo-squat") < cards.index("leg-swings") < cards.index("step-down")


def test_a_session_of_later_weeks_brings_its_cards_later() -> None:
    plan = a_plan(a_session("Late", deck=Phrase("evening-stretch"), weeks=Weeks(3, 4)), a_session("Early"))

    assert worked_out(plan).cards[0].id == "tempo-squat"


# The built-in plans, as a physiotherapist would look at them


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_plan_rests_between_strength_days_and_has_rest_days(name: str) -> None:
    plan = the_plan(name)
    strength = [day.day for day in plan.weeks[0].days if any("Strength" in item.session.name for item in day.items)]

    assert [day.value for day in strength] == ["monday", "thursday"]
    assert sum(day.rest for day in plan.weeks[0].days) == 2
    assert plan.plan.review.reviewed_by is None


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_warm_up_comes_before_each_run(name: str) -> None:
    for week in the_plan(name).weeks:
        for day in week.days:
            names = [str(item.session.name) for item in day.items]
            if any(item.session.run and item.session.group is Group.FORM for item in day.items):
                assert names[0] == "Warm-up"


def test_something_grows_up_to_week_7_and_strength_and_runs_never_at_once() -> None:
    courses = {str(course.session.name): course for course in the_plan().courses}
    steps = {name: [stage.weeks.first for stage in courses[name].stages[1:]] for name in ("Strength A", "Flat run")}

    assert steps == {"Strength A": [4, 7], "Flat run": [3, 6]}


def test_downhill_minutes_start_with_five_once_a_week_and_never_jump() -> None:
    weeks = [[day.downhill for day in week.days if day.downhill] for week in the_plan("downhill-build-up").weeks]
    (downhill,) = zip(*weeks, strict=True)

    assert downhill == (5, 5, 5, 5, 10, 10, 15, 15)
