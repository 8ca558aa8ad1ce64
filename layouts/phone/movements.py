"""A movement on a phone: somebody stands on the ground, the dose below them, the steps below that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.blocks import dose_strip, over, paragraph, tab_box
from layouts.head import head
from layouts.hills import level
from layouts.phone.desk import LOWEST, height_of, least, rows_between, unit_of
from layouts.pictures import ledge_height, line_weight, show, tie, ties
from layouts.rows import rows
from layouts.setting import scaled
from layouts.standing import arranged
from publisher.figures.photographs import STATURE, Photographed
from publisher.geometry import Box, Point, mm
from publisher.model.card import Movement

if TYPE_CHECKING:
    from layouts.column import Column
    from layouts.setting import Setting
    from publisher.figures.illustration import Illustration
    from publisher.model.card import Card
    from publisher.typesetting.surface import Surface
# How large photographs must be beside drawn people, and how near to what the width of the page allows for so many.
PHOTOGRAPH, NEARLY = 0.8, 0.97


def movement(card: Card, setting: Setting, surface: Surface, limit: float) -> None:
    """The ground lies as low as the rows below it allow, and the picture is as large as that."""
    if not isinstance(card.body, Movement):
        return

    def write(column: Column) -> None:
        rows(card, column)

    picture = setting.picture_of(card)
    deep = _earth(card.body, picture, setting, surface.trial(), 0.0)
    ground = min(LOWEST, limit - height_of(write, setting, surface) - deep)
    level(card, setting, surface, ground, ground + deep)
    y = head(card, setting, surface)
    if picture is not None:
        surface.leave_out("cue")
        if setting.leaves_out("caption"):
            surface.leave_out("caption")
        _figures(card, picture, setting, surface, Point(y, ground))
    else:
        _large_cue(card.body, setting, surface, Point(y, ground))
    _earth(card.body, picture, setting, surface, ground)
    rows_between(write, setting, surface, ground + deep, limit)


def _figures(card: Card, picture: Illustration, setting: Setting, surface: Surface, between: Point) -> None:
    """The frames between two heights, as large as that allows, each tied to the step that it shows."""
    unit, scale, tab = unit_of(setting), setting.scale, tab_box(surface, setting)
    bottom = between.y - 0.25 * unit
    # Under the tab over the whole width, or beside it and higher: whichever makes people larger.
    rooms = [
        Box(scale.margin, max(between.x, tab.bottom) + unit, surface.trim.width - 2 * scale.margin, bottom),
        Box(scale.margin, between.x + unit, tab.x - 1.5 * unit - scale.margin, bottom),
    ]
    tried = [
        arranged(picture.frames, room, surface.trim.width, 2 * unit, ledge_height(setting))
        for room in (room._replace(height=bottom - room.y) for room in rooms)
        if room.height > 0
    ]
    standing = max(tried, key=lambda one: one[0].height, default=None)
    if standing is None or standing[0].height < _wanted(picture, surface, rooms[0].width, 2 * unit):
        surface.too_long("picture", 1, 30, card.purpose.place)
        return
    show(surface, standing, card.picture.alt if card.picture else "", line_weight(surface))
    body = card.body
    if isinstance(body, Movement):
        tie(surface, setting, standing, ties(picture, body.steps, setting, body.dose))


def _wanted(picture: Illustration, surface: Surface, width: float, gap: float) -> float:
    """How large the frames must be: as people, but several photographs are never larger than side by side they can be.

    Drawn people may lie over one another instead.
    """
    photographs = [frame for frame in picture.frames if isinstance(frame, Photographed)]
    if not photographs:
        return least(surface)
    wide = sum(frame.box.width for frame in photographs)
    widest = STATURE * (width - gap * (len(photographs) - 1)) / wide
    return min(PHOTOGRAPH * least(surface), NEARLY * widest)


def _large_cue(movement: Movement, setting: Setting, surface: Surface, between: Point) -> None:
    """The one thing to think of, standing on the ground line between two heights."""
    scale = setting.scale
    width = surface.trim.width - 2 * scale.margin
    style = setting.style(scaled(surface, setting, scale.title, 0.88), bold=True)
    block = surface.set(movement.cue, style, width, balanced=True)
    top = between.y - 0.5 * scale.margin - block.height
    paragraph(surface, "cue", block, Point(scale.margin, top))
    if top < max(between.x, tab_box(surface, setting).bottom) + 0.2 * scale.margin:
        over(surface, "cue", block, 1)


def _earth(
    movement: Movement, picture: Illustration | None, setting: Setting, surface: Surface, ground: float
) -> float:
    """The dose and what it leaves unsaid, under the ground line; gives the height of it all."""
    scale, unit, dose = setting.scale, unit_of(setting), movement.dose
    top = ground + scale.stratum + 2.2 * unit
    if picture is not None and any(ties(picture, movement.steps, setting, dose)):
        # Under their discs stand the captions of the frames.
        top += unit if setting.leaves_out("caption") else 2.2 * unit + mm(scale.caption.leading)
    inside = Box(scale.margin, top, surface.trim.width - 2 * scale.margin, 0.0)
    y, days = dose_strip(surface, setting, dose, inside, movement.start, tight=True)
    return _notes(movement, setting, surface, Point(scale.margin, y + 0.6 * unit), days=days) + 1.6 * unit - ground


def _notes(movement: Movement, setting: Setting, surface: Surface, at: Point, *, days: bool) -> float:
    """What the figures leave unsaid of how to do it; rest, weeks and minutes only where there is room."""
    words, dose = setting.words, movement.dose
    style = setting.style(setting.scale.unit)
    width = surface.trim.width - 2 * setting.scale.margin
    for part in ("rest", "when"):
        if setting.leaves_out(part):
            surface.leave_out(part)
    if setting.leaves_out("when"):
        dose = dose._replace(when=None)
    if setting.leaves_out("rest"):
        said = words.dose_notes(dose._replace(rest=None, weeks=None), days=days)
    else:
        said = f"{words.dose_notes(dose, days=days)} {words.minutes(dose)}".strip()
    return paragraph(surface, "dose", surface.set(said, style, width), at) if said else at.y - 0.6 * unit_of(setting)
