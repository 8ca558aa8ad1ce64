"""Who has checked something says when."""

from __future__ import annotations

import datetime as dt

import pytest

from publisher.library.clinic_shape import CLINIC
from publisher.library.programme_shapes import PROGRAMME
from publisher.library.programme_writing import written
from publisher.library.reading import read_tree
from publisher.library.shapes import Refused

BY = "reviewed_by: Jo Lee\n"
START = {
    "clinic": (CLINIC, "id: mine\nname: Hill Clinic\n"),
    "programme": (PROGRAMME, "id: mine\ntitle: Start\npurpose: Strong legs.\nexercises: [plank]\n"),
}


def read(kind: str, more: str) -> object:
    record, text = START[kind]
    return record.read(read_tree(f"{text}{more}".encode(), "mine.yaml"))


@pytest.mark.parametrize("kind", START)
def test_name_day_and_next_day_are_read(kind: str) -> None:
    found = read(kind, f"{BY}reviewed: 2026-03-02\nnext_review: 2027-03-02\n")

    assert (found.reviewed_by, found.reviewed) == ("Jo Lee", dt.date(2026, 3, 2))
    assert found.next_review == dt.date(2027, 3, 2)


@pytest.mark.parametrize("kind", START)
@pytest.mark.parametrize(
    ("more", "name"),
    [
        (BY, "unsigned"),
        ("reviewed: 2026-03-02\n", "unsigned"),
        (f"{BY}reviewed: 2026-03-02\nnext_review: 2026-03-02\n", "review-before-review"),
        (f"{BY}reviewed: 2026-02-31\n", "not-a-date"),
    ],
)
def test_half_a_signature_is_told(kind: str, more: str, name: str) -> None:
    with pytest.raises(Refused) as caught:
        read(kind, more)

    assert [problem.name for problem in caught.value.problems] == [name]


@pytest.mark.parametrize("more", ["next_review: 2026-03-02\n", "reviewed_by: null\n", ""])
@pytest.mark.parametrize("kind", START)
def test_nobody_has_to_sign(kind: str, more: str) -> None:
    assert read(kind, more).reviewed_by is None


def test_a_signature_is_written_back() -> None:
    programme = read("programme", f"{BY}reviewed: 2026-03-02\nnext_review: 2027-03-02\n")

    assert PROGRAMME.read(read_tree(written(programme).encode(), "mine.yaml")) == programme
