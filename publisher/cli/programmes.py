"""Programmes as they are named on a command line, and where new ones go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from publisher.cli.new_files import taken, write
from publisher.cli.telling import shown_path
from publisher.library.programme_files import ENDINGS, read_programme
from publisher.library.programme_writing import written
from publisher.problems import UsageError
from publisher.workshop import unknown

if TYPE_CHECKING:
    from publisher.cli.voice import Voice
    from publisher.model.library import Library
    from publisher.model.programme import Programme


def named(name: str, library: Library) -> Programme:
    """The programme of an id, or in a file. Raises what there is not, and what is wrong with a file."""
    if name.lower().endswith(ENDINGS):
        return read_programme(Path(name), library)
    if name not in library.programmes:
        raise UsageError([unknown("programme", name, library.programmes)])
    return library.programmes[name]


def free(name: str) -> Path:
    """The file for a new programme, in this folder unless a path was typed. Raises one that is there."""
    path = Path(name if name.lower().endswith(ENDINGS) else f"{name}.yaml")
    if path.exists():
        raise UsageError([taken(path, "is already there")])
    return path


def save(voice: Voice, path: Path, programme: Programme) -> None:
    """Write a programme, and say what to type next."""
    write(voice, path, written(programme))
    voice.line(f"To print it: surefoot handout {shown_path(str(path))}")
