"""Answers at a terminal: asked in order, asked again where the reader would refuse, skipped with Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.cli import exercise_answers
from publisher.cli.exercise_answers import answered
from publisher.cli.exercise_questions import QUESTIONS
from publisher.problems import UsageError
from tests.factories import the_library

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = {question.name: () if question.several > 1 else None for question in QUESTIONS}
# Title, purpose, cue, position, equipment, start, two steps, feel, and Enter for all that follows.
SHORTEST = ["Wall sit", "Strong thighs.", "Sit tall.", "", "", "Stand.", "Slide down.", "Stay.", "", "in your thighs"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[dict, list[str]]]:
    """`asked(*answers, title="...")` answers what is asked, then presses Enter; gives the answers and the prompts."""

    class Terminal:
        def isatty(self) -> bool:
            return True

        def write(self, text: str) -> int:
            return len(text)

        def flush(self) -> None:
            pass

    def run(*lines: str, **flags: object):
        left, said = list(lines), []
        monkeypatch.setattr(exercise_answers.sys, "stdin", Terminal())
        monkeypatch.setattr(exercise_answers.sys, "stderr", Terminal())
        monkeypatch.setattr(exercise_answers.click, "echo", lambda text, **_: said.append(text))
        monkeypatch.setattr(exercise_answers.click, "prompt", lambda *_, **__: left.pop(0) if left else "")
        return answered({**NOTHING, **flags}, the_library()), said

    return run


def test_the_shortest_talk_gives_all_that_is_needed(asked: Callable[..., tuple[dict, list[str]]]) -> None:
    answers, _ = asked(*SHORTEST)

    assert answers == {
        ("title",): ("Wall sit",),
        ("purpose",): ("Strong thighs.",),
        ("cue",): ("Sit tall.",),
        ("start",): ("Stand.",),
        ("steps",): ("Slide down.", "Stay."),
        ("feel",): ("in your thighs",),
    }


def test_a_refused_answer_is_explained_and_asked_again(asked: Callable[..., tuple[dict, list[str]]]) -> None:
    answers, said = asked(*SHORTEST[:-1], "In your thighs.", *SHORTEST[-1:])

    assert answers[("feel",)] == ("in your thighs",)
    assert any("Write `in your thighs`." in line for line in said)


def test_what_is_needed_cannot_be_skipped(asked: Callable[..., tuple[dict, list[str]]]) -> None:
    answers, said = asked("", *SHORTEST)

    assert answers[("title",)] == ("Wall sit",)
    assert "  The card cannot do without it." in said


def test_what_was_typed_is_not_asked_again(asked: Callable[..., tuple[dict, list[str]]]) -> None:
    answers, said = asked(*SHORTEST[1:], title="Wall sit", step=("Slide down.",))

    assert not any(line.startswith(("\nTitle:", "\nStep:")) for line in said)
    assert answers[("title",)] == ("Wall sit",)


def test_time_is_not_counted_and_a_fault_gets_its_fix(asked: Callable[..., tuple[dict, list[str]]]) -> None:
    flags = {"see": ("Knees in?",), "fix": ("Press out.",), "seconds": "30"}

    _, timed = asked(*SHORTEST, **flags)
    _, counted = asked(*SHORTEST, reps="8")

    assert not any(line.startswith(("\nReps:", "\nFix:")) for line in timed)
    assert not any(line.startswith(("\nSeconds:", "\nFix:")) for line in counted)


def test_a_source_that_nobody_has_written_is_asked_again(asked: Callable[..., tuple[dict, list[str]]]) -> None:
    skipped = [""] * sum(question.asked for question in QUESTIONS)
    before = [question.flag for question in QUESTIONS if question.asked]
    # From "not feel" to "source": "fix" is not asked, as no fault was seen.
    gap = skipped[: before.index("--source") - before.index("--not-feel") - 1]

    answers, said = asked(*SHORTEST, *gap, "acsm-2008", "acsm-2009")

    assert answers[("evidence", "sources")] == ("acsm-2009",)
    assert any("Did you mean `acsm-2009`?" in line for line in said)


def test_all_that_is_wrong_with_the_flags_is_told_at_once() -> None:
    flags = {**NOTHING, "title": "x" * 40, "feel": "In your thighs.", "source": ("acsm",), "see": ("Knees in?",)}

    with pytest.raises(UsageError) as refused:
        answered(flags, the_library())

    names = [problem.name for problem in refused.value.problems]
    assert names == ["too-long", "not-a-fragment", "unknown-source", "command-line"]
    assert [problem.sentence.split(":")[0] for problem in refused.value.problems[:3]] == [
        "`--title`",
        "`--feel`",
        "`--source`",
    ]


def test_nobody_is_asked_where_nobody_sits() -> None:
    with pytest.raises(UsageError, match="`--purpose`, `--cue`, `--start`, `--step`, `--feel` are missing"):
        answered({**NOTHING, "title": "Wall sit"}, the_library())
