"""Rows on all cores: processes that are given one person after another, and end when whoever gives them is gone.

Nothing is written by them. One that dies is replaced, and its row tried once more; a row that ends two is reported.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, NamedTuple, Self

from publisher.batch.making import Done, done
from publisher.people.faults import Code
from publisher.problems import MachineError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from types import TracebackType

    from publisher.batch.making import Make
    from publisher.people.persons import Person

# One being made and one waiting, so that nobody waits for us; more would only fill the memory.
_AHEAD = 2
_TRIES = 2
# So many deaths without a file between them are no accident.
_MOST_DEATHS = 6
# A fork shares the library that has been read; elsewhere it is sent and takes half a second.
_FORKS = sys.platform == "linux"


class _Given(NamedTuple):
    """A person, and how many processes ended over their row."""

    person: Person
    deaths: int = 0


class _Worker:
    """A process, our end of its pipe, and whom it was given, in order."""

    def __init__(self, context: BaseContext, make: Make) -> None:
        self.given: deque[_Given] = deque()
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(theirs, make), daemon=True)  # type: ignore[attr-defined]  # each kind of context has its own
        self.process.start()
        theirs.close()

    def give(self, given: _Given) -> None:
        self.given.append(given)
        with contextlib.suppress(OSError):  # it is dead, which is found out where its answer is waited for
            self.pipe.send(given.person)

    def end(self) -> None:
        self.pipe.close()
        self.process.join(timeout=2)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class Crew:
    """Processes that make what is asked for, until the crew is left."""

    def __init__(self, make: Make, count: int) -> None:
        """Start `count` processes."""
        self._context = multiprocessing.get_context("fork" if _FORKS else "spawn")
        self._make = make
        self._deaths = 0
        self._workers = [_Worker(self._context, make) for _ in range(count)]

    def __enter__(self) -> Self:
        """Ready."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all processes; what they were making is lost."""
        for worker in self._workers:
            if kind is not None:
                worker.process.kill()
        for worker in self._workers:
            worker.end()

    def __call__(self, persons: Iterable[Person]) -> Iterator[Done]:
        """Their files, in the order in which they are done."""
        waiting = (_Given(person) for person in persons)
        again: deque[_Given] = deque()
        self._fill(waiting, again)
        while busy := {worker.pipe: worker for worker in self._workers if worker.given}:
            for pipe in wait(list(busy)):
                yield from self._answer(busy[pipe], again)  # type: ignore[index]  # what is waited for are pipes
            self._fill(waiting, again)

    def processes(self) -> tuple[int, ...]:
        """Their process numbers."""
        return tuple(worker.process.pid or 0 for worker in self._workers)

    def _fill(self, waiting: Iterator[_Given], again: deque[_Given]) -> None:
        for _ in range(_AHEAD):
            for worker in self._workers:
                if len(worker.given) < _AHEAD:
                    following = again.popleft() if again else next(waiting, None)
                    if following is None:
                        return
                    worker.give(following)

    def _answer(self, worker: _Worker, again: deque[_Given]) -> Iterator[Done]:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._replaced(worker, again)
            return
        worker.given.popleft()
        self._deaths = 0
        yield answer

    def _replaced(self, worker: _Worker, again: deque[_Given]) -> Iterator[Done]:
        """What it was making is tried once more; what waited behind it was not at fault."""
        worker.end()
        self._deaths += 1
        if self._deaths >= _MOST_DEATHS:
            sentence = "the processes that make handouts end one after another; no more than one may fit into memory."
            raise MachineError([Problem("workers-end", sentence, "Try with one: --workers 1")])
        self._workers[self._workers.index(worker)] = _Worker(self._context, self._make)
        first, *rest = worker.given
        again.extend(rest)
        if first.deaths + 1 < _TRIES:
            again.append(_Given(first.person, first.deaths + 1))
        else:
            yield Done(first.person.row, b"", (Code.WORKER_LOST.value,))


def cores() -> int:
    """How many processes this one may use at a time."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def _work(pipe: Connection[Done, Person], make: Make) -> None:
    """What a process does until the other end of its pipe is closed, by whom it works for or by their death."""
    if _FORKS:
        # The lock of the folder must end with the run, and the pipes of others with their owners.
        own = pipe.fileno()
        os.closerange(3, own)
        os.closerange(own + 1, os.sysconf("SC_OPEN_MAX"))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whom it works for
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.enable()  # off for a short run; ten thousand files would never be let go of
    gc.freeze()
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(done(make, pipe.recv()))
