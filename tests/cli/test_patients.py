"""Questions about a person at a prompt: asked again until they can be read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from publisher.cli.patients import ask
from publisher.library.patients import Customs
from publisher.model.patient import Need, Patient
from tests.programmes_at_hand import CANARY

if TYPE_CHECKING:
    import pytest


CUSTOMS = Customs({"large print": "large-print"}, dt.date(2026, 3, 2))


def test_what_cannot_be_read_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["", CANARY, "3.5.80", "", "Q-7731", "large", "large-print, no-people"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    assert ask(CUSTOMS) == Patient(CANARY, None, "Q-7731", (Need.LARGE_PRINT, Need.NO_PEOPLE))
    said = capsys.readouterr()
    assert said.out == ""
    assert CANARY not in said.err


def test_a_day_in_local_order_is_taken_once_its_order_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([CANARY, "31.02.1980", "3.5.2980", "month", "3/5/1980", "day", "", "large print"])
    asked: list[str] = []

    def prompt(question: str, **_: object) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("click.prompt", prompt)

    assert ask(CUSTOMS) == Patient(CANARY, dt.date(1980, 5, 3), None, (Need.LARGE_PRINT,))
    # A day that no calendar has is wrong in either order, and nobody is asked for it.
    assert [question.strip().split()[0] for question in asked].count("Does") == 2
