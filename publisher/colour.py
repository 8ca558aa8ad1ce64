"""Colours as three whole numbers, read by us alone: no library ever sees a colour string."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEX = re.compile(r"#[0-9A-Fa-f]{6}", re.ASCII)


class Colour(NamedTuple):
    """sRGB, each part 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """Written as `#RRGGBB`."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def is_neutral(self) -> bool:
        """Whether it is black, white or a grey between them."""
        return self.red == self.green == self.blue

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (self.red / 255, self.green / 255, self.blue / 255)
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    @property
    def grey(self) -> Colour:
        """As a printer without colour shows it (ISO 32000-1, 10.3.2)."""
        level = round(0.3 * self.red + 0.59 * self.green + 0.11 * self.blue)
        return Colour(level, level, level)


INK = Colour(0x10, 0x16, 0x1C)
WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)


def parse(text: str) -> Colour | None:
    """A colour from `#RRGGBB`, or None when the text is anything else."""
    if not _HEX.fullmatch(text):
        return None
    return Colour(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def legible(one: Colour, other: Colour) -> float:
    """The contrast of two colours in print: in colour or in grey, whichever is less."""
    return min(contrast(one, other), contrast(one.grey, other.grey))


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a share (0 to 1) of `other` in it."""
    return Colour(*(round(a + (b - a) * share) for a, b in zip(one, other, strict=True)))


def nearest_passing(colour: Colour, ground: Colour, ratio: float) -> Colour:
    """The shade nearest to `colour` that reaches the contrast on `ground`, in colour and in grey."""
    target = BLACK if ground.luminance > 0.18 else WHITE
    for step in range(101):
        shade = mix(colour, target, step / 100)
        if legible(shade, ground) >= ratio:
            return shade
    return target
