"""Near misses and lists of words, as an author reads them."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def nearest(word: str, words: Collection[str]) -> str | None:
    """The known word most like this one, if one is."""
    found = difflib.get_close_matches(word.lower()[:80], words, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, words: Collection[str]) -> str:
    """The words "Did you mean `reps`? ", or nothing."""
    near = nearest(word, words)
    return f"Did you mean `{near}`? " if near else ""


def listed(words: Iterable[str], joint: str = "or") -> str:
    """The words as "`a`, `b` or `c`"."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} {joint} {last}" if most else last
