"""Every layout of cards says whether it takes any size; a publication of it that names none is told so."""

from __future__ import annotations

import importlib

import pytest

from layouts.product import Job
from publisher.geometry import Size
from publisher.handouts import LAYOUTS
from publisher.problems import Phrase
from publisher.workshop import layout_names
from tests.factories import a_setting, read, the_cards, the_deck, the_library
from tests.plans_at_hand import the_plan
from tests.programmes_at_hand import a_programme, handed


@pytest.mark.parametrize("name", layout_names())
def test_a_layout_works_without_a_size_or_says_that_it_has_one(name: str) -> None:
    layout = importlib.import_module(f"layouts.{name.replace('-', '_')}")
    if name in LAYOUTS.values():
        assert hasattr(layout, "ANY_SIZE") or layout.make(handed(a_programme())).faces
        return
    publication = next(one for one in the_library().publications.values() if one.layout == name)
    plan = the_plan(publication.plan) if publication.plan else None
    job = Job(Phrase("A title"), "", the_cards(publication.id), a_setting(None), Size(210, 297), None, plan=plan)

    if hasattr(layout, "ANY_SIZE"):
        return
    made = layout.make(job)
    # Strips show pictures, and this setting has none.
    assert made.faces or [one.name for one in made.problems] == ["no-film-strips"]


@pytest.mark.parametrize("stock", ["poker", "id-1", "avery-l4785", "kores-kpcv1", "a6"])
def test_every_size_carries_when_to_stop_and_what_to_heed_first(stock: str) -> None:
    """Whatever else a small card leaves out."""
    deck = the_deck(stock)

    asked = {str(card.title): card.body for card in the_cards("pocket-cards")}
    for pair in deck.cards:
        body = asked.get(pair.title)
        for text in (*getattr(body, "precautions", ()), *getattr(body, "stop_if", ())):
            assert str(text).rstrip(".") in read(pair.back), (pair.title, text)
