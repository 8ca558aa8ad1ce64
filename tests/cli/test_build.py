from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from publisher.cli import build
from publisher.files import MANIFEST
from publisher.model.printing import Marks, PrintSettings, SheetOrder, Sides
from publisher.problems import InputError, Level, Place, Problem
from publisher.workshop import Choices, Product

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Press:
    """Stands in for the rooms that make pages, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: tuple[tuple[str, ...], Choices, dict[str, str]] | None = None
        self.problems: tuple[Problem, ...] = ()
        self.notes: tuple[Problem, ...] = ()

    def publish(
        self,
        _library: object,
        ids: Sequence[str],
        choices: Choices,
        previous: Mapping[str, str],
        *_progress_and_standing: object,
    ) -> tuple[Product, ...]:
        self.asked = (tuple(ids), choices, dict(previous))
        if self.problems:
            raise InputError(self.problems)
        return (
            Product("pocket-cards.pdf", b"x" * 214_400, 12, 6, self.notes, {"pocket-cards/plank": "1"}),
            Product("cheat-sheet.pdf", b"y" * 300, 1, 1, (), {"cheat-sheet/plank": "2"}),
        )

    @property
    def choices(self) -> Choices:
        assert self.asked is not None
        return self.asked[1]


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press()
    monkeypatch.setattr(build, "publish", made.publish)
    return made


def test_it_says_what_was_written_a_line_each(surefoot: Callable[..., object], press: Press) -> None:
    said = surefoot("build")

    assert said == (
        0,
        "out/pocket-cards.pdf   12 pages, 6 sheets, 214 kB\nout/cheat-sheet.pdf    1 page, 1 sheet, 1 kB\n",
        "",
    )
    assert Path("out/pocket-cards.pdf").read_bytes() == b"x" * 214_400
    assert press.asked is not None
    assert press.asked[0] == ()


def test_flags_reach_the_press(surefoot: Callable[..., object], press: Press) -> None:
    words = """
        build pocket-cards --paper letter --size a7 --theme one-ink --language en-GB --country GB
        --person mei --person kofi
        --sides fold --order fronts-backs --marks full --margin 9 --gap 4 --bleed 2 --start-at 3 --skip 5,4
        --guide --changed --date 2026-03-01
    """
    surefoot(*words.split())

    printing = PrintSettings(
        sides=Sides.FOLD,
        order=SheetOrder.FRONTS_BACKS,
        marks=Marks.FULL,
        margin=9,
        gap=4,
        bleed=2,
        start_at=3,
        skip=(4, 5),
        guide=True,
    )
    assert press.asked is not None
    assert press.asked[0] == ("pocket-cards",)
    assert press.choices == Choices(
        paper="letter",
        size="a7",
        theme="one-ink",
        printing=printing,
        language="en-GB",
        country="GB",
        date=1772323200,
        changed=True,
        people=("mei", "kofi"),
    )


def test_the_folder_and_the_flag_agree_on_names(surefoot: Callable[..., object], press: Press) -> None:
    Path("surefoot.toml").write_text('paper = "letter"\nmargin = 9\nout = "print"\n', encoding="utf-8")

    said = surefoot("build", "--margin", "10", "--explain")
    surefoot("build", "--margin", "10")

    rows = {line.split()[0]: line.split()[1:] for line in said.out.splitlines()}
    assert rows["paper"] == ["letter", "surefoot.toml:1"]
    assert rows["margin"] == ["10", "mm", "command", "line"]
    assert rows["bleed"] == ["3", "mm", "default"]
    assert (press.choices.paper, press.choices.printing.margin) == ("letter", 10)
    assert Path("print/pocket-cards.pdf").is_file()


def test_explaining_builds_nothing(surefoot: Callable[..., object], press: Press) -> None:
    surefoot("build", "--explain")
    told = json.loads(surefoot("build", "--explain", "--json").out)

    assert press.asked is None
    assert told["flip"] == {"value": "long", "from": "default"}
    assert list(Path().iterdir()) == []


def test_the_next_run_knows_the_last_print(surefoot: Callable[..., object], press: Press) -> None:
    surefoot("build")
    surefoot("build", "--changed")

    assert press.asked is not None
    assert press.asked[2] == {"pocket-cards/plank": "1", "cheat-sheet/plank": "2"}


def test_what_is_wrong_is_told_and_nothing_is_written(surefoot: Callable[..., object], press: Press) -> None:
    Path("plank.yaml").write_text("id: plank\ntitle: Plank\n", encoding="utf-8")
    press.problems = (
        Problem("b", "second.", "Do this.", Place("plank.yaml", 2, 8), 5),
        Problem("a", "first.", "", Place("plank.yaml", 1, 1), 2),
    )

    said = surefoot("build")

    assert said.code == 1
    assert said.out == ""
    assert said.err == (
        "plank.yaml:1:1: first.\n    1 | id: plank\n      | ^^\n\n"
        "plank.yaml:2:8: second.\n    2 | title: Plank\n      |        ^^^^^\n   Do this.\n\n"
        "2 problems; nothing was written.\n"
    )
    assert not Path("out").exists()


def test_a_warning_is_told_and_the_files_are_written(surefoot: Callable[..., object], press: Press) -> None:
    press.notes = (Problem("narrow-margin", "narrow.", "Use 5.", level=Level.WARNING),)

    said = surefoot("build")

    assert (said.code, said.err) == (0, "surefoot: warning: narrow.\n   Use 5.\n")
    assert Path("out/pocket-cards.pdf").is_file()


def test_quiet_says_nothing_when_all_went_well(surefoot: Callable[..., object], press: Press) -> None:
    press.notes = (Problem("narrow-margin", "narrow.", level=Level.WARNING),)

    assert surefoot("build", "--quiet") == (0, "", "")
    assert Path("out/pocket-cards.pdf").is_file()


def test_quiet_still_tells_what_is_wrong(surefoot: Callable[..., object], press: Press) -> None:
    press.problems = (Problem("a", "first."),)

    assert surefoot("build", "--quiet") == (1, "", "surefoot: first.\n")


def test_a_program_gets_files_and_problems_as_json(surefoot: Callable[..., object], press: Press) -> None:
    press.notes = (Problem("narrow-margin", "narrow.", "Use 5.", Place("surefoot.toml", 3, 1), level=Level.WARNING),)

    said = surefoot("build", "--json")

    told = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert told["files"][0] == {
        "name": "pocket-cards.pdf",
        "path": "out/pocket-cards.pdf",
        "pages": 12,
        "sheets": 6,
        "bytes": 214_400,
    }
    assert told["problems"] == [
        {
            "name": "narrow-margin",
            "level": "warning",
            "file": "surefoot.toml",
            "line": 3,
            "column": 1,
            "sentence": "narrow.",
            "hint": "Use 5.",
        }
    ]


def test_a_program_gets_what_is_wrong_as_json(surefoot: Callable[..., object], press: Press) -> None:
    press.problems = (Problem("a", "first."),)

    said = surefoot("build", "--json")

    told = json.loads(said.out)
    assert (said.code, said.err) == (1, "")
    assert (told["files"], [each["sentence"] for each in told["problems"]]) == ([], ["first."])


def test_the_environment_can_ask_for_a_date(
    surefoot: Callable[..., object], press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    surefoot("build")
    without = press.choices.date
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    surefoot("build")
    asked = press.choices.date
    surefoot("build", "--date", "1970-01-02")

    assert (without, asked, press.choices.date) == (None, 1_700_000_000, 86_400)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--skip", "3;4"], "`--skip`: '3;4' is not a row of slot numbers; write them with commas, such as 3,4."),
        (["--skip", "0"], "`--skip`: '0' is not a row of slot numbers; write them with commas, such as 3,4."),
        (["--start-at", "0"], "`--start-at`: 0 is not a slot; slots count from 1."),
        (["--start-at", "x"], "`--start-at`: `x` is not a whole number."),
        (["--date", "1.3.2026"], "`--date`: '1.3.2026' is not a day; write it as 2026-03-01, or `today`."),
        (["--margin", "wide"], "`--margin`: `wide` is not a number."),
        (["--margin", "nan"], "`--margin`: nan is out of reach; a length is from 0 to 200 mm."),
        (["--sides", "both"], "`--sides` is one of duplex, fold, front, single."),
    ],
)
def test_a_slip_on_the_command_line_is_told(
    surefoot: Callable[..., object], press: Press, words: list[str], sentence: str
) -> None:
    said = surefoot("build", *words)

    assert (said.code, said.err.splitlines()[0]) == (2, f"surefoot: {sentence}")
    assert press.asked is None


def test_a_slip_in_one_of_a_few_words_is_told_with_the_nearest(surefoot: Callable[..., object]) -> None:
    said = surefoot("build", "--sides", "dulpex")

    assert "Did you mean `duplex`?" in said.err


def test_a_bug_is_ours_and_shows_no_traceback(surefoot: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(build, "publish", stumble)

    said = surefoot("build")

    assert said.code == 3
    assert said.err.startswith("surefoot: this is our mistake, not yours (ZeroDivisionError).")
    assert "Traceback" not in said.err

    monkeypatch.setenv("SUREFOOT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        surefoot("build")


def test_one_real_publication_comes_out_whole(surefoot: Callable[..., object]) -> None:
    folder = Path("mine/cards/publications")
    folder.mkdir(parents=True)
    (folder / "one.yaml").write_text(
        "id: one\ntitle: One\nlayout: pocket\ncards: [hip-bridge]\nsize: poker\n", encoding="utf-8"
    )

    said = surefoot("build", "one", "--library", "mine")

    assert (said.code, said.err) == (0, "")
    assert Path("out/one.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in Path("out").iterdir()) == [".surefoot-lock", MANIFEST, "one.pdf"]
    assert (
        surefoot("build", "one", "--library", "mine", "--changed").out == "Nothing has changed since the last print.\n"
    )
