"""Colours are three numbers, and contrast is WCAG's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.colour import BLACK, WHITE, Colour, contrast, legible, mix, nearest_passing, parse

PARTS = st.integers(0, 255)
COLOURS = st.builds(Colour, PARTS, PARTS, PARTS)


@given(COLOURS)
def test_a_colour_is_read_as_it_is_written(colour: Colour) -> None:
    assert parse(colour.hex) == parse(colour.hex.lower()) == colour


@pytest.mark.parametrize(
    "text",
    [
        "red",
        "#FFF",
        "#12345G",
        "123456",
        "#1234567",
        " #123456",
        "#123456\n",
        "#\uff11\uff12\uff13\uff14\uff15\uff16",
        "",
    ],
)
def test_anything_else_is_no_colour(text: str) -> None:
    assert parse(text) is None


# Ratios as the WebAIM contrast checker gives them.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#C9A227", "#FFFFFF", 2.42),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    first, second = parse(one), parse(other)
    assert first is not None
    assert second is not None

    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast(first, second) == contrast(second, first)


@given(COLOURS, st.sampled_from([WHITE, BLACK, Colour(0xF4, 0xEE, 0xE4)]))
def test_the_nearest_shade_that_passes_passes(colour: Colour, ground: Colour) -> None:
    assert legible(nearest_passing(colour, ground, 4.5), ground) >= 4.5


@given(COLOURS)
def test_a_shade_that_passes_stays_as_it_is(colour: Colour) -> None:
    if legible(colour, WHITE) >= 4.5:
        assert nearest_passing(colour, WHITE, 4.5) == colour


def test_a_colour_that_is_bright_in_grey_is_judged_as_it_prints_there() -> None:
    """Pure green is as bright to the eye as a light grey, and prints as a middle one."""
    green, ink = Colour(0, 200, 0), Colour(0x30, 0x30, 0x30)

    assert green.grey == Colour(118, 118, 118)
    assert legible(green, ink) == contrast(green.grey, ink.grey) < contrast(green, ink)
    assert legible(green, WHITE) == contrast(green, WHITE) < contrast(green.grey, WHITE)


def test_a_mix_goes_from_one_to_the_other() -> None:
    assert [mix(BLACK, WHITE, share) for share in (0, 0.2, 1)] == [BLACK, Colour(51, 51, 51), WHITE]
