"""`make bench`: the program beside its peers on the same deck, in interleaved rounds; the table goes to docs/speed.md.

This process only starts others and waits: the memory that it holds itself would be counted as theirs.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import statistics
import subprocess
import sys
from functools import partial
from importlib.metadata import version
from pathlib import Path

from bench.running import Runner, rounds
from bench.table import Case, Small, document, written

HERE = Path(__file__).parent
ROOT = HERE.parent
WORK = HERE / "work"
SPEED = ROOT / "docs" / "speed.md"
PYTHON = sys.executable
SUREFOOT = str(Path(PYTHON).with_name("surefoot"))
# How many rounds for each size of deck: the small ones are noisier.
ROUNDS, QUICK = {9: 21, 54: 15, 540: 9}, {9: 5, 54: 5, 540: 3}
TITLES = {
    9: "one page: 9 fronts",
    54: "54 cards, both sides",
    540: "540 cards, both sides",
    5400: "5,400 cards, both sides",
}


def main() -> None:
    """Prepare, measure, show."""
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("--quick", action="store_true", help="fewer rounds, and no WeasyPrint beyond one page")
    asked.add_argument("--growth", action="store_true", help="also 5,400 cards")
    asked.add_argument("--no-write", action="store_true", help="leave docs/speed.md as it is")
    given = asked.parse_args()
    WORK.mkdir(exist_ok=True)
    counts = QUICK if given.quick else ROUNDS
    sizes = [*counts, *([5400] if given.growth else [])]
    _run(PYTHON, "-m", "bench.prepare", str(WORK), *map(str, sizes))
    cases = [_case(size, counts.get(size, 1), quick=given.quick) for size in sizes]
    text = document(cases, _small(11 if given.quick else 31), _warm(3 if given.quick else 7), _machine())
    print(text)
    if not given.no_write:
        SPEED.write_text(written(SPEED.read_text("utf-8"), text), "utf-8")


def _case(size: int, count: int, *, quick: bool) -> Case:
    runners = _runners(size, quick=quick)
    return Case(TITLES[size], size, runners, rounds(runners, count, partial(_say, TITLES[size])))


def _runners(size: int, *, quick: bool) -> list[Runner]:
    deck, out = WORK / f"deck-{size}", WORK / f"out-{size}"
    fields, lines = WORK / f"fields-{size}.json", WORK / f"lines-{size}.json"
    sides = ("--sides", "front") if size <= 9 else ()
    ours = (SUREFOOT, "build", "bench", "--library", _short(deck), "--out", _short(out), *sides)
    clear = partial(shutil.rmtree, out, ignore_errors=True)
    runners = [Runner("surefoot", ours, out / "bench.pdf", clear)]
    if size > 540:  # ours alone, see prepare
        return runners
    fonts = _fonts(fields)
    runners += [_peer("typst", "typst_cards.py", fields, size, fonts), _peer("canvas", "canvas.py", lines, size)]
    if size <= 9 or not quick:
        runners.append(_peer("weasyprint", "weasyprint_cards.py", fields, size, every={9: 1, 54: 3, 540: 9}[size]))
    return runners


def _fonts(fields: Path) -> str:
    """The folder of the font files, for those that look for fonts by folder."""
    return str(Path(json.loads(fields.read_bytes())["fonts"][0]).parent)


def _peer(name: str, script: str, given: Path, size: int, *more: str, every: int = 1) -> Runner:
    output = WORK / f"{name}-{size}.pdf"
    command = (PYTHON, _short(HERE / "peers" / script), _short(given), _short(output), *more)
    return Runner(name, command, output, every=every)


def _small(count: int) -> Small:
    """What a start costs, and a run in which nothing has changed."""
    same = (
        SUREFOOT,
        "build",
        "bench",
        "--library",
        _short(WORK / "deck-54"),
        "--out",
        _short(WORK / "out-54"),
    )
    runners = [
        Runner("python", (PYTHON, "-c", "pass")),
        Runner("version", (SUREFOOT, "--version")),
        Runner("canvas import", (PYTHON, "-c", "import reportlab.pdfgen.canvas")),
        Runner("unchanged", same),
        _runners(9, quick=True)[0],
    ]
    return Small(runners, rounds(runners, count, partial(_say, "start-up")))


def _warm(count: int) -> dict[int, float]:
    out = {}
    for size in (54, 540):
        command = (PYTHON, "-m", "bench.warm", str(WORK / "deck-9"), str(WORK / f"deck-{size}"), str(size))
        out[size] = statistics.median(float(_run(*command)) for _ in range(count))
    return out


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout


def _short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _say(what: str, said: str) -> None:
    print(f"\r{what}: {said}   ", end="\n" if said.startswith("round 0") else "", file=sys.stderr, flush=True)


def _machine() -> str:
    model = next((line.split(":")[1].strip() for line in _cpu() if line.startswith("model name")), platform.machine())
    cores = sum(line.startswith("processor") for line in _cpu())
    peers = ", ".join(f"{name} {version(name)}" for name in ("reportlab", "typst", "weasyprint"))
    return f"{model}, {cores} cores, {platform.system()}; Python {platform.python_version()}; {peers}"


def _cpu() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text().splitlines() if path.exists() else []


if __name__ == "__main__":
    main()
