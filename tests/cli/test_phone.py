"""The group `surefoot phone`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.cli.phone import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable


def test_its_commands_are_listed(surefoot: Callable[..., object]) -> None:
    listed = surefoot("phone", "--help").out.partition("Commands:")[2]

    assert all(f"  {name} " in listed for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_has_help_with_an_example(surefoot: Callable[..., object], name: str) -> None:
    assert f"surefoot phone {name}" in surefoot("phone", name, "--help").out.partition("Examples:")[2]


def test_what_it_does_not_have_is_told(surefoot: Callable[..., object]) -> None:
    assert surefoot("phone", "sing").code == 2
