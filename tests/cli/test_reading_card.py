from __future__ import annotations

import pytest

from publisher.cli.reading_card import parts
from publisher.library.overlays import read_library
from publisher.problems import Phrase
from publisher.words import Words

LIBRARY = read_library()
# Fields that say where something is, or that belong to a picture.
UNSAID = {"beside", "caption", "card", "figure", "person", "pose"}


def phrases(value: object) -> set[str]:
    """Every text in the body of a card that an author wrote to be read."""
    if isinstance(value, Phrase):
        return {str(value)}
    if isinstance(value, tuple):
        names = getattr(value, "_fields", ("",) * len(value))
        said = (item for name, item in zip(names, value, strict=True) if name not in UNSAID)
        return {text for item in said for text in phrases(item)}
    return set()


@pytest.mark.parametrize("name", LIBRARY.cards)
def test_nothing_that_the_author_wrote_is_lost(name: str) -> None:
    card = LIBRARY.cards[name]
    said = "\n".join(line.text for part in parts(card, LIBRARY, Words(LIBRARY.words)) for line in part.lines)

    body = card.body._replace(**dict.fromkeys(UNSAID_IN.get(type(card.body).__name__, ())))
    assert {text for text in phrases(body) if text not in said} == set()


# Short forms for lists, the same signs in other words; and the id of another card. A dose is said in words.
UNSAID_IN = {"WarningSign": ("short", "brief", "front", "alone"), "FormFault": ("cue",), "Movement": ("dose",)}
