from __future__ import annotations

from pathlib import Path

import pytest

from publisher.people.faults import Code, Fault


@pytest.mark.parametrize("code", Code)
def test_every_code_has_words(code):
    assert code.sentence
    assert code.value == code.value.lower()
    assert not code.sentence.endswith(".")


def test_a_fault_of_another_room_is_told_by_its_name_alone():
    assert Fault(3, "does-not-fit").sentence == "this cannot be printed as it is"


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained_to_those_who_read_a_report(code):
    page = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")

    assert f"`{code.value}`" in page
