"""A file appears whole or not at all, and nothing else in its folder is touched.

All files of a run are written beside their targets first, under names of our own, and take their places only
when the last one is safely on the disk. A lock keeps two runs out of one folder. What was written is noted in
a manifest beside the files: their checksums, and what each card was like, for `--changed`. Measured with faults
at every call: the old file or the new one, never a part. A file that memory should not hold grows beside its target.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import stat
import sys
import time
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from publisher.problems import MachineError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK = ".surefoot-lock"
MANIFEST = ".surefoot-manifest.json"
_LARGEST_MANIFEST = 50_000_000
_TEMPORARY = (".surefoot-", ".tmp")
# So much of a growing file waits in memory.
_PIECE = 1 << 18

# A viewer on Windows lets go of a file a moment after it was closed.
_WINDOWS = os.name == "nt"
_TRIES = 5
_PAUSE_SECONDS = 0.1
_SLOW_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_HELD_OPEN = frozenset({errno.EBUSY, errno.ETXTBSY})


class Output(NamedTuple):
    """One file to write. `card_hashes` says what its cards were like, keyed "publication/card"."""

    name: str
    content: bytes
    card_hashes: Mapping[str, str] = MappingProxyType({})


class Growing:
    """A file that is written piece by piece beside its target. `write_together` puts it there; `growing` opens it."""

    def __init__(self, path: Path, target: Path) -> None:
        """Begin a file of our own at `path`, which is not there yet; problems are told of the target."""
        self.size = 0
        self.path = path
        self._target = target
        self._waiting = bytearray()
        with told(target):
            self._handle: int | None = _begun(path)

    def write(self, data: bytes, /) -> int:
        """Add a piece at the end."""
        self.size += len(data)
        self._waiting += data
        if len(self._waiting) >= _PIECE:
            self._put_down()
        return len(data)

    def finish(self) -> None:
        """Bring all of it safely to the disk; nothing is added after that."""
        if self._handle is not None:
            self._put_down()
            with told(self._target, self.size):
                os.fsync(self._handle)
            self.close()

    def close(self) -> None:
        """Let go of the file, whole or not."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            with told(self._target):
                os.close(handle)

    def _put_down(self) -> None:
        if self._handle is None:
            raise ValueError("this file is finished")
        # How large it would have become nobody knows.
        with told(self._target, self.size, whole=False):
            _put_down(self._handle, self._waiting)
        self._waiting = bytearray()


class Stale(NamedTuple):
    """Names of files that an earlier run wrote and this one does not: those taken away, and those changed since."""

    gone: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def write_all(folder: Path, outputs: Sequence[Output], *, version: str) -> tuple[Path, ...]:
    """Write every file of a run into `folder`, which is made if need be, and note them in its manifest."""
    with taken(folder):
        _replace_all(folder, _with_manifest(_noted(folder), outputs, version))
    return tuple(folder / output.name for output in outputs)


def write_alone(folder: Path, outputs: Sequence[Output], *, version: str, beside: Collection[str] = ()) -> Stale:
    """Write as `write_all` does, and take away what earlier runs wrote there and this one does not.

    Files whose names are in `beside` stay, and so does what was changed since, or was never ours.
    """
    with taken(folder):
        earlier = _noted(folder)
        kept = {name: entry for name, entry in earlier.items() if name in beside}
        _replace_all(folder, _with_manifest(kept, outputs, version))
        names = sorted(earlier.keys() - kept.keys() - {output.name for output in outputs})
        removed = {name: _take_away(folder, name, earlier[name].get("sha256")) for name in names}
    return Stale(tuple(name for name in names if removed[name] is True), tuple(n for n in names if removed[n] is False))


def _with_manifest(
    earlier: Mapping[str, dict[str, object]], outputs: Sequence[Output], version: str
) -> Mapping[str, bytes]:
    contents = {output.name: output.content for output in outputs}
    return {**contents, MANIFEST: _manifest(earlier, outputs, version)}


