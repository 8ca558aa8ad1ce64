"""The fields of a figure, and whether what they name is there. The reader, the schema and the guide come from these."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import Flag
from publisher.library.contact_problems import contact_problems
from publisher.library.joint_shapes import norm_warnings
from publisher.library.measures import Real, parsed
from publisher.library.nodes import Mapping, Node, Scalar, Sequence
from publisher.library.pose_shapes import Poses, unknown_pose
from publisher.library.prop_shapes import (
    ARROW,
    GHOST,
    GUIDE,
    PROP,
    RING,
    SPOT,
    has_length,
    is_another,
    named,
    same_names,
)
from publisher.library.records import Build, Field, Record
from publisher.library.several import ListOf
from publisher.library.shapes import ID, Choice, Refused, Schema, Text, Word, refuse
from publisher.model.anatomy import JOINTS, MUSCLES, PARTS, SIDES, TINTS
from publisher.model.figure import Faces, Figure, Phase, Pose, Shows, View
from publisher.model.programme import Side
from publisher.problems import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.problems import Problem


class _Height(NamedTuple):
    """How high we look from: from the floor up to nearly above."""

    low: float = 0.0
    high: float = 85.0

    def read(self, node: Node) -> float:
        value = parsed(node, "an angle")
        if value < self.low:
            sentence = f"a height of {value:g} degrees looks from below the floor."
            raise refuse("no-such-view", node, sentence, "Write a number from 0 to 85, such as `height: 8`.")
        if value > self.high:
            sentence = f"a height of {value:g} degrees looks straight from above, where a figure cannot be read."
            raise refuse("no-such-view", node, sentence, "Write a number from 0 to 85, such as `height: 8`.")
        return value

    def schema(self, *, whole: bool = True) -> Schema:
        return Real(self.low, self.high).schema(whole=whole)

    def describe(self) -> str:
        return Real(self.low, self.high, "degrees").describe()


VIEW = Record(
    "a view",
    View,
    (
        Field(
            "turn",
            Real(-180, 180, "degrees", "an angle"),
            "0 from the side of a person who faces right, 90 from the front.",
            needed=False,
        ),
        Field("height", _Height(), "How high above the floor we look from.", needed=False),
    ),
)
_SIDELESS = ("arm", "leg")
_PHASE = Record(
    "a part of a rep",
    Phase,
    (
        Field("to", ID, "The pose at its end."),
        Field("takes", Word(("down", "pause", "up", "hold")), "Which time of the dose it takes."),
        Field("breath", Word(("in", "out")), "How to breathe.", needed=False),
        Field(
            "seconds",
            Real(0.2, 60, "seconds"),
            "How long it takes on every card, whatever its dose says.",
            needed=False,
        ),
    ),
)


class _Moving(NamedTuple):
    """A part of the body that moves; an arm or a leg without a side is both."""

    def read(self, node: Node) -> tuple[Phrase, ...]:
        word = Word((*_SIDELESS, *PARTS)).read(node)
        if word in _SIDELESS:
            return tuple(Phrase(f"{word}_{side}", word.place) for side in SIDES)
        return (word,)

    def schema(self, *, whole: bool = True) -> Schema:
        return Word((*_SIDELESS, *PARTS)).schema(whole=whole)

    def describe(self) -> str:
        return Word((*_SIDELESS, *PARTS)).describe()


class _Muscle(NamedTuple):
    """A muscle on both sides, or with its side on one."""

    def read(self, node: Node) -> Phrase:
        return Word(TINTS if isinstance(node, Scalar) and node.text in TINTS else tuple(MUSCLES)).read(node)

    def schema(self, *, whole: bool = True) -> Schema:
        return Word(TINTS).schema(whole=whole)

    def describe(self) -> str:
        return f"{Word(tuple(MUSCLES)).describe()}; with `_r` or `_l` on one side"


FIELDS = (
    Field("id", ID, "The name of the figure; cards show it by this name."),
    Field("name", Text(80), "What a physiotherapist calls it."),
    Field("faces", Choice(Faces), "Where the face looks on the page.", needed=False),
    Field("view", VIEW, "Where we look from.", needed=False),
    Field("shows", Choice(Shows), "Whether it is to be copied or not.", needed=False),
    Field("moves", ListOf(_Moving(), 0, 8), "What moves; it must be seen.", needed=False),
    Field("poses", Poses(), "The key positions."),
    Field("frames", ListOf(ID, 1, 24), "The poses shown, left to right; else all.", needed=False),
    Field("props", ListOf(PROP, 0, 12), "What stands, lies or is held.", needed=False),
    Field("arrows", ListOf(ARROW, 0, 4), "Arrows along the true path of a landmark.", needed=False),
    Field("rings", ListOf(RING, 0, 3), "Rings round what to watch.", needed=False),
    Field("guides", ListOf(GUIDE, 0, 3), "Lines that show an axis, a gaze or a jolt.", needed=False),
    Field("ghosts", ListOf(GHOST, 0, 2), "Other poses behind a frame, pale, such as the start.", needed=False),
    Field("spots", ListOf(SPOT, 0, 4), "What the lines of an explanation speak of, in their order.", needed=False),
    Field("muscles", ListOf(_Muscle(), 0, 4), "Muscles worked, which are tinted.", needed=False),
    Field(
        "motion",
        ListOf(_PHASE, 0, 24),
        "The parts of a rep, in order; else there, held at the last frame, and back.",
        needed=False,
    ),
    Field("side", Choice(Side), "The side that it shows: what `{side}` would say on its card.", needed=False),
    Field(
        "in_turn",
        ListOf(ID, 0, 24),
        "Frames in which the other side takes over; left out where one side alone is done.",
        needed=False,
    ),
    Field("people", Flag(), "Whether a person is shown; `false` for a picture of things.", needed=False),
    Field("slope", Real(-30, 30, "degrees", "an angle"), "How far the ground falls to the right.", needed=False),
    Field(
        "beyond",
        ListOf(Word(tuple(JOINTS)), 0, len(JOINTS)),
        "Joints that are meant to go further than most adults reach.",
        needed=False,
    ),
)


class FigureShape(NamedTuple):
    """A figure, and whether everything that it names is there."""

    @property
    def record(self) -> Record[Figure]:
        """Its fields; the tables of the guide are made from them."""
        return Record("a figure", _figure, FIELDS)

    def read(self, node: Node) -> Figure:
        """The figure, or everything that is wrong with it."""
        if not isinstance(node, Mapping):
            raise refuse("wrong-type", node, "a figure is a group of fields.", "Start with `id: bird-dog`.")
        figure = replace(self.record.read(node), place=node.place)
        if problems := [*_wrong(figure)]:
            raise Refused(*problems)
        return replace(figure, props=named(figure.props))

    def schema(self, *, whole: bool = True) -> Schema:
        """A closed object."""
        return self.record.schema(whole=whole)

    def describe(self) -> str:
        """In words."""
        return "a figure"


def _figure(
    poses: dict[str, Pose],
    frames: tuple[Phrase, ...] = (),
    moves: tuple[tuple[Phrase, ...], ...] = (),
    beyond: tuple[Phrase, ...] = (),  # noqa: ARG001  (only the reader asks: see `warnings`)
    **values: object,
) -> Figure:
    build: Build[Figure] = Figure
    moving = tuple(dict.fromkeys(part for parts in moves for part in parts))
    return build(poses=poses, frames=frames or tuple(pose.name for pose in poses.values()), moves=moving, **values)


def _wrong(figure: Figure) -> Iterator[Problem]:
    """What is named and not there, and what contradicts itself."""
    yield from same_names(figure.props)
    for name in _poses_named(figure):
        if name not in figure.poses:
            yield unknown_pose(name, figure.poses)
    for arrow in figure.arrows:
        yield from has_length(arrow)
    for ghost in figure.ghosts:
        yield from is_another(ghost)
    props = named(figure.props)
    for pose in figure.poses.values():
        # Contacts that a pose has from another one are told there.
        yield from contact_problems(pose, props)


def _poses_named(figure: Figure) -> Iterator[Phrase]:
    yield from figure.frames
    yield from figure.in_turn
    for arrow in figure.arrows:
        yield from dict.fromkeys((arrow.start, *arrow.through, arrow.end, arrow.shown))
    yield from (ring.shown for ring in figure.rings)
    yield from (guide.shown for guide in figure.guides)
    yield from (name for ghost in figure.ghosts for name in ghost)
    yield from (spot.shown for spot in figure.spots)
    yield from (phase.to for phase in figure.motion)
    yield from (name for prop in figure.props for name in prop.only)


def warnings(node: Mapping) -> Iterator[Problem]:
    """What a figure that reads well may have been meant to say otherwise: angles that most adults do not reach."""
    meant = meant_beyond(node)
    poses = node.value("poses")
    for _, pose in poses.fields.values() if isinstance(poses, Mapping) else ():
        joints = pose.value("joints") if isinstance(pose, Mapping) else None
        if joints is not None:
            yield from norm_warnings(joints, meant)


def meant_beyond(node: Mapping) -> frozenset[str]:
    """The joints that a file says are meant to go further than most adults reach."""
    beyond = node.value("beyond")
    if not isinstance(beyond, Sequence):
        return frozenset()
    return frozenset(item.text for item in beyond.items if isinstance(item, Scalar))
