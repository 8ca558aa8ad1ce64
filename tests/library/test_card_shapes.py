from __future__ import annotations

import pytest

from publisher.library.card_shapes import CardShape, called
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.model.card import Card, Group, Kind, Movement, Review, Step, Variant
from publisher.model.dose import Range
from publisher.problems import Place, Problem, place_of
from tests.library.writing import CALF_RAISE


def card(text: str) -> Card:
    return CardShape().read(read_tree(text.encode(), "calf-raise.yaml"))


def problems(text: str) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        card(text)
    return list(caught.value.problems)


def test_a_card_is_what_its_file_says() -> None:
    found = card(CALF_RAISE)

    assert (found.id, found.kind, found.group, found.number) == ("calf-raise", Kind.EXERCISE, Group.STRENGTH, 90)
    assert isinstance(found.body, Movement)
    assert found.body.steps == (Step("Rise onto your toes.", "Rise"), Step("Lower for 3 seconds."))  # type: ignore[arg-type]
    assert found.body.dose.reps == Range(8, 12)
    assert found.place == Place("calf-raise.yaml", 1, 1)
    assert place_of(found.body.steps[1].text) == Place("calf-raise.yaml", 12, 5)


def test_a_card_is_unreviewed_until_somebody_signs() -> None:
    assert card(CALF_RAISE).review == Review()
    assert card(CALF_RAISE + "review: {reviewed_by: null}\n").review == Review()
    signed = card(CALF_RAISE + "review: {reviewed_by: A. Brown, date: 2026-03-31, seal: kbtd-mxqr}\n").review
    assert signed == Review("A. Brown", date="2026-03-31", seal="kbtd-mxqr")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rest", "missing"), [("", "`date`"), (", seal: kbtd-mxqr", "`date`"), (", date: 2026-03-31", "`seal`")]
)
def test_a_signed_review_has_its_day_and_the_seal_of_what_was_signed(rest: str, missing: str) -> None:
    (problem,) = problems(CALF_RAISE + f"review: {{reviewed_by: A. Brown{rest}}}\n")

    assert (problem.name, problem.place) == ("missing-field", Place("calf-raise.yaml", 17, 23))
    assert missing in problem.sentence


def test_an_easier_form_is_a_text_or_names_a_card() -> None:
    found = card(CALF_RAISE + "easier: Sit down.\nharder: {text: Use one leg., card: heel-drop}\n")

    assert isinstance(found.body, Movement)
    assert found.body.easier == Variant("Sit down.")  # type: ignore[arg-type]
    assert found.body.harder == Variant("Use one leg.", "heel-drop")  # type: ignore[arg-type]


def test_a_field_of_another_kind_is_told_as_that() -> None:
    (problem,) = problems(CALF_RAISE + "tier: urgent\n")

    assert problem.name == "field-of-another-kind"
    assert problem.sentence == "`tier` is not a field of an exercise card."


def test_all_that_is_wrong_with_a_card_is_told() -> None:
    text = (
        CALF_RAISE.replace("title: Calf", "titel: Calf").replace("reps: 8", "rep: 8").replace("number: 90", "number: x")
    )

    assert [problem.name for problem in problems(text)] == [
        "unknown-field",
        "not-a-number",
        "missing-field",
        "unknown-field",
    ]


def test_the_kind_comes_first() -> None:
    assert [problem.name for problem in problems("id: a\n")] == ["missing-field"]
    assert [problem.name for problem in problems("id: a\nkind: excercise\n")] == ["unknown-choice"]


def test_kinds_have_their_article() -> None:
    assert called(Kind.EXERCISE) == "an exercise card"
    assert called(Kind.WARNING_SIGN) == "a warning-sign card"
