"""Text to runs of glyphs with advances: the one place that measures, so that what is measured is printed.

A run is measured letter by letter with the font's own pair kerning. A shaper can take this place later
and no layout notices: layouts only ever see widths.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

from reportlab.pdfbase.ttfonts import TTFont

from publisher.typesetting.face import Weight

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Atkinson Hyperlegible, Braille Institute, SIL Open Font License 1.1, from its PyPI package.
_PACKAGE = "fontpkg_atkinson_hyperlegible"
_FILES = {Weight.REGULAR: "AtkinsonHyperlegible-Regular.ttf", Weight.BOLD: "AtkinsonHyperlegible-Bold.ttf"}

# Heights in ems, read from the font's OS/2 table.
CAP_HEIGHT = 0.668
X_HEIGHT = 0.496
ASCENT = 0.950
DESCENT = 0.290


def font_path(weight: Weight) -> str:
    """Where the font file of a weight lies on this machine."""
    return str(files(_PACKAGE) / "files" / _FILES[weight])


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word as it will be set: advance in 1/1000 em with kerning, and what is added after each letter."""

    text: str
    width: int
    kerning: tuple[int, ...]


@dataclass
class Typeface:
    """The two weights, with every word measured once. Lives as long as one run of the program."""

    advances: Mapping[Weight, Mapping[int, int]]
    pairs: Mapping[Weight, Mapping[str, Mapping[str, int]]]
    _words: dict[tuple[Weight, str], Shaped] = field(default_factory=dict)

    @staticmethod
    def load(kerning: Path) -> Typeface:
        """Read both weights, and the pair kerning from its generated file."""
        table = json.loads(kerning.read_text(encoding="utf-8"))
        advances: dict[Weight, Mapping[int, int]] = {}
        for weight in Weight:
            font = TTFont(f"measure-{weight.value}", font_path(weight), asciiReadable=False)
            widths: Mapping[int, float] = font.face.charWidths
            advances[weight] = {code: round(width) for code, width in widths.items() if code in font.face.charToGlyph}
        return Typeface(advances, {weight: table[weight.value] for weight in Weight})

    def shape(self, text: str, weight: Weight) -> Shaped:
        """Measure a word or a line. A letter the font lacks counts as nothing; ask `missing` first."""
        known = self._words.get((weight, text))
        if known is None:
            known = self._measure(text, weight)
            self._words[weight, text] = known
        return known

    def width(self, text: str, weight: Weight) -> int:
        """Advance of the text in 1/1000 em."""
        return self.shape(text, weight).width

    def missing(self, text: str) -> int | None:
        """Index of the first letter that the font has no glyph for, or None."""
        known = self.advances[Weight.REGULAR]
        return next((i for i, letter in enumerate(text) if ord(letter) not in known), None)

    def _measure(self, text: str, weight: Weight) -> Shaped:
        advances, pairs = self.advances[weight], self.pairs[weight]
        kerning = [pairs.get(one, {}).get(two, 0) for one, two in zip(text, text[1:], strict=False)]
        width = sum(advances.get(ord(letter), 0) for letter in text) + sum(kerning)
        return Shaped(text, width, tuple(kerning) if any(kerning) else ())
