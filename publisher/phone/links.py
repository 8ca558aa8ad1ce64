"""Where the page of a card, deck or plan lies: the one rule that the code on a card and the pages of a site share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publisher.model.plan import Plan
    from publisher.model.publication import Publication


def page_name(card_id: str) -> str:
    """The file of a card's page in a site."""
    return f"{card_id}.html"


def file_of_deck(deck: Publication) -> str:
    """The file of a deck's page in a site."""
    return f"deck.{deck.id}.html"


def file_of_plan(plan: Plan) -> str:
    """The file of a plan's page in a site."""
    return f"plan.{plan.id}.html"


def address_of(link: str, card_id: str) -> str:
    """The address of a card's page, under the base that a publication gives as its `link`."""
    return f"{link.rstrip('/')}/{page_name(card_id)}"
