"""What a body can touch: the floor, the top of a prop, the face of a wall, as planes.

A hill is not among them: a figure that runs downhill is posed as if the ground were level, and turned as a whole.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.anatomy import PROP_KINDS, Touch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from publisher.figures.skeleton import Array
    from publisher.model.figure import Prop, Triple


class Plane(NamedTuple):
    """Points p with normal · p = level (world, H). `across` is the axis (0 x, 1 y, 2 z) most along the normal."""

    normal: Triple
    level: float
    across: int = 1


class Support(NamedTuple):
    """A surface that can be touched: one plane, or for stairs the ground before them and then a tread every `going`.

    `middle` holds coordinates that a contact gets of itself: a roller is touched along its top, and nowhere else.
    """

    planes: tuple[Plane, ...]
    foot: Triple = (0.0, 0.0, 0.0)
    way: Triple = (1.0, 0.0, 0.0)
    going: float = 0.0
    middle: Mapping[int, float] = {}

    def plane(self, near: Array | Sequence[float]) -> Plane:
        """The plane under, or beside, a point."""
        if not self.going:
            return self.planes[0]
        along = sum((p - foot) * way for p, foot, way in zip(near, self.foot, self.way, strict=True))
        tread = math.floor(float(along) / self.going) + 1
        return self.planes[min(max(tread, 0), len(self.planes) - 1)]


def level(height: float) -> Plane:
    """A horizontal plane."""
    return Plane((0.0, 1.0, 0.0), height)


FLOOR = Support((level(0.0),))


def support_of(prop: Prop) -> Support | None:
    """What of a prop can be touched; nothing of those that are only looked at or held."""
    kind = PROP_KINDS.get(prop.kind)
    if kind is None or kind.touch is Touch.NONE:
        return None
    sizes = {measure.name: measure.usual for measure in kind.sizes}
    sizes |= dict(zip(sizes, prop.size, strict=False))
    if kind.touch is Touch.FACE:
        return Support((_face(prop),))
    return _top(prop, sizes)


def _way(prop: Prop) -> Triple:
    """Where the length of a prop points: along x until it is turned, anticlockwise seen from above."""
    angle = math.radians(prop.turn)
    return math.cos(angle), 0.0, -math.sin(angle)


def _through(normal: Triple, point: Triple, across: int = 1) -> Plane:
    return Plane(normal, sum(n * p for n, p in zip(normal, point, strict=True)), across)


def _face(prop: Prop) -> Plane:
    """The face of a wall looks back along its length."""
    x, _, z = _way(prop)
    return _through((-x, 0.0, -z), prop.at, 0 if abs(x) >= abs(z) else 2)


def _top(prop: Prop, sizes: Mapping[str, float]) -> Support:
    x, y, z = prop.at
    way = _way(prop)
    if prop.kind == "stairs":
        treads = (level(y + i * sizes["rise"]) for i in range(round(sizes["steps"]) + 1))
        return Support(tuple(treads), prop.at, way, sizes["going"])
    if prop.kind == "slope":
        return Support((_ramp(prop, way, sizes),))
    middle: dict[int, float] = {}
    if prop.kind in ("roller", "ball"):
        middle = {0: x} if abs(way[0]) >= abs(way[2]) else {2: z}
    return Support((level(y + _height(prop, sizes)),), middle=middle)


def _height(prop: Prop, sizes: Mapping[str, float]) -> float:
    """How high the top lies. A mat gives way under the body: its top is the ground it lies on."""
    if prop.kind == "mat":
        return 0.0
    if prop.kind in ("roller", "ball"):
        return 2 * sizes["radius"]
    if prop.kind == "towel":  # rolled up, its width is the radius of the roll
        return 2 * sizes["width"]
    return sizes.get("height", sizes.get("thickness", 0.0))


def _ramp(prop: Prop, way: Triple, sizes: Mapping[str, float]) -> Plane:
    """A board that rises along its length from its lower edge."""
    steep = math.hypot(sizes["length"], sizes["height"])
    lean, up = sizes["height"] / steep, sizes["length"] / steep
    x, y, z = prop.at
    edge = (x - way[0] * sizes["length"] / 2, y, z - way[2] * sizes["length"] / 2)
    return _through((-lean * way[0], up, -lean * way[2]), edge)
