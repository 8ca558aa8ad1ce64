"""Problems as SARIF, the form in which editors and code hosts show them in place (OASIS, SARIF 2.1.0).

A code host asks for more than the standard does: descriptions of every rule, and a place with a region for every
result (GitHub, "SARIF support for code scanning").
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from publisher import __version__
from publisher.cli.telling import shown_path
from publisher.problems import Place
from publisher.rules import LISTED
from publisher.settings import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.cli.telling import JSON
    from publisher.problems import Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What belongs to no file belongs to the run, and is told at the settings of the run, whether there are any or not.
_RUN = Place(FILE)
# Characters of a description that GitHub keeps.
_LONGEST = 1024
_LISTED = {rule.name: rule for rule in LISTED}


def as_sarif(problems: Iterable[Problem]) -> dict[str, JSON]:
    """A log of one run: every rule that is told, and every problem with its place."""
    told = list(dict.fromkeys(problems))
    first = {problem.name: problem for problem in reversed(told)}
    names = sorted(first)
    run: dict[str, JSON] = {
        "tool": {
            "driver": {"name": "surefoot", "version": __version__, "rules": [_rule(first[name]) for name in names]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [*_results(told, names)],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(problem: Problem) -> dict[str, JSON]:
    """What is said of a rule; of a problem that is no rule of ours, what is said where it stands first."""
    rule = _LISTED.get(problem.name)
    if rule is None:
        short, full, level = problem.name.replace("-", " ").capitalize(), problem.sentence, problem.level
        advice = problem.hint or "The message says what is wrong, and where."
    else:
        short, full, level = rule.looks_for, rule.looks_for, rule.level
        advice = f"{rule.advice} Source: {rule.source}."
    return {
        "id": problem.name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full[:_LONGEST]},
        "help": {"text": advice},
        "defaultConfiguration": {"level": level.value},
    }


def _results(told: Sequence[Problem], names: list[str]) -> Iterable[dict[str, JSON]]:
    met: Counter[str] = Counter()
    for problem in told:
        mark = _fingerprint(problem)
        met[mark] += 1
        yield {
            "ruleId": problem.name,
            "ruleIndex": names.index(problem.name),
            "level": problem.level.value,
            "message": {"text": _text(problem)},
            "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": _uri(problem)}, "region": _region(problem)}}
            ],
            "partialFingerprints": {"surefootProblem/v1": f"{mark}:{met[mark]}"},
        }


def _text(problem: Problem) -> str:
    return problem.sentence + (f"\n{problem.hint}" if problem.hint else "")


def _fingerprint(problem: Problem) -> str:
    """The same for as long as the same is told of the same file, wherever in it; told twice, it is counted."""
    said = "\0".join((problem.name, _uri(problem), _text(problem)))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _uri(problem: Problem) -> str:
    """Its file. One below the folder where the command runs is named from there, so that a host finds it."""
    file = _place(problem).file
    path = Path(file)
    below = not path.is_absolute() or path.is_relative_to(Path.cwd())
    return quote(shown_path(file)) if below else path.as_uri()


def _region(problem: Problem) -> dict[str, JSON]:
    """Where in its file; what concerns all of it, even an empty one, is told at the beginning."""
    place = _place(problem)
    line, column = max(1, place.line), max(1, place.column)
    length = problem.length if place.line and place.column else 0
    return {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + length}


def _place(problem: Problem) -> Place:
    return problem.place if problem.place is not None and problem.place.file else _RUN
