"""Answers to the questions of `surefoot new exercise`: from flags, and from a person at a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from publisher.cli.exercise_questions import QUESTIONS, Question
from publisher.cli.telling import safe
from publisher.library.drafting import doubts
from publisher.problems import Problem, UsageError
from publisher.settings import closest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.library.drafting import Path
    from publisher.model.library import Library

# What was answered, by the field that it goes into.
Given = dict["Path", tuple[str, ...]]
SEE, FIX = ("faults", "see"), ("faults", "fix")
FIGURE, ALT = ("picture", "figure"), ("picture", "alt")


def answered(flags: Mapping[str, object], library: Library) -> Given:
    """All answers, each of which the reader takes. Who sits at a terminal is asked for what the flags do not say."""
    given = typed(flags)
    problems = [
        problem._replace(sentence=f"`{question.flag}`: {problem.sentence}")
        for question in QUESTIONS
        for answer in given.get(question.path, ())
        for problem in _wrong(question, answer, library)
    ]
    sees, fixes = len(given.get(SEE, ())), len(given.get(FIX, ()))
    if sees != fixes:
        sentence = f"there are {sees} `--see` and {fixes} `--fix`; each fault needs both."
        problems.append(Problem("command-line", sentence, "Give them in pairs: --see 'Knees falling in?' --fix ..."))
    if (FIGURE in given) != (ALT in given):
        sentence = "a picture needs both `--figure` and `--alt`: what it shows, for those who do not see it."
        problems.append(
            Problem("command-line", sentence, "Such as: --figure plank --alt 'A person rests on both elbows.'")
        )
    if problems:
        raise UsageError(problems)
    return _asked(given, library) if _must_ask(given) else given


def typed(flags: Mapping[str, object]) -> Given:
    """What stands on the command line."""
    said = ((question.path, flags[question.name]) for question in QUESTIONS)
    return {path: tuple(map(str, one)) if isinstance(one, tuple) else (str(one),) for path, one in said if one}


def _wrong(question: Question, answer: str, library: Library) -> list[Problem]:
    """What the reader would say of an answer, and of a name in it that nothing has."""
    wrong = list(doubts(question.path, answer))
    known = {"--source": library.sources, "--figure": library.figures}.get(question.flag)
    if known is not None and not wrong and answer not in known:
        near = closest(answer, known)
        meant = f"Did you mean `{near}`? " if near else ""
        hint = f"{meant}`surefoot list {question.name}s` shows what there is."
        name = "unknown-source" if question.flag == "--source" else "unknown-figure"
        wrong.append(Problem(name, f"there is no {question.name} called `{answer}`.", hint))
    return wrong


def _must_ask(given: Given) -> bool:
    """Whether something needed is missing and somebody is there to ask; if nobody is, all of it is told."""
    missing = [f"`{question.flag}`" for question in QUESTIONS if question.needed and question.path not in given]
    if missing and not (sys.stdin.isatty() and sys.stderr.isatty()):
        sentence = f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing."
        hint = "Add what is missing, or type `surefoot new exercise` in a terminal to be asked."
        raise UsageError([Problem("command-line", sentence, hint)])
    return bool(missing)


def _asked(given: Given, library: Library) -> Given:
    click.echo("Press Enter to skip a question, or to take what stands in [ ]. Ctrl-C writes nothing.", err=True)
    answers = dict(given)
    for question in QUESTIONS:
        if question.asked and question.path not in answers and not _settled(question, answers):
            found = _answers(question, library, len(answers.get(SEE, ())))
            if found:
                answers[question.path] = found
    return answers


def _settled(question: Question, answers: Given) -> bool:
    """Whether an earlier answer leaves nothing to ask: what is timed is not counted, and no fault needs no fix."""
    match question.flag:
        case "--reps":
            return ("dose", "seconds") in answers
        case "--seconds":
            return ("dose", "reps") in answers
        case "--fix":
            return SEE not in answers
    return False


def _answers(question: Question, library: Library, faults: int) -> tuple[str, ...]:
    """As many answers as somebody gives; one fix for each fault, and a usual answer once."""
    fixes = faults if question.path == FIX else 0
    found: list[str] = []
    while len(found) < (fixes or question.several):
        _say(question, len(found))
        answer = _answer(question, library, needed=bool(fixes) or (question.needed and not found))
        if answer is None:
            break
        found.append(answer)
    return tuple(found)


def _say(question: Question, before: int) -> None:
    """The question, or that there may be another answer."""
    if before:
        click.echo(f"{question.label}, number {before + 1}:", err=True)
        return
    usual = f" [{'; '.join(question.usual)}]" if question.usual else ""
    choices = f" One of {', '.join(question.choices)}." if question.choices else ""
    click.echo(f"\n{question.label}: {question.says}{choices}{usual}", err=True)


def _answer(question: Question, library: Library, *, needed: bool) -> str | None:
    """One answer that the reader takes; None when it was skipped."""
    while True:
        answer: str = click.prompt("", "", show_default=False, prompt_suffix="> ", err=True)
        if not answer.strip() and not needed:
            return None
        if not answer.strip():
            click.echo("  The card cannot do without it.", err=True)
            continue
        wrong = _wrong(question, answer, library)
        if not wrong:
            return answer
        for problem in wrong:
            click.echo(f"  {safe(problem.sentence)} {safe(problem.hint)}", err=True)
