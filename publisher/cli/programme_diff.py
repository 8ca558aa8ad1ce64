"""`surefoot programme diff`: what has changed from one programme to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.completing import complete_programmes
from publisher.cli.options import gather, setting_options
from publisher.cli.programme_usual import kept_since
from publisher.cli.programmes import named
from publisher.cli.telling import as_json
from publisher.library.overlays import read_library
from publisher.programme_changes import changes_said, dropped_said
from publisher.programmes import Changes, Version, exercises_of
from publisher.words import Words

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

EXAMPLES = """\b
Examples:
  surefoot programme diff week-1.yaml week-3.yaml
  surefoot handout week-3.yaml --before week-1.yaml     prints it in a box
"""


@click.command(params=setting_options("library", "language"), epilog=EXAMPLES)
@click.argument("old", metavar="OLD", shell_complete=complete_programmes)
@click.argument("new", metavar="NEW", shell_complete=complete_programmes)
@click.option("--json", "as_data", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def command(voice: Voice, /, old: str, new: str, *, as_data: bool, **flags: object) -> None:
    """Say what has changed, as it was and as it is.

    Exercises, doses, sides, days, notes, and the words beside them: all that a patient reads. Notes and lines that are
    no longer there are told here alone, never in the box on a handout.
    """
    voice.json = as_data
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    before, after = (named(name, library) for name in (old, new))
    since = kept_since(before, library, chosen.folders())
    versions = (Version(each, exercises_of(each, library.cards)) for each in (before, after))
    words, changes = Words(library.words), Changes(*versions)
    said, dropped = changes_said(words, changes), dropped_said(words, changes)
    if as_data:
        voice.answer({"changes": said, "dropped": dropped, "problems": as_json(since)})
        return
    voice.notes(since)
    for line in (*(said or [words.say("handout.change.none")]), *dropped):
        voice.line(line)
