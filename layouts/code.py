"""The code on a card that opens its page on a phone: where it can stand, and drawing it there.

A code is at least 20 mm wide with its quiet zone, so that its modules are wider than the 0.4 mm that a phone reads at
arm's length. Where that much is not free, lines get shorter beside it in a corner of the back, and then the least
needed words go, in the order of `GIVES_WAY`: the page that the code opens has them. Warning signs lose none, no type
gets smaller, and where not even that makes room, a card goes without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.geometry import Box, Transform
from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, WarningSign
from publisher.typesetting.face import Link, Role

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.typesetting.face import Face
    from publisher.typesetting.surface import Surface

# Width with the quiet zone, millimetres; tried from the largest down. The quiet zone is so many modules on each side.
LEAST, MOST, STEP = 20.0, 25.0, 0.5
QUIET = 4
# The air between the last row of a back and the quiet zone of a code, in margins.
AIR = 0.2
# What goes from a back for a code, the least needed first. Steps, signs, doses and reasons to stop are in no list.
GIVES_WAY: dict[type, tuple[str, ...]] = {
    Movement: ("harder", "easier", "move_on", "fault"),
    FormCue: ("fault", "why"),
    FormFault: ("why",),
    Explanation: (),
    WarningSign: (),
    Advice: ("why",),
}
# How near to the lower edge of a card its modules may come, in margins.
LOW = 0.75


def is_wanted(setting: Setting, card: Card) -> bool:
    """Whether a card leads anywhere."""
    return card.id in setting.codes


def is_coded(face: Face) -> bool:
    """Whether a face has its code."""
    return any(isinstance(part, Link) for part in face.parts)


def kept(setting: Setting, card: Card, free: float) -> float:
    """The height to keep under the rows of a back for a code, if so much is free."""
    wanted = min(MOST, free - AIR * setting.scale.margin)
    return wanted + AIR * setting.scale.margin if is_wanted(setting, card) and wanted >= LEAST else 0.0


def place(surface: Surface, setting: Setting, card: Card, top: float, bottom: float) -> Box | None:
    """Where the code of a card can stand between two heights, at the right: its modules end where the text does."""
    if not is_wanted(setting, card):
        return None
    for taken in range(round((MOST - LEAST) / STEP) + 1):
        box = corner(surface, setting, card, bottom, MOST - STEP * taken)
        if box.y >= top and surface.is_clear(box):
            return box
    return None


def corner(surface: Surface, setting: Setting, card: Card, bottom: float, side: float = LEAST) -> Box:
    """Where a code so wide stands at the right, no lower than a height."""
    quiet = QUIET * side / setting.codes[card.id].drawing.box.width
    # At the edge of the card the quiet zone ends before the cut does.
    side_edge, foot_edge = (max(share * setting.scale.margin, quiet + 1.0) for share in (1.0, LOW))
    right = surface.trim.right - side_edge + quiet
    low = min(bottom, surface.trim.bottom - foot_edge + quiet)
    return Box(right - side, low - side, side, side)


def draw(surface: Surface, setting: Setting, card: Card, where: Box) -> None:
    """The code as a figure within a link, so that it can be clicked and is told to whoever hears the page."""
    code = setting.codes[card.id]
    said = setting.words.say("card.code", address=code.address)
    by = Transform.scale(where.width / code.drawing.box.width).then(Transform.move(where.x, where.y))
    with surface.element(Role.PARAGRAPH), surface.element(Role.LINK):
        surface.picture(said, (code.drawing, by))
        surface.link(where, code.address, said)
