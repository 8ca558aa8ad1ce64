"""The catalogue: in every folder here stands wrong input, and in `case.yaml` the exact words that it earns.

`run` is what is typed after `surefoot`, in a copy of the folder; `says` is what appears beside the answer.
`exit` is the exit code where it is not 1, `environment` sets variables, and `fault` names something that a
folder cannot hold, from `FAULTS` below.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import signal
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import yaml

from publisher import __version__, files, pictures
from publisher.batch import cluster, crew
from publisher.cli import batch, main, passwords, phone_calendar
from publisher.people import listing, workbooks
from publisher.phone import serving
from tests.lasting import read_once
from tests.profiles_at_hand import a_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
NAMES = sorted(path.parent.name for path in HERE.glob("*/case.yaml"))


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> Iterator[None]:
    """A call to the system that fails with this error number, in the room that writes files."""

    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(files.os, name, fail)
        yield


@contextmanager
def open_on_windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with failing(monkeypatch, "replace", errno.EACCES), monkeypatch.context() as patch:
        patch.setattr(files, "_WINDOWS", True)
        patch.setattr(files, "_PAUSE_SECONDS", 0)
        yield


@contextmanager
def another_run(_monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    Path("out").mkdir()
    with Path("out", files.LOCK).open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def nothing_draws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(pictures, "find_spec", lambda _name: None)
        yield


@contextmanager
def no_workbooks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(workbooks, "find_spec", lambda _name: None)
        yield


@contextmanager
def no_locks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(passwords, "find_spec", lambda _name: None)
        yield


@contextmanager
def no_cluster_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(batch, "find_spec", lambda _name: None)
        yield


@contextmanager
def a_cluster(monkeypatch: pytest.MonkeyPatch, told: tuple[str, bool]) -> Iterator[None]:
    """A cluster of one worker that tells this of itself."""
    client = SimpleNamespace(
        run=lambda _function: {"worker": told}, close=lambda: None, wait_for_workers=lambda _count, timeout: timeout
    )
    with monkeypatch.context() as patch:
        patch.setattr(cluster, "_found", lambda _address: client)
        yield


@contextmanager
def small_lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(listing, "_MOST_BYTES", 10)
        yield


@contextmanager
def small_workbooks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(workbooks, "_MOST_UNPACKED", 100)
        yield


@contextmanager
def deadly_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each process that makes handouts ends at its first."""
    with monkeypatch.context() as patch:
        patch.setattr(crew, "done", lambda *_of_a_row: os.kill(os.getpid(), signal.SIGKILL))
        yield


@contextmanager
def no_calendar(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(phone_calendar, "find_spec", lambda _name: None)
        yield


@contextmanager
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(serving, "own_address", lambda: None)
        yield


@contextmanager
def no_port(monkeypatch: pytest.MonkeyPatch, number: int) -> Iterator[None]:
    """No program may listen, for this reason."""

    def refuse(_server: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(serving.Server, "server_bind", refuse)
        yield


@contextmanager
def a_press(_monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A profile of an invented press, which is no file to keep."""
    Path("press.icc").write_bytes(a_profile())
    yield


@contextmanager
def a_large_logo(_monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    os.truncate("assets/clinics/logo.png", 26_000_000)
    yield


FAULTS: dict[str, Callable[[pytest.MonkeyPatch], object]] = {
    "the disk is full": lambda patch: failing(patch, "write", errno.ENOSPC),
    "the disk breaks": lambda patch: failing(patch, "fsync", errno.EIO),
    "the folder is read-only": lambda patch: failing(patch, "open", errno.EROFS),
    "a viewer on Windows holds the file": open_on_windows,
    "another run is writing": another_run,
    "the logo is as large as a film": a_large_logo,
    "the profile of a press is here": a_press,
    "the tools that draw are missing": nothing_draws,
    "the calendar package is missing": no_calendar,
    "the package for workbooks is missing": no_workbooks,
    "the package for locks is missing": no_locks,
    "the package for clusters is missing": no_cluster_package,
    "workers have another version": lambda patch: a_cluster(patch, ("0.0.1", False)),
    "workers write to a disk": lambda patch: a_cluster(patch, (__version__, True)),
    "lists may be small only": small_lists,
    "workbooks may be small only": small_workbooks,
    "processes end at once": deadly_work,
    "this machine is in no network": no_network,
    "the port is taken": lambda patch: no_port(patch, errno.EADDRINUSE),
    "the port is not allowed": lambda patch: no_port(patch, errno.EACCES),
}


def test_there_are_cases() -> None:
    assert len(NAMES) > 50


@pytest.mark.parametrize("name", NAMES)
def test_a_problem_is_told_in_these_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = yaml.safe_load((HERE / name / "case.yaml").read_text(encoding="utf-8"))
    folder = tmp_path / name
    shutil.copytree(HERE / name, folder, symlinks=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("NO_COLOR", "1")
    read_once(monkeypatch)
    for variable, value in case.get("environment", {}).items():
        monkeypatch.setenv(variable, value)

    if "fault" in case:
        with FAULTS[case["fault"]](monkeypatch):
            code = main(case["run"])
    else:
        code = main(case["run"])

    assert capsys.readouterr().err == case["says"]
    assert code == case.get("exit", 0 if " warning: " in case["says"] else 1)
