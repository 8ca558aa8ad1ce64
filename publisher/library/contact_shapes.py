"""What touches what in a pose: `knee: floor`, `palm_r: {on: floor, at: [0.3, null, null]}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import Flag
from publisher.library.measures import Pin
from publisher.library.nodes import Mapping, Node, Scalar
from publisher.library.records import Field, Record
from publisher.library.several import Either
from publisher.library.shapes import JSON, Refused, Schema, Text, refuse
from publisher.library.spelling import did_you_mean
from publisher.model.anatomy import LANDMARKS, PAIRED_LANDMARKS, SIDES, SINGLE_LANDMARKS
from publisher.model.figure import Contact, MaybeTriple
from publisher.problems import Phrase, Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

FLOOR = "floor"
_NAMES = (*SINGLE_LANDMARKS, *PAIRED_LANDMARKS, *(f"{name}_{side}" for name in PAIRED_LANDMARKS for side in SIDES))


class Landmark(NamedTuple):
    """A place on the body, with its side if there are two of it."""

    def read(self, node: Node) -> Phrase:
        """The name."""
        written = Text(40).read(node)
        if written in LANDMARKS:
            return written
        raise Refused(unknown_landmark(written))

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """The names."""
        return {"enum": list(LANDMARKS)}

    def describe(self) -> str:
        """In words."""
        return "landmark, such as `palm_r` or `low_back`"


def unknown_landmark(name: Phrase) -> Problem:
    """A name that is none of the landmarks, or one that needs a side."""
    if name in PAIRED_LANDMARKS:
        sentence, hint = f"there are two of `{name}`.", f"Write `{name}_r` or `{name}_l`."
    else:
        sentence = f"there is no landmark `{name}`."
        hint = (
            f"{did_you_mean(name, _NAMES)}There are {', '.join(SINGLE_LANDMARKS)};\n"
            f"and with `_r` or `_l` behind them {', '.join(PAIRED_LANDMARKS)}."
        )
    return Problem("unknown-landmark", sentence, hint, place_of(name), max(1, len(name)))


class _Touched(NamedTuple):
    """What is touched, and where."""

    on: Phrase
    at: MaybeTriple = (None, None, None)
    off: MaybeTriple = (None, None, None)
    slides: bool = False


class _Bare(NamedTuple):
    """Only what is touched."""

    def read(self, node: Node) -> _Touched:
        return _Touched(Text(40).read(node))

    def schema(self, *, whole: bool = True) -> Schema:
        return Text(40).schema(whole=whole)

    def describe(self) -> str:
        return "`floor`, the name of a prop or a landmark"


TOUCHED: Either[_Touched] = Either(
    _Bare(),
    Record(
        "a contact",
        _Touched,
        (
            Field("on", Text(40), "What is touched: `floor`, the name of a prop or a landmark."),
            Field("at", Pin(("x", "y", "z")), "Where on the floor or prop, y above its top.", needed=False),
            Field(
                "off",
                Pin(("front", "up", "outwards")),
                "Where beside a landmark, in the directions of its bone.",
                needed=False,
            ),
            Field("slides", Flag(), "Whether it may move from pose to pose.", needed=False),
        ),
    ),
)


class Contacts(NamedTuple):
    """One entry of the list of contacts: a landmark and what it touches; without a side, both."""

    item: Either[_Touched] = TOUCHED

    def read(self, node: Node) -> tuple[Contact, ...]:
        """One contact, or two."""
        if not isinstance(node, Mapping) or not node.fields:
            raise refuse("wrong-type", node, "a contact is a landmark and what it touches.", "Write `palm_r: floor`.")
        found: list[Contact] = []
        problems: list[Problem] = []
        for key, value in node.fields.values():
            try:
                found += _both(key, self.item.read(value))
            except Refused as refused:
                problems += refused.problems
            if key.text not in _NAMES:
                problems.append(unknown_landmark(key.phrase))
        if problems:
            raise Refused(*problems)
        return tuple(found)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """An object with landmarks as names."""
        names: list[JSON] = list(_NAMES)
        return {
            "type": "object",
            "propertyNames": {"enum": names},
            "additionalProperties": self.item.schema(),
            "minProperties": 1,
        }

    def describe(self) -> str:
        """In words."""
        return f"landmark (without `_r` or `_l`: both) and {self.item.describe()}"


def joined(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Contacts of one landmark with one thing as one: `palm: floor`, then more exactly `palm_r: {on: floor, at: ...}`.

    What contradicts itself stays apart, so that it can be told.
    """
    found: list[Contact] = []
    for contact in contacts:
        same = [i for i, other in enumerate(found) if other[:2] == contact[:2] and not differ(other.at, contact.at)]
        if same:
            found[same[0]] = _one(found[same[0]], contact)
        else:
            found.append(contact)
    return tuple(found)


def _one(before: Contact, after: Contact) -> Contact:
    first, second, third = (old if new is None else new for old, new in zip(before.at, after.at, strict=True))
    return after._replace(at=(first, second, third), slides=before.slides or after.slides)


def differ(one: MaybeTriple, other: MaybeTriple) -> bool:
    """Whether two contacts want one coordinate to be two things."""
    pairs = zip(one, other, strict=True)
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _both(key: Scalar, touched: _Touched) -> list[Contact]:
    """The contacts that one entry means. Both palms on `hip_bone` are each on its own side."""
    if key.text not in PAIRED_LANDMARKS:
        return [_contact(key.phrase, touched, key.text[-1] if key.text[-2:] in {"_r", "_l"} else "")]
    return [_contact(Phrase(f"{key.text}_{side}", key.place), touched, side) for side in SIDES]


def _contact(part: Phrase, touched: _Touched, side: str) -> Contact:
    on = touched.on
    if on in PAIRED_LANDMARKS and side:
        on = Phrase(f"{on}_{side}", on.place)
    at = touched.off if on in LANDMARKS else touched.at
    wrong = touched.at if on in LANDMARKS else touched.off
    if any(value is not None for value in wrong):
        raise Refused(_other_word(on, landmark=on in LANDMARKS))
    return Contact(part, on, at, touched.slides, part.place)


def _other_word(on: Phrase, *, landmark: bool) -> Problem:
    right, wrong = ("off", "at") if landmark else ("at", "off")
    thing = "a landmark" if landmark else "the floor or a prop"
    sentence = f"`{wrong}` does not go with {thing}: `{on}`."
    hint = f"Write `{right}: [0, null, null]`."
    return Problem("at-or-off", sentence, hint, place_of(on), len(on))
