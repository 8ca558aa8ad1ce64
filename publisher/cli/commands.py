"""The list of commands. Each is imported only when it runs, because imports are most of a short run's time."""

from __future__ import annotations

import os
import re
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

import click
from click.shell_completion import shell_complete

from publisher import __version__
from publisher.cli.voice import Voice
from publisher.problems import ExitCode, InputError, Problem, UsageError
from publisher.settings import closest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Command, the file it is in, and what it does. `--help` prints these without importing any of them.
COMMANDS = {
    "build": ("build", "Publish PDFs, ready to print."),
    "batch": ("batch", "Make handouts for a whole list of people."),
    "list": ("listing", "List cards, publications, sizes, figures and all else there is."),
    "show": ("show", "Read one card here, a deck's contents, or a stock's figures."),
    "check": ("check", "Read and fit everything; write nothing."),
    "review": ("review", "Have cards reviewed and signed by a clinician."),
    "pose": ("pose", "Draw a figure file, on each save if you like."),
    "new": ("new", "Start a card, a publication or a library of your own."),
    "gallery": ("gallery", "See pages, figures or a movement as pictures."),
    "programme": ("programme", "Start, merge and compare programmes."),
    "handout": ("handout", "Print a programme for one person, with your letterhead."),
    "phone": ("phone", "Bring cards onto a phone."),
    "schema": ("schema", "Print what an editor needs to complete and check."),
    "calibrate": ("calibrate", "Measure your printer, so that backs meet fronts."),
    "completion": ("completion", "Print what your shell needs to complete names."),
}
# The shell asks for completion through this variable.
COMPLETE = "_SUREFOOT_COMPLETE"
EXAMPLES = """\b
Examples:
  surefoot build                      publish the default set into out/
  surefoot build pocket-cards --size a7
  surefoot show plank
"""


class Imported(click.Group):
    """Commands that are imported when they are asked for; `rooms` names the file of each."""

    rooms: ClassVar[Mapping[str, str]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, in the order in which they are named."""
        return list(self.rooms)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One command, imported now."""
        if cmd_name not in self.rooms:
            return None
        module: object = import_module(f"publisher.cli.{self.rooms[cmd_name]}")
        command = getattr(module, "command", None)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed, or the one that was meant."""
        if args and args[0] not in self.rooms and not args[0].startswith("-"):
            near = closest(args[0], self.rooms)
            meant = f"Did you mean `{ctx.command_path} {near}`? " if near else ""
            hint = f"{meant}Commands are {', '.join(self.rooms)}."
            raise UsageError([Problem("unknown-command", f"`{args[0]}` is not a command.", hint)])
        return super().resolve_command(ctx, args)


class Commands(Imported):
    """The commands of the program, in the order in which people need them."""

    rooms: ClassVar[Mapping[str, str]] = {name: room for name, (room, _) in COMMANDS.items()}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands with a line each, none of them imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, does) for name, (_, does) in COMMANDS.items()])


@click.command(cls=Commands, invoke_without_command=True, epilog=EXAMPLES)
@click.version_option(__version__, prog_name="surefoot", message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context) -> None:
    """Publish exercise cards and guides for runners whose back hurts after running downhill."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run(words: Sequence[str]) -> int:
    """Run a command and return the exit code; problems are told here."""
    asked = os.environ.get(COMPLETE)
    if asked:
        return shell_complete(program, {}, "surefoot", COMPLETE, asked)
    voice = Voice(json="--json" in words, words=words)
    try:
        return _invoke(words, voice)
    except click.Abort:
        click.echo(err=True)  # the question that nobody answers keeps its line
        raise KeyboardInterrupt from None
    except click.UsageError as error:
        voice.problems([_usage(error, words)])
    except click.ClickException as error:
        voice.problems([Problem("command-line", error.format_message())])
    except InputError as error:
        voice.problems(error.problems, closing=voice.closing)
        return error.exit_code
    return ExitCode.USAGE


def _invoke(words: Sequence[str], voice: Voice) -> int:
    try:
        with program.make_context("surefoot", list(words), obj=voice) as context:
            code: object = program.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return ExitCode.DONE
    return code if isinstance(code, int) else ExitCode.DONE


def _usage(error: click.UsageError, words: Sequence[str]) -> Problem:
    """What click says of a command line, in our words and with what to type."""
    begun = " ".join(["surefoot", *words[:1]]) if words and words[0] in COMMANDS else "surefoot"
    path = error.ctx.command_path if error.ctx else begun
    sentence = error.format_message()
    hint = f"To see what can be typed: {path} --help"
    match error:
        case click.MissingParameter(param=click.Parameter() as parameter):
            sentence = f"{_name(parameter)} is missing."
        case click.NoSuchOption(option_name=name):
            sentence = f"`{name}` is not an option of `{path}`."
            near = closest(name, _options(error.ctx))
            hint = f"Did you mean `{near}`? {hint}" if near else hint
        case click.BadOptionUsage(option_name=name):
            sentence = f"`{name}` needs something behind it."
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices)) as parameter):
            sentence = f"{_name(parameter)} is one of {', '.join(map(str, choices))}."
            said = _NOT_ONE_OF.match(error.message)
            near = closest(said[1], map(str, choices)) if said else None
            hint = f"Did you mean `{near}`? {hint}" if near else hint
        case click.BadParameter(param=click.Parameter() as parameter):
            sentence = f"{_name(parameter)}: {_PLAINER.sub(_plainer, error.message)}"
    return Problem("command-line", sentence, hint)


# What click says of a word that is not one of a few, and of numbers.
_NOT_ONE_OF = re.compile(r"'(.*)' is not one of")
_PLAINER = re.compile(r"'(.*)' is not a valid (float|integer)\.")


def _plainer(said: re.Match[str]) -> str:
    return f"`{said[1]}` is not a {'whole number' if said[2] == 'integer' else 'number'}."


def _options(context: click.Context | None) -> list[str]:
    parameters = context.command.params if context else []
    return [name for parameter in parameters for name in (*parameter.opts, *parameter.secondary_opts)]


def _name(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return f"`{max(parameter.opts, key=len)}`"
    name = (parameter.name or "").upper()
    return name if parameter.metavar is None or "[" in parameter.metavar else parameter.metavar
