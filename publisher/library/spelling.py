"""Near misses and lists of words, as an author reads them."""

from __future__ import annotations

import difflib
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

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
    "NORTHERN IRELAND": "GB",
    **dict.fromkeys(("USA", "AMERICA", "UNITED STATES", "UNITED STATES OF AMERICA"), "US"),
    **dict.fromkeys(("REPUBLIC OF IRELAND", "EIRE"), "IE"),
    "HOLLAND": "NL",
}


def country_meant(name: str, countries: Collection[str] = ()) -> str:
    """The words "Did you mean `GB`? " where UK or gb was written, or nothing; `countries` are codes that there are."""
    code = _CODES.get(name.upper(), name.upper())
    return f"Did you mean `{code}`? " if code != name and (code in countries or code in _CODES.values()) else ""


def country_code(said: str, names: Mapping[str, str]) -> str | None:
    """The code of a country by its code or its name, in whatever capitals; `names` are those that there are, by code.

    "UK", "u.k.", "Scotland" and "United Kingdom" are all GB.
    """
    known = {_bare(name): code for code, name in names.items()} | {_bare(code): code for code in names}
    meant = {_bare(name): code for name, code in _CODES.items() if code in names}
    return known.get(_bare(said)) or meant.get(_bare(said))


def _bare(name: str) -> str:
    """A name of a country without what people write differently."""
    return plain(name.replace(".", "")).removeprefix("the ")


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
