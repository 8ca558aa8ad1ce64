"""Icons as vector data, on a grid of 24 by 24, y down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from publisher.drawing import Path
    from publisher.problems import Phrase


class IconMark(NamedTuple):
    """One path: filled, stroked (width in grid units, round ends) or both.

    `reversed` marks are drawn in the colour of the ground, over the solid below them.
    """

    path: Path
    fill: bool = False
    stroke: float | None = None
    reversed: bool = False


class Icon(NamedTuple):
    """A sign made of marks, in paint order."""

    id: Phrase
    marks: tuple[IconMark, ...]
