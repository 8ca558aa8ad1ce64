"""`surefoot phone`: from paper to phone. Each command is in a file of its own, imported when it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import click

from publisher.cli.commands import Imported

if TYPE_CHECKING:
    from collections.abc import Mapping

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


SERVE = "--serve"


class Phone(Imported):
    """What brings cards onto a phone."""

    rooms: ClassVar[Mapping[str, str]] = COMMANDS

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was typed, `--serve` read as the command of that name: people look for an option as well."""
        first = next((word for word in args if not word.startswith("-")), None)
        if SERVE in args and first not in self.rooms:
            args = ["serve", *(word for word in args if word != SERVE)]
        return super().parse_args(ctx, args)


EXAMPLES = """\b
Examples:
  surefoot phone site                   the offline page, into out/phone/
  surefoot phone calendar eight-weeks --start 2026-12-07
  surefoot phone exercise starter       a file for other programs
  surefoot phone pictures --zip         every card as a picture, and all in one file
  surefoot phone serve --lan            show pages to phones in your network
"""


@click.command(cls=Phone, epilog=EXAMPLES)
@click.option(SERVE, is_flag=True, help="The same as the command `serve`, with the same options, such as --lan.")
def command(*, serve: bool) -> None:  # it has been read as the command
    """Bring cards onto a phone: pictures, pages to open, a calendar, a file for other programs."""
