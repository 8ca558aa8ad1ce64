"""Every word of the library is spelt as a dictionary has it, or stands in `words.txt` beside this file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spellchecker import SpellChecker

from publisher.library.overlays import read_library
from publisher.problems import Phrase
from publisher.rules.texts import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.card import Card

LIBRARY = read_library([])
OURS = Path(__file__).with_name("words.txt")
_WORD = re.compile(r"[a-z]{2,}(?:'[a-z]+)?", re.IGNORECASE)
# What stands in braces is filled in by the program.
_FILLED_IN = re.compile(r"\{[^}]*\}")


def texts_of(card: Card) -> Iterator[str]:
    yield from (one.text for one in said(card))
    yield from (card.evidence.note or "", card.picture.alt if card.picture else "", *card.equipment, *card.also_called)


def texts_beside_cards() -> Iterator[str]:
    yield from _phrases(LIBRARY.words)
    for publication in LIBRARY.publications.values():
        yield from (publication.title, publication.subtitle or "")
    for programme in LIBRARY.programmes.values():
        yield from (one.text for one in said(programme))
    for figure in LIBRARY.figures.values():
        yield figure.name


def _phrases(words: object) -> Iterator[str]:
    if isinstance(words, Phrase):
        yield _FILLED_IN.sub(" ", words)
    elif isinstance(words, dict):
        for inner in words.values():
            yield from _phrases(inner)


def words_of(text: str) -> set[str]:
    return {word.lower().removesuffix("'s") for word in _WORD.findall(text.replace("’", "'"))}


ALLOWED = {line for line in OURS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
SPELLING = SpellChecker()


@pytest.mark.parametrize("card", LIBRARY.cards.values(), ids=lambda card: str(card.id))
def test_a_card_is_spelt_well(card: Card) -> None:
    words = {word for text in texts_of(card) for word in words_of(text)}

    assert sorted(SPELLING.unknown(words) - ALLOWED) == []


def test_what_stands_beside_cards_is_spelt_well() -> None:
    words = {word for text in texts_beside_cards() for word in words_of(text)}

    assert sorted(SPELLING.unknown(words) - ALLOWED) == []


def test_our_own_words_are_still_needed() -> None:
    texts = [text for card in LIBRARY.cards.values() for text in texts_of(card)] + [*texts_beside_cards()]
    used = {word for text in texts for word in words_of(text)}

    assert sorted(ALLOWED - SPELLING.unknown(used)) == []


def test_a_slip_is_found() -> None:
    assert SPELLING.unknown({"sholder", "strenght", "shoulder"}) == {"sholder", "strenght"}
