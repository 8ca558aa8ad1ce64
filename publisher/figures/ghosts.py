"""The ghost of another pose behind a figure: where the movement starts, as a pale shape with a thin rim.

Only the person, without things; and only where nothing else is seen but a mat or a wall, so that the figure stays in
front. Where both nearly lie on one another nothing is shown: a sliver says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from publisher.drawing import Path
from publisher.figures.contours import outline
from publisher.figures.crumbs import pieces, without_crumbs
from publisher.figures.marks import plain_parts
from publisher.figures.staging import seen
from publisher.figures.strokes import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from publisher.figures.field import Part
    from publisher.figures.staging import Staged
    from publisher.figures.tracing import Raster

# The rim and half of what is too narrow to be shown, H, and how true borders are, pixels.
RIM, SLIVER, TOLERANCE = 0.0045, 0.009, 0.8
# What is smaller than this is left out, square hundredths of H.
CRUMB = 28
# Limbs of a person; all else are things. A ghost stands behind body and things, but before mats and walls.
BODY = ("leg_r", "leg_l", "arm_r", "arm_l", "trunk", "head")


def ghosts(staged: Mapping[str, Staged], name: str, raster: Raster) -> Iterator[tuple[str, Path]]:
    """Areas with their roles, lowest first, to be painted beside the figure that stands in this pose."""
    rim = round(RIM * raster.pixels)
    for ghost in staged[name].figure.ghosts:
        if ghost.shown != name:
            continue
        there = seen(staged[ghost.of], raster.pixels)
        canvas = _Canvas.over(raster, there, rim + 2)
        person = canvas.where(there, of_body(there.parts))
        plain = plain_parts(raster)
        taken = canvas.where(raster, np.array([number not in plain for number in range(len(raster.parts))]))
        shape = _without_slivers(person & ~taken, round(SLIVER * raster.pixels))
        path = without_crumbs(outline(shape.astype(float), canvas.place, TOLERANCE), CRUMB)
        rims = outline((_grown(shape, rim) & ~taken).astype(float), canvas.place, TOLERANCE)
        kept = [piece.bounds for piece in pieces(path)]
        wide = [rim for rim in pieces(rims) if any(rim.bounds.contains(box, slack=1.0) for box in kept)]
        if kept:
            yield "ghost-line", Path(tuple(segment for rim in wide for segment in rim.segments))
            yield "ghost", path


def of_body(parts: Sequence[Part]) -> NDArray[np.bool_]:
    """Which parts are the person's."""
    return np.array([part.limb in BODY for part in parts])


class _Canvas(NamedTuple):
    """Pixels that hold two pictures of one world; both lie on its whole pixels."""

    left: float
    top: float
    rows: int
    columns: int
    pixels: float

    @classmethod
    def over(cls, one: Raster, other: Raster, margin: int) -> _Canvas:
        """Both, and so many pixels around them."""
        pixels, both = one.pixels, (one, other)
        left, top = min(r.left for r in both) - margin / pixels, max(r.top for r in both) + margin / pixels
        right = max(r.left + r.part.shape[1] / pixels for r in both) + margin / pixels
        bottom = min(r.top - r.part.shape[0] / pixels for r in both) - margin / pixels
        return cls(left, top, round((top - bottom) * pixels), round((right - left) * pixels), pixels)

    @property
    def place(self) -> Place:
        """Where its pixels lie in a sketch."""
        return Place(100 * self.left, -100 * self.top, 100 / self.pixels)

    def where(self, raster: Raster, wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """The pixels that show a wanted part of a picture."""
        row, column = round((self.top - raster.top) * self.pixels), round((raster.left - self.left) * self.pixels)
        height, width = raster.part.shape
        found = np.zeros((self.rows, self.columns), dtype=bool)
        found[row : row + height, column : column + width] = np.append(wanted, False)[raster.part]
        return found


def _without_slivers(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """A mask without what is narrower than twice so many pixels."""
    return _grown(~_grown(~mask, by), by) & mask


def _grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """A mask and what lies within so many pixels of it."""
    out = mask.copy()
    for down in range(-by, by + 1):
        wide = int((by * by - down * down) ** 0.5)
        for across in range(-wide, wide + 1):
            out |= np.roll(mask, (down, across), axis=(0, 1))
    return out
