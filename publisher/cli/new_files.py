"""Where `surefoot new` puts a file, and that nothing is there yet."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.cli.options import COMMAND_LINE
from publisher.cli.telling import shown_path
from publisher.files import write_whole
from publisher.library.shelves import folder_of
from publisher.problems import Place, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.cli.voice import Voice
    from publisher.model.card import Card
    from publisher.settings import Settings

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ENDINGS = (".yaml", ".yml")
# Where each thing lies in a library; a folder of its own inside, where people like one; and the same in words.
_FOLDERS = {"card": "cards", "publication": "cards/publications", "clinic": "assets/clinics"}
_CORNERS = {"card": "strength", "publication": "", "clinic": ""}
_LIE = {
    "card": "Cards lie in `cards` of a library, but not in its `publications` or `plans`.",
    "publication": "Publications lie in `cards/publications` of a library.",
    "clinic": "Clinics lie in `assets/clinics` of a library.",
}
# The cards that travel with the program keep below this number in each group.
FIRST_NUMBER = 50


def home(chosen: Settings) -> Path:
    """Where new files go: into the library on top, or else into the current folder."""
    return (Path(), *chosen.folders())[-1]


def root_of(place: str, chosen: Settings) -> Path:
    """The library in which a file will lie, by its path, or by its id alone."""
    return library_of(Path(place)) if place.endswith(_ENDINGS) else home(chosen)


def laid_over(path: Path, chosen: Settings) -> str:
    """What to type so that the file is read; nothing when a settings file names its library already."""
    library = library_of(path)
    known = chosen.entries["library"].origin != COMMAND_LINE and library in chosen.folders()
    return "" if known else f" --library {shown_path(str(library))}"


def target(place: str, thing: str, chosen: Settings) -> Path:
    """The file to write: as named, or after an id in the usual folder of a "card", "publication" or "clinic"."""
    named = place.endswith(_ENDINGS)
    # What is looked at is what is written: `cards/../x.yaml` does not lie in `cards`.
    path = Path(os.path.normpath(place)) if named else home(chosen) / _FOLDERS[thing] / f"{place}.yaml"
    name = path.stem if named else place
    if not _ID.fullmatch(name):
        sentence = f"`{name}` cannot be an id."
        hint = "Use small letters a to z, digits, and hyphens between them, such as heel-raise."
        raise UsageError([Problem("not-an-id", sentence, hint)])
    library = library_of(path)
    if folder_of(path.relative_to(library).as_posix()) != _FOLDERS[thing]:
        raise UsageError([_not_read(path, thing, home(chosen))])
    if path.exists():
        raise UsageError([taken(path, "is already there")])
    return path


def _not_read(path: Path, thing: str, root: Path) -> Problem:
    """A file that the reader would pass by, or take for something else."""
    folder = root / _FOLDERS[thing] / _CORNERS[thing]
    hint = f"{_LIE[thing]} Type it like this: {shown_path(str(folder / path.name))}"
    sentence = f"a {thing} would not be read here; nothing was written."
    return Problem("not-read-here", sentence, hint, Place(str(path)))


def taken(path: Path, why: str) -> Problem:
    """What is there stays as it is."""
    sentence = f"this {why}; nothing was changed."
    return Problem("already-there", sentence, "Choose another name, or move it away first.", Place(str(path)))


def modeline(path: Path, schema: str) -> str:
    """The first line of a file, which points editors to a schema, if the library has it."""
    library = library_of(path)
    if not (library / "schema" / f"{schema}.json").is_file():
        return ""
    up = "../" * len(path.parent.relative_to(library).parts)
    return f"# yaml-language-server: $schema={up}schema/{schema}.json\n"


def library_of(path: Path) -> Path:
    """The folder that holds the `cards` or `assets` folder the file lies in, or else the file's own."""
    for folder in path.parents:
        if folder.name in {"cards", "assets"}:
            return folder.parent
    return path.parent


def free_number(cards: Iterable[Card], group: str) -> int:
    """The next number in a group, so that a new card takes nobody's place."""
    return max([FIRST_NUMBER - 1, *(card.number for card in cards if card.group.value == group)]) + 1


def write(voice: Voice, path: Path, text: str) -> None:
    """Write one file and say so."""
    write_whole(path, text.encode())
    voice.line(shown_path(str(path)))
