from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from publisher.cli.options import gather, setting_options
from publisher.settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_setting_has_its_flag() -> None:
    flags = [option.opts[0] for option in setting_options()]

    assert flags == [f"--{setting.name}" for setting in SETTINGS]


def test_flags_count_more_than_the_folder_and_that_more_than_the_person(
    surefoot: Callable[..., object], tmp_path: Path
) -> None:
    assert surefoot("--version").code == 0
    person = tmp_path / "config" / "surefoot" / "surefoot.toml"
    person.parent.mkdir(parents=True)
    person.write_text('paper = "letter"\nsize = "tarot"\ntheme = "one-ink"\n', encoding="utf-8")
    Path("surefoot.toml").write_text('paper = "a4"\nsize = "a7"\n', encoding="utf-8")

    chosen, profile = gather({"paper": "a3", "size": None, "library": ()})

    origins = {name: (chosen.text(name), chosen.entries[name].origin) for name in ("paper", "size", "theme")}
    assert profile is None
    assert origins == {
        "paper": ("a3", "command line"),
        "size": ("a7", "surefoot.toml:2"),
        "theme": ("one-ink", f"{person}:3"),
    }


def test_a_library_on_the_command_line_takes_the_place_of_those_in_the_file(surefoot: Callable[..., object]) -> None:
    assert surefoot("--version").code == 0
    Path("surefoot.toml").write_text('library = ["a", "b"]\n', encoding="utf-8")

    assert gather({"library": ()})[0].folders() == (Path("a"), Path("b"))
    assert gather({"library": ("c",)})[0].folders() == (Path("c"),)
