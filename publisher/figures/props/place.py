"""Where a prop stands, and the words in which it is built: boxes, rods, plates and eggs in its own directions.

In its own directions x is its length, y up from the floor, z its width; sizes in H.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.field import Part, Solid, box, cone, cylinder, ellipsoid, frustum, ring, slab
from publisher.figures.skeleton import Frame, about
from publisher.model.anatomy import PROP_KINDS, UP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.figures.skeleton import Array
    from publisher.model.figure import Prop, Triple

# What props are made of; the palette knows a colour for each. "prop" is painted by which way it faces.
MATERIALS = (
    "prop", "mat", "wall", "band", "elastic", "cloth", "metal", "white", "glass", "water", "warm", "food", "leaf",
    "sole",
)  # fmt: skip
# The front of a disc, ring or rod that stands upright: local x up.
UPRIGHT = np.array(((0.0, -1.0, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)))
# The same lying across: local x to the viewer's side, along z.
ACROSS = np.array(((0.0, 0.0, -1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)))


def sizes_of(prop: Prop) -> Mapping[str, float]:
    """The sizes of a prop by name, usual ones where it gives none."""
    sizes = {measure.name: measure.usual for measure in PROP_KINDS[prop.kind].sizes}
    return sizes | dict(zip(sizes, prop.size, strict=False))


class Place(NamedTuple):
    """A prop's own directions, and makers of solids in them."""

    name: str
    frame: Frame

    def part(self, material: str, piece: str = "") -> Part:
        """A part of this prop."""
        return Part(material, f"prop:{self.name}", piece or material)

    def moved(self, at: Triple, turn: Array | None = None) -> Place:
        """Directions that start elsewhere, and may be turned."""
        turned = self.frame.turn if turn is None else self.frame.turn @ turn
        return Place(self.name, Frame(turned, self.frame.point(*at)))

    def box(self, part: str, at: Triple, half: Triple, rounded: float = 0.002, blend: float = 0.0) -> Solid:
        """A box round `at`, half sizes."""
        return box(self._part(part), self.frame, at, half, rounded, blend)

    def plate(
        self, part: str, at: Triple, half: Triple, corner: float, rounded: float = 0.002, *, slant: float = 0.0
    ) -> Solid:
        """A plate with round corners in plan; it draws in upwards by `slant`."""
        return slab(self._part(part), self.frame, at, half, corner, rounded, slant=slant)

    def rod(self, part: str, a: Triple, b: Triple, radius: float, rounded: float = 0.0015) -> Solid:
        """A cylinder with flat ends."""
        return cylinder(self._part(part), self.frame.point(*a), self.frame.point(*b), radius, rounded)

    def taper(
        self, part: str, a: Triple, b: Triple, radii: tuple[float, float], rounded: float = 0.0015, blend: float = 0.0
    ) -> Solid:
        """A cone cut off flat at both ends."""
        return frustum(self._part(part), self.frame.point(*a), self.frame.point(*b), radii, rounded, blend)

    def tube(self, part: str, a: Triple, b: Triple, radii: float | tuple[float, float], blend: float = 0.0) -> Solid:
        """A tube with round ends."""
        both = radii if isinstance(radii, tuple) else (radii, radii)
        return cone(self._part(part), self.frame.point(*a), self.frame.point(*b), both, blend)

    def egg(self, part: str, at: Triple, radii: Triple, blend: float = 0.0) -> Solid:
        """An ellipsoid."""
        return ellipsoid(self._part(part), self.frame, at, radii, blend)

    def hoop(self, part: str, at: Triple, radii: tuple[float, float], turn: Array | None = None) -> Solid:
        """A ring of wire round its x axis: radius of the ring and of the wire."""
        frame = self.frame if turn is None else Frame(self.frame.turn @ turn, self.frame.at)
        return ring(self._part(part), Frame(frame.turn, self.frame.point(*at)), (0.0, 0.0, 0.0), radii)

    def _part(self, text: str) -> Part:
        """A material, or material and piece: "metal pole"."""
        material, _, piece = text.partition(" ")
        return self.part(material, piece)


def carved(solid: Solid) -> Solid:
    """The solid taken away from those of its group before it."""
    return solid._replace(carves=True)


def standing(prop: Prop) -> Place:
    """Where a prop stands by itself: turned about the upright, anticlockwise seen from above."""
    return Place(prop.name, Frame(about(UP, prop.turn), np.array(prop.at, dtype=float)))
