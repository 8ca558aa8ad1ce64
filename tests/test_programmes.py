"""A programme applied to its cards: doses, order, and what has changed."""

from __future__ import annotations

import pytest

from publisher.model.card import Tier
from publisher.model.dose import Range, Sides, Tempo
from publisher.model.plan import Day
from publisher.model.programme import DosePart, Prescribed, Side
from publisher.problems import InputError, Phrase
from publisher.programmes import (
    Exercise,
    FullDay,
    dosed,
    exercises_of,
    fullest_day,
    misfits,
    overridden,
    signs_among,
    told_of_tier,
    too_much,
)
from tests.factories import a_dose, a_phrase, the_library
from tests.programmes_at_hand import ON, a_programme, an_exercise


def worked_out(*exercises: Prescribed) -> tuple[Exercise, ...]:
    return exercises_of(a_programme(*exercises), the_library().cards)


def dose_of(exercise: Exercise) -> object:
    return exercise.card.body.dose


def test_what_nobody_sets_stays_as_on_the_card() -> None:
    (plank,) = worked_out(an_exercise("plank"))

    assert plank.card == the_library().cards["plank"]


def test_parts_of_a_dose_that_are_set_take_the_place_of_those_on_the_card() -> None:
    (each,) = worked_out(an_exercise("step-down", dose=DosePart(sets=Range(2, 2), load=Phrase("2 kg in each hand"))))

    card = the_library().cards["step-down"].body.dose
    assert dose_of(each) == card._replace(sets=Range(2, 2), load="2 kg in each hand")


def test_what_is_counted_is_no_longer_timed_and_the_other_way_round() -> None:
    counted = dosed(a_dose(seconds=Range(30, 30), reps=None), DosePart(reps=Range(8, 8)))
    timed = dosed(a_dose(reps=Range(8, 8), hold=Range(5, 5)), DosePart(seconds=Range(30, 30)))

    assert (counted.reps, counted.seconds) == (Range(8, 8), None)
    assert (timed.reps, timed.seconds, timed.hold) == (None, Range(30, 30), None)


def test_a_hold_ends_a_tempo_and_a_tempo_a_hold() -> None:
    tempo = Tempo(3, 1, 1)

    assert dosed(a_dose(tempo=tempo), DosePart(hold=Range(5, 5))).tempo is None
    assert dosed(a_dose(hold=Range(5, 5)), DosePart(tempo=tempo)).hold is None


def test_one_side_takes_half_the_time_of_both() -> None:
    (both,), (left,) = worked_out(an_exercise("side-plank")), worked_out(an_exercise("side-plank", side=Side.LEFT))

    assert dose_of(left).sides is Sides.NONE
    assert dose_of(left).total_seconds().low < dose_of(both).total_seconds().low


def test_days_that_are_named_are_counted() -> None:
    (each,) = worked_out(an_exercise("plank", days=(Day.MONDAY, Day.FRIDAY)))

    assert dose_of(each).days_a_week == Range(2, 2)


def test_exercises_go_from_standing_down_to_the_floor_whatever_the_order_in_the_file() -> None:
    found = worked_out(*map(an_exercise, ("bird-dog", "step-down", "dead-bug", "tempo-squat")))

    assert [str(each.card.id) for each in found] == ["step-down", "tempo-squat", "bird-dog", "dead-bug"]


def test_a_dose_for_a_card_that_is_only_read_is_told() -> None:
    with pytest.raises(InputError) as caught:
        worked_out(an_exercise("quick-short-steps", dose=DosePart(sets=Range(3, 3))))

    assert [problem.name for problem in caught.value.problems] == ["dose-without-exercise"]


def test_one_side_of_what_has_no_sides_is_told() -> None:
    found = [*misfits(a_programme(an_exercise("plank", side=Side.LEFT)), the_library().cards)]

    assert [problem.name for problem in found] == ["side-without-sides"]


def test_a_persons_own_doses_lie_over_those_of_the_programme() -> None:
    own = a_programme(
        an_exercise("plank", dose=DosePart(sets=Range(3, 3), seconds=Range(20, 20))), an_exercise("dead-bug")
    )

    mine = overridden(own, {"plank": DosePart(reps=Range(5, 5))})

    assert mine.exercises[0].dose == DosePart(sets=Range(3, 3), reps=Range(5, 5))
    assert mine.exercises[1] == own.exercises[1]


def test_signs_come_by_their_numbers() -> None:
    signs = signs_among(the_library().cards.values())

    assert [sign.number for sign in signs] == sorted(sign.number for sign in signs)
    assert len(signs) > 10


