"""Millimetres from the top left, y down. Points begin only in `publisher.pdf`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

POINTS_PER_MM = 72 / 25.4
MM_PER_POINT = 25.4 / 72


def mm(points: float) -> float:
    """Points as millimetres (1 pt is 1/72 inch)."""
    return points * MM_PER_POINT


class Point(NamedTuple):
    """A place on a face or a sheet."""

    x: float
    y: float


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float

    def turned(self) -> Size:
        """The same sheet lying on its side."""
        return Size(self.height, self.width)

    def portrait(self) -> Size:
        """The same size standing up."""
        return self if self.height >= self.width else self.turned()


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def size(self) -> Size:
        """Width and height alone."""
        return Size(self.width, self.height)

    def inset(
        self, left: float, top: float | None = None, right: float | None = None, bottom: float | None = None
    ) -> Box:
        """The box with its edges moved in; one number moves all four."""
        top = left if top is None else top
        right = left if right is None else right
        bottom = top if bottom is None else bottom
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def below(self, y: float) -> Box:
        """What is left of the box under the height `y`."""
        return Box(self.x, y, self.width, self.bottom - y)

    def contains(self, other: Box, slack: float = 0.001) -> bool:
        """Whether the other box lies inside, give or take `slack` millimetres."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


class Transform(NamedTuple):
    """An affine map: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @staticmethod
    def move(x: float, y: float) -> Transform:
        """Shift by x and y."""
        return Transform(e=x, f=y)

    @staticmethod
    def scale(x: float, y: float | None = None) -> Transform:
        """Stretch from the origin."""
        return Transform(a=x, d=x if y is None else y)

    @staticmethod
    def turn(degrees: float) -> Transform:
        """Turn about the origin, clockwise as seen on the page (y points down)."""
        exact = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}.get(int(degrees) % 360)
        if exact is None or degrees != int(degrees):
            radians = math.radians(degrees)
            exact = (math.cos(radians), math.sin(radians))
        cosine, sine = exact
        return Transform(cosine, sine, -sine, cosine)

    def then(self, after: Transform) -> Transform:
        """This map first, `after` second."""
        return Transform(
            after.a * self.a + after.c * self.b,
            after.b * self.a + after.d * self.b,
            after.a * self.c + after.c * self.d,
            after.b * self.c + after.d * self.d,
            after.a * self.e + after.c * self.f + after.e,
            after.b * self.e + after.d * self.f + after.f,
        )

    def of(self, point: Point) -> Point:
        """Where the point lands."""
        return Point(self.a * point.x + self.c * point.y + self.e, self.b * point.x + self.d * point.y + self.f)

    def of_box(self, box: Box) -> Box:
        """The smallest upright box round the moved box."""
        corners = [self.of(Point(x, y)) for x in (box.x, box.right) for y in (box.y, box.bottom)]
        left, top = min(p.x for p in corners), min(p.y for p in corners)
        return Box(left, top, max(p.x for p in corners) - left, max(p.y for p in corners) - top)
