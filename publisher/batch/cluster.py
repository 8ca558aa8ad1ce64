"""Rows on the machines of an existing Dask cluster: the same makers, the same files.

Imported only where a cluster is asked for. Its workers hold what they make in memory until it is fetched, a few rows
each; they may not write it to a disk.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import re
import socket
import threading
from collections import deque
from typing import TYPE_CHECKING, Self

from distributed import Client, WorkerPlugin, as_completed, get_worker

from publisher import __version__
from publisher.batch.making import Done, done
from publisher.people.faults import Code
from publisher.problems import MachineError, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from distributed import Future, Worker

    from publisher.batch.making import Make
    from publisher.people.persons import Person

_PATIENCE_SECONDS = 10.0
_ADDRESS = re.compile(r"(tcp|tls|ws|wss|ucx)://(?P<host>[^/]+):(?P<port>[0-9]{1,5})")
_AHEAD = 2


class Cluster:
    """A crew of the workers of a cluster, until it is left."""

    def __init__(self, make: Make, address: str) -> None:
        """Find the cluster, and give its workers what they make with. Raises what stands against it."""
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told by us
        self._client = _found(address)
        try:
            _refuse_others(self._client)
            self._name = f"surefoot-{os.urandom(8).hex()}"
            self._client.register_plugin(Maker(pickle.dumps(make)), name=self._name)
        except BaseException:
            self._client.close()
            raise

    def __enter__(self) -> Self:
        """Ready."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take from the workers what they were given."""
        with contextlib.suppress(Exception):  # a cluster that is gone holds nothing
            self._client.unregister_worker_plugin(self._name)
        self._client.close()

    def __call__(self, persons: Iterable[Person]) -> Iterator[Done]:
        """Their files, in the order in which they are done. What a lost worker was making is made by another."""
        waiting = iter(persons)
        again: deque[Person] = deque()
        given: dict[str, Person] = {}
        working = as_completed(loop=self._client.loop)
        for _, person in zip(range(self._places()), waiting, strict=False):
            working.add(self._given(person, given))
        for future in working:
            person, answer = given.pop(future.key), _answer(future)
            following = next(waiting, None)
            if following is not None:
                working.add(self._given(following, given))
            if answer is None:
                again.append(person)
            else:
                yield answer
        # Which of the rows that a lost worker held was at fault shows when each is alone.
        for person in again:
            yield _answer(self._given(person, given, "again")) or Done(person.row, b"", (Code.WORKER_LOST.value,))

    def _given(self, person: Person, given: dict[str, Person], turn: str = "first") -> Future[Done]:
        """A row handed to the cluster, noted by its key."""
        key = f"{self._name}-{person.row}-{turn}"
        given[key] = person
        future: Future[Done] = self._client.submit(_made, self._name, person, key=key, pure=False)
        return future

    def _places(self) -> int:
        """How many rows are with the cluster at a time."""
        threads: dict[str, int] = self._client.nthreads()
        return max(2, _AHEAD * sum(threads.values()))


class Maker(WorkerPlugin):
    """What a worker makes with. A worker that joins later is given it too."""

    def __init__(self, parcel: bytes) -> None:
        """Keep it packed until a worker unpacks it."""
        self._parcel = parcel

    def setup(self, worker: Worker) -> None:  # noqa: ARG002  # whose it is does not matter
        """Unpack it, once for a worker."""
        self._make: Make = pickle.loads(self._parcel)  # noqa: S301  # from who asks for the work
        self._one_at_a_time = threading.Lock()

    def done(self, person: Person) -> Done:
        """The file of one person. A worker may have threads, and a workshop has room for one."""
        with self._one_at_a_time:
            return done(self._make, person)


def _made(name: str, person: Person) -> Done:
    maker = get_worker().plugins[name]
    if not isinstance(maker, Maker):
        raise TypeError(name)
    return maker.done(person)


def _answer(future: Future[Done]) -> Done | None:
    """What was made; nothing where the workers that made it were lost."""
    try:
        answer = future.result()
    except Exception:  # noqa: BLE001  # a row never fails by itself; only a worker does
        return None
    finally:
        future.release()
    return answer


def _found(address: str) -> Client:
    form = _ADDRESS.fullmatch(address)
    if form is None:
        raise MachineError([_no_cluster(address)])
    try:
        # A client that finds nobody is long in giving up, and says so later.
        socket.create_connection((form["host"].strip("[]"), int(form["port"])), _PATIENCE_SECONDS).close()
        return Client(address, timeout=_PATIENCE_SECONDS, set_as_default=False)
    except Exception:  # noqa: BLE001  # each transport has its own
        raise MachineError([_no_cluster(address)]) from None


def _no_cluster(address: str) -> Problem:
    hint = "Write the address of its scheduler, such as tcp://10.0.0.5:8786, or tls://10.0.0.5:8786."
    return Problem("no-cluster", f"no cluster answers at {address}.", hint)


def _refuse_others(client: Client) -> None:
    """Workers of another version would print other pages; and patients' data must not be written to a disk."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE_SECONDS)
    except TimeoutError:
        hint = "Start some: dask worker ADDRESS"
        raise MachineError([Problem("no-cluster", "the cluster has no workers.", hint)]) from None
    try:
        told = client.run(_about)
    except Exception:  # noqa: BLE001  # it comes as whatever the worker could not import
        told = {"": ("none", False)}
    if {version for version, _ in told.values()} != {__version__}:
        sentence = f"the workers of the cluster do not have this version of Surefoot, {__version__}."
        hint = f"On each of its machines: pip install surefoot=={__version__}"
        raise UsageError([Problem("other-version", sentence, hint)])
    if any(spills for _, spills in told.values()):
        sentence = "the workers of the cluster write what they hold to a disk when memory is short."
        hint = (
            "That would be patients' data. Start them with DASK_DISTRIBUTED__WORKER__MEMORY__TARGET=False and\n"
            "DASK_DISTRIBUTED__WORKER__MEMORY__SPILL=False in their environment."
        )
        raise UsageError([Problem("cluster-spills", sentence, hint)])


def _about(dask_worker: Worker) -> tuple[str, bool]:
    """The version of a worker, and whether it writes what it holds to a disk."""
    manager = dask_worker.memory_manager
    return __version__, bool(manager.memory_target_fraction or manager.memory_spill_fraction)
