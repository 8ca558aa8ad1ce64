"""Lists with small squares, in one column or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.signs import rule
from publisher.geometry import Box, mm
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.typesetting.lines import Style
    from publisher.typesetting.surface import Surface

# Between the columns of a list, and from a square to its words, millimetres.
GAP, INDENT = 6.0, 4.0


def listed(surface: Surface, texts: Sequence[str], style: Style, box: Box, columns: int = 1) -> float:
    """A list in columns, filled downwards; gives the height below the longest."""
    width = (box.width - GAP * (columns - 1)) / columns
    rows = -(-len(texts) // columns)
    bottom = box.y
    with surface.element(Role.LIST):
        for column in range(columns):
            x, y = box.x + column * (width + GAP), box.y
            for text in texts[column * rows : (column + 1) * rows]:
                y = bullet(surface, text, style, Box(x, y, width, 0)) + 0.35
            bottom = max(bottom, y)
    return bottom


def bullet(surface: Surface, text: str, style: Style, box: Box, field: str = "short") -> float:
    """One item with its square; gives the height below it."""
    block, side = surface.set(text, style, box.width - INDENT), mm(style.size) * 0.4
    with surface.element(Role.ITEM):
        with surface.artifact():
            rule(surface, Box(box.x, box.y + (block.leading - side) / 2, side, side), style.colour)
        with surface.element(Role.ITEM_BODY):
            return surface.write(block, box.x + INDENT, box.y, field=field)
