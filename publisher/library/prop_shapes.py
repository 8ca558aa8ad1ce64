"""Things in a picture, and the marks on it: props, arrows, rings, guides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import said
from publisher.library.contact_shapes import FLOOR, Landmark
from publisher.library.measures import Real, Spot, parsed
from publisher.library.nodes import Mapping, Node, Scalar, Sequence
from publisher.library.records import Build, Field, Record
from publisher.library.several import ListOf
from publisher.library.shapes import ID, JSON, Choice, Schema, refuse, scalar
from publisher.library.spelling import did_you_mean, listed
from publisher.model.anatomy import PAIRED_LANDMARKS, PROP_KINDS, SINGLE_LANDMARKS
from publisher.model.figure import Arrow, Ghost, Guide, GuideLine, Pointed, Prop, Ring
from publisher.problems import Phrase, Problem, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publisher.model.figure import Triple


class Kind(NamedTuple):
    """A kind of prop."""

    def read(self, node: Node) -> Phrase:
        """Its name."""
        written = scalar(node, "a kind of prop, such as `mat`")
        if written.text in PROP_KINDS:
            return written.phrase
        hint = f"{did_you_mean(written.text, PROP_KINDS)}There are {', '.join(PROP_KINDS)}."
        raise refuse("unknown-prop", node, f"there is no kind of prop `{written.text}`.", hint)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """The kinds."""
        return {"enum": list(PROP_KINDS)}

    def describe(self) -> str:
        """In words."""
        return "a kind of the table of props, such as `mat`"


class Sizes(NamedTuple):
    """As many sizes as were written, in the order of the kind."""

    def read(self, node: Node) -> tuple[float, ...]:
        """The sizes; whether they suit the kind is asked where the kind is known."""
        if not isinstance(node, Sequence):
            raise refuse("wrong-type", node, "sizes are a list.", "Write `[1.05, 0.36]`.")
        return tuple(parsed(item, "a number") for item in node.items)

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """An array of numbers."""
        return {"type": "array", "items": Real(0, 12).schema(), "minItems": 1, "maxItems": 4}

    def describe(self) -> str:
        """In words."""
        return "list of sizes in H in the order of the table of props; what is left out is as usual"


def _sizes_suit(node: Mapping) -> Iterator[Problem]:
    """Whether the sizes, and those who hold it, are what the kind has."""
    kind = PROP_KINDS[_text(node.value("kind"))]
    sizes, held = node.value("size"), node.value("held")
    if isinstance(sizes, Sequence):
        yield from _sizes(sizes, _text(node.value("kind")))
    least, most = kind.held
    count = len(held.items) if isinstance(held, Sequence) else len(kind.usual_held)
    if not least <= count <= most:
        told = f"{least} to {most}" if least != most else str(least)
        sentence = f"{count} landmarks hold this; a `{_text(node.value('kind'))}` is held by {told}."
        hint = f"Write `held: [{', '.join((kind.usual_held or ('grip_r', 'grip_l'))[: max(1, least)])}]`."
        yield from refuse("wrong-number-held", held or node, sentence, hint if most else "Delete `held`.").problems


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _sizes(node: Sequence, name: str) -> Iterator[Problem]:
    sizes = PROP_KINDS[name].sizes
    usual = f"`size: [{', '.join(said(size.usual) for size in sizes)}]`"
    if len(node.items) > len(sizes):
        told = listed([size.name for size in sizes], "and")
        sentence = f"this list has {len(node.items)} sizes; a `{name}` has {len(sizes)}: {told}."
        yield from refuse("too-many", node, sentence, f"Write {usual}.").problems
    for size, item in zip(sizes, node.items, strict=False):
        value = parsed(item, "a number")
        if not size.least <= value <= size.most:
            sentence = f"a `{name}` with a {size.name} of {said(value)} is out of range."
            hint = f"Write a number from {said(size.least)} to {said(size.most)}; usual is {said(size.usual)}."
            yield from refuse("out-of-range", item, sentence, hint).problems


class PropName(NamedTuple):
    """What contacts call a prop: an id that means nothing else."""

    def read(self, node: Node) -> Phrase:
        """The name."""
        name = ID.read(node)
        if name == FLOOR or name in PAIRED_LANDMARKS or name in SINGLE_LANDMARKS:
            sentence = f"`{name}` is not free as the name of a prop: contacts mean something else by it."
            raise refuse("name-taken", node, sentence, f"Write another name, such as `the-{name}`.")
        return name

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """An id."""
        names: list[JSON] = [FLOOR, *PAIRED_LANDMARKS, *SINGLE_LANDMARKS]
        return {**ID.schema(), "not": {"enum": names}}

    def describe(self) -> str:
        """In words."""
        return ID.describe()


def _prop(kind: Phrase, name: Phrase | None = None, **values: object) -> Prop:
    build: Build[Prop] = Prop
    if "held" not in values and PROP_KINDS[kind].usual_held:
        values["held"] = tuple(Phrase(mark, kind.place) for mark in PROP_KINDS[kind].usual_held)
    return build(kind=kind, name=name or Phrase("", kind.place), place=kind.place, **values)


PROP = Record(
    "a prop",
    _prop,
    (
        Field("kind", Kind(), "What it is."),
        Field("name", PropName(), "What contacts call it; else its kind.", needed=False),
        Field("at", Spot(), "Where it stands: the middle of its underside, in H.", needed=False),
        Field("size", Sizes(), "Its sizes.", needed=False),
        Field("turn", Real(-360, 360, "degrees", "an angle"), "Degrees turned about the upright.", needed=False),
        Field("held", ListOf(Landmark(), 1, 6), "Landmarks that hold or carry it, in order.", needed=False),
        Field("only", ListOf(ID, 1, 24), "The poses in which it is there; else in all.", needed=False),
    ),
    _sizes_suit,
)


def named(props: Iterable[Prop]) -> tuple[Prop, ...]:
    """Props each with a name of its own: the kind, and a number from the second on."""
    found: list[Prop] = []
    given = list(props)
    taken: set[str] = {prop.name for prop in given if prop.name}
    for prop in given:
        name = prop.name or next(name for name in _numbered(prop.kind) if name not in taken)
        taken.add(name)
        found.append(prop._replace(name=Phrase(name, place_of(prop.name))))
    return tuple(found)


def _numbered(kind: str) -> Iterator[str]:
    yield kind
    yield from (f"{kind}-{number}" for number in range(2, 99))


def same_names(props: Iterable[Prop]) -> Iterator[Problem]:
    """Two props that were given one name."""
    seen: set[str] = set()
    for prop in props:
        if prop.name and prop.name in seen:
            hint = f"Write another name, such as `{prop.name}-2`."
            sentence = f"another prop of this figure is called `{prop.name}` too."
            yield Problem("same-prop-twice", sentence, hint, place_of(prop.name), len(prop.name))
        seen.add(prop.name)


def _arrow(
    follows: Phrase, to: Phrase, shown: Phrase | None = None, through: tuple[Phrase, ...] = (), **more: Phrase
) -> Arrow:
    return Arrow(follows, more["from"], to, shown or to, through, follows.place)


ARROW = Record(
    "an arrow",
    _arrow,
    (
        Field("follows", Landmark(), "The landmark whose path it draws."),
        Field("from", ID, "The pose where the path starts."),
        Field("to", ID, "The pose where it ends."),
        Field("through", ListOf(ID, 1, 6), "Poses on its way, in order.", needed=False),
        Field("shown", ID, "The pose in whose frame it is drawn; else that of `to`.", needed=False),
    ),
)


def has_length(arrow: Arrow) -> Iterator[Problem]:
    """An arrow goes from one pose to another."""
    if arrow.start == arrow.end:
        sentence = f"this arrow has no length: it goes from `{arrow.start}` to `{arrow.end}`."
        hint = "Write the pose where the movement starts behind `from:`, and where it ends behind `to:`."
        yield Problem("arrow-without-length", sentence, hint, place_of(arrow.end), len(arrow.end))


def _ring(around: Phrase, radius: float | None = None, **more: Phrase) -> Ring:
    ring = Ring(around, more["in"], place=around.place)
    return ring if radius is None else ring._replace(radius=radius)


RING = Record(
    "a ring",
    _ring,
    (
        Field("around", Landmark(), "The landmark in its middle."),
        Field("in", ID, "The pose in whose frame it is drawn."),
        Field("radius", Real(0.02, 0.3), "Its radius.", needed=False),
    ),
)


def _ghost(of: Phrase, **more: Phrase) -> Ghost:
    return Ghost(of, more["in"])


GHOST = Record(
    "a ghost",
    _ghost,
    (
        Field("of", ID, "The pose that is shown pale."),
        Field("in", ID, "The pose in whose frame it stands behind."),
    ),
)


def is_another(ghost: Ghost) -> Iterator[Problem]:
    """A ghost is not the figure itself, which would hide it."""
    if ghost.of == ghost.shown:
        sentence = f"this ghost cannot be seen: `{ghost.of}` stands exactly in front of it."
        yield Problem(
            "hidden-ghost",
            sentence,
            "Write the pose where the movement starts behind `of:`.",
            place_of(ghost.of),
            len(ghost.of),
        )


def _pointed(at: Phrase, **more: Phrase) -> Pointed:
    return Pointed(at, more["in"], at.place)


SPOT = Record(
    "a spot",
    _pointed,
    (
        Field("at", Landmark(), "The landmark that is pointed at."),
        Field("in", ID, "The pose in whose frame that is."),
    ),
)

# How many landmarks a guide goes along, and an example.
_ALONG: dict[str, tuple[int, int, str]] = {
    "axis": (2, 5, "ankle_r, crown"),
    "plumb": (2, 2, "hip_r, ball_r"),
    "gaze": (1, 1, "nose"),
    "jolt": (2, 6, "heel_r, knee_r, hip_r, low_back"),
    "squeeze": (1, 1, "low_back"),
}


def _guide_fits(node: Mapping) -> Iterator[Problem]:
    """Whether a guide has as many landmarks as its kind needs, and a gaze an end."""
    kind, along = _text(node.value("kind")), node.value("along")
    least, most, example = _ALONG[kind]
    count = len(along.items) if isinstance(along, Sequence) else 0
    if not least <= count <= most:
        told = f"{least}" if least == most else f"{least} to {most}"
        sentence = f"this {kind} goes along {count} landmarks; it needs {told}."
        name = "too-few" if count < least else "too-many"
        yield from refuse(name, along or node, sentence, f"Write `along: [{example}]`.").problems
    if kind == "gaze" and node.value("to") is None:
        hint = "Add where the eyes look, such as `to: [1.2, 0, 0]`."
        yield Problem("missing-field", "a gaze needs `to`, which is not here.", hint, node.place)


def _guide(kind: Guide, along: tuple[Phrase, ...], to: Triple | None = None, **more: Phrase) -> GuideLine:
    return GuideLine(kind, along, more["in"], to, along[0].place)


GUIDE = Record(
    "a guide",
    _guide,
    (
        Field("kind", Choice(Guide), "What it tells: a body line, what is below, where eyes look, a jolt, a squeeze."),
        Field("along", ListOf(Landmark(), 1, 6), "The landmarks it goes along, from the first to the last."),
        Field("in", ID, "The pose in whose frame it is drawn."),
        Field("to", Spot(), "Where a gaze ends, in H.", needed=False),
    ),
    _guide_fits,
)
