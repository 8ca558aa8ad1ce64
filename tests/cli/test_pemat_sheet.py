from __future__ import annotations

import json
from typing import TYPE_CHECKING

from publisher.cli.pemat_sheet import as_data, as_lines
from publisher.rules.pemat import sheet
from tests.factories import a_card, a_phrase, the_library

if TYPE_CHECKING:
    from collections.abc import Callable

BAD = a_card(start=a_phrase("Engage your abdominals."))


def test_each_item_has_a_line_and_those_that_disagree_are_named() -> None:
    lines = list(as_lines(sheet(the_library(), [BAD])))

    third = next(i for i, line in enumerate(lines) if line.startswith("  3  "))
    assert lines[third].endswith("disagree: 1 of 1 cards")
    assert lines[third + 1].strip() == "heel-press"
    assert any(line.startswith(" 12  ") and line.endswith("for a person to look at") for line in lines)
    assert lines[-2].startswith("Items 2, 12, 18, 23 are left to a person.")


def test_a_mean_a_little_below_nothing_is_no_negative_nothing() -> None:
    line = list(as_lines(sheet(the_library(), [BAD])._replace(grade=-0.04, smog=-0.01)))[-1]

    assert line.startswith("Mean grade 0.0 (Flesch-Kincaid) and 0.0 (SMOG)")


def test_programs_get_the_same() -> None:
    data = json.loads(json.dumps(as_data(sheet(the_library(), [BAD]))))

    third, eleventh = (next(each for each in data["items"] if each["number"] == number) for number in (3, 11))
    assert (third["agrees"], third["disagree"]) == (False, ["heel-press"])
    assert (eleventh["agrees"], eleventh["cards"]) == (None, 0)


def test_the_command_prints_the_sheet_and_nothing_else(surefoot: Callable[..., object]) -> None:
    said = surefoot("check", "plank", "--pemat")

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("  1  The purpose is plain at once")
    assert surefoot("check", "plank", "--pemat", "--quiet").out == ""
    assert json.loads(surefoot("check", "--pemat", "--json").out)["score"] >= 90


def test_the_sheet_is_refused_as_sarif(surefoot: Callable[..., object]) -> None:
    said = surefoot("check", "plank", "--pemat", "--format", "sarif")

    assert (said.code, said.out) == (2, "")
    assert "`--pemat` answers as text or as JSON, not as SARIF." in said.err
