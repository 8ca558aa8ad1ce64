"""How hard a text is to read, by two formulas that count words, sentences and syllables.

A lint and never a proof: the NHS service manual uses such numbers only to see where to look first. The maintained
library for it (textstat) fetches a dictionary from the network at run time and brings 50 MB, so syllables are counted
here, as Flesch's rules say them: groups of vowels, without a silent e.
"""

from __future__ import annotations

import math
import re
from functools import cache

from publisher.rules.texts import sentences, words

_VOWELS = re.compile(r"[aeiouy]+")
# An e that is not heard: at the end of a word, also before s and d; heard in -le, -ted, -ded and after hissing letters.
_SILENT = re.compile(r"(?<![aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyszxhgc])es$")
_TWO_SOUNDS = re.compile(r"ia|io(?!n)|eo|ua(?!l)|[aeiou]ing|ism$")
# Words that follow no rule, of those that cards use.
_KNOWN = {
    "area": 3, "being": 2, "breathe": 1, "every": 2, "evening": 2, "exercise": 3, "people": 2, "science": 2,
    "sometimes": 2, "someone": 2, "something": 2, "towards": 2, "whole": 1, "eyes": 1, "knees": 1, "goes": 1,
    "aches": 1,
}  # fmt: skip


@cache
def syllables(word: str) -> int:
    """How many syllables a word has, at least 1. A number counts as 1: it is printed in digits."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if low in _KNOWN:
        return _KNOWN[low]
    if not low.isalpha():
        return 1
    heard = _SILENT.sub("", low)
    return max(1, len(_VOWELS.findall(heard)) + len(_TWO_SOUNDS.findall(heard)))


def grade(texts: list[str]) -> float:
    """The Flesch-Kincaid grade (Kincaid and others 1975): years of school in the United States."""
    ends = sum(len(sentences(text)) for text in texts)
    found = [word for text in texts for word in words(text)]
    if not ends:
        return 0.0
    return 0.39 * len(found) / ends + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


def smog(texts: list[str]) -> float:
    """The SMOG grade (McLaughlin 1969), from words of 3 syllables and more; meant for 30 sentences or more."""
    ends = sum(len(sentences(text)) for text in texts)
    long = sum(syllables(word) >= 3 for text in texts for word in words(text))
    return 1.0430 * math.sqrt(long * 30 / ends) + 3.1291 if ends else 0.0
