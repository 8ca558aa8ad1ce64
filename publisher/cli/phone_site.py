"""`surefoot phone site`: the library as a small site that opens without a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import __version__
from publisher.cli.build import choices_for, counted
from publisher.cli.completing import complete_publications
from publisher.cli.extras import need_pictures
from publisher.cli.options import gather, setting_options
from publisher.cli.phone_keepsakes import keepsakes, write_keepsakes
from publisher.cli.telling import shown_path
from publisher.files import Stale, write_all, write_alone
from publisher.library.overlays import read_library
from publisher.phone.frame import INDEX
from publisher.phone.site import single_of, site_of
from publisher.problems import Problem, UsageError
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
  surefoot phone site --pictures        with pictures to save and to send
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
@click.option(
    "--pictures", is_flag=True, help="Also what can be saved: all cards as a PDF, each as a picture, and moving."
)
@click.pass_obj
def command(voice: Voice, /, deck: str | None, *, pictures: bool, **flags: object) -> None:
    """Write the offline page: all cards, decks and plans, to open from a folder or to put on a server.

    The files go into the folder that you name, or into a folder `phone` in the output folder.
    """
    if pictures:
        _can_save(deck)
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    folder = Path(str(flags["out"])) if flags.get("out") else Path(chosen.text("out") or "out") / FOLDER
    write_site(voice, library, choices_for(chosen), folder, deck, pictures=pictures)


def _can_save(deck: str | None) -> None:
    if deck is not None:
        sentence = "a deck as one file has no other files beside it, so there is nothing to save from it."
        raise UsageError([Problem("nothing-beside", sentence, f"For its pictures: surefoot phone pictures {deck}")])
    need_pictures()


def write_site(
    voice: Voice,
    library: Library,
    choices: Choices,
    folder: Path,
    deck: str | None = None,
    *,
    pictures: bool = False,
) -> None:
    """Write the site, or one deck of it as one file, and say where it begins.

    Pages that an earlier run wrote and this one does not are taken away; decks as files of their own stay. With
    `pictures` there is what can be saved, too.
    """
    shop, stale, kept = Workshop.open(library, choices), Stale(), None
    if deck is None:
        kept = keepsakes(library, choices) if pictures else None
        outputs, decks = site_of(shop, kept and kept.saves()), {f"{name}.html" for name in library.publications}
        if kept is not None:
            write_keepsakes(folder, kept, library)  # before the pages that lead to them
            outputs.append(kept.pdf)
        stale = write_alone(folder, outputs, version=__version__, beside=decks)
    else:
        outputs = [single_of(shop, deck)]
        write_all(folder, outputs, version=__version__)
    begin = INDEX if deck is None else outputs[0].name
    more = kept.files() if kept is not None else {}
    if voice.json:
        written = {one.name: one.content for one in outputs} | more
        voice.answer(
            {
                "files": [
                    {"name": name, "path": str(folder / name), "bytes": len(content)}
                    for name, content in written.items()
                ],
                "taken_away": list(stale.gone),
                "left": list(stale.left),
                "problems": [],
            }
        )
        return
    voice.line(f"{shown_path(str(folder / begin))}   {_measure(library, outputs)}")
    if more:
        size = sum(map(len, more.values())) / 1_000_000
        voice.line(f"   To save from its pages: {counted(len(more), 'picture')}, {size:.1f} MB")
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
