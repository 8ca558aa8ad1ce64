"""Which sources a page names where it has room for few."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from publisher.model.card import EvidenceLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.card import Card
    from publisher.problems import Phrase


def most_cited(cards: Sequence[Card], most: int) -> list[Phrase]:
    """The keys of the sources on which most of these cards rest, the most used first; of those with a proof."""
    proven = [card for card in cards if card.evidence.level is not EvidenceLevel.COMMON_PRACTICE]
    used = Counter(key for card in proven for key in card.evidence.sources)
    return [key for key, _ in used.most_common(most)]
