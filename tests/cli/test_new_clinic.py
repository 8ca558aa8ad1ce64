"""A clinic with its logo, so that nobody has to open a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from publisher.cli import new_clinic
from publisher.library.overlays import read_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Said

NEW = ("new", "clinic", "ours", "--library", "my-clinic")
CLINICS = Path("my-clinic/assets/clinics")


def a_logo(name: str = "logo.png") -> str:
    Image.new("RGB", (60, 20), (11, 95, 92)).save(name, "PNG")
    return name


def test_flags_make_a_clinic_that_can_hand_out_at_once(surefoot: Callable[..., Said]) -> None:
    said = surefoot(*NEW, "--logo", a_logo(), "--name", "Our Clinic", "--address", "1 Lane; Town", "--address", "AB1")

    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1].endswith("surefoot handout downhill-back-start --library my-clinic")
    clinic = read_library([Path("my-clinic")]).clinics["ours"]
    assert (clinic.name, list(clinic.address)) == ("Our Clinic", ["1 Lane", "Town", "AB1"])
    assert clinic.drawing is not None
    # Nothing of the example is left to be printed by mistake.
    assert not any(word in (CLINICS / "ours.yaml").read_text(encoding="utf-8") for word in ("Hillside", "Alex Reed"))


def test_a_logo_under_a_wrong_name_gets_the_right_one(surefoot: Callable[..., Said]) -> None:
    said = surefoot(*NEW, "--logo", a_logo("logo.svg"), "--name", "Our Clinic")

    assert said.code == 0
    assert "of the kind PNG" in said.err
    assert sorted(path.name for path in CLINICS.iterdir()) == ["ours.png", "ours.yaml"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--logo", "nowhere.png", "--name", "X"], "no such file"),
        (["--logo", "logo.png"], "`--name` is missing"),
        (["--name", "X", "--country", "UK"], "Did you mean `GB`?"),
        (["--name", "X", "--email", "foo"], "is not a mail address"),
        (["--name", "日本"], "the font has no sign"),
        (["--logo", "text.png", "--name", "X"], "no picture in PNG, JPEG or SVG"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    surefoot: Callable[..., Said], words: list[str], says: str
) -> None:
    a_logo()
    Path("text.png").write_text("hello", encoding="utf-8")

    said = surefoot(*NEW, *words)

    assert said.code in {1, 2}
    assert says in said.err
    assert not Path("my-clinic").exists()


def test_who_sits_at_a_terminal_is_asked(surefoot: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    a_logo()
    logo, country = ["gone.png", "'logo.png'"], ["UK", "GB"]
    answers = iter([*logo, "", "Our Clinic", "1 Lane; Town", "01234", "foo", "", "", "Mon to Fri", *country, ""])
    monkeypatch.setattr(new_clinic.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(new_clinic.sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    said = surefoot(*NEW)

    assert said.code == 0
    clinic = read_library([Path("my-clinic")]).clinics["ours"]
    assert (clinic.name, clinic.country, list(clinic.opening_hours)) == ("Our Clinic", "GB", ["Mon to Fri"])
    assert clinic.email is None
    assert clinic.drawing is not None


def test_what_is_there_stays(surefoot: Callable[..., Said]) -> None:
    assert surefoot(*NEW, "--name", "One").code == 0

    assert surefoot(*NEW, "--name", "Two").code == 2
    assert "name: One" in (CLINICS / "ours.yaml").read_text(encoding="utf-8")
