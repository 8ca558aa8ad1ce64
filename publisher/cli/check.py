"""`surefoot check`: everything that `build` would do, but for the writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.build import fit_everything
from publisher.cli.build import choices_for
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import as_json
from publisher.library.overlays import read_library
from publisher.problems import ExitCode, Level

if TYPE_CHECKING:
    from publisher.cli.voice import Voice

EXAMPLES = """\b
Examples:
  surefoot check
  surefoot check --library my-cards
  surefoot check --library my-cards --size a7
"""


HEARD = ("library", "paper", "size", "theme", "person", "language", "country")


@click.command(params=setting_options(*HEARD), epilog=EXAMPLES)
@click.option("--strict", is_flag=True, help="Count warnings as problems.")
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@click.option("--json", "as_data", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def command(voice: Voice, /, *, strict: bool, quiet: bool, as_data: bool, **flags: object) -> int:
    """Read every card and publication, and fit them onto their pages. Nothing is written."""
    voice.quiet, voice.json = quiet, as_data
    chosen, profile = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    problems = [*library.warnings, *fit_everything(library, choices_for(chosen, profile))]
    stopping = [problem for problem in problems if strict or problem.level is Level.ERROR]
    if as_data:
        voice.answer({"files": [], "problems": as_json(problems)})
    elif stopping:
        voice.problems(problems)
    else:
        voice.notes(problems)
        voice.line(f"All is well: {len(library.cards)} cards, {len(library.publications)} publications.")
    return ExitCode.INPUT if stopping else ExitCode.DONE
