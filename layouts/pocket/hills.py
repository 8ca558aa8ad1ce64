"""Fronts that slope as running does: form cues, faults and reasons; and advice, which is level."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts import code
from layouts.blocks import ground_height, over, paragraph
from layouts.head import LARGER, head
from layouts.hills import LEGEND, fall, hill, level, runners, stones
from layouts.setting import scaled
from layouts.signs import cross, disc, rule, tick
from publisher.geometry import Box, Point
from publisher.model.card import Advice, Card, Explanation, FormCue, FormFault, Group
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.figures.illustration import Illustration
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# Where the ground crosses the middle, as a share of the height: with a runner on it, and where none stands there.
FORM, WHY, HIGH = 0.7, 0.66, 0.49
# Groups about running: only their ground falls where no picture asks for it.
RUNNING = (Group.FORM, Group.WHY)
# How much larger the words under a picture may be: right and wrong, and three short lines.
GROWN, LINES_GROWN = (1.15, 1.08, 1.0), (1.08, 1.0, 0.93)


def form_front(card: Card, form: FormCue | FormFault, setting: Setting, surface: Surface) -> None:
    """Right beside wrong on the slope, and the words of both below."""
    picture = setting.picture_of(card)
    middle = _middle(surface, setting, HIGH if picture is None else FORM)
    middle = hill(card, picture, setting, surface, middle, surface.trim.bottom)
    y = head(card, setting, surface)
    if picture is not None:
        runners(card, picture, setting, surface, y, middle)
    _right_and_wrong(form, setting, surface, middle, picture)
    _code(card, setting, surface, middle, fall(picture))


def lines_front(card: Card, body: Explanation | Advice, setting: Setting, surface: Surface) -> None:
    """Explanations of running slope as it does; all else is level. Three short lines stand in the ground."""
    scale, unit, picture = setting.scale, setting.scale.margin / 4.5, setting.picture_of(card)
    tilted = isinstance(body, Explanation) and (picture is not None or card.group in RUNNING)
    if tilted:
        share = HIGH if picture is None else WHY
        ground = hill(card, picture, setting, surface, _middle(surface, setting, share), surface.trim.bottom)
    else:
        ground = ground_height(surface, setting)
        level(card, setting, surface, ground, surface.trim.bottom)
    y = head(card, setting, surface, most=3)
    if picture is not None:
        runners(card, picture, setting, surface, y, ground)
    elif LEGEND in card.tags:
        stones(setting, surface, y, ground)
    drop = fall(picture) if tilted else 0.0
    _short_lines(body, setting, surface, (ground + scale.stratum + (0.8 if picture else 0.0) * unit, drop))
    _code(card, setting, surface, ground, drop)


def _code(card: Card, setting: Setting, surface: Surface, middle: float, drop: float) -> None:
    """The code at the right of the words, if they and the ground leave it the room there."""
    low = middle + drop * surface.trim.width / 2 + setting.scale.stratum
    where = code.place(surface, setting, card, low, surface.trim.bottom)
    if where is not None:
        code.draw(surface, setting, card, where)


def _middle(surface: Surface, setting: Setting, share: float) -> float:
    """Where the ground crosses the middle: at a share of the height that a clear top edge leaves."""
    clear = setting.stock.clear_top if setting.stock else 0.0
    return clear + share * (surface.trim.height - clear)


def _lack(surface: Surface, blocks: Sequence[Block], at: Point, ground: tuple[float, float], between: float) -> float:
    """By how much blocks below one another from there reach into the ground above them, millimetres."""
    middle, drop = ground
    y, lack = at.y, 0.0
    for block in blocks:
        lack = max(lack, middle + (at.x + block.width - surface.trim.width / 2) * drop - y)
        y += block.height + between
    return lack


class _Rows(NamedTuple):
    """What is right and what is wrong, set in one size."""

    blocks: tuple[Block, Block]
    names: tuple[str, str]
    grown: float
    top: float
    lack: float


def _rows(
    form: FormCue | FormFault, setting: Setting, surface: Surface, room: tuple[float, float], grown: float
) -> _Rows:
    """Both sentences at the foot of the ground; `room` is the height of the line in the middle, and its fall."""
    scale, unit, (middle, drop) = setting.scale, setting.scale.margin / 4.5, room
    bold = setting.style(scaled(surface, setting, scale.cue, grown), bold=True)
    plain = setting.style(scaled(surface, setting, scale.purpose, grown))
    left = scale.margin + 6.8 * unit
    width = surface.trim.right - scale.margin - left
    right = surface.set(form.right if isinstance(form, FormCue) else form.instead, bold, width)
    wrong = surface.set(form.wrong, plain, width)
    blocks, names = (right, wrong), ("right" if isinstance(form, FormCue) else "instead", "wrong")
    if isinstance(form, FormFault):
        blocks, names = (wrong, right), ("wrong", "instead")
    bottom = surface.trim.height - (0.95 if grown < LARGER else 1.4) * scale.margin
    top = bottom - right.height - wrong.height - 2.2 * unit * grown
    half = surface.trim.width / 2
    clear = middle + max((left - half) * drop + unit, (left + blocks[0].width - half) * drop) + scale.stratum
    return _Rows(blocks, names, grown, top, clear - top)


def _right_and_wrong(
    form: FormCue | FormFault, setting: Setting, surface: Surface, middle: float, picture: Illustration | None
) -> None:
    """What to do beside a tick, what not to do beside a cross, as large as the ground allows."""
    scale, unit = setting.scale, setting.scale.margin / 4.5
    room = (middle, fall(picture))
    tried = [_rows(form, setting, surface, room, grown) for grown in (GROWN if picture else (LARGER * 1.05,))]
    rows = next((each for each in tried if each.lack <= 0.01), tried[-1])
    if rows.lack > 0.01:
        over(surface, rows.names[0], rows.blocks[0], 1)
    left, radius, top = scale.margin + 6.8 * unit, 2.1 * unit * rows.grown, rows.top
    for block, name in zip(rows.blocks, rows.names, strict=True):
        with surface.artifact():
            mark = cross if name == "wrong" else tick
            mark(surface, setting, Point(scale.margin + radius, top + block.leading / 2), radius)
        top = paragraph(surface, name, block, Point(left, top), most=3) + 2.2 * unit * rows.grown


def _short_lines(body: Explanation | Advice, setting: Setting, surface: Surface, ground: tuple[float, float]) -> None:
    """Up to three lines in the ground, as large as it allows: numbered where one leads to the next, else with squares.

    `ground` is how high they may begin in the middle, and how far that falls for each millimetre to the right.
    """
    scale, unit = setting.scale, setting.scale.margin / 4.5
    numbered, between = isinstance(body, Explanation), 1.9 * unit
    left, bottom = scale.margin + (6.0 if numbered else 3.6) * unit, surface.trim.height - 1.2 * scale.margin
    blocks: list[Block] = []
    y = lack = 0.0
    for grown in LINES_GROWN:
        size = setting.style(scaled(surface, setting, scale.cue, grown), bold=True)
        blocks = [surface.set(line, size, surface.trim.right - scale.margin - left) for line in body.lines]
        y = bottom - sum(block.height for block in blocks) - between * (len(blocks) - 1)
        lack = _lack(surface, blocks, Point(left, y), ground, between)
        if lack <= 0.01:
            break
    else:
        over(surface, "lines", blocks[-1], max(1, round(lack / blocks[-1].leading)))
    with surface.element(Role.LIST, numbered=numbered):
        for number, block in enumerate(blocks, 1):
            middle = y + block.leading / 2
            with surface.element(Role.ITEM):
                if numbered:
                    with surface.element(Role.LABEL):
                        disc(surface, str(number), Point(scale.margin + 2 * unit, middle), 4.0 * unit, setting)
                else:
                    with surface.artifact():
                        side = 1.6 * unit
                        rule(surface, Box(scale.margin, middle - side / 2, side, side), setting.theme.ink)
                with surface.element(Role.ITEM_BODY):
                    y = surface.write(block, left, y, field="lines") + between
