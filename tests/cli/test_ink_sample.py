"""The ink of a list, told from its first handouts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.cli.ink_sample import MOST

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said


def handed(surefoot: Callable[..., Said], rows: list[str], *words: str) -> Said:
    Path("p.yaml").write_text("id: p\ntitle: Two\npurpose: Strong legs.\nexercises: [plank]\n", encoding="utf-8")
    Path("people.csv").write_text("\n".join(["Name", *rows, ""]), encoding="utf-8")
    return surefoot("batch", "--list", "people.csv", "--programme", "p.yaml", "--workers", "1", *words)


def test_a_list_tells_how_much_ink_it_takes_and_how_much_less_than_in_colour(surefoot: Callable[..., Said]) -> None:
    said = handed(surefoot, ["Ann Lee", "Bob Öz"], "--report", "--ink", "saver", "--merge")

    assert said.code == 0
    assert "% less than in colour" in said.out
    assert "(measured on the first 2 handouts, " in said.out


def test_only_the_first_are_measured_and_a_bad_row_is_none_of_them(surefoot: Callable[..., Said]) -> None:
    rows = ["日本", *[f"Ann {letter}" for letter in "abcdefg"]]
    said = handed(surefoot, rows, "--report", "--json")

    assert json.loads(said.out)["ink"]["handouts"] == MOST


def test_where_nobody_can_be_printed_no_ink_is_told(surefoot: Callable[..., Said]) -> None:
    said = handed(surefoot, ["日本"], "--report")

    assert said.code == 1
    assert "ink" not in said.out
