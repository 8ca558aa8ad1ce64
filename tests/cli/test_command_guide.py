from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publisher.problems import ExitCode
from publisher.settings import SETTINGS, read_file
from tests.cli import command_guide

if TYPE_CHECKING:
    from pathlib import Path


def test_the_page_says_what_help_says() -> None:
    fresh = command_guide.text()

    assert command_guide.OUT.read_text(encoding="utf-8") == fresh, "run: python tests/cli/command_guide.py"


def test_the_page_names_every_exit_code() -> None:
    page = command_guide.OUT.read_text(encoding="utf-8")

    assert [int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)] == sorted(ExitCode)


def test_the_example_of_a_settings_file_can_be_read(tmp_path: Path) -> None:
    example = command_guide.OUT.read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "surefoot.toml").write_text(example, encoding="utf-8")

    assert 0 < len(read_file(tmp_path / "surefoot.toml").values) <= len(SETTINGS)
