from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.cli import check
from publisher.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    """What fitting everything will find; empty to begin with."""
    problems: list[Problem] = []
    monkeypatch.setattr(check, "fit_everything", lambda *_: tuple(problems))
    return problems


WARNING = Problem("narrow-margin", "narrow.", level=Level.WARNING)


def test_when_all_is_well_it_says_so(surefoot: Callable[..., object], found: list[Problem]) -> None:
    said = surefoot("check")

    assert found == []
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("All is well: ")
    assert surefoot("check", "--quiet") == (0, "", "")


def test_what_does_not_fit_is_told_and_nothing_is_written(
    surefoot: Callable[..., object], found: list[Problem]
) -> None:
    found += [Problem("too-long-to-fit", "too long."), WARNING]

    said = surefoot("check")

    assert (said.code, said.out) == (1, "")
    assert said.err == "surefoot: too long.\n\nsurefoot: warning: narrow.\n\n1 problem and 1 warning.\n"
    assert list(Path().iterdir()) == []


def test_a_warning_counts_only_when_it_should(surefoot: Callable[..., object], found: list[Problem]) -> None:
    found += [WARNING]

    assert surefoot("check").code == 0
    assert surefoot("check", "--strict").code == 1


def test_all_is_not_well_with_a_warning(surefoot: Callable[..., object], found: list[Problem]) -> None:
    found += [WARNING, WARNING, Problem("excused", "excused.", level=Level.NOTE)]

    said = surefoot("check")

    assert said.code == 0
    assert said.out.startswith("No error: ")
    assert said.out.endswith(" publications; 1 warning.\n")


def test_a_note_leaves_all_well(surefoot: Callable[..., object], found: list[Problem]) -> None:
    found += [Problem("excused", "excused.", level=Level.NOTE)]

    assert surefoot("check").out.startswith("All is well: ")


def test_programs_get_json(surefoot: Callable[..., object], found: list[Problem]) -> None:
    found += [WARNING]

    said = surefoot("check", "--json")

    assert [each["name"] for each in json.loads(said.out)["problems"]] == ["narrow-margin"]
    assert said.err == ""
