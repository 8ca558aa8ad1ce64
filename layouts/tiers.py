"""How the four tiers of warning signs are told apart: by icon, weight of ink and order; colour only helps.

Stripes and a solid ground: an emergency. A solid bar: today. A hatched bar: soon. An open bar: fine. Where ink is saved
an emergency is white inside a heavy frame; where words stand too near to the edge for one, between two heavy bars.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.colour import WHITE
from publisher.drawing import Mark, Path, Stroke, polyline, rectangle
from publisher.geometry import Box
from publisher.model.card import Tier

if TYPE_CHECKING:
    from publisher.colour import Colour
    from publisher.geometry import Size
    from publisher.model.theme import Theme

# The frame of an emergency where ink is saved: how wide, how far from the edge, and free within it, millimetres.
FRAME, SET_IN, FREE = 2.0, 4.0, 1.2
# How far from the edge words begin within a frame, and how thick the bars are where there is none.
FRAMED, BAR = FRAME + SET_IN + FREE, 2.0

ICONS = {Tier.EMERGENCY: "emergency", Tier.URGENT: "urgent", Tier.SEE_SOMEONE: "see", Tier.KEEP_GOING: "go"}


def alarm(theme: Theme) -> tuple[Colour, Colour]:
    """The colour of words about an emergency, and that of their ground."""
    return (theme.ink, theme.paper) if theme.outlined else (WHITE, theme.tiers[Tier.EMERGENCY])


def alarm_ground(box: Box, theme: Theme, trim: Size, *, framed: bool = False, lower: float = BAR) -> list[Mark]:
    """The ground of an emergency from edge to edge: solid, or a frame inside the trim, or two bars.

    `lower` is how thick the lower bar is, millimetres.
    """
    colour = theme.tiers[Tier.EMERGENCY]
    if not theme.outlined:
        return [Mark(rectangle(box), fill=colour)]
    if framed:
        outer = Box(SET_IN, max(box.y, SET_IN), trim.width - 2 * SET_IN, 0)
        outer = outer._replace(height=min(box.bottom, trim.height - SET_IN) - outer.y)
        return [Mark(rectangle(outer).joined(rectangle(outer.inset(FRAME))), fill=colour, even_odd=True)]
    # Past the edge of the paper a bar shows nothing: it is as thick within it.
    top, bottom = max(box.y, 0.0) + BAR, min(box.bottom, trim.height) - lower
    bars = (Box(box.x, box.y, box.width, top - box.y), Box(box.x, bottom, box.width, box.bottom - bottom))
    return [Mark(rectangle(each), fill=colour) for each in bars]


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


def beside(tier: Tier, box: Box, colour: Colour) -> list[Mark]:
    """The bar of a tier beside its words, filling a box under one another: an open one is two lines."""
    if tier is not Tier.KEEP_GOING:
        return edge(tier, box, colour)
    line = 0.7
    lines = (box._replace(width=line), Box(box.right - line, box.y, line, box.height))
    return [Mark(rectangle(each), fill=colour) for each in lines]


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
