"""Whatever fails, a file is the old one or the new one, and nobody else's file changes."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import subprocess
import sys
from contextlib import suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from publisher import files
from publisher.files import (
    LOCK,
    MANIFEST,
    Output,
    Stale,
    growing,
    last_print,
    taken,
    write_all,
    write_alone,
    write_together,
    write_whole,
)
from publisher.problems import ExitCode, MachineError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD, NEW = b"old " * 1000, b"new " * 2000
NAMES = ("cards.pdf", "sheet.pdf")
CALLS = ("open", "write", "fsync", "replace", "close", "listdir", "unlink")


def outputs(content: bytes) -> list[Output]:
    return [Output(name, content, {f"{name}/plank": content[:3].decode()}) for name in NAMES]


def a_folder(tmp_path: Path) -> Path:
    """A folder that was written into before, and that holds a file of somebody else."""
    write_all(tmp_path, outputs(OLD), version="1")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    return tmp_path


def left_over(folder: Path) -> list[str]:
    known = {*NAMES, "mine.txt", LOCK, MANIFEST}
    return sorted(path.name for path in folder.iterdir() if path.name not in known)


class FailingAt:
    """`os`, but one of the calls that matter fails, after or instead of doing what it should."""

    def __init__(self, at: int, error: BaseException, *, after: bool) -> None:
        self.calls = 0
        self._at, self._error, self._after = at, error, after

    def _count(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **named: object) -> object:
            self.calls += 1
            if self.calls != self._at:
                return call(*arguments, **named)
            if self._after or call is os.close:  # a handle is free even when closing it fails
                call(*arguments, **named)
            raise self._error

        return counted

    def __getattr__(self, name: str) -> object:
        value = getattr(os, name)
        return self._count(value) if name in CALLS else value


def number_of_calls(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    counting = FailingAt(0, OSError(), after=False)
    with monkeypatch.context() as patch:
        patch.setattr(files, "os", counting)
        write_all(folder, outputs(NEW), version="2")
    return counting.calls


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "full"),
        OSError(errno.EIO, "broken"),
        PermissionError(errno.EACCES, "no"),
        KeyboardInterrupt(),
    ],
    ids=["full", "broken", "forbidden", "Ctrl-C"],
)
def test_a_fault_at_any_call_leaves_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, after: bool
) -> None:
    calls = number_of_calls(a_folder(tmp_path / "count"), monkeypatch)
    assert calls > 15

    for at in range(1, calls + 1):
        folder = a_folder(tmp_path / str(at))
        with monkeypatch.context() as patch:
            patch.setattr(files, "os", FailingAt(at, error, after=after))
            with suppress(MachineError, KeyboardInterrupt):  # any other error is one that was not told in words
                write_all(folder, outputs(NEW), version="2")

        assert {(folder / name).read_bytes() for name in NAMES} <= {OLD, NEW}
        assert json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["version"] in {"1", "2"}
        assert (folder / "mine.txt").read_bytes() == b"mine"

        write_all(folder, outputs(NEW), version="2")
        assert [(folder / name).read_bytes() for name in NAMES] == [NEW, NEW]
        assert left_over(folder) == []


def written_in_pieces(folder: Path, content: bytes) -> None:
    with taken(folder), growing(folder, NAMES[0]) as file:
        for at in range(0, len(content), 1000):
            file.write(content[at : at + 1000])
        write_together(folder, {NAMES[0]: file, NAMES[1]: content})


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()], ids=["full", "Ctrl-C"])
def test_a_fault_at_any_call_leaves_no_part_of_a_file_that_grows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, after: bool
) -> None:
    monkeypatch.setattr(files, "_PIECE", 2500)
    counting = FailingAt(0, OSError(), after=False)
    with monkeypatch.context() as patch:
        patch.setattr(files, "os", counting)
        written_in_pieces(a_folder(tmp_path / "count"), NEW)
    assert counting.calls > 15

    for at in range(1, counting.calls + 1):
        folder = a_folder(tmp_path / str(at))
        with monkeypatch.context() as patch:
            patch.setattr(files, "os", FailingAt(at, error, after=after))
            with suppress(MachineError, KeyboardInterrupt):  # any other error is one that was not told in words
                written_in_pieces(folder, NEW)

        assert {(folder / name).read_bytes() for name in NAMES} <= {OLD, NEW}

        written_in_pieces(folder, NEW)
        assert [(folder / name).read_bytes() for name in NAMES] == [NEW, NEW]
        assert left_over(folder) == []


def test_a_file_that_grows_is_on_the_disk_in_pieces_and_not_under_its_name(tmp_path: Path) -> None:
    piece = b"a page " * 100_000
    with taken(tmp_path), growing(tmp_path, "all.pdf") as file:
        for _ in range(5):
            file.write(piece)
            assert file.path.stat().st_size == file.size
        assert not (tmp_path / "all.pdf").exists()
        write_together(tmp_path, {"all.pdf": file})

    assert (tmp_path / "all.pdf").read_bytes() == 5 * piece


def test_a_file_that_grows_is_gone_when_it_is_not_wanted(tmp_path: Path) -> None:
    with taken(tmp_path), growing(tmp_path, "all.pdf") as file:
        file.write(b"a page")

    assert [path.name for path in tmp_path.iterdir()] == [LOCK]


def test_a_disk_that_is_full_before_the_last_page_is_told_with_what_was_needed_so_far(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int, _content: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    with taken(tmp_path), growing(tmp_path, "all.pdf") as file:
        monkeypatch.setattr(files, "os", SimpleNamespace(**{**vars(os), "write": full}))
        with pytest.raises(MachineError) as raised:
            file.write(bytes(3_000_000))

    problem = raised.value.problems[0]
    assert (problem.name, problem.sentence) == ("disk-full", "the disk is full; this file needs more than 3000 kB.")
    assert problem.place.file == str(tmp_path / "all.pdf")
    assert left_over(tmp_path) == []


def test_nothing_moves_before_everything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_folder(tmp_path)
    written: list[int] = []

    def fail_at_the_last(handle: int, content: bytes) -> int:
        written.append(handle)
        if len(written) > len(NAMES):
            raise OSError(errno.ENOSPC, "full")
        return os.write(handle, content)

    monkeypatch.setattr(files, "os", SimpleNamespace(**{**vars(os), "write": fail_at_the_last}))
    with pytest.raises(MachineError):
        write_all(folder, outputs(NEW), version="2")

    assert [(folder / name).read_bytes() for name in NAMES] == [OLD, OLD]
    assert left_over(folder) == []


def test_a_file_larger_than_the_system_allows_is_told_and_the_old_one_stays(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    code = (
        "import resource, signal, sys; from pathlib import Path; from publisher.files import *\n"
        "from publisher.problems import MachineError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))\n"
        "try: write_all(Path(sys.argv[1]), [Output('cards.pdf', b'new ' * 2000)], version='2')\n"
        "except MachineError as error: print(error.problems[0].name)\n"
    )

    told = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True).stdout

    assert told == "disk-full\n"
    assert (folder / "cards.pdf").read_bytes() == OLD
    assert left_over(folder) == []


def test_a_killed_run_leaves_whole_files_and_the_next_run_sweeps(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    code = (
        "import os, signal, sys; from pathlib import Path; from publisher import files\n"
        "def kill(*_): os.kill(os.getpid(), signal.SIGKILL)\n"
        "files.os.fsync = kill\n"
        "files.write_all(Path(sys.argv[1]), [files.Output('cards.pdf', b'new')], version='2')\n"
    )

    killed = subprocess.run([sys.executable, "-c", code, folder], check=False)

    assert killed.returncode == -9
    assert (folder / "cards.pdf").read_bytes() == OLD
    assert len(left_over(folder)) == 1
    write_all(folder, outputs(NEW), version="2")
    assert left_over(folder) == []


def test_the_sweep_takes_only_our_own_files(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    theirs = [".surefoot-notes.txt", "x.tmp", ".other-1-0.tmp"]
    for name in theirs:
        (folder / name).write_bytes(b"theirs")
    (folder / ".surefoot-9-9.tmp").mkdir()
    (tmp_path / ".surefoot-1-1.tmp").write_bytes(b"ours")

    write_all(folder, outputs(NEW), version="2")

    assert left_over(folder) == sorted([*theirs, ".surefoot-9-9.tmp"])


def test_two_runs_do_not_meet_in_one_folder(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    with (folder / LOCK).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(MachineError) as raised:
            write_all(folder, outputs(NEW), version="2")

    assert raised.value.problems[0].name == "folder-in-use"
    assert raised.value.exit_code == ExitCode.MACHINE
    assert (folder / "cards.pdf").read_bytes() == OLD
    write_all(folder, outputs(NEW), version="2")


def test_a_link_is_replaced_and_what_it_points_to_stays(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (tmp_path / "letter.pdf").write_bytes(b"a letter")
    (folder / "cards.pdf").symlink_to(tmp_path / "letter.pdf")

    write_all(folder, outputs(NEW), version="2")

    assert (tmp_path / "letter.pdf").read_bytes() == b"a letter"
    assert (folder / "cards.pdf").read_bytes() == NEW


def test_a_missing_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    paths = write_all(tmp_path / "a" / "b", outputs(NEW), version="1")

    assert [path.read_bytes() for path in paths] == [NEW, NEW]


def test_the_same_run_leaves_the_same_manifest(tmp_path: Path) -> None:
    write_all(tmp_path / "a", outputs(NEW), version="1")
    write_all(tmp_path / "b", list(reversed(outputs(NEW))), version="1")
    write_all(tmp_path / "b", outputs(NEW), version="1")

    assert (tmp_path / "a" / MANIFEST).read_bytes() == (tmp_path / "b" / MANIFEST).read_bytes()


def test_the_manifest_remembers_cards_of_files_that_this_run_did_not_write(tmp_path: Path) -> None:
    write_all(tmp_path, outputs(OLD), version="1")
    write_all(tmp_path, outputs(NEW)[:1], version="1")

    assert last_print(tmp_path) == {"cards.pdf/plank": "new", "sheet.pdf/plank": "old"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"files": []}', '{"files": {"x": 3}}', '{"files": {"x": {"cards": [1]}}}']
)
def test_a_damaged_manifest_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")

    assert last_print(tmp_path) == {}
    write_all(tmp_path, outputs(NEW), version="1")
    assert last_print(tmp_path) == {"cards.pdf/plank": "new", "sheet.pdf/plank": "new"}


@pytest.mark.parametrize("kind", ["a pipe", "a device"])
def test_a_manifest_that_is_no_file_counts_as_none(tmp_path: Path, kind: str) -> None:
    if kind == "a pipe":
        os.mkfifo(tmp_path / MANIFEST)
    else:
        (tmp_path / MANIFEST).symlink_to("/dev/zero")

    assert last_print(tmp_path) == {}
    write_all(tmp_path, outputs(b"new"), version="1")
    assert last_print(tmp_path)


def test_what_an_earlier_run_wrote_is_taken_away_where_a_run_stands_alone(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    assert write_alone(folder, [Output("new.pdf", NEW)], version="1") == Stale(tuple(sorted(NAMES)))

    assert {path.name for path in folder.iterdir()} == {"new.pdf", "mine.txt", LOCK, MANIFEST}
    assert list(json.loads((folder / MANIFEST).read_text("utf-8"))["files"]) == ["new.pdf"]


def test_what_others_wrote_or_changed_is_never_taken_away(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "out")
    (folder / NAMES[0]).write_bytes(b"changed by hand")
    (folder / NAMES[1]).unlink()
    (folder / NAMES[1]).symlink_to(folder / "mine.txt")
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    outside = tmp_path / "outside"
    outside.write_bytes(OLD)
    manifest["files"] |= dict.fromkeys(["../outside", str(outside), "..", "\ud800"], manifest["files"][NAMES[0]])
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")

    stale = write_alone(folder, [Output("new.pdf", NEW)], version="1")

    assert stale == Stale((), (NAMES[0], NAMES[1]))
    assert outside.read_bytes() == OLD
    assert (folder / NAMES[0]).read_bytes() == b"changed by hand"
    assert (folder / NAMES[1]).is_symlink()


def test_what_lies_beside_a_run_stays_and_is_still_ours(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)

    assert write_alone(folder, [Output("new.pdf", NEW)], version="1", beside={NAMES[0]}) == Stale((NAMES[1],))
    assert (folder / NAMES[0]).read_bytes() == OLD
    assert write_alone(folder, [Output("new.pdf", NEW)], version="1") == Stale((NAMES[0],))
    assert write_alone(folder, [Output("new.pdf", NEW)], version="1") == Stale()


def test_what_was_changed_is_told_once_and_is_no_longer_ours(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / NAMES[0]).write_bytes(b"changed by hand")

    assert write_alone(folder, [Output(NAMES[1], NEW)], version="1") == Stale((), (NAMES[0],))
    assert write_alone(folder, [Output(NAMES[1], NEW)], version="1") == Stale()
    assert (folder / NAMES[0]).read_bytes() == b"changed by hand"


def test_a_name_that_is_no_text_does_not_stop_a_run(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"files": {"\\ud800": {"cards": {}}}}', encoding="utf-8")

    write_all(tmp_path, outputs(b"new"), version="1")

    assert last_print(tmp_path)


def test_a_file_of_no_run_leaves_no_lock_and_no_manifest(tmp_path: Path) -> None:
    write_whole(tmp_path / "printers" / "home.toml", b"x")

    assert [path.name for path in (tmp_path / "printers").iterdir()] == ["home.toml"]


def test_files_can_be_read_by_others_as_the_system_allows(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_whole(tmp_path / "cards.pdf", b"x")
    finally:
        os.umask(mask)

    assert (tmp_path / "cards.pdf").stat().st_mode & 0o777 == 0o644


def test_a_viewer_on_windows_that_lets_go_in_time_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = iter([True, True])

    def replace(old: Path, new: Path) -> None:
        if next(held, False):
            raise PermissionError(errno.EACCES, "held")
        old.replace(new)

    monkeypatch.setattr(files, "_WINDOWS", True)
    monkeypatch.setattr(files, "_PAUSE_SECONDS", 0)
    monkeypatch.setattr(files, "os", SimpleNamespace(**{**vars(os), "replace": replace}))

    write_whole(tmp_path / "cards.pdf", b"new")

    assert (tmp_path / "cards.pdf").read_bytes() == b"new"