def write_whole(path: Path, content: bytes) -> Path:
    """Write one file that belongs to no run, such as a printer profile; its folder is made if need be."""
    with told(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    _replace_all(path.parent, {path.name: content})
    return path


@contextlib.contextmanager
def growing(folder: Path, name: str) -> Iterator[Growing]:
    """A file that is to be `name` in `folder`, which is taken.

    It is gone at the end if `write_together` did not put it into its place.
    """
    _refuse_folder(folder / name)
    path = folder / f"{os.getpid()}-{name}".join(_TEMPORARY)
    file = None
    try:
        file = Growing(path, folder / name)
        yield file
    finally:
        with contextlib.suppress(OSError, MachineError):
            if file is not None:
                file.close()
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108  # as below


def write_together(folder: Path, contents: Mapping[str, bytes | Growing]) -> tuple[Path, ...]:
    """Write files that belong together, by their paths in `folder`; folders are made if need be."""
    for name in contents:
        with told((folder / name).parent):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
    _replace_all(folder, contents)
    return tuple(folder / name for name in contents)


@contextlib.contextmanager
def taken(folder: Path) -> Iterator[None]:
    """Keep the folder, which is made if need be, for this run alone and without what a killed one left."""
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        _sweep(folder)
        yield


def last_print(folder: Path) -> dict[str, str]:
    """What each card was like when it was last written into `folder`, keyed "publication/card"."""
    last: dict[str, str] = {}
    for entry in _noted(folder).values():
        last.update(_texts(entry.get("cards")))
    return last


# --- the manifest ---


def _manifest(earlier: Mapping[str, dict[str, object]], outputs: Sequence[Output], version: str) -> bytes:
    """The manifest after this run. Sorted and without dates: the same run leaves the same bytes."""
    files = dict(earlier)
    for output in outputs:
        checksum = hashlib.sha256(output.content).hexdigest()
        files[output.name] = {"cards": dict(output.card_hashes), "sha256": checksum}
    text = json.dumps({"files": files, "version": version}, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def _noted(folder: Path) -> dict[str, dict[str, object]]:
    """The files of an earlier manifest. A damaged one counts as none: then every card is new."""
    try:
        noted: object = json.loads(_regular(folder / MANIFEST))
    except (OSError, ValueError, RecursionError):
        return {}
    files = noted.get("files") if isinstance(noted, dict) else None
    if not isinstance(files, dict):
        return {}
    return {str(name): dict(entry) for name, entry in files.items() if isinstance(entry, dict)}


def _regular(path: Path) -> bytes:
    """What an ordinary file of no more than a manifest's size holds: a pipe would keep us waiting for ever."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        return stream.read(_LARGEST_MANIFEST) if stat.S_ISREG(os.fstat(handle).st_mode) else b""


def _texts(value: object) -> dict[str, str]:
    pairs = value.items() if isinstance(value, dict) else ()
    return {key: text for key, text in pairs if isinstance(key, str) and isinstance(text, str)}


# --- putting files in their places ---


def _replace_all(folder: Path, contents: Mapping[str, bytes | Growing]) -> None:
    """Write all beside their targets, then move all: the slow and likely failures come before the first move."""
    for name in contents:
        _refuse_folder(folder / name)
    temporaries: list[Path] = []
    try:
        for number, (name, content) in enumerate(contents.items()):
            if isinstance(content, Growing):
                temporaries.append(content.path)
                content.finish()
                continue
            temporaries.append(folder / f"{os.getpid()}-{number}".join(_TEMPORARY))
            with told(folder / name, len(content)):
                _write(temporaries[-1], content)
        for number, (temporary, name) in enumerate(zip(temporaries, contents, strict=True)):
            _move(temporary, folder / name, number)
        _sync_folder(folder)
    finally:
        for temporary in temporaries:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108  # every call to the system in this file goes through `os`


def _write(path: Path, content: bytes) -> None:
    handle = _begun(path)
    try:
        _put_down(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def _begun(path: Path) -> int:
    """A file that was not there, open to be written."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o666)


def _put_down(handle: int, content: bytes | bytearray) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _move(temporary: Path, target: Path, moved: int) -> None:
    for attempt in range(_TRIES):
        try:
            os.replace(temporary, target)  # noqa: PTH105
        except PermissionError as error:
            if not _WINDOWS:
                raise MachineError([_problem(error, target)]) from None
            if attempt == _TRIES - 1:
                raise MachineError([_held_open(target, moved)]) from None
            time.sleep(_PAUSE_SECONDS)
        except OSError as error:
            problem = _held_open(target, moved) if error.errno in _HELD_OPEN else _problem(error, target)
            raise MachineError([problem]) from None
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Let the new names outlive a power cut, where the system can."""
    if _WINDOWS:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what a killed run of ours left behind. Only called under the lock."""
    start, end = _TEMPORARY
    with told(folder):
        for name in os.listdir(folder):  # noqa: PTH208
            path = folder / name
            if name.startswith(start) and name.endswith(end) and stat.S_ISREG(path.lstat().st_mode):
                path.unlink()


def _take_away(folder: Path, name: str, checksum: object) -> bool | None:
    """Remove a file that we wrote, if it is what we wrote: a manifest is a file, and can say anything.

    False where it stays, since it holds something else or may not be removed; None where nothing is there.
    """
    path = folder / name
    if name != path.name or not os.path.lexists(path) or path.is_dir():
        return None
    with contextlib.suppress(OSError):  # what stays is in nobody's way
        if stat.S_ISREG(path.lstat().st_mode) and hashlib.sha256(_regular(path)).hexdigest() == checksum:
            path.unlink()
            return True
    return False


# --- one run at a time ---


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other runs out of the folder. The system frees the lock even when the program is killed."""
    with told(folder):
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        _take(handle, folder)
        yield
    finally:
        with contextlib.suppress(OSError):  # all is written by then
            os.close(handle)


def _take(handle: int, folder: Path) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _SLOW_LOCKS:
            return  # some network folders have no locks; each file is still whole
        sentence = "another run of Surefoot is writing into this folder."
        hint = "Wait until it is done, or write elsewhere: --out other-folder"
        raise MachineError([Problem("folder-in-use", sentence, hint, Place(str(folder)))]) from None


# --- what went wrong, in words ---


@contextlib.contextmanager
def told(path: Path, size: int = 0, *, whole: bool = True) -> Iterator[None]:
    """Say in words what the machine could not do with this path; `size`: what it needs, in bytes, or more."""
    try:
        yield
    except OSError as error:
        raise MachineError([_problem(error, path, size, whole=whole)]) from None


def _refuse_folder(path: Path) -> None:
    with told(path):
        in_the_way = path.is_dir()
    if in_the_way:
        hint = "Move it away, or write elsewhere: --out other-folder"
        sentence = "a folder stands where the file should go."
        raise MachineError([Problem("folder-in-the-way", sentence, hint, Place(str(path)))])


def _held_open(path: Path, moved: int) -> Problem:
    sentence = "another program has this file open, so it cannot be replaced."
    rest = "nothing was written" if not moved else f"{moved} other file{'s were' if moved > 1 else ' was'} written"
    hint = f"Close it there and run the same command again. The old file is as it was; {rest}."
    return Problem("file-open-elsewhere", sentence, hint, Place(str(path)))


def _problem(error: OSError, path: Path, size: int = 0, *, whole: bool = True) -> Problem:
    place = Place(str(path))
    if error.errno in _NO_ROOM:
        more = "" if whole else "more than "
        sentence = f"the disk is full; this file needs {more}{max(1, -(-size // 1000))} kB."
        hint = "Make room and run the same command again. Older files are as they were."
        return Problem("disk-full", sentence, hint, place)
    if error.errno in _NOT_ALLOWED:
        sentence = "you may not write here."
        return Problem("not-writable", sentence, "Write elsewhere: --out other-folder", place)
    if error.errno in {errno.ENOTDIR, errno.EEXIST}:
        sentence = "this is a file, or lies inside one; files can only be written into a folder."
        return Problem("not-a-folder", sentence, "Choose a folder: --out other-folder", place)
    reason = (error.strerror or "no reason given").lower()
    hint = "Run the same command again; if it stays, write elsewhere: --out other-folder"
    return Problem("cannot-write", f"the machine could not write this: {reason}.", hint, place)
