"""Near misses and lists of words, as an author reads them."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from publisher.words import Words

_PUNCTUATION = str.maketrans({"_": " ", "-": " ", ":": " ", "*": " ", ".": " ", "#": " "})


def nearest(word: str, words: Collection[str]) -> str | None:
    """The known word most like this one, if one is."""
    found = difflib.get_close_matches(word.lower()[:80], words, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, words: Collection[str]) -> str:
    """The words "Did you mean `reps`? ", or nothing."""
    near = nearest(word, words)
    return f"Did you mean `{near}`? " if near else ""


# What is written for a country whose code is another (ISO 3166-1).
_CODES = {
    **dict.fromkeys(("UK", "ENGLAND", "SCOTLAND", "WALES", "BRITAIN", "GREAT BRITAIN", "UNITED KINGDOM"), "GB"),
    **dict.fromkeys(("USA", "AMERICA", "UNITED STATES"), "US"),
}


def country_meant(name: str, countries: Collection[str] = ()) -> str:
    """The words "Did you mean `GB`? " where UK or gb was written, or nothing; `countries` are codes that there are."""
    code = _CODES.get(name.upper(), name.upper())
    return f"Did you mean `{code}`? " if code != name and (code in countries or code in _CODES.values()) else ""


def listed(words: Iterable[str], joint: str = "or") -> str:
    """The words as "`a`, `b` or `c`"."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} {joint} {last}" if most else last


def synonyms(words: Words, path: str) -> dict[str, str]:
    """What people write, as `plain` makes it, and what it stands for, from a table of the words file."""
    table = words.table["list"]
    found = {} if isinstance(table, str) else table[path]
    pairs = {} if isinstance(found, str) else found
    return {
        plain(synonym): name for name, said in pairs.items() if isinstance(said, str) for synonym in said.split(",")
    }


def plain(text: str) -> str:
    """A heading or a word without what people write differently: capitals, hyphens, colons, spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_PUNCTUATION)
    return " ".join(folded.split())
