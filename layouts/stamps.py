"""A word laid under a whole page, such as COPY. It is no part of what is read, and text stays clear on it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from publisher.colour import BLACK, WHITE, Colour, contrast, mix
from publisher.geometry import POINTS_PER_MM, Point
from publisher.typesetting.face import Face, Ink, Line, Plate, Run, Weight
from publisher.typesetting.fonts import CAP_HEIGHT

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.drawing import Path
    from publisher.geometry import Box, Size
    from publisher.typesetting.face import Part

# Ink on it keeps a contrast of over 12 to 1, and a copier still shows it.
TONE = Colour(224, 224, 224)
# Of the diagonal, and of the shorter side of the page: a short word is not blown up to cover everything.
WIDE, HIGH = 0.7, 0.2
MOST = 30
# A panel is at least so wide and high, millimetres. White is read on a dark one, with at least that contrast.
PANEL_WIDE, PANEL_HIGH, READ = 40.0, 4.0, 4.5
# How much of black is in the word on a pale panel, and the most of white on a dark one.
DARKER, LIGHTER = 0.12, 0.16


def panels(face: Face) -> tuple[Ink, ...]:
    """The panels of colour of a face, upright rectangles that nobody hears, where nothing is painted below them."""
    found: list[Ink] = []
    below: list[Box] = []
    for part in face.parts:
        box = _box(part)
        if box is None:
            continue
        if isinstance(part, Ink) and _is_panel(part, box) and not any(_meet(box, other) for other in below):
            found.append(part)
        else:
            below.append(box)
    return tuple(found)


def shade(panel: Colour) -> Colour:
    """The word on a panel: a shade of it, lighter on a dark one as far as white is still read on that."""
    if contrast(panel, WHITE) < READ:
        return mix(panel, BLACK, DARKER)
    steps = (mix(panel, WHITE, LIGHTER * step / 8) for step in range(8, 0, -1))
    return next((tone for tone in steps if contrast(tone, WHITE) >= READ), panel)


def _box(part: Part) -> Box | None:
    """What a part covers; nothing for words, which always lie over panels."""
    if isinstance(part, Ink):
        return part.mark.path.bounds
    return part.box if isinstance(part, Plate) else None


def _is_panel(ink: Ink, box: Box) -> bool:
    mark = ink.mark
    plain = ink.element is None and mark.stroke is None and mark.clip is None and not mark.even_odd
    wide = box.width >= PANEL_WIDE and box.height >= PANEL_HIGH
    return plain and wide and mark.fill is not None and _is_upright(mark.path)


def _is_upright(path: Path) -> bool:
    """Whether it is one rectangle with level and upright sides."""
    if "".join(verb for verb, _ in path.segments) not in ("MLLLZ", "MLLLLZ"):
        return False
    corners = [numbers for _, numbers in path.segments if numbers]
    return len({round(x, 3) for x, _ in corners}) == len({round(y, 3) for _, y in corners}) == 2


def _meet(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def watermark(text: str, page: Size, setting: Setting, tone: Colour = TONE) -> Face:
    """The word on a face of the page's size, level and in its middle; whoever places it turns it."""
    shaped = setting.typeface.shape(text, Weight.BOLD)
    ems = shaped.width / 1000
    widest = WIDE * math.hypot(page.width, page.height) * POINTS_PER_MM / ems
    highest = HIGH * min(page.width, page.height) * POINTS_PER_MM / CAP_HEIGHT
    size = math.floor(min(widest, highest))
    width = ems * size / POINTS_PER_MM
    start = Point((page.width - width) / 2, (page.height + CAP_HEIGHT * size / POINTS_PER_MM) / 2)
    run = Run(shaped.text, Weight.BOLD, tone, shaped.width, shaped.kerning)
    line = Line(start, (run,), size, width, None)
    return Face(page, size, text, (line,), ())
