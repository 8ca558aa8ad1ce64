"""A real cluster on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import os
import signal
from types import SimpleNamespace

import dask
import pytest
from distributed import Client, LocalCluster

from publisher.batch import cluster as room
from publisher.batch.cluster import Cluster
from publisher.batch.making import Done
from publisher.batch.running import Work, run
from publisher.problems import InputError
from tests.batch import standin
from tests.batch.standin import files_in, make, people
from tests.people.lists import listing, people_in

MEMORY = {"distributed.worker.memory.target": False, "distributed.worker.memory.spill": False}
# Its own loops and sockets are told by the garbage collector, long after.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def cluster():
    quiet = {"distributed.comm.timeouts.connect": "60s", "distributed.scheduler.allowed-failures": 1}
    with (
        dask.config.set({**MEMORY, **quiet}),
        LocalCluster(n_workers=2, threads_per_worker=2, processes=True, dashboard_address=None) as started,
    ):
        yield started


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """Workers that were killed are started again, which takes a busy machine its time."""
    monkeypatch.setattr(room, "_PATIENCE_SECONDS", 60)


def a_run(folder, text, cluster, *, each=lambda _done: None):
    """A run in a folder, on the cluster; `each` is told of every file."""
    found = listing(text)
    survey = found.survey()
    with Cluster(make, cluster.scheduler_address) as crew:

        def watched(persons):
            for done in crew(persons):
                each(done)
                yield done

        return run(folder, text.encode(), Work(found.persons(survey), survey, watched, lambda _done, _all: None))


def alone(folder, text):
    standin.a_run(folder, text)
    return files_in(folder)


def test_the_set_is_the_one_that_is_made_here(cluster, tmp_path):
    text = people(30, bad=3).replace("Person 7,", "Refused Person 7,")

    outcome = a_run(tmp_path / "there", text, cluster)

    assert files_in(tmp_path / "there") == alone(tmp_path / "here", text)
    assert (outcome.made, len(outcome.faults)) == (26, 4)


def test_when_a_worker_is_killed_during_the_run_nothing_is_lost(cluster, tmp_path):
    text, killed = people(40), []

    def kill_one(_done):
        if len(killed) < 1:
            (pid,) = cluster_processes(cluster)[:1]
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

    a_run(tmp_path / "there", text, cluster, each=kill_one)

    assert len(killed) == 1
    assert files_in(tmp_path / "there") == alone(tmp_path / "here", text)


def cluster_processes(cluster):
    """The process numbers of the workers that are up."""
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        return list(client.run(os.getpid).values())


def test_workers_are_given_nothing_that_stays(cluster):
    with Cluster(make, cluster.scheduler_address) as crew:
        assert sorted(crew(people_in("Name\nAnn\n"))) == [Done(2, make(people_in("Name\nAnn\n")[0]))]

    with Cluster(make, cluster.scheduler_address) as crew:
        names = crew._client.run(lambda dask_worker: [name for name in dask_worker.plugins if "surefoot" in name])
    assert all(len(found) == 1 for found in names.values())


def name_of_problem(address):
    with pytest.raises(InputError) as told:
        Cluster(make, address)
    return told.value.problems[0].name


def test_workers_of_another_version_are_refused(cluster, monkeypatch):
    monkeypatch.setattr(room, "__version__", "0.0.1")

    assert name_of_problem(cluster.scheduler_address) == "other-version"


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "tcp://127.0.0.1:99999", "nowhere at all", "file:///etc"])
def test_an_address_where_nobody_answers_is_told(address):
    assert name_of_problem(address) == "no-cluster"


def test_workers_that_write_what_they_hold_to_a_disk_are_refused(cluster, monkeypatch):
    monkeypatch.setattr(room, "_about", lambda: (room.__version__, True))

    assert name_of_problem(cluster.scheduler_address) == "cluster-spills"


@pytest.mark.parametrize(("target", "spill", "told"), [(False, False, False), (0.6, False, True), (False, 0.7, True)])
def test_a_worker_tells_whether_it_writes_what_it_holds_to_a_disk(target, spill, told):
    manager = SimpleNamespace(memory_target_fraction=target, memory_spill_fraction=spill)

    assert room._about(SimpleNamespace(memory_manager=manager)) == (room.__version__, told)


def test_a_row_that_ends_its_workers_is_reported_and_the_others_are_made(cluster):
    with Cluster(make, cluster.scheduler_address) as crew:
        done = sorted((each.row, each.codes) for each in crew(people_in("Name\nAnn\nDeadly\nBob\n")))

    assert done == [(2, ()), (3, ("worker-lost",)), (4, ())]
