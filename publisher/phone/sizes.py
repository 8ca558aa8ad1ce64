"""How large a picture is on a phone, and which part of it the phone covers with its own."""

from __future__ import annotations

import re
from typing import NamedTuple

from publisher.geometry import Box
from publisher.problems import Problem, UsageError

# The least and the most pixels of a side. The page must be at least as wide as the least, or nobody can read it.
LEAST, MOST = 320, 4096
# Where a picture fills the screen of a taller phone, its clock covers the top and its bar the bottom: shares of the
# height. On a screen of 9 to 16 or less nothing is covered: bars of black stand over and under it.
TOP, BOTTOM = 0.06, 0.04
# On a wider screen a page lies as a card on a ground, with so much of it over and under: a share of the height.
ROUND = 0.025
# What a lock screen covers: the clock at the top, buttons at the bottom.
CLOCK, BUTTONS = 1 / 3, 0.15
# How much higher than wide a lock screen is at least.
UPRIGHT = 1.5
_FORM = re.compile(r"(\d{1,6})\s*[xX×]\s*(\d{1,6})")  # people copy the sign too
_EXAMPLE = f"Write width and height in pixels, each {LEAST} to {MOST}, such as --phone-size 1080x2340."


class Pixels(NamedTuple):
    """Width and height of a picture."""

    width: int
    height: int

    def __str__(self) -> str:
        """As people write it."""
        return f"{self.width} × {self.height}"

    def page(self, width: float, height: float) -> Box:
        """Where a page of these proportions stands, in whole pixels: as large as what is free."""
        tall = self.height * width > 1.002 * self.width * height  # more than by rounding
        wide = self.width * height > 1.002 * self.height * width
        top, bottom = (TOP, BOTTOM) if tall else (ROUND, ROUND) if wide else (0.0, 0.0)
        top, bottom = round(top * self.height), round(bottom * self.height)
        free = self.height - top - bottom
        scale = min(self.width / width, free / height)
        across, high = round(width * scale), round(height * scale)
        return Box((self.width - across) // 2, top + (free - high) // 2, across, high)


CARD, LOCK_SCREEN = Pixels(1080, 1920), Pixels(1290, 2796)


def pixels(text: str, page: tuple[float, float]) -> Pixels:
    """What somebody typed, such as 1080x2340. Raises a problem for a picture on which no page could be read."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise UsageError([Problem("phone-size", f"`{text}` is not the size of a picture.", _EXAMPLE)])
    size = Pixels(int(found[1]), int(found[2]))
    if not all(LEAST <= side <= MOST for side in size):
        sentence = f"a picture of {size} pixels is out of reach."
        raise UsageError([Problem("phone-size", sentence, _EXAMPLE)])
    wide = round(size.page(*page).width)
    if wide < LEAST:
        sentence = f"on a picture of {size} pixels a card would be {wide} wide; below {LEAST} nobody can read it."
        raise UsageError([Problem("phone-size", sentence, _EXAMPLE)])
    return size


def upright(size: Pixels) -> Pixels:
    """The size, if a lock screen has its room there. Raises a problem for one that is not much higher than wide."""
    if size.height < UPRIGHT * size.width:
        sentence = f"a lock screen is at least {UPRIGHT:g} times as high as wide; {size} is not."
        raise UsageError([Problem("phone-size", sentence, _EXAMPLE)])
    return size
