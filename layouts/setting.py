"""What every layout needs at hand: typeface, theme, words, icons and pictures, in one small object."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from publisher.model.card import Group
from publisher.model.stock import Stock
from publisher.model.theme import TypeSize
from publisher.problems import Phrase
from publisher.typesetting.face import Weight
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from publisher.colour import Colour
    from publisher.drawing import Drawing, Mark
    from publisher.figures.illustration import Illustration
    from publisher.figures.reels import Reel
    from publisher.geometry import Box, Size
    from publisher.model.card import Card, Source
    from publisher.model.icon import Icon
    from publisher.model.theme import GroupColours, Theme, TypeScale
    from publisher.typesetting.face import Face
    from publisher.typesetting.fonts import Typeface
    from publisher.typesetting.surface import Surface
    from publisher.words import Words


GROUP_ICONS = {
    Group.WARNING: "warn",
    Group.WHY: "why",
    Group.FORM: "form",
    Group.WARM_UP: "warm-up",
    Group.STRENGTH: "strength",
    Group.STRETCHES: "stretch",
    Group.RECOVERY: "recovery",
    Group.GEAR: "gear",
    Group.FUEL: "fuel",
    Group.MIND: "mind",
}


class Code(NamedTuple):
    """An address on the web, and the code that opens it: a millimetre a module, its quiet zone within its box."""

    address: str
    drawing: Drawing


class Drawn(NamedTuple):
    """Faces that were drawn, of these cards and this picture."""

    cards: tuple[Card, ...]
    picture: Illustration | None
    faces: tuple[Face, ...]
    code: Code | None = None


@dataclass(frozen=True)
class Setting:
    """Typeface, theme, words, icons and pictures, travelling together. `stock` is the size a card is made for."""

    typeface: Typeface
    theme: Theme
    words: Words
    icons: Mapping[str, Icon]
    sources: Mapping[str, Source]
    version: str
    stock: Stock | None = None
    drawings: Mapping[str, Illustration] = field(default_factory=dict)
    # The film strips of cards that move, by their ids, where a layout shows them.
    reels: Mapping[str, Reel] = field(default_factory=dict)
    # By the id of a card, where a publication leads to the web.
    codes: Mapping[str, Code] = field(default_factory=dict)
    # Icons where they have been painted before: on the next card most stand at the same places.
    painted: dict[tuple[str, Box, Colour, Colour], tuple[Mark, ...]] = field(default_factory=dict, compare=False)
    # Faces by the id of their card, or another name, and body size, with what they show: while files are watched, what
    # has not changed is not drawn again. None in a single build, which throws away what it only tries.
    drawn: dict[tuple[str, float], Drawn] | None = field(default=None, compare=False)

    @property
    def scale(self) -> TypeScale:
        """The type scale of the card size."""
        return self.theme.scales[self.stock.type if self.stock else "card"]

    def colours(self, card: Card) -> GroupColours:
        """The colours of a card's group."""
        return self.theme.groups[card.group]

    def style(self, size: TypeSize, *, bold: bool = False, colour: Colour | None = None) -> Style:
        """A text style from the scale, in ink unless told otherwise."""
        weight = Weight.BOLD if bold else Weight.REGULAR
        return Style(size.size, size.leading, colour or self.theme.ink, weight)

    def leaves_out(self, part: str) -> bool:
        """Whether this size does without a part."""
        return self.stock is not None and part in self.stock.leaves_out

    def picture_of(self, card: Card) -> Illustration | None:
        """The picture of a card, if it has one and this size shows it."""
        return None if card.picture is None or self.leaves_out("picture") else self.drawings.get(card.id)

    def cited(self, card: Card) -> str:
        """The evidence of a card in words, with its strongest source."""
        keys = card.evidence.sources[:1]
        return self.words.evidence(card.evidence.level, [self.sources[key].short for key in keys])


def made_for(setting: Setting, stock: Stock, scale: TypeScale, leaves_out: Iterable[str]) -> Setting:
    """The setting of a face that is no card of any library: a size and a type scale of its own, without some parts."""
    own = stock._replace(leaves_out=tuple(map(Phrase, leaves_out)))
    theme = setting.theme._replace(scales={**setting.theme.scales, str(stock.type): scale})
    return replace(setting, theme=theme, stock=own)


def size_of(name: str, said: str, size: Size, bodies: tuple[float, float]) -> Stock:
    """What stands for the size of such a face: `bodies` are its largest and smallest body size, points."""
    largest, smallest = bodies
    return Stock(
        id=Phrase(name),
        name=Phrase(said),
        width=size.width,
        height=size.height,
        type=Phrase(name),
        body_max=largest,
        body_min=smallest,
        source=Phrase(""),
        verified_by_print=False,
    )


def scaled(surface: Surface, setting: Setting, size: TypeSize, times: float = 1.0) -> TypeSize:
    """A size that goes down with the body of the deck, so that a fuller deck stays in proportion; never under 80 %."""
    largest = setting.stock.body_max if setting.stock else surface.body
    share = max(0.8, surface.body / largest) * times
    return TypeSize(size.size * share, size.leading * share)


def once(
    key: tuple[str, float], card: Card, setting: Setting, draw: Callable[[], tuple[Face, ...]]
) -> tuple[Face, ...]:
    """The faces of a card as they were drawn under this key, if it was this very card with this picture and code."""
    if setting.drawn is None:
        return draw()
    picture, code = setting.drawings.get(card.id), setting.codes.get(card.id)
    known = setting.drawn.get(key)
    if known is None or known.cards[0] is not card or known.picture != picture or known.code != code:
        known = setting.drawn[key] = Drawn((card,), picture, draw(), code)
    return known.faces
