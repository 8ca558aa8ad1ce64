"""What is better not said: hard words with plain ones for them, and advice that is never given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from publisher.problems import Phrase


class PlainWord(NamedTuple):
    """What to write, and the words in whose place it goes. `write` may say how to do without."""

    write: Phrase
    instead_of: tuple[Phrase, ...]


class PlainWords(NamedTuple):
    """A list of plain words."""

    id: Phrase
    words: tuple[PlainWord, ...]


class Never(NamedTuple):
    """Advice that is never given.

    A sentence gives it when it holds a word that begins with one of each group of `words` and none of `unless`.
    `what` follows "this line" in the message, `because` says why not, `instead` what to write; `sign` is the card
    of the warning sign that forbids it.
    """

    id: Phrase
    what: Phrase
    words: tuple[tuple[Phrase, ...], ...]
    because: Phrase
    instead: Phrase
    sign: Phrase | None = None
    sources: tuple[Phrase, ...] = ()
    unless: tuple[Phrase, ...] = ()
