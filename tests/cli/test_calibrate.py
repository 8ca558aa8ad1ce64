from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from publisher.cli import printers
from publisher.cli.calibrate import readings
from publisher.problems import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

STEADY = ("--first", "A=20.5 B=20.5 G=5.4 H=5.4", "--second", "A=20.5 B=20.5 G=5.5 H=5.4")


@pytest.mark.parametrize(
    "said", ["A=20 B=20.5", "a=20 b=20,5", "A:20;B:20.5", " A=20,B=20.5 ", "A=20, B=20,5", "B=20.5\nA=20"]
)
def test_readings_are_read_as_people_write_them(said: str) -> None:
    assert readings(said) == {"A": 20, "B": 20.5}


@pytest.mark.parametrize("said", ["", "A", "A=", "=3", "A=x", "A=1e9", "A=nan", "A=٣", "A==3", "20"])
def test_what_is_no_reading_is_told(said: str) -> None:
    with pytest.raises(UsageError):
        readings(said)


def test_a_printer_is_kept_and_listed_and_forgotten(surefoot: Callable[..., object]) -> None:
    kept = surefoot("calibrate", "set", "home-laser", *STEADY)
    listed = surefoot("calibrate", "list")
    profile = json.loads(surefoot("calibrate", "list", "--json").out)[0]
    removed = surefoot("calibrate", "remove", "home-laser")

    assert kept.code == 0
    assert kept.out.startswith("home-laser: front 0.5 mm right;")
    assert listed.out == kept.out.splitlines()[0] + "\n"
    assert profile["front"][0] == pytest.approx(0.5, abs=0.05)
    assert removed.code == 0
    assert surefoot("calibrate", "list").out.startswith("No printer has been calibrated.")


def test_a_printers_flip_and_margin_count_until_one_says_otherwise(surefoot: Callable[..., object]) -> None:
    surefoot("calibrate", "set", "home-laser", *STEADY, "--flip", "short", "--margin", "6")

    explained = surefoot("build", "--printer", "home-laser", "--margin", "9", "--explain").out

    rows = {line.split()[0]: line.split(maxsplit=1)[1].split() for line in explained.splitlines()}
    assert rows["flip"] == ["short", "printer", "home-laser"]
    assert rows["margin"] == ["9", "mm", "command", "line"]


def test_the_sheet_that_proves_a_printer_asks_for_no_new_readings(surefoot: Callable[..., object]) -> None:
    surefoot("calibrate", "set", "home-laser", "--first", "G=5.4")

    first, proof = surefoot("calibrate", "sheet"), surefoot("calibrate", "sheet", "--printer", "home-laser")

    assert "Print it twice" in first.out
    assert "G to K should read 5 now" in proof.out
    assert "twice" not in proof.out


def test_one_print_is_kept_and_a_second_asked_for(surefoot: Callable[..., object]) -> None:
    said = surefoot("calibrate", "set", "home-laser", "--first", "A=20 G=5.4")

    assert said.code == 0
    assert "--second" in said.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--first", "G=3", "--second", "G=5"], "surefoot build --sides fold"),
        (["--first", "E=140 F=190"], "actual size"),
        (["--first", "Z=3"], "no reading Z"),
        (["--first", "G=5", "--paper", "a9"], "no paper named `a9`"),
    ],
)
def test_readings_that_cannot_help_are_not_kept(surefoot: Callable[..., object], words: list[str], told: str) -> None:
    said = surefoot("calibrate", "set", "home-laser", *words)

    assert said.code == 2
    assert told in said.err
    assert printers.names() == []


def test_forgetting_an_unknown_printer_is_told(surefoot: Callable[..., object]) -> None:
    said = surefoot("calibrate", "remove", "home-laser")

    assert said.code == 2
    assert "no printer named `home-laser`" in said.err
