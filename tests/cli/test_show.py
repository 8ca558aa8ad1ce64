from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_card_can_be_read_in_a_terminal(surefoot: Callable[..., object]) -> None:
    lines = surefoot("show", "hip-bridge").out.splitlines()

    assert lines[0] == "S4  Hip bridge"
    assert any(line.startswith("1. ") for line in lines)
    assert any(line.startswith("Stop if   ") for line in lines)
    assert lines[-1] == "Not yet reviewed by a physiotherapist"
    assert all(len(line) <= 80 for line in lines)


@pytest.mark.parametrize("columns", ["30", "40", "200"])
def test_a_card_fits_the_terminal(
    surefoot: Callable[..., object], monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    lines = surefoot("show", "plank").out.splitlines()

    assert max(map(len, lines)) <= max(38, min(88, int(columns)))


def test_a_warning_says_what_to_do_in_the_readers_country(surefoot: Callable[..., object]) -> None:
    assert "Call 999 or go to A&E now." in surefoot("show", "dark-pee", "--country", "GB").out


@pytest.mark.parametrize(
    "card", ["quick-short-steps", "sitting-back", "leaning-back", "shoes-for-downhill", "leg-swings"]
)
def test_every_kind_of_card_is_shown(surefoot: Callable[..., object], card: str) -> None:
    said = surefoot("show", card)

    assert (said.code, said.err) == (0, "")
    assert len(said.out.splitlines()) > 8


def test_a_publication_shows_what_is_in_it(surefoot: Callable[..., object]) -> None:
    lines = surefoot("show", "starter").out.splitlines()

    assert lines[0] == "Starter"
    assert lines[3] == "S4  Hip bridge            5 min"
    assert "About 14 minutes in all." in lines


def test_a_stock_shows_its_figures(surefoot: Callable[..., object]) -> None:
    lines = surefoot("show", "avery-5371").out.splitlines()

    assert "card        50.8 × 88.9 mm" in lines
    assert "sheet       2 × 5 on letter" in lines
    assert "printed     not yet" in lines


def test_a_card_has_no_outlines_to_write(surefoot: Callable[..., object]) -> None:
    said = surefoot("show", "plank", "--out", "out")

    assert said.code == 2
    assert "`plank` is not a stock." in said.err
