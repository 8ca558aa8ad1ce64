"""`surefoot review list`: what awaits a review, is overdue, or has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.options import gather, setting_options
from publisher.cli.review_choice import choose, which_cards
from publisher.cli.telling import safe
from publisher.reviews import Standing, seal, standing
from publisher.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.cli.review_choice import Chosen
    from publisher.cli.telling import JSON
    from publisher.cli.voice import Voice
    from publisher.model.card import Card

# What is said of cards that need somebody to look at them, and in which order.
_HEADS = {
    Standing.OVERDUE: "Overdue",
    Standing.CHANGED: "Changed since they were reviewed",
    Standing.AWAITED: "Awaiting a first review",
}
EXAMPLES = (
    "\b\nExamples:\n  surefoot review list --group warning\n  surefoot review list --publication starter --json\n"
)


@click.command(params=[*which_cards(), *setting_options("library", "language")], epilog=EXAMPLES)
@click.option("--json", "as_data", is_flag=True, help="Answer as JSON, with the seal of each card.")
@click.pass_obj
def command(voice: Voice, /, *, as_data: bool, **flags: object) -> None:
    """List what needs a review.

    Cards that await their first one, whose review is overdue, or that have changed since. JSON holds all cards.
    """
    settings, _ = gather(flags)
    chosen = choose(settings, flags)
    if as_data:
        voice.answer([_entry(card, chosen) for card in chosen.cards])
        return
    by = {where: [card for card in chosen.cards if standing(card.review, chosen.today) is where] for where in Standing}
    words = Words(chosen.library.words)
    for where, head in _HEADS.items():
        if by[where]:
            voice.line(f"{head} ({len(by[where])})")
            for line in _table([_row(card, words) for card in by[where]]):
                voice.line(f"  {line}")
            voice.line("")
    voice.line(_summary(by, len(chosen.cards)))


def _row(card: Card, words: Words) -> tuple[str, ...]:
    review = card.review
    due = f", due {review.next}" if review.next else ""
    signed = f"{review.reviewed_by}, {review.date}{due}" if review.reviewed_by else ""
    return words.number_of(card), str(card.id), safe(card.title), safe(signed)


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _summary(by: dict[Standing, list[Card]], count: int) -> str:
    need = count - len(by[Standing.HOLDS])
    if need:
        cards = f"1 of {count} cards needs" if need == 1 else f"{need} of {count} cards need"
        return f"{cards} a review. To print a sheet: surefoot review sheet"
    following = min((card.review.next for card in by[Standing.HOLDS] if card.review.next), default=None)
    first = f" The first is due again on {following}." if following else ""
    return f"The reviews of all {count} cards hold.{first}"


def _entry(card: Card, chosen: Chosen) -> JSON:
    review = card.review
    return {
        "id": str(card.id),
        "title": str(card.title),
        "group": card.group.value,
        "review": standing(review, chosen.today).value,
        "reviewed_by": review.reviewed_by,
        "role": review.role,
        "date": review.date,
        "next": review.next,
        "seal": seal(card, chosen.library),
    }
