"""The cues: a number on the hill, right beside wrong. Four columns with pictures, two wide ones without."""

from __future__ import annotations

import math
from itertools import accumulate
from typing import TYPE_CHECKING

from layouts.cheat_sheet.desk import MARGIN, Desk
from layouts.ground import SLOPE, stratum
from layouts.pictures import judge, show
from layouts.signs import cross, tick
from layouts.standing import Standing
from publisher.drawing import Mark, polyline
from publisher.geometry import Box, Point, Transform, mm
from publisher.model.card import Card, FormCue, Group
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publisher.figures.illustration import Illustration

# The height of the ground under a figure, millimetres.
STRIP = 1.8
# The weight of the lines of figures, points.
LINES = 0.45
# And between the rows of cues, three times.
ROW_SHARE = 0.06


def cues(desk: Desk, top: float) -> float:
    """Four columns where there are pictures, two wide ones where the words stand alone."""
    pictured = desk.look.figure > 0
    columns, gap = (4, 3.2) if pictured else (2, 9.0)
    width = (desk.width - gap * (columns - 1)) / columns
    y, bottom = top, top
    with desk.surface.element(Role.LIST, numbered=True):
        for i, card in enumerate(desk.sheet.cues):
            if i and i % columns == 0:
                y = bottom + (2.8 if pictured else 3.2) + desk.spare * ROW_SHARE
            box = Box(MARGIN + (i % columns) * (width + gap), y, width, 0)
            row = desk.sheet.cues[i - i % columns :][:columns]
            with desk.surface.element(Role.ITEM):
                end = _pictured(desk, card, i + 1, box, row) if pictured else _worded(desk, card, i + 1, box)
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


def _pictured(desk: Desk, card: Card, number: int, box: Box, row: Sequence[Card]) -> float:
    """A cue with its picture: right beside wrong, each on a hill of its own, and the words below, level in a row."""
    cue, picture = card.body, desk.setting.picture_of(card)
    if not isinstance(cue, FormCue) or picture is None or card.picture is None:
        return box.y
    hills = _hills(desk, box, picture)
    # Heads that stand out above the row, and the steepest hill, move the whole row.
    shown = [found for each in row if (found := desk.setting.picture_of(each)) is not None]
    line = box.y + desk.look.figure + 1.0
    line += max(0.0, *(box.y - 1.5 - _top(desk, found, box, line) for found in shown))
    standing = _on_hills(desk, picture, hills, line)
    foot = max(_wedge(desk, _hills(desk, box, found)[0], line, found.slope) for found in shown)
    with desk.surface.element(Role.LABEL):
        _grounds(desk, hills, line, picture.slope)
        style = Style(desk.h2.size, desk.h2.leading, desk.form.main, Weight.BOLD)
        desk.surface.label(str(number), style, Point(box.x, foot))
    with desk.surface.element(Role.ITEM_BODY):
        show(desk.surface, standing, card.picture.alt, LINES)
        judge(desk.surface, desk.setting, standing, 1.9)
        return _few_words(desk, cue, Box(box.x, foot + 1.0, box.width, 0))


def _top(desk: Desk, picture: Illustration, box: Box, line: float) -> float:
    """How high the figures of a picture reach when they stand on that line."""
    return min(each.box.y for each in _on_hills(desk, picture, _hills(desk, box, picture), line))


def _hills(desk: Desk, box: Box, picture: Illustration) -> list[Box]:
    """A hill under each figure: all of one width, unless one of them needs more."""
    gap, count = 3.0, len(picture.frames)
    even = (box.width - gap * (count - 1)) / count
    needed = [frame.box.width * desk.look.figure / 100 for frame in picture.frames]
    widths = [even] * count if max(needed) <= even else [even * count * need / sum(needed) for need in needed]
    starts = accumulate(widths, lambda start, width: start + width + gap, initial=box.x)
    return [Box(x, box.y, width, 0) for x, width in zip(starts, widths, strict=False)]


def _on_hills(desk: Desk, picture: Illustration, hills: Sequence[Box], line: float) -> list[Standing]:
    """Each figure in the middle of its hill, all at one height; smaller where one is wider than its hill."""
    height = min(
        desk.look.figure,
        *(100 * hill.width / frame.box.width for hill, frame in zip(hills, picture.frames, strict=True)),
    )
    size = height / 100
    fall = math.tan(math.radians(picture.slope))
    out = []
    for hill, frame in zip(hills, picture.frames, strict=True):
        left = hill.x + (hill.width - frame.box.width * size) / 2
        x = left + (frame.ground.x - frame.box.x) * size
        out.append(Standing(frame, Point(x, line + (x - hill.x - hill.width / 2) * fall - 0.15), height))
    return out


def _grounds(desk: Desk, hills: Sequence[Box], line: float, slope: float) -> None:
    """The ground under each figure, through `line` in its middle."""
    for hill in hills:
        fall = hill.width * math.tan(math.radians(slope))
        placed = Transform.turn(slope).then(Transform.move(hill.x, line - fall / 2))
        with desk.surface.artifact():
            for mark in stratum(Group.FORM, math.hypot(hill.width, fall), STRIP, desk.form.main, 0.4):
                desk.surface.paint(mark.moved(placed))


def _wedge(desk: Desk, hill: Box, line: float, slope: float) -> float:
    """The baseline of a number in the wedge under a hill, clear of the hill above it and ending where the hill ends."""
    fall = hill.width * math.tan(math.radians(slope))
    return max(line + fall / 2 + STRIP, line - fall / 4 + STRIP + 0.5 + mm(0.668 * desk.h2.size))


def _few_words(desk: Desk, cue: FormCue, box: Box) -> float:
    """The cue, and what not to do; what is right, too, where the page has room to say what the picture shows."""
    with desk.surface.element(Role.H2):
        y = desk.surface.write(desk.surface.set(cue.cue, desk.h3, box.width), box.x, box.y, field="cue") + 0.3
    said = [(cue.right, "right"), (cue.wrong, "wrong")][2 - desk.look.words :]
    for field in ("right", "wrong")[: 2 - desk.look.words]:
        desk.surface.leave_out(field)
    for text, field in said:
        with desk.surface.element(Role.PARAGRAPH):
            y = desk.surface.write(desk.surface.set(text, desk.body, box.width), box.x, y, field=field) + 0.5
    return y - 0.5
