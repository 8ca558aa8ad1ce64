"""The front of a warning sign: the sign in large letters, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import tiers
from layouts.blocks import ground_height, paragraph, sentences, tab, title
from layouts.ground import Earth, flat
from layouts.pictures import line_weight, show
from layouts.setting import scaled
from layouts.signs import bled, icon
from layouts.standing import ALONE, beside, too_small
from publisher.colour import mix
from publisher.drawing import Mark, rectangle
from publisher.figures.illustration import STATURE
from publisher.geometry import Box, Point
from publisher.model.card import Card, Group, Tier, WarningSign
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.colour import Colour
    from publisher.typesetting.surface import Surface

# How much of its tier's colour the ground of a warning takes.
TINT = 0.09


def warning_front(card: Card, sign: WarningSign, setting: Setting, surface: Surface) -> None:
    """The sign in large letters, and under the bar of its tier what to do about it."""
    scale = setting.scale
    ground = ground_height(surface, setting)
    solid, colour = sign.tier is Tier.EMERGENCY, setting.theme.tiers[sign.tier]
    words, own = tiers.alarm(setting.theme) if solid else (setting.theme.ink, colour)
    strip = bled(Box(0, ground, surface.trim.width, 0))
    strip = Box(strip.x, ground, strip.width, scale.stratum * 1.18)
    below = Box(strip.x, strip.bottom, strip.width, surface.trim.bottom + 3 - strip.bottom)
    plain = setting.colours(card).tint == setting.theme.paper
    fill = own if solid else setting.theme.paper if plain else mix(setting.theme.paper, colour, TINT)
    with surface.artifact():
        if solid:
            surface.paint(*_ground(below, setting, surface))
            earth = Earth(colour, setting.theme.paper, setting.theme.outlined)
            surface.paint(*flat(Group.WARNING, strip, strip.height, earth, 0.0))
        else:
            surface.paint(Mark(rectangle(below), fill=fill), *tiers.bar(sign.tier, strip, colour))
    under_tab = tab(surface, setting, card).bottom + 0.1 * scale.margin
    width = surface.trim.width - 2 * scale.margin - scale.tab_width - 0.6 * scale.margin
    with surface.element(Role.H1):
        y = title(surface, setting, card.title, scaled(surface, setting, scale.title, 1.28), width, most=3)
    y += 0.5 * scale.margin
    y = max(y, under_tab)
    free = Box(scale.margin, under_tab, surface.trim.width - 2 * scale.margin, ground - under_tab)
    bottom = _words(
        sign, setting, surface, Point(scale.margin, y), free.width - _body_map(card, setting, surface, free, y)
    )
    if bottom > ground - 0.3 * scale.margin:
        surface.too_long("front", 1, 20, sign.front[-1].place)
    _action(sign.tier, setting, surface, below.y, words, fill)


def _framed(setting: Setting) -> bool:
    """Whether a frame goes round what to do in an emergency: where ink is saved, on a card with the room for one."""
    return setting.theme.outlined and setting.scale.margin >= tiers.FRAMED


def _ground(below: Box, setting: Setting, surface: Surface) -> list[Mark]:
    """The ground of an emergency: of its two bars the upper one is its stratum."""
    if _framed(setting):
        below = below._replace(y=below.y + tiers.FREE, height=below.height - tiers.FREE)
        return tiers.alarm_ground(below, setting.theme, surface.trim.size, framed=True)
    return tiers.alarm_ground(below, setting.theme, surface.trim.size)[-1:]


def _words(sign: WarningSign, setting: Setting, surface: Surface, at: Point, width: float) -> float:
    """What the sign is like; gives the height below the words."""
    style, y = setting.style(scaled(surface, setting, setting.scale.purpose, 1.5)), at.y
    for line in sign.front:
        y = paragraph(surface, "front", surface.set(line, style, width), Point(at.x, y))
    return y


def _body_map(card: Card, setting: Setting, surface: Surface, room: Box, top: float) -> float:
    """Where on the body it is felt: somebody stands on the ground at the right; gives the width the words lose to it.

    As large as lets the words, which begin at `top`, end above the ground.
    """
    picture, unit = setting.picture_of(card), setting.scale.margin / 4.5
    if card.picture is None or picture is None or not isinstance(card.body, WarningSign):
        return 0.0
    # Clear of the title, however many lines it has.
    most, frames = room.bottom - max(room.y, top) - 1.25 * unit, picture.frames
    while True:
        wide = sum(frame.box.width for frame in frames) * most / STATURE
        free = Box(room.right - wide, room.bottom - 0.25 * unit - most, wide, most)
        standing, lost = beside(frames, free, ALONE * surface.trim.width, 0.0), wide + 2.0 * unit
        if too_small(standing, surface.trim.width):
            surface.leave_out("picture")
            return 0.0
        end = _words(card.body, setting, surface.trial(), Point(room.x, top), max(1.0, room.width - lost))
        if end <= room.bottom - 0.3 * setting.scale.margin:
            show(surface, standing, card.picture.alt, line_weight(surface))
            return lost
        most -= 1.0


def _action(tier: Tier, setting: Setting, surface: Surface, top: float, colour: Colour, ground: Colour) -> None:
    """What to do, beside the icon of its tier, and what not to wait for."""
    scale, unit = setting.scale, setting.scale.margin / 4.5
    side, full = 10 * unit, surface.trim.width - 2 * scale.margin
    left = scale.margin + side + 2.5 * unit
    bold = setting.style(scaled(surface, setting, scale.title, 1.0), bold=True, colour=colour)
    action = surface.set(
        setting.words.tier(tier, "action"), bold, surface.trim.right - scale.margin - left, balanced=True
    )
    y = top + 4.2 * unit
    height = max(action.height, side)
    with surface.artifact():
        own = colour if tier is Tier.EMERGENCY else setting.theme.tiers[tier]
        where = Box(scale.margin, y + (height - side) / 2, side, side)
        icon(surface, setting, tiers.ICONS[tier], where, own, ground)
    paragraph(surface, "action", action, Point(left, y + (height - action.height) / 2))
    y += height + 2.4 * unit
    small = setting.style(scaled(surface, setting, scale.purpose, 1.4), colour=colour)
    said = [*sentences(setting.words.tier(tier, "follow"))]
    for sentence in said:
        y = paragraph(surface, "follow", surface.set(sentence, small, full), Point(scale.margin, y))
    if tier is Tier.EMERGENCY and not setting.leaves_out("purpose"):
        note = surface.set(setting.words.emergency_note(), setting.style(scale.foot, colour=colour), full)
        edge = tiers.FRAMED if _framed(setting) else 0.85 * scale.margin
        bottom = surface.trim.bottom - edge - note.height
        if bottom > y + unit:
            paragraph(surface, "note", note, Point(scale.margin, bottom))
