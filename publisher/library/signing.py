"""Who has checked what a clinic hands out, and when: fields that a programme and a clinic have alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library.amounts import DateOf
from publisher.library.nodes import width
from publisher.library.records import Field
from publisher.library.shapes import Text
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.library.nodes import Mapping, Scalar


SIGNATURE = (
    Field("reviewed_by", Text(80), "Who has checked it, with the words of its cards.", needed=False),
    Field("reviewed", DateOf(), "The day on which it was checked.", needed=False),
)
NEXT_REVIEW = Field(
    "next_review", DateOf(), "The day on which it is looked at again; a check holds until then.", needed=False
)


def signed_in_full(node: Mapping) -> Iterator[Problem]:
    """Who has checked something says when, and the next time comes later."""
    by, on, again = (_given(node, name) for name in ("reviewed_by", "reviewed", "next_review"))
    if by is not None and on is None:
        sentence = "nothing says on which day this was checked."
        yield Problem("unsigned", sentence, "Add `reviewed:`, such as `reviewed: 2026-03-31`.", by.place, width(by))
    if on is not None and by is None:
        sentence = "nothing says who has checked this."
        hint = "Add `reviewed_by:`, such as `reviewed_by: Alex Reed, physiotherapist`."
        yield Problem("unsigned", sentence, hint, on.place, width(on))
    if on is not None and again is not None and again.text <= on.text:
        sentence = f"the next review, {again.text}, does not come after the last one, {on.text}."
        yield Problem(
            "review-before-review", sentence, "Write the later day as `next_review`.", again.place, width(again)
        )


def _given(node: Mapping, name: str) -> Scalar | None:
    value = node.text(name)
    return None if value is None or value.is_nothing else value
