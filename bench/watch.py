"""`python -m bench.watch`: from a save to the file, while `surefoot build --watch` or `check --watch` runs.

Each round saves a card of a library that lies over the built-in one, and does what the command does on a save, in one
process. The look every tenth of a second and the moment in which a save comes to rest come on top.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from publisher import rules
from publisher.build import fit_everything
from publisher.cli.build import Asked, choices_for
from publisher.cli.options import gather
from publisher.cli.rebuilding import Builds
from publisher.cli.voice import Voice
from publisher.cli.watching import AT_REST, LOOK_AGAIN
from publisher.library.memory import Memory
from publisher.library.overlays import read_library
from publisher.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

CARDS = ("plank", "quick-short-steps", "numb-between-your-legs", "food-timing", "cat-cow")
FIELD = {"plank": "cue: Hold {n} times.", "cat-cow": "cue: Move {n} times."}
ROUNDS = 12


def main() -> None:
    """Measure and print."""
    gc.disable()  # as the program does while it works
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        Path("mine/cards").mkdir(parents=True)
        flags = {"library": ("mine",)}
        builds = Builds(Voice(quiet=True), flags, Asked((), 1, (), changed=False, date=None, release=False))
        _told("build --watch, the default set", _times(builds.once))
        _told("check --watch", _times(_checking(flags)))
    print(f"a look every {LOOK_AGAIN} s, and {AT_REST} s at rest, come on top")


def _checking(flags: dict[str, object]) -> Callable[[], object]:
    memory, standing = Memory(), Standing()

    def once() -> None:
        chosen, profile = gather(flags)
        library = read_library(chosen.folders(), memory=memory)
        fit_everything(library, choices_for(chosen, profile), (), standing)
        list(rules.broken(library))

    return once


def _times(act: Callable[[], object]) -> list[tuple[float, float]]:
    """Wall time and processor time of each save, in seconds; the first build is not counted."""
    times = []
    for number in range(ROUNDS + 1):
        card = CARDS[number % len(CARDS)]
        line = FIELD.get(card, "purpose: It is good for {n} things.").format(n=number)
        Path(f"mine/cards/{card}.yaml").write_text(f"extends: {card}\n{line}\n", "utf-8")
        wall, processor = time.perf_counter(), time.process_time()
        with contextlib.redirect_stdout(io.StringIO()):
            act()
        times.append((time.perf_counter() - wall, time.process_time() - processor))
        gc.collect()
    return times[1:]


def _told(name: str, times: list[tuple[float, float]]) -> None:
    for what, seconds in zip(("wall", "processor"), zip(*times, strict=True), strict=True):
        least, middle, most = min(seconds), statistics.median(seconds), max(seconds)
        sys.stdout.write(f"{name}, {what}: {least:.2f} / {middle:.2f} / {most:.2f} s\n")


if __name__ == "__main__":
    main()
