"""A trail shoe as a thing to look at: cushion, grip, laces; its sole seen from below; the insole that goes into it.

Lengths here are parts of the length of the shoe, from the heel at 0 to the toe at 1; y is 0 on the ground.
What is sewn on lies half sunk in what it is sewn to: so its edge is one clean curve, and never a thin wall that would
show as a second line.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.figures.field import Solid, cone
from publisher.figures.props.outlines import outline, stretch
from publisher.figures.props.place import Place, carved
from publisher.figures.props.wrapping import surface
from publisher.figures.skeleton import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publisher.figures.props.outlines import Pair, Spot
    from publisher.figures.skeleton import Array
    from publisher.model.figure import Triple

# A foot in plan is wider at the ball than at the heel, and waisted between; aside is towards its outer side.
PLAN: tuple[Spot, ...] = (
    (0.118, 0.000, 0.106), (0.26, 0.002, 0.104), (0.43, 0.010, 0.094), (0.57, 0.008, 0.118), (0.70, 0.000, 0.143),
    (0.81, -0.010, 0.128), (0.885, -0.016, 0.100),
)  # fmt: skip
# Where the sole bends up under the toes and bevels under the heel, and how steeply, degrees.
TOE, HEEL = (0.66, 9.0), (0.14, -7.0)
GRIP = 0.036  # how deep the gaps between the lugs are
# The middles of the gaps, measured along the sole; the one under the arch is wide.
GAPS = (0.075, 0.160, 0.245, 0.330, 0.560, 0.645, 0.730, 0.815, 0.900)
ARCH = (0.385, 0.500)


class Shoe(NamedTuple):
    """A shoe being made: where it stands, and how long it is."""

    place: Place
    long: float

    def at(self, x: float, y: float, z: float = 0.0) -> Triple:
        """A point given in parts of the length."""
        return ((x - 0.5) * self.long, y * self.long, z * self.long)

    def turned(self, at: Triple, turn: Array) -> Place:
        """Directions that start at a point of the shoe, and are turned."""
        return self.place.moved(self.at(*at), turn)

    def in_profile(self) -> Shoe:
        """The shoe laid down so that outlines are drawn as seen from its side: aside is then down."""
        return Shoe(self.place.moved((0, 0, 0), about((1, 0, 0), 90.0)), self.long)

    def egg(self, part: str, at: Triple, radii: Triple, blend: float = 0.0, lean: float = 0.0) -> Solid:
        """An ellipsoid; `lean` tips its front up, degrees."""
        a, b, c = radii
        here = self.turned(at, about((0, 0, 1), lean))
        return here.egg(part, (0, 0, 0), (a * self.long, b * self.long, c * self.long), blend * self.long)

    def tube(self, part: str, a: Triple, b: Triple, radii: Pair, blend: float = 0.0) -> Solid:
        """A tube."""
        thick = (radii[0] * self.long, radii[1] * self.long)
        return self.place.tube(part, self.at(*a), self.at(*b), thick, blend * self.long)

    def drum(self, part: str, at: Pair, radius: float, soft: float = 0.0) -> Solid:
        """A cylinder right across the shoe, to cut with."""
        x, y = at
        made = self.place.rod(part, self.at(x, y, -0.3), self.at(x, y, 0.3), radius * self.long, 0.0)
        return made._replace(blend=soft * self.long)

    def outline(self, part: str, spots: Sequence[Spot], heights: Pair, grow: float = 0.0) -> Iterator[Solid]:
        """A flat piece with a smooth outline through circles."""
        low, high = (height * self.long for height in heights)
        circles = [self._circle(spot, grow) for spot in spots]
        return outline(self.place, part, circles, (low, high), 0.007 * self.long)

    def stretch(self, part: str, ends: tuple[Spot, Spot], half: float, grow: float, rounded: float) -> Solid:
        """A piece round two circles and their tangents, to either side of the middle."""
        back, front = (self._circle(spot, grow) for spot in ends)
        thick = (half + grow) * self.long
        return stretch(self.place, part, (back, front), (-thick, thick), rounded * self.long)

    def _circle(self, spot: Spot, grow: float) -> Spot:
        x, z, r = spot
        return ((x - 0.5) * self.long, z * self.long, (r + grow) * self.long)


def shoe(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """One shoe in profile."""
    made = Shoe(place, size["length"])
    upper = tuple(_upper(made))
    return (*_cushion(made), *upper, *_grip(made), *_collar(made), *_sewn(made, upper), *_laces(made, upper))


def _cushion(shoe: Shoe) -> Iterator[Solid]:
    """Outsole and midsole, each cut off above along a bow: thick at the heel, low at the ball, up over the toes."""
    yield from shoe.outline("sole outsole", PLAN, (0.0, 0.24), 0.014)
    yield carved(shoe.drum("sole outsole", (0.40, 0.060 + 3.0), 3.0, 0.010))
    yield from shoe.outline("white midsole", PLAN, (0.02, 0.24), 0.006)
    yield carved(shoe.drum("white midsole", (0.60, 0.126 + 3.2), 3.2, 0.021))


def _grip(shoe: Shoe) -> Iterator[Solid]:
    """Gaps cut across the sole: what is left between them are the lugs. Nothing stays below what the shoe stands on."""
    k = shoe.long
    toe, heel = (shoe.turned((x, 0, 0), about((0, 0, 1), turn)) for x, turn in (TOE, HEEL))
    for place, middle in ((toe, 0.3), (heel, -0.3), (shoe.place, 0.0)):
        yield carved(place.box("sole cut", (middle * k, -0.1 * k, 0), ((0.3 + (not middle)) * k, 0.1 * k, 0.3 * k), 0))
    for x in GAPS:
        place, hinge = (toe, TOE[0]) if x > TOE[0] else (heel, HEEL[0]) if x < HEEL[0] else (shoe.place, 0.5)
        yield carved(_gap(place, (x - hinge) * k, 0.021 * k, k))
    yield carved(_gap(shoe.place, (sum(ARCH) / 2 - 0.5) * k, (ARCH[1] - ARCH[0]) / 2 * k, k))


def _gap(place: Place, x: float, half: float, k: float) -> Solid:
    """A gap is narrower at its ground."""
    return place.plate("sole gap", (x, 0, 0), (half, GRIP * k, 0.3 * k), 0.004 * k, 0.003 * k, slant=0.3)


# The upper at heel and instep as seen from the side: a stretch between two circles (place, height, radius), half its
# width, how round its edges are.
CHEEKS: tuple[tuple[tuple[Spot, Spot], float, float], ...] = (
    (((0.150, 0.190, 0.124), (0.146, 0.320, 0.108)), 0.104, 0.075),
    (((0.146, 0.300, 0.108), (0.325, 0.270, 0.112)), 0.100, 0.050),
    (((0.325, 0.262, 0.120), (0.500, 0.185, 0.122)), 0.108, 0.060),
)


def _upper(shoe: Shoe) -> Iterator[Solid]:
    """Cloth over the foot: flat cheeks at the heel, round over the ball and the toes."""
    mesh = "cloth upper"
    yield from (cheek._replace(blend=0.04 * shoe.long) for cheek in _cheeks(shoe, mesh))
    yield shoe.tube(mesh, (0.150, 0.14, 0), (0.50, 0.15, 0), (0.106, 0.110), 0.04)
    yield shoe.tube(mesh, (0.500, 0.185, 0), (0.700, 0.116, 0), (0.118, 0.140), 0.05)
    yield shoe.tube(mesh, (0.700, 0.116, 0), (0.882, 0.112, -0.016), (0.140, 0.100), 0.04)


def _cheeks(shoe: Shoe, part: str, grow: float = 0.0) -> Iterator[Solid]:
    side = shoe.in_profile()
    for ((x, y, r), (x2, y2, r2)), half, edge in CHEEKS:
        yield side.stretch(part, ((x, -y, r), (x2, -y2, r2)), half, grow, edge)


def _collar(shoe: Shoe) -> Iterator[Solid]:
    """Cut down at the ankle: the cut is dark inside. A tongue in front, a tab behind to pull the shoe on by."""
    cut = carved(shoe.drum("cloth collar", (0.212, 0.515), 0.172))
    yield cut
    # Cut again: a lining shows only where it is made after a cut. It leaves no rim, whose two lines would be a blot.
    yield from _cheeks(shoe, "band lining", -0.001)
    yield cut
    for z in np.linspace(-0.034, 0.034, 7):
        yield shoe.tube("white tongue", (0.388, 0.325, z), (0.346, 0.424, 1.1 * z), (0.027, 0.027))
    yield shoe.tube("band tab", (0.070, 0.385, 0), (0.046, 0.445, 0), (0.023, 0.018))


def _skin(shoe: Shoe, upper: tuple[Solid, ...], spots: Sequence[Pair], sunk: float) -> Array:
    """Points under the upper: at a place along it, so far round from its top (degrees, to the right), so deep."""
    starts = np.array([shoe.place.frame.point(*shoe.at(x, 0.15)) for x, _ in spots])
    turns = np.radians([turn for _, turn in spots])
    local = np.column_stack((np.zeros(len(spots)), np.cos(turns), np.sin(turns)))
    ways = local @ shoe.place.frame.turn.T
    return surface(upper, starts, ways) - ways * sunk * shoe.long


def _strip(shoe: Shoe, part: str, line: Array, radius: float) -> Iterator[Solid]:
    """A strip sewn on: a tube along a line under the surface."""
    material, _, name = part.partition(" ")
    for a, b in pairwise(line):
        yield cone(shoe.place.part(material, name), a, b, (radius * shoe.long, radius * shoe.long))


def _sewn(shoe: Shoe, upper: tuple[Solid, ...]) -> Iterator[Solid]:
    """A counter that holds the heel, and a stay for the laces on either side."""
    yield shoe.egg("band counter", (0.085, 0.200, 0), (0.075, 0.120, 0.112))
    for side in (1, -1):
        spots = [(x, 40 * side) for x in np.linspace(0.435, 0.655, 22)]
        yield from _strip(shoe, "band stay", _skin(shoe, upper, spots, 0.021), 0.028)


def _laces(shoe: Shoe, upper: tuple[Solid, ...]) -> Iterator[Solid]:
    """Rows of laces from stay to stay."""
    for i in range(4):
        x = 0.455 + 0.058 * i
        line = _skin(shoe, upper, [(x + 0.010 * math.cos(t), 42 * t) for t in np.linspace(-1, 1, 24)], 0.003)
        yield from _strip(shoe, "white lace", line, 0.017)


# Rows of lugs under the sole: place along it, half the space between both lugs of the row, half the length of a lug.
# Those of the ball point one way and push off, those of the heel the other way and brake.
LUGS = (
    (0.075, 0.024, 0.030, -1), (0.160, 0.022, 0.038, -1), (0.245, 0.022, 0.037, -1),
    (0.550, 0.024, 0.042, 1), (0.640, 0.026, 0.052, 1), (0.730, 0.026, 0.053, 1), (0.815, 0.024, 0.045, 1),
    (0.895, 0.020, 0.030, 1),
)  # fmt: skip


def shoe_on_its_side(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """The sole of a shoe on its side, which leans back a little and so faces somebody who looks down on it."""
    k = size["length"]
    lying = place.moved((0, 0.159 * k, 0), about((1, 0, 0), -100.0))
    return tuple(_tread(Shoe(lying, k)))


def _tread(shoe: Shoe) -> Iterator[Solid]:
    """Rubber from heel to toe with lugs that hardly stand out: seen from below they are plain shapes."""
    k = shoe.long
    yield from shoe.outline("sole rubber", PLAN, (0.0, 0.10), 0.016)
    for x, gap, half, points in LUGS:
        middle = float(np.interp(x, *np.array(PLAN).T[:2]))
        for side in (1, -1):
            lug = shoe.turned((x, 0.006, middle + side * (gap + half)), about((0, 1, 0), 30.0 * side * points))
            yield lug.plate("cloth lug", (0, 0, 0), (0.024 * k, 0.008 * k, half * k), 0.006 * k, 0.001 * k)


def pair(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """Two shoes side by side."""
    apart = 0.20 * size["length"]
    both = (place.moved((0.10 * k * size["length"], 0, k * apart)) for k in (1, -1))
    return tuple(solid for one in both for solid in shoe(one, size))


# An insole for the right foot in plan.
FOOTBED: tuple[Spot, ...] = (
    (0.125, 0.000, 0.112), (0.27, 0.008, 0.106), (0.43, 0.024, 0.094), (0.58, 0.014, 0.122), (0.69, 0.002, 0.150),
    (0.80, -0.016, 0.136), (0.890, -0.034, 0.098),
)  # fmt: skip


def insole(place: Place, size: Mapping[str, float]) -> tuple[Solid, ...]:
    """An insole of a right foot: foam with a cover on it, raised to a cup round the heel; pads under heel and arch."""
    k = size["length"]
    made, wide = Shoe(place, k), size["width"] / k / 0.336
    spots = [(x, z * wide, r * wide) for x, z, r in FOOTBED]
    top = carved(made.drum("cloth cover", (0.66, 0.036 + 4.5), 4.5))
    # A tube, not an egg: how far it is to a flat egg from inside is only guessed, and rays would run through.
    back, front, radii = (0.120, 0.132, 0.002), (0.262, 0.130, 0.006), (0.104 * wide, 0.098 * wide)
    hollow = carved(made.tube("white cup", back, front, radii))
    return (
        *made.outline("white foam", spots, (0.0, 0.034), 0.004),
        *made.outline("cloth cover", spots, (0.010, 0.24)),
        top,
        hollow,
        # Cut again: a lining shows only where it is made after a cut.
        made.tube("white cup", back, front, (radii[0] + 0.003, radii[1] + 0.003)),
        top,
        hollow,
        made.egg("band pad", (0.50, 0.040, -0.022 * wide), (0.11, 0.010, 0.034 * wide)),
    )
