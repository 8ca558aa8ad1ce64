"""Grounds with somebody on them: the hill of everything about running, and the level ground of all else."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layouts.blocks import tab_box
from layouts.ground import SLOPE, Earth, flat, sloping
from layouts.pictures import MARK_ROOM, judge, ledge_height, line_weight, mark_room, point_out, show
from layouts.signs import cairn
from layouts.standing import Hill, arranged, beside, on_slope, too_small
from publisher.geometry import Box, Point
from publisher.model.card import Explanation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from layouts.standing import Standing
    from publisher.figures.illustration import Frame, Illustration
    from publisher.model.card import Card
    from publisher.typesetting.surface import Surface

# The radius of a tick or a cross beside a figure, at the margin of a poker card.
MARK = 2.2
# The body height of one runner and of two, as shares of the width: a single one has the whole hill.
ALONE, PAIR = 0.68, 0.58
# The card of this tag says what the stones of all cards mean: how many there are, and where in its box a heap ends.
LEGEND, CAIRNS, FOOT = "legend", (3, 2, 1), 0.95


def fall(picture: Illustration | None) -> float:
    """How far the ground falls for each millimetre to the right: as the picture wants it, which may be steep."""
    return math.tan(math.radians(SLOPE if picture is None else picture.slope))


def hill(
    card: Card, picture: Illustration | None, setting: Setting, surface: Surface, middle: float, bottom: float
) -> float:
    """The tilted ground of everything about running, level only under a picture that is level; gives its middle.

    `middle` is how high it crosses the middle of the face, `bottom` where its tint ends, millimetres.
    """
    # A steeper hill rises at the left; at the right, over the words, it stays where it is.
    middle -= max(0.0, fall(picture) - fall(None)) * surface.trim.width / 2
    if picture is not None and not picture.slope:
        level(card, setting, surface, middle, bottom)
        return middle
    unit, colours = setting.scale.margin / 4.5, setting.colours(card)
    through = Point(surface.trim.width / 2, middle)
    with surface.artifact():
        whole = _earth(surface, 0, bottom)
        surface.paint(
            *sloping(
                card.group,
                whole,
                through,
                setting.scale.stratum,
                Earth(colours.main, colours.tint, setting.theme.outlined),
                0.6 * unit,
                picture.slope if picture else SLOPE,
            )
        )
    return middle


def _earth(surface: Surface, top: float, bottom: float) -> Box:
    """From edge to edge and past them, between two heights; past the lower edge where it reaches that."""
    bleed = 3.0 if bottom >= surface.trim.bottom else 0.0
    return Box(-3.0, top, surface.trim.width + 6.0, bottom + bleed - top)


def level(card: Card, setting: Setting, surface: Surface, ground: float, bottom: float) -> None:
    """The level ground of a card, its tint down to a height or to the edge and past it."""
    colours = setting.colours(card)
    with surface.artifact():
        earth = _earth(surface, ground, bottom)
        line = 0.5 * setting.scale.margin / 4.5
        pair = Earth(colours.main, colours.tint, setting.theme.outlined)
        surface.paint(*flat(card.group, earth, setting.scale.stratum, pair, line))


def runners(card: Card, picture: Illustration, setting: Setting, surface: Surface, top: float, ground: float) -> float:
    """The figures between head and ground; ticked and crossed where one is right and one is not.

    Gives their body height, millimetres.
    """
    unit, frames, explains = setting.scale.margin / 4.5, picture.frames, isinstance(card.body, Explanation)
    top, ground = top + 0.9 * unit, ground - 0.25 * unit
    if picture.slope:
        standing = _on_hill(picture, setting, surface, top, ground)
    else:
        standing = _on_level(frames, setting, surface, top, ground)
    if too_small(standing, surface.trim.width):
        surface.too_long("purpose", 1, 30, card.purpose.place)
        return standing[0].height
    show(surface, standing, card.picture.alt if card.picture else "", line_weight(surface))
    if any(frame.wrong for frame in frames) and not (explains and len(frames) == 1):
        judge(surface, setting, standing, MARK * unit)
    elif explains:
        point_out(surface, setting, standing[0], len(getattr(card.body, "lines", ())))
    return standing[0].height


def _on_hill(picture: Illustration, setting: Setting, surface: Surface, top: float, ground: float) -> list[Standing]:
    """Below the head where the hill is high, below the tab where it is low."""
    frames, drop = picture.frames, fall(picture)
    scale, width, tab = setting.scale, surface.trim.width, tab_box(surface, setting)
    unit = scale.margin / 4.5
    under_tab = max(top, tab.bottom + unit)

    def clear(box: Box) -> bool:
        return box.y >= (under_tab if box.right > tab.x - unit else top)

    def line(x: float) -> float:
        return ground + (x - width / 2) * drop

    aside = _aside(frames, unit)
    room = Box(scale.margin + aside, top, width - 2 * scale.margin - aside, _most(frames) * width)
    return on_slope(frames, room, Hill(line, clear), 1.5 * unit, MARK_ROOM * MARK * unit if _marked(frames) else 0.0)


def _marked(frames: Sequence[Frame]) -> bool:
    return any(frame.wrong for frame in frames)


def _aside(frames: Sequence[Frame], unit: float) -> float:
    """The room for a mark left of the first frame."""
    return mark_room(frames[0], MARK * unit) if _marked(frames) else 0.0


def _most(frames: Sequence[Frame]) -> float:
    return ALONE if len(frames) == 1 else PAIR


def _on_level(frames: Sequence[Frame], setting: Setting, surface: Surface, top: float, ground: float) -> list[Standing]:
    scale, unit, width = setting.scale, setting.scale.margin / 4.5, surface.trim.width
    top = max(top, tab_box(surface, setting).bottom + unit)
    aside = _aside(frames, unit)
    room = Box(scale.margin + aside, top, width - 2 * scale.margin - aside, ground - top)
    if _marked(frames):
        return beside(frames, room, _most(frames) * width, MARK_ROOM * MARK * unit)
    return arranged(frames, room, width, 2 * unit, ledge_height(setting))


def stones(setting: Setting, surface: Surface, top: float, ground: float) -> None:
    """The stones that every other card shows small, from the surest down, large on the ground; words follow below."""
    margin = setting.scale.margin
    room = surface.trim.width - 2 * margin
    side = min(0.62 * (ground - top), room / len(CAIRNS))
    with surface.artifact():
        for place, count in enumerate(CAIRNS):
            x = margin + room * (place + 0.5) / len(CAIRNS) - side / 2
            # The lowest stone stands on the line: the icon keeps a little air below it.
            cairn(surface, setting, count, Box(x, ground - side * FOOT, side, side))
