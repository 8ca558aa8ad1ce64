"""A form cue or a mistake on a phone: right beside wrong on the slope, both in words, and how to practise it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from layouts.head import head
from layouts.hills import fall, hill
from layouts.phone.desk import LOWEST, InGround, Sign, height_of, rows_between, standing_between
from layouts.rows import rows
from layouts.signs import cross, tick
from publisher.model.card import FormCue, FormFault

if TYPE_CHECKING:
    from layouts.column import Column
    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.typesetting.surface import Surface


def form(card: Card, setting: Setting, surface: Surface, limit: float) -> None:
    """The ground falls as it does for a runner; it lies as low as the words below it allow."""
    if not isinstance(card.body, FormCue | FormFault):
        return

    def write(column: Column) -> None:
        rows(card, column)

    bottom = limit - height_of(write, setting, surface)
    said = _said(card.body, setting, surface, bottom)
    picture = setting.picture_of(card)
    drop = fall(picture)
    middle = min(LOWEST - 4.0, said.middle(drop))
    # The tint ends under its last sentence, wherever the rows let the ground lie.
    said = said._replace(bottom=min(bottom, bottom - said.middle(drop) + middle))
    steeper = max(0.0, drop - fall(None)) * surface.trim.width / 2
    middle = hill(card, picture, setting, surface, middle + steeper, said.bottom)
    y = head(card, setting, surface)
    if picture is not None:
        standing_between(card, setting, surface, (y, middle))
    elif middle < y:
        surface.too_long("title", 1, 20, card.title.place)
    said.write()
    rows_between(write, setting, surface, said.bottom, limit)


def _said(body: FormCue | FormFault, setting: Setting, surface: Surface, bottom: float) -> InGround:
    """What to do beside a tick, what not to do beside a cross; of a mistake that comes first."""
    empty = InGround((), setting, surface, bottom)
    bold, plain = setting.style(setting.scale.cue, bold=True), setting.style(setting.scale.purpose)
    right, name = (body.right, "right") if isinstance(body, FormCue) else (body.instead, "instead")
    signs = [
        Sign(name, surface.set(right, bold, empty.width, balanced=True), partial(tick, surface, setting)),
        Sign("wrong", surface.set(body.wrong, plain, empty.width, balanced=True), partial(cross, surface, setting)),
    ]
    return empty._replace(signs=signs if isinstance(body, FormCue) else signs[::-1])
