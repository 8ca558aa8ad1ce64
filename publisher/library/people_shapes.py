"""The fields of a person who shows figures."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from publisher.colour import BLACK, Colour, mix
from publisher.library.amounts import ColourOf, Flag, said
from publisher.library.measures import REAL, Real, parsed
from publisher.library.nodes import Mapping, Node
from publisher.library.records import Build, Field, Record
from publisher.library.shapes import ID, JSON, Choice, Schema, Text, Word, refuse
from publisher.model import figure as model

# Factors beyond these are no body any more, and contacts cannot be met with them.
THIN, WIDE = 0.5, 1.6
_SHADE, _FAR = 0.17, 0.24


class _Factor(NamedTuple):
    """How much of the plain body, or how many H are added to it."""

    low: float = THIN
    high: float = WIDE
    usual: str = "1 is the plain body"

    def read(self, node: Node) -> float:
        value = parsed(node, "a number")
        if self.low <= value <= self.high:
            return value
        sentence = f"no body is built like this: {said(value)}."
        hint = f"Write a number from {said(self.low)} to {said(self.high)}; {self.usual}."
        raise refuse("not-a-build", node, sentence, hint)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        number: JSON = {"type": "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [number, {"type": "string", "pattern": f"^{REAL}$"}]}

    def describe(self) -> str:
        return f"number, {said(self.low)} to {said(self.high)}; {self.usual}"


_FACTOR = _Factor()
_PART = _Factor(0.0, 0.08, "in H, 0 is flat")
BUILD = Record(
    "a build",
    model.Build,
    (
        Field("legs", _FACTOR, "How thick the legs are.", needed=False),
        Field("arms", _FACTOR, "How thick the arms are.", needed=False),
        Field("hips", _FACTOR, "How wide the hips are.", needed=False),
        Field("waist", _FACTOR, "How wide the waist is.", needed=False),
        Field("shoulders", _FACTOR, "How wide chest and shoulders are.", needed=False),
        Field("seat", _FACTOR, "How full the buttocks are.", needed=False),
        Field("jaw", _FACTOR, "How wide the jaw is.", needed=False),
        Field("belly", _PART, "How far the belly stands out.", needed=False),
        Field("bust", _PART, "How far the bust stands out.", needed=False),
    ),
)
FACE = Record(
    "a face",
    model.Face,
    (
        Field("brows", _FACTOR, "How strong the brows are.", needed=False),
        Field("eyes", _FACTOR, "How large the eyes are.", needed=False),
        Field("nose", _FACTOR, "How large the nose is.", needed=False),
        Field("lips", _FACTOR, "How full the lips are.", needed=False),
        Field("age", Real(15, 95, "years"), "The age that shows in cheeks, lids and lips.", needed=False),
    ),
)
_SIDES = {"right": "r", "left": "l"}


def _person(
    skin: Colour,
    skin_shade: Colour | None = None,
    skin_far: Colour | None = None,
    hair_colour: Colour | None = None,
    blade: str = "",
    **values: object,
) -> model.Person:
    make: Build[model.Person] = model.Person
    values.setdefault("build", model.Build())
    return make(
        skin=skin.hex,
        skin_shade=(skin_shade or mix(skin, BLACK, _SHADE)).hex,
        skin_far=(skin_far or mix(skin, BLACK, _FAR)).hex,
        hair_colour=(hair_colour or _HAIR).hex,
        blade=_SIDES.get(blade, ""),
        **values,
    )


_HAIR = Colour(0x22, 0x2B, 0x35)
PERSON = Record(
    "a person",
    _person,
    (
        Field("id", ID, "The name of the person in files and lists."),
        Field("describes", Text(120), "Who is seen, for somebody who cannot see them."),
        Field("build", BUILD, "How the body differs from the plain one.", needed=False),
        Field("face", FACE, "How the face differs from the plain one.", needed=False),
        Field("hair", Choice(model.Hair), "What the hair is like, or what covers it."),
        Field("hair_colour", ColourOf(), "The colour of the hair, or of what covers it.", needed=False),
        Field("skin", ColourOf(), "The colour of the skin."),
        Field("skin_shade", ColourOf(), "Of skin in shade; else worked out.", needed=False),
        Field("skin_far", ColourOf(), "Of the far arm and leg; else worked out.", needed=False),
        Field("glasses", Flag(), "Whether they wear glasses.", needed=False),
        Field("beard", Flag(), "Whether they have a beard.", needed=False),
        Field("blade", Word(tuple(_SIDES)), "The side with a running blade for a lower leg.", needed=False),
        Field("sleeves", Word(("short", "none", "long")), "The sleeves of the shirt.", needed=False),
        Field("legs", Word(("shorts", "leggings", "skirt")), "What the legs wear.", needed=False),
    ),
)


class PersonShape(NamedTuple):
    """A person, who remembers where they were written."""

    @property
    def record(self) -> Record[model.Person]:
        """Their fields."""
        return PERSON

    def read(self, node: Node) -> model.Person:
        """The person, or everything that is wrong."""
        person = PERSON.read(node)
        return replace(person, place=node.place) if isinstance(node, Mapping) else person

    def schema(self, *, whole: bool = True) -> Schema:
        """A closed object."""
        return PERSON.schema(whole=whole)

    def describe(self) -> str:
        """In words."""
        return "a person"
