from __future__ import annotations

import os
import signal

import pytest

from publisher.batch import crew as room
from publisher.batch.crew import Crew, cores
from publisher.batch.making import Done
from publisher.problems import MachineError
from tests.batch.standin import make
from tests.people.lists import people_in


def named(*names):
    return people_in("Name\n" + "".join(f"{name}\n" for name in names))


def rows(done):
    return sorted((each.row, each.codes) for each in done)


@pytest.mark.parametrize("count", [1, 3])
def test_everybody_is_made_once(count):
    people = named(*(f"Person {number}" for number in range(25)))

    with Crew(make, count) as crew:
        done = list(crew(people))

    assert sorted(done) == [Done(person.row, make(person)) for person in people]


def test_where_nothing_forks_the_same_is_made(monkeypatch):
    monkeypatch.setattr(room, "_FORKS", False)

    with Crew(make, 2) as crew:
        assert rows(crew(named("Ann", "Bob", "Cem"))) == [(2, ()), (3, ()), (4, ())]


def test_a_process_that_is_killed_is_replaced_and_nothing_is_lost():
    people = named(*(f"Person {number}" for number in range(30)))

    with Crew(make, 2) as crew:
        done = []
        for each in crew(people):
            if len(done) in {3, 15}:
                os.kill(crew.processes()[0], signal.SIGKILL)
            done.append(each)

    assert rows(done) == [(person.row, ()) for person in people]


def test_a_row_that_ends_two_processes_is_reported_and_the_others_are_made():
    with Crew(make, 2) as crew:
        done = rows(crew(named("Ann", "Deadly", "Bob", "Cem", "Dee")))

    assert done == [(2, ()), (3, ("worker-lost",)), (4, ()), (5, ()), (6, ())]


def test_when_every_process_ends_the_run_ends_too():
    with Crew(make, 2) as crew, pytest.raises(MachineError) as told:
        list(crew(named(*(f"Deadly {number}" for number in range(20)))))

    assert told.value.problems[0].name == "workers-end"


def test_no_process_is_left():
    with Crew(make, 2) as crew:
        list(crew(named("Ann")))
        numbers = crew.processes()

    for number in numbers:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_people_are_taken_from_the_list_only_as_they_are_needed():
    taken = []

    def slowly():
        for person in named(*(f"Person {number}" for number in range(50))):
            taken.append(person.row)
            yield person

    with Crew(make, 2) as crew:
        done = crew(slowly())
        next(done)
        assert len(taken) <= 6


def test_there_is_a_core():
    assert 1 <= cores() <= (os.cpu_count() or 1)
