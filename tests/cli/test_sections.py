"""Options under headings: each stands once, and none is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from publisher.cli import batch, handout, programme_new

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said

COMMANDS = {"handout": handout, "batch": batch, "programme new": programme_new}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_stands_once_under_a_heading(surefoot: Callable[..., Said], name: str) -> None:
    command = COMMANDS[name].command
    first = next(iter(command.sections))
    said = surefoot(*name.split(), "--help").out.partition(f"\n{first}:")[2].partition("Examples:")[0]

    shown = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", said, re.MULTILINE)
    told = [each for each in command.params if each.opts[0].startswith("-") and not getattr(each, "hidden", False)]
    has = {max(each.opts, key=len) for each in told}
    assert sorted(shown) == sorted({*has, "--help"})
    # Every option has a heading of its own but for what all commands have.
    assert re.findall(r"^  (?:-\w, )?(--[a-z-]+)", said.partition("\nOptions:")[2], re.MULTILINE) == ["--help"]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_heading_names_options_that_there_are(name: str) -> None:
    command = COMMANDS[name].command
    has = {max(each.opts, key=len) for each in command.params}

    assert {option for options in command.sections.values() for option in options} <= has
