"""The command `surefoot`: the one place where everything that can go wrong comes to an end.

Kept small so that it starts at once; commands are imported when they run (`publisher.cli.commands`). No
traceback reaches a person, unless SUREFOOT_DEBUG=1 asks for it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from publisher import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType


class _Stop:
    """Being told to end, by Ctrl-C or by the system. Noted too: a module that is just being imported may swallow it."""

    def __init__(self) -> None:
        self.came = False

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        self.came = True
        raise KeyboardInterrupt


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line, sys.argv if none is given, and return what to say to the shell."""
    stop = _Stop()
    try:
        _replace_missing_streams()
        _listen(stop)
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(AttributeError):  # a terminal that lacks a sign shows "?" and goes on
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]
        code = _run(sys.argv[1:] if words is None else list(words))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _stopped()
    except Exception as error:
        if os.environ.get("SUREFOOT_DEBUG"):
            raise
        return _stopped() if stop.came else _failed(error)
    finally:
        if words is None:  # all is done: the last steps of Python are not worth a word
            _listen(signal.SIG_IGN)
    return code


def _listen(heard: _Stop | signal.Handlers) -> None:
    """What to do on Ctrl-C and on being told to end."""
    with contextlib.suppress(ValueError):  # only the main thread may listen for signals
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, heard)


def _replace_missing_streams() -> None:
    """A stream that was closed before we began (`>&-`) is None; what is said there goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # until the end


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        sys.stdout.write(f"surefoot {__version__}\n")
        return 0
    if arguments[:1] == ["build"]:
        from publisher.cli import unchanged  # noqa: PLC0415  # nor does a build that has nothing to do

        if unchanged.is_up_to_date(arguments):
            sys.stdout.write("" if "--quiet" in arguments else "Nothing has changed since the last run.\n")
            return 0
    # All that a run makes are values without circles, needed until it ends: looking for circles among hundreds of
    # thousands of them took a third of the time of a large deck and found nothing.
    gc.disable()
    from publisher.cli.commands import run  # noqa: PLC0415  # `--version` needs none of it

    return run(arguments)


def _stopped() -> int:
    return _end("INTERRUPTED", "stopped. Every file that is there is whole.")


def _failed(error: Exception) -> int:
    if isinstance(error, BrokenPipeError):
        return _end("DONE")
    if isinstance(error, MemoryError):
        return _end("MACHINE", "the machine failed: it has too little memory for this.")
    if isinstance(error, OSError):
        return _end("MACHINE", f"the machine failed: {(error.strerror or 'no reason given').lower()}.")
    return _end(
        "MACHINE",
        f"this is our mistake, not yours ({type(error).__name__}). No half-written file is left.\n"
        "   Set SUREFOOT_DEBUG=1, run the same command again, and send us what you typed and what you see.",
    )


def _end(name: str, said: str = "") -> int:
    """Say one thing if anybody still listens, and leave nothing behind that complains when Python ends."""
    from publisher.problems import ExitCode  # noqa: PLC0415  # so that we listen for Ctrl-C as early as can be

    for stream in (sys.stdout, sys.stderr):
        try:
            if said and stream is sys.stderr:
                stream.write(f"surefoot: {said}\n")
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                _silence(stream.fileno())
    return ExitCode[name]


def _silence(handle: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, handle)
    os.close(nowhere)
