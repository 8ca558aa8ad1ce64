"""Where new files go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.cli.new_files import FIRST_NUMBER, free_number, library_of, modeline, target
from publisher.problems import UsageError
from publisher.settings import Layer, settle
from tests.factories import the_library

if TYPE_CHECKING:
    from publisher.settings import Settings


def test_a_file_belongs_to_the_library_round_its_cards() -> None:
    assert library_of(Path("ours/cards/legs/wall-sit.yaml")) == Path("ours")
    assert library_of(Path("cards/wall-sit.yaml")) == Path()
    assert library_of(Path("desk/wall-sit.yaml")) == Path("desk")


def chosen(*folders: Path) -> Settings:
    return settle([Layer("command line", {"library": tuple(map(str, folders))})])


def test_an_id_becomes_a_file_and_a_file_stays_where_it_was_named(tmp_path: Path) -> None:
    named = f"{tmp_path}/cards/legs/wall-sit.yml"

    assert target("wall-sit", "card", chosen(tmp_path)) == tmp_path / "cards/wall-sit.yaml"
    assert target("club", "publication", chosen(tmp_path)) == tmp_path / "cards/publications/club.yaml"
    assert target(named, "card", chosen(Path("else"))) == Path(named)


@pytest.mark.parametrize(
    "place",
    [
        *("wall-sit.yaml", "../wall-sit.yaml", "legs/wall-sit.yaml", "cards/../wall-sit.yaml"),
        *("cards/publications/wall-sit.yaml", "cards/plans/wall-sit.yaml", "cards/sources.yaml", "sources"),
        *("cards/.drafts/wall-sit.yaml", "assets/wall-sit.yaml"),
    ],
)
def test_a_card_goes_only_where_it_is_read_as_a_card(place: str) -> None:
    with pytest.raises(UsageError, match="a card would not be read here") as caught:
        target(place, "card", chosen(Path("mine")))

    name = Path(place).stem
    assert caught.value.problems[0].hint.endswith(f"Type it like this: mine/cards/strength/{name}.yaml")


def test_a_publication_goes_only_where_it_is_read_as_one() -> None:
    assert target("cards/publications/club.yaml", "publication", chosen()) == Path("cards/publications/club.yaml")
    for place in ("club.yaml", "cards/club.yaml", "publications/club.yaml"):
        with pytest.raises(UsageError, match="a publication would not be read here"):
            target(place, "publication", chosen())


@pytest.mark.parametrize("name", ["../wall-sit", "Wall sit", "cards/Wall.yaml"])
def test_what_cannot_be_an_id_is_no_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be an id"):
        target(name, "card", chosen(tmp_path))


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
