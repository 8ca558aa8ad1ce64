"""Photographs as the frames of a picture: they stand where drawn people stand, in one frame at one scale.

A drawn frame is measured in statures. A photograph is as high as a standing person, so that both look alike in size.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from publisher.colour import BLACK, INK
from publisher.drawing import Drawing, Image, Mark, Stroke, rectangle
from publisher.figures.tempo import Beat
from publisher.geometry import Box, Point, Transform, mm

if TYPE_CHECKING:
    from collections.abc import Callable

    from publisher.drawing import Raster
    from publisher.problems import Phrase

# As with sketches: one stature, millimetres; and the height of the bands by which edges are told.
STATURE, BAND = 100.0, 3.0
# Dots to the inch in print. So that one size serves many cards, pixels are counted in these steps.
DPI, STEP = 300, 60
_INCH = 25.4
# Radius of the corners of the frame, millimetres on the page.
RADIUS = 1.2
# The height below which a photograph says nothing, millimetres on a face as wide as a poker card: half of what a
# drawn person needs who must be told by a thin line.
SMALLEST = 11.5

Sized: TypeAlias = "Callable[[int], Raster]"


def aspect_of(sizes: list[tuple[int, int]]) -> float:
    """Width to height of the frames of a card: all alike, as most of its photographs are; upright where they tie.

    Three or four that lie would be narrow strips beside one another, so they are square.
    """
    lying = sum(width > height for width, height in sizes)
    if 2 * lying <= len(sizes):
        return 3 / 4
    return 4 / 3 if len(sizes) <= 2 else 1.0


@dataclass(frozen=True, eq=False)
class Photographed:
    """One photograph, cut: `sized` gives it with so many pixels on its longer side. `step` counts from 1."""

    raster: Raster
    sized: Sized
    step: int | None = None
    caption: Phrase | None = None
    pose: str = ""
    wrong: bool = False
    slope: float = 0.0
    beat: Beat = field(default=Beat())
    _made: dict[tuple[float, float], Framing] = field(default_factory=dict, repr=False)

    @property
    def smallest(self) -> float:
        """How high it must be to say something, millimetres on a face as wide as a poker card."""
        return SMALLEST

    def at(self, height: float, weight: float) -> Framing:
        """The photograph in its frame, at 100 mm a stature, whose line weighs so many points at `height` mm."""
        key = (round(height, 3), weight)
        if key not in self._made:
            self._made[key] = Framing(self, height, weight)
        return self._made[key]

    @cached_property
    def box(self) -> Box:
        """What it covers, at 100 mm a stature."""
        return Box(0, 0, STATURE * self.raster.width / self.raster.height, STATURE)

    @property
    def ground(self) -> Point:
        """The middle of its lower edge, which stands on the ground line."""
        return Point(self.box.width / 2, STATURE)

    @cached_property
    def outline(self) -> tuple[tuple[float, float], ...]:
        """Points all over it, the highest first: nothing can be written anywhere on a photograph."""
        wide, steps = self.box.width, math.ceil(STATURE / BAND)
        return tuple((wide * x / 12, STATURE * y / steps) for y in range(steps + 1) for x in range(13))

    @cached_property
    def edges(self) -> dict[int, tuple[float, float]]:
        """How far it reaches to the left and to the right of its ground point, by bands from there down."""
        half = self.box.width / 2
        return dict.fromkeys(range(math.floor(-STATURE / BAND), 1), (-half, half))


class Framing:
    """A photograph at one size: cut to a rounded box, with a thin line round it. Made when it is painted."""

    marks: tuple[Mark, ...]

    def __init__(self, photo: Photographed, height: float, weight: float) -> None:
        """`height` is that of a stature on the page, millimetres; `weight` of the line, points."""
        self._photo, self._height = photo, height
        self.box, self.ground = photo.box, photo.ground
        scale = STATURE / height
        self.wide = round(mm(weight) * scale, 3)
        half = self.wide / 2
        self._frame = rectangle(self.box.inset(half), max(0.1, RADIUS * scale - half))
        line = BLACK if photo.raster.colours == "grey" else INK
        self.marks = (Mark(self._frame, stroke=Stroke(line, self.wide)),)

    @cached_property
    def images(self) -> tuple[Image, ...]:
        """The photograph with as many pixels as print shows."""
        longer = self._height * max(self.box.width, self.box.height) / STATURE
        raster = self._photo.sized(STEP * math.ceil(longer / _INCH * DPI / STEP))
        size = Transform.scale(self.box.width / raster.width, self.box.height / raster.height)
        return (Image(raster, size, self._frame),)

    def moved(self, by: Transform, stretch: float = 1.0) -> Drawing:
        """The drawing after an affine map; line widths times `stretch`."""
        return Drawing(self.box, self.marks, self.ground, self.images).moved(by, stretch)
