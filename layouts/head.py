"""The head of a front: tab, title, and what the card is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.blocks import paragraph, tab, title
from layouts.setting import scaled
from layouts.signs import cross
from publisher.geometry import Point
from publisher.model.card import Card, FormFault
from publisher.model.dose import Own
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.typesetting.surface import Surface

# A title with no picture under it may be larger.
LARGER = 1.19


def head(
    card: Card, setting: Setting, surface: Surface, most: int = 2, role: Role = Role.H1, over: float = 0.0
) -> float:
    """Tab, title and purpose, so far under the margin, millimetres; gives the height below them."""
    scale = setting.scale
    tab(surface, setting, card)
    pictured = setting.picture_of(card) is not None
    width = surface.trim.width - 2 * scale.margin - scale.tab_width - 0.55 * scale.margin
    size = scaled(surface, setting, scale.title, 1.0 if pictured else LARGER)
    with surface.element(role):
        drop = over + (_mistake(setting, surface, over) if isinstance(card.body, FormFault) else 0.0)
        y = title(surface, setting, card.title, size, width, most if pictured else 3, drop)
    if setting.leaves_out("purpose"):
        surface.leave_out("purpose")
        return y
    size = scale.purpose if pictured else scale.purpose_without_picture
    block = surface.set(card.purpose, setting.style(scaled(surface, setting, size)), width, balanced=True)
    at = Point(scale.margin, y + 0.22 * scale.margin)
    return paragraph(surface, "purpose", block, at, _most(card, pictured=pictured))


def _most(card: Card, *, pictured: bool) -> int:
    """How many lines the purpose may take; what was said to one person in its place may take more from a picture."""
    return 6 if isinstance(card.purpose, Own) else 2 if pictured else 4


def _mistake(setting: Setting, surface: Surface, over: float) -> float:
    """A cross and a word over the title, so that nobody takes a mistake for a tip; gives the height they take."""
    scale = setting.scale
    style = setting.style(scaled(surface, setting, scale.purpose, 1.15), bold=True, colour=setting.theme.wrong)
    block = surface.set(setting.words.say("card.mistake"), style, surface.trim.width)
    top = scale.margin + (setting.stock.clear_top if setting.stock else 0.0) + over
    radius = 0.5 * block.leading
    with surface.artifact():
        cross(surface, setting, Point(scale.margin + radius, top + block.leading / 2), radius)
    surface.write(block, scale.margin + 2 * radius + 0.25 * scale.margin, top, field="title")
    return block.height + 0.15 * scale.margin
