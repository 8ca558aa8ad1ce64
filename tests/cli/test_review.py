"""A review from the sheet to the signed card, as a person goes through it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher.files import write_together
from publisher.problems import MachineError


@pytest.fixture
def answers(surefoot):
    """A form for two cards, filled in."""
    Path("mine/cards").mkdir(parents=True)
    surefoot("review", "form", "plank", "bird-dog")
    text = Path("answers.yaml").read_text("utf-8")
    text = text.replace("reviewer:  ", "reviewer: Ana Silva ").replace("date:  ", "date: 2026-03-05 ")
    text = text.replace("next:  ", "next: 2028-03-05 ").replace("answer:  ", "answer: yes ", 1)
    text = text.replace("answer:  ", "answer: change ").replace("note:\n    seal", "note: Which hand?\n    seal")
    Path("answers.yaml").write_text(text, "utf-8")
    return lambda *words: surefoot(
        "review", "take", "answers.yaml", "--library", "mine", "--today", "2026-04-01", *words
    )


def test_a_sheet_is_printed_for_the_cards_that_are_named(surefoot) -> None:
    said = surefoot("review", "sheet", "plank", "--paper", "letter")

    assert said.out.startswith("out/review-sheet.pdf   1 page")
    assert Path("out/review-sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_form_is_not_written_over(surefoot) -> None:
    assert surefoot("review", "form", "plank").out.splitlines()[0] == "answers.yaml"
    before = Path("answers.yaml").read_bytes()

    said = surefoot("review", "form", "dead-bug")
    assert said.code == 2
    assert "already there" in said.err
    assert Path("answers.yaml").read_bytes() == before


def test_answers_are_taken_into_the_library_and_told(answers, surefoot) -> None:
    said = answers()

    assert said.out == (
        "Signed by Ana Silva (1): plank\nNot signed, change: bird-dog. Which hand?\nmine/cards/reviews/plank.yaml\n"
    )
    assert (said.code, said.err) == (0, "")
    lines = surefoot("show", "plank", "--library", "mine").out.splitlines()
    assert lines[-1].startswith("Reviewed by Ana Silva, physiotherapist, 5 March 2026")


def test_programs_get_the_answers_as_json(answers) -> None:
    found = json.loads(answers("--json").out)

    assert found["signed"] == ["plank"]
    assert found["refused"] == [{"id": "bird-dog", "answer": "change", "note": "Which hand?"}]
    assert [Path(path).name for path in found["files"]] == ["plank.yaml"]


def test_wrong_answers_change_nothing(answers) -> None:
    path = Path("answers.yaml")
    path.write_text(path.read_text("utf-8").replace("seal: ", "seal: bbbb-cccc # "), "utf-8")

    said = answers()
    assert said.code == 1
    assert "no longer says what was looked at" in said.err
    assert list(Path("mine/cards").iterdir()) == []


def test_a_disk_that_is_full_leaves_every_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/a.yaml").write_text("old", "utf-8")

    def full(*_arguments: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("publisher.files.os.write", full)
    with pytest.raises(MachineError):
        write_together(tmp_path, {"cards/a.yaml": b"new", "cards/b.yaml": b"new"})
    assert (tmp_path / "cards/a.yaml").read_text("utf-8") == "old"
    assert [path.name for path in (tmp_path / "cards").iterdir()] == ["a.yaml"]


@pytest.mark.usefixtures("answers")
def test_a_review_needs_a_library_of_ones_own(surefoot) -> None:
    said = surefoot("review", "take", "answers.yaml")

    assert said.code == 2
    assert "--library my-cards" in said.err


def test_a_release_stops_at_a_review_that_is_overdue(answers, surefoot, monkeypatch: pytest.MonkeyPatch) -> None:
    answers()
    deck = Path("mine/cards/publications/deck.yaml")
    deck.parent.mkdir()
    deck.write_text("id: deck\ntitle: Deck\nlayout: pocket\nsize: poker\ncards: [plank, dead-bug]\n", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1830297600")  # 1 January 2028
    released = surefoot("build", "deck", "--library", "mine", "--release")
    assert released.code == 0
    assert "1 of 2 cards awaits a first review." in released.err

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1861920000")  # 1 January 2029
    late = surefoot("build", "deck", "--library", "mine", "--release", "--out", "late")
    assert late.code == 1
    assert late.err.startswith("mine/cards/reviews/plank.yaml:")
    assert not Path("late").exists()
    assert surefoot("build", "deck", "--library", "mine").code == 0


@pytest.mark.parametrize("text", ["cue: Push through the pain.", "purpose: We can't say."])
def test_a_release_stops_at_what_the_check_calls_an_error(surefoot, text: str) -> None:
    cards = Path("mine/cards")
    (cards / "publications").mkdir(parents=True)
    (cards / "plank.yaml").write_text(f"extends: plank\n{text}\n", "utf-8")
    (cards / "publications/deck.yaml").write_text(
        "id: deck\ntitle: Deck\nlayout: pocket\nsize: poker\ncards: [plank]\n", "utf-8"
    )

    said = surefoot("build", "deck", "--library", "mine", "--release")
    assert said.code == 1
    assert said.err.startswith("mine/cards/plank.yaml:2:")
    assert not Path("out").exists()
    assert surefoot("build", "deck", "--library", "mine").code == 0
