"""Colours of figures: apart in grey, whoever is shown; hollow where wrong; few screens in one ink."""

from __future__ import annotations

import pytest

from publisher.colour import BLACK, WHITE, Colour, parse
from publisher.figures.paint import FACES, FACETED
from publisher.figures.palette import APART, APART_FAR, GROUND, MUSCLES, apart, lightness, palette
from publisher.figures.props import MATERIALS
from publisher.model.card import Group
from tests.factories import the_library
from tests.figures.stick_people import a_person, a_sketch

THEMES = the_library().themes
# Skin, its shade, and how it looks farther away: pale to very dark.
SKINS = (
    ("#F8DFCF", "#E9C3AC", "#D9BBA8"),
    ("#EBC7A6", "#D3A57F", "#C69C7A"),
    ("#D9A67E", "#BD8760", "#AF7F5C"),
    ("#A9744F", "#8C5B3A", "#7E5236"),
    ("#7A4B32", "#5F3825", "#533121"),
    ("#4E2F22", "#3A2118", "#331D15"),
)

# Materials whose turned away side is darker.
SHADED = ("band", "elastic", "cloth", "metal", "glass", "water", "warm", "food", "leaf")


def colours_of(
    skin: tuple[str, str, str], group: Group = Group.STRENGTH, theme: str = "surefoot", *, wrong: bool = False
) -> dict:
    person = a_person(skin=skin[0], skin_shade=skin[1], skin_far=skin[2])
    return palette(person, THEMES[theme].groups[group], THEMES[theme], wrong=wrong)


@pytest.mark.parametrize("skin", SKINS, ids=lambda skin: skin[0])
@pytest.mark.parametrize("group", Group)
def test_skin_shirt_and_shorts_stay_apart_in_grey_for_everybody(skin: tuple, group: Group) -> None:
    light = {role: lightness(colour) for role, colour in colours_of(skin, group).items() if colour}

    for one, other in (("skin", "shirt"), ("skin", "shorts"), ("shirt", "shorts")):
        assert abs(light[one] - light[other]) >= APART, (one, other)
    assert abs(light["skin-far"] - light["shirt"]) >= APART_FAR
    assert abs(light["skin-far"] - light["skin"]) > 2


@pytest.mark.parametrize("skin", SKINS, ids=lambda skin: skin[0])
@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
def test_a_band_is_seen_on_shorts_in_grey(skin: tuple, group: Group, theme: str) -> None:
    found = colours_of(skin, group, theme)

    assert abs(lightness(found["elastic"]) - lightness(found["shorts"])) >= APART


@pytest.mark.parametrize("group", Group)
def test_a_shirt_takes_the_middle_colour_of_the_group_where_the_skin_lets_it(group: Group) -> None:
    assert colours_of(SKINS[0], group)["shirt"] == THEMES["surefoot"].groups[group].mid


@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
def test_wrong_is_hollow_and_right_is_not(theme: str) -> None:
    right, wrong = (colours_of(SKINS[2], Group.FORM, theme, wrong=hollow) for hollow in (False, True))

    for role in ("shirt", "shorts", "shoe", "skin"):
        assert wrong[role] == WHITE
    assert lightness(wrong["hair"]) > 75 > lightness(right["hair"])
    assert right["shirt"] != WHITE
    assert lightness(wrong["skin-far"]) < 90


def test_one_ink_screens_only_shirt_shorts_and_far_limbs() -> None:
    greys = {role for role, c in colours_of(SKINS[3], theme="one-ink").items() if c not in {None, BLACK, WHITE}}

    assert greys == {
        "shirt", "shirt-shade", "shirt-far", "shorts", "shorts-shade", "shoe-far", "skin-far"
    }  # fmt: skip
    assert colours_of(SKINS[3], theme="one-ink")["shirt"] == Colour(0xA6, 0xA6, 0xA6)


@pytest.mark.parametrize("wrong", [False, True])
def test_one_ink_needs_one_ink(wrong: bool) -> None:
    found = colours_of(SKINS[2], theme="one-ink", wrong=wrong)

    assert [role for role, colour in found.items() if colour and len(set(colour)) > 1] == []


def test_muscles_show_on_clothes_in_one_ink_too_and_only_where_they_are_asked_for() -> None:
    theme = THEMES["one-ink"]
    shown = palette(a_person(), theme.groups[Group.WHY], theme, muscles=True)

    assert abs(lightness(shown["muscle"]) - lightness(shown["shorts"])) > 40
    assert colours_of(SKINS[0])["muscle"] is None


@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
def test_a_muscle_shows_on_white_clothes_and_skin(theme: str) -> None:
    """So a warning sign is marked on a body, in one ink too."""
    found = THEMES[theme]
    shown = palette(a_person(), found.groups[Group.WARNING], found, wrong=True, muscles=True)

    assert lightness(shown["shorts"]) - lightness(shown["muscle"]) > 35


@pytest.mark.parametrize("theme", ["surefoot", "one-ink"])
@pytest.mark.parametrize("wrong", [False, True])
def test_every_role_has_a_colour_but_the_ground_which_the_page_draws(theme: str, wrong: bool) -> None:
    found = colours_of(SKINS[1], theme=theme, wrong=wrong)
    sketch = a_sketch()

    assert {role for role, colour in found.items() if colour is None} == {*GROUND, *MUSCLES}
    assert {role for role, _ in sketch.fills} | {line.role for line in sketch.lines} <= set(found)


def test_a_colour_that_is_apart_already_stays_and_another_moves_as_little_as_it_must() -> None:
    grey = parse("#777777")

    assert apart(grey, (WHITE, APART), (BLACK, APART)) == grey
    moved = apart(grey, (parse("#7A7A7A"), APART))
    assert APART <= abs(lightness(moved) - lightness(parse("#7A7A7A"))) < APART + 3


def test_lightness_is_that_of_the_standard() -> None:
    # CIE L* of sRGB mid grey and of pure red, from published tables.
    assert lightness(parse("#777777")) == pytest.approx(50.0, abs=0.2)
    assert lightness(parse("#FF0000")) == pytest.approx(53.2, abs=0.1)
    assert lightness(BLACK) == 0


def test_whatever_things_are_made_of_has_a_colour() -> None:
    found = colours_of(SKINS[1])
    faces = [f"{material}{face}" for material in FACETED for face in FACES]

    assert {*MATERIALS, *faces} <= set(found)
    assert {f"{material}-shade" for material in SHADED} <= set(found)
