"""`surefoot new exercise`: a card from flags or from answers, written when it can be read, and what it still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.exercise_answers import Given, answered
from publisher.cli.exercise_questions import GROUPS, QUESTIONS
from publisher.cli.new_files import free_number, laid_over, modeline, root_of, target, write
from publisher.cli.options import gather, setting_options
from publisher.decks import pocket_deck
from publisher.library.drafting import drafted, id_of
from publisher.library.overlays import read_library
from publisher.model.card import Kind
from publisher.problems import Problem, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.cli.voice import Voice
    from publisher.model.library import Library
    from publisher.settings import Settings

EXAMPLES = """\b
Examples:
  surefoot new exercise                      asks, a question at a time; Ctrl-C writes nothing
  surefoot new exercise wall-sit --title "Wall sit" --purpose "Strong thighs." \\
      --cue "Sit tall." --start "Stand with your back to a wall." \\
      --step "Slide down." --step "Stay there." --feel "in your thighs" --seconds "20 to 40 s"
"""
HEARD = ("library", "size")
UNTRACED = "The whole card is common practice. Nobody has traced where it comes from."
_DEFAULT_SIZE = "poker"


@click.command(
    "exercise",
    params=[*(question.option() for question in QUESTIONS), *setting_options(*HEARD)],
    short_help="Write a card of an exercise, from flags or answers.",
    epilog=EXAMPLES,
)
@click.argument("place", metavar="[ID|FILE]", required=False)
@click.pass_obj
def new_exercise(voice: Voice, /, place: str | None, **flags: object) -> None:
    """Write an exercise card from flags or from what you answer, and list what the check still wants.

    On a terminal you are asked for what you did not give. The file is written at the end, and only if it can be read:
    it lies in `cards` of a library, such as cards/strength/wall-sit.yaml.
    """
    chosen, _ = gather({name: flags[name] for name in HEARD})
    root = root_of(place or "", chosen)
    library = read_library(_folders(chosen, root))
    _know(chosen.text("size"), library)
    path = None if place is None else _free(place, chosen, library)
    answers = answered(flags, library)
    if path is None:
        path = _free(_id(answers), chosen, library)
    write(voice, path, modeline(path, "card") + drafted(_whole(answers, path.stem, library)))
    _tell_what_is_wanted(voice, path, chosen, root)


def _folders(chosen: Settings, root: Path) -> list[Path]:
    """The libraries that are chosen, and on top of them the one that the file goes into, once it holds cards."""
    own = [root] if root not in chosen.folders() and (root / "cards").is_dir() else []
    return [*chosen.folders(), *own]


def _know(size: str | None, library: Library) -> None:
    """Raises a size that nothing has, before anything is asked or written."""
    if size is not None and size not in library.stocks:
        from publisher.workshop import unknown  # noqa: PLC0415  # it takes longer to import than a card to write

        raise UsageError([unknown("size", size, library.stocks)])


def _free(place: str, chosen: Settings, library: Library) -> Path:
    """The file to write, when neither a file nor a card has its name."""
    path = target(place, "card", chosen)
    if path.stem in library.cards:
        sentence = f"there is a card `{path.stem}` already; nothing was written."
        hint = f"Choose another id, or change that card in a file that starts with `extends: {path.stem}`."
        raise UsageError([Problem("already-there", sentence, hint)])
    return path


def _id(answers: Given) -> str:
    """The id that the title makes."""
    found = id_of(answers[("title",)][0])
    if not found:
        sentence, hint = "no id can be made from this title.", "Type one: surefoot new exercise wall-sit"
        raise UsageError([Problem("not-an-id", sentence, hint)])
    return found


def _whole(answers: Given, name: str, library: Library) -> Given:
    """The answers, with what is usual where nothing was said, and a number that no other card has."""
    usual = {question.path: question.usual for question in QUESTIONS if question.usual}
    if ("dose", "seconds") in answers:
        usual.pop(("dose", "reps"))
    if ("evidence", "sources") not in answers:
        usual[("evidence", "note")] = (UNTRACED,)
    kind = Kind(answers.get(("kind",), usual[("kind",)])[0])
    group = answers.get(("group",), (GROUPS[kind].value,))[0]
    number = free_number(library.cards.values(), group)
    return {("id",): (name,), ("group",): (group,), ("number",): (str(number),), **usual, **answers}


# --- What the check still wants ----------------------------------------------------------------------------------


def _tell_what_is_wanted(voice: Voice, path: Path, chosen: Settings, root: Path) -> None:
    found = _wanted(path.stem, chosen, root)
    check = f"surefoot check {path.stem}{laid_over(path, chosen)}"
    if not found:
        voice.line(f"It reads well, and the check wants nothing more. After a change, type: {check}")
        return
    voice.line("It reads well. The check still wants this:")
    voice.notes(found)
    voice.line(f"Change it, then type: {check}")


def _wanted(name: str, chosen: Settings, root: Path) -> list[Problem]:
    """What `surefoot check` says of this card; whether it fits is tried on a pocket card of its own."""
    # Only here: what lays out pages takes longer to import than a card takes to write.
    from publisher import rules  # noqa: PLC0415
    from publisher.build import fit_everything  # noqa: PLC0415
    from publisher.cli.build import choices_for  # noqa: PLC0415

    library = read_library(_folders(chosen, root))
    card = library.cards[name]
    alone = pocket_deck([card], chosen.text("size") or _DEFAULT_SIZE)
    trial = library._replace(publications={alone.id: alone})
    fitted = fit_everything(trial, choices_for(chosen))
    own = [one for one in fitted if one.place and card.place and one.place.file == card.place.file]
    return [*rules.broken(library, [name]), *own]
