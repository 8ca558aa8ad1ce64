"""`surefoot new`: a working, commented example to change."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli.options import COMMAND_LINE, gather, setting_options
from publisher.cli.telling import json_text, shown_path
from publisher.files import write_whole
from publisher.library.overlays import built_in, read_library
from publisher.library.schema import schemas
from publisher.problems import InputError, Place, Problem, UsageError

if TYPE_CHECKING:
    from publisher.cli.voice import Voice
    from publisher.settings import Settings

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
_LONGEST_TITLE = 34
_MODELINE = re.compile(r"^# yaml-language-server: .*\n")


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Start a card, a publication or a library of your own, from an example that works."""


@command.command("card", params=setting_options("library"), epilog="\b\nExample:\n  surefoot new card heel-raise\n")
@click.argument("place", metavar="ID|FILE")
@click.pass_obj
def new_card(voice: Voice, /, place: str, **flags: object) -> None:
    """Write an example of a card. Its id is the name of the file."""
    chosen, _ = gather(flags)
    path = _target(place, _home(chosen) / "cards")
    text = _example("cards/strength/heel-raise.yaml", path, "card", _EXAMPLE_ID)
    _write(voice, path, text.replace(str(_EXAMPLE_NUMBER), str(_free_number(chosen))))
    voice.line(f"Change it, then type: surefoot check{_laid_over(path, chosen)}")


@command.command(
    "publication",
    params=setting_options("library"),
    epilog="\b\nExample:\n  surefoot new publication club-night\n",
)
@click.argument("place", metavar="ID|FILE")
@click.pass_obj
def new_publication(voice: Voice, /, place: str, **flags: object) -> None:
    """Write an example of a publication: which cards, in which order, on what."""
    chosen, _ = gather(flags)
    path = _target(place, _home(chosen) / "cards" / "publications")
    text = _example("cards/publications/my-cards.yaml", path, "publication", _EXAMPLE_PUBLICATION)
    _write(voice, path, text.replace(f"  - {_EXAMPLE_ID}\n", ""))
    voice.line(f"Change it, then type: surefoot build {path.stem}{_laid_over(path, chosen)}")


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


def _home(chosen: Settings) -> Path:
    """Where new files go: into the library on top, or else into the current folder."""
    return (Path(), *chosen.folders())[-1]


def _laid_over(path: Path, chosen: Settings) -> str:
    """What to type so that the file is read; nothing when a settings file names its library already."""
    library = _library_of(path)
    known = chosen.entries["library"].origin != COMMAND_LINE and library in chosen.folders()
    return "" if known else f" --library {shown_path(str(library))}"


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


def _example(name: str, path: Path, schema: str, example: str) -> str:
    """An example file with the id and the title of the new one. It points editors to a schema if the library has it."""
    text = (built_in() / "assets" / "examples" / "library" / name).read_text(encoding="utf-8")
    rest = _MODELINE.sub("", text).replace(f"\nid: {example}", f"\nid: {path.stem}")
    rest = rest.replace(f"\ntitle: {_title(example)}\n", f"\ntitle: {_title(path.stem)}\n")
    library = _library_of(path)
    if not (library / "schema" / f"{schema}.json").is_file():
        return rest
    up = "../" * len(path.parent.relative_to(library).parts)
    return f"# yaml-language-server: $schema={up}schema/{schema}.json\n{rest}"


def _title(name: str) -> str:
    """What an id says, as a title to begin with; no longer than a card takes."""
    return name.replace("-", " ").capitalize()[:_LONGEST_TITLE].rstrip()


def _library_of(path: Path) -> Path:
    """The folder that holds the `cards` folder the file lies in, or else the file's own."""
    for folder in path.parents:
        if folder.name == "cards":
            return folder.parent
    return path.parent


def _free_number(chosen: Settings) -> int:
    """The next number in the group of the example, so that the new card takes nobody's place."""
    try:
        cards = read_library(chosen.folders()).cards.values()
    except InputError:
        return _EXAMPLE_NUMBER
    return max([_EXAMPLE_NUMBER - 1, *(card.number for card in cards if card.group.value == _GROUP)]) + 1


def _write(voice: Voice, path: Path, text: str) -> None:
    write_whole(path, text.encode())
    voice.line(shown_path(str(path)))
