"""The side to look at, in the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import tiers
from layouts.blocks import dose_strip, ended, ground_height, over, paragraph, sentences, tab, title
from layouts.ground import flat, sloping
from layouts.setting import scaled
from layouts.signs import bled, cross, disc, icon, rule, tick
from publisher.colour import WHITE, mix
from publisher.drawing import Mark, rectangle
from publisher.geometry import Box, Point, Transform
from publisher.model.card import (
    Advice,
    Card,
    Explanation,
    FormCue,
    FormFault,
    Group,
    Movement,
    Tier,
    WarningSign,
)
from publisher.typesetting.face import Role
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.colour import Colour
    from publisher.geometry import Size
    from publisher.typesetting.face import Face


# A title with no picture under it may be larger.
LARGER = 1.19
# How much of its tier's colour the ground of a warning takes.
TINT = 0.09
# Where the slope crosses the middle when no picture stands on it, as a share of the height.
HIGH_SLOPE = 0.49


def front(card: Card, setting: Setting, trim: Size, body: float) -> Face:
    """The side to look at: what it is called, what it is for, how it looks, how much, one thing to think of."""
    surface = Surface(trim, setting.typeface, body, card.title)
    if isinstance(card.body, WarningSign):
        _warning_front(card, card.body, setting, surface)
    elif isinstance(card.body, FormCue | FormFault):
        _form_front(card, card.body, setting, surface)
    elif isinstance(card.body, Explanation | Advice):
        _lines_front(card, card.body, setting, surface)
    else:
        _movement_front(card, card.body, setting, surface)
    return surface.face()


def _head(card: Card, setting: Setting, surface: Surface, most: int = 2) -> float:
    """Tab, title and purpose; gives the height below them."""
    scale = setting.scale
    tab(surface, setting, card)
    pictured = _drawing(card, setting) is not None
    width = surface.trim.width - 2 * scale.margin - scale.tab_width - 0.55 * scale.margin
    size = scaled(surface, setting, scale.title, 1.0 if pictured else LARGER)
    with surface.element(Role.H1):
        drop = _mistake(setting, surface) if isinstance(card.body, FormFault) else 0.0
        y = title(surface, setting, card, size, width, most if pictured else 3, drop)
    if setting.leaves_out("purpose"):
        surface.leave_out("purpose")
        return y
    size = scale.purpose if pictured else scale.purpose_without_picture
    block = surface.set(card.purpose, setting.style(scaled(surface, setting, size)), width)
    return paragraph(surface, "purpose", block, Point(scale.margin, y + 0.22 * scale.margin), 2 if pictured else 4)


def _mistake(setting: Setting, surface: Surface) -> float:
    """A cross and a word over the title, so that nobody takes a mistake for a tip; gives the height they take."""
    scale = setting.scale
    style = setting.style(scaled(surface, setting, scale.purpose, 1.15), bold=True, colour=setting.theme.wrong)
    block = surface.set(setting.words.say("card.mistake"), style, surface.trim.width)
    top = scale.margin + (setting.stock.clear_top if setting.stock else 0.0)
    radius = 0.5 * block.leading
    with surface.artifact():
        cross(surface, setting, Point(scale.margin + radius, top + block.leading / 2), radius)
    surface.write(block, scale.margin + 2 * radius + 0.25 * scale.margin, top, field="title")
    return block.height + 0.15 * scale.margin


def _drawing(card: Card, setting: Setting):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return setting.drawings.get(card.id)


def _figure(card: Card, setting: Setting, surface: Surface, room: Box) -> None:
    """The picture, as large as the room allows, standing on the bottom of the room by its ground point."""
    drawing = _drawing(card, setting)
    if drawing is None or card.picture is None:
        return
    below = drawing.box.bottom - drawing.ground.y
    size = min(room.width / drawing.box.width, room.height / max(0.01, drawing.box.height - below))
    left = room.x + (room.width - drawing.box.width * size) / 2 - drawing.box.x * size
    placed = Transform.scale(size).then(Transform.move(left, room.bottom - drawing.ground.y * size))
    surface.picture(drawing.moved(placed, size), card.picture.alt)


def _movement_front(card: Card, movement: Movement, setting: Setting, surface: Surface) -> None:
    """The picture stands on the ground; where there is none, the cue stands there in large letters."""
    scale, unit = setting.scale, setting.scale.margin / 4.5
    colours, ground = setting.colours(card), ground_height(surface, setting)
    with surface.artifact():
        earth = bled(Box(0, ground, surface.trim.width, surface.trim.height - ground))
        surface.paint(*flat(card.group, earth, scale.stratum, (colours.main, colours.tint), 0.5 * unit))
    y = _head(card, setting, surface)
    pictured = _drawing(card, setting) is not None
    drop = 1.05 if pictured else 1.5
    dose_top = ground + scale.stratum + drop * scale.margin
    inside = Box(scale.margin, dose_top, surface.trim.width - 2 * scale.margin, 0)
    if pictured:
        room = Box(inside.x, y + 2 * unit, inside.width, ground - 0.25 - y - 2 * unit)
        _figure(card, setting, surface, room)
    else:
        _large_cue(movement, setting, surface, Box(inside.x, y, inside.width, ground - y))
    y, days = dose_strip(surface, setting, movement.dose, inside, card.title)
    y = _dose_notes(movement, setting, surface, Box(inside.x, y + 0.9 * unit, inside.width, 0), days=days)
    if pictured and not setting.leaves_out("cue"):
        _cue(movement, setting, surface, y)
    elif not pictured:
        _needs(card, setting, surface, y)


def _dose_notes(movement: Movement, setting: Setting, surface: Surface, room: Box, *, days: bool) -> float:
    """What the figures leave unsaid, and the minutes on a line of their own where both do not fit on one."""
    style = setting.style(setting.scale.caption)
    words, dose = setting.words, movement.dose
    notes = "" if setting.leaves_out("rest") else words.dose_notes(dose, days=days)
    if setting.leaves_out("rest") and days and dose.days_a_week:
        notes = ended(words.counted(dose.days_a_week, "days_a_week"))
    both = surface.set(f"{notes} {words.minutes(dose)}".strip(), style, room.width)
    if len(both.lines) == 1 or not notes:
        return paragraph(surface, "dose", both, Point(room.x, room.y))
    y = paragraph(surface, "dose", surface.set(notes, style, room.width), Point(room.x, room.y), most=2)
    return paragraph(surface, "dose", surface.set(words.minutes(dose), style, room.width), Point(room.x, y))


def _large_cue(movement: Movement, setting: Setting, surface: Surface, room: Box) -> None:
    """The one thing to think of, standing on the ground line."""
    if setting.leaves_out("cue"):
        surface.leave_out("cue")
        return
    scale = setting.scale
    size = scaled(surface, setting, scale.title, 0.88)
    block = surface.set(movement.cue, setting.style(size, bold=True), room.width, balanced=True)
    top = room.bottom - 0.55 * scale.margin - block.height
    paragraph(surface, "cue", block, Point(room.x, top))
    if top < room.y + 0.2 * scale.margin:
        over(surface, "cue", block, 1)


def _cue(movement: Movement, setting: Setting, surface: Surface, top: float) -> None:
    """The one thing to think of, at the foot of the ground: the same height on every card."""
    scale = setting.scale
    width = surface.trim.width - 2 * scale.margin
    block = surface.set(movement.cue, setting.style(scale.cue, bold=True), width, balanced=True)
    y = surface.trim.height - 0.8 * scale.margin - 2 * block.leading
    paragraph(surface, "cue", block, Point(scale.margin, y), most=2)
    if top > y + 0.01:
        over(surface, "dose", block, 1)


def _needs(card: Card, setting: Setting, surface: Surface, top: float) -> None:
    """How to be placed and what to have ready, below the dose of a card that has no picture to show it."""
    said = setting.words.needs(card)
    if not said or setting.leaves_out("rest"):
        return
    block = surface.set(said, setting.style(setting.scale.caption), surface.trim.width - 2 * setting.scale.margin)
    bottom = paragraph(surface, "equipment", block, Point(setting.scale.margin, top + 0.35 * setting.scale.margin), 2)
    if bottom > surface.trim.height - 0.7 * setting.scale.margin:
        over(surface, "dose", block, 1)


def _slope(card: Card, setting: Setting, surface: Surface, share: float) -> float:
    """The tilted ground of everything about running; gives the height of its line in the middle."""
    unit, colours = setting.scale.margin / 4.5, setting.colours(card)
    clear = setting.stock.clear_top if setting.stock else 0.0
    middle = Point(surface.trim.width / 2, clear + share * (surface.trim.height - clear))
    with surface.artifact():
        whole = bled(Box(0, 0, surface.trim.width, surface.trim.height))
        surface.paint(
            *sloping(card.group, whole, middle, setting.scale.stratum, (colours.main, colours.tint), 0.6 * unit)
        )
    return middle.y


def _form_front(card: Card, form: FormCue | FormFault, setting: Setting, surface: Surface) -> None:
    scale, unit = setting.scale, setting.scale.margin / 4.5
    pictured = _drawing(card, setting) is not None
    middle = _slope(card, setting, surface, 0.6 if pictured else HIGH_SLOPE)
    y = _head(card, setting, surface)
    _figure(
        card,
        setting,
        surface,
        Box(scale.margin, y + unit, surface.trim.width - 2 * scale.margin, middle - y - 1.3 * unit),
    )
    grown = 1.0 if pictured else LARGER * 1.05
    bold = setting.style(scaled(surface, setting, scale.cue, grown), bold=True)
    plain = setting.style(scaled(surface, setting, scale.purpose, grown))
    left, radius = scale.margin + 6.8 * unit, 2.1 * unit * grown
    width = surface.trim.right - scale.margin - left
    right_text = form.right if isinstance(form, FormCue) else form.instead
    right = surface.set(right_text, bold, width)
    wrong = surface.set(form.wrong, plain, width)
    between = 2.2 * unit * grown
    bottom = surface.trim.height - (0.95 if pictured else 1.4) * scale.margin
    rows = [(right, "right", tick), (wrong, "wrong", cross)]
    if isinstance(form, FormFault):
        rows.reverse()
    top = bottom - right.height - wrong.height - between
    clear = middle + (surface.trim.width / 2 - left) * -0.2126 + scale.stratum + unit
    if top < clear - 0.01:
        over(surface, "right" if isinstance(form, FormCue) else "instead", right, 1)
    for block, name, mark in rows:
        with surface.artifact():
            mark(surface, setting, Point(scale.margin + radius, top + block.leading / 2), radius)
        top = paragraph(surface, name, block, Point(left, top), most=3) + between


def _lines_front(card: Card, body: Explanation | Advice, setting: Setting, surface: Surface) -> None:
    """Explanations slope as all running does; advice is level. Three short lines stand in the ground."""
    scale, unit = setting.scale, setting.scale.margin / 4.5
    tilted, pictured = isinstance(body, Explanation), _drawing(card, setting) is not None
    if tilted:
        ground = _slope(card, setting, surface, 0.585 if _drawing(card, setting) is not None else HIGH_SLOPE)
    else:
        colours, ground = setting.colours(card), ground_height(surface, setting)
        with surface.artifact():
            earth = bled(Box(0, ground, surface.trim.width, surface.trim.height - ground))
            surface.paint(*flat(card.group, earth, scale.stratum, (colours.main, colours.tint), 0.5 * unit))
    y = _head(card, setting, surface, most=3)
    _figure(
        card,
        setting,
        surface,
        Box(scale.margin, y + unit, surface.trim.width - 2 * scale.margin, ground - y - 1.3 * unit),
    )
    _short_lines(
        body,
        setting,
        surface,
        ground + scale.stratum + (3.2 if tilted else 0.0) * unit,
        1.08 if tilted and not pictured else 0.93,
    )


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


def _warning_front(card: Card, sign: WarningSign, setting: Setting, surface: Surface) -> None:
    """The sign in large letters, and under the bar of its tier what to do about it."""
    scale = setting.scale
    ground = ground_height(surface, setting)
    solid, colour = sign.tier is Tier.EMERGENCY, setting.theme.tiers[sign.tier]
    strip = bled(Box(0, ground, surface.trim.width, 0))
    strip = Box(strip.x, ground, strip.width, scale.stratum * 1.18)
    below = Box(strip.x, strip.bottom, strip.width, surface.trim.bottom + 3 - strip.bottom)
    plain = setting.colours(card).tint == setting.theme.paper
    fill = colour if solid else setting.theme.paper if plain else mix(setting.theme.paper, colour, TINT)
    with surface.artifact():
        surface.paint(Mark(rectangle(below), fill=fill))
        if solid:
            surface.paint(*flat(Group.WARNING, strip, strip.height, (colour, setting.theme.paper), 0.0))
        else:
            surface.paint(*tiers.bar(sign.tier, strip, colour))
    under_tab = tab(surface, setting, card).bottom + 0.1 * scale.margin
    width = surface.trim.width - 2 * scale.margin - scale.tab_width - 0.6 * scale.margin
    with surface.element(Role.H1):
        y = title(surface, setting, card, scaled(surface, setting, scale.title, 1.28), width, most=3)
    y += 0.5 * scale.margin
    y = max(y, under_tab)
    size = setting.style(scaled(surface, setting, scale.purpose, 1.5))
    full = surface.trim.width - 2 * scale.margin
    for line in sign.front:
        y = paragraph(surface, "front", surface.set(line, size, full), Point(scale.margin, y))
    if y > ground - 0.3 * scale.margin:
        surface.too_long("front", 1, 20, sign.front[-1].place)
    _action(sign.tier, setting, surface, below.y, WHITE if solid else setting.theme.ink, fill)


def _action(tier: Tier, setting: Setting, surface: Surface, top: float, colour: Colour, ground: Colour) -> None:
    """What to do, beside the icon of its tier, and what not to wait for."""
    scale, unit = setting.scale, setting.scale.margin / 4.5
    side, full = 10 * unit, surface.trim.width - 2 * scale.margin
    left = scale.margin + side + 2.5 * unit
    bold = setting.style(scaled(surface, setting, scale.title, 1.0), bold=True, colour=colour)
    action = surface.set(
        setting.words.tier(tier, "action"), bold, surface.trim.right - scale.margin - left, balanced=True
    )
    y = top + 4.2 * unit
    height = max(action.height, side)
    with surface.artifact():
        own = colour if tier is Tier.EMERGENCY else setting.theme.tiers[tier]
        where = Box(scale.margin, y + (height - side) / 2, side, side)
        icon(surface, setting, tiers.ICONS[tier], where, own, ground)
    paragraph(surface, "action", action, Point(left, y + (height - action.height) / 2))
    y += height + 2.4 * unit
    small = setting.style(scaled(surface, setting, scale.purpose, 1.4), colour=colour)
    said = [*sentences(setting.words.tier(tier, "follow"))]
    for sentence in said:
        y = paragraph(surface, "follow", surface.set(sentence, small, full), Point(scale.margin, y))
    if tier is Tier.EMERGENCY and not setting.leaves_out("purpose"):
        note = surface.set(setting.words.emergency_note(), setting.style(scale.foot, colour=colour), full)
        bottom = surface.trim.bottom - 0.85 * scale.margin - note.height
        if bottom > y + unit:
            paragraph(surface, "note", note, Point(scale.margin, bottom))
