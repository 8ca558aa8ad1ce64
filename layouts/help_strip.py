"""When to get help, across a page: the tiers of warning signs, most urgent first, told apart without colour."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from layouts import tiers
from layouts.bullets import GAP as BETWEEN
from layouts.bullets import INDENT, listed
from layouts.signs import icon, rule
from publisher.geometry import Box
from publisher.model.card import Card, Tier, WarningSign
from publisher.programmes import told_of_tier
from publisher.typesetting.face import Role
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from layouts.setting import Setting
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# How many signs of a tier the strip has room for; the warning card has them all. Emergencies are never cut.
MOST_SIGNS = {Tier.URGENT: 7, Tier.SEE_SOMEONE: 4, Tier.KEEP_GOING: 2}
# The milder tiers stand side by side: their shares of the width, and what is between them, millimetres.
SHARES, GAP = {Tier.URGENT: 0.43, Tier.SEE_SOMEONE: 0.345, Tier.KEEP_GOING: 0.225}, 6.0
# Over the line between signs that need back pain and those that do not, millimetres.
APART = 0.8
# A last line that is narrower than this share of its heading is a word alone; by what it is made smaller then.
ALONE, SMALLER = 0.3, (0.95, 0.9, 0.86)
# Between the last sign of the first column and what stands beside it, at least.
CLEAR = 3.0


class HelpStrip(NamedTuple):
    """The strip from edge to edge: its signs, the styles of its words and headings, and how close it stands.

    `margin` is where words begin, millimetres; `tight` is 1 for a page with room, less for a full one; `shares` are
    those of the milder tiers in the width. With `apart` signs that need no back pain stand under a line that says so.
    `ours` is the heading of signs that can wait, where somebody of its own is to be called.
    """

    surface: Surface
    setting: Setting
    signs: Sequence[Card]
    body: Style
    large: Style
    heading: Style
    margin: float
    tight: float = 1.0
    shares: Mapping[Tier, float] = MappingProxyType(SHARES)
    apart: bool = False
    ours: str | None = None

    def draw(self, top: float) -> float:
        """Emergency across the page, solid; below it the other tiers side by side, each with its own edge."""
        trim, theme = self.surface.trim, self.setting.theme
        red = self._trial().emergency(top)
        split = red + 2.6 * self.tight
        with self.surface.artifact():
            ground = Box(-3, top, trim.width + 6, red - top)
            self.surface.paint(*tiers.alarm_ground(ground, theme, trim.size, framed=True))
        self.emergency(top)
        boxes = dict(zip(self.shares, self._columns(split), strict=True))
        bottom = max(self._trial().tier(tier, box) for tier, box in boxes.items())
        with self.surface.artifact():
            rule(self.surface, Box(-3, red, trim.width + 6, bottom + 2.5 - red), theme.paper)
        for tier, box in boxes.items():
            self._edge(tier, box)
            self.tier(tier, box)
        return bottom + 2.5

    def height(self) -> float:
        """How high it is, millimetres."""
        return self._trial().draw(0.0)

    @property
    def _width(self) -> float:
        return self.surface.trim.width - 2 * self.margin

    def _trial(self) -> HelpStrip:
        return self._replace(surface=self.surface.trial())

    def _columns(self, top: float) -> list[Box]:
        room, x, boxes = self._width - GAP * (len(self.shares) - 1), self.margin, []
        for share in self.shares.values():
            boxes.append(Box(x, top, room * share, 0))
            x += room * share + GAP
        return boxes

    def _shorts(self, tier: Tier) -> list[str]:
        shorts = [c.body.short for c in self.signs if isinstance(c.body, WarningSign) and c.body.tier is tier]
        return list(shorts[: MOST_SIGNS.get(tier)])

    def emergency(self, top: float) -> float:
        """Heading and signs in white, or in ink within a frame; gives the height of the lower edge."""
        side, frame = 8.0, tiers.FRAME if self.setting.theme.outlined else 0.0
        colour, ground = tiers.alarm(self.setting.theme)
        text = self.margin + side + 4.0
        large = Style(self.large.size * 1.08, self.large.leading, colour, self.large.weight)
        said = self.setting.words.tier(Tier.EMERGENCY, "list")
        heading = self.surface.set(said, large, self._width - side - 4.0)
        y = top + frame + 3.4 * self.tight
        with self.surface.artifact():
            icon(self.surface, self.setting, "emergency", Box(self.margin, y, side, side), colour, ground)
        with self.surface.element(Role.H2):
            y = self.surface.write(heading, text, y) + 1.0
        style = Style(self.body.size, self.body.leading, colour)
        box, shorts = Box(text, y, self.margin + self._width - text, 0), self._shorts(Tier.EMERGENCY)
        bottom = listed(self.surface, shorts, style, box, 2)
        return self._follow(style, box, bottom, shorts) + 2.8 * self.tight + frame

    def _follow(self, style: Style, box: Box, bottom: float, shorts: Sequence[str]) -> float:
        """How to go there: where the second column of signs ends a line earlier, if it fits; else below all of them."""
        block = self.surface.set(self.setting.words.tier(Tier.EMERGENCY, "follow"), style.bold(), box.width)
        half = (box.width - BETWEEN) / 2
        last = self.surface.set(shorts[len(shorts) // 2], style, half - INDENT) if len(shorts) % 2 else None
        x = box.right - max(half, block.width)
        with self.surface.element(Role.PARAGRAPH):
            if last is not None and len(last.lines) == 1 and box.x + INDENT + last.width + CLEAR <= x:
                self.surface.write(block, x, bottom - 0.35 - block.height)
                return bottom
            return self.surface.write(block, box.x, bottom + 0.3)

    def _edge(self, tier: Tier, box: Box) -> None:
        """The upper edge tells the tier without colour: solid, hatched, open."""
        with self.surface.artifact():
            bar = Box(box.x, box.y, box.width, 2.2)
            self.surface.paint(*tiers.bar(tier, bar, self.setting.theme.tiers[tier]))

    def tier(self, tier: Tier, box: Box) -> float:
        """Icon, heading and signs of a milder tier; gives the height below them."""
        side = 6.4
        y = box.y + 2.2 + 2.6 * self.tight
        usual = self.setting.words.tier(tier, "handed" if self.apart else "strip")
        said = self.ours if self.ours and tier is Tier.SEE_SOMEONE else usual
        heading = self._headed(said, box.width - side - 2.5)
        with self.surface.artifact():
            sign = Box(box.x, y - 0.4, side, side)
            icon(self.surface, self.setting, tiers.ICONS[tier], sign, self.setting.theme.tiers[tier])
        with self.surface.element(Role.H2):
            y = max(self.surface.write(heading, box.x + side + 2.5, y), y + side) + 1.0
        return self._signs(tier, box._replace(y=y, height=0.0))

    def _headed(self, said: str, width: float) -> Block:
        """A heading whose last word has others beside it: where its column is narrow, in type a little smaller."""
        block = self.surface.set(said, self.heading, width, balanced=True)
        for share in SMALLER if self.apart else ():
            if len(block.lines) == 1 or self._last(block) > ALONE * block.width:
                break
            style = self.heading.at(share * self.heading.size, share * self.heading.leading)
            block = self.surface.set(said, style, width, balanced=True)
        return block

    @staticmethod
    def _last(block: Block) -> float:
        return block.lines[-1].width

    def _signs(self, tier: Tier, box: Box) -> float:
        """The signs of a milder tier; gives the height below them."""
        if not self.apart:
            return listed(self.surface, self._shorts(tier), self.body, box)
        with_pain, alone = told_of_tier(self.signs, tier, MOST_SIGNS.get(tier))
        y = listed(self.surface, with_pain, self.body, box)
        if not alone:
            return y
        block = self.surface.set(self.setting.words.say("handout.alone"), self.body.bold(), box.width)
        with self.surface.element(Role.PARAGRAPH):
            y = self.surface.write(block, box.x, y + APART)
        return listed(self.surface, alone, self.body, box._replace(y=y))
