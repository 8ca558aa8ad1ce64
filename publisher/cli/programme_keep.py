"""`surefoot programme keep`: the doses of a programme as the usual ones of your own library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.completing import complete_programmes
from publisher.cli.new_files import home, taken, write
from publisher.cli.options import gather, setting_options
from publisher.cli.programmes import named
from publisher.library.overlays import read_library
from publisher.library.programme_writing import kept_dose
from publisher.model.card import Movement
from publisher.problems import Problem, UsageError
from publisher.programmes import exercises_of

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

# Where a change to a card of a library below goes.
FOLDER = "cards/doses"
EXAMPLES = """\b
Example:
  surefoot programme keep my-programme.yaml --library my-clinic
"""


@click.command(
    short_help="Save its doses as the usual ones, in a library of yours.",
    params=setting_options("library", "language"),
    epilog=EXAMPLES,
)
@click.argument("programme", metavar="PROGRAMME|FILE", shell_complete=complete_programmes)
@click.pass_obj
def command(voice: Voice, /, programme: str, **flags: object) -> None:
    """Save the doses of a programme as the usual ones: a change to each card, in your own library."""
    chosen, _ = gather(flags)
    if not chosen.folders():
        hint = f"Say which is yours: surefoot programme keep {programme} --library my-clinic"
        raise UsageError(
            [Problem("no-own-library", "ours stays as it is: doses are kept in a library of yours.", hint)]
        )
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    files = {}
    for exercise in exercises_of(named(programme, library), library.cards):
        before = library.cards[exercise.card.id]
        if isinstance(before.body, Movement) and any(part is not None for part in exercise.prescribed.dose):
            path = home(chosen) / FOLDER / f"{exercise.card.id}.yaml"
            files[path] = kept_dose(exercise, before)
    if there := [taken(path, "is already there") for path in files if path.exists()]:
        raise UsageError(there)
    for path, text in files.items():
        write(voice, path, text)
    if not files:
        voice.line("No dose of this programme differs from its card.")
