"""What is told of a figure: the author's words, with figures, and something to type at the end."""

from __future__ import annotations

from publisher.figures.troubles import hardly_moves, hidden, not_met
from publisher.model.figure import Arrow, Contact, View
from publisher.problems import Level, Phrase, Place

HERE = Place("plank.yaml", 7, 12)


def test_a_contact_that_misses_is_an_error_at_its_place() -> None:
    problem = not_met("hold", Contact(Phrase("palm_r"), Phrase("wall"), place=HERE), 33.4)

    assert problem.sentence == "in the pose `hold`, `palm_r` does not reach `wall`: 33 mm are left."
    assert (problem.place, problem.length, problem.level) == (HERE, 6, Level.ERROR)


def test_a_hidden_limb_is_a_warning_that_proposes_a_view() -> None:
    problem = hidden(Phrase("leg_l", HERE), "reach", 0.236, View(34, 8), 0.78)

    assert problem.sentence == "in the pose `reach`, 24% of the left leg is seen, and it is said to move."
    assert "`view: {turn: 34, height: 8}` shows 78% of it" in problem.hint
    assert (problem.place, problem.level) == (HERE, Level.WARNING)


def test_where_no_view_helps_none_is_proposed() -> None:
    problem = hidden(Phrase("arm_r", HERE), "reach", 0.1, None, 0.0)

    assert "view" not in problem.hint
    assert problem.hint


def test_an_arrow_along_no_way_is_told_what_moves() -> None:
    arrow = Arrow(Phrase("toe_r", HERE), Phrase("low"), Phrase("high"), Phrase("high"))
    problem = hardly_moves(arrow, 3.2, "heel_r", 84.4)

    assert problem.sentence.endswith("which moves 3 mm on the page from `low` to `high`.")
    assert problem.hint.endswith("`follows: heel_r` goes 84 mm.")
    assert (problem.place, problem.level) == (HERE, Level.WARNING)
