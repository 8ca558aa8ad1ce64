"""The files of a library: found in an order that does not depend on the disk, and never outside its folder."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publisher.library.memory import Memory
from publisher.library.reading import MOST_BYTES
from publisher.library.spelling import did_you_mean
from publisher.problems import InputError, MachineError, Place, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from publisher.library.nodes import Mapping

# Opening a pipe or a device must neither wait nor run on into a child process.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Shelf:
    """One library as it lies on the disk: the fields of its files by folder, and what could not be read."""

    root: Path
    files: dict[str, list[Mapping]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def of(self, folder: str) -> list[Mapping]:
        """The files of one folder, sorted by name."""
        return self.files.get(folder, [])

    def failed(self, path: str) -> bool:
        """Whether a file is there and could not be read."""
        name = shown(self.root / path)
        return any(problem.place and problem.place.file == name for problem in self.problems)


# Folders of a library, the more special one first: a file belongs to the first that holds it.
FOLDERS = (
    "cards/plans",
    "cards/programmes",
    "cards/publications",
    "cards",
    "assets/stocks",
    "assets/papers",
    "assets/themes",
    "assets/icons",
    "assets/figures",
    "assets/people",
    "assets/clinics",
    "assets/words",
    "assets/plain-words",
    "assets/never",
)
SOURCES = "cards/sources.yaml"


def read_shelf(root: Path, memory: Memory | None = None) -> Shelf:
    """Everything that a library folder says. What is wrong is kept, so that all of it can be told at once.

    A `memory` knows the files that say what they said before.
    """
    memory = memory or Memory()
    shelf = Shelf(root)
    if not any((root / name).is_dir() for name in ("cards", "assets")):
        shelf.problems.append(_no_library(root))
        return shelf
    for path, name in _named(root, sorted(_found(shelf))):
        _read_into(shelf, path, name, memory)
    return shelf


def _named(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Paths in a library, and each as it is told. To ask for each costs as much as to read it, so the root is asked."""
    where = shown(root)
    if os.getcwd().startswith(os.path.join(os.path.abspath(root), "")):  # noqa: PTH100, PTH109, PTH118
        yield from ((path, shown(root / path)) for path in paths)
    else:
        start = "" if where == "." else f"{where.rstrip('/')}/"
        yield from ((path, start + path) for path in paths)


def _no_library(root: Path) -> Problem:
    what = "is not a library: it has no folder `cards`" if root.is_dir() else "is not a folder"
    hint = "Run `surefoot new library my-cards` to make one, and see how it is laid out."
    return Problem("no-library", f"`{shown(root)}` {what}.", hint, Place(shown(root)))


def folder_of(path: str) -> str | None:
    """The folder of a library to which a file belongs, by its path from the root; None when it is not read at all."""
    if any(part.startswith(".") for part in path.split("/")) or not path.lower().endswith(_ENDINGS):
        return None
    return path if path == SOURCES else next((name for name in FOLDERS if path.startswith(f"{name}/")), None)


def _read_into(shelf: Shelf, path: str, name: str, memory: Memory) -> None:
    folder = folder_of(path) or path
    try:
        tree = memory.tree(bytes_of(shelf.root / path, name), name)
    except MachineError:
        raise
    except InputError as error:
        shelf.problems.extend(error.problems)
    else:
        shelf.files.setdefault(folder, []).append(tree)


def _found(shelf: Shelf) -> list[str]:
    """The YAML files under the known folders, as paths from the root."""
    found: list[str] = []
    todo = [name for name in FOLDERS if not name.startswith("cards/") and (shelf.root / name).is_dir()]
    todo = [name for name in todo if _inside(shelf, name)]
    seen: set[str] = set()
    while todo:
        folder = todo.pop()
        real = os.path.realpath(shelf.root / folder)
        if real in seen:
            continue
        seen.add(real)
        for entry in _entries(shelf.root / folder):
            path = f"{folder}/{entry.name}"
            # What is no link lies where its folder lies, and that has been asked.
            if entry.name.startswith(".") or (entry.is_symlink() and not _inside(shelf, path)):
                continue
            if (shelf.root / path).is_dir() if entry.is_symlink() else entry.is_dir():
                todo.append(path)
            elif entry.name.lower().endswith(_ENDINGS):
                found.append(path)
    return found


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise _unreadable("folder", error, shown(folder)) from None


def _inside(shelf: Shelf, path: str) -> bool:
    """Whether a path, with all links followed, stays in the library's own folder."""
    root = os.path.realpath(shelf.root)
    real = os.path.realpath(shelf.root / path)
    if os.path.commonpath([root, real]) == root:
        return True
    name = shown(shelf.root / path)
    sentence = f"`{path}` is a link to something outside this library; it was not read."
    shelf.problems.append(Problem("outside-library", sentence, "Copy the file itself into the library.", Place(name)))
    return False


def bytes_of(path: Path, name: str, most: int = MOST_BYTES) -> bytes:
    """What a regular file holds, up to a little more than it may have: a definition, if nothing else is said."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise InputError([_not_a_file(name)])
        handle = os.open(path, _OPEN_FLAGS)
        with os.fdopen(handle, "rb") as stream:
            # Asked again of what was opened: between the two looks another file may have taken its place.
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise InputError([_not_a_file(name)])
            return stream.read(most + 1)
    except FileNotFoundError:
        raise InputError([_not_a_file(name)]) from None
    except OSError as error:
        raise _unreadable("file", error, name) from None


def bytes_given(path: Path, otherwise: str, most: int = MOST_BYTES) -> bytes:
    """What a file holds that was named on the command line; `otherwise` is advice when there is none of such a name."""
    if not os.path.lexists(path):
        near = did_you_mean(path.name, _names_in(path.parent)).strip()
        sentence = "there is no such file."
        raise UsageError([Problem("no-such-file", sentence, near or otherwise, Place(shown(path)))])
    return bytes_of(path, shown(path), most)


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError:
        return []


def _unreadable(what: str, error: OSError, name: str) -> MachineError:
    sentence = f"this {what} cannot be read: {(error.strerror or 'unknown reason').lower()}."
    hint = "Give yourself the right to read it, or take it out of the library."
    return MachineError([Problem("unreadable-file", sentence, hint, Place(name))])


def _not_a_file(name: str) -> Problem:
    sentence = "this is not an ordinary file (a pipe, a socket or a device), or a link to nothing; it was not read."
    return Problem("not-a-file", sentence, "Delete it, or put a text file in its place.", Place(name))


def shown(path: Path) -> str:
    """A path as it is told: from the folder where the command runs when it lies below, else in full."""
    full = os.path.abspath(path)  # noqa: PTH100  (a link stays as the author wrote it)
    here = os.getcwd()  # noqa: PTH109
    name = os.path.relpath(full, here) if full == here or full.startswith(here.rstrip(os.sep) + os.sep) else full
    return name.replace(os.sep, "/")
