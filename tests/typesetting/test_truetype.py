from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.typesetting.face import Weight
from publisher.typesetting.fonts import font_path
from publisher.typesetting.truetype import TrueType

FONTS = {weight: TrueType(font_path(weight)) for weight in Weight}
LETTERS = sorted({glyph: letter for letter, glyph in sorted(FONTS[Weight.REGULAR].glyphs.items())}.values())


def outline(font: TTFont, glyph: str) -> list[object]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return pen.value


@pytest.mark.parametrize("weight", Weight)
def test_letters_and_advances_are_those_of_the_file(weight: Weight) -> None:
    other, ours = TTFont(font_path(weight)), FONTS[weight]
    named = other.getBestCmap()

    assert {letter: other.getGlyphName(glyph) for letter, glyph in ours.glyphs.items() if letter != 0xA0} == {
        letter: name for letter, name in named.items() if letter != 0xA0
    }
    assert [ours.width(glyph) for glyph in ours.glyphs.values()] == [
        other["hmtx"][other.getGlyphName(glyph)][0] for glyph in ours.glyphs.values()
    ]
    assert ours.name == other["name"].getDebugName(6)
    assert (ours.ascent, ours.descent, ours.cap_height) == (
        other["OS/2"].sTypoAscender,
        other["OS/2"].sTypoDescender,
        other["OS/2"].sCapHeight,
    )


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(Weight), st.lists(st.sampled_from(LETTERS), min_size=1, max_size=80, unique=True))
def test_a_smaller_font_draws_its_letters_as_the_whole_one_does(weight: Weight, letters: list[int]) -> None:
    whole = TTFont(font_path(weight))
    small = TTFont(BytesIO(FONTS[weight].subset(letters)), checkChecksums=2)

    for code, letter in enumerate(letters, 1):
        name, own = whole.getBestCmap()[letter], small.getGlyphName(code)
        assert outline(small, own) == outline(whole, name)
        assert small["hmtx"][own] == whole["hmtx"][name]
