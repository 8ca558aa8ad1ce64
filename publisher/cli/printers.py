"""The printers that were calibrated: one small file each in the person's own configuration folder."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.files import write_whole
from publisher.model.printing import Flip, PrinterProfile
from publisher.problems import InputError, Place, Problem, UsageError
from publisher.settings import closest

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_FIGURES = (
    "front_x", "front_y", "front_angle", "back_x", "back_y", "back_angle", "scale_x", "scale_y", "margin",
)  # fmt: skip
# Millimetres and degrees: no printer is so far off, and no number that is none gets through.
_FARTHEST = 360.0
_HEAD = (
    "# A printer profile of Surefoot, from `surefoot calibrate set`. Millimetres, degrees, and shares of the length."
)


def user_folder() -> Path:
    """Where the person's own settings live, as each system has it (on Linux the XDG base directories)."""
    named = os.environ.get("XDG_CONFIG_HOME", "")
    if Path(named).is_absolute():
        return Path(named) / "surefoot"
    home = _home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "surefoot"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "surefoot"
    return home / ".config" / "surefoot"


def names() -> list[str]:
    """The printers that have a profile."""
    return sorted(path.stem for path in _folder().glob("*.toml") if _NAME.fullmatch(path.stem))


def read(name: str) -> PrinterProfile:
    """The profile of a printer. Raises UsageError when there is none of that name."""
    path = _path(name)
    if not path.is_file():
        raise UsageError([_unknown(name)])
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        figures = _figures(written)
        return PrinterProfile(name, **figures, flip=Flip(written["flip"]))
    except (OSError, ValueError, KeyError, RecursionError):
        hint = f"Calibrate it again: surefoot calibrate sheet. Or type: surefoot calibrate remove {name}"
        problem = Problem("damaged-profile", "this printer profile cannot be read.", hint, Place(str(path)))
        raise InputError([problem]) from None


def write(profile: PrinterProfile) -> Path:
    """Keep a profile; an earlier one of the same printer is replaced."""
    figures = {name: getattr(profile, name) for name in _FIGURES}
    lines = [_HEAD, f'flip = "{profile.flip.value}"', *(f"{name} = {value!r}" for name, value in figures.items())]
    return write_whole(_path(profile.name), ("\n".join(lines) + "\n").encode())


def remove(name: str) -> None:
    """Forget a printer. Raises UsageError when there is none of that name."""
    if name not in names():
        raise UsageError([_unknown(name)])
    _path(name).unlink()


def _home() -> Path:
    """The person's folder. Where there is none (a bare container), a place in which nothing can be found."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)


def _folder() -> Path:
    return user_folder() / "printers"


def _path(name: str) -> Path:
    """The profile's file. The name is checked, because it becomes a file name."""
    if not _NAME.fullmatch(name):
        sentence = f"`{name}` cannot be the name of a printer."
        hint = "Use small letters a to z, digits and hyphens, at most 40, such as home-laser."
        raise UsageError([Problem("printer-name", sentence, hint)])
    return _folder() / f"{name}.toml"


def _figures(written: Mapping[str, object]) -> dict[str, float]:
    figures = {}
    for name in _FIGURES:
        figures[name] = float(str(written[name]))
        least, most = (0.5, 2.0) if name.startswith("scale") else (-_FARTHEST, _FARTHEST)
        if not least <= figures[name] <= most:
            raise ValueError(name)
    return figures


def _unknown(name: str) -> Problem:
    known = names()
    near = closest(name, known)
    if near:
        hint = f"Did you mean `{near}`? Calibrated printers are {', '.join(known)}."
    else:
        hint = f"Calibrated printers are {', '.join(known)}." if known else "To calibrate one: surefoot calibrate sheet"
    return Problem("unknown-printer", f"no printer named `{name}` has been calibrated.", hint)
