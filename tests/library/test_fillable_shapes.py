"""Texts of a card that name what they take from the dose: what is read, and what leaves a gap."""

from __future__ import annotations

import pytest

from publisher.library import built_in, read_folders
from publisher.library.card_shapes import CardShape
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.model.card import Card, Movement
from publisher.model.fillable import Fillable
from publisher.problems import Place, Problem
from tests.library.writing import CALF_RAISE


def card(text: str) -> Card:
    return CardShape().read(read_tree(text.encode(), "calf-raise.yaml"))


def with_step(step: str) -> str:
    return CALF_RAISE.replace("Lower for 3 seconds.", step)


def problems(text: str) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        card(text)
    return list(caught.value.problems)


def test_a_step_has_words_for_one_side_and_for_a_dose_without() -> None:
    own = "{text: 'Do {reps}. Change.', one_side: 'Do {reps} on the {side}.', without: Change.}"
    body = card(with_step(own)).body

    assert isinstance(body, Movement)
    text = body.steps[1].text
    assert isinstance(text, Fillable)
    assert text.forms == ("Do {reps}. Change.", "Do {reps} on the {side}.", "Change.")


def test_what_is_heard_of_a_picture_has_words_for_one_side() -> None:
    alt = "{text: One leg is lifted., one_side: 'The {side} leg is lifted.'}"
    picture = card(f"{CALF_RAISE}picture: {{figure: heel-raise, alt: {alt}}}\n").picture

    assert picture is not None
    assert isinstance(picture.alt, Fillable)
    assert (picture.alt, picture.alt.one_side) == ("One leg is lifted.", "The {side} leg is lifted.")


def test_a_plain_text_is_a_plain_phrase() -> None:
    body = card(with_step("Lower {} {Now} slowly.")).body

    assert isinstance(body, Movement)
    assert not isinstance(body.steps[1].text, Fillable)


@pytest.mark.parametrize(
    ("step", "name", "hint"),
    [
        ("Do {rep}.", "unknown-amount", "Did you mean `{reps}`?"),
        ("Use your {side} leg.", "unknown-amount", "`one_side:`"),
        ("Do {reps}.", "nothing-without", "`without:"),
        ("{text: Lower., caption: 'For {hold}'}", "nothing-to-fill", "`{reps}`"),
    ],
)
def test_what_cannot_be_filled_is_told_where_it_stands(step: str, name: str, hint: str) -> None:
    (problem,) = problems(with_step(step))

    assert problem.name == name
    assert hint in problem.hint
    assert problem.place is not None
    assert problem.place.line == 12


def test_an_unknown_name_is_underlined_itself() -> None:
    (problem,) = problems(with_step("Do {rep}."))

    assert (problem.place, problem.length) == (Place("calf-raise.yaml", 12, 9), 3)


def test_sets_are_in_every_dose_and_need_no_other_words() -> None:
    body = card(with_step("Do {sets}.")).body

    assert isinstance(body, Movement)
    assert body.steps[1].text == "Do {sets}."


def test_a_change_of_the_dose_changes_the_words_of_a_card(tmp_path: object) -> None:
    (tmp_path / "cards").mkdir()
    change = "extends: plank\ndose: {sets: 3, seconds: 25 s}\n"
    (tmp_path / "cards" / "plank.yaml").write_text(change, encoding="utf-8")

    body = read_folders([built_in(), tmp_path]).cards["plank"].body

    assert [step.text for step in body.steps][2] == "Hold for 25 seconds."
    assert body.move_on == "when 3 sets feel light for a week"
