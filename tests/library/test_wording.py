from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.problems import Phrase
from tests.library.writing import SMALL, a_library, problems_of, read

if TYPE_CHECKING:
    from pathlib import Path

REGION = {"assets/words/en-GB.yaml": "dose:\n  rest: break\n"}


def test_a_region_differs_only_where_it_says_so(tmp_path: Path) -> None:
    a_library(tmp_path, {**SMALL, **REGION})

    assert read(tmp_path).words == {"language": "en", "dose": {"sets": "sets", "rest": "rest"}}
    assert read(tmp_path, language="en-GB").words == {"language": "en", "dose": {"sets": "sets", "rest": "break"}}


def test_words_keep_their_place(tmp_path: Path) -> None:
    word = read(a_library(tmp_path, SMALL)).words["language"]

    assert isinstance(word, Phrase)
    assert word.place is not None
    assert word.place.line == 1


def test_a_library_changes_single_words(tmp_path: Path) -> None:
    base = a_library(tmp_path / "base", {**SMALL, **REGION})
    over = a_library(tmp_path / "over", {"assets/words/en.yaml": "dose:\n  rest: pause\n"})

    assert read(base, over, language="en-GB").words["dose"] == {"sets": "sets", "rest": "pause"}


def test_a_language_that_nobody_wrote_is_told(tmp_path: Path) -> None:
    (problem,) = problems_of(a_library(tmp_path, SMALL), language="fr")

    assert problem.name == "unknown-language"
    assert problem.hint == "Write one of `en`."


def test_words_are_not_lists(tmp_path: Path) -> None:
    a_library(tmp_path, {**SMALL, "assets/words/en.yaml": "language: [a, b]\n"})

    assert [problem.name for problem in problems_of(tmp_path)] == ["wrong-type"]
