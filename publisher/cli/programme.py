"""`surefoot programme`: start, merge and compare programmes, and keep their doses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import click

from publisher.cli.commands import Imported

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLES = """\b
Examples:
  surefoot programme new knee-and-back --exercise plank --sets 3 --exercise step-down --load '2 kg'
  surefoot programme merge downhill-back-start knee-and-back --as both
  surefoot programme diff week-1.yaml week-3.yaml
  surefoot programme keep week-3.yaml --library my-clinic
"""


class Programme(Imported):
    """What is done with programmes."""

    rooms: ClassVar[Mapping[str, str]] = {
        "new": "programme_new",
        "merge": "programme_merge",
        "diff": "programme_diff",
        "keep": "programme_keep",
    }


@click.command(cls=Programme, epilog=EXAMPLES)
def command() -> None:
    """Start, merge and compare programmes: which cards, how much of each, and when. They know nobody by name."""
