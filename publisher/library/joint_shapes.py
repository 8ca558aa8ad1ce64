"""How a pose says its joints: `hip: 90` bends both, `hip_l: [90, 10, 0]` is one side and all the ways it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.library.amounts import said
from publisher.library.measures import Real, parsed
from publisher.library.nodes import Mapping, Node, Scalar, Sequence
from publisher.library.shapes import JSON, Refused, Schema, refuse
from publisher.library.spelling import did_you_mean, listed
from publisher.model.anatomy import JOINTS, PAIRED, SIDES, SINGLE, STIFF
from publisher.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.model.anatomy import Joint
    from publisher.model.figure import Triple

NAMES = (*SINGLE, *PAIRED, *(f"{joint}_{side}" for joint in PAIRED for side in SIDES))
_ANGLES = Real(-360, 360, "degrees", "an angle")


def plain(name: str) -> str:
    """The joint without its side."""
    return name if name in JOINTS else name.removesuffix("_r").removesuffix("_l")


def sided(name: str) -> tuple[str, ...]:
    """A joint as it is, or of both sides when it has sides and none is named."""
    return tuple(f"{name}_{side}" for side in SIDES) if name in PAIRED else (name,)


class Angle(NamedTuple):
    """One angle of a pose: the joint as written, which way it turns, the angle and where it stands."""

    joint: str
    number: int
    value: float
    node: Node

    @property
    def way(self) -> str:
        """Such as "bend"."""
        return JOINTS[plain(self.joint)].axes[self.number].name

    def within(self, ranges: tuple[tuple[float, float], ...]) -> bool:
        """Whether it lies in its joint's limits or norms."""
        low, high = ranges[self.number]
        return low <= self.value <= high


