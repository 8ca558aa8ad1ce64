"""Pictures that a library brings along: their names, and what is in them. Nothing outside its folder is read."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.shapes import Schema, refuse, scalar
from publisher.library.shelves import bytes_of, shown
from publisher.library.spelling import did_you_mean, listed
from publisher.problems import InputError, Problem, place_of

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.library.nodes import Node
    from publisher.model.library import Library
    from publisher.problems import Phrase

# More than any kind of picture may have (`rasters.MOST_BYTES`): which one it is is told by its own room.
MOST_BYTES = 25_000_000
_LONGEST = 200
# No part is hidden, leads up or ends in what Windows drops; and none has a sign that one system or another reads
# as something else than a letter: drives, streams, wild cards, pipes.
_PART = r'[^\x00-\x20.\\/:*?"<>|\x7f-\x9f]([^\x00-\x1f\\/:*?"<>|\x7f-\x9f]*[^\x00-\x20.\\/:*?"<>|\x7f-\x9f])?'
_FORM = rf"({_PART}/)*{_PART}"
# Devices of Windows, whatever follows the name (Microsoft, "Naming files, paths, and namespaces").
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])(\..*)?", re.IGNORECASE)


class PictureFile(NamedTuple):
    """The name of a picture in the library, from the library's folder on; `endings` are the kinds that are taken."""

    endings: tuple[str, ...]
    example: str

    def read(self, node: Node) -> Phrase:
        """The name as it stands."""
        written = scalar(node, f"the name of a file, such as `{self.example}`")
        text = written.text
        hint = f"Write the way from the folder of the library on, such as `{self.example}`."
        parts = text.split("/")
        if not re.fullmatch(_FORM, text) or len(text) > _LONGEST or any(map(_DEVICE.fullmatch, parts)):
            sentence = f"`{text}` is not the name of a picture inside this library."
            raise refuse("not-a-picture-path", node, sentence, hint)
        if not text.lower().endswith(tuple(f".{ending}" for ending in self.endings)):
            kinds = listed([f".{ending}" for ending in self.endings])
            sentence = f"`{text}` does not end in {kinds}."
            raise refuse("not-a-picture-path", node, sentence, hint)
        return written.phrase

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A string."""
        either = "|".join(
            "".join(f"[{sign.upper()}{sign}]" if sign.isalpha() else sign for sign in ending) for ending in self.endings
        )
        return {
            "type": "string",
            "maxLength": _LONGEST,
            "pattern": rf"^({_PART}/)*{_PART}$",
            "allOf": [{"pattern": rf"\.({either})$"}],
        }

    def describe(self) -> str:
        """In words."""
        return f"name of a file in the library, such as `{self.example}`"


def root_of(library: Library, name: Phrase) -> Path:
    """The folder of the library whose file names a picture."""
    place = place_of(name)
    if place is None:
        raise ValueError("a picture is named by a file of a library")
    return library.roots[place.file]


def path_in(root: Path, name: Phrase) -> Path:
    """Where a picture of a library lies. Raises `InputError` with the place where it is named."""
    place, length = place_of(name), len(name)
    folder = root
    for part in name.split("/"):
        known = _names_in(folder)
        # Asked of the folder itself, so that a name in other letters is not there on any system.
        if part not in known:
            sentence = f"there is no file `{name}` in this library."
            hint = did_you_mean(part, known) or f"It is looked for at `{shown(root / name)}`."
            raise InputError([Problem("no-such-picture", sentence, hint.strip(), place, length)])
        folder /= part
    real, inside = os.path.realpath(folder), os.path.realpath(root)
    if os.path.commonpath([real, inside]) != inside:
        sentence = f"`{name}` is a link to something outside this library; it was not read."
        hint = "Copy the file itself into the library."
        raise InputError([Problem("outside-library", sentence, hint, place, length)])
    return folder


def bytes_in(root: Path, name: Phrase) -> bytes:
    """What a picture of a library holds. Raises `InputError` with the place where it is named."""
    path, place, length = path_in(root, name), place_of(name), len(name)
    try:
        return bytes_of(path, shown(path), MOST_BYTES)
    except InputError as error:
        if error.problems[0].name == "not-a-file":
            sentence = f"`{name}` is not an ordinary file (a folder, a pipe or a device); it was not read."
            problem = Problem("not-a-file", sentence, "Put a picture in its place.", place, length)
            raise InputError([problem]) from None
        raise


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208  # names alone
    except OSError:
        return []


def placed(error: InputError, name: Phrase, root: Path) -> InputError:
    """What is wrong with a picture, told where it is named; or in its own file, where that has lines."""
    found = []
    for problem in error.problems:
        if problem.place is None:
            found.append(problem._replace(place=place_of(name), length=len(name)))
        else:
            found.append(problem._replace(place=problem.place._replace(file=shown(root / name))))
    return InputError(found)
