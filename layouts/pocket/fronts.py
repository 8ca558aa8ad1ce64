"""The side to look at, in the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import code
from layouts.blocks import dose_strip, ended, ground_height, over, paragraph, tab_box
from layouts.ground import Earth, flat
from layouts.head import head
from layouts.pictures import ledge_height, line_weight, show, tie, ties
from layouts.pocket.alarms import warning_front
from layouts.pocket.hills import form_front, lines_front
from layouts.setting import scaled
from layouts.signs import bled
from layouts.standing import arranged, too_small
from publisher.geometry import Box, Point
from publisher.model.card import Advice, Card, Explanation, FormCue, FormFault, Movement, WarningSign
from publisher.model.dose import Own
from publisher.problems import Phrase
from publisher.typesetting.face import Weight
from publisher.typesetting.lines import WORD_SPACE, Span
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.figures.illustration import Illustration
    from publisher.geometry import Size
    from publisher.typesetting.face import Face

# How far under the ground the dose begins, in margins: the captions of frames stand between.
DOSE_DROP = 1.75
# So many lines a cue may have beside a code.
BESIDE = 3


def front(card: Card, setting: Setting, trim: Size, body: float) -> Face:
    """The side to look at: what it is called, what it is for, how it looks, how much, one thing to think of."""
    surface = Surface(trim, setting.typeface, body, card.title)
    if isinstance(card.body, WarningSign):
        warning_front(card, card.body, setting, surface)
    elif isinstance(card.body, FormCue | FormFault):
        form_front(card, card.body, setting, surface)
    elif isinstance(card.body, Explanation | Advice):
        lines_front(card, card.body, setting, surface)
    else:
        _movement_front(card, card.body, setting, surface)
    return surface.face()


def _movement_front(card: Card, movement: Movement, setting: Setting, surface: Surface) -> None:
    """The picture stands on the ground; where there is none, the cue stands there in large letters."""
    scale, unit = setting.scale, setting.scale.margin / 4.5
    colours, ground = setting.colours(card), ground_height(surface, setting)
    with surface.artifact():
        earth = bled(Box(0, ground, surface.trim.width, surface.trim.height - ground))
        pair = Earth(colours.main, colours.tint, setting.theme.outlined)
        surface.paint(*flat(card.group, earth, scale.stratum, pair, 0.5 * unit))
    y = head(card, setting, surface)
    picture = setting.picture_of(card)
    inside = Box(scale.margin, ground + scale.stratum + DOSE_DROP * scale.margin, _width(setting, surface), 0)
    if picture is not None:
        top = max(y + 1.4 * unit, tab_box(surface, setting).bottom + unit)
        _figures(card, picture, setting, surface, Box(inside.x, top, inside.width, ground - 0.25 * unit - top))
    else:
        _large_cue(movement, setting, surface, Box(inside.x, y, inside.width, ground - y))
    y, days = dose_strip(surface, setting, movement.dose, inside, card.title)
    _below(card, setting, surface, Box(inside.x, y + 0.9 * unit, inside.width, 0), days=days)


def _below(card: Card, setting: Setting, surface: Surface, room: Box, *, days: bool) -> None:
    """What stands under the dose; beside the code that opens the card, if both find room there."""
    where = code.place(surface, setting, card, room.y, surface.trim.bottom)
    if where is not None:
        beside, tried = room._replace(width=where.x - room.x), surface.trial()
        _words_below(card, setting, tried, beside, days=days, coded=True)
        if tried.face().fits:
            _words_below(card, setting, surface, beside, days=days, coded=True)
            code.draw(surface, setting, card, where)
            return
    _words_below(card, setting, surface, room, days=days)


def _words_below(card: Card, setting: Setting, surface: Surface, room: Box, *, days: bool, coded: bool = False) -> None:
    """What the figures of the dose leave unsaid, and the cue; in shorter lines and more of them beside a code."""
    movement = card.body
    if not isinstance(movement, Movement):
        return
    y = _dose_notes(movement, setting, surface, room, days=days, balanced=coded)
    if setting.picture_of(card) is None:
        _needs(card, setting, surface, Box(room.x, y, room.width, 0))
    elif movement.cue and not setting.leaves_out("cue"):
        _cue(movement, setting, surface, Box(room.x, y, room.width, 0), BESIDE if coded else 2)


def _width(setting: Setting, surface: Surface) -> float:
    return surface.trim.width - 2 * setting.scale.margin


def _figures(card: Card, picture: Illustration, setting: Setting, surface: Surface, room: Box) -> None:
    """The frames as large as the room allows, each tied to the step that it shows."""
    unit = setting.scale.margin / 4.5
    standing = arranged(picture.frames, room, surface.trim.width, 2 * unit, ledge_height(setting))
    if too_small(standing, surface.trim.width):
        surface.too_long("purpose", 1, 30, card.purpose.place)
        return
    show(surface, standing, card.picture.alt if card.picture else "", line_weight(surface))
    steps, dose = (card.body.steps, card.body.dose) if isinstance(card.body, Movement) else ((), None)
    tie(surface, setting, standing, ties(picture, steps, setting, dose))


def _dose_notes(
    movement: Movement, setting: Setting, surface: Surface, room: Box, *, days: bool, balanced: bool
) -> float:
    """What the figures leave unsaid, and the minutes on a line of their own where both do not fit on one.

    A side that was said to one person comes first, in bold. Where there is no cue, they go on to the foot of the card.
    """
    style = setting.style(setting.scale.caption)
    words, dose = setting.words, movement.dose
    own: list[Span] = []
    if isinstance(dose.when, Own) and dose.when.lead and not setting.leaves_out("rest"):
        own, rest = [Span(dose.when.lead, Weight.BOLD)], dose.when.removeprefix(dose.when.lead).strip()
        dose = dose._replace(when=Phrase(rest, dose.when.place) if rest else None)
    notes = "" if setting.leaves_out("rest") else words.dose_notes(dose, days=days)
    if setting.leaves_out("rest") and days and dose.days_a_week:
        notes = ended(words.counted(dose.days_a_week, "days_a_week"))
    both = surface.set(_behind(own, f"{notes} {words.minutes(dose)}".strip()), style, room.width)
    if len(both.lines) == 1 or not (notes or own):
        return paragraph(surface, "dose", both, Point(room.x, room.y))
    block = surface.set(_behind(own, notes), style, room.width, balanced=balanced)
    y = paragraph(surface, "dose", block, Point(room.x, room.y), most=2 if movement.cue else None)
    y = paragraph(surface, "dose", surface.set(words.minutes(dose), style, room.width), Point(room.x, y))
    if not movement.cue and y > surface.trim.height - 0.7 * setting.scale.margin:
        over(surface, "dose", block, 1)
    return y


def _behind(own: Sequence[Span], text: str) -> list[Span]:
    """Words behind a side that was said to one person; either may be missing."""
    plain = [Span(text, Weight.REGULAR)] if text else []
    return [*own, *([WORD_SPACE] if own and plain else []), *plain]


def _large_cue(movement: Movement, setting: Setting, surface: Surface, room: Box) -> None:
    """The one thing to think of, standing on the ground line."""
    if setting.leaves_out("cue"):
        surface.leave_out("cue")
        return
    if not movement.cue:
        return
    scale = setting.scale
    size = scaled(surface, setting, scale.title, 0.88)
    block = surface.set(movement.cue, setting.style(size, bold=True), room.width, balanced=True)
    top = room.bottom - 0.55 * scale.margin - block.height
    paragraph(surface, "cue", block, Point(room.x, top))
    if top < room.y + 0.2 * scale.margin:
        over(surface, "cue", block, 1)


def _cue(movement: Movement, setting: Setting, surface: Surface, room: Box, most: int) -> None:
    """The one thing to think of, at the foot of the ground: the same height on every card that leaves it the room."""
    scale = setting.scale
    block = surface.set(movement.cue, setting.style(scale.cue, bold=True), room.width, balanced=True)
    bottom = surface.trim.height - 0.8 * scale.margin
    highest = bottom - min(max(2, len(block.lines)), most) * block.leading
    y = min(max(room.y, highest), max(bottom - block.height, highest))
    paragraph(surface, "cue", block, Point(scale.margin, y), most=most)
    if room.y > y + 0.01:
        over(surface, "dose", block, 1)


def _needs(card: Card, setting: Setting, surface: Surface, room: Box) -> None:
    """How to be placed and what to have ready, below the dose of a card that has no picture to show it."""
    said = setting.words.needs(card)
    if not said or setting.leaves_out("rest"):
        return
    block = surface.set(said, setting.style(setting.scale.caption), room.width)
    bottom = paragraph(surface, "equipment", block, Point(room.x, room.y + 0.35 * setting.scale.margin), 2)
    if bottom > surface.trim.height - 0.7 * setting.scale.margin:
        over(surface, "dose", block, 1)
