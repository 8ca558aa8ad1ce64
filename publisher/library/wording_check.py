"""Whether the words of a language are all there, and fill in only what the program can fill in.

The built-in English words are the pattern: what they have, every language and every change must keep.
"""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

from publisher.library.nodes import Mapping, Node, Scalar, width
from publisher.library.spelling import did_you_mean, listed
from publisher.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

# Groups whose entries are for the author to add to; each entry is like the one named here.
_OPEN = {"countries": "112", "emergency_note": "112"}
# What the texts of a tier may fill in: what is known of a country.
_OF_A_COUNTRY = frozenset({"name", "emergency", "hospital", "doctor"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def word_problems(words: Mapping, pattern: Mapping) -> Iterator[Problem]:
    """Everything that the program would look for in vain among these words, or could not fill in."""
    yield from _group(words, pattern, ())
    language, country = words.value("language"), words.value("country")
    if isinstance(language, Scalar) and not _LANGUAGE.fullmatch(language.text):
        hint = "Write it like `en` or `en-GB`."
        yield Problem("not-a-language", f"`{language.text}` is not the code of a language.", hint, language.place)
    countries = words.value("countries")
    if isinstance(country, Scalar) and isinstance(countries, Mapping) and country.text not in countries.fields:
        hint = f"Write one of {listed(countries.fields)}, or add it under `countries`."
        yield Problem("unknown-country", f"there is no country `{country.text}` here.", hint, country.place)


def _group(words: Mapping, pattern: Mapping, path: tuple[str, ...]) -> Iterator[Problem]:
    example = pattern.fields.get(_OPEN.get(".".join(path), ""))
    for name, (key, value) in words.fields.items():
        entry = pattern.fields.get(name) or example
        if entry is None:
            hint = _hint(name, pattern)
            sentence = f"`{name}` is not one of the words that the program says."
            yield Problem("unknown-word", sentence, hint.rstrip(), key.place, max(1, len(name)))
        else:
            yield from _one(value, entry[1], (*path, name))
    # Codes of countries are no words; a language writes those that it knows.
    needed = [name for name in pattern.fields if example is None or name.islower()]
    for name in needed:
        if name not in words.fields:
            sentence = f"the words need `{'.'.join((*path, name))}`, which is not here."
            yield Problem("missing-word", sentence, f"Add `{name}:` with its words.", words.place)


def _hint(name: str, pattern: Mapping) -> str:
    """The group that has such a word, or the nearest word here, or all."""
    homes = [
        group for group, (_, entry) in pattern.fields.items() if isinstance(entry, Mapping) and name in entry.fields
    ]
    if homes:
        return f"Write it below {listed(f'{home}:' for home in homes)}, indented."
    return did_you_mean(name, list(pattern.fields)) or f"There are {listed(pattern.fields, 'and')}."


def _one(value: Node, pattern: Node, path: tuple[str, ...]) -> Iterator[Problem]:
    name = ".".join(path)
    if isinstance(pattern, Mapping):
        if isinstance(value, Mapping):
            yield from _group(value, pattern, path)
        else:
            hint = f"Write {listed(pattern.fields, 'and')} below it, indented."
            yield Problem("wrong-type", f"`{name}` is a group of words.", hint, value.place, width(value))
    elif not isinstance(value, Scalar):
        yield Problem("wrong-type", f"`{name}` is a single text.", f"Write `{path[-1]}: words`.", value.place)
    elif isinstance(pattern, Scalar):
        yield from _text(value, pattern, path)


def _text(value: Scalar, pattern: Scalar, path: tuple[str, ...]) -> Iterator[Problem]:
    if value.is_nothing or (not value.text.strip() and pattern.text.strip()):
        yield Problem("no-value", "a word is missing here.", f"Write the words for `{'.'.join(path)}`.", value.place)
    elif "{" in value.text or "}" in value.text:
        known = _OF_A_COUNTRY if path[0] == "tiers" else _blanks(pattern.text)
        if known:
            yield from _filled(value, known)


def _filled(value: Scalar, known: frozenset[str]) -> Iterator[Problem]:
    hint = f"This text can hold {listed(sorted(f'{{{name}}}' for name in known), 'and')}."
    try:
        strange = sorted(_blanks(value.text) - known)
    except ValueError:
        sentence = "a brace stands here without its partner."
        yield Problem("unknown-blank", sentence, hint, value.place, width(value))
        return
    if strange:
        sentence = f"{listed((f'{{{name}}}' for name in strange), 'and')} is not filled in here."
        yield Problem("unknown-blank", sentence, hint, value.place, width(value))


def _blanks(text: str) -> frozenset[str]:
    """The names in braces, with all that stands beside them: `{name!r:5}` is no name of ours."""
    parts = Formatter().parse(text)
    return frozenset(
        f"{name}{f'!{turn}' if turn else ''}{f':{form}' if form else ''}"
        for _, name, form, turn in parts
        if name is not None
    )
