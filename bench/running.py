"""Child processes, one after another in rounds (A B C D A B C D), each timed whole: wall time and peak memory."""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


# Whoever installs a program has it compiled; the turn that is thrown away compiles what is not.
_SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Runner:
    """A command to time. `output` is the file it writes, `before` makes the ground ready and is not timed."""

    name: str
    command: tuple[str, ...]
    output: Path | None = None
    before: Callable[[], None] | None = None
    every: int = 1


@dataclass(slots=True)
class Times:
    """What was measured of one runner: seconds by round, the most memory in MiB, and the bytes it wrote."""

    seconds: dict[int, float] = field(default_factory=dict)
    memory: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def median(self) -> float:
        """Seconds."""
        return statistics.median(self.seconds.values())

    def ratio(self, other: Times) -> float:
        """The median of the ratios of each round: drift of the machine hits both alike."""
        shared = self.seconds.keys() & other.seconds.keys()
        return statistics.median(self.seconds[at] / other.seconds[at] for at in shared)


def rounds(runners: Sequence[Runner], count: int, say: Callable[[str], None]) -> dict[str, Times]:
    """Run all of them in turn, `count` times over, after one turn that warms the disk and is thrown away."""
    times = {runner.name: Times() for runner in runners}
    for at in range(-1, count):
        for runner in runners:
            if max(at, 0) % runner.every:
                continue
            seconds, memory = _timed(runner)
            if at >= 0:
                times[runner.name].seconds[at] = seconds
                times[runner.name].memory.append(memory)
        say(f"round {at + 1} of {count}")
    for runner in runners:
        if runner.output is not None:
            times[runner.name].size = runner.output.stat().st_size
    return times


def _timed(runner: Runner) -> tuple[float, float]:
    if runner.before is not None:
        runner.before()
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawn(runner.command[0], runner.command, _SURROUNDINGS, file_actions=silence)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"this failed: {' '.join(runner.command)}")
    # Kilobytes on Linux. What this process itself holds counts as well, so it stays small (see __main__).
    return seconds, usage.ru_maxrss / 1024
