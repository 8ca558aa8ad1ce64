from __future__ import annotations

import pytest

from publisher.problems import Place
from publisher.vectors.complaints import NotTakenError, not_taken


@pytest.mark.parametrize(("element", "advice"), [("text", "paths"), ("style", "Plain SVG"), ("use", "clones")])
def test_what_is_refused_comes_with_what_to_do(element: str, advice: str) -> None:
    assert f"`{element}`" in not_taken(element).sentence
    assert advice in not_taken(element).hint


def test_a_name_that_could_be_anything_is_not_repeated() -> None:
    assert "x" * 31 not in not_taken("x" * 31).sentence


def test_a_complaint_becomes_a_problem_of_a_file_that_is_told_later() -> None:
    assert NotTakenError("a").problem(3, 4).place == Place("", 3, 4)
    assert NotTakenError("a").problem().place is None
