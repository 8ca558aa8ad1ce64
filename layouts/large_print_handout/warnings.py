"""The tiers of warning signs in large print: each whole, on as many pages as they need, most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts import tiers
from layouts.handouts.closing import heading_of
from layouts.handouts.measures import MARGIN
from layouts.signs import icon, rule
from publisher.geometry import Box, mm
from publisher.model.card import Tier
from publisher.programmes import told_of_tier
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.desk import Desk
    from publisher.colour import Colour
    from publisher.typesetting.surface import Surface

# The icon of a tier, from it to the words, the bar beside a milder one, and the air inside a band, millimetres.
SIDE, BESIDE, BAR, PAD = 13.0, 5.0, 4.0, 4.5
# Between two signs, and from a square to its words, millimetres.
BETWEEN, INDENT = 0.8, 6.0


class Band(NamedTuple):
    """All signs of one tier, under the one thing to do about them."""

    desk: Desk
    tier: Tier

    def height(self) -> float:
        """How high it is, millimetres."""
        return self._written(self.desk.surface().trial(), 0.0) + PAD

    def draw(self, surface: Surface, top: float) -> float:
        """From a height down; gives the height below it."""
        colour, bottom = self.desk.setting.theme.tiers[self.tier], top + self.height()
        with surface.artifact():
            if self.tier is Tier.EMERGENCY:
                ground = Box(-3.0, top, surface.trim.width + 6.0, bottom - top)
                theme, trim = self.desk.setting.theme, surface.trim.size
                surface.paint(*tiers.alarm_ground(ground, theme, trim, framed=True))
            else:
                surface.paint(*tiers.beside(self.tier, Box(MARGIN, top, BAR, bottom - top), colour))
        self._written(surface, top)
        return bottom

    def _written(self, surface: Surface, top: float) -> float:
        """Icon, heading and signs; gives the height below them."""
        desk, tier, theme = self.desk, self.tier, self.desk.setting.theme
        alarm = tier is Tier.EMERGENCY
        left = MARGIN if alarm else MARGIN + BAR + 4.0
        x = left + SIDE + BESIDE
        ink, paper = tiers.alarm(theme) if alarm else (theme.ink, theme.paper)
        style = Style(26.0 if alarm else 23.0, 31.0 if alarm else 27.5, ink, Weight.BOLD)
        y = top + PAD
        with surface.artifact():
            where = Box(left, y, SIDE, SIDE)
            icon(surface, desk.setting, tiers.ICONS[tier], where, ink if alarm else theme.tiers[tier], paper)
        with surface.element(Role.H2):
            said = heading_of(desk, tier)
            block = surface.set(said, style, MARGIN + desk.width - x, balanced=True)
            y = max(surface.write(block, x, y, field="action"), y + SIDE) + 1.5
        y = self._signs(surface, Box(x, y, MARGIN + desk.width - x, 0.0), ink)
        if alarm:
            with surface.element(Role.PARAGRAPH):
                follow = surface.set(desk.setting.words.tier(tier, "follow"), self._plain(ink).bold(), desk.width - x)
                y = surface.write(follow, x, y + 1.0, field="follow")
        return y

    def _plain(self, ink: Colour) -> Style:
        return self.desk.plain._replace(colour=ink)

    def _signs(self, surface: Surface, box: Box, ink: Colour) -> float:
        """Those that count with back pain, then those that need none; gives the height below them."""
        with_pain, alone = told_of_tier(self.desk.handout.signs, self.tier)
        y = self._list(surface, with_pain, box, ink)
        if not alone:
            return y
        with surface.element(Role.PARAGRAPH):
            said = surface.set(self.desk.say("alone"), self._plain(ink).bold(), box.width)
            y = surface.write(said, box.x, y + BETWEEN, field="short") + BETWEEN
        return self._list(surface, alone, box._replace(y=y), ink)

    def _list(self, surface: Surface, shorts: Sequence[str], box: Box, ink: Colour) -> float:
        """One sign under another; gives the height below them."""
        style, y, side = self._plain(ink), box.y, 0.4 * mm(self.desk.body)
        with surface.element(Role.LIST):
            for short in shorts:
                block = surface.set(short, style, box.width - INDENT)
                with surface.element(Role.ITEM):
                    with surface.artifact():
                        rule(surface, Box(box.x, y + (block.leading - side) / 2, side, side), ink)
                    with surface.element(Role.ITEM_BODY):
                        y = surface.write(block, box.x + INDENT, y, field="short") + BETWEEN
        return y
