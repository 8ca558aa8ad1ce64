"""`--press`: what is typed, what is refused, and that nothing is written then."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.pdf.press_checking import assert_press_ready
from tests.profiles_at_hand import a_profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said

TYPED = [("build", "warning-card"), ("handout", "downhill-back-start")]


@pytest.fixture
def press() -> str:
    """A profile in the folder where the command runs."""
    Path("press.icc").write_bytes(a_profile())
    return "press.icc"


@pytest.mark.parametrize("typed", TYPED)
def test_a_file_for_the_press_is_written(surefoot: Callable[..., Said], press: str, typed: tuple[str, str]) -> None:
    said = surefoot(*typed, "--press", "--profile", press, "--date", "2026-03-02")
    content = Path(f"out/{typed[1]}.pdf").read_bytes()

    assert said.code == 0
    assert_press_ready(content)
    with pikepdf.open(f"out/{typed[1]}.pdf") as opened:
        assert str(opened.docinfo.ModDate) == "D:20260302000000Z"


def test_without_a_date_it_is_that_of_the_day(
    surefoot: Callable[..., Said], press: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    surefoot("build", "warning-card", "--press", "--profile", press)

    with pikepdf.open("out/warning-card.pdf") as opened:
        assert str(opened.docinfo.CreationDate) == "D:20231114221320Z"


def test_a_day_of_the_clock_begins_at_midnight(surefoot: Callable[..., Said], press: str) -> None:
    surefoot("build", "warning-card", "--press", "--profile", press)

    with pikepdf.open("out/warning-card.pdf") as opened:
        assert str(opened.docinfo.CreationDate).endswith("000000Z")


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--press",), "none comes with Surefoot"),
        (("--profile", "press.icc"), "`--profile` is for `--press` alone"),
        (("--press", "--profile", "pres.icc"), "Did you mean `press.icc`?"),
        (("--press", "--profile", "press.icc", "--report"), "`--press` and `--report` do not go together"),
        (("--press", "--profile", "words.icc"), "words.icc: this is not an ICC profile"),
        (("--press", "--profile", "."), "not an ordinary file"),
    ],
)
def test_what_is_refused_is_told_and_nothing_is_written(
    surefoot: Callable[..., Said], press: str, typed: tuple[str, str], more: tuple[str, ...], told: str
) -> None:
    assert press
    Path("words.icc").write_text("a profile", encoding="utf-8")
    said = surefoot(*typed, *more)

    assert said.code != 0
    assert told in said.err
    assert "nothing was written" in said.err or not Path("out").exists()
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("build", "warning-card", "--watch"), "`--press` and `--watch`"),
        (("handout", "downhill-back-start", "--text"), "`--press` and `--text`"),
        (("build", "phone"), "made for screens"),
    ],
)
def test_what_no_shop_prints_is_refused(
    surefoot: Callable[..., Said], press: str, typed: tuple[str, ...], told: str
) -> None:
    said = surefoot(*typed, "--press", "--profile", press)

    assert said.code != 0
    assert told in said.err


def test_a_pipe_keeps_nobody_waiting(surefoot: Callable[..., Said]) -> None:
    os.mkfifo("press.icc")

    assert "not an ordinary file" in surefoot("build", "warning-card", "--press", "--profile", "press.icc").err


def test_the_next_run_looks_at_the_profile_again(surefoot: Callable[..., Said], press: str) -> None:
    typed = ("build", "warning-card", "--press", "--profile", press)
    surefoot(*typed)
    Path(press).write_text("no profile any more", encoding="utf-8")

    assert surefoot(*typed).code == 1


def test_programs_are_told_too(surefoot: Callable[..., Said], press: str) -> None:
    said = surefoot("build", "warning-card", "--press", "--profile", press, "--json")

    assert json.loads(said.out)["files"][0]["pages"] == 3
