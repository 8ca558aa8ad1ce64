"""The side to read, in the order of the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from layouts import code
from layouts.blocks import foot, stop_zone, tab
from layouts.column import Column
from layouts.rows import rows
from publisher.geometry import Box
from publisher.problems import Phrase
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.model.card import Card
    from publisher.typesetting.face import Face


# Shares of the spare height that go between the rows beside a code: all of it where that still leaves the corner free.
SPREADS = (1.0, 0.5, 0.0)


def back(card: Card, setting: Setting, trim: Size, body: float, *, coded: bool = False) -> Face:
    """The side to read: how to do it, where to feel it, when to stop, and how we know.

    The code that opens the card on a phone stands here if the front had no room for it and is not `coded`.
    """
    wanted = code.is_wanted(setting, card) and not coded
    free = _back(card, setting, trim, body, _Room(wanted=wanted))
    if not wanted or code.is_coded(free) or not free.fits:
        return free
    parts = code.GIVES_WAY[type(card.body)]
    for count in range(len(parts) + 1):
        for air in SPREADS:
            made = _back(card, _without(setting, parts[:count]), trim, body, _Room(wanted=True, corner=True, air=air))
            if made.fits and code.is_coded(made):
                return made
    return free


class _Room(NamedTuple):
    """Whether a code is wanted, whether rows are shorter beside it, and which share of the spare height is air."""

    wanted: bool
    corner: bool = False
    air: float = 1.0


def _without(setting: Setting, parts: Sequence[str]) -> Setting:
    """The setting, leaving out these parts of a card too."""
    if setting.stock is None or not parts:
        return setting
    return replace(setting, stock=setting.stock._replace(leaves_out=(*setting.stock.leaves_out, *map(Phrase, parts))))


def _back(card: Card, setting: Setting, trim: Size, body: float, room: _Room) -> Face:
    surface = Surface(trim, setting.typeface, body, card.title)
    scale = setting.scale
    tab_bottom = 0.0 if setting.leaves_out("tab") else tab(surface, setting, card).bottom
    with surface.artifact():
        y = _running_title(card, setting, surface)
    stop = getattr(card.body, "stop_if", ())
    # Measured before the rows above it, and drawn after them: it is read where it stands.
    limit = stop_zone(surface.trial(), setting, card, stop) - 0.28 * scale.margin
    top, beside = y + 0.3 * scale.margin, tab_bottom + 0.35 * scale.margin
    corner = code.corner(surface, setting, card, limit) if room.corner else None
    tried = Column(surface.trial(), setting, top, limit, beside, corner=corner)
    rows(card, tried)
    kept = code.kept(setting, card, limit - tried.y) if room.wanted and corner is None else 0.0
    tried.limit -= kept
    column = Column(surface, setting, top, limit, beside, air=room.air * tried.spread(), corner=corner)
    rows(card, column)
    column.end()
    if room.wanted:
        _code(card, setting, surface, Box(0, column.y + 0.2 * scale.margin if kept else top, trim.width, 0), limit)
    stop_zone(surface, setting, card, stop)
    foot(surface, setting, card)
    return surface.face()


def _code(card: Card, setting: Setting, surface: Surface, room: Box, limit: float) -> None:
    """The code at the right over the stop zone or the foot, or a note that it found no room on the whole card."""
    where = code.place(surface, setting, card, room.y, limit)
    if where is None:
        surface.leave_out("code")
        return
    code.draw(surface, setting, card, where)


def _running_title(card: Card, setting: Setting, surface: Surface) -> float:
    """The title again, for the eye; whoever hears the card has just heard it."""
    scale = setting.scale
    style = setting.style(scale.back_title, bold=True)
    beside = 0.0 if setting.leaves_out("tab") else scale.tab_width + 0.6 * scale.margin
    block = surface.set(card.title, style, surface.trim.width - 2 * scale.margin - beside, balanced=True)
    top = scale.margin + (setting.stock.clear_top if setting.stock else 0.0)
    return surface.write(block, scale.margin, top - 0.1 * scale.margin)
