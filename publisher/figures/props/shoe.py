"""A trail shoe as a thing to look at: cushion, grip, laces; and the insole that goes into it.

Lengths here are parts of the length of the shoe, from the heel at 0 to the toe at 1; y is 0 on the ground.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.field import Solid, cone, sole
from publisher.figures.props.place import Place, carved
from publisher.figures.props.wrapping import ribbon, surface
from publisher.figures.skeleton import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publisher.figures.skeleton import Array
    from publisher.model.figure import Triple

# Bends of the sole: where the toe spring and the bevel of the heel begin, and how steep they are, degrees.
TOE_FROM, TOE_SPRING = 0.50, 6.5
HEEL_FROM, HEEL_BEVEL = 0.34, -3.5
LUG = 0.022


Pair = tuple[float, float]


class Piece(NamedTuple):
    """A stretch of the sole in plan: two circles (place, radius), and how it is tipped."""

    back: tuple[float, float]
    front: tuple[float, float]
    hinge: float = 0.0
    tip: float = 0.0


# A foot is wider at the ball than at the heel, and waisted between.
PLAN = (
    Piece((0.135, 0.116), (0.20, 0.120), HEEL_FROM, HEEL_BEVEL),
    Piece((0.30, 0.108), (0.42, 0.102)),
    Piece((0.42, 0.102), (0.46, 0.118)),
    Piece((0.655, 0.170), (0.870, 0.098), TOE_FROM, TOE_SPRING),
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
        return sole(made, here.frame, back, front, (low * k, high * k), rounded * k, 0.04 * k)


def shoe(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """One shoe in profile."""
    made = Shoe(place, size["length"])
    upper = tuple(_upper(made))
    return (*upper, *_overlays(made, upper), *_laces(made, upper), *_tongue(made), *_cushion(made), *_lugs(made))


def _cushion(shoe: Shoe) -> Iterator[Solid]:
    """Midsole, thick at the heel, and a rand that comes up over the toes; below them the outsole."""
    for piece, high in zip(PLAN, (0.138, 0.130, 0.124, 0.108), strict=True):
        yield shoe.layer("white midsole", piece, (LUG + 0.012, high), 0.010, 0.014)
    # Rubber under heel and ball; at the waist the midsole shows.
    for piece in (PLAN[0], PLAN[3]):
        yield shoe.layer("sole outsole", piece, (LUG, LUG + 0.028), 0.013, 0.006)
    for piece, high in zip(PLAN[:3], (0.094, 0.088, 0.088), strict=True):
        yield shoe.layer("cloth stripe", piece, (high - 0.012, high), 0.0125, 0.003)
    toe = PLAN[3]._replace(back=(0.79, 0.126))
    yield shoe.layer("sole rand", toe, (0.05, 0.142), 0.004, 0.020)


# Rows of lugs: where along the sole, how far to either side of the middle. Those of the ball point one way and push
# off, those of the heel the other way and brake.
BALL_ROWS = ((0.56, (0.078,)), (0.65, (0.092,)), (0.74, (0.084,)), (0.83, (0.056,)), (0.905, (0.0,)))
HEEL_ROWS = ((0.075, (0.0,)), (0.150, (0.056,)), (0.235, (0.060,)))


def _lugs(shoe: Shoe) -> Iterator[Solid]:
    """Grip: rows of chevrons."""
    for rows, piece, points in ((BALL_ROWS, PLAN[3], 1), (HEEL_ROWS, PLAN[0], -1)):
        for x, aside in rows:
            for z in sorted({s * z for z in aside for s in (1, -1)}):
                yield from _chevron(shoe, piece, (x, z), points)


def _chevron(shoe: Shoe, piece: Piece, at: tuple[float, float], points: int) -> Iterator[Solid]:
    """Two bars that meet in a point."""
    k = shoe.long
    for s in (1, -1):
        middle = ((at[0] - piece.hinge) * k, 0.014 * k, (at[1] + 0.024 * s) * k)
        tipped = shoe.place.moved(shoe.at(piece.hinge, 0), about((0, 0, 1), piece.tip))
        bar = tipped.moved(middle, about((0, 1, 0), 35.0 * s * points))
        yield bar.box("cloth lug", (0, 0, 0), (0.0125 * k, 0.014 * k, 0.036 * k), 0.003 * k)


def _upper(shoe: Shoe) -> Iterator[Solid]:
    """Mesh over the foot: high at the heel and the instep, cut down at the ankle, hollow."""
    mesh = "cloth upper"
    k = shoe.long
    yield shoe.egg(mesh, (0.70, 0.160, 0), (0.262, 0.086, 0.150), lean=-2)
    yield shoe.egg(mesh, (0.47, 0.205, 0), (0.260, 0.124, 0.118), 0.06, lean=-20)
    yield shoe.egg(mesh, (0.20, 0.230, 0), (0.165, 0.170, 0.105), 0.05)
    yield shoe.tube(mesh, (0.135, 0.18, 0), (0.105, 0.375, 0), (0.108, 0.070), 0.04)
    yield shoe.tube(mesh, (0.33, 0.22, 0), (0.295, 0.370, 0), (0.105, 0.070), 0.04)
    across = (shoe.at(0.190, 0.530, -0.3), shoe.at(0.190, 0.530, 0.3))
    yield carved(shoe.place.rod("cloth upper", *across, 0.205 * k, 0))
    yield carved(shoe.egg("cloth upper", (0.198, 0.400, 0), (0.128, 0.140, 0.058)))
    yield shoe.egg("metal lining", (0.198, 0.250, 0), (0.120, 0.050, 0.060))
    yield shoe.tube("band tab", (0.038, 0.365, 0), (0.024, 0.425, 0), (0.020, 0.014))


def _skin(shoe: Shoe, upper: tuple[Solid, ...], spots: list[tuple[float, float]]) -> Array:
    """Points on the upper: at a place along it, and so far round from its top (degrees, to the right)."""
    starts = np.array([shoe.place.frame.point(*shoe.at(x, 0.15)) for x, _ in spots])
    turns = np.radians([turn for _, turn in spots])
    local = np.column_stack((np.zeros(len(spots)), np.cos(turns), np.sin(turns)))
    ways = local @ shoe.place.frame.turn.T
    return surface(upper, starts, ways) + ways * 0.003 * shoe.long


def _overlays(shoe: Shoe, upper: tuple[Solid, ...]) -> Iterator[Solid]:
    """What is sewn on: a counter round the heel, a stay for the laces, two slanted straps on either side."""
    k, thick = shoe.long, 0.004 * shoe.long
    part = shoe.place.part("band", "overlay")
    up, along = shoe.place.frame.turn[:, 1], shoe.place.frame.turn[:, 0]
    heel = [(math.cos(t), math.sin(t)) for t in np.linspace(1.75, 2 * math.pi - 1.75, 25)]
    starts = np.array([shoe.place.frame.point(*shoe.at(0.165, 0.215)) for _ in heel])
    ways = np.array([(c, 0.0, s) for c, s in heel]) @ shoe.place.frame.turn.T
    yield from ribbon(part, surface(upper, starts, ways), up, 0.150 * k, thick=thick)
    for side in (1, -1):
        stay = _skin(shoe, upper, [(x, 36 * side) for x in np.linspace(0.39, 0.70, 16)])
        yield from ribbon(part, stay, _level(shoe, 36 * side), 0.036 * k, thick=thick)
        for x in (0.52, 0.66):
            strap = _skin(shoe, upper, [(x - 0.11 * t, (38 + 64 * t) * side) for t in np.linspace(0, 1, 12)])
            yield from ribbon(part, strap, along, 0.034 * k, thick=thick)


def _level(shoe: Shoe, turn: float) -> Array:
    """Across a strip that runs along the shoe, so far round from its top (degrees)."""
    t = math.radians(turn)
    return np.array(shoe.place.frame.turn @ np.array((0.0, -math.sin(t), math.cos(t))))


def _laces(shoe: Shoe, upper: tuple[Solid, ...]) -> Iterator[Solid]:
    """Rows of laces from stay to stay."""
    for i in range(5):
        x = 0.435 + 0.056 * i
        line = _skin(shoe, upper, [(x + 0.012 * math.cos(t), 36 * t) for t in np.linspace(-1, 1, 8)])
        for a, b in pairwise(line):
            yield cone(shoe.place.part("white", "lace"), a, b, (0.011 * shoe.long, 0.011 * shoe.long))


def _tongue(shoe: Shoe) -> Iterator[Solid]:
    """It comes out of the shoe in front of the ankle, padded, as wide as the laces."""
    yield shoe.egg("cloth tongue", (0.345, 0.372, 0), (0.072, 0.024, 0.060), lean=128)


# An insole for the right foot in plan: heel, waist, ball, big toe and small toes as circles (place, aside, radius).
# Aside is towards the outer side.
HEEL, WAIST, BALL = (0.130, 0.0, 0.120), (0.400, 0.028, 0.094), (0.680, 0.004, 0.160)
BIG_TOE, SMALL_TOES = (0.890, -0.040, 0.098), (0.800, 0.050, 0.110)
STRETCHES = ((HEEL, WAIST), (WAIST, BALL), (BALL, BIG_TOE), (BALL, SMALL_TOES))

Spot = tuple[float, float, float]


def insole(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """An insole of a right foot: a cup round the heel, an arch raised on its inner side, a broad toe end."""
    k = size["length"]
    made, wide = Shoe(place, k), size["width"] / k / 0.336
    foam = [_stretch(made, "white foam", pair, (0.0, 0.022), (wide, 0.004)) for pair in STRETCHES]
    cover = [_stretch(made, "cloth cover", pair, (0.014, 0.036), (wide, 0.0)) for pair in STRETCHES[1:]]
    cup = _stretch(made, "cloth cover", STRETCHES[0], (0.014, 0.092), (wide, 0.0))
    return (
        *foam,
        cup,
        *cover,
        made.egg("cloth cover", (0.40, 0.026, -0.056 * wide), (0.17, 0.052, 0.040), 0.05),
        carved(made.egg("cloth cover", (0.165, 0.140, 0.006), (0.200, 0.110, 0.100 * wide))),
    )


def _stretch(shoe: Shoe, part: str, ends: tuple[Spot, Spot], heights: tuple[float, float], wide: Pair) -> Solid:
    """A flat piece round two circles that need not lie on the middle line; `wide` stretches and then grows them."""
    (x, z, r), (x2, z2, r2) = ends
    k, (stretch, grow) = shoe.long, wide
    turn = about((0, 1, 0), -math.degrees(math.atan2((z2 - z) * stretch, x2 - x)))
    here = shoe.place.moved(shoe.at(x, 0, z * stretch), turn)
    material, _, name = part.partition(" ")
    front = (math.hypot(x2 - x, (z2 - z) * stretch) * k, (r2 * stretch + grow) * k)
    low, high = heights
    back, made = (0.0, (r * stretch + grow) * k), shoe.place.part(material, name)
    return sole(made, here.frame, back, front, (low * k, high * k), 0.007 * k, 0.05 * k)


def shoe_on_its_side(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """One shoe that lies on its side and shows the grip of its sole to the viewer."""
    half = 0.17 * size["length"]
    return shoe(place.moved((0, half, 0), about((1, 0, 0), -90.0)), size)


def pair(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """Two shoes side by side."""
    apart = 0.20 * size["length"]
    both = (place.moved((0.10 * k * size["length"], 0, k * apart)) for k in (1, -1))
    return tuple(solid for one in both for solid in shoe(one, size))
