"""The first page leads to everything, the new to their own session, and says no title twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model.card import Review
from publisher.phone.kit import Kit
from publisher.phone.start_page import short_title, start_page
from publisher.problems import Phrase
from tests.factories import the_library
from tests.phone.conftest import a_shop
from tests.phone.reading import Read


@pytest.fixture(scope="module")
def kit(shop) -> Kit:
    return Kit.of(shop, [])


def links(page) -> list[str]:
    return [one["href"] for one in Read(page.body).all("a")]


def test_all_decks_and_plans_are_reached_and_starter_first(kit) -> None:
    found = links(start_page(kit))

    assert {f"deck.{deck.id}.html" for deck in kit.decks()} <= set(found)
    assert {f"plan.{name}.html" for name in the_library().plans} <= set(found)
    assert next(one for one in found if one.startswith("deck.")) == "deck.starter.html"


def test_a_library_without_sessions_and_plans_has_a_first_page() -> None:
    library = the_library()
    few = library._replace(plans={}, publications={"pocket-gear": library.publications["pocket-gear"]})

    found = links(start_page(Kit.of(a_shop(few), [])))

    assert "deck.pocket-gear.html" in found
    assert not [one for one in found if one.startswith(("plan.", "#"))]


def test_it_says_that_cards_are_not_yet_reviewed_until_all_are(shop) -> None:
    library = the_library()
    signed = {name: replace(card, review=Review(reviewed_by=Phrase("A. B."))) for name, card in library.cards.items()}

    said = "Not yet reviewed by a physiotherapist"
    assert said in start_page(Kit.of(shop, [])).body
    assert said not in start_page(Kit.of(shop, [])._replace(library=library._replace(cards=signed))).body


def test_what_several_titles_begin_with_is_said_once(kit) -> None:
    decks = {str(deck.id): deck for deck in kit.decks()}

    assert short_title(decks["pocket-gear"], list(decks.values())) == "Gear"
    assert short_title(decks["pocket-gear"], [decks["pocket-gear"]]) == str(decks["pocket-gear"].title)
    assert short_title(decks["starter"], list(decks.values())) == "Starter"
