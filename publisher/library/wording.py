"""Words files to nested words: a language, and a region of it that differs only where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.library.laying import merged
from publisher.library.nodes import Mapping, Scalar
from publisher.library.spelling import did_you_mean, listed
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from publisher.model.library import Words
    from publisher.problems import Phrase


def read_words(libraries: Iterable[Sequence[Mapping]], language: str, problems: list[Problem]) -> Words:
    """The words of a language such as `en` or `en-GB`; a later library's words lie over an earlier one's."""
    names = [language.split("-", 1)[0], language] if "-" in language else [language]
    whole: Mapping | None = None
    known: set[str] = set()
    for nodes in libraries:
        files = {_stem(node): node for node in nodes}
        known |= files.keys()
        for name in names:
            if name in files:
                whole = files[name] if whole is None else merged(whole, files[name])
    if whole is None or language not in known:
        problems.append(_unknown(language, known))
    return {} if whole is None else _words(whole, problems)


def _stem(node: Mapping) -> str:
    return node.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _unknown(language: str, known: set[str]) -> Problem:
    hint = f"Write one of {listed(sorted(known))}." if known else "Add `assets/words/en.yaml`."
    sentence = f"there are no words for the language `{language}`."
    return Problem("unknown-language", sentence, did_you_mean(language, known) + hint)


def _words(node: Mapping, problems: list[Problem]) -> Words:
    words: dict[str, Phrase | Words] = {}
    for name, (_, value) in node.fields.items():
        if isinstance(value, Mapping):
            words[name] = _words(value, problems)
        elif isinstance(value, Scalar):
            words[name] = value.phrase
        else:
            hint = "Give each its own name, such as `one: ...` and `two: ...`."
            problems.append(Problem("wrong-type", "this is a list; words are named one by one.", hint, value.place))
    return words
