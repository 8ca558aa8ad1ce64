"""Questions about a person at a prompt: asked again until they can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.cli.patients import ask
from publisher.model.patient import Need, Patient
from tests.programmes_at_hand import CANARY

if TYPE_CHECKING:
    import pytest


def test_what_cannot_be_read_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["", CANARY, "3.5.80", "", "Q-7731", "large", "large-print, no-people"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    assert ask() == Patient(CANARY, None, "Q-7731", (Need.LARGE_PRINT, Need.NO_PEOPLE))
    said = capsys.readouterr()
    assert said.out == ""
    assert CANARY not in said.err
