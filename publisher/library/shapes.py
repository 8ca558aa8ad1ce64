"""What a field may hold, as values that read it, write its JSON Schema and say it in words.

The reader, the schema that editors use and the authoring guide all come from these, so that they cannot
disagree. A shape reads a node or raises `Refused` with everything that is wrong in it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping as Table
from collections.abc import Sequence as Row
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from publisher.library.nodes import Node, Scalar, Sequence, width
from publisher.library.spelling import did_you_mean, listed
from publisher.problems import Phrase, Problem

if TYPE_CHECKING:
    from enum import Enum

JSON = str | int | float | bool | None | Row["JSON"] | Table[str, "JSON"]
Schema = dict[str, JSON]
Read = TypeVar("Read")
Read_co = TypeVar("Read_co", covariant=True)
Chosen = TypeVar("Chosen", bound="Enum")

# One space between words, however the text was wrapped in the file. Spaces that do not break are kept.
_WHITE = re.compile(r"[ \n]+")
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Refused(Exception):
    """What was written is not what the field takes; everything that is wrong is inside."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


class Shape(Protocol[Read_co]):
    """What a field may hold. `schema(whole=False)` is for a change to a card, where parts may be left out."""

    def read(self, node: Node) -> Read_co:
        """The value, or `Refused`."""
        ...

    def schema(self, *, whole: bool = True) -> Schema:
        """The JSON Schema of the value (draft 2020-12)."""
        ...

    def describe(self) -> str:
        """The value in words, for the authoring guide."""
        ...


def refuse(name: str, node: Node, sentence: str, hint: str) -> Refused:
    """One thing that is wrong with one node."""
    return Refused(Problem(name, sentence, hint, node.place, width(node)))


def scalar(node: Node, wanted: str) -> Scalar:
    """The node as a single value; `wanted` says what was expected, with an example."""
    if isinstance(node, Scalar) and not node.is_nothing:
        return node
    if isinstance(node, Scalar):
        raise refuse("no-value", node, "a value is missing here.", f"Write {wanted}.")
    what = "a list" if isinstance(node, Sequence) else "a group of fields"
    raise refuse("wrong-type", node, f"this is {what}; it should be a single value.", f"Write {wanted}.")


class Text(NamedTuple):
    """Words that a reader sees, on one line however they were wrapped."""

    most: int = 300
    words: int = 0
    starts: str = ""

    def read(self, node: Node) -> Phrase:
        """The words, with single spaces."""
        written = scalar(node, "a text").text
        text = _WHITE.sub(" ", written).strip(" ")
        if not text:
            raise refuse("no-value", node, "this text is empty.", "Write a text, or delete the field.")
        if len(text) > self.most:
            sentence = f"this text has {len(text)} characters; the most here is {self.most}."
            raise refuse("too-long", node, sentence, f"Cut {len(text) - self.most} characters.")
        if self.words and len(text.split(" ")) > self.words:
            sentence = f"this text has {len(text.split(' '))} words; the most here is {self.words}."
            raise refuse("too-many-words", node, sentence, "Say one thing, in fewer words.")
        if not text.startswith(self.starts):
            hint = f"Write `{self.starts}...`."
            raise refuse("wrong-start", node, f"this text should start with “{self.starts.strip()}”.", hint)
        return Phrase(text, node.place)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A string; an editor may take `12` or `yes` for something else."""
        schema: Schema = {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": self.most}
        if self.starts:
            schema |= {"type": "string", "pattern": f"^{self.starts}"}
        if self.words:
            schema |= {"type": "string", "pattern": rf"^\s*(\S+\s+){{0,{self.words - 1}}}\S+\s*$"}
        return schema

    def describe(self) -> str:
        """Such as "text, at most 34 characters"."""
        most = f"text, at most {self.most} characters"
        words = f" and {self.words} words" if self.words else ""
        return most + words + (f", starts “{self.starts.strip()}”" if self.starts else "")


class Fragment(NamedTuple):
    """Words that the program puts into a sentence of its own: no full stop, no capital at the start."""

    most: int = 120

    def read(self, node: Node) -> Phrase:
        """The words."""
        text = Text(self.most).read(node)
        first = text.split(" ", 1)[0]
        capital = first[0].isupper() and first[1:].islower()
        stop = text.endswith((".", "!", "?"))
        if capital or stop:
            better = (text[0].lower() if capital else text[0]) + text[1:].rstrip(".!?")
            sentence = "this goes into the middle of a sentence: it starts lower case and has no full stop."
            raise refuse("not-a-fragment", node, sentence, f"Write `{better}`.")
        return text

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A string without a full stop."""
        form = r"^(?![A-Z][a-z]+(\s|$))[\s\S]*[^.!?\s]\s*$"
        return {"type": "string", "minLength": 1, "maxLength": self.most, "pattern": form}

    def describe(self) -> str:
        """In words."""
        return f"part of a sentence, lower case, no full stop, at most {self.most} characters"


class Pattern(NamedTuple):
    """A short text of a fixed form, such as an id or a date."""

    form: re.Pattern[str]
    name: str
    sentence: str
    example: str
    what: str

    def read(self, node: Node) -> Phrase:
        """The text as it stands."""
        written = scalar(node, f"`{self.example}`")
        if not self.form.fullmatch(written.text):
            raise refuse(self.name, node, f"`{written.text}` {self.sentence}", f"Write it like `{self.example}`.")
        return written.phrase

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A string with a pattern."""
        return {"type": "string", "pattern": f"^{self.form.pattern}$"}

    def describe(self) -> str:
        """In words."""
        return f"{self.what}, such as `{self.example}`"


ID = Pattern(_ID, "not-an-id", "is not an id: small letters, digits and single hyphens.", "hip-bridge", "an id")
_DATE_FORM = Pattern(_DATE, "not-a-date", "is not a date.", "2026-03-31", "a date")


class Day(NamedTuple):
    """A day that there is: 30 February is none."""

    def read(self, node: Node) -> Phrase:
        """The day as it stands."""
        written = _DATE_FORM.read(node)
        try:
            dt.date.fromisoformat(written)
        except ValueError:
            sentence = f"`{written}` is not a date: there is no such day."
            raise refuse("not-a-date", node, sentence, "Write it like `2026-03-31`.") from None
        return written

    def schema(self, *, whole: bool = True) -> Schema:
        """A string with a pattern."""
        return _DATE_FORM.schema(whole=whole)

    def describe(self) -> str:
        """In words."""
        return _DATE_FORM.describe()


DATE = Day()


class Choice(NamedTuple, Generic[Chosen]):
    """One of the words of an enum."""

    of: type[Chosen]

    def read(self, node: Node) -> Chosen:
        """The member."""
        if isinstance(node, Scalar):
            for member in self.of:
                if member.value == node.text:
                    return member
        # Not a member: the list of words says so better.
        return self.of(str(Word(tuple(str(member.value) for member in self.of)).read(node)))

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """The words."""
        return {"enum": [str(member.value) for member in self.of]}

    def describe(self) -> str:
        """The words."""
        return "one of " + ", ".join(f"`{member.value}`" for member in self.of)


class Word(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, node: Node) -> Phrase:
        """The word."""
        written = scalar(node, f"one of {listed(self.words)}")
        if written.text in self.words:
            return written.phrase
        hint = f"{did_you_mean(written.text, self.words)}Write one of {listed(self.words)}."
        raise refuse("unknown-choice", node, f"`{written.text}` is not one of the words for this field.", hint)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """The words."""
        return {"enum": list(self.words)}

    def describe(self) -> str:
        """The words."""
        return "one of " + ", ".join(f"`{word}`" for word in self.words)
