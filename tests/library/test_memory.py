from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.library import read_library
from publisher.library.memory import Memory
from publisher.problems import InputError
from tests.factories import the_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine/cards").mkdir(parents=True)
    return tmp_path / "mine"


def write(mine: Path, text: str) -> None:
    (mine / "cards/plank.yaml").write_text(text, "utf-8")


def test_what_has_not_changed_is_the_very_same_value(mine: Path) -> None:
    memory = Memory()
    write(mine, "extends: plank\ncue: Hold it.\n")
    before = read_library([mine], memory=memory)
    write(mine, "extends: plank\ncue: Hold it still.\n")
    after = read_library([mine], memory=memory)

    assert after.cards["plank"].body.cue == "Hold it still."
    assert all(after.cards[name] is card for name, card in before.cards.items() if name != "plank")
    assert all(after.figures[name] is figure for name, figure in before.figures.items())


def test_a_reading_from_memory_is_a_reading(mine: Path) -> None:
    memory = Memory()
    write(mine, "extends: plank\ncue: Hold it.\n")
    for _ in range(3):
        found = read_library([mine], memory=memory)

    assert found == read_library([mine])
    (mine / "cards/plank.yaml").unlink()
    assert read_library([mine], memory=memory).cards == the_library().cards


def test_what_is_wrong_is_told_each_time_until_it_is_mended(mine: Path) -> None:
    memory = Memory()
    for text, name in (("extends: plank\ncue: [x\n", "not-yaml"), ("extends: plank\nlevel: 9\n", "out-of-range")):
        write(mine, text)
        for _ in range(2):
            with pytest.raises(InputError) as caught:
                read_library([mine], memory=memory)
            assert [problem.name for problem in caught.value.problems] == [name]
    write(mine, "extends: plank\nlevel: 2\n")
    assert read_library([mine], memory=memory).cards["plank"].level == 2


def test_places_follow_lines_that_move(mine: Path) -> None:
    memory = Memory()
    write(mine, "extends: plank\ncue: Hold it.\n")
    read_library([mine], memory=memory)
    write(mine, "# more\n\nextends: plank\ncue: Hold it.\n")

    assert read_library([mine], memory=memory).cards["plank"].body.cue.place.line == 4
