"""What is kept of a figure: areas and lines, without colours and without line weights.

Unit: a hundredth of H, y down, x to the right; the origin is the world's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from publisher.drawing import Path
    from publisher.geometry import Box, Point


class Line(NamedTuple):
    """A line whose weight is chosen when it is placed.

    `path` is its centre: one M, then L and C, and Z at the end when it is closed. `widths` holds half the width at M
    and at the end of each L and C, as a factor (1 is a body line of full weight); between them the width changes
    evenly.
    """

    path: Path
    widths: tuple[float, ...]
    role: str = "ink"

    @property
    def closed(self) -> bool:
        """Whether it ends where it starts."""
        return self.path.segments[-1][0] == "Z"


class Sketch(NamedTuple):
    """One pose: areas as (role, path) in paint order, even-odd, then lines above them all.

    `box` holds everything but the width of the lines; `ground` is the point that stands on the ground line. `spots`
    are points that a page may point to, by name, in the order of their numbers.
    """

    fills: tuple[tuple[str, Path], ...]
    lines: tuple[Line, ...]
    box: Box
    ground: Point
    spots: tuple[tuple[str, Point], ...] = ()
