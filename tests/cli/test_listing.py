from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.cli.listing import THINGS

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("thing", "line"),
    [
        ("cards", "S1   plank "),
        ("publications", "pocket-cards "),
        ("stocks", "poker "),
        ("papers", "a4 "),
        ("themes", "surefoot "),
        ("sources", "acsm-2009 "),
    ],
)
def test_each_thing_is_listed_a_line_each(surefoot: Callable[..., object], thing: str, line: str) -> None:
    said = surefoot("list", thing)

    assert (said.code, said.err) == (0, "")
    assert sum(each.startswith(line) for each in said.out.splitlines()) == 1


def test_without_a_word_everything_is_listed(surefoot: Callable[..., object]) -> None:
    said = surefoot("list")

    for thing in THINGS:
        number = len(surefoot("list", thing).out.splitlines())
        assert f"{thing.capitalize()} ({number})\n" in said.out


@pytest.mark.parametrize("rule", ["long-session", "up-and-down", "empty-session", "small-type", "long-line"])
def test_rules_of_sessions_and_pages_are_listed_too(surefoot: Callable[..., object], rule: str) -> None:
    listed = {one["id"]: one for one in json.loads(surefoot("list", "rules", "--json").out)}

    assert all(listed[rule].values())


def test_sessions_are_listed_with_their_minutes(surefoot: Callable[..., object]) -> None:
    listed = {one["id"]: one for one in json.loads(surefoot("list", "publications", "--json").out)}
    line = next(line for line in surefoot("list", "publications").out.splitlines() if line.startswith("starter "))

    assert listed["pocket-strength"]["minutes"] is None
    assert f" {listed['starter']['minutes']} min " in line


def test_programmes_are_listed_with_their_minutes_and_days(surefoot: Callable[..., object]) -> None:
    listed = {one["id"]: one for one in json.loads(surefoot("list", "programmes", "--json").out)}
    lines = surefoot("list", "programmes").out.splitlines()

    line = next(line for line in lines if line.startswith("downhill-back-start "))
    assert line.endswith(f" {listed['downhill-back-start']['minutes']} min  2 to 3 days a week")
    assert listed["warm-up-for-a-hill"]["days"] == ""
    assert all(one["purpose"] for one in listed.values())


def test_programs_get_figures(surefoot: Callable[..., object]) -> None:
    stocks = json.loads(surefoot("list", "stocks", "--json").out)
    everything = json.loads(surefoot("list", "--json").out)

    assert next(stock for stock in stocks if stock["id"] == "poker").items() >= {"width": 63.5, "height": 88.9}.items()
    assert everything["stocks"] == stocks
    assert list(everything) == list(THINGS)


def test_cards_of_ones_own_are_listed_too(surefoot: Callable[..., object]) -> None:
    surefoot("new", "library", ".")

    assert "S50" in surefoot("list", "cards").out
    assert "my-cards" in surefoot("list", "publications").out


def test_a_library_that_cannot_be_read_lists_nothing(surefoot: Callable[..., object]) -> None:
    Path("mine/cards").mkdir(parents=True)
    Path("mine/cards/x.yaml").write_text("- x\n", encoding="utf-8")

    said = surefoot("list", "cards", "--library", "mine")

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("mine/cards/x.yaml")
