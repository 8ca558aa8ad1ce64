"""Colours that an author forgot to put in quotes. YAML takes them for notes, and would complain of something else."""

from __future__ import annotations

import re

from publisher.problems import Place, Problem

# Behind a field that has a line of its own, or in the braces behind one.
_BARE = re.compile(
    r"^ *[\w-]+: +(?:\{(?:[^#\n\"']|\"[^\"\n]*\"|'[^'\n]*'){0,200}: +)?(#[0-9A-Fa-f]{6})\b", re.MULTILINE
)


def bare_colours(text: str, file: str) -> list[Problem]:
    """A problem for each line that has one."""
    if ": #" not in text:
        return []
    return [_problem(found, text, file) for found in _BARE.finditer(text)]


def _problem(found: re.Match[str], text: str, file: str) -> Problem:
    colour, start = found[1], found.start(1)
    place = Place(file, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    sentence = f"`{colour}` without quotes is a note, because it starts with #."
    return Problem("not-a-colour", sentence, f'Write it in quotes: "{colour}".', place, len(colour))
