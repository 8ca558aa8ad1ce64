"""Which sources a page names where it has room for few, and how a source is named to somebody who may look it up."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from publisher.model.card import EvidenceLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.model.card import Card, Source
    from publisher.problems import Phrase
    from publisher.words import Words

# More names than these are not all printed.
FEW = 2


def most_cited(cards: Sequence[Card], most: int) -> list[Phrase]:
    """The keys of the sources on which most of these cards rest, the most used first; of those with a proof."""
    proven = [card for card in cards if card.evidence.level is not EvidenceLevel.COMMON_PRACTICE]
    used = Counter(key for card in proven for key in card.evidence.sources)
    return [key for key, _ in used.most_common(most)]


def cite(words: Words, source: Source) -> str:
    """A source by its authors, or whoever publishes it, and its year: as on a card where that tells its year."""
    if source.short.endswith(str(source.year)):
        return str(source.short)
    return words.say("handout.source", authors=_authors(words, source), year=source.year)


def _authors(words: Words, source: Source) -> str:
    """All where they are few, else the first and others."""
    names = re.split(r", | and ", source.authors)
    return words.say("handout.authors", first=names[0]) if len(names) > FEW else str(source.authors)
