"""Programmes written and read back: the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from publisher.library.dose_shape import DOSE
from publisher.library.drafting import as_yaml
from publisher.library.overlays import built_in, read_folders
from publisher.library.programme_shapes import PROGRAMME
from publisher.library.programme_writing import dose_fields, dose_in_a_line, drafted, kept_dose, usual_dose, written
from publisher.library.reading import read_tree
from publisher.model.card import Excuse, Movement
from publisher.model.dose import Range
from publisher.model.programme import DosePart, Side
from publisher.problems import InputError, Phrase
from publisher.programmes import exercises_of
from tests.factories import the_library
from tests.programmes_at_hand import a_programme, an_exercise, with_everything

if TYPE_CHECKING:
    from publisher.programmes import Exercise

MOVING = {name: card for name, card in the_library().cards.items() if isinstance(card.body, Movement)}


@pytest.mark.parametrize("programme", [a_programme(), with_everything(), *the_library().programmes.values()])
def test_what_is_written_reads_back_to_the_same(programme: object) -> None:
    text = written(programme)

    assert PROGRAMME.read(read_tree(text.encode(), "mine.yaml")) == programme
    assert written(PROGRAMME.read(read_tree(text.encode(), "mine.yaml"))) == text


@pytest.mark.parametrize("name", MOVING)
def test_every_dose_of_the_library_reads_back_to_the_same(name: str) -> None:
    dose = MOVING[name].body.dose

    assert DOSE.read(read_tree(as_yaml(dose_fields(dose)).encode(), "dose.yaml")) == dose


def test_a_programme_is_drafted_from_what_was_typed() -> None:
    found = drafted(
        {"id": "mine", "title": "Mine", "purpose": "Strong legs."},
        [
            {"card": "plank", "sets": "3", "seconds": "20"},
            {"card": "step-down", "side": "left", "days": "monday, friday"},
        ],
    )

    assert found.exercises[0].dose == DosePart(sets=Range(3, 3), seconds=Range(20, 20))
    assert (found.exercises[1].side, len(found.exercises[1].days)) == (Side.LEFT, 2)


@pytest.mark.parametrize(
    ("exercise", "name"),
    [
        ({"card": "plank", "sets": "-1"}, "not-a-range"),
        ({"card": "Plank!"}, "not-an-id"),
        ({"card": "plank", "days": "someday"}, "unknown-day"),
        ({"card": "plank", "stop": "2026-02-31"}, "not-a-date"),
    ],
)
def test_what_cannot_be_read_is_told_without_a_place(exercise: dict[str, str], name: str) -> None:
    with pytest.raises(InputError) as caught:
        drafted({"id": "mine", "title": "Mine", "purpose": "Strong legs."}, [exercise])

    assert [(problem.name, problem.place) for problem in caught.value.problems] == [(name, None)]


def kept(exercise: Exercise, name: str) -> str:
    dose = usual_dose(exercise, MOVING[name])
    assert dose is not None
    return kept_dose(dose, MOVING[name])


@pytest.mark.parametrize(
    "part",
    [
        DosePart(sets=Range(2, 2)),
        DosePart(reps=Range(5, 5), hold=Range(8, 8)),
        DosePart(seconds=Range(45, 45)),
    ],
)
@pytest.mark.parametrize("name", ["plank", "step-down", "bird-dog", "childs-pose-side-bend"])
def test_a_kept_dose_is_the_usual_one_of_the_library_that_keeps_it(tmp_path: object, part: DosePart, name: str) -> None:
    (exercise,) = exercises_of(a_programme(an_exercise(name, dose=part)), the_library().cards)
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / f"{name}.yaml").write_text(kept(exercise, name), encoding="utf-8")

    assert read_folders([built_in(), tmp_path]).cards[name].body.dose == exercise.card.body.dose


def test_a_side_and_days_are_one_person_s_and_are_not_kept() -> None:
    own = an_exercise("side-plank", dose=DosePart(sets=Range(2, 2)), side=Side.LEFT)
    (exercise,) = exercises_of(a_programme(own), the_library().cards)

    assert kept(exercise, "side-plank") == "extends: side-plank\ndose:\n  sets: 2\n"


def test_excuses_of_a_card_stay_beside_that_for_what_is_taken_away() -> None:
    card = MOVING["plank"]
    excused = replace(card, excused=(Excuse(Phrase("hard-word"), Phrase("Ours.")),))
    text = kept_dose(card.body.dose._replace(sets=Range(2, 2)), excused)

    rules = read_tree(text.encode(), "x").value("excused").items
    assert [rule.text("rule").text for rule in rules] == ["missing-part", "hard-word"]


def test_a_dose_in_a_line_has_what_is_set_and_what_is_usual_no_longer() -> None:
    whole, usual = (MOVING["plank"].body.dose._replace(sets=Range(n, n), rest=Range(9, 9)) for n in (2, 3))

    line = dose_in_a_line(DosePart(seconds=whole.seconds), whole, usual)

    assert line == "{sets: 2, seconds: 10 s}"


def test_what_is_another_dose_goes_from_a_card_that_keeps_one() -> None:
    own = an_exercise("deadlift", dose=DosePart(reps=Range(5, 5)))
    (deadlift,) = exercises_of(a_programme(own), the_library().cards)
    (plank,) = exercises_of(
        a_programme(an_exercise("plank", dose=DosePart(reps=Range(5, 5), hold=Range(8, 8)))), the_library().cards
    )

    assert kept(deadlift, "deadlift").startswith("extends: deadlift\ndose:\n  reps: 5\nmove_on: null\nexcused:\n")
    assert "harder: null\n" in kept(plank, "plank")
    assert "move_on" not in kept(plank, "plank")


def test_steps_of_one_s_own_are_written_and_read_back() -> None:
    steps = (Phrase("Lift."), Phrase("Tuck {now}."), Phrase("Hold for 20 seconds."), Phrase("Rest."))
    programme = a_programme(an_exercise("plank", steps=steps))

    assert PROGRAMME.read(read_tree(written(programme).encode(), "mine.yaml")).exercises == programme.exercises
