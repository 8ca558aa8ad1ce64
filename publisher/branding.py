"""A theme in the colours of a clinic: only where they can be read, and never where a colour means danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.colour import WHITE, legible, mix
from publisher.model.card import Group
from publisher.model.theme import GroupColours

if TYPE_CHECKING:
    from publisher.colour import Colour
    from publisher.model.clinic import Clinic
    from publisher.model.theme import Theme

# WCAG 2.2, 1.4.3: text on its ground.
TEXT = 4.5
# How much white is in what is painted large and carries no words, and in a ground under black words.
PALER, PALEST = 0.5, 0.9


def branded(theme: Theme, clinic: Clinic) -> Theme:
    """The theme with the clinic's colour for every group; warnings, tiers and what is wrong keep theirs.

    A colour that paper or white words do not carry in this theme changes nothing: the theme is given back as it is.
    """
    if clinic.colours is None or not _can_be_read(clinic.colours.main, theme):
        return theme
    own = house(clinic.colours.main)
    groups = {group: colours if group is Group.WARNING else own for group, colours in theme.groups.items()}
    return theme._replace(groups=groups)


def house(main: Colour) -> GroupColours:
    """The three strengths of one colour, as a theme has them for a group."""
    return GroupColours(main, mix(main, WHITE, PALER), mix(main, WHITE, PALEST))


def _can_be_read(main: Colour, theme: Theme) -> bool:
    """As words on paper, under white words, and, made pale, under words in ink."""
    pairs = ((main, theme.paper), (main, WHITE), (house(main).tint, theme.ink))
    return all(legible(one, other) >= TEXT for one, other in pairs)
