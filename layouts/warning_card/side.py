"""What every side of the card is made of: bands of tiers, a pain ruler, words to say, the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layouts import tiers
from layouts.citing import most_cited
from layouts.pictures import show
from layouts.ruler import ruler
from layouts.signs import cairn, icon, rule
from layouts.standing import beside
from publisher.geometry import Box, Size, mm
from publisher.model.card import Card, Tier, WarningSign
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Span, Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.setting import Setting
    from publisher.colour import Colour

# Body height of a map of the body, millimetres, and the weight of its lines, points.
SMALLEST, TALLEST, LINES = 19.0, 30.0, 0.5
# So many sources are named at the foot; each sign's own card names its own.
CITED = 2


@dataclass(frozen=True, slots=True)
class Room:
    """Measures of one version of the card, millimetres: A6, or a panel of the fold."""

    bar: float
    icon: float
    side: float
    text: float
    right: float
    heading: float
    pad: float
    between: float


class Side:
    """What both versions share: bands of tiers, a pain ruler, words to say."""

    # Whether a line above each tier tells it apart too.
    lines = True

    def __init__(self, signs: Sequence[Card], setting: Setting, trim: Size, body: float, room: Room) -> None:
        self.signs, self.setting, self.room = signs, setting, room
        # How far to the right the words of the tier in hand reach: a picture stands beyond.
        self.reach = 0.0
        self.surface = Surface(trim, setting.typeface, body, setting.words.say("warning_card.subject"))
        self.style = Style(body, body * 1.2, setting.theme.ink)
        self.lead = mm(self.style.leading)

    def signs_of(self, tier: Tier) -> list[Card]:
        """The signs of one tier, in the order of their numbers."""
        return [card for card in self.signs if isinstance(card.body, WarningSign) and card.body.tier is tier]

    def heading(self, text: str, colour: Colour, x: float, y: float, *, larger: float = 1.0) -> float:
        """A heading in the weight of its tier; gives the height below it."""
        style = self._heading_style(larger)._replace(colour=colour)
        block = self.surface.set(text, style, self.surface.trim.right - self.room.right - x, balanced=True)
        self.reach = max(self.reach, x + block.width)
        with self.surface.element(Role.H2):
            return self.surface.write(block, x, y, field="action")

    def _heading_style(self, larger: float) -> Style:
        size = self.surface.body * self.room.heading * larger
        return Style(size, size * 1.13, self.setting.theme.ink, Weight.BOLD)

    def _heading_width(self) -> float:
        return self.surface.trim.right - self.room.right - self.room.text

    def list_signs(self, cards: Sequence[Card], colour: Colour, y: float, field: str = "short") -> float:
        """One line a sign, each with a square; gives the height below the last."""
        style = self.style._replace(colour=colour)
        side = mm(self.surface.body) * 0.4
        x = self.room.side
        width = self.surface.trim.right - self.room.right - x - 2.2 * side - 0.6
        with self.surface.element(Role.LIST):
            for card in cards:
                if not isinstance(card.body, WarningSign):
                    continue
                block = self.surface.set(card.body.short, style, width)
                self.reach = max(self.reach, x + 2.2 * side + 0.6 + block.width)
                with self.surface.element(Role.ITEM):
                    with self.surface.artifact():
                        rule(self.surface, Box(x, y + (self.lead - side) / 2, side, side), colour)
                    with self.surface.element(Role.ITEM_BODY):
                        y = self.surface.write(block, x + 2.2 * side + 0.6, y, field=field) + self.room.between
        return y

    def sign(self, tier: Tier, y: float, colour: Colour, ground: Colour) -> None:
        """The icon of a tier, beside its heading."""
        with self.surface.artifact():
            icon(
                self.surface,
                self.setting,
                tiers.ICONS[tier],
                Box(self.room.side, y, self.room.icon, self.room.icon),
                colour,
                ground,
            )

    def edge(self, tier: Tier, box: Box) -> None:
        """The bar at the left, and the line above: solid, hatched or open."""
        colour, trim = self.setting.theme.tiers[tier], self.surface.trim
        with self.surface.artifact():
            self.surface.paint(*tiers.edge(tier, Box(-3, box.y, self.room.bar + 3, box.height), colour))
            if self.lines:
                self.surface.paint(*tiers.line_above(tier, Box(-3, box.y, trim.width + 6, 0), colour))

    def band(self, tier: Tier, top: float) -> float:
        """A tier on white: edge, icon, heading, signs; gives the height below it."""
        end = self._band_end(tier, top)
        self.edge(tier, Box(0, top, self.surface.trim.width, end - top))
        self.words_of(tier, top)
        return end

    def words_of(self, tier: Tier, top: float) -> float:
        """Icon, heading and signs of a tier on white; gives the height below them."""
        theme, room = self.setting.theme, self.room
        self.reach = 0.0
        single = self.surface.set(
            self.setting.words.tier(tier, "list"), self._heading_style(1.0), self._heading_width()
        )
        drop = (room.icon - single.height) / 2 if len(single.lines) == 1 else 0.0
        self.sign(tier, top + room.pad + min(0.0, drop), theme.tiers[tier], theme.paper)
        y = self.heading(self.setting.words.tier(tier, "list"), theme.ink, room.text, top + room.pad + max(0.0, drop))
        y = max(y, top + room.pad + min(0.0, drop) + room.icon) + 0.3 * room.pad
        end = self.list_signs(self.signs_of(tier), theme.ink, y)
        self.body_map(tier, top + 0.6 * room.pad, end)
        return end

    def body_map(self, tier: Tier, top: float, bottom: float) -> None:
        """Where on the body a sign of this tier is felt, beside the words, if they leave the room for it."""
        card = next((card for card in self.signs_of(tier) if self.setting.picture_of(card)), None)
        picture = None if card is None else self.setting.picture_of(card)
        if card is None or card.picture is None or picture is None:
            return
        left, right = self.reach + 2.5, self.surface.trim.right - 0.8 * self.room.right
        standing = beside(picture.frames, Box(left, top, max(1.0, right - left), bottom - top), TALLEST, 1.5)
        if standing[0].height < SMALLEST:
            self.surface.leave_out("picture")
            return
        show(self.surface, standing, card.picture.alt, LINES)

    def _band_end(self, tier: Tier, top: float) -> float:
        return self.measured(lambda: self.words_of(tier, top)) + 0.85 * self.room.pad

    def measured(self, drawing: Callable[[], float]) -> float:
        """The height at which something would end, drawn on a surface that is thrown away."""
        real = self.surface
        self.surface = real.trial()
        end = drawing()
        self.surface = real
        return end

    def emergency(self, top: float, bottom: float | None = None) -> float:
        """The solid band, as high as its signs need or down to `bottom`; gives the height below it."""
        end = self.measured(lambda: self._emergency_words(top)) if bottom is None else bottom
        trim = self.surface.trim
        # It bleeds where it reaches the edge.
        high, low = top - 3 if top == 0 else top, end + 3 if end > trim.bottom - 0.01 else end
        with self.surface.artifact():
            ground = Box(-3, high, trim.width + 6, low - high)
            self.surface.paint(*tiers.alarm_ground(ground, self.setting.theme, trim.size))
        self._emergency_words(top)
        return end

    def _emergency_words(self, top: float) -> float:
        words, room = self.setting.words, self.room
        colour, ground = tiers.alarm(self.setting.theme)
        self.reach, begin = 0.0, top + 1.05 * room.pad
        y = begin
        subject = self.surface.set(words.say("warning_card.subject"), self.style._replace(colour=colour), 200)
        with self.surface.element(Role.H1):
            y = self.surface.write(subject, room.text, y) + 0.1 * room.pad
        self.sign(Tier.EMERGENCY, y + 0.2 * room.pad, colour, ground)
        y = self.heading(words.tier(Tier.EMERGENCY, "list"), colour, room.text, y, larger=1.16) + 0.35 * room.pad
        y = self.list_signs(self.signs_of(Tier.EMERGENCY), colour, y) + 0.2 * room.pad
        self.body_map(Tier.EMERGENCY, begin, y)
        bold = self.style._replace(colour=colour, weight=Weight.BOLD)
        width = self.surface.trim.right - room.right - room.side
        follow = self.surface.set(words.tier(Tier.EMERGENCY, "follow"), bold, width, balanced=True)
        with self.surface.element(Role.PARAGRAPH):
            return self.surface.write(follow, room.side, y) + room.pad

    def say_this(self, y: float) -> float:
        """The words to say, so that nobody has to find them."""
        words, room = self.setting.words, self.room
        spans = [
            Span(words.say("warning_card.say_lead"), Weight.BOLD),
            Span(" ", Weight.REGULAR),
            Span(words.say("warning_card.say"), Weight.REGULAR),
        ]
        block = self.surface.set(spans, self.style, self.surface.trim.right - room.right - room.text)
        side = 0.72 * room.icon
        with self.surface.element(Role.PARAGRAPH):
            with self.surface.artifact():
                where = Box(room.side + (room.icon - side) / 2, y + (self.lead - side) / 2 + 0.2, side, side)
                icon(self.surface, self.setting, "phone", where, self.setting.theme.ink)
            return self.surface.write(block, room.text, y, field="say")

    def ruler(self, y: float, left: float) -> float:
        """How much it hurts, 0 to 10, and what that means; gives the height below it."""
        right = self.surface.trim.right - self.room.right
        block = self.surface.set(self.setting.words.say("warning_card.ruler"), self.style.bold(), right - left)
        with self.surface.element(Role.H2):
            y = self.surface.write(block, left, y) + 0.5
        return ruler(self.surface, self.setting, self.style, Box(left, y, right - left, 0))

    def foot(self, left: float, bottom: float) -> float:
        """The number that was printed and where it works, evidence, review; gives the height where it begins."""
        words, setting = self.setting.words, self.setting
        width = self.surface.trim.right - self.room.right - left
        first = self.signs_of(Tier.EMERGENCY)[:1] or list(self.signs[:1])
        blocks = [self.surface.set(words.emergency_note(), self.style, width)]
        side = mm(self.surface.body) * 1.05
        proof = words.evidence_in_all(card.evidence.level for card in self.signs)
        shorts = [str(setting.sources[key].short) for key in most_cited(self.signs, CITED)]
        cited = words.say("evidence.cited", level=proof, sources=words.say("comma").join(shorts))
        blocks.append(self.surface.set(cited, self.style, width - side - 1.2))
        review = words.review_in_all([card.review for card in self.signs])
        blocks.append(self.surface.set(review, self.style, width))
        top = y = bottom - sum(block.height for block in blocks)
        for i, block in enumerate(blocks):
            proven = i == len(blocks) - 2
            if proven:
                with self.surface.artifact():
                    stones = first[0].evidence.level.stones
                    cairn(self.surface, setting, stones, Box(left, y + (self.lead - side) / 2, side, side))
            with self.surface.element(Role.PARAGRAPH):
                y = self.surface.write(block, left + (side + 1.2 if proven else 0), y)
        return top

    def check(self, y: float, limit: float, field: str = "short") -> None:
        """Report what stands below the limit."""
        if y > limit + 0.01:
            lines = max(1, round((y - limit) / self.lead + 0.49))
            self.surface.too_long(field, lines, lines * 40, self.signs[0].title.place)
