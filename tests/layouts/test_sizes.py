"""Every layout of cards says whether it takes any size; a publication of it that names none is told so."""

from __future__ import annotations

import importlib

import pytest

from layouts.product import Job
from publisher.geometry import Size
from publisher.problems import Phrase
from publisher.workshop import layout_names
from tests.factories import a_setting, the_cards, the_library


@pytest.mark.parametrize("name", layout_names())
def test_a_layout_works_without_a_size_or_says_that_it_has_one(name: str) -> None:
    layout = importlib.import_module(f"layouts.{name.replace('-', '_')}")
    publication = next(one for one in the_library().publications.values() if one.layout == name)
    job = Job(Phrase("A title"), "", the_cards(publication.id), a_setting(None), Size(210, 297), None)

    assert hasattr(layout, "ANY_SIZE") or layout.make(job).pages
