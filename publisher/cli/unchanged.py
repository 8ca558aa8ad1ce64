"""Whether `surefoot build` would make again what is there already: asked before anything slow is imported.

A build that went well notes beside its files what was asked, and the state of everything that had a say: the files of
its libraries, the settings and printers, the program with all that it had loaded, and the files it wrote. When all of
it is as it was, there is nothing to do. Whatever cannot be told for certain is not noted, and built again.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from typing import TYPE_CHECKING

from publisher import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NOTE = ".surefoot-last.json"
# What these answer hangs on the day or on the last print, or is more than a line.
_NEVER = frozenset({"--changed", "--date", "--explain", "--help", "--json", "--press", "--release", "--watch"})
_ANEW = "--force"
_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "XDG_CONFIG_HOME", "APPDATA", "HOME", "USERPROFILE")
# A file that changes twice within a tick of a disk's clock looks unchanged. The slowest tick is 2 s (FAT), so while a
# file is as young as that nothing is noted.
TICK = 2_000_000_000
_MOST_BYTES = 20_000_000


def is_up_to_date(words: Sequence[str]) -> bool:
    """Whether the last run was asked the same, and nothing has changed since."""
    if _ANEW in words or not _can_be_told(words):
        return False
    try:
        noted: object = json.loads(_read(os.path.join(_folder(words), NOTE)))  # noqa: PTH118  # pathlib takes as long
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(noted, dict) or noted.get("asked") != _asked(words):
        return False
    files = noted.get("files")
    return isinstance(files, dict) and bool(files) and all(_state(path) == was for path, was in files.items())


def note(words: Sequence[str], inputs: Iterable[str], written: Iterable[str], begun: int) -> bytes | None:
    """What to keep of a run that began at `begun` (nanoseconds since 1970); None when nothing is certain."""
    if not _can_be_told(words):
        return None
    files: dict[str, list[int] | None] = {}
    for path in (*inputs, *_program()):
        files[path] = state = _state(path)
        young = state is not None and max(state[1:3]) > begun - TICK
        # What lies in a folder elsewhere is not looked at.
        if young or (os.path.islink(path) and os.path.isdir(path)):  # noqa: PTH112, PTH114
            return None
    files |= {path: _state(path) for path in written}
    return json.dumps({"asked": _asked(words), "files": files}).encode()


def tree(folder: str) -> Iterator[str]:
    """A folder, whether it is there or not, and all that lies in it."""
    yield folder
    for place, folders, files in os.walk(folder):
        yield from (f"{place}/{name}" for name in (*folders, *files))


def _can_be_told(words: Sequence[str]) -> bool:
    return words[:1] == ["build"] and not any(word.partition("=")[0] in _NEVER for word in words)


def _folder(words: Sequence[str]) -> str:
    """The output folder that was typed; where a settings file names another, there is no note in this one."""
    for word, following in zip(words, (*words[1:], ""), strict=True):
        if word in {"--out", "-o"}:
            return following
        for begun in ("--out=", "-o"):
            if word.startswith(begun):
                return word.removeprefix(begun)
    return "out"


def _asked(words: Sequence[str]) -> list[str]:
    around = [f"{name}={os.environ.get(name)}" for name in _ENVIRONMENT]
    typed = [word for word in words if word != _ANEW]
    return [__version__, sys.version, __file__, os.getcwd(), *around, *typed]  # noqa: PTH109


def _program() -> Iterator[str]:
    """What Python has loaded, and the folders where layouts are looked for."""
    for name, module in tuple(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if isinstance(path, str):
            yield path
            if name.partition(".")[0] == "layouts":
                yield os.path.dirname(path)  # noqa: PTH120


def _state(path: str) -> list[int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _read(path: str) -> bytes:
    """What an ordinary file holds; a pipe would keep us waiting for ever."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        return stream.read(_MOST_BYTES) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
