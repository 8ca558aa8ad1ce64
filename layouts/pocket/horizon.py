"""The ground of a cover, and who stands on it: level, or falling where the deck is about running downhill."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from layouts.blocks import ground_height, tab_box
from layouts.ground import Earth, flat, sloping
from layouts.pictures import ledge_height, line_weight, show
from layouts.pocket.contents import SHORT
from layouts.pocket.hills import RUNNING
from layouts.signs import bled
from layouts.standing import Hill, arranged, on_slope, too_small
from publisher.geometry import Box, Point
from publisher.model.card import Group, Movement, WarningSign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.product import Cover
    from layouts.setting import Setting
    from layouts.standing import Standing
    from publisher.figures.illustration import Frame
    from publisher.model.card import Card
    from publisher.typesetting.surface import Surface

# The body height of a runner on a hill, as a share of the width.
STEEP = 0.62


class Horizon(NamedTuple):
    """The ground line: its height in the middle, half the width of the face, the height of the pattern, millimetres.

    `fall` is how far it falls for each millimetre to the right; `frame` is who stands on it.
    """

    group: Group
    middle: float
    half: float
    stratum: float
    frame: Frame | None = None

    @staticmethod
    def of(cover: Cover, setting: Setting, surface: Surface) -> Horizon:
        """The ground of the group that most cards are of, as high as on every card of the deck."""
        running = all(card.group in RUNNING for card in cover.cards)
        frame = _shown(cover.cards, setting, sloping=running) or _shown(cover.cards, setting, sloping=False)
        middle = ground_height(surface, setting)
        return Horizon(_group_of(cover.cards), middle, surface.trim.width / 2, setting.scale.stratum, frame)

    @property
    def fall(self) -> float:
        """How far it falls for each millimetre to the right: as the picture wants it."""
        return math.tan(math.radians(self.frame.slope)) if self.frame is not None else 0.0

    @property
    def end(self) -> float:
        """The height from which on neither line nor pattern is in the way."""
        return self.line(2 * self.half) + self.stratum

    def line(self, x: float) -> float:
        """The height of the line there."""
        return self.middle + (x - self.half) * self.fall

    def raised(self, bottom: float) -> Horizon:
        """As it is, or higher if it would end below a height."""
        return self if self.end <= bottom + 0.01 else self._replace(middle=self.middle - (self.end - bottom))

    def earth(self, setting: Setting, surface: Surface) -> None:
        """Line, pattern and tint of the group."""
        theme, trim, line = setting.theme.groups[self.group], surface.trim, 0.5 * setting.scale.margin / 4.5
        colours = Earth(theme.main, theme.tint, setting.theme.outlined)
        with surface.artifact():
            if self.frame is not None and self.frame.slope:
                whole, through = bled(Box(0, 0, trim.width, trim.height)), Point(self.half, self.middle)
                hill = sloping(self.group, whole, through, self.stratum, colours, 1.2 * line, self.frame.slope)
                surface.paint(*hill)
            else:
                ground = bled(Box(0, self.middle, trim.width, trim.height - self.middle))
                surface.paint(*flat(self.group, ground, self.stratum, colours, line))

    def picture(self, setting: Setting, surface: Surface, top: float) -> None:
        """Somebody from a card of this deck, below a height, as decoration: the card shows it with its words."""
        unit = setting.scale.margin / 4.5
        if self.frame is None:
            return
        standing = self._standing(self.frame, setting, surface, top + 1.6 * unit)
        if standing and not too_small(standing, surface.trim.width):
            with surface.artifact():
                show(surface, standing, "", line_weight(surface))

    def _standing(self, frame: Frame, setting: Setting, surface: Surface, top: float) -> Sequence[Standing]:
        scale, width = setting.scale, surface.trim.width
        unit, tab = scale.margin / 4.5, tab_box(surface, setting)
        if frame.slope:

            def clear(box: Box) -> bool:
                return box.y >= (max(top, tab.bottom + unit) if box.right > tab.x - unit else top)

            room = Box(scale.margin, top, width - 2 * scale.margin, STEEP * width)
            return on_slope([frame], room, Hill(lambda x: self.line(x) - 0.25 * unit, clear), 1.5 * unit)
        room = Box(scale.margin, top, width - 2 * scale.margin, self.middle - 0.25 * unit - top)
        return arranged([frame], room, width, 2 * unit, ledge_height(setting)) if room.height > 0 else []


def _group_of(cards: Sequence[Card]) -> Group:
    """The group of most cards that are no signs; a long deck that has no such majority is told by itself."""
    counted = Counter(card.group for card in cards if not isinstance(card.body, WarningSign))
    if not counted:
        return Group.WARNING
    [(group, most), *_] = counted.most_common()
    return group if len(cards) <= SHORT or 2 * most > len(cards) else Group.WHY


def _shown(cards: Sequence[Card], setting: Setting, *, sloping: bool) -> Frame | None:
    """The right frame of the first card that has one on such a ground; never a body that shows where it hurts.

    A movement is known by its end, a thing by what is seen of it first.
    """
    for card in cards:
        picture = None if isinstance(card.body, WarningSign) else setting.picture_of(card)
        frames = [] if picture is None else [f for f in picture.frames if not f.wrong and bool(f.slope) is sloping]
        if frames:
            return frames[-1] if isinstance(card.body, Movement) else frames[0]
    return None
