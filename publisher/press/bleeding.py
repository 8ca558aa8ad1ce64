"""What ends at the trim goes on beyond it: a cut that is off by a hair shows no white. Lengths in millimetres."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from publisher.drawing import Path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.drawing import Mark
    from publisher.geometry import Size

# Nearer to the trim than this is at it.
_AT = 0.05


class _Ends(NamedTuple):
    """Along one axis: below `low` and above `high` coordinates are moved, to `least` and `most`."""

    low: float
    high: float
    least: float
    most: float

    def moved(self, value: float) -> float:
        """A coordinate, in its place or at the end of the bleed."""
        if value <= self.low:
            return self.least
        return self.most if value >= self.high else value


def bled(mark: Mark, trim: Size, bleed: float) -> Mark:
    """The mark, with what reaches the trim drawn on as far as the bleed; what reaches that far already stays.

    A line along the edge stays, and so does what only touches it with a corner: moved, it would be another shape.
    """
    clip = None if mark.clip is None else _outward(mark.clip, trim, bleed)
    lines = mark.fill is None
    path = mark.path if lines and not _is_upright(mark.path) else _outward(mark.path, trim, bleed, lines=lines)
    return mark if path is mark.path and clip is mark.clip else mark._replace(path=path, clip=clip)


def _outward(path: Path, trim: Size, bleed: float, *, lines: bool = False) -> Path:
    # Where lines and curves end; between them a curve only touches an edge.
    points = [given[-2:] for _, given in path.segments if given]
    if not points:
        return path
    xs, ys = zip(*points, strict=True)
    across, down = _ends(xs, trim.width, bleed, lines=lines), _ends(ys, trim.height, bleed, lines=lines)
    if across is None and down is None:
        return path
    axes = (across, down)
    segments = (
        (verb, tuple(axis.moved(value) if (axis := axes[at % 2]) else value for at, value in enumerate(given)))
        for verb, given in path.segments
    )
    return Path(tuple(segments))


def _ends(values: Sequence[float], length: float, bleed: float, *, lines: bool) -> _Ends | None:
    """Which coordinates to move along one axis, None where none is."""
    least, most = min(values), max(values)
    if most - least <= 2 * _AT:
        return None
    needed = 1 if lines else 2  # a side of a shape has two corners
    low = -bleed < least <= _AT and sum(value <= least + _AT for value in values) >= needed
    high = length - _AT <= most < length + bleed and sum(value >= most - _AT for value in values) >= needed
    if not low and not high:
        return None
    nowhere = float("inf")
    return _Ends(least + _AT if low else -nowhere, most - _AT if high else nowhere, -bleed, length + bleed)


def _is_upright(path: Path) -> bool:
    """Whether it is made of level and upright lines alone."""
    if any(verb == "C" for verb, _ in path.segments):
        return False
    points = [given for _, given in path.segments if given]
    return all(abs(x2 - x1) < _AT or abs(y2 - y1) < _AT for (x1, y1), (x2, y2) in pairwise(points))
