"""What is done of a run that may be ended at any moment: a row and a mark of its file, a line each.

The marks are made with a key that stands in the first line. When all is done the journal leaves, and with it the key:
nothing stays from which a name could be guessed and tried.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
from hashlib import blake2b
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Self

from publisher.files import told, write_whole
from publisher.problems import Place, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

JOURNAL = ".surefoot-batch"
REPORT, MERGED = "report.csv", "handouts.pdf"
_OURS = re.compile(rf"{re.escape(JOURNAL)}|[0-9]{{4,6}}\.pdf|{re.escape(REPORT)}|{re.escape(MERGED)}")
_LARGEST = 50_000_000


class Journal:
    """An open journal; `done` are the rows whose files are there and whole."""

    def __init__(self, folder: Path, handle: int, key: bytes, rows: Mapping[int, str]) -> None:
        """Use `journal_of`, which opens it."""
        self._folder, self._handle, self._key, self._rows = folder, handle, key, rows

    def __enter__(self) -> Self:
        """Ready."""
        return self

    def __exit__(self, *_of_error: object) -> None:
        """Close it; it stays."""
        with contextlib.suppress(OSError):
            os.close(self._handle)

    def is_done(self, row: int, name: str) -> bool:
        """Whether the file of a row is there as it was written."""
        mark = self._rows.get(row)
        return mark is not None and mark == self._mark_of(self._folder / name)

    def note(self, row: int, content: bytes) -> None:
        """That the file of a row is there."""
        line = _line(row, _mark(content, self._key))
        with told(self._folder / JOURNAL, len(line)):
            _append(self._handle, line.encode())

    def end(self) -> None:
        """Take it away: all is done."""
        path = self._folder / JOURNAL
        with told(path):
            path.unlink(missing_ok=True)

    def _mark_of(self, path: Path) -> str:
        try:
            if not stat.S_ISREG(path.lstat().st_mode):
                return ""
            return _mark(path.read_bytes(), self._key)
        except OSError:
            return ""


def begun_on(folder: Path) -> str | None:
    """The day that a run which was ended put onto its pages, if one waits here to be gone on with."""
    return _read(folder / JOURNAL).day or None


def journal_of(folder: Path, run: bytes, day: str = "", *, beside: bool = False) -> Journal:
    """The journal of this run in its folder, which is locked: gone on with, or begun.

    `run` is all that its files hang on, `day` what stands on its pages: it goes on the next day with that of the first.
    Raises when the folder holds files of another list, and these do not go `beside` them: two must not mix.
    """
    path = folder / JOURNAL
    kept = _read(path)
    if kept.run and kept.run != _mark(run, kept.key):
        raise _others(folder)
    if not kept.run:
        if not beside:
            refuse_others(folder)
        key = os.urandom(32)
        kept = _Kept(key, _mark(run, key), day, {})
    # Whole lines only: a run may have been ended while it wrote the last one. It is never gone, not for a moment.
    first = json.dumps({"key": kept.key.hex(), "run": kept.run, "day": kept.day}) + "\n"
    lines = [first, *(_line(row, mark) for row, mark in kept.rows.items())]
    write_whole(path, "".join(lines).encode())
    with told(path):
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    return Journal(folder, handle, kept.key, kept.rows)


def refuse_others(folder: Path) -> None:
    """Raise when the folder holds handouts; whoever goes on with a run has asked its journal first."""
    if any(_OURS.fullmatch(name) for name in _names(folder)):
        raise _others(folder)


def _line(row: int, mark: str) -> str:
    return json.dumps({"row": row, "mark": mark}) + "\n"


def _names(folder: Path) -> Iterator[str]:
    with told(folder):
        yield from os.listdir(folder)  # noqa: PTH208  # names alone


class _Kept(NamedTuple):
    """What a journal says: its key, the marks of its run and of its rows, and the day on its pages."""

    key: bytes = b""
    run: str = ""
    day: str = ""
    rows: Mapping[int, str] = MappingProxyType({})


def _read(path: Path) -> _Kept:
    """What the journal says; nothing where there is no journal, or one that is not ours."""
    try:
        data = path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else b""
    except OSError:
        data = b""
    rows: dict[int, str] = {}
    kept = _Kept()
    for line in data[:_LARGEST].decode("ascii", "replace").splitlines(keepends=True):
        entry = _entry(line)
        match entry:
            case {"key": str(digits), "run": str(mark), "day": str(day)} if re.fullmatch("[0-9a-f]{64}", digits):
                kept = _Kept(bytes.fromhex(digits), mark, day, rows)
            case {"row": int(row), "mark": str(mark)} if kept.key:
                rows[row] = mark
    return kept


def _entry(line: str) -> object:
    try:
        return json.loads(line) if line.endswith("\n") else None
    except (ValueError, RecursionError):
        return None


def _append(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _mark(content: bytes, key: bytes) -> str:
    return blake2b(content, key=key, digest_size=16).hexdigest()


def _others(folder: Path) -> UsageError:
    sentence = "this folder holds handouts of an earlier run, and those of two runs must not mix."
    hint = (
        "Write elsewhere: --out other-folder. Or delete that folder first.\n"
        "If you have mended rows of the same list, add `--mended`: these alone are made."
    )
    return UsageError([Problem("other-handouts", sentence, hint, Place(str(folder)))])
