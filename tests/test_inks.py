"""The same page in colour, in grey and with little ink: no colour is left where none should be, and no word is lost."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PIL import ImageStat

from publisher.build import publish
from publisher.colour import BLACK, contrast
from publisher.inks import inked
from publisher.library import read_library
from publisher.model.printing import Ink, PrintSettings, Sides
from publisher.workshop import Choices
from tests.factories import the_library
from tests.pdf.checking import assert_conforming
from tests.photographed import a_library

if TYPE_CHECKING:
    from pathlib import Path

THEME = the_library().themes["surefoot"]
PRINTED = ("cheat-sheet", "eight-weeks-page", "eight-weeks-pocket", "pocket-warning", "starter", "warning-card")
# What sets a colour in a page that may be no grey (ISO 32000-1, table 74).
COLOURED = {"rg", "RG", "k", "K", "sc", "SC", "scn", "SCN"}


def choices(ink: Ink, sides: Sides = Sides.DUPLEX, **more: object) -> Choices:
    return Choices(None, None, None, PrintSettings(sides=sides, guide=True), ink=ink, **more)


@cache
def printed(name: str, ink: Ink) -> bytes:
    (product,) = publish(the_library(), [name], choices(ink), {}, None)
    return product.content


def colours_in(file: bytes) -> set[str]:
    """The operators and colour spaces with colour in a file."""
    found = set()
    with pikepdf.open(io.BytesIO(file)) as pdf:
        drawn = [*pdf.pages, *(one for one in pdf.objects if isinstance(one, pikepdf.Stream))]
        for one in drawn:
            if one.get("/Subtype") == "/Image":
                found |= {str(one.ColorSpace)} - {"/DeviceGray"}
            elif isinstance(one, pikepdf.Page) or one.get("/Subtype") == "/Form":
                found |= {str(each.operator) for each in pikepdf.parse_content_stream(one)} & COLOURED
    return found


def words_in(file: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(file)
    return sorted(" ".join(pdf[at].get_textpage().get_text_range() for at in range(len(pdf))).split())


def darkness(file: bytes) -> float:
    """How much of all pages is dark, 0 to 1."""
    pdf = pypdfium2.PdfDocument(file)
    pages = [pdf[at].render(scale=0.5, grayscale=True).to_pil() for at in range(len(pdf))]
    return sum(1 - ImageStat.Stat(page).mean[0] / 255 for page in pages) / len(pages)


def test_colour_is_the_theme_as_it_is() -> None:
    assert inked(THEME, Ink.COLOUR) is THEME
    assert not THEME.in_grey


@pytest.mark.parametrize("ink", [Ink.GREY, Ink.SAVER])
@pytest.mark.parametrize("theme", sorted(the_library().themes))
def test_one_black_ink_prints_every_colour_and_words_are_at_least_as_dark(ink: Ink, theme: str) -> None:
    before = the_library().themes[theme]
    after = inked(before, ink)

    assert after.in_grey
    assert inked(after, ink) == after
    assert after.scales == before.scales
    for group, colours in after.groups.items():
        assert contrast(after.ink, colours.tint) >= contrast(before.ink, before.groups[group].tint)
        assert contrast(colours.main, after.paper) >= 15


def test_grey_and_the_theme_of_one_ink_meet() -> None:
    """Both draw edges in black; grey alone keeps the pale grounds."""
    one_ink, grey = the_library().themes["one-ink"], inked(THEME, Ink.GREY)

    assert inked(one_ink, Ink.GREY) == one_ink
    assert (grey.tiers, grey.wrong, grey.ink) == (one_ink.tiers, one_ink.wrong, one_ink.ink)
    assert {colours.tint for colours in grey.groups.values()}.isdisjoint({grey.paper, BLACK})


def test_only_the_saver_draws_outlines_and_no_ground() -> None:
    saver = inked(THEME, Ink.SAVER)

    assert (saver.outlined, inked(THEME, Ink.GREY).outlined) == (True, False)
    assert {colours.tint for colours in saver.groups.values()} | {saver.stop_ground} == {saver.paper}


def test_the_search_for_colour_finds_it() -> None:
    assert colours_in(printed("starter", Ink.COLOUR)) == {"rg", "RG"}


@pytest.mark.parametrize("ink", [Ink.GREY, Ink.SAVER])
@pytest.mark.parametrize("name", PRINTED)
def test_no_colour_is_left_in_a_file_and_no_word_is_lost(name: str, ink: Ink) -> None:
    file = printed(name, ink)

    assert colours_in(file) == set()
    assert words_in(file) == words_in(printed(name, Ink.COLOUR))
    assert_conforming(file)


@pytest.mark.parametrize("name", PRINTED)
def test_the_saver_prints_lighter_pages_though_words_are_as_dark(name: str) -> None:
    assert darkness(printed(name, Ink.SAVER)) < 0.85 * darkness(printed(name, Ink.COLOUR))


@pytest.mark.parametrize("ink", [Ink.GREY, Ink.SAVER])
def test_photographs_lose_their_colour_too(tmp_path: Path, ink: Ink) -> None:
    library = read_library([a_library(tmp_path / "mine")])
    (grey,), (coloured,) = (publish(library, ["mine"], choices(one), {}, None) for one in (ink, Ink.COLOUR))

    assert colours_in(grey.content) == set()
    assert "/DeviceRGB" in colours_in(coloured.content)


def test_another_ink_is_another_print() -> None:
    """So `--changed` prints a card again that was printed in colour before."""
    (colour,), (grey,) = (publish(the_library(), ["starter"], choices(ink), {}, None) for ink in (Ink.COLOUR, Ink.GREY))

    assert colour.card_hashes.keys() == grey.card_hashes.keys()
    assert set(colour.card_hashes.values()).isdisjoint(grey.card_hashes.values())
