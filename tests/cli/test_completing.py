from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from publisher.cli.build import command as build
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
