"""From a sketch to a drawing: colours from a palette, lines at the weight that the page wants.

A line that changes its width becomes a filled outline, both sides of its centre, which is what makes it look drawn by
hand; a line of one width stays a stroke, which takes half the room. Widths are small beside the curves, so a cubic is
moved sideways by moving its ends and stretching its handles (Tiller and Hanson, 1984).
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from publisher.drawing import Drawing, Mark, Path, Segment, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.figures.palette import Palette
    from publisher.figures.sketch import Line, Sketch

Pair = tuple[float, float]

# Below this two pieces meet in a corner, which is not rounded off: cosine of 15 degrees.
_CORNER = 0.966
# A handle that makes a cubic with two of them bulge by its ends' half distance.
_ROUND_END = 4 / 3
# Of the way along its handles, the chord of a piece that is open.
_OPEN = 0.6
# Widths that differ by less are one width to the eye.
_SAME_WIDTH = 0.02


def drawing(sketch: Sketch, palette: Palette, weight: float) -> Drawing:
    """The sketch in colour. `weight` is the width of a body line in the sketch's unit; so are all coordinates."""
    fills = [Mark(path, fill=palette[role], even_odd=True) for role, path in sketch.fills if palette[role] is not None]
    return Drawing(sketch.box, (*fills, *_inked(sketch.lines, palette, weight)), sketch.ground)


def _inked(lines: Sequence[Line], palette: Palette, weight: float) -> Iterator[Mark]:
    """Neighbours of one colour and one kind as one mark: a figure has a hundred lines."""
    for (role, width), members in groupby(lines, key=lambda line: (line.role, _one_width(line))):
        colour = palette[role]
        if colour is None:
            continue
        if width:
            path = Path(tuple(segment for line in members for segment in line.path.segments))
            yield Mark(path, stroke=Stroke(colour, width * weight))
        else:
            yield Mark(Path(tuple(s for line in members for s in outlined(line, weight).segments)), fill=colour)


def _one_width(line: Line) -> float:
    """The width of a line that keeps it, as a factor; 0 when it changes."""
    low, high = min(line.widths), max(line.widths)
    return high if high - low <= _SAME_WIDTH else 0.0


class _Piece(NamedTuple):
    """One straight or curved piece: its points, the directions at its ends, half its widths there."""

    points: tuple[Pair, ...]
    start: Pair
    end: Pair
    half: Pair


def outlined(line: Line, weight: float) -> Path:
    """The edge of a line whose width changes, as a path to fill (non-zero). `weight` as in `drawing`."""
    pieces = _smooth(tuple(_pieces(line, weight / 2)), closed=line.closed)
    if not pieces:
        return Path()
    left = [_moved(piece, 1) for piece in pieces]
    right = [_backwards(_moved(piece, -1)) for piece in reversed(pieces)]
    if line.closed:
        return Path((*_run(left, begins=True), ("Z", ()), *_run(right, begins=True), ("Z", ())))
    far, near = _cap(pieces[-1], 1, 1), _cap(pieces[0], 0, -1)
    return Path((*_run(left, begins=True), *far, *_run(right, begins=False), *near, ("Z", ())))


def _pieces(line: Line, half: float) -> Iterator[_Piece]:
    """The pieces of a line that have a length."""
    at = first = (0.0, 0.0)
    width, node = 0.0, 0
    for verb, given in line.path.segments:
        numbers = given or first
        to = (numbers[-2], numbers[-1])
        wide = half * line.widths[0 if verb == "Z" else node]
        if verb == "M":
            first = to
        elif to != at:
            points = (at, given[0:2], given[2:4], to) if verb == "C" else (at, to)
            yield _Piece(points, _direction(points), _direction(points[::-1], -1), (width, wide))  # type: ignore[arg-type]
        at, width = to, wide
        node += verb != "Z"


def _direction(points: Sequence[Pair], sign: int = 1) -> Pair:
    """The direction in which the points leave the first; a handle may lie on its end."""
    x, y = points[0]
    for other_x, other_y in points[1:]:
        across, down = other_x - x, other_y - y
        length = math.hypot(across, down)
        if length > 1e-6:
            return sign * across / length, sign * down / length
    return 1.0, 0.0


def _smooth(pieces: tuple[_Piece, ...], *, closed: bool) -> tuple[_Piece, ...]:
    """Where two pieces meet without a corner, one direction for both, so that their edges meet."""
    out = list(pieces)
    joins = [*range(1, len(out)), *([0] if closed and len(out) > 1 else [])]
    for i in joins:
        before, after = out[i - 1], out[i]
        if before.end[0] * after.start[0] + before.end[1] * after.start[1] > _CORNER:
            x, y = before.end[0] + after.start[0], before.end[1] + after.start[1]
            length = math.hypot(x, y)
            mean = (x / length, y / length)
            out[i - 1] = _Piece(before.points, before.start, mean, before.half)
            out[i] = _Piece(after.points, mean, after.end, after.half)
    return tuple(out)


def _moved(piece: _Piece, side: int) -> tuple[Pair, ...]:
    """The edge of a piece: its points moved to one side by half its width."""
    points, (x1, y1), (x2, y2), (h1, h2) = piece
    first, last = points[0], points[-1]
    start = (first[0] + side * h1 * y1, first[1] - side * h1 * x1)
    end = (last[0] + side * h2 * y2, last[1] - side * h2 * x2)
    if len(points) == 2:
        return start, end
    chord = math.dist(first, last)
    way = math.dist(first, points[1]) + math.dist(points[1], points[2]) + math.dist(points[2], last)
    # A piece that nearly closes has a short chord, which says nothing of how its sides stretch.
    stretch = min(1.5, math.dist(start, end) / chord) if chord > _OPEN * way else 1.0
    a, b = stretch * math.dist(first, points[1]), stretch * math.dist(points[2], last)
    return start, (start[0] + a * x1, start[1] + a * y1), (end[0] - b * x2, end[1] - b * y2), end


def _backwards(points: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return points[::-1]


def _run(edge: Sequence[tuple[Pair, ...]], *, begins: bool) -> Iterator[Segment]:
    """The pieces of one edge, joined across corners by a straight line."""
    if begins:
        yield "M", edge[0][0]
    at = edge[0][0]
    for points in edge:
        if points[0] != at and math.dist(at, points[0]) > 1e-4:
            yield "L", points[0]
        if len(points) == 2:
            yield "L", points[1]
        else:
            yield "C", points[1] + points[2] + points[3]
        at = points[-1]


def _cap(piece: _Piece, at: int, sign: int) -> tuple[Segment, ...]:
    """The round end of a line, from one edge to the other; a line that tapers out has none."""
    half = piece.half[at]
    if half < 1e-3:
        return ()
    x, y = piece.end if at else piece.start
    x, y = sign * x * half, sign * y * half
    centre = piece.points[-at]
    one, other = (centre[0] + y, centre[1] - x), (centre[0] - y, centre[1] + x)
    out_x, out_y = _ROUND_END * x, _ROUND_END * y
    return (("C", (one[0] + out_x, one[1] + out_y, other[0] + out_x, other[1] + out_y, *other)),)
