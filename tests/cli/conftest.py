"""The program as a person runs it: in an empty folder, with settings of nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from publisher.cli import main, unchanged
from tests.lasting import read_once

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


FOR_EVER = 10**19


class Said(NamedTuple):
    """What a run said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def surefoot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Said]:
    """`surefoot("list", "cards")` types that and gives what was said. The current folder is empty."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    read_once(monkeypatch)
    monkeypatch.setattr(unchanged, "TICK", FOR_EVER)  # every run does what it is asked to, however often it was asked
    for variable in ("SOURCE_DATE_EPOCH", "SUREFOOT_DEBUG"):
        monkeypatch.delenv(variable, raising=False)

    def run(*words: str) -> Said:
        code = main(words)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run
