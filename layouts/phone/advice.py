"""What is known rather than done, on a phone: why something happens, and what to do and not to do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from layouts.blocks import tab_box
from layouts.head import head
from layouts.hills import LEGEND, fall, hill, level, stones
from layouts.phone.desk import (
    LOWEST,
    InGround,
    Sign,
    height_of,
    rows_between,
    standing_between,
    unit_of,
)
from layouts.rows import rows
from layouts.signs import disc, rule
from publisher.geometry import Box, Point
from publisher.model.card import Advice, Explanation

if TYPE_CHECKING:
    from layouts.column import Column
    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.typesetting.surface import Surface

# How high the ground lies where nobody stands on it, from the head, in units.
BARE = 3.0
# The room of the stones that a card explains, in units.
HEAP = 9.0


def explanation(card: Card, setting: Setting, surface: Surface, limit: float) -> None:
    """Somebody on the slope with numbers that lead to three short lines, and so what."""
    if not isinstance(card.body, Explanation):
        return

    def write(column: Column) -> None:
        rows(card, column)

    bottom = limit - height_of(write, setting, surface)
    said = _lines(card.body, setting, surface, bottom)
    picture = setting.picture_of(card)
    drop = fall(picture)
    middle = min(LOWEST - 4.0, said.middle(drop))
    said = said._replace(bottom=bottom - said.middle(drop) + middle)
    middle = hill(card, picture, setting, surface, middle, said.bottom)
    y = head(card, setting, surface)
    if picture is not None:
        standing_between(card, setting, surface, (y, middle))
    elif middle - surface.trim.width / 2 * drop < y:
        surface.too_long("title", 1, 20, card.title.place)
    said.write()
    rows_between(write, setting, surface, said.bottom, limit)


def advice(card: Card, setting: Setting, surface: Surface, limit: float) -> None:
    """A thing or somebody on level ground, three short lines in it, and below them what to do and not to do."""
    if not isinstance(card.body, Advice):
        return

    def write(column: Column) -> None:
        rows(card, column)

    unit, picture = unit_of(setting), setting.picture_of(card)
    bottom = limit - height_of(write, setting, surface)
    said = _lines(card.body, setting, surface, bottom)
    deep = bottom - said.middle(0.0)
    y = max(head(card, setting, surface.trial()), tab_box(surface, setting).bottom)
    pictured = picture is not None or LEGEND in card.tags
    ground = min(LOWEST if pictured else y + BARE * unit, bottom - deep)
    said = said._replace(bottom=ground + deep)
    level(card, setting, surface, ground, said.bottom)
    head(card, setting, surface)
    if picture is not None:
        standing_between(card, setting, surface, (y, ground))
    elif LEGEND in card.tags and ground - y > HEAP * unit:
        stones(setting, surface, y, ground)
    elif ground < y + 0.5 * unit:
        surface.too_long("do", 1, 20, card.title.place)
    said.write()
    rows_between(write, setting, surface, said.bottom, limit)


def _lines(body: Explanation | Advice, setting: Setting, surface: Surface, bottom: float) -> InGround:
    """The short lines: numbered where the picture points at what they speak of, else with squares."""
    empty = InGround((), setting, surface, bottom)
    if setting.leaves_out("lines"):
        surface.leave_out("lines")
        return empty
    bold = setting.style(setting.scale.cue, bold=True)

    def square(centre: Point, radius: float) -> None:
        side = 0.7 * radius
        rule(surface, Box(centre.x - side / 2, centre.y - side / 2, side, side), setting.theme.ink)

    def numbered(number: int, centre: Point, radius: float) -> None:
        disc(surface, str(number), centre, 2 * radius, setting)

    painted = [
        partial(numbered, number) if isinstance(body, Explanation) else square
        for number in range(1, len(body.lines) + 1)
    ]
    signs = [
        Sign("lines", surface.set(line, bold, empty.width), paint)
        for line, paint in zip(body.lines, painted, strict=True)
    ]
    return empty._replace(signs=signs)
