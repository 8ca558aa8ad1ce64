"""Colours and pictures as inks: black alone for what is black, no more ink than paper bears, colours as they were."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from publisher.colour import BLACK, INK, WHITE, Colour
from publisher.geometry import Point
from publisher.rasters import in_grey, logo, photograph
from publisher.separations import MOST_INK, PAPER, PURE_BLACK, Inks, is_black
from tests.factories import the_library
from tests.pixels import a_logo, plain, written
from tests.profiles_at_hand import a_profile, the_separation

LEVELS = st.integers(0, 255)


def seen(inks: Inks) -> Colour:
    """What the press prints, as the profile tells it."""
    back = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(a_profile())), ImageCms.createProfile("sRGB"), "CMYK", "RGB", 1
    )
    return Colour(*ImageCms.applyTransform(Image.new("CMYK", (1, 1), tuple(inks)), back).getpixel((0, 0)))


@pytest.mark.parametrize("colour", [BLACK, INK, Colour(0x30, 0x30, 0x30), Colour(0x28, 0x2C, 0x30)])
def test_what_is_nearly_black_is_black_ink_alone(colour: Colour) -> None:
    assert is_black(colour)
    assert the_separation().inks(colour) == PURE_BLACK


def test_white_is_bare_paper() -> None:
    assert the_separation().inks(WHITE) == PAPER


@given(LEVELS)
def test_grey_is_black_ink_alone(level: int) -> None:
    assert the_separation().inks(Colour(level, level, level))[:3] == (0, 0, 0)


def test_a_darker_grey_never_has_less_ink() -> None:
    blacks = [the_separation().inks(Colour(level, level, level)).black for level in range(256)]

    assert blacks == sorted(blacks, reverse=True)
    assert len(set(blacks)) > 150


@pytest.mark.parametrize("level", [0x60, 0x80, 0xB0, 0xD6, 0xF0])
def test_a_grey_is_as_light_as_it_was(level: int) -> None:
    printed = seen(the_separation().inks(Colour(level, level, level)))

    assert max(abs(part - level) for part in printed) <= 14


@given(LEVELS, LEVELS, LEVELS)
def test_no_colour_has_more_ink_than_paper_bears(red: int, green: int, blue: int) -> None:
    assert the_separation().inks(Colour(red, green, blue)).total <= MOST_INK


def test_the_ink_limit_is_reached_by_dark_colours() -> None:
    dark = [Colour(red, green, blue) for red in (20, 60) for green in (0, 30) for blue in (0, 60)]

    assert max(the_separation().inks(colour).total for colour in dark) > MOST_INK - 5


def test_the_colours_of_the_theme_are_what_they_were() -> None:
    for group in the_library().themes["surefoot"].groups.values():
        for colour in group:
            if isinstance(colour, Colour) and not is_black(colour):
                printed = seen(the_separation().inks(colour))
                assert max(abs(a - b) for a, b in zip(printed, colour, strict=True)) <= 40, colour


def _samples(raster) -> list[bytes]:
    data = zlib.decompress(raster.data)
    count = len(data) // (raster.width * raster.height)
    return [data[at : at + count] for at in range(0, len(data), count)]


def test_a_photograph_has_four_inks_and_no_more_than_paper_bears() -> None:
    picture = Image.linear_gradient("L").resize((600, 400))
    many = Image.merge("RGB", (picture, picture.rotate(180), picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    taken = the_separation().raster(photograph(written(many, "JPEG"), 1.5, Point(0.5, 0.5)))

    assert (taken.colours, taken.coding) == ("cmyk", "flate")
    assert max(sum(sample) for sample in _samples(taken)) <= MOST_INK * 2.55 + 4


def test_a_logo_keeps_bare_paper_round_it() -> None:
    taken = the_separation().raster(logo(a_logo()))

    assert min(_samples(taken), key=sum) == bytes(4)


def test_a_picture_has_the_inks_of_its_colour() -> None:
    teal = Colour(11, 95, 92)
    (sample,) = set(_samples(the_separation().raster(logo(written(plain((40, 30), tuple(teal)))))))

    assert max(abs(a - b) for a, b in zip(sample, the_separation().inks(teal), strict=True)) <= 12


def test_a_grey_picture_stays_grey() -> None:
    grey = in_grey(logo(a_logo()))
    taken = the_separation().raster(grey)

    assert taken.colours == "grey"
    assert min(_samples(taken)) < b"\xa0" < max(_samples(taken)) == b"\xff"
