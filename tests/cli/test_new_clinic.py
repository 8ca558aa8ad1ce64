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
IN_GB = ("--country", "GB")
CLINICS = Path("my-clinic/assets/clinics")


def a_logo(name: str = "logo.png") -> str:
    Image.new("RGB", (60, 20), (11, 95, 92)).save(name, "PNG")
    return name


def test_flags_make_a_clinic_that_can_hand_out_at_once(surefoot: Callable[..., Said]) -> None:
    said = surefoot(
        *NEW, *IN_GB, "--logo", a_logo(), "--name", "Our Clinic", "--address", "1 Lane; Town", "--address", "AB1"
    )

    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1].endswith("surefoot handout downhill-back-start --library my-clinic")
    clinic = read_library([Path("my-clinic")]).clinics["ours"]
    assert (clinic.name, list(clinic.address)) == ("Our Clinic", ["1 Lane", "Town", "AB1"])
    assert clinic.drawing is not None
    # Nothing of the example is left to be printed by mistake.
    assert not any(word in (CLINICS / "ours.yaml").read_text(encoding="utf-8") for word in ("Hillside", "Alex Reed"))


def test_a_logo_under_a_wrong_name_gets_the_right_one(surefoot: Callable[..., Said]) -> None:
    said = surefoot(*NEW, *IN_GB, "--logo", a_logo("logo.svg"), "--name", "Our Clinic")

    assert said.code == 0
    assert "of the kind PNG" in said.err
    assert sorted(path.name for path in CLINICS.iterdir()) == ["ours.png", "ours.yaml"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--logo", "nowhere.png", "--name", "X", *IN_GB], "no such file"),
        (["--logo", "logo.png"], "`--name` is missing"),
        (["--name", "X"], "`--country` is missing"),
        (["--name", "X", "--country", "Japan"], "GB United Kingdom, IE Ireland"),
        (["--name", "X", *IN_GB, "--email", "foo"], "is not a mail address"),
        (["--name", "日本", *IN_GB], "the font has no sign"),
        (["--logo", "text.png", "--name", "X", *IN_GB], "no picture in PNG, JPEG or SVG"),
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
    logo, country = ["gone.png", "'logo.png'"], ["", "Mars", "uk"]
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
    assert surefoot(*NEW, *IN_GB, "--name", "One").code == 0

    assert surefoot(*NEW, *IN_GB, "--name", "Two").code == 2
    assert "name: One" in (CLINICS / "ours.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("said", ["GB", "gb", "U.K.", "United Kingdom", "Scotland"])
def test_a_country_is_taken_by_its_code_or_its_name(surefoot: Callable[..., Said], said: str) -> None:
    assert surefoot(*NEW, "--name", "Our Clinic", "--country", said).code == 0

    written = (CLINICS / "ours.yaml").read_text(encoding="utf-8")
    assert "\ncountry: GB\n" in written
    assert "The emergency number on each page is that of `country`" in written


def test_a_country_of_one_s_own_library_is_known(surefoot: Callable[..., Said]) -> None:
    words = Path("my-clinic/assets/words")
    words.mkdir(parents=True)
    own = 'countries: {PL: {name: Poland, emergency: "112", hospital: hospital, doctor: a doctor}}\n'
    (words / "en.yaml").write_text(f"language: en\n{own}", encoding="utf-8")

    assert surefoot(*NEW, "--name", "Our Clinic", "--country", "Poland").code == 0
    assert "\ncountry: PL\n" in (CLINICS / "ours.yaml").read_text(encoding="utf-8")


def test_a_folder_made_beforehand_is_taken_with_what_lies_in_it(surefoot: Callable[..., Said]) -> None:
    Path("my-clinic").mkdir()
    logo = a_logo("my-clinic/logo.png")

    assert surefoot(*NEW, *IN_GB, "--name", "Our Clinic", "--logo", logo).code == 0
    assert read_library([Path("my-clinic")]).clinics["ours"].country == "GB"
