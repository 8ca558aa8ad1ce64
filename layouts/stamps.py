"""A word laid under a whole page, such as COPY. It is no part of what is read, and text stays clear on it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from publisher.colour import Colour
from publisher.geometry import POINTS_PER_MM, Point
from publisher.typesetting.face import Face, Line, Run, Weight
from publisher.typesetting.fonts import CAP_HEIGHT

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.geometry import Size

# Ink on it keeps a contrast of over 12 to 1, and a copier still shows it.
TONE = Colour(224, 224, 224)
# Of the diagonal, and of the shorter side of the page: a short word is not blown up to cover everything.
WIDE, HIGH = 0.7, 0.2
MOST = 30


def watermark(text: str, page: Size, setting: Setting) -> Face:
    """The word on a face of the page's size, level and in its middle; whoever places it turns it."""
    shaped = setting.typeface.shape(text, Weight.BOLD)
    ems = shaped.width / 1000
    widest = WIDE * math.hypot(page.width, page.height) * POINTS_PER_MM / ems
    highest = HIGH * min(page.width, page.height) * POINTS_PER_MM / CAP_HEIGHT
    size = math.floor(min(widest, highest))
    width = ems * size / POINTS_PER_MM
    start = Point((page.width - width) / 2, (page.height + CAP_HEIGHT * size / POINTS_PER_MM) / 2)
    run = Run(shaped.text, Weight.BOLD, TONE, shaped.width, shaped.kerning)
    line = Line(start, (run,), size, width, None)
    return Face(page, size, text, (line,), ())
