"""A clinic from answers: written so that it reads back, with a logo that is known by what is in it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from publisher.library.clinic_writing import clinic_of, read_logo, written
from publisher.library.reading import read_tree
from publisher.problems import InputError

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = {"id": "ours", "name": "O'Neill: Physio #1", "address": ["12 Mill Lane", "- Hilltown"], "phone": "01234"}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h6v6z"/></svg>'


def a_picture(kind: str) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (60, 20), (11, 95, 92)).save(data, kind)
    return data.getvalue()


def test_what_is_written_reads_back_to_the_same() -> None:
    clinic = clinic_of(ANSWERS, ["GB"])

    assert clinic.name == ANSWERS["name"]
    assert list(clinic.address) == ANSWERS["address"]
    assert read_tree(written(ANSWERS).encode(), "ours.yaml").value("name").text == ANSWERS["name"]


@pytest.mark.parametrize(
    ("field", "answer", "says"),
    [
        ("email", "foo", "`foo` is not a mail address"),
        ("country", "UK", "there is no country `UK`"),
        ("country", "uk", "`uk` is not a country"),
        ("name", "x" * 90, "90 characters"),
    ],
)
def test_what_the_reader_would_refuse_is_told_without_a_place(field: str, answer: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        clinic_of({**ANSWERS, field: answer}, ["GB"])

    (problem,) = caught.value.problems
    assert says in problem.sentence
    assert problem.place is None
    assert field != "country" or "Did you mean `GB`?" in problem.hint


@pytest.mark.parametrize(("data", "ending"), [(a_picture("PNG"), "png"), (a_picture("JPEG"), "jpg"), (SVG, "svg")])
@pytest.mark.parametrize("name", ["logo.png", "logo.svg", "logo"])
def test_a_logo_is_known_by_what_is_in_it(tmp_path: Path, data: bytes, ending: str, name: str) -> None:
    (tmp_path / name).write_bytes(data)

    assert read_logo(tmp_path / name) == (data, ending)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"hello", "not-a-picture"),
        (b"", "not-a-picture"),
        (b"%PDF-1.7", "not-a-picture"),
        (a_picture("PNG")[:60], "damaged-picture"),
        (b"<svg><script/></svg>", None),
    ],
)
def test_what_is_no_logo_is_told_by_the_name_of_its_file(tmp_path: Path, data: bytes, name: str | None) -> None:
    (tmp_path / "logo.png").write_bytes(data)

    with pytest.raises(InputError) as caught:
        read_logo(tmp_path / "logo.png")

    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.file.endswith("logo.png")
    assert name in {problem.name, None}
