"""What the kinds of cards share on a phone: rows between the ground and the reasons to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.blocks import paragraph
from layouts.column import Column
from layouts.hills import runners
from layouts.phone.measures import GOOD, SMALLEST
from publisher.geometry import Point, mm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# The air over the first row and under the last, in units.
ABOVE, BELOW = 2.0, 1.6
# The lowest that a ground line lies, and where it lies where there is nothing to say, millimetres.
LOWEST = 66.0
# The least body height of somebody, millimetres: where words are larger than need be, where they are not, and where
# they cannot become smaller.
LARGE, LEAST, SMALL = 36.0, 28.0, 20.0


def unit_of(setting: Setting) -> float:
    """What is a millimetre on a poker card, millimetres."""
    return setting.scale.margin / 4.5


def height_of(write: Callable[[Column], None], setting: Setting, surface: Surface) -> float:
    """How much room rows take with the air around them; nothing for none."""
    tried = Column(surface.trial(), setting, 0.0, 1000.0, 0.0)
    write(tried)
    return tried.y + (ABOVE + BELOW) * unit_of(setting) if tried.written else 0.0


def rows_between(write: Callable[[Column], None], setting: Setting, surface: Surface, top: float, limit: float) -> None:
    """Rows from a height down, spread over what there is down to the limit."""
    unit = unit_of(setting)
    top, limit = top + ABOVE * unit, limit - BELOW * unit
    tried = Column(surface.trial(), setting, top, limit, 0.0)
    write(tried)
    # What is left is shared out: some of it over the first row.
    free = max(0.0, limit - tried.y)
    air = min(free / (tried.gaps + 1.0), 2.2 * unit)
    column = Column(surface, setting, top + min(air, unit), limit, 0.0, air=air)
    write(column)
    column.end()


class Sign(NamedTuple):
    """A sentence that stands in the ground in large letters, and what is painted before it at a point, so large."""

    name: str
    block: Block
    paint: Callable[[Point, float], None]


class InGround(NamedTuple):
    """Sentences one under another down to the lower edge of the ground, beside their signs."""

    signs: Sequence[Sign]
    setting: Setting
    surface: Surface
    bottom: float

    @property
    def _gap(self) -> float:
        return 1.9 * unit_of(self.setting)

    @property
    def height(self) -> float:
        """All sentences and the air between and under them."""
        return sum(sign.block.height + self._gap for sign in self.signs)

    def middle(self, drop: float) -> float:
        """How low the ground line may cross the middle so that every sentence stands clear of it, millimetres.

        It falls so much for each millimetre to the right.
        """
        scale, y = self.setting.scale, self.bottom - self.height
        found = self.bottom - 1.15 * scale.stratum
        for sign in self.signs:
            over = (self._left + sign.block.width - self.surface.trim.width / 2) * drop
            found = min(found, y - over - 1.15 * scale.stratum - 1.6 * unit_of(self.setting))
            y += sign.block.height + self._gap
        return found

    @property
    def _left(self) -> float:
        return self.setting.scale.margin + self.setting.scale.gutter

    @property
    def width(self) -> float:
        """The measure of a sentence."""
        return self.surface.trim.right - self.setting.scale.margin - self._left

    def write(self) -> None:
        """Each as a paragraph, its sign at the height of its first line."""
        radius = 0.585 * mm(self.surface.body)
        y = self.bottom - self.height
        for sign in self.signs:
            with self.surface.artifact():
                sign.paint(Point(self.setting.scale.margin + radius, y + sign.block.leading / 2), radius)
            y = paragraph(self.surface, sign.name, sign.block, Point(self._left, y)) + self._gap


def least(surface: Surface) -> float:
    """How large somebody must be: words become smaller first, but not larger at the cost of the picture."""
    if surface.body > GOOD:
        return LARGE
    return SMALL if surface.body <= SMALLEST else LEAST


def standing_between(card: Card, setting: Setting, surface: Surface, between: tuple[float, float]) -> None:
    """Whoever the picture shows, between the head and the ground, or a word that it would be too small."""
    picture, (top, ground) = setting.picture_of(card), between
    if picture is None:
        return
    # Nobody is put where there is no room at all.
    if ground < SMALL or runners(card, picture, setting, surface, top, ground) < least(surface):
        surface.too_long("picture", 1, 30, card.purpose.place)
