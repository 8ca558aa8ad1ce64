"""`surefoot completion`: the few lines that teach a shell our names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from publisher.cli.commands import COMPLETE, program

EXAMPLES = """\b
Examples:
  surefoot completion bash >> ~/.bashrc
  surefoot completion zsh >> ~/.zshrc
  surefoot completion fish > ~/.config/fish/completions/surefoot.fish
"""


@click.command(epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> None:
    """Print what your shell needs to complete commands, options and the names of cards."""
    completer = get_completion_class(shell)
    if completer is not None:
        click.echo(completer(program, {}, "surefoot", COMPLETE).source())
