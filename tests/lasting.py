"""Our own library, read once for all tests that run the program: reading it took most of their time.

What the program does with what it has read is the same: a file is known again by its name and every byte of it, as
while files are watched.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from publisher.cli import check
from publisher.library import overlays
from publisher.library.memory import Memory
from publisher.standing import Standing

if TYPE_CHECKING:
    import pytest


class Lasting(Memory):
    """A memory that lets nothing go."""

    def __init__(self) -> None:
        """What is known now is what was known before."""
        super().__init__()
        self._before = self._now

    def begin(self) -> None:
        """Go on."""


@cache
def the_memory() -> Lasting:
    """What this run of tests has read."""
    return Lasting()


@cache
def the_standing() -> Standing:
    """What `surefoot check` has laid out."""
    return Standing()


def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program read, and check, what it has not seen before in this run of tests; the rest it knows."""
    monkeypatch.setattr(overlays, "Memory", the_memory)
    monkeypatch.setattr(check, "Memory", the_memory)
    monkeypatch.setattr(check, "Standing", the_standing)
