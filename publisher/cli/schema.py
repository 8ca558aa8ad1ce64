"""`surefoot schema`: what an editor needs to complete and check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli.telling import json_text, shown_path
from publisher.files import write_whole
from publisher.library.schema import schemas
from publisher.problems import Problem, UsageError
from publisher.settings import closest

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

EXAMPLES = """\b
Examples:
  surefoot schema                      which schemas there are
  surefoot schema card
  surefoot schema --out schema         all of them, as files

Then the first line of a card in a folder beside `schema` is
  # yaml-language-server: $schema=../schema/card.json
"""


@click.command(epilog=EXAMPLES)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("-o", "--out", type=click.Path(path_type=Path), metavar="DIR", help="Write files into this folder.")
@click.pass_obj
def command(voice: Voice, /, names: tuple[str, ...], *, out: Path | None) -> None:
    """Print JSON Schemas of the files that people write, or write them for an editor to use."""
    known = schemas()
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UsageError([_unknown(name, list(known)) for name in unknown])
    if out is not None:
        for name in names or known:
            path = write_whole(out / f"{name}.json", json_text(known[name]).encode())
            voice.line(shown_path(str(path)))
    elif names:
        for name in names:
            voice.answer(known[name])
    else:
        voice.line("\n".join(known))


def _unknown(name: str, known: list[str]) -> Problem:
    near = closest(name, known)
    hint = f"Did you mean `{near}`? " if near else ""
    return Problem("unknown-schema", f"there is no schema named `{name}`.", f"{hint}There are {', '.join(known)}.")
