"""`surefoot phone serve`: show a folder of pages on this machine, or to phones in the own network."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli.telling import shown_path
from publisher.problems import MachineError, Problem, UsageError

if TYPE_CHECKING:
    from publisher.cli.voice import Voice
    from publisher.phone.serving import Server

DEFAULT_FOLDER, DEFAULT_PORT = "out/phone", 8765
EXAMPLES = """\b
Examples:
  surefoot phone serve                  out/phone, for this computer alone
  surefoot phone serve --lan            for phones in the same network, with a code to scan
  surefoot phone serve my-site --port 8080
"""
ALONE = "Only this computer can open it. It is not encrypted."
SHARED = """\
Whoever is in this network and has this address can open the pages, and change nothing.
It is not encrypted: others in the network may see what is sent. Use a network that you trust."""


def _a_port(_context: click.Context, _option: click.Parameter, value: int) -> int:
    if not 1 <= value <= 65535:
        raise click.BadParameter(f"{value} is not a port; they go from 1 to 65535.")
    return value


@click.command(epilog=EXAMPLES)
@click.argument("folder", default=DEFAULT_FOLDER, metavar="[DIR]", type=click.Path())
@click.option("--lan", is_flag=True, help="Let phones in the same network open it too.")
@click.option(
    "--port",
    type=int,
    callback=_a_port,
    default=DEFAULT_PORT,
    metavar="N",
    help=f"The port to listen on. [default: {DEFAULT_PORT}]",
)
@click.pass_obj
def command(voice: Voice, /, folder: str, *, lan: bool, port: int) -> None:
    """Show a folder of pages in a browser, until Ctrl-C: read-only, and to this computer alone unless you say --lan.

    Each start makes a new address for the network, so that nobody finds the pages by chance. `surefoot phone --serve`
    does the same.
    """
    root = _checked(Path(folder))
    with _listening(root, port, lan=lan) as server:
        _tell(voice, server, shown_path(folder), lan=lan)
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            voice.line("Stopped.")


def _checked(folder: Path) -> Path:
    """The folder, which has a page to begin with."""
    from publisher.phone.serving import INDEX  # noqa: PLC0415  # what serves takes longer to import than to refuse

    shown, hint = shown_path(str(folder)), "Make the pages first, or name another folder: surefoot phone serve DIR"
    if not folder.is_dir():
        raise UsageError([Problem("nothing-to-serve", f"there is no folder `{shown}`.", hint)])
    if not (folder / INDEX).is_file():
        raise UsageError([Problem("nothing-to-serve", f"the folder `{shown}` has no `{INDEX}` to begin with.", hint)])
    return folder


def _listening(folder: Path, port: int, *, lan: bool) -> Server:
    from publisher.phone import serving  # noqa: PLC0415

    address = serving.own_address() if lan else serving.HERE
    if address is None:
        sentence, hint = "this machine is in no network that a phone could share.", "Join one, or leave out `--lan`."
        raise MachineError([Problem("no-network", sentence, hint)])
    site = serving.Site(folder, serving.a_token() if lan else "")
    try:
        return serving.Server(site, address, port)
    except OSError as error:
        hint = f"Choose another: surefoot phone serve --port {port + 1 if 1024 <= port < 65535 else DEFAULT_PORT}"
        if error.errno == errno.EADDRINUSE:
            raise MachineError([Problem("port-in-use", f"another program has port {port} already.", hint)]) from None
        reason = (error.strerror or "no reason given").lower()
        raise MachineError([Problem("cannot-listen", f"port {port} cannot be used: {reason}.", hint)]) from None


def _tell(voice: Voice, server: Server, folder: str, *, lan: bool) -> None:
    """Where it is to be seen, by whom, and how it ends."""
    voice.line(f"{folder} is at {server.url}")
    if lan:
        if sys.stdout.isatty():
            from publisher.phone.codes import for_terminal  # noqa: PLC0415

            voice.line(for_terminal(server.url))
        voice.line(SHARED)
    else:
        voice.line(ALONE)
    voice.line("To stop: Ctrl-C")
