"""What libyaml says about a file it cannot read, in an author's words."""

from __future__ import annotations

import re

from publisher.problems import Place, Problem

# libyaml's own words (scanner.c and parser.c of libyaml 0.2.5), then ours: what is wrong, what would be right.
_SAID = (
    (
        "mapping values are not allowed",
        "there is a colon here where a text goes on.",
        'Put the whole text in double quotes: "Hips: over your feet".',
    ),
    (
        "could not find expected ':'",
        "this line is neither a field nor an entry of a list.",
        "Write `name: text` or `- text`, with the space, and indent a text that goes on from the line above.",
    ),
    (
        "did not find expected key",
        "this line does not line up with the fields above it.",
        "Give all fields of one group the same number of spaces, and put a text that holds quotes wholly in quotes.",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not line up with the entries of the list above it.",
        "Start each entry of a list with `- `, all with the same number of spaces.",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin in the middle of a line.",
        "Start it on the next line, each entry with `- `.",
    ),
    (
        "did not find expected ',' or ']'",
        "a list that opens with `[` is not closed, or a comma is missing in it.",
        "Write `[one, two]`.",
    ),
    (
        "did not find expected ',' or '}'",
        "a group of fields that opens with `{` is not closed, or a comma is missing in it.",
        "Write `{sets: 3, reps: 8}`.",
    ),
    (
        "found unexpected end of stream",
        "a quote opens here and is never closed.",
        'Close it with the same quote: "like this".',
    ),
    (
        "found unexpected document indicator",
        "a quote opens here and is never closed.",
        'Close it with the same quote: "like this".',
    ),
    (
        "cannot start any token",
        "a text cannot begin with this sign.",
        'Put the text in double quotes: "@ the top".',
    ),
    (
        "found unknown escape character",
        "a backslash in double quotes starts a code, and this one is unknown.",
        "Write two backslashes, or use single quotes.",
    ),
    (
        "did not find expected <document start>",
        "the file goes on here after its end.",
        "Indent this line so that it belongs to a field, or delete it.",
    ),
    (
        "did not find expected node content",
        "a value is missing here.",
        'Write the value, or "" for an empty text.',
    ),
    ("undefined tag handle", "a value cannot carry a tag such as `!text`.", "Put the value in double quotes."),
)

# What the line before the place can tell beyond that: libyaml's words, what the line looks like, and ours.
_SEEN = (
    (
        "mapping values are not allowed",
        re.compile(r" *[\w-]+"),
        "this field does not line up with the fields above it.",
        "Give all fields of one group the same number of spaces, and see that the line above reads `name: text`.",
    ),
    (
        "did not find expected",
        re.compile(r".*[^ ].*(\"|') *"),
        "the quotes close before this, and the text goes on.",
        'Put the whole text in double quotes: "It\'s a hill".',
    ),
)

# Lists and fields inside one another; a card needs four.
MOST_DEPTH = 12


def too_deep(place: Place) -> Problem:
    """The problem of brackets or spaces too many."""
    sentence = f"lists and fields are nested more than {MOST_DEPTH} deep here."
    return Problem("too-deep", sentence, "Look for a bracket too many, or a line indented too far.", place)


def complaint(place: Place, said: str, context: str, before: str) -> Problem:
    """The problem for libyaml's words; `before` is what stands in the line before the place."""
    if "maximum nesting depth" in said:
        return too_deep(place)
    for theirs, looks, sentence, hint in _SEEN:
        if theirs in said and looks.fullmatch(before):
            return Problem("not-yaml", sentence, hint, place)
    for theirs, sentence, hint in _SAID:
        if theirs in said:
            return Problem("not-yaml", sentence, hint, place)
    about = f"{context}, {said}" if context else said
    hint = 'Try the text in double quotes: "like this".'
    return Problem("not-yaml", f"this cannot be read as YAML ({about}).", hint, place)
