"""The warning card: what to do about which sign, most urgent first. One A6 card, and a fold of four ID-1 panels.

The tiers are told apart by order, weight of ink, edge, icon and words; colour only helps. Solid is an
emergency, a thick bar is today, a hatched bar is soon, a thin line is fine.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layouts.product import Made, Pair, Strip, without_emergency, without_place
from layouts.signatures import longest
from layouts.warning_card.faces import Back, Front
from layouts.warning_card.fold import PANEL, PANELS, STRIP, STRIP_SIZES, Fold
from layouts.warning_card.side import Room
from publisher.model.card import WarningSign
from publisher.typesetting.fitting import fit, sizes, too_long

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.model.card import Card
    from publisher.typesetting.face import Face

# Its own card size, and no other.
ANY_SIZE = False


def draw(signs: Sequence[Card], setting: Setting, trim: Size, body: float) -> tuple[Face, Face]:
    """Front and back of the card at one body size, points."""
    room = Room(bar=4, icon=8.4, side=7.2, text=18.6, right=5.5, heading=1.25, pad=3.6, between=0.2)
    closer = replace(room, pad=3.0)
    [back] = longest(lambda said: [Back(said, setting, trim, body, closer).draw()], signs)
    return Front(signs, setting, trim, body, room).draw(), back


def draw_fold(signs: Sequence[Card], setting: Setting, body: float) -> Face:
    """The four panels as one strip, printed on one side."""
    room = Room(bar=3.4, icon=6.6, side=5.4, text=14.2, right=4, heading=1.16, pad=2.6, between=0.0)
    [fold] = longest(lambda said: [Fold(said, setting, STRIP, body, room).draw()], signs)
    return fold


def make(job: Job) -> Made:
    """The A6 card, repeated to fill a sheet, and the fold beside it."""
    setting, stock = job.setting, job.stock
    if stock is None:
        raise ValueError("a warning card needs a card size")
    problems = [*without_place(job, WarningSign), *without_emergency(job, "a warning card")]
    if problems:
        return Made(problems=tuple(problems))
    [[front, back]] = fit(
        lambda signs, body: draw(signs, setting, stock.size, body), [job.cards], sizes(stock.body_max, stock.body_min)
    )
    [[fold]] = fit(lambda signs, body: [draw_fold(signs, setting, body)], [job.cards], STRIP_SIZES)
    title = str(job.title)
    problems = [
        *too_long([front, back], title, str(stock.name), stock.body_min),
        *too_long([fold], title, f"{PANELS} panels of {PANEL.width:g} × {PANEL.height:g} mm", STRIP_SIZES[-1]),
    ]
    strip = Strip(title, fold, tuple(PANEL.height * i for i in range(1, PANELS)))
    return Made(cards=(Pair(title, "", front, back),), strips=(strip,), fill=True, problems=tuple(problems))
