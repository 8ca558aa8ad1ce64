"""The cues: a number on the hill, right beside wrong. Four columns with pictures, two wide ones without."""

from __future__ import annotations

import math

from layouts.cheat_sheet.desk import MARGIN, Desk
from layouts.ground import SLOPE, stratum
from layouts.signs import cross, tick
from publisher.drawing import Mark, polyline
from publisher.geometry import Box, Point, Transform, mm
from publisher.model.card import Card, FormCue, Group
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style

# And between the rows of cues, three times.
ROW_SHARE = 0.06


def cues(desk: Desk, top: float) -> float:
    """Four columns where there are pictures, two wide ones where the words stand alone."""
    pictured = any(card.id in desk.setting.drawings for card in desk.sheet.cues)
    columns, gap = (4, 4.4) if pictured else (2, 9.0)
    width = (desk.width - gap * (columns - 1)) / columns
    y, bottom = top, top
    with desk.surface.element(Role.LIST, numbered=True):
        for i, card in enumerate(desk.sheet.cues):
            if i and i % columns == 0:
                y = bottom + (4.4 if pictured else 3.2) + desk.spare * ROW_SHARE
            box = Box(MARGIN + (i % columns) * (width + gap), y, width, 0)
            with desk.surface.element(Role.ITEM):
                end = _pictured(desk, card, i + 1, box) if pictured else _worded(desk, card, i + 1, box)
            bottom = end if i % columns == 0 else max(bottom, end)
    return bottom


def _worded(desk: Desk, card: Card, number: int, box: Box) -> float:
    """A cue without a picture: its number stands on the hill, the words beside it."""
    cue = card.body
    if not isinstance(cue, FormCue):
        return box.y
    tile = 15.0
    with desk.surface.element(Role.LABEL):
        _hill(desk, Box(box.x, box.y, tile, 13.2), str(number))
    with desk.surface.element(Role.ITEM_BODY):
        return _cue_words(desk, cue, Box(box.x + tile + 4.0, box.y, box.width - tile - 4.0, 0))


def _cue_words(desk: Desk, cue: FormCue, box: Box) -> float:
    radius = mm(desk.body.size) * 0.52
    indent = 2 * radius + 1.5
    heading = desk.surface.set(cue.cue, desk.h3, box.width)
    with desk.surface.element(Role.H2):
        y = desk.surface.write(heading, box.x, box.y, field="cue") + 0.5
    for text, mark, field in ((cue.right, tick, "right"), (cue.wrong, cross, "wrong")):
        block = desk.surface.set(text, desk.body, box.width - indent)
        with desk.surface.artifact():
            mark(desk.surface, desk.setting, Point(box.x + radius, y + desk.lead / 2), radius)
        with desk.surface.element(Role.PARAGRAPH):
            y = desk.surface.write(block, box.x + indent, y, field=field) + 0.3
    return y


def _hill(desk: Desk, box: Box, number: str) -> None:
    """A short piece of slope with a number standing on it."""
    fall = box.width * 0.2126
    start = Point(box.x, box.bottom - fall - 1.6)
    strip = stratum(Group.FORM, box.width / 0.978 + 0.4, 2.2, desk.form.main, 0.5)
    clip = polyline(
        [
            (box.x, start.y - 1),
            (box.right, start.y - 1),
            (box.right, start.y + fall + 3.5),
            (box.x, start.y + fall + 3.5),
        ],
        closed=True,
    )
    placed = Transform.turn(SLOPE).then(Transform.move(start.x, start.y))
    with desk.surface.artifact():
        for mark in strip:
            moved = mark.moved(placed)
            desk.surface.paint(moved if moved.clip else Mark(moved.path, moved.fill, moved.stroke, clip=clip))
    style = Style(23, 23, desk.form.main, Weight.BOLD)
    desk.surface.label(number, style, Point(box.x + box.width * 0.42, start.y + fall * 0.42 - 2.5), align="centre")


def _pictured(desk: Desk, card: Card, number: int, box: Box) -> float:
    """A cue with its picture: right beside wrong on the slope, the words below."""
    cue, drawing = card.body, desk.setting.drawings.get(card.id)
    if not isinstance(cue, FormCue):
        return box.y
    with desk.surface.element(Role.LABEL):
        _slope(desk, Box(box.x, box.y, box.width, 33.5), str(number))
    with desk.surface.element(Role.ITEM_BODY):
        if drawing is not None and card.picture is not None:
            size = min(box.width / drawing.box.width, 26.0 / drawing.box.height)
            along = (drawing.ground.x - drawing.box.x) * size
            foot = box.y + 24.0 + math.tan(math.radians(SLOPE)) * along
            shift = Transform.move(box.x - drawing.box.x * size, foot - drawing.ground.y * size)
            desk.surface.picture(drawing.moved(Transform.scale(size).then(shift), size), card.picture.alt)
        return _cue_words(desk, cue, Box(box.x, box.y + 35.0, box.width, 0))


def _slope(desk: Desk, box: Box, number: str) -> None:
    start = Point(box.x, box.y + 24.2)
    placed = Transform.turn(SLOPE).then(Transform.move(start.x, start.y))
    with desk.surface.artifact():
        for mark in stratum(Group.FORM, box.width / 0.978, 1.8, desk.form.main, 0.5):
            desk.surface.paint(mark.moved(placed))
    style = Style(18, 18, desk.form.main, Weight.BOLD)
    desk.surface.label(number, style, Point(box.x, box.y + 33.4))
