from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.batch.running import file_name
from publisher.files import taken
from publisher.problems import MachineError, UsageError
from tests.batch.standin import a_run, files_in, people

HERE = Path(__file__).parent
# How many runs are killed until they are done; a long run sets more.
ROUNDS = os.environ.get("SUREFOOT_KILLED_RUNS", "6")


def test_every_person_has_a_file_named_by_the_row(tmp_path):
    outcome = a_run(tmp_path / "out", "Name\nAnn\n\nBob\n")

    assert (outcome.made, outcome.kept, outcome.faults) == (2, 0, ())
    assert sorted(files_in(tmp_path / "out")) == ["0002.pdf", "0004.pdf", "report.csv"]


def test_names_sort_as_the_list_does():
    assert [file_name(row, 10_001) for row in (2, 9_999, 10_001)] == ["00002.pdf", "09999.pdf", "10001.pdf"]


def test_bad_rows_stop_no_others_and_are_reported_by_number_and_code(tmp_path):
    text = "Name,DOB\nAnn,\nRefused Canary,\nBroken Canary,\nBob,1980-02-31\nCem,\n"

    outcome = a_run(tmp_path, text)

    report = (tmp_path / "report.csv").read_bytes()
    rows = [line.split(",")[:3] for line in report.decode("utf-8-sig").splitlines()[1:]]
    assert rows == [["3", "does-not-fit", ""], ["4", "our-mistake", ""], ["5", "no-such-day", "DOB"]]
    assert outcome.made == 2
    assert b"Canary" not in report


@pytest.mark.parametrize("workers", [1, 3])
def test_on_all_cores_the_set_is_the_same(tmp_path, workers):
    text = people(40, bad=4)
    a_run(tmp_path / "one", text)
    a_run(tmp_path / "many", text, workers=workers)

    assert files_in(tmp_path / "one") == files_in(tmp_path / "many")


@pytest.mark.parametrize("workers", [0, 2])
def test_a_run_that_is_killed_goes_on_where_it_was_and_the_set_is_the_same(tmp_path, workers):
    command = [sys.executable, HERE / "killing.py", tmp_path, "11", ROUNDS, str(workers)]
    kills, partial, different = map(
        int, subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    )

    assert kills >= int(ROUNDS)
    assert (partial, different) == (0, 0)


def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room(tmp_path):
    code = (
        "import resource, signal, sys; sys.path.insert(0, sys.argv[2]); from pathlib import Path\n"
        "from publisher.problems import MachineError\n"
        "from tests.batch.standin import a_run, make, people\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000))\n"
        "def larger(person): return make(person) * (30 if person.row == 30 else 1)\n"
        "try: a_run(Path(sys.argv[1]), people(60), making=larger)\n"
        "except MachineError as error: print(error.problems[0].name)\n"
    )
    command = [sys.executable, "-c", code, tmp_path / "out", HERE.parents[1]]

    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "disk-full\n"
    assert len([name for name in files_in(tmp_path / "out") if name.endswith(".pdf")]) == 28

    outcome = a_run(tmp_path / "out", people(60))
    a_run(tmp_path / "whole", people(60))
    assert (outcome.made, outcome.kept) == (32, 28)
    assert files_in(tmp_path / "out") == files_in(tmp_path / "whole")


def test_a_second_run_in_one_folder_says_so_and_stops(tmp_path):
    with taken(tmp_path), pytest.raises(MachineError) as told:
        a_run(tmp_path, "Name\nAnn\n")

    assert told.value.problems[0].name == "folder-in-use"
    assert files_in(tmp_path) == {}


@pytest.mark.parametrize("second", ["Name\nBob\n", "Name\nAnn\n"])
def test_a_folder_with_handouts_of_another_run_is_left_alone(tmp_path, second):
    a_run(tmp_path, "Name\nAnn\n")
    before = files_in(tmp_path)

    with pytest.raises(UsageError) as told:
        a_run(tmp_path, second)

    assert told.value.problems[0].name == "other-handouts"
    assert files_in(tmp_path) == before


def test_no_name_stays_but_in_the_files(tmp_path):
    a_run(tmp_path / "out", "Name,Reference\nCanary,Canary7\nRefused Canary,8\n")

    there = files_in(tmp_path / "out")
    assert [name for name, content in there.items() if re.search(b"canary", content, re.IGNORECASE)] == ["0002.pdf"]
    assert "anary" not in "".join(there)


def test_mended_rows_that_could_not_be_reported_are_named_until_they_are_done(tmp_path, monkeypatch):
    a_run(tmp_path, "Name,DOB\nAnn,\nBob,1980-02-31\n")
    before = files_in(tmp_path)

    def full(_faults):
        raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr("publisher.batch.running.report", full)
        with pytest.raises(OSError, match="no room"):
            a_run(tmp_path, "Name,DOB\nAnn,\nBob,1980-02-03\n", beside=True)

    assert set(files_in(tmp_path)) == {*before, "0003.pdf"}
    assert files_in(tmp_path)["report.csv"] == before["report.csv"]
