"""Answers held against the library: which files change, and what stops it before any does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.library import read_library
from publisher.library.review_taking import Taken, read_results, take
from publisher.problems import InputError, UsageError
from publisher.reviews import Standing, seal, standing
from tests.factories import the_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = "2026-12-01"
HEAD = "reviewer: Ana Silva\nrole: physiotherapist\ndate: 2026-11-30\nnext: 2028-11-30\ncards:\n"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of my own in the current folder, with a card of its own and a change to one of ours."""
    monkeypatch.chdir(tmp_path)
    cards = tmp_path / "mine/cards"
    cards.mkdir(parents=True)
    (cards / "bridge.yaml").write_text("extends: hip-bridge\n# for my group\ncue: Press your heels down.\n", "utf-8")
    return tmp_path / "mine"


@pytest.fixture
def taking(mine: Path) -> Callable[..., Taken]:
    """Take these answers, such as `plank="yes"`; a seal stands behind a comma where it is not the right one."""

    def run(**answers: str) -> Taken:
        library = read_library([mine])
        lines = []
        for name, answer in ((name.replace("_", "-"), answer) for name, answer in answers.items()):
            said, _, other = answer.partition(",")
            right = seal(library.cards[name], library) if name in library.cards else "bbbb-cccc"
            lines.append(f"  {name}: {{answer: {said}, seal: {other or right}}}\n")
        path = mine.parent / "answers.yaml"
        path.write_text(HEAD + "".join(lines), encoding="utf-8")
        taken = take(read_results(path), library, mine, TODAY)
        for name, content in taken.files.items():
            (mine / name).parent.mkdir(exist_ok=True)
            (mine / name).write_bytes(content)
        return taken

    return run


def test_a_file_that_is_not_there_is_told_with_the_one_that_may_be_meant(mine: Path) -> None:
    (mine.parent / "answers.yaml").touch()

    with pytest.raises(UsageError, match="there is no such file") as near:
        read_results(mine.parent / "answer.yaml")
    with pytest.raises(UsageError) as far:
        read_results(mine.parent / "nowhere/results.yaml")

    assert near.value.problems[0].hint == "Did you mean `answers.yaml`?"
    assert far.value.problems[0].hint.endswith("surefoot review form")


def test_an_empty_file_is_told_a_field_that_it_may_begin_with(mine: Path) -> None:
    (mine.parent / "answers.yaml").touch()

    with pytest.raises(InputError) as caught:
        read_results(mine.parent / "answers.yaml")

    assert caught.value.problems[0].hint == "Start with a field, such as `reviewer: Ana Silva`."


def names(error: InputError) -> list[str]:
    return [problem.name for problem in error.problems]


def standing_of(name: str, mine: Path) -> Standing:
    return standing(read_library([mine]).cards[name].review, TODAY)


def test_a_built_in_card_is_signed_in_a_file_that_extends_it(taking, mine: Path) -> None:
    assert list(taking(plank="yes").files) == ["cards/reviews/plank.yaml"]

    assert standing_of("plank", mine) is Standing.HOLDS
    assert read_library([mine]).cards["plank"].body == the_library().cards["plank"].body


def test_a_card_of_my_own_is_signed_in_its_file(taking, mine: Path) -> None:
    assert list(taking(hip_bridge="yes").files) == ["cards/bridge.yaml"]

    assert standing_of("hip-bridge", mine) is Standing.HOLDS
    assert (mine / "cards/bridge.yaml").read_text("utf-8").startswith("extends: hip-bridge\n# for my group\ncue: Press")


def test_a_signature_is_renewed_where_it_stands(taking, mine: Path) -> None:
    taking(plank="yes")
    assert list(taking(plank="yes").files) == ["cards/reviews/plank.yaml"]
    assert standing_of("plank", mine) is Standing.HOLDS


@pytest.mark.parametrize("answer", ["no", "change"])
def test_a_card_that_is_not_approved_loses_its_signature_and_is_named(taking, mine: Path, answer: str) -> None:
    assert taking(plank=answer).files == {}
    taking(plank="yes")

    taken = taking(plank=answer)
    assert [str(card.id) for card, _ in taken.refused] == ["plank"]
    assert standing_of("plank", mine) is Standing.AWAITED


def test_a_signature_breaks_when_the_card_changes_under_it(taking, mine: Path) -> None:
    taking(hip_bridge="yes")
    path = mine / "cards/bridge.yaml"
    path.write_text(path.read_text("utf-8").replace("heels down", "heels into the floor"), "utf-8")

    assert standing_of("hip-bridge", mine) is Standing.CHANGED


def test_a_card_without_an_answer_waits(taking, mine: Path) -> None:
    taken = taking(plank="yes", dead_bug="")

    assert [str(card.id) for card in taken.waiting] == ["dead-bug"]
    assert standing_of("dead-bug", mine) is Standing.AWAITED


def test_all_that_is_wrong_is_told_and_nothing_is_given_to_write(taking) -> None:
    with pytest.raises(InputError) as caught:
        taking(plank="yes", plnak="yes", dead_bug="yes,bbbb-cccc", bird_dog="no,bbbb-cccc")

    assert sorted(names(caught.value)) == ["changed-review", "unknown-card"]
    assert "Did you mean `plank`?" in "".join(problem.hint for problem in caught.value.problems)


def test_answers_for_no_card_are_told(taking) -> None:
    with pytest.raises(InputError) as caught:
        taking(plank="")

    assert names(caught.value) == ["no-answers"]


def test_a_review_of_tomorrow_is_told(mine: Path) -> None:
    path = mine.parent / "answers.yaml"
    path.write_text(HEAD + "  plank: {answer: no, seal: bbbb-cccc}\n", "utf-8")

    with pytest.raises(InputError) as caught:
        take(read_results(path), the_library(), mine, "2026-11-29")
    assert names(caught.value) == ["review-to-come"]


def test_a_file_that_is_in_the_way_is_not_written_over(taking, mine: Path) -> None:
    (mine / "cards/reviews").mkdir()
    (mine / "cards/reviews/plank.yaml").write_text("extends: dead-bug\nlevel: 3\n", "utf-8")

    with pytest.raises(InputError) as caught:
        taking(plank="yes")
    assert names(caught.value) == ["already-there"]
