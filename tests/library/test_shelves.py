from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from publisher.library.shelves import read_shelf, shown
from publisher.problems import MachineError, Place
from tests.library.writing import CALF_RAISE, SMALL, a_library

if TYPE_CHECKING:
    from pathlib import Path


def found(folder: Path) -> list[str]:
    shelf = read_shelf(folder)
    return [os.path.relpath(node.file, folder) for nodes in shelf.files.values() for node in nodes]


def told(folder: Path) -> list[str]:
    return [problem.name for problem in read_shelf(folder).problems]


def test_files_are_found_in_any_folder_and_in_one_order(tmp_path: Path) -> None:
    files = {f"cards/{name}.yaml": CALF_RAISE for name in ("b/z", "b/a", "a", "c/d/e")}
    a_library(tmp_path, files)

    assert sorted(found(tmp_path)) == found(tmp_path) == sorted(files)


def test_other_files_are_none_of_our_business(tmp_path: Path) -> None:
    a_library(tmp_path, {"cards/a.yml": CALF_RAISE, "cards/notes.txt": "x", "cards/.b.yaml": "x", "cards/c.yaml~": "x"})

    assert found(tmp_path) == ["cards/a.yml"]
    assert told(tmp_path) == []


def test_publications_and_sources_are_not_cards(tmp_path: Path) -> None:
    a_library(tmp_path, {**SMALL, "cards/publications/deck.yaml": "id: deck\n"})
    shelf = read_shelf(tmp_path)

    assert {name: len(nodes) for name, nodes in shelf.files.items()} == {
        "cards": 1, "cards/publications": 1, "cards/sources.yaml": 1, "assets/words": 1,
    }  # fmt: skip


def test_a_folder_that_is_no_library_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == ["no-library"]
    assert told(tmp_path / "nowhere") == ["no-library"]


@pytest.mark.parametrize("kind", ["file", "folder", "parent"])
def test_a_link_out_of_the_library_is_not_followed(tmp_path: Path, kind: str) -> None:
    secret = a_library(tmp_path / "library-evil", {"cards/secret.yaml": CALF_RAISE})
    library = a_library(tmp_path / "library", {"cards/a.yaml": CALF_RAISE})
    target = {"file": secret / "cards/secret.yaml", "folder": secret / "cards", "parent": tmp_path}[kind]
    (library / "cards/link.yaml").symlink_to(target)

    assert told(library) == ["outside-library"]
    assert found(library) == ["cards/a.yaml"]


def test_the_folder_of_cards_itself_may_not_lead_out(tmp_path: Path) -> None:
    secret = a_library(tmp_path / "other", {"cards/secret.yaml": CALF_RAISE})
    (tmp_path / "library").mkdir()
    (tmp_path / "library/cards").symlink_to(secret / "cards")

    assert told(tmp_path / "library") == ["outside-library"]


def test_a_link_inside_the_library_is_a_file_like_any_other(tmp_path: Path) -> None:
    a_library(tmp_path, {"cards/a.yaml": CALF_RAISE})
    (tmp_path / "cards/b.yaml").symlink_to(tmp_path / "cards/a.yaml")

    assert found(tmp_path) == ["cards/a.yaml", "cards/b.yaml"]


def test_folders_that_lead_round_in_a_circle_end(tmp_path: Path) -> None:
    a_library(tmp_path, {"cards/a.yaml": CALF_RAISE})
    (tmp_path / "cards/again").symlink_to(tmp_path / "cards")

    assert found(tmp_path) == ["cards/a.yaml"]


def test_a_pipe_is_neither_read_nor_waited_for(tmp_path: Path) -> None:
    a_library(tmp_path, {"cards/a.yaml": CALF_RAISE})
    os.mkfifo(tmp_path / "cards/pipe.yaml")

    assert told(tmp_path) == ["not-a-file"]


def test_a_file_that_the_machine_will_not_open_is_not_the_authors_fault(tmp_path: Path) -> None:
    a_library(tmp_path, {"cards/a.yaml": CALF_RAISE})
    (tmp_path / "cards/loop.yaml").symlink_to(tmp_path / "cards/loop.yaml")

    with pytest.raises(MachineError) as caught:
        read_shelf(tmp_path)
    assert [problem.name for problem in caught.value.problems] == ["unreadable-file"]


def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_library(tmp_path, {"cards/a.yaml": CALF_RAISE})

    def locked(_folder: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", locked)
    with pytest.raises(MachineError) as caught:
        read_shelf(tmp_path)

    (problem,) = caught.value.problems
    assert problem.sentence == "this folder cannot be read: permission denied."
    assert problem.place == Place(shown(tmp_path / "cards"))


def test_what_cannot_be_read_is_kept_beside_what_can(tmp_path: Path) -> None:
    a_library(tmp_path, {"cards/a.yaml": CALF_RAISE, "cards/b.yaml": "- x\n", "cards/c.yaml": ""})

    assert found(tmp_path) == ["cards/a.yaml"]
    assert told(tmp_path) == ["not-fields", "empty-file"]


def test_a_path_is_told_from_where_the_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert shown(tmp_path / "cards/a.yaml") == "cards/a.yaml"
    assert shown(tmp_path.parent / "b.yaml") == str(tmp_path.parent / "b.yaml")
