from __future__ import annotations

from publisher.library.spelling import did_you_mean, listed, nearest


def test_a_near_miss_is_recognised() -> None:
    assert nearest("rep", ["sets", "reps", "rest"]) == "reps"
    assert nearest("Plank", ["plank", "side-plank"]) == "plank"
    assert nearest("xyz", ["sets", "reps"]) is None


def test_a_question_is_asked_only_when_there_is_an_answer() -> None:
    assert did_you_mean("rep", ["reps"]) == "Did you mean `reps`? "
    assert did_you_mean("xyz", ["reps"]) == ""


def test_words_are_listed_as_people_write_them() -> None:
    assert listed(["a"]) == "`a`"
    assert listed(["a", "b", "c"]) == "`a`, `b` or `c`"
