"""Packages that are not installed with the program, asked for before anything is made with them."""

from __future__ import annotations

from importlib.util import find_spec

from publisher.problems import Problem, UsageError


def need_pictures() -> None:
    """Say what to type where a package for pictures of pages is missing."""
    if any(find_spec(name) is None for name in ("pypdfium2", "PIL")):
        hint = "Type: pip install 'surefoot[pictures]' (in a copy of the project: pip install '.[pictures]')"
        raise UsageError([Problem("cannot-draw", "pictures need one more package, which is missing.", hint)])
