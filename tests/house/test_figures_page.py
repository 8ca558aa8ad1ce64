"""docs/figures.md is followed word by word: every step is typed, drawn small, and says what the page says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs/figures.md"
TUTORIAL = PAGE.read_text(encoding="utf-8").partition("\n## What a pose can say")[0]
FILE = "wall-push-up.yaml"


def steps() -> Iterator[tuple[str, list[str]]]:
    """Each file of the page, and what is said about it before the next one."""
    parts = re.split(r"^```yaml\n", TUTORIAL, flags=re.MULTILINE)[1:]
    for part in parts:
        yaml, _, rest = part.partition("```\n")
        yield yaml, re.findall(r"^```text\n(.*?)^```", rest, re.MULTILINE | re.DOTALL)


STEPS = list(steps())


def without_numbers(text: str) -> str:
    """A finer body moves a few millimetres; the page need not be written again for that."""
    return re.sub(r"\d+(?= mm|%)", "#", text)


def pose(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["pose", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def test_the_page_has_steps_and_two_mistakes() -> None:
    assert len(STEPS) == 5
    assert sum(len(said) for _, said in STEPS) == 2


@pytest.mark.parametrize("number", range(len(STEPS)))
def test_a_step_is_drawn_and_says_what_the_page_says(
    number: int, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    yaml, expected = STEPS[number]
    (here / FILE).write_text(yaml, encoding="utf-8")

    code, _, problems = pose(capsys, FILE, "--size", "20")

    wrong = any(" warning: " not in said for said in expected)
    assert code == (1 if wrong else 0)
    assert (here / "wall-push-up.png").read_bytes().startswith(b"\x89PNG")
    for said in expected:
        assert without_numbers(said) in without_numbers(problems)
    assert expected or problems == ""


def test_the_last_step_is_drawn_as_the_page_says_at_its_end(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / FILE).write_text(STEPS[-1][0], encoding="utf-8")
    typed = re.findall(rf"^    surefoot pose {FILE} (--.*)$", TUTORIAL, re.MULTILINE)[1:]

    assert len(typed) == 3
    for words in typed:
        code, _, problems = pose(capsys, FILE, *words.split(), *([] if "--size" in words else ["--size", "20"]))
        assert (code, problems) == (0, "")
    assert (here / "small.png").exists()
    assert "<title" in (here / "wall-push-up.svg").read_text(encoding="utf-8")


def test_the_person_of_the_page_can_show_figures(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    [(name, person)] = re.findall(r"^```yaml\n# (assets/people/\S+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    (here / name).parent.mkdir(parents=True)
    (here / name).write_text(person, encoding="utf-8")
    (here / FILE).write_text(STEPS[-1][0], encoding="utf-8")

    code, _, problems = pose(capsys, FILE, "--library", ".", "--person", "noor", "--size", "20")

    assert (code, problems) == (0, "")
