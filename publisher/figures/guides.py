"""Guides on a picture: a body line, what hangs below what, where eyes look, a jolt on its way, a squeeze.

They lie over the figure with a white edge. What is right is a solid line in the colour of the group; what is wrong is
dashed in red.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.drawing import Path, ellipse, polyline
from publisher.figures.curves import lengths
from publisher.figures.landmarks import position, touching
from publisher.figures.marks import EDGE_ROLE, Shape, at_length, on_page, under
from publisher.figures.sketch import Line
from publisher.geometry import Point
from publisher.model.figure import Guide, Shows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from publisher.figures.skeleton import Array
    from publisher.figures.staging import Staged
    from publisher.figures.tracing import Raster
    from publisher.model.figure import GuideLine

# An axis goes on beyond both its ends by this share of its length.
BEYOND = 0.05
# Dash and gap, H; and those of a gaze, which is thinner.
DASH, GAP = 0.026, 0.020
LOOK, LOOK_GAP = 0.018, 0.016
# Widths, in body lines: of a guide, a gaze, the bars of a jolt, and how much wider their white edge is.
WIDE, THIN, BAR, EDGE = 1.1, 1.0, 1.9, 1.6
# The dot where a gaze meets the ground, and how far before the eyes it starts, H.
DOT, BEFORE = 0.014, 0.035
# A chevron of a jolt: half its width at the start and at the end of the way, its depth as a share, the steps, H.
CHEVRON, FADED, STEEP, STEP = 0.040, 0.022, 0.62, 0.066
# The arrows of a squeeze: their length and the gap between their tips, H.
PRESS, BETWEEN = 0.115, 0.052
# How far behind the back they may lie, and in which steps a place is looked for, H.
FARTHEST, SEARCH = 0.2, 0.004
# How far they lean away from the back.
SLANT = math.tan(math.radians(35))


class Guides(NamedTuple):
    """The guides of one frame: areas with their roles, and lines."""

    fills: tuple[tuple[str, Path], ...] = ()
    lines: tuple[Line, ...] = ()


def guides(staged: Staged, shown: str, raster: Raster) -> Guides:
    """What guides one frame has; `raster` is what is seen of it."""
    found = [_KINDS[guide.kind](staged, guide, raster) for guide in staged.figure.guides if guide.shown == shown]
    return Guides(
        tuple(fill for one in found for fill in one.fills),
        tuple(line for one in found for line in one.lines),
    )


def _spots(staged: Staged, guide: GuideLine) -> Array:
    """The landmarks on the page, H: those that stand on the ground where they touch it."""
    build, bones = staged.person.build, staged.skeleton
    feet = ("heel", "ball", "toe")
    found = [(touching if name.startswith(feet) else position)(bones, name, build) for name in guide.along]
    return staged.camera.seen(np.array(found))[:, :2]


def _axis(staged: Staged, guide: GuideLine, _: Raster) -> Guides:
    spots = _spots(staged, guide)
    length = float(np.linalg.norm(np.diff(spots, axis=0), axis=1).sum())
    for end, inner in ((0, 1), (-1, -2)):
        way = spots[end] - spots[inner]
        spots[end] += way / max(float(np.linalg.norm(way)), 1e-9) * BEYOND * length
    return _ruled(staged, spots)


def _plumb(staged: Staged, guide: GuideLine, _: Raster) -> Guides:
    top, foot = _spots(staged, guide)
    return _ruled(staged, np.array((top, (top[0], foot[1]))))


def _ruled(staged: Staged, spots: Array) -> Guides:
    """A line through the spots: solid when it is right, dashed and red when it is wrong."""
    if staged.figure.shows is Shows.RIGHT:
        return Guides(lines=_edged([spots], WIDE, "axis"))
    return Guides(lines=_edged(list(_dashes(spots, DASH, GAP)), WIDE, "ring"))


def _gaze(staged: Staged, guide: GuideLine, _: Raster) -> Guides:
    eyes = _spots(staged, guide)[0]
    end = staged.camera.seen(np.array([guide.to]))[0, :2]
    way = (end - eyes) / max(float(np.linalg.norm(end - eyes)), 1e-9)
    role = "axis" if staged.figure.shows is Shows.RIGHT else "ring"
    on_the_ground = guide.to is not None and guide.to[1] < DOT
    tip, room = (ellipse(Point(*on_page(end)), 100 * DOT), 2 * DOT) if on_the_ground else (_point(end, way), 4 * DOT)
    dashes = list(_dashes(np.array((eyes + way * BEFORE, end - way * room)), LOOK, LOOK_GAP))
    return Guides(((role, tip),), _edged(dashes, THIN, role))


def _point(end: Array, way: Array) -> Path:
    """A small arrowhead: the eyes look farther than the picture goes."""
    across = np.array((-way[1], way[0])) * 1.3 * DOT
    back = end - way * 3 * DOT
    return Path((*_through(np.array((end, back + across, back - across))).segments, ("Z", ())))


def _jolt(staged: Staged, guide: GuideLine, _: Raster) -> Guides:
    """Chevrons that point along the way and grow smaller, as a jolt is soaked up."""
    spots = _spots(staged, guide)
    steps = lengths(spots)
    count = max(2, int(steps[-1] / STEP))
    bars = []
    for i in range(count):
        share = (i + 0.5) / count
        tip, before = (at_length(spots, steps, steps[-1] * share + back) for back in (0.0, -0.02))
        way = (tip - before) / max(float(np.linalg.norm(tip - before)), 1e-9)
        half = CHEVRON + (FADED - CHEVRON) * share
        across = np.array((-way[1], way[0])) * half
        low = tip - way * half * STEEP
        bars.append(np.array((low + across, tip, low - across)))
    return Guides(lines=_edged(bars, BAR, "ring"))


def _squeeze(staged: Staged, guide: GuideLine, raster: Raster) -> Guides:
    """Two arrows that press on one another, as near behind the back as they touch nothing."""
    name = guide.along[0]
    spot = _spots(staged, guide)[0]
    bone = staged.skeleton.bones["loin" if name == "low_back" else "thorax"]
    front, up = (staged.camera.axes[:2] @ bone.turn[:, axis] for axis in (0, 1))
    up, out = up / np.linalg.norm(up), -front / np.linalg.norm(front)
    ways = [(way + out * SLANT) / math.hypot(1, SLANT) for way in (up, -up)]
    pair: list[Shape] = []
    for behind in np.arange(0.0, FARTHEST, SEARCH):
        # At the height of the back, so that a line may point at it between the tips.
        centre = spot + np.array((math.copysign(behind, out[0]), 0.0))
        ends = [(centre + way * (BETWEEN / 2 + PRESS), centre + way * BETWEEN / 2) for way in ways]
        pair = [Shape(np.linspace(tail, tip, 12)) for tail, tip in ends]
        if not any((under(_along(arrow.edge), raster) >= 0).any() for arrow in pair):
            break
    return Guides(tuple(fill for arrow in pair for fill in ((EDGE_ROLE, arrow.edge), ("wrong", arrow.path))))


def _along(path: Path) -> Array:
    """Points along an outline with corners, on the page, H."""
    corners = np.array([numbers[-2:] for _, numbers in path.segments if numbers]) / (100, -100)
    shares = np.linspace(0, 1, 12, endpoint=False)[:, None]
    return np.vstack(
        [start + (end - start) * shares for start, end in zip(corners, np.roll(corners, -1, 0), strict=True)]
    )


def _dashes(spots: Array, dash: float, gap: float) -> Iterator[Array]:
    """Pieces of a line, both ends of which are drawn."""
    steps = lengths(spots)
    count = max(1, round((steps[-1] + gap) / (dash + gap)))
    pitch = (steps[-1] + gap) / count
    for i in range(count):
        start, end = i * pitch, min(i * pitch + dash, steps[-1])
        corners = [spots[k] for k in range(1, len(spots) - 1) if start < steps[k] < end]
        yield np.array([at_length(spots, steps, start), *corners, at_length(spots, steps, end)])


def _edged(pieces: Sequence[Array], width: float, role: str) -> tuple[Line, ...]:
    """The pieces, and below them all a white edge."""
    return tuple(
        Line(_through(piece), (wide,) * len(piece), paint)
        for paint, wide in ((EDGE_ROLE, width + EDGE), (role, width))
        for piece in pieces
    )


def _through(points: Array) -> Path:
    return polyline([on_page(point) for point in points])


_KINDS: Mapping[Guide, Callable[[Staged, GuideLine, Raster], Guides]] = {
    Guide.AXIS: _axis,
    Guide.PLUMB: _plumb,
    Guide.GAZE: _gaze,
    Guide.JOLT: _jolt,
    Guide.SQUEEZE: _squeeze,
}
