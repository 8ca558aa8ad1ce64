"""The picture of a card: one figure's frames as one person shows them, ready to be placed at any size."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from publisher.drawing import Drawing
from publisher.figures.inking import drawing
from publisher.figures.tempo import Beat
from publisher.geometry import around, mm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publisher.drawing import Image, Mark, Path
    from publisher.figures.palette import Palette
    from publisher.figures.photographs import Photographed
    from publisher.figures.sketch import Sketch
    from publisher.geometry import Box, Point, Transform

# The size at which sketches are made: one stature, in millimetres.
STATURE = 100.0
# The height of the bands by which the edges of a figure are told, at that size.
BAND = 3.0
# Below this height of a stature a figure says nothing, millimetres on a face as wide as a poker card.
SMALLEST = 15.0


@dataclass(frozen=True, eq=False)
class Framed:
    """One frame: the pose it shows, its sketch and its colours. `wrong` shows what not to do.

    `slope` is how far its ground falls to the right, degrees; `beat` what it is in its rep. A frame of a film has the
    `room` that all of the film takes, so that all stand in one place at one scale.
    """

    pose: str
    sketch: Sketch
    palette: Palette
    wrong: bool = False
    slope: float = 0.0
    beat: Beat = field(default=Beat())
    room: Box | None = None
    # Drawings by the weight of their lines: a card is laid out several times, at few sizes.
    _made: dict[float, Inked] = field(default_factory=dict, repr=False)

    def at(self, height: float, weight: float) -> Inked:
        """The drawing, still at 100 mm a stature, with lines that weigh so many points when it is `height` mm."""
        wide = round(mm(weight) * STATURE / height, 3)
        if wide not in self._made:
            self._made[wide] = Inked(self, wide)
        return self._made[wide]

    @property
    def smallest(self) -> float:
        """How high a stature must be to say something, millimetres on a face as wide as a poker card."""
        return SMALLEST

    @cached_property
    def box(self) -> Box:
        """The box of what is painted, at 100 mm a stature: where the page draws the ground, mats do not count."""
        if self.room is not None:
            return self.room
        boxes = [path.bounds for path in self._painted() if path.segments]
        return around(boxes) if boxes else self.sketch.box

    @cached_property
    def outline(self) -> tuple[tuple[float, float], ...]:
        """Points along everything that is painted, the highest first: where there is ink."""
        ends = {numbers[-2:] for path in self._painted() for _, numbers in path.segments if numbers}
        return tuple(sorted(ends, key=itemgetter(1)))  # type: ignore[arg-type]

    @cached_property
    def edges(self) -> dict[int, tuple[float, float]]:
        """How far it reaches to the left and to the right of its ground point, by bands of `BAND` from there down."""
        found: dict[int, tuple[float, float]] = {}
        for (x1, y1), (x2, y2) in self._pieces():
            first, last = math.floor(y1 / BAND), math.floor(y2 / BAND)
            near, far = (x1, x2) if x1 <= x2 else (x2, x1)
            for band in range(first, last + 1):
                if last - first > 1:
                    # Straight from end to end: a curve goes hardly farther than its band.
                    high, low = (y1 if band == first else band * BAND), (y2 if band == last else (band + 1) * BAND)
                    ends = (x1 + (x2 - x1) * (high - y1) / (y2 - y1), x1 + (x2 - x1) * (low - y1) / (y2 - y1))
                    near, far = min(ends), max(ends)
                left, right = found.get(band, (near, far))
                if near <= left or far >= right:
                    found[band] = min(near, left), max(far, right)
        return found

    def _pieces(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """Both ends of every piece of what is painted, from the ground point, the upper one first."""
        left, top = self.ground
        for path in self._painted():
            at = (0.0, 0.0)
            for verb, numbers in path.segments:
                to = (numbers[-2] - left, numbers[-1] - top) if numbers else at
                if verb != "M" and numbers:
                    yield (at, to) if at[1] <= to[1] else (to, at)
                at = to

    @property
    def ground(self) -> Point:
        """The point that stands on the ground line."""
        return self.sketch.ground

    def _painted(self) -> Iterator[Path]:
        yield from (path for role, path in self.sketch.fills if self.palette[role] is not None)
        yield from (line.path for line in self.sketch.lines if self.palette[line.role] is not None)


class Inked:
    """A frame with lines of one width. Its marks are made when they are painted: most sizes are only tried."""

    images: tuple[Image, ...] = ()

    def __init__(self, frame: Framed, wide: float) -> None:
        """`wide` is the width of a body line at 100 mm a stature, millimetres."""
        self._frame, self.wide = frame, wide
        self.box, self.ground = frame.box, frame.ground

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """What is painted, in paint order."""
        return drawing(self._frame.sketch, self._frame.palette, self.wide).marks

    def moved(self, by: Transform, stretch: float = 1.0) -> Drawing:
        """The drawing after an affine map; line widths times `stretch`."""
        return Drawing(self.box, self.marks, self.ground).moved(by, stretch)


# A frame of a picture: drawn, or photographed.
Frame: TypeAlias = "Framed | Photographed"


class Illustration(NamedTuple):
    """The frames of one card in the order in which they are shown, all at one scale."""

    frames: tuple[Frame, ...]

    @property
    def slope(self) -> float:
        """How far the ground falls to the right, degrees: pictures on a slope stand on one."""
        return max(frame.slope for frame in self.frames)
