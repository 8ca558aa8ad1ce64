"""Options that commands share which draw pictures for a phone: their size and their formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.completing import complete_several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.phone.sizes import Pixels

# The settings that such a command hears.
HEARD = ("library", "out", "theme", "person", "language", "country")
# What the shell offers: screens that many phones have.
SCREENS = ("1080x1920", "1080x2340", "1080x2400", "1179x2556", "1290x2796")


def size_option(usual: Pixels) -> click.Option:
    """`--phone-size`, as it was typed."""

    def offered(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
        own = f"{usual.width}x{usual.height}"
        return sorted(size for size in {own, *SCREENS} if size.startswith(begun))

    told = f"Pixels of a picture. [default: {usual.width}x{usual.height}]"
    return click.Option(["--phone-size", "size"], metavar="WxH", shell_complete=offered, help=told)


def formats_option(known: Sequence[str], usual: str) -> click.Option:
    """`--format`: one or more of these, each once."""

    def heard(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
        named = tuple(dict.fromkeys(part.strip().lower() for part in value.split(",")))
        strangers = [name for name in named if name not in known]
        if strangers:
            raise click.BadParameter(f"`{strangers[0]}` is none of {', '.join(known)}; write several with commas.")
        return named

    def offered(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
        return complete_several(known, begun)

    told = f"{', '.join(known[:-1])} or {known[-1]}; several with commas."
    return click.Option(
        ["--format", "formats"], default=usual, metavar="NAMES", callback=heard, shell_complete=offered, help=told
    )