class Joints(NamedTuple):
    """The joints of a pose by name."""

    def read(self, node: Node) -> dict[str, Triple]:
        """Joints with their sides; a sided name goes before one that means both."""
        found: dict[str, Triple] = {}
        problems: list[Problem] = []
        for key, value in in_order(node, "`hip: 90`"):
            try:
                triple = _triple(key, value)
            except Refused as refused:
                problems += refused.problems
            else:
                found.update(dict.fromkeys(sided(key.text), triple))
        if problems:
            raise Refused(*problems)
        return found

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A closed object."""
        names: dict[str, JSON] = {name: _joint_schema(JOINTS[plain(name)]) for name in NAMES}
        return {"type": "object", "additionalProperties": False, "properties": names}

    def describe(self) -> str:
        """In words."""
        return "angles in degrees by joint, `hip: 90` or `hip_r: [90, 10, 0]`; see the table of joints"


def in_order(node: Node, example: str) -> list[tuple[Scalar, Node]]:
    """The entries of a group of fields, those for one side last, so that they override."""
    if not isinstance(node, Mapping):
        raise refuse("wrong-type", node, "this should be a group of fields.", f"Write {example} on the next line.")
    return sorted(node.fields.values(), key=lambda entry: entry[0].text.endswith(("_r", "_l")))


def _triple(key: Scalar, node: Node) -> Triple:
    """The angles of one joint, 0 where none is written."""
    if key.text not in NAMES:
        raise Refused(unknown_joint(key, NAMES))
    joint = JOINTS[plain(key.text)]
    angles = [*_angles(key.text, joint, node)]
    problems = [_beyond_limits(angle) for angle in angles if not angle.within(joint.limits)]
    if problems:
        raise Refused(*problems)
    first, second, third = (*(angle.value for angle in angles), 0.0, 0.0, 0.0)[:3]
    return first, second, third


def unknown_joint(key: Scalar, names: tuple[str, ...]) -> Problem:
    """A name that is none of the joints."""
    hint = f"{did_you_mean(key.text, names)}Joints are {listed((*SINGLE, *PAIRED), 'and')}; `_r` or `_l` for one side."
    return Problem("unknown-joint", f"there is no joint `{key.text}`.", hint, key.place, max(1, len(key.text)))


def _angles(name: str, joint: Joint, node: Node) -> Iterator[Angle]:
    items = node.items if isinstance(node, Sequence) else [node]
    if not 1 <= len(items) <= len(joint.axes):
        ways = listed([axis.name for axis in joint.axes], "and")
        sentence = f"this list has {len(items)} angles; `{name}` goes {len(joint.axes)} ways: {ways}."
        hint = f"Write `{name}: [{', '.join(['0'] * len(joint.axes))}]`."
        raise refuse("too-many" if items else "too-few", node, sentence, hint)
    for number, item in enumerate(items):
        yield Angle(name, number, parsed(item, "an angle"), item)


def _beyond_limits(angle: Angle) -> Problem:
    low, high = JOINTS[plain(angle.joint)].limits[angle.number]
    sentence = (
        f"`{angle.joint}` cannot {_DOES[angle.way][0]} {said(angle.value)} degrees: "
        f"the joint goes from {said(low)} to {said(high)}."
    )
    hint = f"Write a number from {said(low)} to {said(high)}."
    return refuse("angle-out-of-reach", angle.node, sentence, hint).problems[0]


# What a joint does on each of its axes.
_DOES = {
    "bend": ("bend", "bends"),
    "turn": ("turn", "turns"),
    "side": ("lean sideways", "leans sideways"),
    "out": ("go out", "goes out"),
    "in": ("tip in", "tips in"),
}


def norm_warnings(node: Node, meant: frozenset[str]) -> Iterator[Problem]:
    """Angles that most adults do not reach, of the joints of one pose that reads well. `meant` are left alone."""
    for key, value in in_order(node, "`hip: 90`"):
        joint = JOINTS[plain(key.text)]
        if plain(key.text) not in meant:
            yield from (_beyond_norm(a) for a in _angles(key.text, joint, value) if not a.within(joint.norms))


def _beyond_norm(angle: Angle) -> Problem:
    joint = plain(angle.joint)
    low, high = JOINTS[joint].norms[angle.number]
    sentence = (
        f"`{angle.joint}` {_DOES[angle.way][1]} {said(angle.value)} degrees; "
        f"most adults go from {said(low)} to {said(high)}."
    )
    hint = f"Write a number from {said(low)} to {said(high)}; if it is meant, add `beyond: [{joint}]` to the figure."
    problem = refuse("angle-beyond-norm", angle.node, sentence, hint).problems[0]
    return problem._replace(level=Level.WARNING)


def _joint_schema(joint: Joint) -> Schema:
    each: list[JSON] = [_limited(low, high) for low, high in joint.limits]
    row: JSON = {"type": "array", "prefixItems": each, "minItems": 1, "maxItems": len(each)}
    return {"anyOf": [each[0], row]}


def _limited(low: float, high: float) -> Schema:
    return Real(low, high, "degrees").schema()


class Stiff(NamedTuple):
    """How readily the solver may change joints: 1 as usual, less keeps the angle as written."""

    def read(self, node: Node) -> dict[str, float]:
        """Factors by joint, as they are written."""
        found: dict[str, float] = {}
        problems: list[Problem] = []
        for key, value in in_order(node, "`hip: 0.3`"):
            try:
                found[_stiff_name(key)] = _FACTOR.read(value)
            except Refused as refused:
                problems += refused.problems
        if problems:
            raise Refused(*problems)
        return found

    def schema(self, *, whole: bool = True) -> Schema:  # noqa: ARG002
        """A closed object."""
        return {
            "type": "object",
            "propertyNames": {"enum": list(_STIFF_NAMES)},
            "additionalProperties": _FACTOR.schema(),
        }

    def describe(self) -> str:
        """In words."""
        return f"factors by joint, {said(_FACTOR.low)} to {said(_FACTOR.high)}; also `pelvis` and `blade`"


_FACTOR = Real(0.001, 10, "")
_STIFF_NAMES = (*NAMES, *(name for name in STIFF if name not in NAMES))


def _stiff_name(key: Scalar) -> str:
    if key.text in _STIFF_NAMES:
        return key.text
    raise Refused(unknown_joint(key, _STIFF_NAMES))
