from __future__ import annotations

import io
import sys

import pytest

from publisher.cli import voice
from publisher.cli.voice import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in place of the error output; not a fixture, because pytest sets its own between two phases."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def test_a_quick_run_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch)
    progress = Progress(wanted=True)
    progress(1, 4)
    progress.end()

    assert terminal.getvalue() == ""


def test_a_long_run_shows_a_bar_and_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = a_terminal(monkeypatch)
    monkeypatch.setattr(voice, "PATIENCE_SECONDS", 0)
    progress = Progress(wanted=True)
    progress(1, 3)
    shown = terminal.getvalue()
    progress.end()

    assert shown == "\r" + "█" * 10 + "░" * 20 + " 1 of 3"
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("wanted", "screen"), [(False, Terminal()), (True, io.StringIO())])
def test_no_bar_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch, wanted: bool, screen: io.StringIO) -> None:
    monkeypatch.setattr(voice, "PATIENCE_SECONDS", 0)
    monkeypatch.setattr(sys, "stderr", screen)
    progress = Progress(wanted=wanted)
    progress(1, 3)
    progress.end()

    assert screen.getvalue() == ""
