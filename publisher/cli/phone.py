"""`surefoot phone`: from paper to phone. Each command is in a file of its own, imported when it runs."""

from __future__ import annotations

from importlib import import_module

import click

# Command, and the file that it is in.
COMMANDS = {
    "calendar": "phone_calendar",
    "exercise": "phone_exercise",
    "moving": "phone_moving",
    "pictures": "phone_pictures",
    "serve": "phone_serve",
    "site": "phone_site",
    "take": "phone_take",
}


class Phone(click.Group):
    """Commands that are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Every command, by its name."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module: object = import_module(f"publisher.cli.{COMMANDS[cmd_name]}")
        command = getattr(module, "command", None)
        return command if isinstance(command, click.Command) else None


EXAMPLES = """\b
Examples:
  surefoot phone site                   the offline page, into out/phone/
  surefoot phone calendar eight-weeks --start 2026-12-07
  surefoot phone exercise starter       a file for other programs
  surefoot phone pictures --zip         every card as a picture, and all in one file
  surefoot phone serve --lan            show pages to phones in your network
"""


@click.command(cls=Phone, epilog=EXAMPLES)
def command() -> None:
    """Bring cards onto a phone: pictures, pages to open, a calendar, a file for other programs."""
