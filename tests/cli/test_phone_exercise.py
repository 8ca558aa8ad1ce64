"""`surefoot phone exercise` as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_exercises_of_a_deck_are_written(surefoot: Callable[..., object]) -> None:
    said = surefoot("phone", "exercise", "starter", "plank", "plank", "--out", "mine")

    plans = json.loads(Path("mine/exercise.json").read_text(encoding="utf-8"))["@graph"]
    names = [plan["identifier"] for plan in plans]
    assert said.code == 0
    assert f"{len(plans)} exercises" in said.out
    assert names.count("plank") == 1


def test_cards_without_a_dose_are_counted(surefoot: Callable[..., object]) -> None:
    assert "1 exercise; 1 other card left out" in surefoot("phone", "exercise", "plank", "worse-at-night").out


def test_where_nothing_can_be_written_it_is_told(surefoot: Callable[..., object]) -> None:
    for name in ("worse-at-night", "plonk"):
        assert surefoot("phone", "exercise", name).code == 2
    assert not Path("out").exists()
