"""The back of a cover: when to get help, most urgent first, told apart by order, ground, edge, icon and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts import tiers
from layouts.signs import icon, rule
from publisher.geometry import Box, Point, mm
from publisher.model.card import Card, Tier, WarningSign
from publisher.typesetting.face import Role
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from layouts.setting import Setting
    from publisher.colour import Colour
    from publisher.geometry import Size
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Block

# What waits longest leaves first where a size has no room, but a tier never loses its last sign.
MILD = (Tier.SEE_SOMEONE, Tier.KEEP_GOING)
# Leading as a multiple of the size: the widest that the face has room for.
LEADINGS = (1.25, 1.2, 1.15)
# How thick the bar under an emergency is where ink is saved, millimetres: no sign is given up for it.
LOWER = 1.0


def help_back(signs: Sequence[Card], setting: Setting, trim: Size, body: float) -> Face:
    """All tiers on one face. Only at the smallest body size, and only if it must, it does without mild signs."""
    smallest = setting.stock is not None and body <= setting.stock.body_min
    surface = Surface(trim, setting.typeface, body, setting.words.say("warning_card.subject"))
    help_ = None
    for shown, leading, note in _ways(tuple(signs), smallest=smallest):
        help_ = _Help(shown, setting, surface, leading, note=note)
        if help_.spare() >= 0:
            break
    if help_ is None:
        return surface.face()
    if len(help_.signs) < len(signs):
        surface.leave_out("signs")
    help_.draw()
    return surface.face()


def _ways(signs: tuple[Card, ...], *, smallest: bool) -> Iterator[tuple[tuple[Card, ...], float, bool]]:
    """Signs, leading, and whether a note says where the number works: the roomiest way first."""
    for leading in LEADINGS:
        yield signs, leading, True
    for leading in LEADINGS:
        yield signs, leading, False
    while smallest and len(fewer(signs)) < len(signs):
        signs = fewer(signs)
        yield signs, LEADINGS[-1], False


def fewer(signs: tuple[Card, ...]) -> tuple[Card, ...]:
    """The signs without one that can wait, so that more are left of who should see someone than of who may go on."""
    see, go = (_of(signs, tier) for tier in MILD)
    last = see[-1:] if len(see) > len(go) + 1 or len(go) < 2 else go[-1:]
    return signs if last == see and len(see) < 2 else tuple(card for card in signs if card not in last)


def _of(signs: Sequence[Card], tier: Tier) -> list[Card]:
    return [card for card in signs if isinstance(card.body, WarningSign) and card.body.tier is tier]


class _Help:
    """The bands of the tiers, one under another, each beside its bar."""

    def __init__(
        self, signs: Sequence[Card], setting: Setting, surface: Surface, leading: float, *, note: bool
    ) -> None:
        self.signs, self.setting, self.surface, self.note = signs, setting, surface, note
        scale = setting.scale
        self.unit = scale.margin / 4.5
        self.style = Style(surface.body, surface.body * leading, setting.theme.ink)
        self.lead = mm(self.style.leading)
        self.bar = 0.5 * scale.margin
        self.left = scale.margin + scale.gutter
        self.right = surface.trim.right - 0.8 * scale.margin
        self.pad = 0.85 * self.unit

    # All of it

    def spare(self) -> float:
        """The height that is left over, or less than nothing."""
        end = self._measured(lambda: self._bands(0.0))
        return self.surface.trim.bottom - 0.75 * self.setting.scale.margin - end

    def draw(self) -> None:
        """Paint it, part of the spare height round the words of each tier; or report by how much it is too high."""
        spare = self.spare()
        if spare < -0.01:
            lines = max(1, round(-spare / self.lead + 0.49))
            self.surface.too_long("brief", lines, lines * 36, self.signs[0].title.place)
        self.pad += min(max(0.0, spare) / 8, 1.6 * self.unit)
        self._bands(0.0)

    def _measured(self, drawing: Callable[[], float]) -> float:
        """The height at which something would end, drawn where nothing is kept."""
        real, self.surface = self.surface, self.surface.trial()
        end = drawing()
        self.surface = real
        return end

    def _bands(self, top: float) -> float:
        y = self._emergency(top)
        for tier in (Tier.URGENT, *MILD):
            y = self._band(tier, y)
        return y - self.pad

    # One tier

    def _emergency(self, top: float) -> float:
        clear = self.setting.stock.clear_top if self.setting.stock else 0.0
        end = self._measured(lambda: self._emergency_words(top + clear))
        with self.surface.artifact():
            ground = Box(-3, -3, self.surface.trim.width + 6, end + 3)
            self.surface.paint(*tiers.alarm_ground(ground, self.setting.theme, self.surface.trim.size, lower=LOWER))
        return self._emergency_words(top + clear)

    def _emergency_words(self, top: float) -> float:
        words, (colour, ground) = self.setting.words, tiers.alarm(self.setting.theme)
        outlined = self.setting.theme.outlined
        y = top + (tiers.BAR + self.pad if outlined else max(0.78 * self.setting.scale.margin, self.pad))
        style, width = self.style._replace(colour=colour), self.right - self.left
        with self.surface.element(Role.H1):
            subject = self.surface.set(words.say("warning_card.subject"), style, width)
            y = self.surface.write(subject, self.left, y) + 0.3 * self.unit
        y = self._words(Tier.EMERGENCY, y, (colour, colour, ground)) + 0.4 * self.unit
        follow = self.surface.set(words.tier(Tier.EMERGENCY, "follow"), style.bold(), width, balanced=True)
        with self.surface.element(Role.PARAGRAPH):
            y = self.surface.write(follow, self.left, y)
        if self.note:
            said = self.surface.set(words.emergency_note(), style, width)
            with self.surface.element(Role.PARAGRAPH):
                y = self.surface.write(said, self.left, y)
        return y + self.pad + (0.6 * LOWER if outlined else 0.0)

    def _band(self, tier: Tier, top: float) -> float:
        theme, trim = self.setting.theme, self.surface.trim
        colour = theme.tiers[tier]
        end = self._measured(lambda: self._words(tier, top + self.pad, (theme.ink, colour, theme.paper)) + self.pad)
        bottom = trim.bottom + 3 if tier is Tier.KEEP_GOING else end
        with self.surface.artifact():
            self.surface.paint(*tiers.edge(tier, Box(-3, top, self.bar + 3, bottom - top), colour))
            self.surface.paint(*tiers.line_above(tier, Box(-3, top, trim.width + 6, 0), colour))
        return self._words(tier, top + self.pad, (theme.ink, colour, theme.paper)) + self.pad

    def _words(self, tier: Tier, y: float, colours: tuple[Colour, Colour, Colour]) -> float:
        """Icon, what to do in bold, and its signs, which run on from there; gives the height below them."""
        ink, main, paper = colours
        style = self.style._replace(colour=ink)
        lead = self.surface.set(self.setting.words.tier(tier, "cover"), style.bold(), self.right - self.left)
        side = min(0.82 * self.setting.scale.gutter, 1.08 * lead.height)
        with self.surface.artifact():
            where = Box(self.setting.scale.margin - 0.1 * self.unit, y + (lead.height - side) / 2, side, side)
            icon(self.surface, self.setting, tiers.ICONS[tier], where, main, paper)
        with self.surface.element(Role.H2):
            below = self.surface.write(lead, self.left, y, field="action")
        return self._listed(_of(self.signs, tier), style, below)

    def _listed(self, signs: Sequence[Card], style: Style, y: float) -> float:
        """Signs after small squares, as many beside one another as a line holds; gives the height below the last."""
        side, begin = 0.4 * mm(style.size), self.setting.scale.margin
        room, x, bottom = self.right - begin, begin, y
        with self.surface.element(Role.LIST):
            for card in signs:
                text = card.body.brief if isinstance(card.body, WarningSign) and card.body.brief else card.title
                block = self.surface.set(text, style, room - 2.2 * side)
                if x > begin and x + 2.2 * side + block.width > self.right:
                    x, y = begin, bottom
                bottom = self._sign(block, Point(x, y), side)
                x += block.width + 5.5 * side
        return bottom

    def _sign(self, block: Block, at: Point, side: float) -> float:
        """One sign after its square; gives the height below it."""
        with self.surface.element(Role.ITEM):
            with self.surface.artifact():
                rule(self.surface, Box(at.x, at.y + (self.lead - side) / 2, side, side), block.style.colour)
            with self.surface.element(Role.ITEM_BODY):
                return self.surface.write(block, at.x + 2.2 * side, at.y, field="brief")
