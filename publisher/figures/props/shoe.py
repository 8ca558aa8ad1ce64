"""A trail shoe as a thing to look at: cushion, grip, laces; and the insole that goes into it.

Lengths here are parts of the length of the shoe, from the heel at 0 to the toe at 1; y is 0 on the ground.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.field import Solid, sole
from publisher.figures.props.place import Place, carved
from publisher.figures.skeleton import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.model.figure import Triple

# Bends of the sole: where the toe spring and the bevel of the heel begin, and how steep they are, degrees.
TOE_FROM, TOE_SPRING = 0.66, 11.0
HEEL_FROM, HEEL_BEVEL = 0.16, -7.0
LUG = 0.022


class Piece(NamedTuple):
    """A stretch of the sole in plan: two circles (place, radius), and how it is tipped."""

    back: tuple[float, float]
    front: tuple[float, float]
    hinge: float = 0.0
    tip: float = 0.0


# A foot is wider at the ball than at the heel, and waisted between.
PLAN = (
    Piece((0.145, 0.118), (0.20, 0.124), HEEL_FROM, HEEL_BEVEL),
    Piece((0.16, 0.122), (0.44, 0.122)),
    Piece((0.42, 0.120), (0.68, 0.168)),
    Piece((0.66, 0.168), (0.855, 0.118), TOE_FROM, TOE_SPRING),
)


class Shoe(NamedTuple):
    """A shoe being made: where it stands, and how long it is."""

    place: Place
    long: float

    def at(self, x: float, y: float, z: float = 0.0) -> Triple:
        """A point given in parts of the length."""
        return ((x - 0.5) * self.long, y * self.long, z * self.long)

    def egg(self, part: str, at: Triple, radii: Triple, blend: float = 0.0, lean: float = 0.0) -> Solid:
        """An ellipsoid; `lean` tips its front up, degrees."""
        here = self.place.moved(self.at(*at), about((0, 0, 1), lean))
        a, b, c = radii
        return here.egg(part, (0, 0, 0), (a * self.long, b * self.long, c * self.long), blend * self.long)

    def tube(self, part: str, a: Triple, b: Triple, radii: float | tuple[float, float], blend: float = 0.0) -> Solid:
        """A tube."""
        both = radii if isinstance(radii, tuple) else (radii, radii)
        thick = (both[0] * self.long, both[1] * self.long)
        return self.place.tube(part, self.at(*a), self.at(*b), thick, blend * self.long)

    def layer(self, part: str, piece: Piece, heights: tuple[float, float], grow: float, rounded: float) -> Solid:
        """One layer of the sole over a stretch."""
        material, _, name = part.partition(" ")
        here = self.place.moved(self.at(piece.hinge, 0), about((0, 0, 1), piece.tip))
        k = self.long
        back = ((piece.back[0] - piece.hinge) * k, (piece.back[1] + grow) * k)
        front = ((piece.front[0] - piece.hinge) * k, (piece.front[1] + grow) * k)
        low, high = heights
        made = self.place.part(material, name)
        return sole(made, here.frame, back, front, (low * k, high * k), rounded * k, 0.02 * k)


def shoe(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """One shoe in profile."""
    made = Shoe(place, size["length"])
    return (*_upper(made), *_laces(made), *_cushion(made), *_lugs(made))


def _cushion(shoe: Shoe) -> Iterator[Solid]:
    """Midsole, thick at the heel, with a groove round it; below it the outsole."""
    for piece, high in zip(PLAN, (0.150, 0.138, 0.122, 0.112), strict=True):
        yield shoe.layer("white midsole", piece, (LUG + 0.012, high), 0.010, 0.014)
    for piece in PLAN:
        yield shoe.layer("sole outsole", piece, (LUG, LUG + 0.030), 0.013, 0.006)


def _lugs(shoe: Shoe) -> Iterator[Solid]:
    """Grip: rows of lugs across the sole, those at the heel set to brake."""
    rows = [(0.06 + 0.082 * i) for i in range(12)]
    for number, x in enumerate(rows):
        wide = _half_width(x)
        for z in (-0.86, -0.30, 0.30, 0.86) if number % 2 else (-0.74, 0.0, 0.74):
            yield _lug(shoe, x, z * (wide - 0.012), 0.030 if x < 0.3 else 0.026)


def _half_width(x: float) -> float:
    """Half the width of the sole."""
    places = (0.02, 0.10, 0.30, 0.44, 0.56, 0.68, 0.80, 0.90, 0.97)
    return float(np.interp(x, places, (0.055, 0.112, 0.120, 0.120, 0.143, 0.166, 0.148, 0.108, 0.050)))


def _lug(shoe: Shoe, x: float, z: float, half: float) -> Solid:
    piece = PLAN[3] if x > TOE_FROM else PLAN[0] if x < HEEL_FROM else PLAN[1]
    here = shoe.place.moved(shoe.at(piece.hinge, 0), about((0, 0, 1), piece.tip))
    k = shoe.long
    at = ((x - piece.hinge) * k, 0.018 * k, z * k)
    return here.plate("sole lug", at, (half * 0.86 * k, 0.018 * k, half * k), 0.008 * k, 0.003 * k, slant=-0.25)


def _upper(shoe: Shoe) -> Iterator[Solid]:
    """Mesh over the foot, cut open for the ankle; a cap over the toes, a counter round the heel."""
    mesh = "cloth upper"
    yield shoe.egg(mesh, (0.70, 0.155, 0), (0.270, 0.108, 0.150), lean=-4)
    yield shoe.egg(mesh, (0.46, 0.190, 0), (0.270, 0.150, 0.118), 0.06, lean=-19)
    yield shoe.egg(mesh, (0.17, 0.200, 0), (0.150, 0.170, 0.112), 0.06)
    yield shoe.tube(mesh, (0.120, 0.20), (0.095, 0.395), (0.095, 0.062), 0.05)
    yield shoe.tube(mesh, (0.33, 0.30), (0.30, 0.355), (0.085, 0.072), 0.04)
    yield carved(shoe.egg("metal lining", (0.205, 0.455, 0), (0.120, 0.130, 0.062), lean=-8))
    yield shoe.egg("metal lining", (0.205, 0.27, 0), (0.150, 0.060, 0.075))
    yield from _tongue(shoe)
    yield shoe.tube("band tab", (0.040, 0.36), (0.030, 0.425), (0.020, 0.014), 0.0)


def _tongue(shoe: Shoe) -> Iterator[Solid]:
    for a, b in pairwise(((0.43, 0.335, 0), (0.36, 0.385, 0), (0.325, 0.435, 0))):
        for z in (-0.035, 0.0, 0.035):
            yield shoe.tube("cloth tongue", (a[0], a[1], z), (b[0], b[1], z), 0.017, 0.012)


def _laces(shoe: Shoe) -> Iterator[Solid]:
    """Rows of laces over the instep, and a bow."""
    for i in range(5):
        x, y = 0.42 + 0.052 * i, 0.352 - 0.027 * i
        wide = 0.058
        arc = [
            (x + 0.012 * (1 - math.cos(t)), y - 0.045 * (1 - math.cos(t)), wide * t) for t in (-1.2, -0.6, 0, 0.6, 1.2)
        ]
        for a, b in pairwise(arc):
            yield shoe.tube("white lace", a, b, 0.0105)


def insole(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """An insole: thin under the toes, a cup round the heel, a raised arch on the inner side (towards -z)."""
    k = size["length"]
    made = Shoe(place, k)
    stretch = size["width"] / k / 0.336
    solids = []
    for piece in PLAN:
        flat = piece._replace(tip=piece.tip * 0.3)
        slim = flat._replace(
            back=(flat.back[0], flat.back[1] * stretch), front=(flat.front[0], flat.front[1] * stretch)
        )
        solids.append(made.layer("cloth cover", slim, (0.012, 0.030), 0.0, 0.008))
        solids.append(made.layer("white foam", slim, (0.0, 0.016), 0.002, 0.006))
    return tuple(solids)


def shoe_on_its_side(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """One shoe that lies on its side and shows the grip of its sole to the viewer."""
    half = 0.17 * size["length"]
    return shoe(place.moved((0, half, 0), about((1, 0, 0), -90.0)), size)


def pair(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """Two shoes side by side."""
    apart = 0.20 * size["length"]
    both = (place.moved((0.10 * k * size["length"], 0, k * apart)) for k in (1, -1))
    return tuple(solid for one in both for solid in shoe(one, size))
