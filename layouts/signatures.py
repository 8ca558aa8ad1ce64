"""What a page says of a review where room is short: a signature never costs the words beside it their size."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from publisher.model.card import Card, Review
    from publisher.typesetting.face import Face


def longest(draw: Callable[[tuple[Card, ...]], Sequence[Face]], cards: Sequence[Card]) -> Sequence[Face]:
    """The faces with as much said of the reviews as they hold; the least where nothing fits."""
    faces: Sequence[Face] = ()
    for said in shorter(cards):
        faces = draw(said)
        if all(face.fits for face in faces):
            break
    return faces


def shorter(cards: Sequence[Card]) -> Iterator[tuple[Card, ...]]:
    """The cards with all that there is to say; without the next review; without the profession; with the year alone."""
    yield tuple(cards)
    if any(card.review.holds for card in cards):
        for form in (_without_next, _without_role, _in_a_year):
            cards = tuple(replace(card, review=form(card.review)) for card in cards)
            yield cards


def _without_next(review: Review) -> Review:
    return review._replace(next=None)


def _without_role(review: Review) -> Review:
    return review._replace(role=None)


def _in_a_year(review: Review) -> Review:
    return review._replace(date=None if review.date is None else _year(review.date))


def _year(date: Phrase) -> Phrase:
    return Phrase(date[:4], date.place)
