from __future__ import annotations

from pathlib import Path

from publisher.cli.sarif import as_sarif
from publisher.problems import Level, Place, Problem

HARD = Problem("hard-word", "`flex` is a hard word.", "Write `bend`.", Place("cards/a b.yaml", 7, 10), 4)
BARE = Problem("no-cards", "`club` takes no card.", level=Level.WARNING)


def test_a_problem_has_its_rule_its_words_and_its_place() -> None:
    log = as_sarif([HARD])

    (run,) = log["runs"]
    (result,) = run["results"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("hard-word", 0, "error")
    assert result["message"]["text"] == "`flex` is a hard word.\nWrite `bend`."
    spot = result["locations"][0]["physicalLocation"]
    assert spot["artifactLocation"] == {"uri": "cards/a%20b.yaml"}
    assert spot["region"] == {"startLine": 7, "startColumn": 10, "endColumn": 14}


def test_a_rule_of_ours_says_what_it_asks_and_who_asks_it() -> None:
    ours, other = as_sarif([HARD, BARE])["runs"][0]["tool"]["driver"]["rules"]

    assert ours["id"] == "hard-word"
    assert ours["defaultConfiguration"] == {"level": "error"}
    assert "Source: NHS service manual" in ours["help"]["text"]
    assert other == {"id": "no-cards"}


def test_a_problem_without_a_place_has_none() -> None:
    (result,) = as_sarif([BARE])["runs"][0]["results"]

    assert "locations" not in result
    assert result["level"] == "warning"


def test_a_file_elsewhere_is_named_in_full(tmp_path: Path) -> None:
    far = BARE._replace(place=Place(str(tmp_path / "far.yaml")))

    (result,) = as_sarif([far])["runs"][0]["results"]

    spot = result["locations"][0]["physicalLocation"]
    assert spot == {"artifactLocation": {"uri": (tmp_path / "far.yaml").as_uri()}}
    assert as_sarif([])["runs"][0]["results"] == []


def test_a_file_below_the_folder_of_the_run_is_named_from_there() -> None:
    near = BARE._replace(place=Place(str(Path.cwd() / "cards" / "near.yaml")))

    (result,) = as_sarif([near])["runs"][0]["results"]

    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "cards/near.yaml"}
