from __future__ import annotations

import io
from pathlib import Path

import pytest

from publisher.cli.telling import WIDEST, Ink, as_json, as_text, ink_for, safe, shown_path
from publisher.problems import Level, Place, Problem

PLAIN = Ink(on=False)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(text: str | bytes, line: int, column: int, length: int = 1) -> list[str]:
    """The source line and the carets for a spot in a file with this text."""
    Path("card.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    problem = Problem("name", "wrong.", "Do this.", Place("card.yaml", line, column), length)
    return as_text([problem], PLAIN).splitlines()[1:-1]


def test_the_example_of_the_house_comes_out_as_drawn() -> None:
    Path("plank.yaml").write_text("\n" * 13 + "    rep: 8 to 10\n", encoding="utf-8")
    problem = Problem(
        "unknown-field", "`rep` is not a field of a dose.", "Did you mean `reps`?", Place("plank.yaml", 14, 5), 3
    )

    assert as_text([problem], PLAIN) == (
        "plank.yaml:14:5: `rep` is not a field of a dose.\n"
        "   14 |     rep: 8 to 10\n"
        "      |     ^^^\n"
        "   Did you mean `reps`?\n"
    )


@pytest.mark.parametrize("column", [1, 60, 90, 150, 400, 1000])
def test_a_long_line_is_shown_around_the_spot(column: int) -> None:
    line = "".join(chr(ord("a") + index % 26) for index in range(1000))

    source, carets = told(line, 1, column, 3)

    at = carets.index("^")
    assert len(source) - len("    1 | ") <= WIDEST
    assert source[at] == line[column - 1]


def test_carets_end_with_the_line() -> None:
    assert told("id: x\n", 1, 5, 40)[1] == "      |     ^"


def test_a_spot_behind_the_end_of_a_line_is_shown_there() -> None:
    assert told("id:\n", 1, 5) == ["    1 | id:", "      |    ^"]


def test_wide_signs_and_accents_keep_the_caret_in_its_place() -> None:
    assert told("a: 走る x\n", 1, 7)[1] == "      |         ^"
    assert told("a: e\u0301 x\n", 1, 7)[1] == "      |      ^"


@pytest.mark.parametrize(
    ("text", "shown"), [("a\tb", "a→b"), ("\x1b[31m", "␛[31m"), ("a\u202eb", "a�b"), ("a\u200bb", "a�b"), ("\x9b", "�")]
)
def test_nothing_that_steers_a_terminal_gets_there(text: str, shown: str) -> None:
    assert safe(text) == shown
    assert told(f"{text}\n", 1, 1)[0] == f"    1 | {shown}"


def test_names_and_sentences_cannot_steer_a_terminal_either() -> None:
    problem = Problem("name", "a\x1b]0;x\x07.", "b\x1b.", Place("\x1b[2J.yaml"))

    assert "\x1b" not in as_text([problem], PLAIN)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_line_is_shown_whatever_its_encoding(encoding: str) -> None:
    assert told("title: Überblick\r\nid: x\r\n".encode(encoding), 1, 8)[0] == "    1 | title: Überblick"


@pytest.mark.parametrize(
    "place", [Place("gone.yaml", 3, 1), Place("card.yaml", 9, 1), Place(".", 1, 1), Place("card.yaml")]
)
def test_without_a_line_the_sentence_stands_alone(place: Place) -> None:
    Path("card.yaml").write_text("id: x\n", encoding="utf-8")

    assert len(as_text([Problem("name", "wrong.", "Do this.", place)], PLAIN).splitlines()) == 2


def test_a_problem_without_a_place_is_told_by_the_program() -> None:
    assert as_text([Problem("name", "wrong.")], PLAIN) == "surefoot: wrong.\n"


def test_problems_stand_in_the_order_of_files_and_lines_worst_first_and_once() -> None:
    problems = [
        Problem("w", "w.", place=Place("a.yaml", 1, 1), level=Level.WARNING),
        Problem("c", "c.", place=Place("b.yaml", 2, 1)),
        Problem("b", "b.", place=Place("a.yaml", 10, 1)),
        Problem("a", "a.", place=Place("a.yaml", 9, 1)),
        Problem("a", "a.", place=Place("a.yaml", 9, 1)),
        Problem("d", "d."),
    ]

    lines = as_text(problems, PLAIN, "; nothing was written.").splitlines()

    assert [line.split(": ", 1)[1] for line in lines[:-1] if line] == ["a.", "b.", "c.", "d.", "warning: w."]
    assert lines[-1] == "4 problems and 1 warning; nothing was written."


def test_a_path_is_short_where_it_can_be(tmp_path: Path) -> None:
    built_in = Path(__file__).parents[2] / "cards" / "strength" / "plank.yaml"

    assert shown_path(str(tmp_path / "cards" / "x.yaml")) == "cards/x.yaml"
    assert shown_path(str(built_in)) == "built-in/cards/strength/plank.yaml"
    assert shown_path("/elsewhere/x.yaml") == "/elsewhere/x.yaml"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_only_on_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert (ink_for(Terminal()).on, ink_for(io.StringIO()).on) == (True, False)

    monkeypatch.setenv("NO_COLOR", "1")
    assert not ink_for(Terminal()).on


def test_colour_adds_no_words() -> None:
    problem = Problem("name", "wrong.", "Do this.", level=Level.WARNING)
    coloured = as_text([problem], Ink(on=True))

    assert "\x1b[33m" in coloured
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[33m"):
        coloured = coloured.replace(code, "")
    assert coloured == as_text([problem], PLAIN)


def test_programs_get_every_part() -> None:
    assert as_json([Problem("name", "wrong.", "Do this.", Place("a.yaml", 3))]) == [
        {
            "name": "name",
            "level": "error",
            "file": "a.yaml",
            "line": 3,
            "column": None,
            "sentence": "wrong.",
            "hint": "Do this.",
        }
    ]


def test_a_file_is_read_once_however_much_is_wrong_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "card.yaml"
    path.write_text("a: 1\nb: 2\n", encoding="utf-8")
    read: list[Path] = []
    bytes_of = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: (read.append(self), bytes_of(self))[1])

    said = as_text([Problem("x", "wrong.", "", Place(str(path), line, 1)) for line in (1, 2, 3)], PLAIN)

    assert "1 | a: 1" in said
    assert "2 | b: 2" in said
    assert read == [path]
