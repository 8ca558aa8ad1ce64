"""Programmes as they are named on a command line, and where new ones go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from publisher.cli.new_files import taken, write
from publisher.cli.options import COMMAND_LINE
from publisher.cli.telling import shown_path
from publisher.library.programme_files import ENDINGS, read_programme
from publisher.library.programme_writing import written
from publisher.problems import Problem, UsageError
from publisher.workshop import unknown

if TYPE_CHECKING:
    from publisher.cli.voice import Voice
    from publisher.model.library import Library
    from publisher.model.programme import Programme
    from publisher.settings import Settings


def named(name: str, library: Library) -> Programme:
    """The programme of an id, or in a file. Raises what there is not, and what is wrong with a file."""
    if name.lower().endswith(ENDINGS):
        return read_programme(Path(name), library)
    if name not in library.programmes:
        raise UsageError([_no_such(name, library)])
    return library.programmes[name]


def _no_such(name: str, library: Library) -> Problem:
    """That there is no such programme; one in this folder, or in a library that was not named, may be meant."""
    problem = unknown("programme", name, library.programmes)
    for ending in ENDINGS:
        if Path(f"{name}{ending}").is_file():
            return problem._replace(hint=f"Did you mean the file `{shown_path(name + ending)}`? {problem.hint}")
    lies = "" if library.clinics or "--library" in problem.hint else " If yours lies in a library: --library my-library"
    return problem._replace(hint=f"{problem.hint}{lies}")


def free(name: str) -> Path:
    """The file for a new programme, in this folder unless a path was typed. Raises one that is there."""
    path = Path(name if name.lower().endswith(ENDINGS) else f"{name}.yaml")
    if path.exists():
        raise UsageError([taken(path, "is already there")])
    return path


def save(voice: Voice, path: Path, programme: Programme, chosen: Settings) -> None:
    """Write a programme, and say what to type next, with the libraries that were typed."""
    write(voice, path, written(programme))
    typed = chosen.folders() if chosen.entries["library"].origin == COMMAND_LINE else ()
    libraries = "".join(f" --library {shown_path(str(folder))}" for folder in typed)
    voice.line(f"To print it: surefoot handout {shown_path(str(path))}{libraries}")
