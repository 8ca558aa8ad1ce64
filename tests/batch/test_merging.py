from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pypdfium2
import pytest

from publisher.batch.crew import Crew
from publisher.batch.making import one_by_one
from publisher.batch.merging import run_merged
from publisher.batch.parcels import Packer
from publisher.batch.running import Work
from publisher.files import LOCK
from publisher.pdf.merging import Part
from publisher.problems import InputError, Problem, UsageError
from publisher.typesetting.document import Document, Page, Placed, Where
from tests.batch.standin import files_in, people
from tests.pdf.factories import a_face
from tests.people.lists import listing

HERE = Path(__file__).parent
HEAD = Document("Handouts", "en", (), ())


class Pages:
    """A page or two for each; who is refused has none."""

    def __init__(self) -> None:
        self.packer = Packer()

    def __call__(self, person) -> bytes:
        if person.patient.name.startswith("Refused"):
            raise InputError([Problem("does-not-fit", person.patient.name)])
        face = a_face()
        pages = (Page(face.trim, (Placed(face),)),) * (1 + person.row % 2)
        return self.packer.pack(Part(f"Row {person.row}", pages, tuple(Where(n, 0) for n in range(len(pages)))))


def merged(folder, text, *, workers=0, fronts=False, lock=None, progress=lambda _done, _all: None):
    found = listing(text)
    survey = found.survey()
    with ExitStack() as stack:
        make = Pages()
        crew = stack.enter_context(Crew(make, workers)) if workers else lambda persons: one_by_one(make, persons)
        work = Work(found.persons(survey), survey, crew, progress)
        return run_merged(folder, HEAD, work, lock, fronts=fronts)


def bookmarks(folder):
    document = pypdfium2.PdfDocument((folder / "handouts.pdf").read_bytes())
    return [mark.get_title() for mark in document.get_toc()]


@pytest.mark.parametrize("workers", [0, 3])
def test_everybody_is_in_the_file_in_the_order_of_the_list(tmp_path, workers):
    bundle = merged(tmp_path, people(30, bad=2), workers=workers)

    assert bookmarks(tmp_path) == [f"Row {row}" for row in range(4, 32)]
    assert bundle.merged.parts == 28
    assert {fault.row for fault in bundle.faults} == {2, 3}


def test_on_all_cores_the_file_is_the_same(tmp_path):
    merged(tmp_path / "one", people(12), fronts=True)
    merged(tmp_path / "many", people(12), workers=2, fronts=True)

    assert files_in(tmp_path / "one") == files_in(tmp_path / "many")


def test_who_cannot_be_printed_is_left_out_and_reported(tmp_path):
    merged(tmp_path, "Name\nAnn\nRefused Canary\nBob\n", workers=2)

    assert bookmarks(tmp_path) == ["Row 2", "Row 4"]
    report = (tmp_path / "report.csv").read_bytes()
    assert b"3,does-not-fit" in report
    assert b"Canary" not in report


def test_where_nobody_can_be_printed_there_is_a_report_alone(tmp_path):
    bundle = merged(tmp_path, "Name\nRefused\n")

    assert bundle.merged is None
    assert list(files_in(tmp_path)) == ["report.csv"]


def test_what_is_locked_is_never_open_on_the_disk(tmp_path):
    on_the_disk = []

    def lock(content, target):
        assert content.getvalue().startswith(b"%PDF")
        on_the_disk.extend(path.read_bytes() for path in tmp_path.iterdir())
        target.write(b"locked")

    bundle = merged(tmp_path, people(200), lock=lock)

    assert set(on_the_disk) == {b""}
    assert (tmp_path / "handouts.pdf").read_bytes() == b"locked"
    assert bundle.size == len(b"locked")


def test_a_run_that_fails_leaves_nothing_but_its_lock(tmp_path):
    def fail(_content, _target):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        merged(tmp_path, people(12), lock=fail)

    assert files_in(tmp_path) == {}
    assert [path.name for path in tmp_path.iterdir()] == [LOCK]


def test_a_run_that_is_killed_leaves_no_part_under_its_name_and_the_next_takes_away_what_was_begun(tmp_path):
    merged(tmp_path / "whole", people(12))
    code = (
        "import os, signal, sys; from pathlib import Path; from tests.batch.test_merging import *\n"
        "def kill(done, _all):\n"
        "    if done == 7: os.kill(os.getpid(), signal.SIGKILL)\n"
        "merged(Path(sys.argv[1]), people(12), progress=kill)\n"
    )

    ended = subprocess.run([sys.executable, "-c", code, tmp_path / "killed"], cwd=HERE.parents[1], check=False)

    assert ended.returncode == -signal.SIGKILL
    left = {path.name for path in (tmp_path / "killed").iterdir()}
    assert len(left) == 2
    assert all(name.startswith(".surefoot-") for name in left)
    merged(tmp_path / "killed", people(12))
    assert {path.name for path in (tmp_path / "killed").iterdir()} == {LOCK, "handouts.pdf", "report.csv"}
    assert files_in(tmp_path / "killed") == files_in(tmp_path / "whole")


def test_a_folder_with_other_handouts_is_left_alone(tmp_path):
    (tmp_path / "0002.pdf").write_bytes(b"of another list")

    with pytest.raises(UsageError):
        merged(tmp_path, "Name\nAnn\n")

    assert list(files_in(tmp_path)) == ["0002.pdf"]
