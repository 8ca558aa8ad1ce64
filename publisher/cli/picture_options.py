"""Options that commands share which draw pictures for a phone: their size and their formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.phone.sizes import Pixels

# The settings that such a command hears.
HEARD = ("library", "out", "theme", "person", "language", "country")


def size_option(usual: Pixels) -> click.Option:
    """`--phone-size`, as it was typed."""
    told = f"Pixels of a picture. [default: {usual.width}x{usual.height}]"
    return click.Option(["--phone-size", "size"], metavar="WxH", help=told)


def formats_option(known: Sequence[str], usual: str) -> click.Option:
    """`--format`: one or more of these, each once."""

    def heard(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
        named = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",")))
        strangers = [name for name in named if name not in known]
        if strangers:
            raise click.BadParameter(f"`{strangers[0]}` is none of {', '.join(known)}; write several with commas.")
        return named

    told = f"{', '.join(known[:-1])} or {known[-1]}; several with commas."
    return click.Option(["--format", "formats"], default=usual, metavar="NAMES", callback=heard, help=told)
