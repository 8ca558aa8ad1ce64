"""`surefoot phone take`: exercises of another program as cards of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher import rules
from publisher.cli.build import counted
from publisher.cli.exercise_questions import GROUPS, QUESTIONS
from publisher.cli.new_files import free_number, home, laid_over, modeline, taken, write
from publisher.cli.options import gather, setting_options
from publisher.cli.telling import safe, shown_path
from publisher.library.drafting import drafted
from publisher.library.overlays import read_library
from publisher.library.reading import MOST_BYTES
from publisher.model.card import Kind
from publisher.phone.taking import read, unique
from publisher.problems import InputError, Place, Problem, UsageError

if TYPE_CHECKING:
    from publisher.cli.voice import Voice
    from publisher.model.library import Library
    from publisher.phone.taking import Taken

EXAMPLES = """\b
Examples:
  surefoot phone take exercise.json --library my-cards
"""
UNTRACED = "Taken over from another program. Nobody has traced where it comes from."


@click.command(params=setting_options("library"), epilog=EXAMPLES)
@click.argument("file", metavar="FILE", type=click.Path())
@click.pass_obj
def command(voice: Voice, /, file: str, **flags: object) -> None:
    """Write a card for each exercise of a file in the terms of schema.org, and list what the check still wants.

    All of it is read before anything is written. A card starts without a source and without a review, whatever the
    file says: nobody here has checked it.
    """
    chosen, _ = gather(flags)
    root = home(chosen)
    library = read_library(chosen.folders())
    voice.closing = "; nothing was written."
    exercises = read(_bytes(Path(file)), shown_path(file))
    drafts = _drafts(exercises, library, root)
    for path, text in drafts.items():
        write(voice, path, text)
    passed = sorted({name for exercise in exercises for name in exercise.passed})
    if passed:
        voice.line(f"Cards have no place for this, or it came twice: {safe(', '.join(passed)[:200])}")
    first = next(iter(drafts))
    own = [path.stem for path in drafts]
    folders = [*chosen.folders(), *([root] if root not in chosen.folders() else [])]
    found = tuple(rules.broken(read_library(folders), own))
    check = f"surefoot check {' '.join(own) if len(own) < 6 else ''}".rstrip() + laid_over(first, chosen)
    wanted = "still wants this" if found else "wants nothing more"
    voice.line(f"{counted(len(own), 'card')} can be read. The check {wanted}{':' if found else '.'}")
    voice.notes(found)
    voice.line(f"After a change, type: {check}")


def _bytes(file: Path) -> bytes:
    shown = Place(shown_path(str(file)))
    try:
        if not file.is_file():
            raise FileNotFoundError
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError:
        hint = "Name a file, such as: surefoot phone take exercise.json"
        raise UsageError([Problem("cannot-take", "there is no file here that can be read.", hint, shown)]) from None
    if len(content) > MOST_BYTES:
        hint = "Take fewer exercises at once."
        sentence = f"this file is larger than {MOST_BYTES:,} bytes."
        raise InputError([Problem("cannot-take", sentence, hint, shown)])
    return content


def _drafts(exercises: tuple[Taken, ...], library: Library, root: Path) -> dict[Path, str]:
    """Every card to write, by its file; raises what is wrong with any of them."""
    numbers: dict[str, int] = {}
    names = set(library.cards)
    drafts: dict[Path, str] = {}
    for exercise in exercises:
        name = unique(exercise.id or "exercise", names)
        names.add(name)
        path = root / "cards" / f"{name}.yaml"
        if path.exists():
            raise UsageError([taken(path, "is already there")])
        drafts[path] = modeline(path, "card") + _draft(exercise, name, library, numbers)
    return drafts


def _draft(exercise: Taken, name: str, library: Library, numbers: dict[str, int]) -> str:
    answers = dict(exercise.answers)
    kind = Kind(answers.get(("kind",), ("exercise",))[0])
    group = answers.get(("group",), (GROUPS[kind].value,))[0]
    number = numbers.get(group) or free_number(library.cards.values(), group)
    numbers[group] = number + 1
    usual = {question.path: question.usual for question in QUESTIONS if question.usual}
    if {("dose", "reps"), ("dose", "seconds")} & answers.keys():
        # What the file says of the dose is all that is said.
        usual = {path: given for path, given in usual.items() if path[0] != "dose" or path[1] == "sets"}
    own = {("id",): (name,), ("group",): (group,), ("number",): (str(number),), ("evidence", "note"): (UNTRACED,)}
    try:
        return drafted({**usual, **answers, **own})
    except InputError as error:
        raise InputError(problem._replace(place=exercise.place) for problem in error.problems) from None
