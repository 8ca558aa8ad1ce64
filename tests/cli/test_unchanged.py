from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from publisher.cli import build, unchanged

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = "Nothing has changed since the last run.\n"
WORDS = ("build", "mine", "--library", "lib")
PUBLICATION = "id: mine\ntitle: Mine\nlayout: pocket\ncards: [plank]\nsize: poker\npaper: a4\n"
STYLE = 'id: plank\nextends: plank\ncue: "Ribs down"\n'


@pytest.fixture
def again(surefoot: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """`surefoot`, in a folder with a library that was built once; files of this moment count as old."""
    monkeypatch.setattr(unchanged, "TICK", -(10**12))
    write("lib/cards/publications/mine.yaml", PUBLICATION)
    write("lib/cards/mine/plank.yaml", STYLE)
    assert surefoot(*WORDS).out.startswith("out/mine.pdf")
    return surefoot


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def anew(said: object) -> bool:
    """Whether the run built something."""
    assert said.code == 0, said
    assert said.out == NOTHING or said.out.startswith("out/mine.pdf")
    return said.out != NOTHING


def test_a_run_after_which_nothing_changed_is_not_done_again(again: Callable[..., object]) -> None:
    before = Path("out/mine.pdf").stat()

    assert again(*WORDS) == (0, NOTHING, "")
    assert Path("out/mine.pdf").stat() == before
    assert again(*WORDS, "--out", "out").out != NOTHING


def test_quiet_stays_quiet(again: Callable[..., object]) -> None:
    assert again(*WORDS, "--quiet") == (0, "", "")
    assert again(*WORDS, "--quiet") == (0, "", "")


def _same_size_and_time() -> None:
    path = Path("lib/cards/mine/plank.yaml")
    before = path.stat()
    path.write_text(STYLE.replace("Ribs down", "Ribs flat"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _older_file_in_its_place() -> None:
    write("older.yaml", STYLE.replace("Ribs down", "Ribs flat"))
    Path("older.yaml").replace("lib/cards/mine/plank.yaml")


CHANGES = {
    "a card": lambda: write("lib/cards/mine/plank.yaml", STYLE.replace("Ribs", "Hips")),
    "a card, with its size and time kept": _same_size_and_time,
    "another file in its place": _older_file_in_its_place,
    "a new card": lambda: write("lib/cards/new/side-plank.yaml", 'id: side-plank\nextends: side-plank\ncue: "Lift"\n'),
    "a card that went": lambda: Path("lib/cards/mine/plank.yaml").unlink(),
    "the publication": lambda: write("lib/cards/publications/mine.yaml", PUBLICATION.replace("plank", "bird-dog")),
    "words that were none": lambda: write("lib/assets/words/en.yaml", "card:\n  start: Begin\n"),
    "settings that were none": lambda: write("surefoot.toml", 'paper = "letter"\n'),
    "the person's own settings": lambda: write("../config/surefoot/surefoot.toml", 'paper = "letter"\n'),
    "a printer": lambda: write("../config/surefoot/printers/home.toml", "\n"),
    "a page that went": lambda: Path("out/mine.pdf").unlink(),
    "a page": lambda: Path("out/mine.pdf").write_bytes(b"x"),
    "the manifest": lambda: Path("out/.surefoot-manifest.json").unlink(),
    "the note": lambda: Path("out/.surefoot-last.json").unlink(),
    "a damaged note": lambda: write("out/.surefoot-last.json", '{"asked": ['),
    "a note of something else": lambda: write("out/.surefoot-last.json", '{"asked": null, "files": {}}'),
    "a note that is a list": lambda: write("out/.surefoot-last.json", "[1]"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_noticed(again: Callable[..., object], change: Callable[[], None]) -> None:
    change()

    assert anew(again(*WORDS))
    assert not anew(again(*WORDS))


@pytest.mark.parametrize(
    "words", [("--paper", "letter"), ("--sides", "fold"), ("--size", "a7"), ("--start-at", "2"), ("--guide",)]
)
def test_another_question_gets_another_answer(again: Callable[..., object], words: tuple[str, ...]) -> None:
    assert anew(again(*WORDS, *words))
    assert anew(again(*WORDS))


def test_another_folder_is_another_question(
    again: Callable[..., object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Path("out").rename(tmp_path / "out")
    Path("lib").rename(tmp_path / "lib")
    monkeypatch.chdir(tmp_path)

    assert anew(again(*WORDS))


def test_the_date_of_a_reproducible_build_is_part_of_the_question(
    again: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    assert anew(again(*WORDS))


def test_another_version_builds_again(again: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "__version__", "9.9.9")

    assert anew(again(*WORDS))


def test_a_program_that_changed_builds_again(
    again: Callable[..., object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    part = ModuleType("part_of_the_program")
    part.__file__ = str(tmp_path / "part.py")
    write(part.__file__, "one = 1\n")
    monkeypatch.setitem(sys.modules, "part_of_the_program", part)
    assert anew(again(*WORDS, "--force"))
    assert not anew(again(*WORDS))

    write(part.__file__, "one = 2\n")

    assert anew(again(*WORDS))


def test_all_of_the_program_its_fonts_and_our_cards_have_a_say(again: Callable[..., object]) -> None:
    assert not anew(again(*WORDS))

    files = json.loads(Path("out/.surefoot-last.json").read_bytes())["files"]
    ends = (
        "publisher/build.py",
        "layouts/pocket/backs.py",
        "layouts",
        "reportlab/pdfgen/canvas.py",
        "yaml/__init__.py",
    )
    ends += ("AtkinsonHyperlegible-Bold.ttf", "cards/strength/plank.yaml", "assets/themes/surefoot.yaml", "plank.yaml")
    ends += ("assets/fonts/atkinson-hyperlegible.kerning.json", "surefoot.toml", "config/surefoot", "out/mine.pdf")
    for end in ends:
        assert any(path.endswith(end) for path in files), end


def test_it_is_built_again_on_demand(again: Callable[..., object]) -> None:
    assert anew(again(*WORDS, "--force"))
    assert not anew(again(*WORDS))


@pytest.mark.parametrize("word", ["--changed", "--json", "--date=2026-03-01"])
def test_what_depends_on_more_is_always_done(again: Callable[..., object], word: str) -> None:
    first, second = again(*WORDS, word), again(*WORDS, word)

    assert NOTHING not in (first.out, second.out)
    assert first.code == second.code == 0


def test_a_warning_is_said_each_time(again: Callable[..., object]) -> None:
    first, second = again(*WORDS, "--margin", "3"), again(*WORDS, "--margin", "3")

    assert "3 mm" in first.err
    assert first == second


def test_a_mistake_is_told_each_time(again: Callable[..., object]) -> None:
    write("lib/cards/mine/plank.yaml", STYLE + "cues: none\n")

    first, second = again(*WORDS), again(*WORDS)
    assert first.code == second.code == 1
    assert first == second


def test_a_file_that_may_still_be_written_is_not_trusted(
    again: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "TICK", 3600 * 10**9)
    write("lib/cards/mine/plank.yaml", STYLE.replace("Ribs", "Hips"))

    assert anew(again(*WORDS))
    assert anew(again(*WORDS))


def test_a_folder_elsewhere_is_not_trusted(again: Callable[..., object]) -> None:
    Path("lib/cards/more").mkdir()
    Path("lib/cards/link").symlink_to("more", target_is_directory=True)

    assert anew(again(*WORDS))
    assert anew(again(*WORDS))


def test_a_folder_that_only_the_settings_name_is_built_into_each_time(again: Callable[..., object]) -> None:
    write("surefoot.toml", 'out = "print"\n')

    for _ in range(2):
        assert again(*WORDS).out.startswith("print/mine.pdf")


def test_a_note_that_is_a_pipe_is_not_waited_for(again: Callable[..., object]) -> None:
    Path("out/.surefoot-last.json").unlink()
    os.mkfifo("out/.surefoot-last.json")

    assert anew(again(*WORDS))


def test_a_run_is_begun_before_it_reads(again: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "TICK", 0)
    read = build.read_library

    def edited_meanwhile(*given: object, **more: object) -> object:
        library = read(*given, **more)
        write("lib/cards/mine/plank.yaml", STYLE.replace("Ribs", "Hips"))
        return library

    monkeypatch.setattr(build, "read_library", edited_meanwhile)
    assert anew(again(*WORDS, "--force"))
    monkeypatch.setattr(build, "read_library", read)

    assert anew(again(*WORDS))
