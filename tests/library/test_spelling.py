from __future__ import annotations

import pytest

from publisher.library.spelling import country_code, did_you_mean, listed, nearest
from tests.factories import the_words


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


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("DE", "DE"),
        ("germany", "DE"),
        ("The Netherlands", "NL"),
        ("holland", "NL"),
        ("U.S.A.", "US"),
        ("Northern Ireland", "GB"),
        ("Ireland", "IE"),
        ("Europe", "112"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_is_found_by_its_code_and_by_its_names(said: str, code: str | None) -> None:
    assert country_code(said, the_words().country_names()) == code
