"""The first page of a deck on request: how to print exactly this deck, on this stock, in this order."""

from __future__ import annotations


def draw(press: object, stock: object, cards: int) -> None:
    """Placeholder until written below."""
    raise NotImplementedError(press, stock, cards)
