"""The poses of a figure. A pose that says `from` has all that the other has, but for what it says itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.library.contact_shapes import Contacts, joined
from publisher.library.joint_shapes import Joints, Stiff
from publisher.library.measures import Real, Spot
from publisher.library.nodes import Mapping, Node, Scalar
from publisher.library.records import Build, Field, Record
from publisher.library.several import Either, ListOf
from publisher.library.shapes import ID, Choice, Refused, Schema, refuse
from publisher.library.spelling import did_you_mean, listed
from publisher.model.figure import Contact, Hand, Pelvis, Pose, Triple
from publisher.problems import Phrase, Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# More are no movement that anybody could follow.
MOST_POSES = 24
_DEGREES = Real(-360, 360, "degrees", "an angle")


# What one pose says of the pelvis, by field; what is not said is not there.
_PelvisSaid: TypeAlias = "dict[str, object]"
_ANGLES, _DIRECTIONS = ("lean", "tilt", "turn"), ("up", "front")


def _pelvis_over(own: _PelvisSaid, below: _PelvisSaid) -> _PelvisSaid:
    """One over another. Angles take the place of directions, and directions that of angles."""
    gone: tuple[str, ...] = _ANGLES if any(name in own for name in _DIRECTIONS) else ()
    if any(name in own for name in _ANGLES):
        gone = _DIRECTIONS
    return {name: value for name, value in below.items() if name not in gone} | own


def _one_way(node: Mapping) -> Iterable[Problem]:
    """A pelvis lies by angles or by directions."""
    angles = [name for name in _ANGLES if node.value(name)]
    ways = [name for name in _DIRECTIONS if node.value(name)]
    if angles and ways:
        sentence = f"the pelvis is told twice: by `{angles[0]}` and by `{ways[0]}`."
        hint = f"Delete {listed(angles, 'and')}."
        yield from refuse("pelvis-told-twice", node, sentence, hint).problems
    elif len(ways) == 1:
        other = "front" if ways == ["up"] else "up"
        sentence = f"`{ways[0]}` alone does not say how the pelvis lies."
        yield from refuse("half-a-pelvis", node, sentence, f"Add `{other}: [0, 0, 1]`.").problems
    elif ways and not _apart(*(_DIRECTION.read(node.fields[name][1]) for name in ways)):
        sentence = "`up` and `front` lie along one line, or one of them is 0."
        hint = "Write two directions at a right angle, such as `up: [1, 0, 0]` and `front: [0, 0, 1]`."
        yield from refuse("half-a-pelvis", node, sentence, hint).problems


def _apart(one: Triple, other: Triple) -> bool:
    """Whether two directions make an angle: their cross product is not nothing."""
    (a, b, c), (x, y, z) = one, other
    return (b * z - c * y) ** 2 + (c * x - a * z) ** 2 + (a * y - b * x) ** 2 > 1e-6 * (a * a + b * b + c * c + 1e-9)


_PELVIS_SAID: Build[_PelvisSaid] = dict
_PELVIS: Build[Pelvis] = Pelvis
_DIRECTION = Spot(("x", "y", "z"), Real(-1, 1, ""))
PELVIS = Record(
    "a pelvis",
    _PELVIS_SAID,
    (
        Field("lean", _DEGREES, "Degrees forward: 0 upright, 90 face down, -90 face up.", needed=False),
        Field("tilt", _DEGREES, "Degrees to its right.", needed=False),
        Field("turn", _DEGREES, "Degrees to its right about its own length.", needed=False),
        Field("up", _DIRECTION, "Instead: where the head lies, as a direction.", needed=False),
        Field("front", _DIRECTION, "With `up`: where the belly looks.", needed=False),
        Field("at", Spot(), "The first guess of its place, in H; y is its height.", needed=False),
    ),
    _one_way,
)


class _Both(NamedTuple):
    """One shape for both hands."""

    def read(self, node: Node) -> dict[str, Hand]:
        shape = Choice(Hand).read(node)
        return {"r": shape, "l": shape}

    def schema(self, *, whole: bool = True) -> Schema:
        return Choice(Hand).schema(whole=whole)

    def describe(self) -> str:
        return Choice(Hand).describe()


def _hands(right: Hand | None = None, left: Hand | None = None) -> dict[str, Hand]:
    return {side: shape for side, shape in (("r", right), ("l", left)) if shape is not None}


HANDS: Either[dict[str, Hand]] = Either(
    _Both(),
    Record(
        "hands",
        _hands,
        (
            Field("right", Choice(Hand), "The shape of the right hand.", needed=False),
            Field("left", Choice(Hand), "The shape of the left hand.", needed=False),
        ),
    ),
)


class _Said(NamedTuple):
    """What one pose says by itself."""

    start: Phrase | None
    pelvis: _PelvisSaid
    joints: dict[str, Triple]
    contacts: tuple[Contact, ...] | None
    hands: dict[str, Hand]
    stiff: dict[str, float]


def _said(
    *,
    pelvis: _PelvisSaid | None = None,
    joints: dict[str, Triple] | None = None,
    hands: dict[str, Hand] | None = None,
    stiff: dict[str, float] | None = None,
    contacts: tuple[tuple[Contact, ...], ...] | None = None,
    **more: Phrase,
) -> _Said:
    flat = None if contacts is None else joined(contact for entry in contacts for contact in entry)
    return _Said(more.get("from"), pelvis or {}, joints or {}, flat, hands or {}, stiff or {})


POSE = Record(
    "a pose",
    _said,
    (
        Field("from", ID, "Another pose, of which only what is given here is changed.", needed=False),
        Field("pelvis", PELVIS, "How the pelvis lies.", needed=False),
        Field("joints", Joints(), "Angles; a joint that is not named is straight.", needed=False),
        Field("hands", HANDS, "The shape of the hands.", needed=False),
        Field(
            "contacts",
            ListOf(Contacts(), 0, 24),
            "What touches what; given with `from`, it replaces the other list.",
            needed=False,
        ),
        Field("stiff", Stiff(), "Joints that are to keep their angle more, or less, than others.", needed=False),
    ),
)


class Poses(NamedTuple):
    """Poses by name, each made whole."""

    item: Record[_Said] = POSE

    def read(self, node: Node) -> dict[str, Pose]:
        """All poses, in the order in which they are written."""
        if not isinstance(node, Mapping) or not node.fields:
            raise refuse("wrong-type", node, "poses are named.", "Write `start:` on the next line, indented.")
        if len(node.fields) > MOST_POSES:
            raise Refused(_too_many(node))
        said: dict[str, _Said] = {}
        problems: list[Problem] = []
        for key, value in node.fields.values():
            try:
                said[ID.read(key)] = self.item.read(value)
            except Refused as refused:
                problems += refused.problems
        names = [key.text for key, _ in node.fields.values()]
        problems += [problem for name in said for problem in _start(name, said, names)]
        if problems:
            raise Refused(*problems)
        return {key.text: _whole(key, said) for key, _ in node.fields.values()}

    def schema(self, *, whole: bool = True) -> Schema:
        """An object."""
        each = self.item.schema(whole=whole)
        names = ID.schema()
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": each,
            "minProperties": 1,
            "maxProperties": MOST_POSES,
        }

    def describe(self) -> str:
        """In words."""
        return f"1 to {MOST_POSES} poses by name, each {self.item.describe()}"


def _too_many(node: Mapping) -> Problem:
    over = list(node.fields.values())[MOST_POSES][0]
    sentence = f"this figure has {len(node.fields)} poses; the most is {MOST_POSES}."
    hint = "Keep the ends of the movement and one or two between; what lies between poses is worked out."
    return Problem("too-many-poses", sentence, hint, over.place, len(over.text))


def _start(name: str, said: dict[str, _Said], names: Collection[str]) -> Iterable[Problem]:
    """Whether the pose that one goes out from exists, and does not lead back to itself."""
    start = said[name].start
    if start is not None and start not in names:
        yield unknown_pose(start, names)
    seen = [name]
    while start is not None and start in said and start not in seen:
        seen.append(start)
        start = said[start].start
    # A circle is told once, where it is entered first.
    if start == name and name == min(seen, key=list(names).index):
        chain = " from ".join(f"`{each}`" for each in [*seen, name])
        here = said[name].start or Phrase(name)
        hint = "Let one of them say everything itself: delete its `from`."
        yield Problem("pose-from-itself", f"this goes round in a circle: {chain}.", hint, place_of(here), len(here))


def unknown_pose(name: Phrase, names: Collection[str], figure: str = "") -> Problem:
    """A pose that is named and not there."""
    whose = f"the figure `{figure}` has" if figure else "there is"
    hint = f"{did_you_mean(name, names)}Write {listed(names) if names else 'a pose of the figure'}."
    return Problem("unknown-pose", f"{whose} no pose `{name}`.", hint, place_of(name), len(name))


def _whole(key: Scalar, said: dict[str, _Said]) -> Pose:
    made = _over(said[key.text], said)
    return Pose(key.phrase, _PELVIS(**made.pelvis), made.joints, made.contacts or (), made.hands, made.stiff, key.place)


def _over(own: _Said, said: dict[str, _Said]) -> _Said:
    """A pose over everything that it goes out from."""
    if own.start is None:
        return own
    below = _over(said[own.start], said)
    return _Said(
        None,
        _pelvis_over(own.pelvis, below.pelvis),
        below.joints | own.joints,
        below.contacts if own.contacts is None else own.contacts,
        below.hands | own.hands,
        below.stiff | own.stiff,
    )
