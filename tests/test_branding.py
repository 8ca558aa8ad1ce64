"""A clinic's colour where it can be read, and nowhere where a colour means danger."""

from __future__ import annotations

import pytest

from publisher.branding import branded, house
from publisher.colour import WHITE, Colour, legible, parse
from publisher.library.overlays import read_library
from publisher.model.card import Group
from publisher.model.clinic import BrandColours, Clinic
from publisher.problems import Phrase

THEME = read_library().themes["surefoot"]


def a_clinic(main: str | None) -> Clinic:
    colours = None if main is None else BrandColours(parse(main))
    return Clinic(Phrase("hillside"), Phrase("Hillside"), colours=colours)


def test_every_group_but_warnings_wears_the_colour_of_the_house() -> None:
    theme = branded(THEME, a_clinic("#512D6D"))

    assert {theme.groups[group].main.hex for group in Group if group is not Group.WARNING} == {"#512D6D"}
    assert theme.groups[Group.WARNING] == THEME.groups[Group.WARNING]
    assert (theme.tiers, theme.wrong, theme.ink, theme.scales) == (THEME.tiers, THEME.wrong, THEME.ink, THEME.scales)


@pytest.mark.parametrize("main", [None, "#FFD400", "#777777", "#FFFFFF"])
def test_what_cannot_be_read_changes_nothing(main: str | None) -> None:
    assert branded(THEME, a_clinic(main)) is THEME


def test_the_paper_of_the_theme_counts() -> None:
    """Between 4.5 on white and 4.5 on a paper a little darker."""
    main, cream = "#727272", Colour(0xF2, 0xEE, 0xE2)

    assert legible(parse(main), WHITE) >= 4.5
    assert branded(THEME, a_clinic(main)) is not THEME
    assert branded(THEME._replace(paper=cream), a_clinic(main))._replace(paper=THEME.paper) == THEME


def test_words_in_ink_stand_on_the_palest_of_any_colour() -> None:
    for main in ("#000000", "#0000FF", "#A31F1A", "#0B5F5C"):
        assert legible(house(parse(main)).tint, THEME.ink) > 7
