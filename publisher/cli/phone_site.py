"""`surefoot phone site`: the library as a small site that opens without a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import __version__
from publisher.cli.build import choices_for, counted
from publisher.cli.completing import complete_publications
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import shown_path
from publisher.files import Stale, write_all, write_alone
from publisher.library.overlays import read_library
from publisher.phone.frame import INDEX
from publisher.phone.site import single_of, site_of
from publisher.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.cli.voice import Voice
    from publisher.files import Output
    from publisher.model.library import Library
    from publisher.workshop import Choices

FOLDER = "phone"
# So many files are told by their names.
NAMED = 5
EXAMPLES = """\b
Examples:
  surefoot phone site
  surefoot phone site --out out/phone --library my-cards --country GB
  surefoot phone site --single-file starter
"""


@click.command(
    "site", params=setting_options("library", "out", "theme", "person", "language", "country"), epilog=EXAMPLES
)
@click.option(
    "--single-file",
    "deck",
    metavar="DECK",
    shell_complete=complete_publications,
    help="One deck as one HTML file, everything inside.",
)
@click.pass_obj
def command(voice: Voice, /, deck: str | None, **flags: object) -> None:
    """Write the offline page: all cards, decks and plans, to open from a folder or to put on a server.

    The files go into the folder that you name, or into a folder `phone` in the output folder.
    """
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    folder = Path(str(flags["out"])) if flags.get("out") else Path(chosen.text("out") or "out") / FOLDER
    write_site(voice, library, choices_for(chosen), folder, deck)


def write_site(voice: Voice, library: Library, choices: Choices, folder: Path, deck: str | None = None) -> None:
    """Write the site, or one deck of it as one file, and say where it begins.

    Pages that an earlier run wrote and this one does not are taken away; decks as files of their own stay.
    """
    shop, stale = Workshop.open(library, choices), Stale()
    if deck is None:
        outputs, decks = site_of(shop), {f"{name}.html" for name in library.publications}
        stale = write_alone(folder, outputs, version=__version__, beside=decks)
    else:
        outputs = [single_of(shop, deck)]
        write_all(folder, outputs, version=__version__)
    begin = INDEX if deck is None else outputs[0].name
    if voice.json:
        voice.answer(
            {
                "files": [
                    {"name": one.name, "path": str(folder / one.name), "bytes": len(one.content)} for one in outputs
                ],
                "taken_away": list(stale.gone),
                "left": list(stale.left),
                "problems": [],
            }
        )
        return
    voice.line(f"{shown_path(str(folder / begin))}   {_measure(library, outputs)}")
    if stale.gone:
        voice.line(f"   Taken away, since no card or deck needs it now: {_listed(stale.gone)}")
    if stale.left:
        voice.line(f"   No longer needed, but changed by hand, so it stays: {_listed(stale.left)}")


def _listed(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f", and {more} more" if more > 0 else "")


def _measure(library: Library, outputs: Sequence[Output]) -> str:
    size = sum(len(one.content) for one in outputs)
    told = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
    cards = f"{counted(len(library.cards), 'card')}, " if len(outputs) > 1 else ""
    return f"{cards}{counted(len(outputs), 'file')}, {told}"
