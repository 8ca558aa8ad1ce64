"""The password of files that are locked: typed at a prompt, or read from a file; never from the command line.

What is typed behind a command stays in the shell's history, and every user of the machine can see it while it runs.
"""

from __future__ import annotations

import os
import stat
from importlib.util import find_spec

import click

from publisher.cli.days import asked_date
from publisher.pdf.locking import is_good
from publisher.problems import InputError, Level, Place, Problem, UsageError

COLUMN, PROMPT = "column", "prompt"
_MOST_BYTES = 1_000


def must_lock() -> None:
    """Raises what keeps files from being locked, whatever the password is."""
    if find_spec("pikepdf") is None:
        hint = "Type: pip install 'surefoot[encrypt]' (in a copy of the project: pip install '.[encrypt]')"
        raise UsageError([Problem("cannot-lock", "locking files needs one more package, which is missing.", hint)])
    if asked_date() is not None:
        sentence = "locked files are other bytes each time, and SOURCE_DATE_EPOCH asks for the same."
        hint = "Take either away: --encrypt, or SOURCE_DATE_EPOCH (unset SOURCE_DATE_EPOCH)."
        raise UsageError([Problem("locked-or-reproducible", sentence, hint)])


def asked_password(asked: str) -> str:
    """The one password for all files; none where each row has its own. Raises what does not lock."""
    must_lock()
    if asked == COLUMN:
        return ""
    password = _typed() if asked == PROMPT else _read(asked)
    if not is_good(password):
        sentence = "this password is empty, or over 127 bytes."
        hint = "An empty one locks nothing, and a longer one cannot be typed in everywhere."
        raise InputError([Problem("password-length", sentence, hint, None if asked == PROMPT else Place(asked))])
    return password


def note_of_locks() -> Problem:
    """What a lock is good for, and what not (pikepdf, security; Müller and others, CCS 2019)."""
    sentence = "files are locked with AES-256. Nobody opens one without its password."
    hint = (
        "Who has a file can try passwords for as long as they like, so take long ones, and send them another way.\n"
        "Who has the password can copy, print and change it. File names and sizes stay open. "
        "A locked file is no PDF/A,\nand its bytes are other ones each time."
    )
    return Problem("locked-files", sentence, hint, level=Level.NOTE)


def _typed() -> str:
    said: object = click.prompt(
        "Password for the files", hide_input=True, confirmation_prompt=True, err=True, default=""
    )
    return str(said)


def _read(path: str) -> str:
    """The first line of a file."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise UsageError([_not_read(path, "this is no ordinary file.")])
            return stream.read(_MOST_BYTES).decode("utf-8-sig").partition("\n")[0].removesuffix("\r")
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise UsageError([_not_read(path, f"the password cannot be read: {reason}.")]) from None
    except UnicodeDecodeError:
        raise UsageError([_not_read(path, "this file is not UTF-8.")]) from None


def _not_read(path: str, sentence: str) -> Problem:
    hint = "Name a file whose first line is the password, or type: --encrypt prompt, or --encrypt column"
    return Problem("password-not-read", sentence, hint, Place(path))
