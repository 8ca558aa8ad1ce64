"""A figure as its author wants to see it: frames side by side on their floor, and under each what touches what.

The page is as large as it has to be. What it shows is composed once, for a page and for SVG alike.
"""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from publisher.colour import WHITE, Colour
from publisher.drawing import Drawing, Mark, Stroke, ellipse, polyline
from publisher.figures.illustration import STATURE
from publisher.figures.svg import Label
from publisher.geometry import Box, Point, Size, Transform, around
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.setting import Setting
    from publisher.figures.illustration import Framed
    from publisher.figures.proofs import Proof, Touch
    from publisher.typesetting.face import Face

AIR, GAP, COLUMN = 6.0, 10.0, 40.0
# Points of lines of a body, of the floor and of words; how far apart rows of words are, millimetres.
LINE, FLOOR, TEXT, ROW = 0.8, 0.5, 8.0, 3.8
# What touches is marked by a dot of this radius, millimetres; what misses by more than a millimetre, by a ring.
DOT, MET = 0.8, 1.0
GREEN, POINTS = Colour(0x1B, 0x7A, 0x3E), 72 / 25.4


class Shown(NamedTuple):
    """A frame, and with `marks` its proof; a stature is `height` millimetres."""

    frame: Framed
    proof: Proof
    height: float
    marks: bool = True

    @property
    def size(self) -> float:
        """Millimetres on the page for a unit of the sketch."""
        return self.height / STATURE

    @property
    def width(self) -> float:
        """How wide its column is."""
        own = self.frame.box.width * self.size
        return max(own, COLUMN) if self.marks else own


def compose(shown: Sequence[Shown], setting: Setting) -> tuple[Drawing, tuple[Label, ...]]:
    """All frames with their grounds at one height, and the words under them."""
    marks: list[Mark] = []
    moves = [_place(each, x) for each, x in zip(shown, _columns(shown), strict=True)]
    boxes = [move.of_box(each.frame.box) for each, (move, _) in zip(shown, moves, strict=True)]
    top = max(0.0, *(box.bottom for box in boxes)) + 6.0
    labels: list[Label] = []
    for each, (move, x) in zip(shown, moves, strict=True):
        marks += each.frame.at(each.height, LINE).moved(move, each.size).marks
        if each.marks:
            marks += _proved(each, move, x, setting)
            labels += _words(each, x, top, setting)
    right = moves[-1][1] + shown[-1].width
    words = Box(0, 0, right, max((label.at.y + 1.5 for label in labels), default=0.0))
    return Drawing(around([*boxes, words]), tuple(marks), Point(0, 0)), tuple(labels)


def _columns(shown: Sequence[Shown]) -> list[float]:
    """Where each column starts, millimetres."""
    return [*accumulate((each.width + GAP for each in shown[:-1]), initial=0.0)]


def _place(each: Shown, x: float) -> tuple[Transform, float]:
    """From a sketch to the page, in the middle of its column; and where the column starts."""
    box, ground, size = each.frame.box, each.frame.ground, each.size
    left = x + (each.width - box.width * size) / 2
    return Transform.scale(size).then(Transform.move(left - box.x * size, -ground.y * size)), x


def _proved(each: Shown, move: Transform, x: float, setting: Setting) -> Iterator[Mark]:
    """The floor under the middle of the body, and a mark at each landmark that touches."""
    foot, fall = move.of(each.frame.ground).x, math.tan(math.radians(each.frame.slope))
    floor = polyline([(end, (end - foot) * fall) for end in (x, x + each.width)])
    yield Mark(floor, stroke=Stroke(setting.theme.ink, FLOOR / POINTS, "butt", (1.2, 1.0)))
    for touch in each.proof.touches:
        at = move.of(touch.at)
        if touch.left > MET:
            yield Mark(ellipse(at, 2.6 * DOT), stroke=Stroke(setting.theme.wrong, 0.6))
        yield Mark(ellipse(at, 1.35 * DOT), fill=WHITE)
        yield Mark(ellipse(at, DOT), fill=setting.theme.wrong if touch.left > MET else GREEN)


def _words(each: Shown, x: float, y: float, setting: Setting) -> Iterator[Label]:
    ink, size = setting.theme.ink, TEXT / POINTS
    yield Label(each.proof.pose, Point(x, y), 1.25 * size, ink, bold=True)
    for number, touch in enumerate(sorted(each.proof.touches, key=lambda touch: touch.left <= MET), 1):
        missed = touch.left > MET
        colour = setting.theme.wrong if missed else ink
        yield Label(_told(touch, setting), Point(x, y + 0.6 + number * ROW), size, colour, bold=missed)


def _told(touch: Touch, setting: Setting) -> str:
    return setting.words.say("proof.touch", part=touch.part, on=touch.on, left=f"{touch.left:.1f}")


def draw(title: str, alt: str, shown: Sequence[Shown], setting: Setting) -> Face:
    """The page, as large as what it shows."""
    drawing, labels = compose(shown, setting)
    styles = {
        (label.size, label.bold, label.colour): Style(
            label.size * POINTS, label.size * POINTS * 1.2, label.colour, Weight.BOLD if label.bold else Weight.REGULAR
        )
        for label in labels
    }
    box = drawing.box.inset(-AIR)
    surface = Surface(Size(box.width, box.height), setting.typeface, TEXT, title)
    move = Transform.move(-box.x, -box.y)
    surface.picture(alt, (drawing, move))
    for label in labels:
        with surface.element(Role.PARAGRAPH):
            surface.label(label.text, styles[label.size, label.bold, label.colour], move.of(label.at))
    return surface.face()
