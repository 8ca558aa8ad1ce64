"""A clinic in YAML: its fields, its colours against paper, its logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publisher.colour import Colour
from publisher.library.clinic_shape import CLINIC
from publisher.library.overlays import built_in, read_library
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused
from publisher.model.clinic import BrandColours, Clinic
from publisher.problems import InputError
from tests.pixels import a_logo

if TYPE_CHECKING:
    from pathlib import Path

    from publisher.problems import Problem

SHORT = "id: hillside\nname: Hillside Clinic\n"
EXAMPLE = built_in() / "assets/examples/clinic"


def read(text: str) -> Clinic:
    return CLINIC.read(read_tree(text.encode(), "hillside.yaml"))


def refused(text: str) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        read(text)
    return list(caught.value.problems)


def a_library(folder: Path, text: str, **files: bytes) -> Path:
    clinics = folder / "assets/clinics"
    clinics.mkdir(parents=True)
    (clinics / "hillside.yaml").write_text(text, encoding="utf-8")
    for ending, data in files.items():
        (clinics / f"logo.{ending}").write_bytes(data)
    return folder


def test_a_name_is_enough() -> None:
    assert read(SHORT) == Clinic("hillside", "Hillside Clinic")


def test_every_field_of_the_example_is_read() -> None:
    clinic = read((EXAMPLE / "hillside.yaml").read_text(encoding="utf-8"))

    assert [name for name in CLINIC.names if getattr(clinic, name) in (None, ())] == [
        "link",
        "reviewed_by",
        "reviewed",
        "next_review",
    ]
    assert clinic.address == ("12 Mill Lane", "Hilltown HT4 2AB")
    assert clinic.colours == BrandColours(Colour(0x0B, 0x5F, 0x5C), Colour(0x8A, 0x4B, 0x08))
    assert clinic.running_name is False


def test_no_clinic_is_there_until_somebody_writes_one() -> None:
    assert not read_library().clinics


@pytest.mark.parametrize("second", [False, True])
def test_a_colour_that_paper_does_not_carry_is_told_with_one_that_it_does(second: bool) -> None:
    colours = 'colours: {main: "#0B5F5C", second: "#F2A900"}' if second else 'colours: {main: "#F2A900"}'

    [problem] = refused(f"{SHORT}{colours}\n")

    assert problem.name == "low-contrast"
    assert f"`{'second' if second else 'main'}` (#F2A900)" in problem.sentence
    shade = problem.hint.partition('"')[2].partition('"')[0]
    assert read(f'{SHORT}colours: {{main: "{shade}"}}\n').colours


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("email: nobody", "not-an-email"),
        ("email: a@b", "not-an-email"),
        ("web: javascript:alert(1)", "not-an-address"),
        ("web: www.hillside.example/a?b", "not-an-address"),
        ("country: England", "unknown-country"),
        ("logo: /etc/passwd", "not-a-picture-path"),
        ("logo: assets/clinics/logo.svg", "logo-without-alt"),
        ("link: ftp://hillside.example", "link-not-web"),
        ("running_name: maybe", "not-yes-or-no"),
        ("adress: [12 Mill Lane]", "unknown-field"),
        ("address: 12 Mill Lane", "wrong-type"),
        ('colours: {second: "#000000"}', "missing-field"),
    ],
)
def test_what_a_field_does_not_take_is_told(line: str, name: str) -> None:
    assert [problem.name for problem in refused(f"{SHORT}{line}\n")] == [name]


LOGO = "logo_alt: Hillside\nlogo: assets/clinics/logo."


@pytest.mark.parametrize(
    ("ending", "data"), [("png", a_logo()), ("svg", (EXAMPLE / "hillside.svg").read_bytes())], ids=["png", "svg"]
)
def test_a_logo_is_a_drawing_100_mm_long_whatever_it_was(tmp_path: Path, ending: str, data: bytes) -> None:
    folder = a_library(tmp_path, f"{SHORT}{LOGO}{ending}\n", **{ending: data})

    drawing = read_library([folder]).clinics["hillside"].drawing

    assert drawing is not None
    assert drawing.box.width == pytest.approx(100)
    assert bool(drawing.images) is (ending == "png")
    assert bool(drawing.marks) is (ending == "svg")


def test_a_logo_that_cannot_be_read_is_told_where_it_is_named(tmp_path: Path) -> None:
    folder = a_library(tmp_path, f"{SHORT}{LOGO}png\n", png=b"GIF89a")

    with pytest.raises(InputError) as caught:
        read_library([folder])

    [problem] = caught.value.problems
    assert problem.name == "not-a-picture"
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (4, 7)


def test_a_country_needs_an_emergency_number(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_library([a_library(tmp_path, f"{SHORT}country: ZZ\n")])

    assert [problem.name for problem in caught.value.problems] == ["unknown-country"]


def test_a_clinic_that_changes_another_keeps_the_logo_of_its_library(tmp_path: Path) -> None:
    below = a_library(tmp_path / "below", f"{SHORT}{LOGO}png\n", png=a_logo())
    above = a_library(tmp_path / "above", "id: hillside\nextends: hillside\nname: Hillside North\n")

    clinic = read_library([below, above]).clinics["hillside"]

    assert clinic.name == "Hillside North"
    assert clinic.drawing is not None


def test_a_programme_names_a_clinic_that_there_is(tmp_path: Path) -> None:
    folder = a_library(tmp_path, SHORT)
    (folder / "cards/programmes").mkdir(parents=True)
    programme = "id: mine\ntitle: My start\npurpose: Strong legs.\nexercises: [plank]\nclinic: "
    (folder / "cards/programmes/mine.yaml").write_text(f"{programme}hillside\n", encoding="utf-8")
    assert read_library([folder]).programmes["mine"].clinic == "hillside"

    (folder / "cards/programmes/mine.yaml").write_text(f"{programme}hilside\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_library([folder])

    [problem] = caught.value.problems
    assert (problem.name, problem.place.line) == ("unknown-clinic", 5)
    assert "`hillside`" in problem.hint
