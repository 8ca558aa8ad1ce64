"""Every command explains itself, and the documentation knows it."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "build",
    "batch",
    "list",
    "show",
    "check",
    "review",
    "pose",
    "new",
    "gallery",
    "programme",
    "handout",
    "phone",
    "schema",
    "calibrate",
    "completion",
)


@cache
def told(*arguments: str) -> str:
    """What the program prints, which must have gone well."""
    program = [Path(sys.executable).parent / "surefoot", *arguments]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout


def test_help_lists_every_command_and_no_other() -> None:
    listed = told("--help").partition("Commands:")[2]

    assert sorted(re.findall(r"^  ([a-z-]+)  ", listed, re.MULTILINE)) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_help_with_an_example(command: str) -> None:
    assert re.search(rf"^ *(\$ )?surefoot {command}\b", told(command, "--help"), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_stands_in_the_documentation(command: str) -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

    assert any(f"surefoot {command}" in page.read_text(encoding="utf-8") for page in pages)
