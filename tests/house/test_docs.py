"""What README and docs say is so: examples work, messages are ours, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.house import field_guide
from tests.pixels import a_photograph

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PICTURES = sorted((ROOT / "docs/pictures").glob("*.png"))
SUREFOOT = Path(sys.executable).parent / "surefoot"
MOST_BYTES = 250_000


def by_page(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", paths, ids=lambda page: str(page.relative_to(ROOT)))


def run(*arguments: str, here: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SUREFOOT, *arguments], cwd=here, capture_output=True, text=True, check=False)


@cache
def told(*command: str) -> str:
    return run(*command, "--help").stdout


def options_of(*command: str) -> set[str]:
    return set(re.findall(r"--[a-z-]+", told(*command)))


def without_code(text: str) -> str:
    return re.sub(r"^```.*?^```|^    .*?$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def commands(text: str) -> list[list[str]]:
    """Every `surefoot …` that a page tells to type, in words."""
    lines = re.findall(r"^ +(surefoot .*)$", text, re.MULTILINE) + re.findall(r"`(surefoot [^`\n]+)`", text)
    return [re.sub(r" #.*| >.*|\"[^\"]*\"|…", "", line).split()[1:] for line in lines]


@by_page(PAGES)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text(encoding="utf-8")))

    lost = []
    for link in links:
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        if link.startswith(("https:", "http:")):
            continue
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


# Commands that have commands of their own.
GROUPS = ("new", "calibrate", "gallery", "phone", "programme", "review")


@by_page(PAGES)
def test_commands_and_options_that_a_page_names_exist(page: Path) -> None:
    unknown = []
    for words in commands(page.read_text(encoding="utf-8")):
        named = [word for word in words[:2] if re.fullmatch(r"[a-z]+", word)]
        command = named[:2] if named[:1] in ([name] for name in GROUPS) else named[:1]
        options = {word.partition("=")[0] for word in words if word.startswith("--")}
        unknown += [(words, option) for option in options - options_of(*command)]
        unknown += [] if told(*command) else [(words, "command")]
    assert unknown == []


@by_page(PAGES)
def test_targets_of_make_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z]+)`", text)) | set(re.findall(r"^ +make ([a-z]+)", text, re.MULTILINE))

    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets


def test_every_option_of_build_is_explained() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    silent = {option for option in options_of("build") if f"`{option}" not in pages and f" {option}" not in pages}
    assert silent <= {"--no-guide"}


@by_page(list(field_guide.WRITTEN))
def test_the_tables_of_fields_and_rules_are_what_the_program_goes_by(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == field_guide.fresh(page), "run: make docs"


PLANS = ROOT / "docs/plans.md"


def after_the_walk(page: Path = field_guide.PAGE) -> str:
    """A guide; the authoring guide without its first part, which tests/house/test_authoring_page.py follows."""
    text = page.read_text(encoding="utf-8")
    return text if page == PLANS else text.partition("\n## A library of your own\n")[2]


def pictures_of(text: str, folder: Path) -> None:
    """The photographs and the logo that examples name, as somebody has them who follows the page."""
    for name in re.findall(r"file: (\S+\.jpg)", text):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(a_photograph())
    for name in re.findall(r"logo: (\S+\.svg)", text):
        (folder / name).write_bytes((ROOT / "assets/examples/clinic" / Path(name).name).read_bytes())


@by_page([field_guide.PAGE, PLANS])
def test_the_examples_of_a_guide_are_a_library_that_fits(tmp_path: Path, page: Path) -> None:
    text = after_the_walk(page)
    examples = re.findall(r"^```yaml\n# ((?:cards|assets)/\S+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    for name, example in examples:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(example, encoding="utf-8")
    pictures_of(text, tmp_path)

    checked = run("check", "--strict", "--quiet", "--library", ".", here=tmp_path)  # quiet: one card is excused

    assert len(examples) == len(re.findall(r"^```yaml$", text, re.MULTILINE))
    assert (checked.stderr, checked.returncode) == ("", 0)


def test_the_messages_of_the_authoring_guide_are_those_of_the_catalogue() -> None:
    shown = re.findall(r"^```text\n(.*?)^```", after_the_walk(), re.MULTILINE | re.DOTALL)
    cases = [yaml.safe_load(case.read_text(encoding="utf-8")) for case in (ROOT / "tests/problems").glob("*/case.yaml")]

    said = "\n".join(str(case["says"]) for case in cases)
    assert shown
    assert [message for message in shown if message.strip() not in said] == []


@by_page(PICTURES)
def test_a_picture_is_small_and_shown_with_words_for_those_who_do_not_see_it(page: Path) -> None:
    shown = [
        words
        for text in PAGES
        for words, path in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text.read_text(encoding="utf-8"))
        if (text.parent / path).resolve() == page
    ]

    assert page.stat().st_size < MOST_BYTES
    assert shown, "no page shows it"
    assert all(len(words) > 20 for words in shown)
