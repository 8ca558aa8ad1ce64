"""What is measured is what the font says, kerning included."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from publisher.typesetting.face import Weight
from publisher.typesetting.fonts import ASCENT, CAP_HEIGHT, DESCENT, X_HEIGHT, font_path
from tests.factories import the_typeface

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("weight", list(Weight))
@pytest.mark.parametrize("text", ["Plank", "3 × 8 to 10", "½ minute", "“Stop”", "Übung – çà"])
def test_a_text_is_as_wide_as_its_letters_and_their_kerning(weight: Weight, text: str) -> None:
    font = TTFont(font_path(weight))
    names, advances = font.getBestCmap(), font["hmtx"]
    shaped = the_typeface().shape(text, weight)

    assert shaped.width == sum(advances[names[ord(letter)]][0] for letter in text) + sum(shaped.kerning)


@pytest.mark.parametrize("weight", list(Weight))
def test_pairs_are_kerned_letter_by_letter(weight: Weight) -> None:
    shaped = the_typeface().shape("AV", weight)

    assert len(shaped.kerning) == 1
    assert shaped.kerning[0] < 0


def test_a_text_with_no_pair_to_kern_carries_no_kerning() -> None:
    assert the_typeface().shape("nnn", Weight.REGULAR).kerning == ()


def test_bold_is_wider() -> None:
    assert the_typeface().width("Hold", Weight.BOLD) > the_typeface().width("Hold", Weight.REGULAR)


@pytest.mark.parametrize("text", ["0123456789", "½ ¼ ¾", "× – − … “ ” ‘ ’ · %", "äöüß éèê ñ ç å ø œ"])
def test_the_font_has_what_our_texts_are_made_of(text: str) -> None:
    assert the_typeface().missing(text) is None


def test_the_first_letter_without_a_sign_is_found() -> None:
    assert the_typeface().missing("Hips ⤵ over 漢 feet") == 5


def test_heights_are_those_of_the_font() -> None:
    font = TTFont(font_path(Weight.REGULAR))
    units = font["head"].unitsPerEm

    assert units == 1000
    assert font["OS/2"].sCapHeight / units == CAP_HEIGHT
    assert font["OS/2"].sxHeight / units == X_HEIGHT
    assert font["hhea"].ascent / units == ASCENT
    assert -font["hhea"].descent / units == DESCENT


def test_the_kerning_table_is_fresh() -> None:
    writer = runpy.run_path(str(ROOT / "tests/typesetting/kerning_table.py"))
    stored = (ROOT / "assets/fonts/atkinson-hyperlegible.kerning.json").read_text(encoding="utf-8")

    assert stored == writer["text"](), "run: python tests/typesetting/kerning_table.py"
