"""Beside the words of an exercise: the badge of its card, and who shows it, on a ground that ends at the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.blocks import number, tab_sign
from layouts.captions import breathed, caption_height, captions
from layouts.ground import Earth, flat, sloping
from layouts.handouts.measures import BADGE_HEIGHT, BADGE_WIDTH, MARGIN
from layouts.hills import fall, runners
from layouts.pictures import ledge_height, line_weight, show, ties
from layouts.signs import icon, rule, tab_ground
from layouts.standing import arranged
from publisher.colour import WHITE
from publisher.geometry import Box, Point
from publisher.model.card import Advice, Movement
from publisher.typesetting.face import Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface, Window

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from layouts.setting import Setting
    from layouts.standing import Standing
    from publisher.figures.illustration import Illustration
    from publisher.model.card import Card

# On a page figures may be so much larger than on a card of the same width: their box is the limit.
LARGE = 1.7
# From the ground of a runner to the caption under it, millimetres, and how many lines that may take.
UNDER_RUNNER, MOST_LINES = 1.0, 2
# A ground that is a line, millimetres.
LINE = 0.5


def badge(desk: Desk, surface: Surface, card: Card, at: Point) -> None:
    """Icon of a card, and its number beside a code, as on its tab, from their upper left corner."""
    setting = desk.setting
    sign, main = tab_sign(card, setting)
    said = number(card, setting)
    box = Box(at.x, at.y, BADGE_WIDTH, BADGE_HEIGHT if said else BADGE_WIDTH)
    with surface.artifact():
        on = tab_ground(surface, setting, box, main, 0.9, "tl tr br bl")
        ground = WHITE if setting.theme.outlined else main
        side = setting.scale.tab_icon
        icon(surface, setting, sign, Box(box.x + (box.width - side) / 2, box.y + 1.4, side, side), on, ground)
        style = Style(setting.scale.tab_number, setting.scale.tab_number, on, Weight.BOLD)
        where = Point(box.x + box.width / 2, box.bottom - 1.9)
        if said:
            surface.label(said, style, where, align="centre")


def stage(surface: Surface, setting: Setting, card: Card, box: Box) -> None:
    """Whoever shows a card, on a ground that ends at the margin, from the top of a box to its foot.

    An office printer leaves out 4 to 6 mm at the edge: what runs off the page would end where nobody meant it to.
    """
    picture = setting.picture_of(card)
    if picture is None:
        return
    box = box._replace(width=surface.trim.width - MARGIN - box.x)
    # A window whose inner margin lies outside the ground at the right, and a little at the left.
    window = Window(surface, Box(box.x - 1.5, box.y, box.width + 1.5 + setting.scale.margin, box.height))
    if isinstance(card.body, Movement):
        _movement(surface, setting, window, (card, card.body, picture), box)
    else:
        _runner(surface, setting, window, (card, picture), captioned(surface, setting, card, box))


def captioned(surface: Surface, setting: Setting, card: Card, box: Box) -> Box:
    """What is left of a box over the caption of advice, at its foot: what is seen, for those who see it, too."""
    if not isinstance(card.body, Advice) or card.picture is None:
        return box
    said = surface.set(card.picture.alt, setting.style(setting.scale.caption), box.width, balanced=True)
    if len(said.lines) > MOST_LINES:
        return box
    with surface.artifact():
        surface.write(said, box.x + box.width / 2, box.bottom - said.height, "centre")
    return box._replace(height=box.height - said.height - UNDER_RUNNER)


def _movement(
    surface: Surface, setting: Setting, window: Window, shown: tuple[Card, Movement, Illustration], box: Box
) -> None:
    card, body, picture = shown
    scale = setting.scale
    # Where a row says how to breathe, the words under the picture have more air without.
    spoken = body.breathing is not None and not setting.leaves_out("breathing")
    found = ties(picture, body.steps, setting, body.dose)
    tied = [one and one._replace(breath="") for one in found]
    under = scale.stratum + (caption_height(setting) if any(tied) else 0.5)
    room = Box(scale.margin, 0.5, window.trim.width - 2 * scale.margin, box.height - under - 0.75)
    # What is wide and low stands in the middle of its height.
    room = room._replace(height=room.height - _spare(picture, room, window, setting) / 2)
    ground = room.bottom + 0.25
    with surface.artifact():
        _earth(surface, setting, card, box._replace(y=box.y + ground))
    standing = _standing(picture, room, window, setting)
    if not spoken:
        tied = breathed(window, setting, standing, found)
    show(window, standing, card.picture.alt if card.picture else "", line_weight(window))
    captions(window, setting, standing, tied, ground + scale.stratum)


def _standing(picture: Illustration, room: Box, window: Window, setting: Setting) -> list[Standing]:
    return arranged(picture.frames, room, LARGE * window.trim.width, 2.0, ledge_height(setting))


def _spare(picture: Illustration, room: Box, window: Window, setting: Setting) -> float:
    """The height over figures that are as large as the room is wide, millimetres."""
    return max(0.0, min(each.box.y for each in _standing(picture, room, window, setting)) - room.y)


def _earth(surface: Surface, setting: Setting, card: Card, box: Box) -> None:
    """The level ground from the top of a box; a line where its pattern would take the room of a figure."""
    height, main = setting.scale.stratum, setting.colours(card).main
    if not height:
        rule(surface, Box(box.x, box.y, box.width, LINE), main)
        return
    earth = Box(box.x, box.y, box.width, height)
    surface.paint(*flat(card.group, earth, height, Earth(main, WHITE, setting.theme.outlined), 0.6))


def _runner(surface: Surface, setting: Setting, window: Window, shown: tuple[Card, Illustration], box: Box) -> None:
    """Right beside wrong on a hill, or somebody on level ground; there is nothing to count."""
    card, picture = shown
    scale, colours = setting.scale, Earth(setting.colours(card).main, WHITE, setting.theme.outlined)
    middle = box.height - scale.stratum - 0.5 - fall(picture) * box.width / 2
    with surface.artifact():
        # A sloping ground reaches a millimetre beyond its box on both sides.
        whole = Box(box.x + 1.0, box.y, box.width - 2.0, box.height)
        if picture.slope:
            through = Point(box.x - 1.5 + window.trim.width / 2, box.y + middle)
            surface.paint(*sloping(card.group, whole, through, scale.stratum, colours, 0.6, picture.slope))
        else:
            earth = box._replace(y=box.y + middle, height=scale.stratum)
            surface.paint(*flat(card.group, earth, scale.stratum, colours, 0.6))
    runners(card, picture, setting, window, 0.0, middle)
