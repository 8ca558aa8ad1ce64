"""Fronts that slope as running does: form cues, faults and reasons; and advice, which is level."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from layouts.blocks import ground_height, over, paragraph, tab_box
from layouts.ground import SLOPE, flat, sloping
from layouts.pictures import judge, ledge_height, line_weight, point_out, show
from layouts.pocket.head import LARGER, head
from layouts.setting import scaled
from layouts.signs import bled, cross, disc, rule, tick
from layouts.standing import arranged, on_slope, too_small
from publisher.geometry import Box, Point
from publisher.model.card import Advice, Card, Explanation, FormCue, FormFault
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from layouts.standing import Standing
    from publisher.figures.illustration import Framed, Illustration
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# Where the ground crosses the middle, as a share of the height: with a runner on it, and where none stands there.
FORM, WHY, HIGH = 0.66, 0.595, 0.49
# How much larger the words under a picture may be.
GROWN = (1.15, 1.08, 1.0)
# The body height of one runner and of two, as shares of the width: a single one has the whole hill.
ALONE, PAIR = 0.56, 0.46


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


def lines_front(card: Card, body: Explanation | Advice, setting: Setting, surface: Surface) -> None:
    """Explanations slope as all running does; advice is level. Three short lines stand in the ground."""
    scale, unit, picture = setting.scale, setting.scale.margin / 4.5, setting.picture_of(card)
    tilted = isinstance(body, Explanation)
    if tilted:
        ground = _ground(card, picture, setting, surface, HIGH if picture is None else WHY)
    else:
        ground = ground_height(surface, setting)
        _level(card, setting, surface, ground)
    y = head(card, setting, surface, most=3)
    if picture is not None:
        _runners(card, picture, setting, surface, y, ground)
    sloping_down = tilted and not (picture and not picture.slope)
    drop = scale.stratum + (3.2 if sloping_down else 0.8 if picture else 0.0) * unit
    _short_lines(body, setting, surface, ground + drop, 1.08 if tilted and picture is None else 0.93)


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
        judge(surface, setting, standing, 2.2 * unit)
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

    # Marks stand to the left of the heads.
    aside = 3.2 * unit if any(frame.wrong for frame in frames) else 0.0
    room = Box(
        scale.margin + aside, top, width - 2 * scale.margin - aside, (ALONE if len(frames) == 1 else PAIR) * width
    )
    return on_slope(frames, room, line, clear, 1.5 * unit)


def _on_level(
    frames: Sequence[Framed], setting: Setting, surface: Surface, top: float, ground: float
) -> list[Standing]:
    scale, unit = setting.scale, setting.scale.margin / 4.5
    top = max(top, tab_box(surface, setting).bottom + unit)
    room = Box(scale.margin, top, surface.trim.width - 2 * scale.margin, ground - top)
    return arranged(frames, room, surface.trim.width, 2 * unit, ledge_height(setting))


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


def _short_lines(body: Explanation | Advice, setting: Setting, surface: Surface, top: float, grown: float) -> None:
    """Up to three lines in the ground: numbered where one leads to the next, with squares where they do not."""
    scale, unit = setting.scale, setting.scale.margin / 4.5
    size = setting.style(scaled(surface, setting, scale.cue, grown), bold=True)
    numbered = isinstance(body, Explanation)
    left = scale.margin + (6.0 if numbered else 3.6) * unit
    blocks = [surface.set(line, size, surface.trim.right - scale.margin - left) for line in body.lines]
    between = 1.9 * unit
    height = sum(block.height for block in blocks) + between * (len(blocks) - 1)
    bottom = surface.trim.height - 1.2 * scale.margin
    y = max(top, bottom - height)
    if height > bottom - top + 0.01:
        over(surface, "lines", blocks[-1], max(1, round((height - bottom + top) / blocks[-1].leading)))
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
