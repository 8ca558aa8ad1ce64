"""Pictures as values: paths with fills and strokes, and what was made of pixels, in millimetres, y down."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from publisher.geometry import Box, Point, Transform

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publisher.colour import Colour

Verb = Literal["M", "L", "C", "Z"]
Segment = tuple[Verb, tuple[float, ...]]

# Control distance of a cubic that stands in for a quarter circle of radius 1.
KAPPA = 0.5522847498


class Path(NamedTuple):
    """Segments M x y, L x y, C x1 y1 x2 y2 x y, Z."""

    segments: tuple[Segment, ...] = ()

    def moved(self, by: Transform) -> Path:
        """The path after an affine map."""
        # Every icon of every card comes through here: reckoned in place, with no Point for each pair.
        a, b, c, d, e, f = by.a, by.b, by.c, by.d, by.e, by.f
        moved: list[Segment] = []
        for verb, numbers in self.segments:
            if len(numbers) == 2:
                x, y = numbers
                moved.append((verb, (a * x + c * y + e, b * x + d * y + f)))
            elif numbers:
                x1, y1, x2, y2, x, y = numbers
                moved.append(
                    (
                        verb,
                        (
                            *(a * x1 + c * y1 + e, b * x1 + d * y1 + f),
                            *(a * x2 + c * y2 + e, b * x2 + d * y2 + f),
                            *(a * x + c * y + e, b * x + d * y + f),
                        ),
                    )
                )
            else:
                moved.append((verb, ()))
        return Path(tuple(moved))

    def joined(self, other: Path) -> Path:
        """Both paths as one."""
        return Path(self.segments + other.segments)

    @property
    def bounds(self) -> Box:
        """The box round all points and control points."""
        numbers = [number for _, given in self.segments for number in given]
        if not numbers:
            return Box(0, 0, 0, 0)
        xs, ys = numbers[0::2], numbers[1::2]
        left, top = min(xs), min(ys)
        return Box(left, top, max(xs) - left, max(ys) - top)


class Stroke(NamedTuple):
    """A line: colour, width in millimetres, ends, dashes in millimetres, corners (as its ends if nothing is said)."""

    colour: Colour
    width: float
    cap: Literal["butt", "round", "square"] = "round"
    dash: tuple[float, ...] = ()
    join: Literal["", "miter", "round", "bevel"] = ""


class Mark(NamedTuple):
    """One path, filled, stroked or both; `clip` limits where it shows."""

    path: Path
    fill: Colour | None = None
    stroke: Stroke | None = None
    even_odd: bool = False
    clip: Path | None = None

    def moved(self, by: Transform, stretch: float = 1.0) -> Mark:
        """The mark after an affine map; line widths times `stretch`."""
        stroke = self.stroke
        if stroke is not None and stretch != 1.0:
            stroke = stroke._replace(width=stroke.width * stretch, dash=tuple(d * stretch for d in stroke.dash))
        clip = None if self.clip is None else self.clip.moved(by)
        return self._replace(path=self.path.moved(by), stroke=stroke, clip=clip)


@dataclass(frozen=True, slots=True)
class Raster:
    """A photograph or another picture of pixels as a page takes it: 8 bits a sample, sRGB or grey, nothing else in it.

    `data` are rows of samples packed by zlib ("flate"), or a JPEG file. `name` follows from what is shown: the same
    pixels have the same name. Only `publisher.rasters` makes them, and `publisher.separations` those of four inks.
    """

    width: int
    height: int
    colours: Literal["grey", "rgb", "cmyk"]
    coding: Literal["flate", "jpeg"]
    name: str
    data: bytes = field(repr=False, compare=False)

    @property
    def box(self) -> Box:
        """All of it, a unit a pixel."""
        return Box(0, 0, self.width, self.height)


class Image(NamedTuple):
    """Pixels in a drawing: where each goes (`by`, from pixels), and what of them shows."""

    raster: Raster
    by: Transform
    clip: Path | None = None

    @property
    def box(self) -> Box:
        """What it covers; where it is clipped, what shows."""
        return self.by.of_box(self.raster.box) if self.clip is None else self.clip.bounds

    def moved(self, by: Transform) -> Image:
        """The image after an affine map."""
        clip = None if self.clip is None else self.clip.moved(by)
        return self._replace(by=self.by.then(by), clip=clip)


class Drawing(NamedTuple):
    """A picture: its box, the point that stands on the ground line, and its marks in paint order, images below them."""

    box: Box
    marks: tuple[Mark, ...]
    ground: Point = Point(0, 0)
    images: tuple[Image, ...] = ()

    def moved(self, by: Transform, stretch: float = 1.0) -> Drawing:
        """The drawing after an affine map; line widths times `stretch`."""
        marks = tuple(mark.moved(by, stretch) for mark in self.marks)
        return Drawing(by.of_box(self.box), marks, by.of(self.ground), tuple(image.moved(by) for image in self.images))


class Picture(Protocol):
    """What can be placed like a drawing: one, or one whose marks are made when somebody asks for them."""

    @property
    def box(self) -> Box:
        """What it covers."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is painted, in paint order."""

    @property
    def ground(self) -> Point:
        """The point that stands on the ground line."""

    @property
    def images(self) -> tuple[Image, ...]:
        """What is made of pixels and lies below the marks."""


