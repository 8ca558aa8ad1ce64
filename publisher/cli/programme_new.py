"""`surefoot programme new`: a programme from flags, exercise by exercise, or from questions."""

from __future__ import annotations

import datetime as dt
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

import click

from publisher.cli import programme_questions as questions
from publisher.cli.completing import complete_programmes
from publisher.cli.days import today
from publisher.cli.options import gather, setting_options
from publisher.cli.programme_questions import PLAIN
from publisher.cli.programmes import free, named, save
from publisher.cli.sections import Sectioned
from publisher.handouts import doubts
from publisher.library.overlays import read_library
from publisher.library.programme_shapes import DOSE_FIELDS
from publisher.library.programme_writing import drafted
from publisher.library.references import of_programmes
from publisher.problems import InputError, Problem, UsageError
from publisher.programme_joining import overlaid
from publisher.programme_words import USUAL, USUAL_MOVE_ON, usual_lines, usual_purpose
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.cli.voice import Voice
    from publisher.library.drafting import Value
    from publisher.model.library import Library
    from publisher.model.programme import Programme

EXAMPLES = """\b
Examples:
  surefoot programme new my-start                        asks for everything
  surefoot programme new my-start --from downhill-back-start --exercise step-down --sets 2
  surefoot programme new my-start --title 'Back on the hill' \\
      --exercise plank --sets 3 --seconds 20 \\
      --exercise step-down --reps 8 --load '4 kg in a backpack' --side left --days monday,friday
"""
EXERCISE = "--exercise"
# What may be said of an exercise, after it: parts of its dose, and what is this person's alone.
_BESIDE = {
    "side": "left or right, if not both.",
    "note": "A line that is printed as written.",
    "start": "The first day.",
    "stop": "The last day.",
    "days": "Days of the week, with commas.",
}
OF_EXERCISE = {
    **{field.name: field.doc for field in DOSE_FIELDS},
    **_BESIDE,
}
Groups = list[dict[str, str]]


