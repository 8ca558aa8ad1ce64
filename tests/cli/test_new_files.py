"""Where new files go."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.cli.new_files import FIRST_NUMBER, free_number, library_of, modeline, target
from publisher.problems import UsageError
from tests.factories import the_library


def test_a_file_belongs_to_the_library_round_its_cards() -> None:
    assert library_of(Path("ours/cards/legs/wall-sit.yaml")) == Path("ours")
    assert library_of(Path("cards/wall-sit.yaml")) == Path()
    assert library_of(Path("desk/wall-sit.yaml")) == Path("desk")


def test_an_id_becomes_a_file_and_a_file_stays_where_it_was_named(tmp_path: Path) -> None:
    assert target("wall-sit", tmp_path) == tmp_path / "wall-sit.yaml"
    assert target(f"{tmp_path}/legs/wall-sit.yml", Path("else")) == tmp_path / "legs/wall-sit.yml"


@pytest.mark.parametrize("name", ["../wall-sit", "Wall sit", "cards/Wall.yaml"])
def test_what_cannot_be_an_id_is_no_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be an id"):
        target(name, tmp_path)


def test_editors_are_pointed_to_a_schema_where_there_is_one(tmp_path: Path) -> None:
    path = tmp_path / "cards/legs/wall-sit.yaml"

    before = modeline(path, "card")
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema/card.json").touch()

    assert before == ""
    assert modeline(path, "card") == "# yaml-language-server: $schema=../../schema/card.json\n"


def test_numbers_of_our_own_cards_are_left_free() -> None:
    cards = the_library().cards.values()

    assert max(card.number for card in cards) < FIRST_NUMBER
    assert free_number(cards, "strength") == FIRST_NUMBER
