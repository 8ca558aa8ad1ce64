"""`surefoot new`: a working, commented example to change."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli.options import gather, setting_options
from publisher.cli.telling import json_text, shown_path
from publisher.files import write_whole
from publisher.library.overlays import built_in, read_library
from publisher.library.schema import schemas
from publisher.problems import InputError, Place, Problem, UsageError

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

EXAMPLES = """\b
Examples:
  surefoot new library my-cards           a folder with cards of your own that builds at once
  surefoot new card heel-raise            cards/heel-raise.yaml
  surefoot new publication club-night     cards/publications/club-night.yaml
"""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_GROUP = "strength"
# What stands in the example files for what is filled in. Our own cards keep below the number.
_EXAMPLE_NUMBER = 50
_EXAMPLE_ID = "heel-raise"
_EXAMPLE_PUBLICATION = "my-cards"
_MODELINE = re.compile(r"^# yaml-language-server: .*\n")


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Start a card, a publication or a library of your own, from an example that works."""


@command.command("card", params=setting_options("library"), epilog="\b\nExample:\n  surefoot new card heel-raise\n")
@click.argument("place", metavar="ID|FILE")
@click.pass_obj
def new_card(voice: Voice, /, place: str, **flags: object) -> None:
    """Write an example of a card. Its id is the name of the file."""
    path = _target(place, Path("cards"))
    text = _example("cards/strength/heel-raise.yaml", path, "card")
    text = text.replace(f"\nid: {_EXAMPLE_ID}", f"\nid: {path.stem}").replace(
        str(_EXAMPLE_NUMBER), str(_free_number(flags))
    )
    _write(voice, path, text)
    voice.line(f"Change it, then type: surefoot check --library {_library_of(path)}")


@command.command("publication", epilog="\b\nExample:\n  surefoot new publication club-night\n")
@click.argument("place", metavar="ID|FILE")
@click.pass_obj
def new_publication(voice: Voice, /, place: str) -> None:
    """Write an example of a publication: which cards, in which order, on what."""
    path = _target(place, Path("cards/publications"))
    text = _example("cards/publications/my-cards.yaml", path, "publication")
    text = text.replace(f"\nid: {_EXAMPLE_PUBLICATION}", f"\nid: {path.stem}").replace(f"  - {_EXAMPLE_ID}\n", "")
    _write(voice, path, text)
    voice.line(f"Change it, then type: surefoot build {path.stem} --library {_library_of(path)}")


@command.command("library", epilog="\b\nExample:\n  surefoot new library my-cards\n")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def new_library(voice: Voice, /, folder: Path) -> None:
    """Write a folder with a card of your own, a change to one of ours, and a publication; it builds at once."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise UsageError([_taken(folder, "is not an empty folder")])
    examples = built_in() / "assets" / "examples" / "library"
    for path in sorted(examples.rglob("*")):
        if path.is_file():
            _write(voice, folder / path.relative_to(examples), path.read_text(encoding="utf-8"))
    for name, schema in schemas().items():
        write_whole(folder / "schema" / f"{name}.json", json_text(schema).encode())
    voice.line(f"Now type: cd {shown_path(str(folder))} && surefoot build")


def _target(place: str, folder: Path) -> Path:
    """The file to write: as named, or after an id in its usual folder."""
    path = Path(place) if place.endswith((".yaml", ".yml")) else folder / f"{place}.yaml"
    name = path.stem if path == Path(place) else place
    if not _ID.fullmatch(name):
        sentence = f"`{name}` cannot be an id."
        hint = "Use small letters a to z, digits, and hyphens between them, such as heel-raise."
        raise UsageError([Problem("not-an-id", sentence, hint)])
    if path.exists():
        raise UsageError([_taken(path, "is already there")])
    return path


def _taken(path: Path, why: str) -> Problem:
    sentence = f"this {why}; nothing was changed."
    return Problem("already-there", sentence, "Choose another name, or move it away first.", Place(str(path)))


def _example(name: str, path: Path, schema: str) -> str:
    """An example file. It points editors to its schema if that lies in the library."""
    text = (built_in() / "assets" / "examples" / "library" / name).read_text(encoding="utf-8")
    rest = _MODELINE.sub("", text)
    library = _library_of(path)
    if not (library / "schema" / f"{schema}.json").is_file():
        return rest
    up = "../" * len(path.parent.relative_to(library).parts)
    return f"# yaml-language-server: $schema={up}schema/{schema}.json\n{rest}"


def _library_of(path: Path) -> Path:
    """The folder that holds the `cards` folder the file lies in, or else the file's own."""
    for folder in path.parents:
        if folder.name == "cards":
            return folder.parent
    return path.parent


def _free_number(flags: dict[str, object]) -> int:
    """The next number in the group of the example, so that the new card takes nobody's place."""
    try:
        cards = read_library(gather(flags)[0].folders()).cards.values()
    except InputError:
        return _EXAMPLE_NUMBER
    return max([_EXAMPLE_NUMBER - 1, *(card.number for card in cards if card.group.value == _GROUP)]) + 1


def _write(voice: Voice, path: Path, text: str) -> None:
    write_whole(path, text.encode())
    voice.line(shown_path(str(path)))
