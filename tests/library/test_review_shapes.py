"""The results file of a review: everything that is wrong with it, each at its place."""

from __future__ import annotations

import pytest

from publisher.library.reading import read_tree
from publisher.library.review_shapes import RESULTS
from publisher.library.shapes import Refused
from publisher.model.review import Answer, Results
from publisher.problems import InputError, Place, Problem

GOOD = """\
reviewer: Ana Silva
role: physiotherapist
registration: 12345
date: 2026-11-30
next: 2028-11-30
cards:
  plank: {seal: kbtd-mxqr, answer: yes}
  bird-dog: {seal: bbbb-cccc, answer: change, note: Say which hand.}
  dead-bug: {seal: bbbb-cccd}
"""


def results(text: str) -> Results:
    return RESULTS.read(read_tree(text.encode(), "answers.yaml"))


def problems(text: str) -> list[Problem]:
    with pytest.raises((Refused, InputError)) as caught:
        results(text)
    return list(caught.value.problems)


def test_a_good_file_is_read() -> None:
    found = results(GOOD)

    assert (found.reviewer, found.registration, found.next) == ("Ana Silva", "12345", "2028-11-30")
    assert [answered.answer for answered in found.cards.values()] == [Answer.YES, Answer.CHANGE, None]
    assert found.cards["bird-dog"].note == "Say which hand."


@pytest.mark.parametrize(
    ("was", "now", "name", "line"),
    [
        ("2026-11-30", "2026-02-30", "not-a-date", 4),
        ("2028-11-30", "2026-11-30", "next-before-date", 5),
        ("2028-11-30", "2025-11-30", "next-before-date", 5),
        ("answer: yes", "answer: yse", "unknown-choice", 7),
        ("answer: yes", "anwser: yes", "unknown-field", 7),
        ("kbtd-mxqr", "kbtd", "not-a-seal", 7),
        ("seal: kbtd-mxqr, ", "", "missing-field", 7),
        ("bird-dog", "plank", "duplicate-field", 8),
        ("reviewer: Ana Silva", "reviewer:", "no-value", 1),
        ("role: physiotherapist\n", "", "missing-field", 1),
    ],
)
def test_what_is_wrong_is_told_at_its_place(was: str, now: str, name: str, line: int) -> None:
    [problem] = problems(GOOD.replace(was, now, 1))

    assert (problem.name, problem.place.line) == (name, line)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    text = GOOD.replace("2026-11-30", "soon").replace("kbtd", "aeio").replace("change", "chnage")

    assert {problem.place.line for problem in problems(text)} == {4, 7, 8}
    assert any("`change`" in problem.hint for problem in problems(text))


def test_cards_without_answers_are_a_group_of_fields() -> None:
    [problem] = problems(GOOD.partition("cards:")[0] + "cards:\n")

    assert problem.place == Place("answers.yaml", 6, 7)
