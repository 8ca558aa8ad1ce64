"""Where figures stand: how large, beside or above one another, on level ground or on a hill.

All frames of a card have one scale, so that a difference between them is a difference of posture. Upright frames
stand side by side on the ground. Two people who lie side by side would be small; where it makes them larger, the start
lies on a thin ground of its own above the end.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from publisher.figures.illustration import BAND, STATURE
from publisher.geometry import Box, Point, Transform

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from publisher.drawing import Picture
    from publisher.figures.illustration import Frame

# Body heights as shares of the width of the face: one who stands, two who stand, anybody who does not.
ALONE, PAIR, LOW = 0.56, 0.5, 0.78
# A frame that is lower than this share of a stature is low; so is one that is so much wider than high.
UPRIGHT, WIDE = 0.7, 1.4
# How many bands of a figure are its head.
HEAD = 4
# How far the parts nearest to the viewer may reach below the ground line, in hundredths of a stature.
SUNK = 3.0
# Stacked frames must be so much larger than the same frames side by side.
WORTH_STACKING = 1.1


class Standing(NamedTuple):
    """A frame on the face: its ground point is at `foot`, a stature is `height` millimetres."""

    frame: Frame
    foot: Point
    height: float

    @property
    def box(self) -> Box:
        """What it takes of the face."""
        return self.move.of_box(self.frame.box)

    @property
    def move(self) -> Transform:
        """From the drawing to the face."""
        size = self.height / STATURE
        sole = _sole(self.frame)
        return Transform.scale(size).then(
            Transform.move(self.foot.x - self.frame.ground.x * size, self.foot.y - sole * size)
        )

    def drawn(self, weight: float) -> tuple[Picture, Transform]:
        """The drawing with lines of that weight, in points, and where it goes."""
        return self.frame.at(self.height, weight), self.move

    def ink_between(self, top: float, bottom: float) -> list[Point]:
        """Points along what is painted, between two heights of the face."""
        size, _, _, _, left, above = self.move
        outline = self.frame.outline
        first = bisect_left(outline, (top - above) / size, key=itemgetter(1))
        last = bisect_left(outline, (bottom - above) / size, key=itemgetter(1))
        return [Point(left + x * size, above + y * size) for x, y in outline[first:last]]


def _sole(frame: Frame) -> float:
    """The height of the sketch that stands on the line: the ground point, but nobody sinks in deep.

    On a slope the ground itself goes on below that point, and with it what lies ahead.
    """
    if frame.slope:
        return frame.ground.y
    return max(frame.ground.y, frame.box.bottom - SUNK)


def _above(frame: Frame) -> float:
    return _sole(frame) - frame.box.y


def is_low(frame: Frame) -> bool:
    """Whether somebody lies, sits or kneels rather than stands."""
    return _above(frame) < UPRIGHT * STATURE or frame.box.width > WIDE * _above(frame)


def tallest(frames: Sequence[Frame], width: float) -> float:
    """The body height that design allows on a face of this width, millimetres."""
    if any(is_low(frame) for frame in frames):
        return LOW * width
    return (ALONE if len(frames) == 1 else PAIR) * width


def beside(frames: Sequence[Frame], room: Box, most: float, gap: float) -> list[Standing]:
    """Side by side on the bottom of the room, as large as it allows, spread over its width."""
    spare = room.width - gap * (len(frames) - 1)
    widths = sum(frame.box.width for frame in frames)
    height = min(most, STATURE * spare / widths, STATURE * room.height / max(_above(frame) for frame in frames))
    size = height / STATURE
    air = _air(frames, room.width - widths * size, gap, 5.0 * gap)
    x = room.x + (room.width - widths * size - air * (len(frames) - 1)) / 2
    out = []
    for frame in frames:
        out.append(Standing(frame, Point(x + (frame.ground.x - frame.box.x) * size, room.bottom), height))
        x += frame.box.width * size + air
    return out


def _air(frames: Sequence[Frame], spare: float, least: float, most: float) -> float:
    """What stands between two frames: an even share of the spare width."""
    return min(most, max(least, spare / (len(frames) + 1))) if len(frames) > 1 else 0.0


def stacked(frames: Sequence[Frame], room: Box, most: float, gap: float, between: float) -> list[Standing]:
    """The last on the bottom of the room, those before it above on grounds of their own, `between` millimetres over it.

    One above lies exactly over the one below, so that the difference shows.
    """
    upper, lower = frames[:-1], frames[-1]
    left = min(frame.box.x - frame.ground.x for frame in frames)
    right = max(frame.box.right - frame.ground.x for frame in frames)
    high = max(_above(frame) for frame in upper) + _above(lower)
    height = min(most, STATURE * room.width / (right - left), STATURE * (room.height - between) / high)
    # Their grounds reach a little beyond them on both sides.
    row = beside(upper, room, height, 2 * gap)
    height = row[0].height
    size = height / STATURE
    x = room.x + room.width / 2 - (left + right) / 2 * size
    foot = room.bottom - _above(lower) * size - between
    xs = [x] if len(row) == 1 else [each.foot.x for each in row]
    below = Standing(lower, Point(x, room.bottom), height)
    return [*(Standing(each.frame, Point(at, foot), height) for each, at in zip(row, xs, strict=True)), below]


def arranged(frames: Sequence[Frame], room: Box, width: float, gap: float, between: float) -> list[Standing]:
    """Side by side, or stacked where two or three low frames become larger by it."""
    most = tallest(frames, width)
    flat = beside(frames, room, most, gap)
    if len(frames) in {2, 3} and all(is_low(frame) for frame in frames) and room.height > between:
        pile = stacked(frames, room, most, gap, between)
        if pile[0].height > WORTH_STACKING * flat[0].height:
            return pile
    return flat


class Hill(NamedTuple):
    """A sloping ground: its height at any x, and whether a box is clear of what stands above."""

    line: Callable[[float], float]
    clear: Callable[[Box], bool]


def on_slope(frames: Sequence[Frame], room: Box, hill: Hill, gap: float, mark: float = 0.0) -> list[Standing]:
    """Side by side on a hill, as large as is clear of what stands above; the height of the room is the most.

    The arm of one may reach over the leg of the next: they are only kept apart where there is ink beside ink. `mark` is
    the room before each head but the first for a tick or a cross.
    """
    line, clear = hill
    height, fall = room.height, line(1) - line(0)
    while True:
        size = height / STATURE
        steps = [_step(left, right, size, fall, (gap, mark)) for left, right in pairwise(frames)]
        before, after = frames[0].ground.x - frames[0].box.x, frames[-1].box.right - frames[-1].ground.x
        spare = room.width - (before + after) * size - sum(steps)
        air = min(5.0 * gap, spare / (len(frames) + 1)) if steps else 0.0
        foot = room.x + before * size + (spare - air * len(steps)) / 2
        out = [Standing(frames[0], Point(foot, line(foot)), height)]
        for frame, step in zip(frames[1:], steps, strict=True):
            foot += step + air
            out.append(Standing(frame, Point(foot, line(foot)), height))
        if height <= 1 or (spare >= 0 and all(clear(standing.box) for standing in out)):
            return out
        height -= 0.5


def _step(left: Frame, right: Frame, size: float, fall: float, gaps: tuple[float, float]) -> float:
    """How far from one foot to the next so that nothing comes nearer than the gap, millimetres; more before a head."""
    gap, mark = gaps
    head = HEAD + min(right.edges)
    step = gap + (left.box.right - left.ground.x + right.ground.x - right.box.x) * size
    # The next one stands lower by what the line falls on the way, which hangs on the way.
    for _ in range(3):
        lower = round(step * fall / size / BAND)
        apart = [
            left.edges[band + lower + near][1] * size - edge * size + (max(gap, mark) if band < head else gap)
            for band, (edge, _) in right.edges.items()
            for near in (-1, 0, 1)
            if band + lower + near in left.edges
        ]
        # So far below the other that neither is beside it.
        if not apart:
            break
        step = max(apart)
    return step


def too_small(standing: Sequence[Standing], width: float) -> bool:
    """Whether the figures are too small to say anything on a face of this width."""
    return standing[0].height < standing[0].frame.smallest * math.sqrt(width / 63.5)