def pixels(raster: Raster, width: float = 0.0) -> Drawing:
    """A picture of pixels as a drawing `width` millimetres wide, or a millimetre a pixel."""
    size = width / raster.width if width else 1.0
    by = Transform.scale(size)
    return Drawing(by.of_box(raster.box), (), images=(Image(raster, by),))


def polyline(points: Iterable[tuple[float, float]], *, closed: bool = False) -> Path:
    """Straight lines through the points."""
    segments: list[Segment] = [("M" if i == 0 else "L", point) for i, point in enumerate(points)]
    if closed:
        segments.append(("Z", ()))
    return Path(tuple(segments))


def rectangle(box: Box, radius: float = 0.0, corners: str = "tl tr br bl") -> Path:
    """A rectangle; the named corners (tl tr br bl) are rounded by `radius`."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    if radius <= 0:
        return polyline([(x, y), (right, y), (right, bottom), (x, bottom)], closed=True)
    named = corners.split()
    tl, tr, br, bl = (radius if corner in named else 0.0 for corner in ("tl", "tr", "br", "bl"))
    out: list[Segment] = [("M", (x + tl, y)), ("L", (right - tr, y))]
    if tr:
        out.append(("C", (right - tr + KAPPA * tr, y, right, y + tr - KAPPA * tr, right, y + tr)))
    out.append(("L", (right, bottom - br)))
    if br:
        out.append(("C", (right, bottom - br + KAPPA * br, right - br + KAPPA * br, bottom, right - br, bottom)))
    out.append(("L", (x + bl, bottom)))
    if bl:
        out.append(("C", (x + bl - KAPPA * bl, bottom, x, bottom - bl + KAPPA * bl, x, bottom - bl)))
    out.append(("L", (x, y + tl)))
    if tl:
        out.append(("C", (x, y + tl - KAPPA * tl, x + tl - KAPPA * tl, y, x + tl, y)))
    out.append(("Z", ()))
    return Path(tuple(out))


def ellipse(centre: Point, rx: float, ry: float | None = None) -> Path:
    """A circle, or an ellipse with two radii, as four cubics."""
    ry = rx if ry is None else ry
    x, y, kx, ky = centre.x, centre.y, rx * KAPPA, ry * KAPPA
    return Path(
        (
            ("M", (x + rx, y)),
            ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
            ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
            ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
            ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
            ("Z", ()),
        )
    )


def arc(centre: Point, radius: float, start: float, end: float) -> Path:
    """Part of a circle from angle `start` to `end`, degrees clockwise from the right."""
    pieces = max(1, math.ceil(abs(end - start) / 90))
    step = math.radians((end - start) / pieces)
    handle = 4 / 3 * math.tan(step / 4) * radius
    out: list[Segment] = []
    for i in range(pieces):
        a = math.radians(start) + i * step
        b = a + step
        x1, y1 = centre.x + radius * math.cos(a), centre.y + radius * math.sin(a)
        x2, y2 = centre.x + radius * math.cos(b), centre.y + radius * math.sin(b)
        if i == 0:
            out.append(("M", (x1, y1)))
        control_1 = (x1 - handle * math.sin(a), y1 + handle * math.cos(a))
        control_2 = (x2 + handle * math.sin(b), y2 - handle * math.cos(b))
        out.append(("C", (*control_1, *control_2, x2, y2)))
    return Path(tuple(out))
