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


class Phone(Imported):
    """What brings cards onto a phone."""

    rooms: ClassVar[Mapping[str, str]] = COMMANDS


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
