"""`python -m bench.people`: people an hour, its growth with rows, and the most memory of all processes together.

Lists are made with a seed; one row in twenty is bad, in ten ways. The table goes to docs/batch.md.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "batch.md"
SUREFOOT = str(Path(sys.executable).with_name("surefoot"))
PROGRAMME = "downhill-back-start"
START, END = "<!-- measured: from here on `python -m bench.people` writes -->", "<!-- measured: up to here -->"
ROWS, SAME, LONG = (10, 100, 1_000), 500, 10_000
QUICK, QUICK_SAME = (10, 100, 300), 100
_PAUSE = 0.25
_NAMES = ("Ann", "Bob", "Cem", "Dorothée", "Eva", "Françoise", "Göran", "Håkon", "Irène", "Jörg")
# What makes a row bad: a change of its cells.
_BAD = (
    ("", "1980-04-03", "x", ""),
    ("Ann", "1980-02-31", "x", ""),
    ("Ann", "03/04/1980", "x", ""),
    ("Ann", "1880-01-01", "x", ""),
    ("محمد", "1980-04-03", "x", ""),
    ("Ann 🏃", "1980-04-03", "x", ""),
    ("Ann", "1980-04-03", "9.43476E+09", ""),
    ("Ann", "1980-04-03", "x", "-3"),
    ("Ann", "1980-04-03", "x"),
    ("Ann", "1980-04-03", "x", "2", "more"),
)


class Measured(NamedTuple):
    """One run: seconds, files, bad rows, and the most memory of all of its processes, MB."""

    rows: int
    how: str
    seconds: float
    files: int
    bad: int
    memory: float
    size: float


def a_list(rows: int, seed: int = 7) -> str:
    """A list of so many people; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # the same list each time
    lines = ["Name,Date of birth,Reference,bird-dog.sets"]
    for number in range(rows):
        day = f"{chance.randint(1930, 2010)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        good = (f"{chance.choice(_NAMES)} Person {number}", day, f"R{number}", chance.choice(("", "6", "8 to 10")))
        cells = _BAD[(number // 20) % len(_BAD)] if number % 20 == 19 else good
        lines.append(",".join(f"{cell}{number}" if cell == "x" else cell for cell in cells))
    return "\n".join(lines) + "\n"


def measured(rows: int, *more: str) -> Measured:
    """Run the command on such a list."""
    with tempfile.TemporaryDirectory() as place:
        people, out = Path(place) / "people.csv", Path(place) / "out"
        people.write_text(a_list(rows), encoding="utf-8")
        command = [SUREFOOT, "batch", "--list", str(people), "--programme", PROGRAMME, "--out", str(out)]
        command += ["--dates", "iso", *more]
        start, most = time.perf_counter(), 0.0
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while child.poll() is None:
            most = max(most, _memory(child.pid))
            time.sleep(_PAUSE)
        seconds = time.perf_counter() - start
        files = [path for path in out.iterdir() if path.suffix == ".pdf"]
        bad = len((out / "report.csv").read_text("utf-8-sig").splitlines()) - 1
        size = sum(path.stat().st_size for path in files) / 1e6
    return Measured(rows, " ".join(more), seconds, len(files), bad, most, size)


def _memory(process: int) -> float:
    """The memory of a process and its children, MB: what they share is counted once (proportional set size)."""
    total = 0.0
    for number in (process, *_children(process)):
        try:
            text = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        total += sum(int(found) for found in re.findall(r"^Pss:\s+([0-9]+) kB", text, re.MULTILINE)) / 1000
    return total


def _children(process: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def table(runs: list[Measured]) -> str:
    """As the page shows it."""
    rows = ["| rows | how | time | people an hour | bad rows told | memory, all processes | on disk |"]
    rows.append("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for run in runs:
        people = run.rows - run.bad
        how = f"`{run.how}`" if run.how else "a file each"
        rows.append(
            f"| {run.rows:,} | {how} | {run.seconds:,.1f} s | {round(people / run.seconds * 3600, -2):,.0f} "
            f"| {run.bad} | {run.memory:.0f} MB | {run.size:,.1f} MB |"
        )
    return "\n".join(rows)


def main() -> None:
    """Measure, show, write."""
    asked = argparse.ArgumentParser(prog="python -m bench.people", description=__doc__)
    asked.add_argument("--quick", action="store_true", help="fewer rows")
    asked.add_argument("--long", action="store_true", help=f"also {LONG:,} rows")
    asked.add_argument("--no-write", action="store_true", help="leave docs/batch.md as it is")
    given = asked.parse_args()
    runs = [measured(rows) for rows in ROWS]
    runs += [
        measured(500, "--workers", "1"),
        measured(500),
        measured(500, "--merge"),
        measured(500, "--merge", "--duplex"),
    ]
    runs += [measured(LONG), measured(LONG, "--merge")] if given.long else []
    text = table(runs)
    print(text)
    if not given.no_write:
        page = PAGE.read_text("utf-8")
        pattern = f"{re.escape(START)}.*{re.escape(END)}"
        PAGE.write_text(re.sub(pattern, lambda _: f"{START}\n\n{text}\n\n{END}", page, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    main()
