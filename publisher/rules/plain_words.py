"""Words that a tired adult with little schooling understands, and how they are written."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from publisher.model.card import Card
from publisher.problems import Level
from publisher.rules.rule import Finding, Rule
from publisher.rules.texts import Said, said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from publisher.model.library import Library
    from publisher.model.wording import PlainWords
    from publisher.rules.rule import Worded

NHS = "NHS service manual, content guide"
_SHORTENED = re.compile(
    r"\b(ca|do|does|did|is|are|was|were|wo|would|should|could|has|have|had|must)n['’]t\b"
    r"|\b(it|that|there|what|here|he|she|who|let|how|where|you|we|they|I)['’](s|re|ll|ve|d|m)\b",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\d\s*[–—-]\s*\d")
_DASH = re.compile(r"[–—]| - ")
_NUMBERS = re.compile(
    r"\b(zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|((thir|four|fif|six|seven|eigh|nine)teen)"
    r"|((twen|thir|for|fif|six|seven|eigh|nine)ty)|hundred|thousand|dozen)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b|\b[A-Z]{2,} [A-Z]{2,}\b")
_MARKED = re.compile(r"(?<!\w)(\*{1,2}|_{1,2})\w[^*_]*\w\1(?!\w)|</?[a-z]+>")
_TELEPHONE = re.compile(r"\b(112|111|999|911|A&E|ER)\b")


def hard_words(card: Worded, library: Library) -> Iterator[Finding]:
    """Trade words and Latin, with what to write."""
    plain = _plain(tuple(library.plain_words.values()))
    for text, word in _each(card, _any_of(tuple(plain))) if plain else ():
        yield Finding(f"`{word}` is a hard word.", text, f"Write `{plain[word.lower()]}`.")


@cache
def _plain(lists: tuple[PlainWords, ...]) -> dict[str, str]:
    """What to write for each hard word, by the word in small letters."""
    return {hard.lower(): one.write for each in lists for one in each.words for hard in one.instead_of}


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(longest_first)})\b", re.IGNORECASE)


def _each(card: Worded, pattern: re.Pattern[str], but: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Each find of a pattern, with the text that it stands in; not in the fields `but`. What is heard counts too."""
    for one in (*said(card), *_heard(card)):
        if one.field not in but:
            yield from ((one.text, found) for found in _finds(pattern, str(one.text)))


def _heard(card: Worded) -> Iterator[Said]:
    """What is said to those who do not see the picture, of one side too."""
    if isinstance(card, Card) and card.picture is not None:
        yield from (
            Said("alt", text) for text in (card.picture.alt, getattr(card.picture.alt, "one_side", None)) if text
        )


# While files are watched, most texts are what they were.
@lru_cache(maxsize=65_536)
def _finds(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(match.group(0) for match in pattern.finditer(text))


def short_forms(card: Worded, _: Library) -> Iterator[Finding]:
    """`don't`, `it's`: those who read little miss the small mark."""
    for text, word in _each(card, _SHORTENED):
        yield Finding(f"`{word}` is a short form.", text)


def dashed_ranges(card: Worded, _: Library) -> Iterator[Finding]:
    """A range with a dash is read as a minus, or not at all."""
    for text, found in _each(card, _DASHED):
        yield Finding(f"`{found}` joins two numbers by a dash.", text)


def dashes(card: Worded, _: Library) -> Iterator[Finding]:
    """Two thoughts held together by a dash."""
    for text, _found in _each(card, _DASH):
        if not _DASHED.search(text):
            yield Finding("a dash holds two thoughts together.", text)


def numbers_in_words(card: Worded, _: Library) -> Iterator[Finding]:
    """Numbers that are no digits. `One` may be no number, a title may be a name; ears hear no digits."""
    for text, word in _each(card, _NUMBERS, but=("title", "alt")):
        yield Finding(f"`{word}` is a number in words.", text)


def capitals(card: Worded, _: Library) -> Iterator[Finding]:
    """Words in capitals lose their shape."""
    for text, word in _each(card, _CAPITALS):
        yield Finding(f"`{word}` stands in capitals.", text)


def marked_text(card: Worded, _: Library) -> Iterator[Finding]:
    """Signs for italics or bold, which would be printed as they stand."""
    for text, found in _each(card, _MARKED):
        yield Finding(f"`{found}` is marked by hand and would print as it stands.", text)


def headings(card: Worded, _: Library) -> Iterator[Finding]:
    """A title with a capital inside, a stop at the end, or a question."""
    inner = [word for word in card.title.split()[1:] if word[0].isupper() and len(word) > 1]
    if inner:
        yield Finding(f"`{inner[0]}` has a capital inside a title.", card.title)
    if card.title.endswith(("?", "!", ".", ":")):
        yield Finding(f"this title ends with `{card.title[-1]}`.", card.title)


def telephones(card: Worded, _: Library) -> Iterator[Finding]:
    """Numbers to call belong to a country."""
    for text, word in _each(card, _TELEPHONE):
        yield Finding(f"`{word}` works in some countries only.", text)


# What applies to every text. The title of a publication may be two sentences, as on a poster.
EVERYWHERE = (
    Rule("hard-word", Level.ERROR, f"{NHS}, A to Z; AHRQ PEMAT items 3 and 4", "Write a plain word.", hard_words),
    Rule("short-form", Level.ERROR, f"{NHS}: contractions", "Write both words: `do not`, `cannot`.", short_forms),
    Rule("dashed-range", Level.ERROR, f"{NHS}: ranges", "Write `to`, such as `8 to 12`.", dashed_ranges),
    Rule("dash", Level.ERROR, f"{NHS}: dashes", "Write two sentences.", dashes),
    Rule("number-in-words", Level.ERROR, f"{NHS}: numbers", "Write it in digits.", numbers_in_words),
    Rule("capitals", Level.ERROR, "UKAAF G003: no blocks of capitals", "Write small letters.", capitals),
    Rule("marked-text", Level.ERROR, "UKAAF G003: no italics", "Take the signs away.", marked_text),
    Rule("telephone-number", Level.ERROR, "docs/evidence.md", "Leave it to the words of a country.", telephones),
)
RULES = (
    *EVERYWHERE,
    Rule("heading-style", Level.ERROR, f"{NHS}: headings", "Write a title like a sentence.", headings),
)
