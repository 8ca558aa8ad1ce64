"""`--report`: how much ink, for people and for programs, of decks and of handouts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said

LINE = re.compile(
    r"ink: (\d+\.\d) % of a page on average, at most (\d+\.\d) % on page (\d+)(?:; (\d+) % less than in colour)?"
)


@pytest.mark.parametrize("typed", [("build", "warning-card"), ("handout", "downhill-back-start")])
def test_in_colour_the_ink_of_a_file_is_told_and_nothing_to_compare_it_with(
    surefoot: Callable[..., Said], typed: tuple[str, str]
) -> None:
    said = surefoot(*typed, "--report")
    mean, highest, page, less = LINE.search(said.out).groups()

    assert said.code == 0
    assert 0 < float(mean) < float(highest) < 200
    assert int(page) >= 1
    assert less is None
    assert "100 % is a page that is covered by black" in said.out


@pytest.mark.parametrize("typed", [("build", "warning-card"), ("handout", "downhill-back-start")])
def test_a_saver_says_how_much_it_saves(surefoot: Callable[..., Said], typed: tuple[str, str]) -> None:
    coloured, saved = (
        json.loads(surefoot(*typed, "--report", "--json", "--ink", ink).out)["files"][0]["ink"]
        for ink in ("colour", "saver")
    )

    assert "less_than_colour" not in coloured
    assert len(saved["pages"]) == len(coloured["pages"])
    assert saved["highest"] == max(saved["pages"])
    assert saved["less_than_colour"] == pytest.approx(100 * (1 - saved["mean"] / coloured["mean"]), abs=0.2)
    assert saved["less_than_colour"] > 35


def test_nobody_who_did_not_ask_is_told(surefoot: Callable[..., Said]) -> None:
    assert "ink:" not in surefoot("build", "warning-card").out
    assert "ink" not in json.loads(surefoot("build", "warning-card", "--json", "--force").out)["files"][0]


def test_a_build_that_goes_on_has_no_report(surefoot: Callable[..., Said]) -> None:
    said = surefoot("build", "warning-card", "--report", "--watch")

    assert said.code == 2
    assert "do not go together" in said.err
