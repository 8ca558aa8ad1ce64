"""Writes the part of docs/command-line.md that lists the options, from what `--help` says.

Run it when an option changes: `python tests/cli/command_guide.py`.
"""

from __future__ import annotations

from pathlib import Path

import click

from publisher.cli.commands import program

OUT = Path(__file__).parents[2] / "docs/command-line.md"
MARK = "<!-- From here on the page is written by `python tests/cli/command_guide.py`. -->\n"


def text() -> str:
    """The whole page: the part by hand as it stands, and the rest as the program says it now."""
    by_hand = OUT.read_text(encoding="utf-8").partition(MARK)[0]
    return f"{by_hand}{MARK}\n" + "\n".join(_sections(program, "surefoot", 2))


def _sections(command: click.Command, path: str, depth: int) -> list[str]:
    context = click.Context(command, info_name=path, terminal_width=80)
    sections = [f"{'#' * depth} `{path}`\n\n```text\n{command.get_help(context).strip()}\n```\n"]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                sections += _sections(below, f"{path} {name}", min(3, depth + 1))
    return sections


if __name__ == "__main__":
    OUT.write_text(text(), encoding="utf-8")
