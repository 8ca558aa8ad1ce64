"""A theme for the ink that is to be used: as it is, in grey, or drawn anew with far less of it.

A printer makes a grey of dots, and what is fine breaks up in them: words, edges, patterns and the tiers of warning
signs are in full black, and told apart by how they are drawn (solid, hatched, open). Only what is large stays grey:
bodies and clothes, and, in grey, the pale grounds. The saver has no grounds, and what was solid is an outline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.colour import BLACK, Colour
from publisher.model.printing import Ink
from publisher.model.theme import GroupColours

if TYPE_CHECKING:
    from publisher.model.theme import Theme

# The clothes of figures where ink is saved: still darker than skin, so that a body is read at once.
PALE = Colour(0xD6, 0xD6, 0xD6)


def inked(theme: Theme, ink: Ink) -> Theme:
    """The theme in this ink; twice the same ink is the same theme."""
    if ink is Ink.COLOUR:
        return theme
    paper = theme.paper.grey
    plain = theme._replace(ink=BLACK, paper=paper, wrong=BLACK, tiers=dict.fromkeys(theme.tiers, BLACK))
    if ink is Ink.GREY:
        groups = {group: GroupColours(BLACK, each.mid.grey, each.tint.grey) for group, each in theme.groups.items()}
        return plain._replace(stop_ground=theme.stop_ground.grey, groups=groups)
    groups = dict.fromkeys(theme.groups, GroupColours(BLACK, PALE, paper))
    return plain._replace(stop_ground=paper, groups=groups, outlined=True)
