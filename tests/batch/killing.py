"""Runs that are killed at a call to the system, again and again, until one comes to its end. Prints how often.

Of its own program, because it forks: what runs tests has threads. `killing.py FOLDER SEED ROUNDS WORKERS`
"""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.batch.standin import a_run, files_in, people

EVENTS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.listdir", "os.truncate"})
TEXT = people(24, bad=3)


def child(folder: Path, at: int, workers: int) -> int:
    """A run in a process of its own that ends at the event of this number."""
    number = os.fork()
    if number:
        return os.waitpid(number, 0)[1]
    own, seen = os.getpid(), 0

    def count(event: str, _arguments: object) -> None:
        nonlocal seen
        if event in EVENTS and os.getpid() == own:
            seen += 1
            if seen == at:
                os.kill(own, signal.SIGKILL)

    sys.addaudithook(count)
    a_run(folder, TEXT, workers=workers)
    os._exit(0)


def main(top: Path, seed: int, rounds: int, workers: int) -> None:
    chance, kills, partial, different = random.Random(seed), 0, 0, 0
    a_run(top / "whole", TEXT, workers=workers)
    whole = files_in(top / "whole")
    for place in range(rounds):
        folder = top / str(place)
        while child(folder, chance.randint(1, 60), workers):
            kills += 1
            there = files_in(folder) if folder.exists() else {}
            partial += sum(name in whole and content != whole[name] for name, content in there.items())
        different += files_in(folder) != whole
    print(kills, partial, different)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
