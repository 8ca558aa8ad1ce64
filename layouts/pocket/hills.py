"""Fronts that slope as running does: form cues, faults and reasons; and advice, which is level."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from layouts import code
from layouts.blocks import ground_height, over, paragraph, tab_box
from layouts.ground import SLOPE, flat, sloping
from layouts.pictures import MARK_ROOM, judge, ledge_height, line_weight, mark_room, point_out, show
from layouts.pocket.head import LARGER, head
from layouts.setting import scaled
from layouts.signs import bled, cairn, cross, disc, rule, tick
from layouts.standing import Hill, arranged, beside, on_slope, too_small
from publisher.geometry import Box, Point
from publisher.model.card import Advice, Card, Explanation, FormCue, FormFault, Group
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from layouts.standing import Standing
    from publisher.figures.illustration import Framed, Illustration
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# Where the ground crosses the middle, as a share of the height: with a runner on it, and where none stands there.
FORM, WHY, HIGH = 0.7, 0.66, 0.49
# Groups about running: only their ground falls where no picture asks for it.
RUNNING = (Group.FORM, Group.WHY)
# The radius of a tick or a cross beside a figure, at the margin of a poker card.
MARK = 2.2
# How much larger the words under a picture may be: right and wrong, and three short lines.
GROWN, LINES_GROWN = (1.15, 1.08, 1.0), (1.08, 1.0, 0.93)
# The body height of one runner and of two, as shares of the width: a single one has the whole hill.
ALONE, PAIR = 0.68, 0.58
# The card of this tag says what the stones of all cards mean: how many there are, and where in its box a heap ends.
LEGEND, CAIRNS, FOOT = "legend", (3, 2, 1), 0.95


def _fall(picture: Illustration | None) -> float:
    """How far the ground falls for each millimetre to the right: as the picture wants it, which may be steep."""
    return math.tan(math.radians(SLOPE if picture is None else picture.slope))


def form_front(card: Card, form: FormCue | FormFault, setting: Setting, surface: Surface) -> None:
    """Right beside wrong on the slope, and the words of both below."""
    picture = setting.picture_of(card)
    middle = _ground(card, picture, setting, surface, HIGH if picture is None else FORM)
    y = head(card, setting, surface)
    if picture is not None:
        _runners(card, picture, setting, surface, y, middle)
    _right_and_wrong(form, setting, surface, middle, picture)
    _code(card, setting, surface, middle, _fall(picture))


def lines_front(card: Card, body: Explanation | Advice, setting: Setting, surface: Surface) -> None:
    """Explanations of running slope as it does; all else is level. Three short lines stand in the ground."""
    scale, unit, picture = setting.scale, setting.scale.margin / 4.5, setting.picture_of(card)
    tilted = isinstance(body, Explanation) and (picture is not None or card.group in RUNNING)
    if tilted:
        ground = _ground(card, picture, setting, surface, HIGH if picture is None else WHY)
    else:
        ground = ground_height(surface, setting)
        _level(card, setting, surface, ground)
    y = head(card, setting, surface, most=3)
    if picture is not None:
        _runners(card, picture, setting, surface, y, ground)
    elif LEGEND in card.tags:
        _stones(setting, surface, y, ground)
    fall = _fall(picture) if tilted else 0.0
    _short_lines(body, setting, surface, (ground + scale.stratum + (0.8 if picture else 0.0) * unit, fall))
    _code(card, setting, surface, ground, fall)


def _code(card: Card, setting: Setting, surface: Surface, middle: float, fall: float) -> None:
    """The code at the right of the words, if they and the ground leave it the room there."""
    low = middle + fall * surface.trim.width / 2 + setting.scale.stratum
    where = code.place(surface, setting, card, low, surface.trim.bottom)
    if where is not None:
        code.draw(surface, setting, card, where)


def _stones(setting: Setting, surface: Surface, top: float, ground: float) -> None:
    """The stones that every other card shows small, from the surest down, large on the ground; words follow below."""
    margin = setting.scale.margin
    room = surface.trim.width - 2 * margin
    side = min(0.62 * (ground - top), room / len(CAIRNS))
    with surface.artifact():
        for place, stones in enumerate(CAIRNS):
            x = margin + room * (place + 0.5) / len(CAIRNS) - side / 2
            # The lowest stone stands on the line: the icon keeps a little air below it.
            cairn(surface, setting, stones, Box(x, ground - side * FOOT, side, side))


def _ground(card: Card, picture: Illustration | None, setting: Setting, surface: Surface, share: float) -> float:
    """The tilted ground of everything about running, level only under a picture that is level; gives its middle."""
    clear = setting.stock.clear_top if setting.stock else 0.0
    middle = clear + share * (surface.trim.height - clear)
    # A steeper hill rises at the left; at the right, over the words, it stays where it is.
    middle -= max(0.0, _fall(picture) - _fall(None)) * surface.trim.width / 2
    if picture is not None and not picture.slope:
        _level(card, setting, surface, middle)
        return middle
    unit, colours = setting.scale.margin / 4.5, setting.colours(card)
    through = Point(surface.trim.width / 2, middle)
    with surface.artifact():
        whole = bled(Box(0, 0, surface.trim.width, surface.trim.height))
        surface.paint(
            *sloping(
                card.group,
                whole,
                through,
                setting.scale.stratum,
                (colours.main, colours.tint),
                0.6 * unit,
                picture.slope if picture else SLOPE,
            )
        )
    return middle


def _level(card: Card, setting: Setting, surface: Surface, ground: float) -> None:
    colours = setting.colours(card)
    with surface.artifact():
        earth = bled(Box(0, ground, surface.trim.width, surface.trim.height - ground))
        line = 0.5 * setting.scale.margin / 4.5
        surface.paint(*flat(card.group, earth, setting.scale.stratum, (colours.main, colours.tint), line))


def _runners(card: Card, picture: Illustration, setting: Setting, surface: Surface, top: float, ground: float) -> None:
    """The figures between head and ground; ticked and crossed where one is right and one is not."""
    unit, frames, explains = setting.scale.margin / 4.5, picture.frames, isinstance(card.body, Explanation)
    top, ground = top + 0.9 * unit, ground - 0.25 * unit
    if picture.slope:
        standing = _on_hill(picture, setting, surface, top, ground)
    else:
        standing = _on_level(frames, setting, surface, top, ground)
    if too_small(standing, surface.trim.width):
        surface.too_long("purpose", 1, 30, card.purpose.place)
        return
    show(surface, standing, card.picture.alt if card.picture else "", line_weight(surface))
    if any(frame.wrong for frame in frames) and not (explains and len(frames) == 1):
        judge(surface, setting, standing, MARK * unit)
    elif explains:
        point_out(surface, setting, standing[0], len(getattr(card.body, "lines", ())))


def _on_hill(picture: Illustration, setting: Setting, surface: Surface, top: float, ground: float) -> list[Standing]:
    """Below the head where the hill is high, below the tab where it is low."""
    frames, fall = picture.frames, _fall(picture)
    scale, width, tab = setting.scale, surface.trim.width, tab_box(surface, setting)
    unit = scale.margin / 4.5
    under_tab = max(top, tab.bottom + unit)

    def clear(box: Box) -> bool:
        return box.y >= (under_tab if box.right > tab.x - unit else top)

    def line(x: float) -> float:
        return ground + (x - width / 2) * fall

    aside = _aside(frames, unit)
    room = Box(scale.margin + aside, top, width - 2 * scale.margin - aside, _most(frames) * width)
    return on_slope(frames, room, Hill(line, clear), 1.5 * unit, MARK_ROOM * MARK * unit if _marked(frames) else 0.0)


def _marked(frames: Sequence[Framed]) -> bool:
    return any(frame.wrong for frame in frames)


def _aside(frames: Sequence[Framed], unit: float) -> float:
    """The room for a mark left of the first frame."""
    return mark_room(frames[0], MARK * unit) if _marked(frames) else 0.0


def _most(frames: Sequence[Framed]) -> float:
    return ALONE if len(frames) == 1 else PAIR


def _on_level(
    frames: Sequence[Framed], setting: Setting, surface: Surface, top: float, ground: float
) -> list[Standing]:
    scale, unit, width = setting.scale, setting.scale.margin / 4.5, surface.trim.width
    top = max(top, tab_box(surface, setting).bottom + unit)
    aside = _aside(frames, unit)
    room = Box(scale.margin + aside, top, width - 2 * scale.margin - aside, ground - top)
    if _marked(frames):
        return beside(frames, room, _most(frames) * width, MARK_ROOM * MARK * unit)
    return arranged(frames, room, width, 2 * unit, ledge_height(setting))


def _lack(surface: Surface, blocks: Sequence[Block], at: Point, ground: tuple[float, float], between: float) -> float:
    """By how much blocks below one another from there reach into the ground above them, millimetres."""
    middle, fall = ground
    y, lack = at.y, 0.0
    for block in blocks:
        lack = max(lack, middle + (at.x + block.width - surface.trim.width / 2) * fall - y)
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
    scale, unit, (middle, fall) = setting.scale, setting.scale.margin / 4.5, room
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
    clear = middle + max((left - half) * fall + unit, (left + blocks[0].width - half) * fall) + scale.stratum
    return _Rows(blocks, names, grown, top, clear - top)


def _right_and_wrong(
    form: FormCue | FormFault, setting: Setting, surface: Surface, middle: float, picture: Illustration | None
) -> None:
    """What to do beside a tick, what not to do beside a cross, as large as the ground allows."""
    scale, unit = setting.scale, setting.scale.margin / 4.5
    room = (middle, _fall(picture))
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
