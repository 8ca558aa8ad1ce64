"""`surefoot phone take` as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.library.overlays import read_library

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA_ORG = '{"@context": "https://schema.org", "@graph": ['


@pytest.fixture
def library(surefoot: Callable[..., object]) -> Path:
    Path("mine/cards").mkdir(parents=True)
    assert surefoot("phone", "exercise", "strength-for-downhill-a", "--out", "out").code == 0
    return Path("mine")


def cards(library: Path) -> list[str]:
    return sorted(path.stem for path in (library / "cards").rglob("*.yaml"))


def test_what_went_out_comes_in_as_cards_that_are_read(surefoot: Callable[..., object], library: Path) -> None:
    said = surefoot("phone", "take", "out/exercise.json", "--library", "mine")

    read = read_library([library])
    names = cards(library)
    assert said.code == 0
    assert len(names) == 5
    for name in names:
        card = read.cards[name]
        original = read.cards[name.removesuffix("-2")]
        assert card.title == original.title
        assert card.body.stop_if == original.body.stop_if
        assert card.body.dose._replace(tempo=None) == original.body.dose._replace(tempo=None)
        assert card.review.reviewed_by is None
        assert str(card.evidence.level.value) == "common-practice"
    assert "has no picture" in said.err
    assert "surefoot check" in said.out


def test_numbers_are_nobody_elses(surefoot: Callable[..., object], library: Path) -> None:
    surefoot("phone", "take", "out/exercise.json", "--library", "mine")

    numbers = [(card.group, card.number) for card in read_library([library]).cards.values()]
    assert len(numbers) == len(set(numbers))


def test_one_wrong_exercise_among_good_ones_and_nothing_is_written(
    surefoot: Callable[..., object], library: Path
) -> None:
    file = Path("out/exercise.json")
    value = json.loads(file.read_text(encoding="utf-8"))
    value["@graph"][-1]["name"] = "x" * 300
    file.write_text(json.dumps(value, indent=2), encoding="utf-8")

    said = surefoot("phone", "take", "out/exercise.json", "--library", "mine")

    assert said.code == 1
    assert "out/exercise.json:" in said.err
    assert cards(library) == []


@pytest.mark.parametrize("name", ["../../evil", "/etc/passwd", "..", "con/../x", "", "a" * 500])
def test_an_identifier_leads_nowhere_but_into_the_library(
    surefoot: Callable[..., object], library: Path, name: str, tmp_path: Path
) -> None:
    file = Path("out/exercise.json")
    value = json.loads(file.read_text(encoding="utf-8"))
    value["@graph"] = [{**value["@graph"][0], "identifier": name}]
    file.write_text(json.dumps(value), encoding="utf-8")
    before = {path for path in tmp_path.rglob("*") if path.suffix == ".yaml"}

    surefoot("phone", "take", "out/exercise.json", "--library", "mine")

    new = {path for path in tmp_path.rglob("*") if path.suffix == ".yaml"} - before
    assert all(path.parent == (library / "cards").absolute() for path in new)


@pytest.mark.parametrize("name", ["nothing.json", "mine"])
def test_a_file_that_is_none_is_told(surefoot: Callable[..., object], library: Path, name: str) -> None:
    said = surefoot("phone", "take", name, "--library", "mine")

    assert said.code == 2
    assert cards(library) == []


def test_a_file_that_is_too_large_is_told(surefoot: Callable[..., object], library: Path) -> None:
    Path("large.json").write_bytes(b" " * 1_000_001)

    assert surefoot("phone", "take", "large.json", "--library", "mine").code == 1
    assert cards(library) == []
