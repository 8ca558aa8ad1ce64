"""Words that are wider than their column, such as a mail address: where they go on in the next line.

After an @, a slash, a hyphen or an underscore, and before a dot, so that whoever copies an address sees that it goes
on; a word without any of these breaks where the line is full. No hyphen is added: it would be taken for a part of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from publisher.typesetting.fonts import Typeface
    from publisher.typesetting.lines import Span, Word

_NO_BREAK_SPACE = "\u00a0"
_PLACES = re.compile(rf"(?<=[@_{_NO_BREAK_SPACE}-])|(?<=/)(?!/)|(?=\.)")


def broken_up(typeface: Typeface, words: Iterable[Word], room: float, tracking: float = 0.0) -> Iterator[Word]:
    """The words, those wider than the room in as few parts as fit into it; all widths in 1/1000 em."""
    for word in words:
        if word.width <= room:
            yield word
        else:
            yield from _parts(typeface, word, room, tracking)


def _parts(typeface: Typeface, word: Word, room: float, tracking: float) -> Iterator[Word]:
    held: tuple[Span, ...] = ()
    for piece in _pieces(typeface, word, room, tracking):
        longer = _joined(held, piece)
        if held and _width(typeface, longer, tracking) > room:
            yield _ended(typeface, word, held, tracking)
            longer = (piece,)
        held = longer
    yield _ended(typeface, word, held, tracking)._replace(goes_on=word.goes_on)


def _pieces(typeface: Typeface, word: Word, room: float, tracking: float) -> Iterator[Span]:
    """What is kept together if it can be, else its letters one by one."""
    for span in word.pieces:
        for text in filter(None, _PLACES.split(span.text)):
            whole = span._replace(text=text)
            if _width(typeface, (whole,), tracking) <= room:
                yield whole
            else:
                yield from (span._replace(text=letter) for letter in text)


def _joined(held: tuple[Span, ...], piece: Span) -> tuple[Span, ...]:
    if held and held[-1].weight is piece.weight:
        return (*held[:-1], piece._replace(text=held[-1].text + piece.text))
    return (*held, piece)


def _width(typeface: Typeface, pieces: Sequence[Span], tracking: float) -> float:
    return sum(typeface.width(piece.text, piece.weight) + len(piece.text) * tracking for piece in pieces)


def _ended(typeface: Typeface, word: Word, pieces: tuple[Span, ...], tracking: float) -> Word:
    """A part that ends its line; where it ended with a space anyway, none is read into the word."""
    last = pieces[-1]
    spaced = last.text.endswith(_NO_BREAK_SPACE)
    if spaced:
        pieces = (*pieces[:-1], last._replace(text=last.text.rstrip(_NO_BREAK_SPACE)))
    width, letters = _width(typeface, pieces, tracking), sum(len(piece.text) for piece in pieces)
    return word._replace(pieces=pieces, width=round(width), letters=letters, goes_on=not spaced)