def test_steps_of_one_s_own_take_the_place_of_those_of_the_card_with_its_pictures() -> None:
    card = the_library().cards["plank"]
    steps = tuple(map(Phrase, ("Up.", "Tuck {hold}.", "Hold for 20 seconds.", "Down.")))
    (own,) = worked_out(an_exercise("plank", steps=steps))

    assert [step.text for step in own.card.body.steps] == list(steps)
    assert [step.pose for step in own.card.body.steps] == [step.pose for step in card.body.steps]


def test_there_are_as_many_steps_as_the_card_has() -> None:
    programme = a_programme(an_exercise("plank", steps=(Phrase("Up."),)))

    assert [problem.name for problem in misfits(programme, the_library().cards)] == ["not-all-steps"]


def test_an_easier_form_that_is_another_exercise_is_told_only_beside_that_exercise() -> None:
    alone, (_, beside) = worked_out(an_exercise("superman"))[0], worked_out(*map(an_exercise, ("bird-dog", "superman")))

    assert alone.card.body.easier is None
    assert beside.card.body.easier.text == "Do the bird-dog instead."


def test_an_easier_form_that_is_told_in_full_stays() -> None:
    (bridge,) = worked_out(an_exercise("single-leg-bridge"))

    assert bridge.card.body.easier.text == "Use both legs."


def test_no_card_that_is_done_is_for_the_sake_of_another_one() -> None:
    cards = the_library().cards.values()
    titles = {card.title.lower() for card in cards if " " in card.title}

    assert [card.id for card in cards if any(f"the {title}" in card.purpose.lower() for title in titles)] == []


CHECKED = {"reviewed_by": a_phrase("Jo Lee"), "reviewed": ON}


def test_what_is_changed_for_one_person_has_been_checked_by_nobody() -> None:
    programme = a_programme(**CHECKED)

    assert overridden(programme, {}).reviewed_by == "Jo Lee"
    changed = overridden(programme, {"plank": DosePart(sets=Range(2, 2))})
    assert (changed.reviewed_by, changed.reviewed) == (None, None)


def test_signs_that_need_no_back_pain_are_told_apart() -> None:
    with_pain, alone = told_of_tier(signs_among(the_library().cards.values()), Tier.URGENT)

    assert "one swollen calf" in alone
    assert not [short for short in (*with_pain, *alone) if "no back pain" in short]
    assert "a fever, or feeling very unwell" in with_pain


def test_what_is_only_read_comes_after_what_is_done() -> None:
    cards = ("the-day-of-the-hill", "quick-short-steps", "plank", "step-down")
    found = exercises_of(a_programme(*map(an_exercise, cards)), the_library().cards)

    assert [str(each.card.id) for each in found] == ["step-down", "plank", "the-day-of-the-hill", "quick-short-steps"]


def test_when_a_card_is_done_goes_where_days_or_times_a_day_were_set() -> None:
    when = the_library().cards["cat-cow"].body.dose.when
    often, days = DosePart(per_day=Range(2, 2)), DosePart(days_a_week=Range(7, 7))
    own = DosePart(days_a_week=Range(7, 7), when=a_phrase("at any time"))

    def said(**given: object) -> str | None:
        (found,) = exercises_of(a_programme(an_exercise("cat-cow", **given)), the_library().cards)
        return found.card.body.dose.when

    assert said() == when == "after a run or on a rest day"
    assert said(dose=often) is said(dose=days) is said(days=(Day.MONDAY,)) is None
    assert said(dose=own) == "at any time"


def test_the_fullest_day_counts_how_often_each_exercise_is_done() -> None:
    def day(*given: Prescribed) -> FullDay:
        return fullest_day(exercises_of(a_programme(*given), the_library().cards))

    plank, dog = an_exercise("plank"), an_exercise("bird-dog")
    twice = [each._replace(dose=DosePart(per_day=Range(2, 2))) for each in (plank, dog)]

    assert day(plank, dog) == FullDay(1, 4, like_all=True)
    assert day(*twice) == FullDay(2, 4, like_all=True)
    assert day(twice[0], dog) == FullDay(1, 6, like_all=True)
    assert day(plank._replace(days=(Day.MONDAY,)), dog) == FullDay(1, 4, like_all=False)
    assert day(plank._replace(days=(Day.MONDAY,)), dog._replace(days=(Day.FRIDAY,))) == FullDay(1, 2, like_all=True)
    assert day(an_exercise("quick-short-steps")) == FullDay(1, 0, like_all=True)


def test_a_page_and_the_note_on_long_programmes_count_the_same_minutes() -> None:
    often = [an_exercise(name, dose=DosePart(per_day=Range(6, 6))) for name in ("plank", "bird-dog")]
    programme = a_programme(*often)
    found = exercises_of(programme, the_library().cards)

    assert "takes 24 minutes" in too_much(programme, found).sentence
