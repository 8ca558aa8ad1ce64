"""One figure file, wherever it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.library import built_in
from publisher.library.figure_file import read_figure
from publisher.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = "id: calf-raise\nname: Calf raise\nposes:\n  up:\n    joints: {wrist: 85}\n    contacts: [ball: floor]\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "calf-raise.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_alone_is_a_figure(tmp_path: Path) -> None:
    found = read_figure(written(tmp_path, WHOLE), ())

    assert found.figure.id == "calf-raise"
    assert [contact.part for contact in found.figure.poses["up"].contacts] == ["ball_r", "ball_l"]


def test_what_is_doubtful_comes_with_it_unless_it_is_meant(tmp_path: Path) -> None:
    doubted = read_figure(written(tmp_path, WHOLE), ())
    meant = read_figure(written(tmp_path, f"{WHOLE}beyond: [wrist]\n"), ())

    assert [problem.name for problem in doubted.warnings] == ["angle-beyond-norm"]
    assert meant.warnings == ()
    assert meant.beyond == {"wrist"}


def test_a_file_can_change_one_of_ours(tmp_path: Path) -> None:
    change = written(tmp_path, "extends: squat\nview: {turn: 40, height: 8}\n")
    found = read_figure(change, (built_in(),))

    assert found.figure.view.turn == 40
    assert "low" in found.figure.poses


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (WHOLE.replace("ball", "bal"), "unknown-landmark"),
        ("extends: sqat\nview: {turn: 40}\n", "extends-nothing"),
        ("poses: {", "not-yaml"),
        ("", "empty-file"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, name: str) -> None:
    with pytest.raises(InputError) as raised:
        read_figure(written(tmp_path, text), (built_in(),))

    assert [problem.name for problem in raised.value.problems] == [name]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_figure(tmp_path / "calf-raise.yaml", ())

    assert [problem.name for problem in raised.value.problems] == ["no-such-file"]
