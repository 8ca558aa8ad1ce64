"""Words files to nested words: a language, and a region of it that differs only where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library.laying import merged
from publisher.library.nodes import Mapping, Scalar
from publisher.library.spelling import did_you_mean, listed
from publisher.library.wording_check import word_problems
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.model.library import Words
    from publisher.problems import Phrase

# The language that has every word; the others are held against it.
_PATTERN = "en"


def read_words(libraries: Iterable[Sequence[Mapping]], language: str, problems: list[Problem]) -> Words:
    """The words of a language such as `en` or `en-GB`; a later library's words lie over an earlier one's."""
    names = [language.split("-", 1)[0], language] if "-" in language else [language]
    whole: Mapping | None = None
    pattern: Mapping | None = None
    known: set[str] = set()
    for nodes in libraries:
        files = {_stem(node): node for node in nodes}
        known |= files.keys()
        pattern = pattern or files.get(_PATTERN)
        for name in names:
            if name in files:
                whole = files[name] if whole is None else merged(whole, files[name])
    if whole is None or language not in known:
        problems.append(_unknown(language, known))
    if whole is None:
        return {}
    words = _words(whole)
    problems += word_problems(whole, pattern or whole)
    return words


def _stem(node: Mapping) -> str:
    return node.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _unknown(language: str, known: set[str]) -> Problem:
    hint = f"Write one of {listed(sorted(known))}." if known else "Add `assets/words/en.yaml`."
    sentence = f"there are no words for the language `{language}`."
    return Problem("unknown-language", sentence, did_you_mean(language, known) + hint)


def _words(node: Mapping) -> Words:
    words: dict[str, Phrase | Words] = {}
    for name, (_, value) in node.fields.items():
        if isinstance(value, Mapping):
            words[name] = _words(value)
        elif isinstance(value, Scalar):
            words[name] = value.phrase
    return words
