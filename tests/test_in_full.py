"""A card in more words than it has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.in_full import in_full
from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.model.programme import DosePart, Side
from publisher.programmes import exercises_of
from tests.factories import a_phrase, the_library, the_words
from tests.programmes_at_hand import a_programme, an_exercise

if TYPE_CHECKING:
    from publisher.model.programme import Prescribed
    from publisher.programmes import Exercise


def told(card: str, **more: object) -> Exercise:
    """One exercise in full."""
    return all_told(an_exercise(card, **more))[0]


def all_told(*given: Prescribed) -> list[Exercise]:
    words = the_words()
    return [in_full(words, each) for each in exercises_of(a_programme(*given), the_library().cards)]


def last_step(card: str, **more: object) -> str:
    return str(told(card, **more).card.body.steps[-1].text)


@pytest.mark.parametrize(
    ("card", "said"),
    [
        # Times, sides, what a set is, how many, and the rest.
        (
            "step-down",
            (
                "8 times, later\u00a010. Change legs and do the same. That is 1 set. Do 3 sets. "
                "Rest 1 minute between sets."
            ),
        ),
        (
            "side-plank",
            (
                "Lower. Change sides and do the same. That is 1 set. Do 4 sets, later\u00a06. "
                "Rest 10 seconds between sets."
            ),
        ),
        # One number alone, and a step that changes sides itself.
        ("tempo-squat", "Push through your whole foot. Stand in 1 second. Do this 8 times. That is 1 set. Do 3 sets. "),
        ("walking-lunge", "Push up. Step on with the other leg. Do this 8 times with each leg, later\u00a010. "),
        # One set: there is nothing to rest between.
        ("slow-breathing", "Do this for 5 minutes. That is 1 set. 1 set is enough."),
        # No rest is named: the card's own stays.
        ("sphinx", "Hold for 30 seconds. Lower. Rest. That is 1 set. Do 2 sets."),
        # The steps tell of each set apart.
        ("leg-swings", "Swing side to side. Change legs. In each set, do this 10 times with each leg, later\u00a015."),
    ],
)
def test_the_last_step_tells_how_sets_go_on(card: str, said: str) -> None:
    assert said in last_step(card)


def test_one_side_keeps_all_but_the_change_of_sides() -> None:
    said = last_step("step-down", side=Side.LEFT)

    assert said == (
        "Keep your left leg on the box. Do this 8 times, later\u00a010. That is 1 set. Do 3 sets. "
        "Rest 1 minute between sets."
    )
    assert "Lower. Stay on your left side. That is 1 set." in last_step("side-plank", side=Side.LEFT)


def test_it_begins_with_the_low_number_of_everything_that_may_grow() -> None:
    longer = told("plank", dose=DosePart(seconds=Range(20, 30), sets=Range(1, 2)))
    steps = [str(step.text) for step in longer.card.body.steps]

    assert "Hold for 20 seconds." in steps
    assert steps[-1] == (
        "Lower your knees. That is 1 set. Do 1 set, later\u00a02. Rest 10 seconds between sets. "
        "Later, work up to 30 seconds."
    )


def test_one_set_has_no_rest() -> None:
    once = last_step("plank", dose=DosePart(sets=Range(1, 1)))

    assert once == "Lower your knees. That is 1 set. 1 set is enough."


def test_what_own_steps_say_is_not_said_twice() -> None:
    steps = ("Lift up.", "Firm your belly.", "Hold for 10 seconds.", "Come down. Do 4 sets.")
    own = last_step("plank", dose=DosePart(sets=Range(4, 4)), steps=tuple(map(a_phrase, steps)))

    assert own == "Come down. Do 4 sets. Rest 10 seconds between sets."


def test_every_exercise_tells_its_times_or_its_seconds_and_no_card_says_sets_twice() -> None:
    movements = [name for name, card in the_library().cards.items() if isinstance(card.body, Movement)]
    words = the_words()

    for exercise in all_told(*map(an_exercise, movements)):
        dose, steps = exercise.card.body.dose, [str(step.text) for step in exercise.card.body.steps]
        whole = " ".join(steps)
        first = Range((dose.seconds or dose.reps).low, (dose.seconds or dose.reps).low)
        amount = words.time(first) if dose.seconds else words.counted(first, "times")
        assert all(steps), exercise.card.id
        assert amount in whole, exercise.card.id
        assert "Do the set." not in whole, exercise.card.id
        assert whole.count("That is 1 set.") + whole.count("Set 1.") == 1, exercise.card.id
        assert whole.count("between sets") == (dose.rest is not None and dose.sets.high > 1), exercise.card.id


def test_reasons_to_stop_agree_with_the_pain_scale_and_name_a_weak_leg() -> None:
    plank, hill = told("plank").card.body, told("the-day-of-the-hill").card.body

    assert plank.stop_if == ("pain goes over 5 out of 10", "a leg hurts, tingles, goes numb or weak")
    assert hill.stop_if == ("your back hurts more with each step", "a leg hurts, tingles, goes numb or weak")


def test_the_card_as_it_was_stays_beside_it_for_where_there_is_little_room() -> None:
    exercise = told("step-down")

    assert str(exercise.short.body.steps[-1].text) == "Do the set. Then change legs."
    assert told("quick-short-steps").short.body.steps == told("quick-short-steps").card.body.steps
