"""Colours, type and spacing. Read from `assets/themes/`, where contrast is checked on the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publisher.colour import Colour
    from publisher.model.card import Group, Tier
    from publisher.problems import Phrase


class GroupColours(NamedTuple):
    """Main: tab, stratum, ground line, arrows. Mid: clothes of figures. Tint: the ground."""

    main: Colour
    mid: Colour
    tint: Colour


class TypeSize(NamedTuple):
    """Size and leading in points."""

    size: float
    leading: float


class TypeScale(NamedTuple):
    """Every size on one class of face. Lengths in millimetres, type in points.

    Body text has no size here: the deck finds it (see `publisher.typesetting.fitting`), and
    `body_leading` is its leading as a multiple of that size. `ground` is the height of the ground line
    as a share of the face.
    """

    margin: float
    title: TypeSize
    back_title: TypeSize
    purpose: TypeSize
    purpose_without_picture: TypeSize
    cue: TypeSize
    dose: TypeSize
    unit: TypeSize
    caption: TypeSize
    foot: TypeSize
    body_leading: float
    tab_width: float
    tab_height: float
    tab_icon: float
    tab_number: float
    ground: float
    stratum: float
    gutter: float
    stop_rule: float


class Theme(NamedTuple):
    """All that a layout needs to know about looks."""

    id: Phrase
    name: Phrase
    ink: Colour
    paper: Colour
    stop_ground: Colour
    wrong: Colour
    groups: Mapping[Group, GroupColours]
    tiers: Mapping[Tier, Colour]
    scales: Mapping[str, TypeScale]
    # Whether what is solid elsewhere is drawn by its outline: tabs, discs, strata, the ground of an emergency.
    outlined: bool = False

    @property
    def in_grey(self) -> bool:
        """Whether one black ink prints all of it."""
        groups = (colour for colours in self.groups.values() for colour in colours)
        every = (self.ink, self.paper, self.stop_ground, self.wrong, *groups, *self.tiers.values())
        return all(colour.is_neutral for colour in every)
