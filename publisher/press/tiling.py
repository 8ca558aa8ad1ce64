"""A poster that is larger than the paper, over two sheets that are glued: how large it is, and what lies where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from publisher.geometry import Box, Size

if TYPE_CHECKING:
    from collections.abc import Iterator

# White edges, which office printers need and in which the marks stand; so much of the poster stands on both sheets,
# millimetres.
REACH, OVERLAP = 8.0, 10.0
# A paper that is as high as this holds a poster whole (A3, tabloid).
WHOLE = 400.0


class Tile(NamedTuple):
    """One sheet: where the poster's upper left corner lies on it, and what of the poster is printed.

    `mark` is the height at which the edge of the second sheet lies: there it is cut, and there it is laid on.
    """

    left: float
    top: float
    clip: Box
    mark: float


def is_whole(paper: Size) -> bool:
    """Whether a poster goes onto one sheet."""
    return max(paper) >= WHOLE


def poster_size(paper: Size) -> Size:
    """How large a poster comes out, millimetres: the paper, or what two sheets across hold together."""
    if is_whole(paper):
        return Size(min(paper), max(paper))
    return Size(max(paper) - 2 * REACH, 2 * (min(paper) - 2 * REACH) - OVERLAP)


def seam(paper: Size) -> tuple[float, float] | None:
    """From where to where on a poster both sheets show the same, millimetres from its top; None where it is whole."""
    if is_whole(paper):
        return None
    seen = min(paper) - 2 * REACH
    return seen - OVERLAP, seen


def tiles(paper: Size) -> Iterator[Tile]:
    """The upper and the lower sheet."""
    poster, seen = poster_size(paper), min(paper) - 2 * REACH
    clip = Box(REACH, REACH, poster.width, seen)
    yield Tile(REACH, REACH, clip, REACH + seen - OVERLAP)
    yield Tile(REACH, REACH - (seen - OVERLAP), clip, REACH)
