"""Waiting for files to be saved, and doing something again on each save until Ctrl-C.

Files are looked at, ten times a second: that takes a millisecond or two, works in every folder and on network drives,
and cannot lose track of a file that an editor replaces, of one that is deleted, or of a folder that comes back.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from publisher.cli import printers
from publisher.cli.telling import shown_path
from publisher.library.overlays import built_in
from publisher.problems import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from publisher.cli.voice import Voice

# How often files are looked at, and how long they must have stayed as they are: editors save in several steps. Seconds.
LOOK_AGAIN, AT_REST = 0.1, 0.02
# An editor that never comes to rest is not waited for longer than so many looks.
MOST_LOOKS = 50
# So many names are told of what was saved, made or deleted at once.
FEW = 3
_ENDINGS = (".yaml", ".yml", ".toml", ".json", ".png", ".jpg", ".jpeg", ".svg")

# An empty folder that comes or goes is told too.
_THERE = (0, 0, 0)

State: TypeAlias = "tuple[int, int, int]"
Looked: TypeAlias = Mapping[str, State]


def saves(look: Callable[[], Looked], wait: Callable[[float], object] = time.sleep) -> Iterator[frozenset[str]]:
    """The paths that were saved, made or deleted, each time they have come to rest; to begin with, all of them."""
    before: Looked = {}
    first = True
    while True:
        now = look()
        if first or now != before:
            now = now if first else _at_rest(look, now, wait)
            changed = frozenset(path for path in {*before, *now} if before.get(path) != now.get(path))
            before = now
            if first or changed:
                first = False
                yield changed
                # A run keeps no circles and does not look for any (`publisher.cli`); one that never ends must.
                gc.collect()
        wait(LOOK_AGAIN)


def _at_rest(look: Callable[[], Looked], now: Looked, wait: Callable[[float], object]) -> Looked:
    """What is there when two looks have seen the same."""
    for _ in range(MOST_LOOKS):
        wait(AT_REST)
        then = look()
        if then == now:
            break
        now = then
    return now


def looking(folders: Callable[[], Iterable[Path]], *files: Path) -> Callable[[], Looked]:
    """Looks at all that can be read in folders, asked for anew each time, and at files; none of them need be there."""

    def look() -> Looked:
        found: dict[str, State] = {}
        for file in files:
            _one(str(file), found)
        for folder in folders():
            _all(str(folder), found)
        return found

    return look


def again(voice: Voice, look: Callable[[], Looked], act: Callable[[], object], waiting_for: str) -> NoReturn:
    """Act at once and on each save, and tell what is wrong; only Ctrl-C ends it."""
    for number, changed in enumerate(saves(look)):
        if number and not voice.is_for_programs:
            voice.line(f"Changed: {_named(changed)}")
        try:
            act()
        except InputError as error:
            voice.problems(error.problems, closing=voice.closing)
        if not voice.is_for_programs:
            voice.line(f"Waiting for {waiting_for} to be saved; Ctrl-C stops.")
    raise KeyboardInterrupt


def _named(changed: frozenset[str]) -> str:
    """Which files they were, while they are few."""
    names = sorted(map(shown_path, changed))
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return ", ".join(names[:FEW]) + more


def libraries(overlays: Iterable[Path]) -> Iterator[Path]:
    """The folders that hold what is published: ours and those laid over it, and the reader's own settings."""
    yield from (root / top for root in (built_in(), *overlays) for top in ("cards", "assets"))
    yield printers.user_folder()


def _one(path: str, found: dict[str, State]) -> None:
    try:
        state = os.stat(path)  # noqa: PTH116  # pathlib takes three times as long, ten times a second
    except (OSError, ValueError):
        return
    found[path] = (state.st_mtime_ns, state.st_size, state.st_ino)


def _all(root: str, found: dict[str, State]) -> None:
    """What can be read below a folder, and that the folder is there; hidden files are the editors' own."""
    todo, seen = [root], set()
    if os.path.isdir(root):  # noqa: PTH112
        found[root] = _THERE
    while todo:
        folder = todo.pop()
        try:
            real = os.path.realpath(folder)
            if real in seen:
                continue
            seen.add(real)
            with os.scandir(folder) as entries:
                listed = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:
            continue
        for entry in listed:
            if entry.name.lower().endswith(_ENDINGS):
                _one(entry.path, found)
            elif _is_folder(entry):
                todo.append(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
