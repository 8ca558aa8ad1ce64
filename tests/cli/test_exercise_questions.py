"""The questions of `surefoot new exercise` cover a card, and are flags as well."""

from __future__ import annotations

from publisher.cli.exercise_questions import GROUPS, QUESTIONS
from publisher.library.card_shapes import BODIES, COMMON
from publisher.library.drafting import doubts, field_at
from publisher.model.card import Kind, Movement

OURS = {"id", "kind", "group", "number", "evidence"}  # found by the program, or usual


def test_everything_that_a_card_needs_is_asked_or_found() -> None:
    needed = {field.name for field in (*COMMON, *BODIES[Kind.EXERCISE][1]) if field.needed}
    given = {question.path[0] for question in QUESTIONS if question.needed or question.usual}

    assert needed - OURS <= given
    assert all(question.asked for question in QUESTIONS if question.needed)


def test_what_is_usual_is_what_the_reader_takes() -> None:
    usual = [(question.path, answer) for question in QUESTIONS for answer in question.usual]

    assert [doubts(path, answer) for path, answer in usual if doubts(path, answer)] == []


def test_each_question_is_one_flag_with_help() -> None:
    flags = [question.flag for question in QUESTIONS]
    options = [question.option() for question in QUESTIONS]

    assert len(set(flags)) == len(flags)
    assert [option.name for option in options] == [question.name for question in QUESTIONS]
    assert all(option.help.endswith((".", "]")) for option in options)


def test_lists_take_several_answers_and_words_are_offered() -> None:
    by_flag = {question.flag: question for question in QUESTIONS}

    assert [by_flag[flag].several for flag in ("--title", "--step", "--see", "--stop-if", "--rest")] == [1, 7, 6, 6, 1]
    assert "lying-back" in by_flag["--position"].choices
    assert by_flag["--kind"].choices == tuple(kind.value for kind in GROUPS)
    assert by_flag["--title"].choices == ()


def test_the_kinds_are_those_that_move() -> None:
    assert set(GROUPS) == {kind for kind in Kind if BODIES[kind][0] is Movement}
    assert field_at(("kind",)).needed
