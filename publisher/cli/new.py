"""`surefoot new`: a working, commented example to change."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli.new_clinic import new_clinic
from publisher.cli.new_exercise import new_exercise
from publisher.cli.new_files import FIRST_NUMBER, free_number, laid_over, modeline, taken, target, write
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import json_text, shown_path
from publisher.files import write_whole
from publisher.library.overlays import built_in, read_library
from publisher.library.schema import schemas
from publisher.problems import InputError, UsageError

if TYPE_CHECKING:
    from publisher.cli.voice import Voice
    from publisher.settings import Settings

EXAMPLES = """\b
Examples:
  surefoot new library my-cards           a folder with cards of your own that builds at once
  surefoot new exercise                   an exercise card, from what you answer
  surefoot new card heel-raise            cards/heel-raise.yaml, an example to change
  surefoot new publication club-night     cards/publications/club-night.yaml
  surefoot new clinic ours --logo logo.png --name "Our Clinic" --phone "01234 567 890" --library my-clinic
"""
_GROUP = "strength"
# What stands in the example files for what is filled in.
_EXAMPLE_ID = "heel-raise"
_EXAMPLE_PUBLICATION = "my-cards"
_LONGEST_TITLE = 34
_MODELINE = re.compile(r"^# yaml-language-server: .*\n")


@click.group(epilog=EXAMPLES)
def command() -> None:
    """Start a card, publication, clinic or library of your own, from an example that works or from your answers."""


command.add_command(new_exercise)
command.add_command(new_clinic)


@command.command("card", params=setting_options("library"), epilog="\b\nExample:\n  surefoot new card heel-raise\n")
@click.argument("place", metavar="ID|FILE")
@click.pass_obj
def new_card(voice: Voice, /, place: str, **flags: object) -> None:
    """Write an example of a card. Its id is the name of the file."""
    chosen, _ = gather(flags)
    path = target(place, "card", chosen)
    text = _example("cards/strength/heel-raise.yaml", path, "card", _EXAMPLE_ID)
    write(voice, path, text.replace(str(FIRST_NUMBER), str(_free_number(chosen))))
    voice.line(f"Change it, then type: surefoot check{laid_over(path, chosen)}")


@command.command(
    "publication",
    params=setting_options("library"),
    short_help="Write an example of a publication.",
    epilog="\b\nExample:\n  surefoot new publication club-night\n",
)
@click.argument("place", metavar="ID|FILE")
@click.pass_obj
def new_publication(voice: Voice, /, place: str, **flags: object) -> None:
    """Write an example of a publication: which cards, in which order, on what."""
    chosen, _ = gather(flags)
    path = target(place, "publication", chosen)
    text = _example("cards/publications/my-cards.yaml", path, "publication", _EXAMPLE_PUBLICATION)
    write(voice, path, text.replace(f"  - {_EXAMPLE_ID}\n", ""))
    voice.line(f"Change it, then type: surefoot build {path.stem}{laid_over(path, chosen)}")


@command.command(
    "library",
    short_help="Write a folder with cards of your own that builds at once.",
    epilog="\b\nExample:\n  surefoot new library my-cards\n",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def new_library(voice: Voice, /, folder: Path) -> None:
    """Write a folder with a card of your own, a change to one of ours, and a publication; it builds at once."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise UsageError([taken(folder, "is not an empty folder")])
    examples = built_in() / "assets" / "examples" / "library"
    for path in sorted(examples.rglob("*")):
        if path.is_file():
            write(voice, folder / path.relative_to(examples), path.read_text(encoding="utf-8"))
    for name, schema in schemas().items():
        write_whole(folder / "schema" / f"{name}.json", json_text(schema).encode())
    voice.line(f"Now type: cd {shown_path(str(folder))} && surefoot build")


def _example(name: str, path: Path, schema: str, example: str) -> str:
    """An example file with the id and the title of the new one. It points editors to a schema if the library has it."""
    text = (built_in() / "assets" / "examples" / "library" / name).read_text(encoding="utf-8")
    rest = _MODELINE.sub("", text).replace(f"\nid: {example}", f"\nid: {path.stem}")
    rest = rest.replace(f"\ntitle: {_title(example)}\n", f"\ntitle: {_title(path.stem)}\n")
    return modeline(path, schema) + rest


def _title(name: str) -> str:
    """What an id says, as a title to begin with; no longer than a card takes."""
    return name.replace("-", " ").capitalize()[:_LONGEST_TITLE].rstrip()


def _free_number(chosen: Settings) -> int:
    """The next number in the group of the example, so that the new card takes nobody's place."""
    try:
        return free_number(read_library(chosen.folders()).cards.values(), _GROUP)
    except InputError:
        return FIRST_NUMBER
