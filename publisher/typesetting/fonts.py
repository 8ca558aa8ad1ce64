"""Text to runs of glyphs with advances: the one place that measures, so that what is measured is printed.

A run is measured letter by letter with the font's own pair kerning. A shaper can take this place later
and no layout notices: layouts only ever see widths.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.ttfonts import TTFont

from publisher.typesetting.face import Weight

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from publisher.typesetting.lines import SetLine, Style, Texts, Word

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


class Shaped(NamedTuple):
    """A word as it will be set: advance in 1/1000 em with kerning, and what is added after each letter."""

    text: str
    width: int
    kerning: tuple[int, ...]


@dataclass
class Typeface:
    """The two weights, with every word measured once. Lives as long as one run of the program."""

    advances: Mapping[Weight, Mapping[int, int]]
    pairs: Mapping[Weight, Mapping[str, Mapping[str, int]]]
    # What `lines` made of a paragraph, by its texts and weights: the same at every size that fitting tries.
    tokens: dict[Texts, tuple[Word, ...]] = field(default_factory=dict)
    broken: dict[tuple[Texts, Style, float, tuple[int, float], bool, bool], tuple[tuple[SetLine, ...], bool]] = field(
        default_factory=dict
    )
    plain: dict[Weight, dict[str, Word]] = field(default_factory=lambda: {weight: {} for weight in Weight})
    _words: dict[Weight, dict[str, Shaped]] = field(default_factory=lambda: {weight: {} for weight in Weight})
    _widths: dict[Weight, dict[str, int]] = field(default_factory=dict)
    _kerning: dict[Weight, dict[tuple[str, str], int]] = field(default_factory=dict)
    _letters: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Turn both tables so that a letter, or a pair of letters, is one look-up."""
        self._letters = frozenset(map(chr, self.advances[Weight.REGULAR]))
        for weight in Weight:
            self._widths[weight] = {chr(code): width for code, width in self.advances[weight].items()}
            pairs = self.pairs[weight]
            self._kerning[weight] = {(one, two): kern for one, row in pairs.items() for two, kern in row.items()}

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
        known = self._words[weight].get(text)
        if known is None:
            known = self._words[weight][text] = self._measure(text, weight)
        return known

    def width(self, text: str, weight: Weight) -> int:
        """Advance of the text in 1/1000 em."""
        return self.shape(text, weight).width

    def missing(self, text: str) -> int | None:
        """Index of the first letter that the font has no glyph for, or None."""
        if self._letters.issuperset(text):
            return None
        return next(i for i, letter in enumerate(text) if letter not in self._letters)

    def _measure(self, text: str, weight: Weight) -> Shaped:
        widths, pairs = self._widths[weight].get, self._kerning[weight].get
        kerning = [pairs(pair, 0) for pair in pairwise(text)]
        width = sum([widths(letter, 0) for letter in text])
        return Shaped(text, width + sum(kerning), tuple(kerning)) if any(kerning) else Shaped(text, width, ())
