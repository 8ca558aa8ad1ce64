"""What is timed is not counted without a time, whoever asks for it: a programme, a flag or a list."""

from __future__ import annotations

import pytest

from publisher.dose_kinds import no_longer_counted, of_another_kind, refuse_columns, shape
from publisher.model.dose import Range, Tempo
from publisher.model.programme import DosePart
from publisher.problems import InputError, Level
from tests.factories import a_dose, a_phrase, the_library
from tests.programmes_at_hand import an_exercise

CARDS = the_library().cards
FIVE, TEN = Range(5, 5), Range(10, 10)


def told(card: str, dose: DosePart, **more: object) -> list[str]:
    """What is said of a dose for a card."""
    return [problem.sentence for problem in of_another_kind(an_exercise(card, dose=dose, **more), CARDS[card].body)]


def test_reps_of_what_is_timed_say_how_long_each_lasts_or_are_refused() -> None:
    assert told("plank", DosePart(reps=TEN)) == [
        "`plank` is timed on its card, 4 to 6 sets of 10 seconds. `reps` alone does not say how long each one lasts."
    ]
    assert told("plank", DosePart(reps=FIVE, hold=TEN)) == []
    assert told("cat-cow", DosePart(reps=FIVE, tempo=Tempo(3, 0, 3))) == []


def test_a_hold_or_a_tempo_of_no_rep_is_refused() -> None:
    assert len(told("plank", DosePart(hold=TEN))) == 1
    assert len(told("cat-cow", DosePart(tempo=Tempo(3, 0, 3)))) == 1


def test_what_goes_with_a_card_is_not_told() -> None:
    assert told("plank", DosePart(sets=FIVE, seconds=TEN)) == []
    assert told("step-down", DosePart(reps=FIVE, hold=TEN)) == []


def test_steps_of_one_s_own_say_what_is_counted_but_give_no_hold_a_rep() -> None:
    steps = tuple(map(a_phrase, ("Lift.", "Firm up.", "Lower at once.", "That is 1.")))

    assert told("plank", DosePart(reps=TEN), steps=steps) == []
    assert len(told("plank", DosePart(hold=TEN), steps=steps)) == 1


def test_a_time_for_what_is_counted_is_a_warning() -> None:
    (problem,) = no_longer_counted(an_exercise("step-up", dose=DosePart(seconds=TEN)), CARDS["step-up"].body)

    assert (problem.name, problem.level) == ("timed-not-counted", Level.WARNING)
    assert [*no_longer_counted(an_exercise("plank", dose=DosePart(seconds=TEN)), CARDS["plank"].body)] == []


@pytest.mark.parametrize(
    ("columns", "part", "refused"),
    [
        (["reps"], DosePart(), "plank.reps"),
        (["hold"], DosePart(), "plank.hold"),
        (["reps", "hold"], DosePart(), ""),
        (["reps", "seconds"], DosePart(), ""),
        (["reps"], DosePart(hold=TEN), ""),
        (["sets", "load"], DosePart(), ""),
    ],
)
def test_a_column_that_does_not_go_with_a_card_is_refused(columns: list[str], part: DosePart, refused: str) -> None:
    given = {"plank": (part, CARDS["plank"].body.dose)}
    headed = [("plank", field) for field in columns]

    if not refused:
        refuse_columns("people.csv", headed, given)
        return
    with pytest.raises(InputError) as caught:
        refuse_columns("people.csv", headed, given)
    (problem,) = caught.value.problems
    assert f"the column `{refused}`" in problem.sentence
    assert problem.place.file == "people.csv"


def test_the_work_of_a_dose_is_told_in_a_few_words() -> None:
    assert shape(a_dose(sets=Range(1, 1), reps=Range(8, 12))) == "1 set of 8 to 12"
    assert shape(a_dose(sets=Range(2, 3), reps=None, seconds=TEN)) == "2 to 3 sets of 10 seconds"
