"""`surefoot programme keep`: the doses of a programme as the usual ones of your own library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.completing import complete_programmes
from publisher.cli.new_files import home, taken, write
from publisher.cli.options import gather, setting_options
from publisher.cli.programme_usual import FOLDER
from publisher.cli.programmes import named
from publisher.library.overlays import read_library
from publisher.library.programme_writing import kept_dose, usual_dose
from publisher.model.card import Movement
from publisher.problems import Level, Problem, UsageError
from publisher.programmes import exercises_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from publisher.cli.voice import Voice
    from publisher.model.card import Card
    from publisher.model.dose import Dose
    from publisher.model.library import Library
    from publisher.model.programme import Programme

EXAMPLES = """\b
Examples:
  surefoot programme keep my-programme.yaml --library my-clinic
  surefoot programme keep my-programme.yaml --library my-clinic --replace     in place of doses kept before
"""


@click.command(
    short_help="Save its doses as the usual ones, in a library of yours.",
    params=setting_options("library", "language"),
    epilog=EXAMPLES,
)
@click.argument("programme", metavar="PROGRAMME|FILE", shell_complete=complete_programmes)
@click.option("--replace", is_flag=True, help="Replace doses that were kept before.")
@click.option("--with-load", is_flag=True, help="Keep loads too. [default: a load is one person's]")
@click.pass_obj
def command(voice: Voice, /, programme: str, *, replace: bool, with_load: bool, **flags: object) -> None:
    """Save the doses of a programme as the usual ones: a change to each card, in your own library.

    Sides, notes, days and dates are one person's and stay out of it; so do loads, unless you ask for them.
    """
    chosen, _ = gather(flags)
    if not chosen.folders():
        hint = f"Say which is yours: surefoot programme keep {programme} --library my-clinic"
        raise UsageError(
            [Problem("no-own-library", "ours stays as it is: doses are kept in a library of yours.", hint)]
        )
    library, own = read_library(chosen.folders(), language=chosen.text("language") or "en"), home(chosen)
    asked = named(programme, library)
    doses = _doses(asked if with_load else _without_loads(asked), library)
    paths = {name: own / FOLDER / f"{name}.yaml" for name in doses}
    if wrong := [*_own_cards(library, own, doses), *([] if replace else _taken(paths.values()))]:
        raise UsageError(wrong)
    below = _below(library, chosen.folders(), paths)
    for name, path in paths.items():
        write(voice, path, kept_dose(doses[name], below[name]))
    voice.notes([] if with_load else _loads_left(asked, library))
    voice.line(_AFTER if paths else "No dose of this programme differs from its card.")


_AFTER = "From now on these are the doses of every programme that names these cards alone, also of one from before."


def _without_loads(programme: Programme) -> Programme:
    bare = (each._replace(dose=each.dose._replace(load=None)) for each in programme.exercises)
    return programme._replace(exercises=tuple(bare))


def _doses(programme: Programme, library: Library) -> dict[str, Dose]:
    """Doses that are not as on their cards, by the ids of these."""
    found = {}
    for exercise in exercises_of(programme, library.cards):
        card = library.cards[exercise.card.id]
        dose = usual_dose(exercise, card)
        if dose is not None and isinstance(card.body, Movement) and dose != card.body.dose:
            found[str(card.id)] = dose
    return found


def _taken(paths: Iterable[Path]) -> Iterator[Problem]:
    hint = "Add --replace to keep the new dose in its place."
    yield from (taken(path, "is already there")._replace(hint=hint) for path in paths if path.exists())


def _own_cards(library: Library, own: Path, names: Iterable[str]) -> Iterator[Problem]:
    """Cards that the same library says elsewhere: it can say each of them once."""
    for name in names:
        place = library.cards[name].place
        root = None if place is None else library.roots.get(place.file)
        if place is None or root is None or root.resolve() != own.resolve():
            continue
        if not place.file.replace("\\", "/").endswith(f"{FOLDER}/{name}.yaml"):
            sentence = f"`{name}` is a card of this library already; a second file for it could not be read."
            yield Problem("own-card", sentence, "Write the dose into this file; nothing was written.", place, len(name))


def _below(library: Library, folders: Sequence[Path], paths: Mapping[str, Path]) -> Mapping[str, Card]:
    """The cards without what was kept of them before."""
    if not any(path.exists() for path in paths.values()):
        return library.cards
    return read_library(folders[:-1], language=library.language).cards


def _loads_left(programme: Programme, library: Library) -> Iterator[Problem]:
    for each in programme.exercises:
        body = library.cards[each.card].body
        if each.dose.load is not None and isinstance(body, Movement) and body.dose.load != each.dose.load:
            sentence = f"the load of `{each.card}`, {each.dose.load}, is not kept: it may be one person's."
            hint = "Add --with-load if everybody begins with it."
            yield Problem("load-not-kept", sentence, hint, each.dose.load.place, len(each.dose.load), Level.NOTE)
