"""The figures as Markdown, put between two marks of docs/speed.md."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.running import Runner, Times

START, END = "<!-- measured: from here on `make bench` writes -->", "<!-- measured: up to here -->"
_NAMES = {
    "surefoot": "**Surefoot** (fitted, PDF/UA-1 and PDF/A-2a)",
    "typst": "Typst (laid out, PDF/UA-1)",
    "canvas": "bare ReportLab canvas (places given, no tags)",
    "weasyprint": "WeasyPrint (laid out, PDF/UA-1)",
    "python": "`python -c pass`",
    "version": "`surefoot --version`",
    "canvas import": "`python -c 'import reportlab.pdfgen.canvas'`",
    "unchanged": "`surefoot build`, nothing has changed (54 cards)",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One size of deck and all who printed it."""

    title: str
    cards: int
    runners: list[Runner]
    times: dict[str, Times]


@dataclass(frozen=True, slots=True)
class Small:
    """Whole runs that do little or nothing."""

    runners: list[Runner]
    times: dict[str, Times]


def document(cases: list[Case], small: Small, warm: dict[int, float], machine: str) -> str:
    """Everything that was measured."""
    parts = [f"Machine: {machine}."]
    parts += [_case(case) for case in cases]
    parts += [_small(small), _growth(cases), _warm(warm), _commands(cases, small)]
    return "\n\n".join(part for part in parts if part)


def written(text: str, measured: str) -> str:
    """The page with the new figures in it."""
    pattern = f"{re.escape(START)}.*{re.escape(END)}"
    return re.sub(pattern, lambda _: f"{START}\n\n{measured}\n\n{END}", text, flags=re.DOTALL)


def _case(case: Case) -> str:
    ours = case.times["surefoot"]
    rounds = len(ours.seconds)
    rows = [
        f"### Cold, {case.title} ({rounds} round{'s' if rounds > 1 else ''})",
        "",
        "| | wall, s: least / median / most | Surefoot takes | peak memory | file |",
        "| --- | --- | --- | --- | --- |",
    ]
    for runner in case.runners:
        times = case.times[runner.name]
        takes = "" if times is ours else f"{ours.ratio(times):.2f} × as long"
        rows.append(
            f"| {_NAMES[runner.name]} | {_span(times)} | {takes} | {statistics.median(times.memory):.0f} MiB "
            f"| {times.size / 1000:,.0f} kB |"
        )
    return "\n".join(rows)


def _small(small: Small) -> str:
    start = small.times["version"]
    rows = ["### Start-up", "", "| | wall, s: least / median / most | `--version` = 1 |", "| --- | --- | --- |"]
    for runner in small.runners:
        name = "`surefoot build`, one page" if runner.name == "surefoot" else _NAMES[runner.name]
        times = small.times[runner.name]
        rows.append(f"| {name} | {_span(times)} | {times.ratio(start):.2f} |")
    page, floor = small.times["surefoot"], small.times["canvas import"]
    rows += ["", f"One page takes {page.ratio(floor):.2f} × as long as importing the canvas."]
    return "\n".join(rows)


def _growth(cases: list[Case]) -> str:
    by_size = {case.cards: case.times["surefoot"] for case in cases}
    if 5400 not in by_size:
        return ""
    small, large = by_size[540], by_size[5400]
    return (
        f"From 540 to 5,400 cards: time × {large.median / small.median:.1f}, bytes × {large.size / small.size:.1f}, "
        f"{large.memory[0]:.0f} MiB at the most."
    )


def _warm(warm: dict[int, float]) -> str:
    said = ", ".join(f"{warm[size]:.2f} ms ({size} cards)" for size in warm)
    return f"Warm, for each card, both sides, from the parsed definition to bytes: {said}."


def _commands(cases: list[Case], small: Small) -> str:
    runners = [runner for case in cases for runner in case.runners] + small.runners[:-1]
    lines = "\n".join(_shell(runner) for runner in runners)
    return f"The commands, from the top of the checkout:\n\n```sh\n{lines}\n```"


def _shell(runner: Runner) -> str:
    words = (f"'{word}'" if " " in word else word for word in runner.command)
    return re.sub(r"\S*/(python3?|surefoot)(?= )", r".venv/bin/\1", re.sub(r"\S*/site-packages", "…", " ".join(words)))


def _span(times: Times) -> str:
    seconds = times.seconds.values()
    return f"{min(seconds):.3f} / {times.median:.3f} / {max(seconds):.3f}"
