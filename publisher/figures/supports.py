"""What a body can touch: the floor, the top of a prop, the face of a wall, as planes.

A slope is not among the reasons: a figure on a hill is posed as if it were level, and turned as a whole.
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
    """A surface that can be touched. It is one plane, or for stairs one for each tread, from `first` on every `going`.

    `middle` holds coordinates that a contact gets of itself: a roller is touched along its top, and nowhere else.
    """

    planes: tuple[Plane, ...]
    first: float = 0.0
    going: float = 0.0
    middle: Mapping[int, float] = {}

    def plane(self, near: Array | Sequence[float]) -> Plane:
        """The plane under, or beside, a point."""
        if not self.going:
            return self.planes[0]
        tread = math.floor((near[0] - self.first) / self.going) + 1
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
        return _face(prop)
    return _top(prop, sizes)


def _face(prop: Prop) -> Support:
    """A wall that looks back along x until it is turned."""
    angle = math.radians(prop.turn)
    normal = (-math.cos(angle), 0.0, math.sin(angle))
    reaches = sum(n * p for n, p in zip(normal, prop.at, strict=True))
    return Support((Plane(normal, reaches, 0 if abs(normal[0]) >= abs(normal[2]) else 2),))


def _top(prop: Prop, sizes: Mapping[str, float]) -> Support:
    if prop.kind == "stairs":
        rises = (prop.at[1] + i * sizes["rise"] for i in range(round(sizes["steps"]) + 1))
        return Support(tuple(level(height) for height in rises), prop.at[0], sizes["going"])
    if prop.kind == "slope":
        return Support((_ramp(prop, sizes),))
    round_top = prop.kind in ("roller", "ball")
    middle = {0: prop.at[0]} if round_top else {}
    return Support((level(prop.at[1] + _height(prop, sizes)),), middle=middle)


def _height(prop: Prop, sizes: Mapping[str, float]) -> float:
    """How high the top lies. A mat gives way under the body: its top is the ground it lies on."""
    if prop.kind == "mat":
        return 0.0
    if prop.kind in ("roller", "ball"):
        return 2 * sizes["radius"]
    return sizes.get("height", sizes.get("thickness", sizes.get("width", 0.0)))


def _ramp(prop: Prop, sizes: Mapping[str, float]) -> Plane:
    steep = math.hypot(sizes["length"], sizes["height"])
    normal = (-sizes["height"] / steep, sizes["length"] / steep, 0.0)
    foot = (prop.at[0] - sizes["length"] / 2, prop.at[1])
    return Plane(normal, normal[0] * foot[0] + normal[1] * foot[1])
