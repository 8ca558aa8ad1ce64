"""What the parts of a review sheet share: measures, styles, lines to write on and boxes to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.instructions import strokes
from publisher.drawing import Mark, Stroke, rectangle
from publisher.geometry import Box, Point
from publisher.typesetting.face import Weight
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.typesetting.surface import Surface

# Millimetres: the margin of the page, what its last line takes, and the room between two blocks.
MARGIN, FOOT, GAP = 11.0, 4.0, 4.0
# A line of handwriting takes 8 mm; a box to tick is 4.4 mm wide, as on official forms.
WRITING, BOX = 8.0, 4.4
HAIR, LINE = 0.2, 0.25


class Desk:
    """Setting, paper and styles of one sheet."""

    def __init__(self, setting: Setting, paper: Size) -> None:
        """Points: the title, the text, what is small, and the sources."""
        ink = setting.theme.ink
        self.setting, self.paper = setting, paper
        self.title = Style(20, 24, ink, Weight.BOLD)
        self.head = Style(11, 14, ink, Weight.BOLD)
        self.text = Style(10, 13, ink)
        self.small = Style(8.5, 10.8, ink)
        self.fine = Style(8, 9.8, ink)
        self.left, self.right = MARGIN, paper.width - MARGIN

    @property
    def width(self) -> float:
        """Millimetres between the margins."""
        return self.right - self.left

    def say(self, path: str, **filled: str | int) -> str:
        """A text of the sheet."""
        return self.setting.words.say(f"review_sheet.{path}", **filled)

    def line(self, surface: Surface, box: Box, width: float = HAIR) -> None:
        """A line to write on, from the left to the right of a box at its top; goes into an artifact."""
        start, end = Point(box.x, box.y), Point(box.right, box.y)
        surface.paint(strokes([(start, end)], self.setting.theme.ink, width))

    def frame(self, surface: Surface, box: Box, width: float = LINE) -> None:
        """A box of hairlines; goes into an artifact."""
        surface.paint(Mark(rectangle(box), stroke=Stroke(self.setting.theme.ink, width)))
