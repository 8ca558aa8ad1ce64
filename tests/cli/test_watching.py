"""Waiting for saves, driven by a feed of what is seen; nothing here waits."""

from __future__ import annotations

import shutil
from collections import deque
from itertools import chain, repeat
from pathlib import Path

import pytest

from publisher.cli import watching
from publisher.cli.voice import Voice
from publisher.cli.watching import again, libraries, looking, saves
from publisher.problems import InputError, Problem

CALM, SAVED, DELETED = {"a": (1, 1, 1)}, {"a": (2, 1, 1)}, {}


def told(*seen, most: int = 10) -> list[frozenset[str]]:
    """What is told while these are seen one after another, and the last for ever."""
    feed = chain(seen, repeat(seen[-1]))
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) > len(seen) + most:
            raise KeyboardInterrupt

    changes: list[frozenset[str]] = []
    with pytest.raises(KeyboardInterrupt):
        deque(map(changes.append, saves(lambda: next(feed), wait)), maxlen=0)
    return changes


def test_the_first_time_is_at_once_and_then_nothing_until_a_save() -> None:
    assert told(CALM) == [frozenset({"a"})]
    assert told(CALM, CALM, SAVED, SAVED) == [frozenset({"a"})] * 2
    assert told({}) == [frozenset()]


def test_a_save_in_several_steps_is_told_once_when_it_has_come_to_rest() -> None:
    assert told(CALM, DELETED, SAVED, SAVED) == [frozenset({"a"})] * 2


def test_a_file_that_is_replaced_and_looks_the_same_again_is_no_save() -> None:
    assert told(CALM, DELETED, CALM, CALM) == [frozenset({"a"})]


def test_what_is_made_and_what_is_deleted_is_told() -> None:
    both = {**CALM, "b": (1, 1, 2)}

    assert told(CALM, both, both, CALM, CALM) == [frozenset({"a"}), frozenset({"b"}), frozenset({"b"})]


def test_an_editor_that_never_rests_is_not_waited_for_for_ever() -> None:
    restless = [{"a": (time, 1, 1)} for time in range(3 * watching.MOST_LOOKS)]

    assert 2 <= len(told(*restless)) <= 5


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "cards/deep").mkdir(parents=True)
    (tmp_path / "cards/deep/plank.yaml").write_text("id: plank\n", "utf-8")
    return tmp_path


def seen(folder: Path) -> set[str]:
    return {Path(path).name for path in looking(lambda: [folder / "cards"], folder / "surefoot.toml")()}


def test_only_what_can_be_read_is_looked_at(library: Path) -> None:
    for name in (".plank.yaml.swp", "plank.yaml~", "4913", ".hidden.yaml", "plank.pdf"):
        (library / "cards" / name).write_text("x", "utf-8")
    assert seen(library) == {"cards", "plank.yaml"}

    (library / "surefoot.toml").write_text("", "utf-8")
    assert seen(library) == {"cards", "plank.yaml", "surefoot.toml"}


def test_a_save_by_rename_a_deleted_file_and_a_folder_that_goes_and_comes_back_are_seen(library: Path) -> None:
    look = looking(lambda: [library / "cards"])
    before = look()
    (library / "new").write_text("id: plank\n", "utf-8")
    (library / "new").replace(library / "cards/deep/plank.yaml")
    renamed = look()
    shutil.move(library / "cards", library / "gone")
    gone = look()
    shutil.move(library / "gone", library / "cards")

    assert before != renamed
    assert gone == {}
    assert look() == renamed


def test_an_empty_folder_that_goes_is_seen(library: Path) -> None:
    shutil.rmtree(library / "cards/deep")
    before = seen(library)
    shutil.rmtree(library / "cards")

    assert before != seen(library)


def test_a_folder_that_holds_itself_is_looked_at_once(library: Path) -> None:
    (library / "cards/again").symlink_to(library / "cards")

    assert seen(library) == {"cards", "plank.yaml"}


def test_what_is_wrong_is_told_and_the_next_save_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(watching, "saves", lambda _look: iter([frozenset("a"), frozenset("abcde")]))
    acts = iter([Problem("tab", "there is a tab.")])

    def act() -> None:
        for problem in acts:
            raise InputError([problem])

    with pytest.raises(KeyboardInterrupt):
        again(Voice(), dict, act, "a card")
    said = capsys.readouterr()
    assert said.err == "surefoot: there is a tab.\n"
    assert said.out.splitlines() == [
        "Waiting for a card to be saved; Ctrl-C stops.",
        "Changed: a, b, c and 2 more",
        "Waiting for a card to be saved; Ctrl-C stops.",
    ]


def test_libraries_are_ours_and_those_laid_over_it_and_the_settings_of_the_reader(tmp_path: Path) -> None:
    folders = list(libraries([tmp_path]))

    assert folders[2:4] == [tmp_path / "cards", tmp_path / "assets"]
    assert (folders[0] / "strength/plank.yaml").is_file()
    assert len(folders) == 5
