from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher import __version__
from publisher.cli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

SUBCOMMANDS = [
    *COMMANDS,
    *(f"calibrate {name}" for name in ("sheet", "set", "list", "remove")),
    *(f"new {name}" for name in ("card", "publication", "library")),
]


@pytest.mark.parametrize("command", SUBCOMMANDS)
def test_help_ends_with_an_example_of_the_command(surefoot: Callable[..., object], command: str) -> None:
    said = surefoot(*command.split(), "--help")

    assert (said.code, said.err) == (0, "")
    examples = said.out.partition("Example")[2]
    assert f"  surefoot {command}" in examples


@pytest.mark.parametrize("words", [(), ("--help",)])
def test_without_a_word_it_explains_itself(surefoot: Callable[..., object], words: tuple[str, ...]) -> None:
    said = surefoot(*words)

    assert (said.code, said.err) == (0, "")
    assert all(f"  {name} " in said.out for name in COMMANDS)


@pytest.mark.parametrize("group", ["new", "calibrate"])
def test_a_group_without_a_word_explains_itself(surefoot: Callable[..., object], group: str) -> None:
    said = surefoot(group)

    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: surefoot {group}")


def test_the_lines_of_help_fit_a_terminal(surefoot: Callable[..., object]) -> None:
    assert all(len(line) <= 80 for line in surefoot("--help").out.splitlines())


def test_it_says_its_version(surefoot: Callable[..., object]) -> None:
    assert surefoot("--version") == (0, f"surefoot {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["buildx"], ["`buildx` is not a command.", "Did you mean `surefoot build`?"]),
        (["xyz"], ["`xyz` is not a command.", "Commands are build, batch, list"]),
        (["build", "--papr", "a4"], ["`--papr` is not an option of `surefoot build`.", "Did you mean `--paper`?"]),
        (["list", "carts"], ["THING", "cards, exercises, publications"]),
        (["show"], ["CARD|PUBLICATION|PLAN|STOCK is missing.", "surefoot show --help"]),
        (["calibrate", "set", "x"], ["`--first` is missing.", "surefoot calibrate set --help"]),
        (["calibrate", "foo"], ["surefoot calibrate --help"]),
        (
            ["check", "plnk"],
            ["there is no card `plnk`.", "Did you mean `plank`? `surefoot list cards` shows what there is."],
        ),
        (["build", "--paper"], ["`--paper`", "surefoot build --help"]),
    ],
)
def test_a_wrong_command_line_is_told_with_what_to_type(
    surefoot: Callable[..., object], words: list[str], told: list[str]
) -> None:
    said = surefoot(*words)

    assert (said.code, said.out) == (2, "")
    assert all(part in said.err for part in told), said.err
    assert "nvalid" not in said.err


def test_the_shell_completes_names_of_cards(surefoot: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_SUREFOOT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "surefoot show pla")
    monkeypatch.setenv("COMP_CWORD", "2")

    assert surefoot().out == "plain,plank\n"
