"""`surefoot check`: everything that `build` would do, but for the writing, and whether the cards are good ones."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import rules
from publisher.build import fit_everything
from publisher.cli.build import choices_for, counted
from publisher.cli.days import today
from publisher.cli.fitting_handouts import Fitted, came_fitted, fit_handouts
from publisher.cli.options import gather, setting_options
from publisher.cli.pemat_sheet import as_data, as_lines
from publisher.cli.sarif import as_sarif
from publisher.cli.watching import again, libraries, looking
from publisher.library.memory import Memory
from publisher.library.overlays import read_library
from publisher.problems import ExitCode, Level, Problem, UsageError, place_of
from publisher.reviews import due, unreviewed
from publisher.rules import pemat, sessions
from publisher.settings import FILE
from publisher.standing import Standing
from publisher.workshop import all_unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.cli.voice import Voice
    from publisher.model.library import Library

EXAMPLES = """\b
Examples:
  surefoot check
  surefoot check plank side-plank
  surefoot check --library my-cards --size a7
  surefoot check --format sarif > surefoot.sarif
  surefoot check --pemat
"""
FORMATS = ("text", "json", "sarif")
HEARD = ("library", "paper", "size", "theme", "person", "language", "country")


@click.command(params=setting_options(*HEARD), epilog=EXAMPLES)
@click.argument("cards", nargs=-1, metavar="[CARD]...")
@click.option("--release", is_flag=True, help="Count reviews that no longer hold as problems.")
@click.option("--watch", is_flag=True, help="Check again on each save, until Ctrl-C.")
@click.option("--strict", is_flag=True, help="Count warnings as problems.")
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="Text for people, or for programs.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--pemat", "wants_sheet", is_flag=True, help="Judge the cards by PEMAT-P, item by item, and nothing else."
)
@click.pass_obj
def command(
    voice: Voice, /, cards: tuple[str, ...], *, release: bool, watch: bool, strict: bool, quiet: bool, form: str,
    as_json: bool, wants_sheet: bool, **flags: object,
) -> int:  # fmt: skip
    """Read every card, publication and programme, hold them against the rules, and fit them onto their pages.

    A programme is fitted in every layout and ink, with the letterhead of each clinic; those that come with Surefoot
    where something of yours changes them. Nothing is written.

    With ids of cards, tell only what concerns these.
    """
    if wants_sheet and form == "sarif":
        # A sheet is no list of problems, which is all that SARIF tells.
        hint = "Type it like this: surefoot check --pemat --format json"
        raise UsageError([Problem("command-line", "`--pemat` answers as text or as JSON, not as SARIF.", hint)])
    voice.quiet, voice.json = quiet, as_json or form == "json"
    if form == "sarif":
        voice.form = as_sarif
    memory, standing = Memory(), Standing()
    fitted: Fitted = {}
    overlays = list(gather(flags)[0].folders())

    def once() -> int:
        chosen, profile = gather(flags)
        overlays[:] = chosen.folders()
        library = read_library(chosen.folders(), language=chosen.text("language") or "en", memory=memory)
        _known(cards, library)
        if wants_sheet:
            return _sheet(voice, library, cards)
        others = [
            *library.warnings,
            *sessions.in_publications(library),
            *sessions.in_plans(library),
            *_of_reviews(library, release=release),
        ]
        choices = choices_for(chosen, profile)
        if not fitted:
            language = chosen.text("language") or "en"
            fitted.update(came_fitted(read_library(language=language) if chosen.folders() else library))
        others += fit_everything(library, choices, cards, standing)
        others += fit_handouts(library, choices, dt.date.fromisoformat(today(None)), cards, fitted)
        problems = [*rules.broken(library, cards), *_concerning(others, cards, library)]
        return _tell(voice, library, problems, strict=strict)

    if watch:
        again(voice, looking(lambda: libraries(overlays), Path(FILE)), once, "a card, a picture or a setting")
    return once()


def _known(cards: Sequence[str], library: Library) -> None:
    strangers = [name for name in cards if name not in library.cards]
    if strangers:
        raise UsageError(all_unknown("card", strangers, library.cards))


def _concerning(problems: Sequence[Problem], cards: Sequence[str], library: Library) -> list[Problem]:
    """Problems in the files of these cards, or all. A card that changes another is written in two."""
    places = [place for name in cards for place in (library.cards[name].place, place_of(library.cards[name].id))]
    files = {place.file for place in places if place is not None}
    return [problem for problem in problems if not cards or (problem.place and problem.place.file in files)]


def _tell(voice: Voice, library: Library, problems: Sequence[Problem], *, strict: bool) -> int:
    stopping = any(problem.level is Level.ERROR or (strict and problem.level is Level.WARNING) for problem in problems)
    if voice.is_for_programs or stopping:
        voice.problems(problems)
    else:
        voice.notes(problems)
        voice.line(_sum(library, sum(problem.level is Level.WARNING for problem in set(problems))))
    return ExitCode.INPUT if stopping else ExitCode.DONE


def _sum(library: Library, warnings: int) -> str:
    """What was looked at; all is well only where there is nothing to warn of."""
    seen = f"{len(library.cards)} cards, {len(library.publications)} publications"
    return f"No error: {seen}; {counted(warnings, 'warning')}." if warnings else f"All is well: {seen}."


def _of_reviews(library: Library, *, release: bool) -> Iterator[Problem]:
    """Reviews that no longer hold; for a release they stop it, and it is said how many cards wait for their first."""
    cards = library.cards.values()
    yield from due(cards, today(None), Level.ERROR if release else Level.WARNING)
    if release:
        yield from unreviewed(cards)


def _sheet(voice: Voice, library: Library, cards: Sequence[str]) -> int:
    judged = pemat.sheet(library, [library.cards[name] for name in cards] or library.cards.values())
    if voice.json:
        voice.answer(as_data(judged))
    else:
        for line in as_lines(judged):
            voice.line(line)
    return ExitCode.DONE
