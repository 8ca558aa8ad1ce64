"""A warning sign on a phone: what it is, and under the bar of its tier in large letters what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts import tiers
from layouts.blocks import paragraph, sentences, tab, tab_box, title
from layouts.ground import flat
from layouts.phone.desk import height_of, least, rows_between, unit_of
from layouts.pictures import line_weight, show
from layouts.rows import rows
from layouts.setting import scaled
from layouts.signs import icon
from layouts.standing import ALONE, beside
from publisher.colour import WHITE, mix
from publisher.drawing import Mark, rectangle
from publisher.figures.illustration import STATURE
from publisher.geometry import Box, Point
from publisher.model.card import Group, Tier, WarningSign
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from layouts.column import Column
    from layouts.setting import Setting
    from publisher.colour import Colour
    from publisher.model.card import Card
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# How much of its tier's colour the ground of a warning takes.
TINT = 0.09
# How low the bar of the tier may lie, millimetres.
LOWEST = 58.0


def warning(card: Card, setting: Setting, surface: Surface, limit: float) -> None:
    """What to do stands in the field of the tier; the signs in full below it."""
    if not isinstance(card.body, WarningSign):
        return

    def write(column: Column) -> None:
        rows(card, column)

    sign, unit = card.body, unit_of(setting)
    field = _Field.of(sign.tier, setting, surface)
    top = min(LOWEST, limit - height_of(write, setting, surface) - field.height)
    field.fill(setting, surface, top)
    y = _head(card, setting, surface)
    if max(y, tab_box(surface, setting).bottom) > top - 0.8 * unit:
        surface.too_long("title", 1, 20, card.title.place)
    _sign(card, sign, setting, surface, Box(setting.scale.margin, y, surface.trim.width, top - y))
    field.write(setting, surface, top)
    rows_between(write, setting, surface, top + field.height, limit)


def _head(card: Card, setting: Setting, surface: Surface) -> float:
    scale = setting.scale
    tab(surface, setting, card)
    width = surface.trim.width - 2 * scale.margin - scale.tab_width - 0.6 * scale.margin
    with surface.element(Role.H1):
        return title(surface, setting, card.title, scale.title, width, most=3)


def _sign(card: Card, sign: WarningSign, setting: Setting, surface: Surface, room: Box) -> None:
    """What it is like, and where on the body it is felt: somebody stands on the bar at the right."""
    unit, scale = unit_of(setting), setting.scale
    if setting.leaves_out("front"):
        surface.leave_out("front")
        return
    y = room.y + 0.6 * unit
    width = room.width - 2 * scale.margin - _body_map(card, setting, surface, room)
    hung = tab_box(surface, setting)
    for line in sign.front:
        free = min(width, hung.x - unit - scale.margin) if y < hung.bottom else width
        block = surface.set(line, setting.style(scaled(surface, setting, scale.purpose, 1.1)), free)
        y = paragraph(surface, "front", block, Point(scale.margin, y))
    if y > room.bottom - 0.8 * unit:
        surface.too_long("front", 1, 20, sign.front[-1].place)


def _body_map(card: Card, setting: Setting, surface: Surface, room: Box) -> float:
    """Somebody at the right, between the tab and the bar; gives the width that the words lose to it."""
    picture, unit = setting.picture_of(card), unit_of(setting)
    if picture is None or card.picture is None:
        return 0.0
    top = max(room.y, tab_box(surface, setting).bottom) + 0.8 * unit
    high = room.bottom - 0.25 * unit - top
    wide = sum(frame.box.width for frame in picture.frames) * high / STATURE
    free = Box(room.width - setting.scale.margin - wide, top, wide, high)
    standing = beside(picture.frames, free, ALONE * surface.trim.width, 0.0)
    if standing[0].height < least(surface):
        surface.too_long("picture", 1, 20, card.title.place)
        return 0.0
    show(surface, standing, card.picture.alt, line_weight(surface))
    return wide + 2.0 * unit


class _Field(NamedTuple):
    """The field of a tier: its bar, what to do, what not to wait for."""

    tier: Tier
    bar: float
    side: float
    action: Block
    follow: tuple[Block, ...]
    note: Block | None
    gap: float

    @staticmethod
    def of(tier: Tier, setting: Setting, surface: Surface) -> _Field:
        """Its words, set."""
        scale, unit, words = setting.scale, unit_of(setting), setting.words
        ink = WHITE if tier is Tier.EMERGENCY else setting.theme.ink
        full, side = surface.trim.width - 2 * scale.margin, 9.0 * unit
        bold = setting.style(scaled(surface, setting, scale.title, 0.95), bold=True, colour=ink)
        action = surface.set(words.tier(tier, "action"), bold, full - side - 2.0 * unit, balanced=True)
        plain = setting.style(scaled(surface, setting, scale.purpose, 1.05), colour=ink)
        follow = tuple(surface.set(said, plain, full) for said in sentences(words.tier(tier, "follow")))
        note = None
        if tier is Tier.EMERGENCY and not setting.leaves_out("note"):
            note = surface.set(words.emergency_note(), setting.style(scale.purpose, colour=ink), full)
        return _Field(tier, 1.25 * scale.stratum, side, action, follow, note, 1.8 * unit)

    @property
    def height(self) -> float:
        """From the upper edge of the bar to the lower edge of the ground."""
        words = max(self.side, self.action.height) + sum(block.height for block in self.follow)
        note = self.note.height + 0.5 * self.gap if self.note else 0.0
        return self.bar + 1.3 * self.gap + words + 0.8 * self.gap + note + 1.2 * self.gap

    def _colours(self, setting: Setting) -> tuple[Colour, Colour]:
        """That of the tier, and that of its ground."""
        colour, paper = setting.theme.tiers[self.tier], setting.theme.paper
        if self.tier is Tier.EMERGENCY:
            return colour, colour
        plain = setting.theme.groups[Group.WARNING].tint == paper
        return colour, paper if plain else mix(paper, colour, TINT)

    def fill(self, setting: Setting, surface: Surface, top: float) -> None:
        """The bar, and the ground under it."""
        colour, ground = self._colours(setting)
        strip = Box(-3.0, top, surface.trim.width + 6.0, self.bar)
        with surface.artifact():
            surface.paint(Mark(rectangle(Box(strip.x, strip.bottom, strip.width, self.height - self.bar)), fill=ground))
            if self.tier is Tier.EMERGENCY:
                surface.paint(*flat(Group.WARNING, strip, strip.height, (colour, setting.theme.paper), 0.0))
            else:
                surface.paint(*tiers.bar(self.tier, strip, colour))

    def write(self, setting: Setting, surface: Surface, top: float) -> None:
        """What to do beside the icon of the tier, and the rest below it."""
        colour, ground = self._colours(setting)
        left, y = setting.scale.margin, top + self.bar + 1.3 * self.gap
        high = max(self.side, self.action.height)
        with surface.artifact():
            where = Box(left, y + (high - self.side) / 2, self.side, self.side)
            icon(surface, setting, tiers.ICONS[self.tier], where, WHITE if colour == ground else colour, ground)
        at = Point(left + self.side + 2.0 * unit_of(setting), y + (high - self.action.height) / 2)
        paragraph(surface, "action", self.action, at)
        y += high + 0.8 * self.gap
        for block in self.follow:
            y = paragraph(surface, "follow", block, Point(left, y))
        if self.note is not None:
            paragraph(surface, "note", self.note, Point(left, y + 0.5 * self.gap))
        elif self.tier is Tier.EMERGENCY:
            surface.leave_out("note")