class Grouped(Sectioned):
    """Flags that belong to the exercise before them: their order counts, which no ordinary option keeps."""

    sections: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType(
        {
            "The programme": ("--title", "--purpose", "--from", "--remember", "--move-on"),
            "Each exercise, and what differs from its card": (
                EXERCISE,
                *(f"--{name.replace('_', '-')}" for name in OF_EXERCISE),
            ),
            "Where it is looked up": ("--library", "--language"),
        }
    )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take exercises and what is said of them out of the words; the rest is for click."""
        groups, rest = grouped(args)
        ctx.meta["exercises"] = groups
        return super().parse_args(ctx, rest)


def grouped(words: Sequence[str]) -> tuple[Groups, list[str]]:
    """Exercises with what follows each of them, and all other words."""
    groups: Groups = []
    rest: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        flag, equals, value = word.partition("=")
        name = flag.removeprefix("--").replace("-", "_")
        if flag != EXERCISE and (name not in OF_EXERCISE or not flag.startswith("--")):
            rest.append(word)
            continue
        if not equals and not left:
            raise UsageError([Problem("command-line", f"`{flag}` needs something behind it.")])
        said = value if equals else left.pop(0)
        if flag == EXERCISE:
            groups.append({"card": said})
        elif not groups:
            hint = f"Write it after the exercise that it belongs to: {EXERCISE} plank {flag} {said}"
            raise UsageError([Problem("command-line", f"`{flag}` stands before any `{EXERCISE}`.", hint)])
        else:
            groups[-1][name] = said
    return groups, rest


def _documented() -> list[click.Parameter]:
    """The flags that belong to an exercise, for `--help` alone: `Grouped` takes them out of the words."""
    first = click.Option([EXERCISE], metavar="CARD", help="A card; can be given again.", expose_value=False)
    more = (
        click.Option([f"--{name.replace('_', '-')}"], metavar="…", help=doc, expose_value=False)
        for name, doc in OF_EXERCISE.items()
    )
    return [first, *more]


@click.command(
    cls=Grouped,
    params=[*_documented(), *setting_options("library", "language")],
    short_help="Start one from flags, from another one, or from questions.",
    epilog=EXAMPLES,
)
@click.argument("name", metavar="NAME|FILE")
@click.option("--title", default="", help=f"The title that is printed. [default: {PLAIN['title']}]")
@click.option("--purpose", default="", help="What it is for, in a line. [default: from its exercises]")
@click.option(
    "--from",
    "base",
    default="",
    metavar="PROGRAMME|FILE",
    shell_complete=complete_programmes,
    help="Copy this one; what else is said changes it or adds to it.",
)
@click.option(
    "--remember",
    multiple=True,
    metavar="TEXT",
    help="A thing to remember; up to 3. [default: 2 lines that are true of any exercise]",
)
@click.option("--move-on", default="", metavar="TEXT", help="When to do more, and what more is.")
@click.pass_context
def command(
    context: click.Context, /, name: str, *, title: str, purpose: str, base: str, remember: tuple[str, ...],
    move_on: str, **flags: object,
) -> None:  # fmt: skip
    """Start a programme: from flags, from another one, or, where there is neither, from questions.

    What differs from the card, such as --sets or --side, stands after the --exercise that it belongs to. What to
    remember and when to do more are written out, to be changed in the file.
    """
    voice: Voice = context.obj
    path = free(name)
    chosen, _ = gather(flags)
    library = read_library(chosen.folders(), language=chosen.text("language") or "en")
    groups: Groups = context.meta["exercises"]
    given: dict[str, Value] = {"title": title, "purpose": purpose, "remember": [*remember], "move_on": move_on}
    given = {key: value for key, value in given.items() if value}
    if base:
        programme = _copied(named(base, library), path.stem, given, groups)
    else:
        programme = _started(library, path.stem, given, groups)
    problems = of_programmes([programme], library.cards, library.cards, library.clinics, library.sources)
    if found := [problem._replace(place=None) for problem in problems]:
        raise InputError(found)
    told = doubts(Words(library.words), programme, library, dt.date.fromisoformat(today(None)))
    voice.notes(problem._replace(place=None) for problem in told)
    save(voice, path, programme, chosen)


def _started(library: Library, name: str, given: Mapping[str, Value], groups: Groups) -> Programme:
    """A programme from what was said, and from questions where no exercise was."""
    words, asked = Words(library.words), not groups
    if asked:
        _must_be_there()
        drafted({"id": name, **PLAIN, **given}, [{"card": "x"}])  # what was typed is looked at before anything is asked
        given = {**given, **questions.texts(given)}
        groups = questions.exercises(library)
    usual, usual_further = usual_lines(words), words.say("handout.move_on")
    lines = given.get("remember") or (questions.lines(usual) if asked else [*usual])
    further = given.get("move_on") or (questions.further(usual_further) if asked else usual_further)
    said: dict[str, Value] = {"remember": lines, "move_on": further, "sources": _sources(words, lines, further)}
    said["purpose"] = _purpose(words, library, groups, given.get("purpose", PLAIN["purpose"]))
    return drafted({"id": name, **PLAIN, **given, **{key: value for key, value in said.items() if value}}, groups)


def _purpose(words: Words, library: Library, groups: Groups, said: Value) -> Value:
    """What somebody said, or else what the exercises are for."""
    cards = [library.cards[group["card"]] for group in groups if group["card"] in library.cards]
    return usual_purpose(words, cards) if said == PLAIN["purpose"] and cards else said


def _copied(base: Programme, name: str, given: Mapping[str, Value], groups: Groups) -> Programme:
    """Another programme with what was said in place of its own; its sources stay while a line of it does."""
    own = drafted({"id": name, **PLAIN, **given}, groups or [{"card": str(base.exercises[0].card)}])
    both = overlaid(base, own) if groups else base
    lost = {"remember", "move_on"} <= {*given}
    sources = () if lost else both.sources
    return both._replace(
        id=own.id,
        title=own.title if "title" in given else both.title,
        purpose=own.purpose if "purpose" in given else both.purpose,
        remember=own.remember or both.remember,
        move_on=own.move_on or both.move_on,
        version=1,
        sources=sources,
    )


def _sources(words: Words, lines: Value, further: Value) -> list[Value]:
    """Where those lines come from that are as usual."""
    known = dict(zip(usual_lines(words), USUAL.values(), strict=True)) | {words.say("handout.move_on"): USUAL_MOVE_ON}
    told = [*lines, further] if isinstance(lines, list) else [further]
    return [*dict.fromkeys(key for line in told for key in known.get(str(line), ()))]


def _must_be_there() -> None:
    """Somebody is at the terminal to be asked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        hint = f"Add some, such as {EXERCISE} plank --sets 3, or type it in a terminal to be asked."
        raise UsageError([Problem("command-line", f"there is no `{EXERCISE}`.", hint)])
