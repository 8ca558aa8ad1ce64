"""Flags over files over the printer over defaults; and what is wrong in a file, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.model.printing import Flip, PrintSettings, Sides
from publisher.problems import InputError, place_of
from publisher.settings import SETTINGS, Layer, closest, read_file, settle


def a_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "surefoot.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(tmp_path: Path, text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(InputError) as raised:
        read_file(a_file(tmp_path, text))
    return [(each.name, each.place.line, each.place.column) for each in raised.value.problems if each.place]


def test_without_any_choice_the_defaults_of_printing_count() -> None:
    assert settle([]).printing() == PrintSettings()


def test_the_first_layer_that_says_something_counts() -> None:
    layers = [
        Layer("command line", {"paper": "letter", "size": None}),
        Layer("surefoot.toml", {"paper": "a4", "size": "a7"}, {"paper": 1, "size": 2}),
        Layer("printer home", {"flip": "short"}),
    ]

    entries = settle(layers).entries

    assert [(entries[name].value, entries[name].origin) for name in ("paper", "size", "flip", "marks")] == [
        ("letter", "command line"),
        ("a7", "surefoot.toml:2"),
        ("short", "printer home"),
        ("ticks", "default"),
    ]


def test_no_is_a_choice_too() -> None:
    layers = [
        Layer("command line", {"guide": False, "margin": 0.0}),
        Layer("surefoot.toml", {"guide": True, "margin": 9.0}),
    ]

    printing = settle(layers).printing()

    assert (printing.guide, printing.margin) == (False, 0.0)


def test_a_file_gives_every_kind_of_setting(tmp_path: Path) -> None:
    text = 'paper = "letter"\nsides = "fold"\nmargin = 10\ngap = 4.5\nguide = true\nflip = "short"\n'

    chosen = settle([read_file(a_file(tmp_path, text))])

    assert chosen.text("paper") == "letter"
    assert chosen.printing() == PrintSettings(sides=Sides.FOLD, flip=Flip.SHORT, margin=10, gap=4.5, guide=True)


def test_a_text_of_a_file_knows_where_it_was_written(tmp_path: Path) -> None:
    chosen = settle([read_file(a_file(tmp_path, '# ours\n\npaper = "lettr"\n'))])

    place = place_of(chosen.text("paper") or "")

    assert place is not None
    assert (Path(place.file).name, place.line) == ("surefoot.toml", 3)


def test_folders_start_where_the_file_lies(tmp_path: Path) -> None:
    chosen = settle([read_file(a_file(tmp_path, 'library = ["cards-of-ours", "/shared"]\nout = "print"\n'))])

    assert chosen.folders() == (tmp_path / "cards-of-ours", Path("/shared"))
    assert chosen.text("out") == str(tmp_path / "print")


def test_people_are_named_in_a_list(tmp_path: Path) -> None:
    chosen = settle([read_file(a_file(tmp_path, 'person = ["mei", "kofi"]\n'))])

    assert chosen.names("person") == ("mei", "kofi")
    assert settle([]).names("person") == ()
    assert problems_of(tmp_path, 'person = "mei"\n') == [("unfit-setting", 1, 1)]
    assert problems_of(tmp_path, "person = [1]\n") == [("unfit-setting", 1, 1)]


def test_a_folder_that_no_system_takes_is_told(tmp_path: Path) -> None:
    assert problems_of(tmp_path, 'out = "a\\u0000b"\n') == [("unfit-setting", 1, 1)]
    assert problems_of(tmp_path, 'library = ["a", "a\\u0000b"]\n') == [("unfit-setting", 1, 1)]
    assert read_file(a_file(tmp_path, 'out = "~nobody-at-all/x"\n')).values["out"] == str(tmp_path / "~nobody-at-all/x")


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert read_file(tmp_path / "surefoot.toml").values == {}
    assert read_file(tmp_path / "none" / "surefoot.toml").values == {}


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = 'papper = "a4"\nmargin = -1\n"gap" = "4"\n  guide = 1\nflip = "up"\n[printing]\nmarks = "none"\n'

    assert problems_of(tmp_path, text) == [
        ("unknown-setting", 1, 1),
        ("unfit-setting", 2, 1),
        ("unfit-setting", 3, 2),
        ("unfit-setting", 4, 3),
        ("unfit-setting", 5, 1),
        ("unknown-setting", 6, 2),
    ]


@pytest.mark.parametrize("value", ["true", "nan", "inf", "-0.1", "200.1", '"8"', "[8]", "1979-05-27"])
def test_a_length_is_a_number_within_reach(tmp_path: Path, value: str) -> None:
    assert problems_of(tmp_path, f"gap = {value}\n") == [("unfit-setting", 1, 1)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('paper = "a4"\npaper = "a5"\n', 2),
        ("paper\n", 1),
        ('a = "', 0),
        ("x = " + "[" * 50_000, 0),
        ("f\xfcr = 1", 1),
        ("gap = " + "9" * 5_000, 0),
        ("#" * 100_001, 0),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    name, told, _ = problems_of(tmp_path, text)[0]

    assert (name, told) == ("settings-not-toml", line)


def test_bytes_of_another_encoding_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "surefoot.toml"
    path.write_bytes(b'paper = "a4"\n# f\xfcr uns\n')

    with pytest.raises(InputError) as raised:
        read_file(path)

    place = raised.value.problems[0].place
    assert place is not None
    assert (place.line, place.column) == (2, 4)


@pytest.mark.parametrize(("typed", "meant"), [("papper", "paper"), ("THEME", "theme"), ("zzz", None)])
def test_a_slip_finds_its_name(typed: str, meant: str | None) -> None:
    assert closest(typed, [setting.name for setting in SETTINGS]) == meant
