"""How the four tiers of warning signs are told apart: by icon, weight of ink and order; colour only helps.

Stripes and a solid ground: an emergency. A solid bar: today. A hatched bar: soon. An open bar: fine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.drawing import Mark, Path, Stroke, polyline, rectangle
from publisher.geometry import Box
from publisher.model.card import Tier

if TYPE_CHECKING:
    from publisher.colour import Colour

ICONS = {Tier.EMERGENCY: "emergency", Tier.URGENT: "urgent", Tier.SEE_SOMEONE: "see", Tier.KEEP_GOING: "go"}


def bar(tier: Tier, box: Box, colour: Colour) -> list[Mark]:
    """The bar of a tier, filling a box; an open one is drawn inside it."""
    if tier is Tier.SEE_SOMEONE:
        return hatched(box, colour)
    if tier is Tier.KEEP_GOING:
        line = 0.5
        inner = Box(box.x, box.y + line, box.width, box.height - 2 * line)
        return [Mark(rectangle(box).joined(rectangle(inner)), fill=colour, even_odd=True)]
    return [Mark(rectangle(box), fill=colour)]


def edge(tier: Tier, box: Box, colour: Colour) -> list[Mark]:
    """The bar of a tier along the left of its band, filling a box: solid, hatched with a line, or a line alone."""
    line = {Tier.SEE_SOMEONE: 0.5, Tier.KEEP_GOING: 0.7}.get(tier, 0.0)
    inner = [Mark(rectangle(Box(box.right - line, box.y, line, box.height)), fill=colour)] if line else []
    return inner if tier is Tier.KEEP_GOING else [*bar(tier, box, colour), *inner]


def line_above(tier: Tier, box: Box, colour: Colour) -> list[Mark]:
    """What parts a tier from the one above it: a line as wide as a box, along its top."""
    weight = {Tier.SEE_SOMEONE: 0.7, Tier.KEEP_GOING: 0.4}.get(tier, 0.0)
    return [Mark(rectangle(Box(box.x, box.y - weight / 2, box.width, weight)), fill=colour)] if weight else []


def hatched(box: Box, colour: Colour) -> list[Mark]:
    """Diagonals of one weight that rise to the right, whatever the size of the box."""
    pitch, path = 2.0, Path()
    for i in range(int((box.height + box.width) / pitch) + 2):
        y = box.y + i * pitch
        path = path.joined(polyline([(box.x, y), (box.right, y - box.width)]))
    return [Mark(path, stroke=Stroke(colour, 0.8, cap="butt"), clip=rectangle(box))]
