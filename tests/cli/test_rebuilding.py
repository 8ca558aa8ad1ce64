"""`build --watch` and `check --watch`, driven by a feed of saves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publisher.cli import watching

DECK = "id: deck\ntitle: Deck\nlayout: pocket\nsize: poker\ncards: [plank, dead-bug]\n"
PLANK = Path("mine/cards/plank.yaml")


@pytest.fixture
def while_saving(surefoot, monkeypatch: pytest.MonkeyPatch):
    """Type a command that watches; each step is done between two looks, then somebody presses Ctrl-C."""
    (PLANK.parent / "publications").mkdir(parents=True)
    (PLANK.parent / "publications/deck.yaml").write_text(DECK, "utf-8")
    save("Hold it.")

    def run(steps, *words: str):
        def saves(_look):
            yield frozenset()
            for step in steps:
                step()
                yield frozenset({str(PLANK)})

        monkeypatch.setattr(watching, "saves", saves)
        return surefoot(*words, "--watch", "--library", "mine")

    return run


def save(cue: str) -> None:
    PLANK.write_text(f"extends: plank\ncue: {cue}\n", "utf-8")


def out() -> bytes:
    return Path("out/deck.pdf").read_bytes()


def test_a_save_is_built_and_ctrl_c_ends_it(while_saving) -> None:
    made = []
    said = while_saving([lambda: made.append(out()) or save("Hold it still.")], "build", "deck")

    assert said.code == 130
    assert [line.split("  ")[0] for line in said.out.splitlines()] == [
        "out/deck.pdf",
        "Waiting for a card, a picture or a setting to be saved; Ctrl-C stops.",
        "Changed: mine/cards/plank.yaml",
        "out/deck.pdf",
        "Waiting for a card, a picture or a setting to be saved; Ctrl-C stops.",
    ]
    assert made[0] != out()


def test_a_mistake_is_told_at_its_place_and_the_old_file_stays(while_saving, surefoot) -> None:
    made = []
    steps = [lambda: made.append(out()) or save("[x"), lambda: made.append(out()) or save("Fine.")]
    said = while_saving(steps, "build", "deck")

    assert said.err.startswith("mine/cards/plank.yaml:2:6: ")
    assert made[0] == made[1] != out()
    assert surefoot("build", "deck", "--library", "mine", "--out", "anew").code == 0
    assert out() == Path("anew/deck.pdf").read_bytes()


def test_a_save_that_changes_no_page_writes_nothing(while_saving) -> None:
    said = while_saving([lambda: PLANK.write_text("# mine\n" + PLANK.read_text("utf-8"), "utf-8")], "build", "deck")

    assert "No page has changed." in said.out
    assert said.out.count("out/deck.pdf") == 1


def test_a_library_that_vanishes_and_comes_back_is_built_again(while_saving) -> None:
    steps = [lambda: shutil.move("mine", "gone"), lambda: shutil.move("gone", "mine"), lambda: save("Back again.")]
    said = while_saving(steps, "build", "deck")

    assert "`mine` is not a folder" in said.err
    assert said.out.count("out/deck.pdf") == 2


def test_a_file_that_somebody_deletes_is_written_again(while_saving) -> None:
    said = while_saving([lambda: Path("out/deck.pdf").unlink()], "build", "deck")

    assert said.out.count("out/deck.pdf") == 2
    assert Path("out/deck.pdf").exists()


def test_settings_are_read_again(while_saving) -> None:
    made = []
    steps = [lambda: made.append(out()) or Path("surefoot.toml").write_text('paper = "letter"\n', "utf-8")]
    while_saving(steps, "build", "deck")

    assert made[0] != out()


def test_checking_tells_each_time_what_it_finds(while_saving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.rules.broken", lambda *_: iter(()))
    said = while_saving([lambda: save("[x"), lambda: save("Fine.")], "check", "plank")

    assert said.code == 130
    assert said.out.count("All is well") == 2
    assert said.err.startswith("mine/cards/plank.yaml:2:6: ")
    assert not Path("out").exists()
