"""A programme in a file of its own, held against the cards that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.library.programme_files import read_programme
from publisher.problems import InputError
from tests.factories import the_library

if TYPE_CHECKING:
    from pathlib import Path

MINE = "id: mine\ntitle: Mine\npurpose: Strong legs.\nexercises:\n"


def wrong(folder: Path, text: str) -> list[str]:
    (folder / "mine.yaml").write_text(MINE + text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_programme(folder / "mine.yaml", the_library())
    return [problem.name for problem in caught.value.problems]


def test_a_programme_is_read(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE + "  - plank\n", encoding="utf-8")

    assert [each.card for each in read_programme(tmp_path / "mine.yaml", the_library()).exercises] == ["plank"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  - plonk\n", "unknown-card"),
        ("  - {card: plank, side: left}\n", "side-without-sides"),
        ("  - plank\nclinic: nowhere\n", "unknown-clinic"),
        ("  - plank\nsources: [nobody-1900]\n", "unknown-source"),
        ("  - plank\nexercise: plank\n", "unknown-field"),
    ],
)
def test_what_names_nothing_is_told(tmp_path: Path, text: str, name: str) -> None:
    assert wrong(tmp_path, text) == [name]
