from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from publisher.cli.sarif import as_sarif
from publisher.problems import Level, Place, Problem
from publisher.rules import LISTED

HARD = Problem("hard-word", "`flex` is a hard word.", "Write `bend`.", Place("cards/a b.yaml", 7, 10), 4)
BARE = Problem("no-cards", "`club` takes no card.", level=Level.WARNING)

TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1, "maxLength": 1024}},
}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "properties": {"shortDescription": TEXT, "fullDescription": TEXT, "help": TEXT},
}
NUMBER = {"type": "integer", "minimum": 1}
SPOT = ("startLine", "startColumn", "endLine", "endColumn")
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {"type": "object", "required": ["uri"], "properties": {"uri": {"minLength": 1}}},
        "region": {"type": "object", "required": [*SPOT], "properties": dict.fromkeys(SPOT, NUMBER)},
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "level": {"enum": ["error", "warning", "note"]},
        "message": TEXT,
        "locations": {
            "minItems": 1,
            "items": {"type": "object", "required": ["physicalLocation"], "properties": {"physicalLocation": PLACE}},
        },
        "partialFingerprints": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
    },
}
# What GitHub asks for: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
ASKED = {
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "minItems": 1,
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "properties": {
                            "driver": {"required": ["name", "rules"], "properties": {"rules": {"items": RULE}}}
                        }
                    },
                    "results": {"items": RESULT},
                },
            },
        },
    },
}


def told(*problems: Problem) -> list[dict]:
    return as_sarif(problems)["runs"][0]["results"]


def spot(problem: Problem) -> dict:
    (result,) = told(problem)
    return result["locations"][0]["physicalLocation"]


def mark(result: dict) -> str:
    return result["partialFingerprints"]["surefootProblem/v1"]


@pytest.mark.parametrize(
    "problem",
    [
        HARD,
        BARE,
        Problem("empty-file", "this file says nothing.", "", Place("cards/empty.yaml")),
        Problem("no-room", "x" * 3000, "", Place("cards/long.yaml", 3)),
        *(Problem(rule.name, "bad.", "", Place("cards/a.yaml", 1, 1), level=rule.level) for rule in LISTED),
    ],
    ids=lambda problem: problem.name,
)
def test_everything_has_what_a_code_host_asks_for(problem: Problem) -> None:
    log = as_sarif([problem._replace(sentence=problem.sentence[:1024])])
    long = as_sarif([problem])["runs"][0]["tool"]["driver"]["rules"]

    jsonschema.validate(log, ASKED)
    jsonschema.validate(long, {"items": RULE})


def test_a_problem_has_its_rule_its_words_and_its_place() -> None:
    log = as_sarif([HARD])

    (run,) = log["runs"]
    (result,) = run["results"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("hard-word", 0, "error")
    assert result["message"]["text"] == "`flex` is a hard word.\nWrite `bend`."
    assert spot(HARD)["artifactLocation"] == {"uri": "cards/a%20b.yaml"}
    assert spot(HARD)["region"] == {"startLine": 7, "startColumn": 10, "endLine": 7, "endColumn": 14}


def test_a_rule_of_ours_says_what_it_asks_and_who_asks_it() -> None:
    ours, _ = as_sarif([HARD, BARE])["runs"][0]["tool"]["driver"]["rules"]

    assert ours["id"] == "hard-word"
    assert ours["defaultConfiguration"] == {"level": "error"}
    assert "Source: NHS service manual" in ours["help"]["text"]


def test_what_is_no_rule_is_described_by_what_is_told_first() -> None:
    second = BARE._replace(sentence="`other` takes no card.")

    (other,) = as_sarif([BARE, second])["runs"][0]["tool"]["driver"]["rules"]

    assert other["shortDescription"] == {"text": "No cards"}
    assert other["fullDescription"] == {"text": "`club` takes no card."}
    assert other["defaultConfiguration"] == {"level": "warning"}


def test_what_belongs_to_no_file_is_told_at_the_settings_of_the_run() -> None:
    (result,) = told(BARE)

    assert spot(BARE)["artifactLocation"] == {"uri": "surefoot.toml"}
    assert result["level"] == "warning"


def test_what_concerns_a_whole_file_is_told_at_its_beginning() -> None:
    empty = Problem("empty-file", "this file says nothing.", "", Place("cards/empty.yaml"))

    assert spot(empty)["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


def test_a_problem_is_known_again_when_its_line_has_moved() -> None:
    moved = HARD._replace(place=Place("cards/a b.yaml", 9, 10))
    elsewhere = HARD._replace(place=Place("cards/c.yaml", 7, 10))

    assert mark(told(HARD)[0]) == mark(told(moved)[0])
    assert len({mark(result) for result in told(HARD, moved, elsewhere, BARE)}) == 4


def test_what_is_told_twice_is_one_result() -> None:
    assert len(told(HARD, HARD)) == 1


def test_a_file_elsewhere_is_named_in_full(tmp_path: Path) -> None:
    far = BARE._replace(place=Place(str(tmp_path / "far.yaml")))

    assert spot(far)["artifactLocation"] == {"uri": (tmp_path / "far.yaml").as_uri()}
    assert told() == []


def test_a_file_below_the_folder_of_the_run_is_named_from_there() -> None:
    near = BARE._replace(place=Place(str(Path.cwd() / "cards" / "near.yaml")))

    assert spot(near)["artifactLocation"] == {"uri": "cards/near.yaml"}
