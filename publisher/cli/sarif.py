"""Problems as SARIF, the form in which editors and code hosts show them in place (OASIS, SARIF 2.1.0)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from publisher import __version__
from publisher.cli.telling import shown_path
from publisher.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.cli.telling import JSON
    from publisher.model.card import Card
    from publisher.problems import Problem
    from publisher.rules.rule import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(problems: Iterable[Problem]) -> dict[str, JSON]:
    """A log of one run: every rule that is told, and every problem with its place."""
    told = list(problems)
    names = sorted({problem.name for problem in told})
    run: dict[str, JSON] = {
        "tool": {"driver": {"name": "surefoot", "version": __version__, "rules": [*map(_rule, names)]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, names) for problem in told],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str) -> dict[str, JSON]:
    rule: Rule[Card] | None = next((rule for rule in RULES if rule.name == name), None)
    if rule is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": (rule.find.__doc__ or rule.advice).strip()},
        "help": {"text": f"{rule.advice} Source: {rule.source}."},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(problem: Problem, names: list[str]) -> dict[str, JSON]:
    text = problem.sentence + (f"\n{problem.hint}" if problem.hint else "")
    result: dict[str, JSON] = {
        "ruleId": problem.name,
        "ruleIndex": names.index(problem.name),
        "level": problem.level.value,
        "message": {"text": text},
    }
    if problem.place is not None and problem.place.file:
        result["locations"] = [{"physicalLocation": _location(problem)}]
    return result


def _location(problem: Problem) -> dict[str, JSON]:
    """Where it is. A file below the folder where the command runs is named from there, so that a host finds it."""
    place = problem.place
    if place is None:
        return {}
    path = Path(place.file)
    below = not path.is_absolute() or path.is_relative_to(Path.cwd())
    uri = quote(shown_path(place.file)) if below else path.as_uri()
    location: dict[str, JSON] = {"artifactLocation": {"uri": uri}}
    if place.line:
        region: dict[str, JSON] = {"startLine": place.line}
        if place.column:
            region |= {"startColumn": place.column, "endColumn": place.column + problem.length}
        location["region"] = region
    return location
