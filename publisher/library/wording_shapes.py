"""The fields of plain words and of advice that is never given."""

from __future__ import annotations

from publisher.library.records import Field, Record
from publisher.library.several import ListOf
from publisher.library.shapes import ID, Fragment, Text
from publisher.model.wording import Never, PlainWord, PlainWords

_WORD = Fragment(40)
_PLAIN_WORD = Record(
    "a plain word",
    PlainWord,
    (
        Field("write", Text(80), "What to write."),
        Field("instead_of", ListOf(_WORD, 1, 20), "The hard words in whose place it goes."),
    ),
)
PLAIN_WORDS = Record(
    "a list of plain words",
    PlainWords,
    (
        Field("id", ID, "The name of the list. A library may have several."),
        Field("words", ListOf(_PLAIN_WORD, 1, 400), "Plain words, each with the hard ones that it replaces."),
    ),
)
NEVER = Record(
    "advice that is never given",
    Never,
    (
        Field("id", ID, "Its name."),
        Field("what", Fragment(80), "What a line does that gives it, after “this line”."),
        Field("words", ListOf(ListOf(_WORD, 1, 20), 1, 4), "Groups of words; a sentence with one of each gives it."),
        Field("because", Text(160), "Why it is never given."),
        Field("instead", Text(160), "What to write, or do, instead."),
        Field("sign", ID, "The card of the warning sign that forbids it.", needed=False),
        Field("sources", ListOf(ID, 0, 6), "Keys of the sources that speak against it.", needed=False),
        Field("unless", ListOf(_WORD, 0, 12), "Words that make a sentence say the opposite.", needed=False),
    ),
)
