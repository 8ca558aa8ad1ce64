"""Where a card's page lies on the web: the one rule that the code on a card and the pages of a site share."""

from __future__ import annotations


def page_name(card_id: str) -> str:
    """The file of a card's page in a site."""
    return f"{card_id}.html"


def address_of(link: str, card_id: str) -> str:
    """The address of a card's page, under the base that a publication gives as its `link`."""
    return f"{link.rstrip('/')}/{page_name(card_id)}"
