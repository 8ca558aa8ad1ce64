"""The PEMAT-P sheet as lines for people and as data for programs."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.cli.telling import JSON
    from publisher.rules.pemat import Judged, Sheet

_WIDTH = 96


def as_lines(sheet: Sheet) -> Iterator[str]:
    """A line an item, and under it the cards that do not agree; then the sum, and what is left to a person."""
    for one in sheet.items:
        yield f"{one.item.number:>3}  {one.item.asks:<48} {_found(one)}"
        if one.disagree:
            yield from textwrap.wrap(", ".join(one.disagree), _WIDTH, initial_indent=" " * 5, subsequent_indent=" " * 5)
    agreed = sum(one.agrees for one in sheet.judged)
    yield ""
    yield f"All cards agree with {agreed} of the {len(sheet.judged)} items that a program can judge ({sheet.score} %)."
    left = [str(one.item.number) for one in sheet.items if one.item.why_not.startswith("for a person")]
    yield f"Items {', '.join(left)} are left to a person. 70 % is what is usually called a pass."
    # `z`: a mean a little below nothing is 0.0, and not -0.0.
    yield f"Mean grade {sheet.grade:z.1f} (Flesch-Kincaid) and {sheet.smog:z.1f} (SMOG), read in {sheet.seconds:.0f} s."


def as_data(sheet: Sheet) -> dict[str, JSON]:
    """The same for programs."""
    items: list[JSON] = [
        {
            "number": one.item.number,
            "asks": one.item.asks,
            "cards": one.asked,
            "disagree": [*one.disagree],
            "agrees": one.agrees if one.asked else None,
            "why_not": one.item.why_not or None,
        }
        for one in sheet.items
    ]
    return {"items": items, "score": sheet.score, "grade": sheet.grade, "smog": sheet.smog, "seconds": sheet.seconds}


def _found(one: Judged) -> str:
    if not one.asked:
        return one.item.why_not
    if one.agrees:
        return "agree"
    return f"disagree: {len(one.disagree)} of {one.asked} cards"
