from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from publisher.cli import phone
from publisher.cli.build import command as build
from publisher.cli.commands import COMPLETE, run
from publisher.cli.completing import complete_publications, complete_shown
from publisher.cli.show import command as show

if TYPE_CHECKING:
    from collections.abc import Callable


def completed(complete: Callable[..., list[str]], command: click.Command, begun: str, *libraries: str) -> list[str]:
    context = click.Context(command)
    context.params["library"] = libraries
    return complete(context, command.params[-1], begun)


def test_publications_cards_and_stocks_are_completed(surefoot: Callable[..., object]) -> None:  # noqa: ARG001  # an empty folder
    assert completed(complete_publications, build, "pocket-c") == ["pocket-cards"]
    assert completed(complete_shown, show, "plan") == ["plank"]
    assert "poker" in completed(complete_shown, show, "po")


@pytest.mark.parametrize(
    ("setting", "begun", "found"),
    [
        ("size", "avery-537", ["avery-5371"]),
        ("paper", "let", ["letter"]),
        ("theme", "one", ["one-ink"]),
        ("country", "I", ["IE", "IN", "IT"]),
        ("printer", "home", ["home-laser"]),
        ("language", "en", []),
    ],
)
def test_names_behind_options_are_completed(
    surefoot: Callable[..., object], setting: str, begun: str, found: list[str]
) -> None:
    surefoot("calibrate", "set", "home-laser", "--first", "G=5.4")
    context = click.Context(build)
    (option,) = (option for option in build.params if option.name == setting)

    assert [item.value for item in option.shell_complete(context, begun)] == found


def test_a_broken_library_completes_nothing(surefoot: Callable[..., object]) -> None:  # noqa: ARG001
    Path("mine/cards").mkdir(parents=True)
    Path("mine/cards/x.yaml").write_text("- x\n", encoding="utf-8")

    assert completed(complete_shown, show, "", "mine") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (("build", "pho"), ["phone", "phone-cards"]),
        (("build", "phone", "--coun"), ["--country"]),
        (("build", "phone", "--country", "G"), ["GB"]),
        (("phone", ""), [*phone.COMMANDS]),
        (("phone", "--s"), ["--serve"]),
        (("phone", "--serve", "--l"), ["--lan"]),
        (("phone", "site", "--single-file", "start"), ["starter"]),
        (("phone", "calendar", "eight-"), ["eight-weeks"]),
        (("phone", "exercise", "hip-b"), ["hip-bridge"]),
        (("phone", "moving", "hip-b"), ["hip-bridge"]),
        (("phone", "moving", "--format", "gif,a"), ["gif,apng"]),
        (("phone", "pictures", "--format", "png,"), ["png,webp"]),
        (("phone", "pictures", "--lock-screen", "start"), ["starter"]),
        (("phone", "pictures", "--phone-size", "1080x1"), ["1080x1920"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_the_shell_completes_what_brings_cards_onto_a_phone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: tuple[str, ...], found: list[str]
) -> None:
    words = ["surefoot", *typed]
    monkeypatch.setenv(COMPLETE, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))

    assert run([]) == 0
    assert [line.partition(",")[2] for line in capsys.readouterr().out.splitlines()] == found
