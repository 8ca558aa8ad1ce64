"""The fold: four panels in a strip, printed on one side; ID-1 when it stands alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layouts.signs import rule
from layouts.warning_card.side import Side
from publisher.geometry import Box, Size
from publisher.model.card import Tier

if TYPE_CHECKING:
    from publisher.typesetting.face import Face

# ID-1 (ISO/IEC 7810), lying, four of them one under another.
PANEL = Size(85.6, 53.98)
PANELS = 4
STRIP = Size(PANEL.width, PANEL.height * PANELS)
# So much room below the signs of an emergency is wanted, millimetres; more goes between them.
SNUG = 4.0
STRIP_SIZES = (9.0, 8.75, 8.5, 8.25, 8.0)


class Fold(Side):
    """Four panels: emergency; urgent; soon and fine; pain, words to say, sources."""

    lines = False

    def draw(self) -> Face:
        """The strip."""
        height = self.surface.trim.height / PANELS
        self.emergency_panel(0.0, height)
        self.urgent_panel(height, height)
        self.mild_panel(2 * height, height)
        self.last_panel(3 * height, height)
        return self.surface.face()

    def emergency_panel(self, top: float, height: float) -> None:
        """Emergencies, solid; a panel with room to spare sets its lines further apart."""
        end = self.measured(lambda: self._emergency_words(top))
        self.check(end, top + height)
        usual, count = self.room, max(1, len(self.signs_of(Tier.EMERGENCY)))
        air = max(0.0, top + height - end - SNUG)
        self.room = replace(usual, between=usual.between + 0.5 * air / count, pad=usual.pad + 0.2 * air)
        self.emergency(top, top + height)
        self.room = usual

    def urgent_panel(self, top: float, height: float) -> None:
        """What to call about today."""
        end, lead = self._band_end(Tier.URGENT, top), 0.0 if top else 3.0
        self.check(end, top + height)
        self.edge(Tier.URGENT, Box(0, top - lead, self.surface.trim.width, height + lead))
        self._airy(Tier.URGENT, top, top + height - end)

    def mild_panel(self, top: float, height: float) -> None:
        """What to see someone about, and what is fine."""
        end, width = self._band_end(Tier.SEE_SOMEONE, top), self.surface.trim.width
        last = self._band_end(Tier.KEEP_GOING, end)
        self.check(last, top + height)
        spare = (top + height - last) / 2
        split = end + spare
        self.edge(Tier.SEE_SOMEONE, Box(0, top, width, split - top))
        self.words_of(Tier.SEE_SOMEONE, top + spare * 0.4)
        self.edge(Tier.KEEP_GOING, Box(0, split, width, top + height - split))
        self.words_of(Tier.KEEP_GOING, split + spare * 0.4)

    def _airy(self, tier: Tier, top: float, spare: float) -> None:
        """A tier alone on its panel: part of the spare height goes between its lines."""
        usual, count = self.room, max(1, len(self.signs_of(tier)))
        self.room = replace(usual, between=usual.between + min(0.9, spare * 0.55 / count))
        self.words_of(tier, top + (spare - count * (self.room.between - usual.between)) / 2)
        self.room = usual

    def last_panel(self, top: float, height: float) -> None:
        """Pain, words to say, sources."""
        room, trim, bottom = self.room, self.surface.trim, top + height - 3.4
        foot_top = self.measured(lambda: self.foot(room.side, bottom))
        ruler = self.measured(lambda: self.ruler(0.0, room.side))
        say = self.measured(lambda: self.say_this(0.0))
        gap = (foot_top - top - ruler - say) / 3
        self.check(top + ruler + say + 3 * max(gap, 1.2), foot_top, "say")
        y = self.ruler(top + gap, room.side)
        self.say_this(y + gap)
        with self.surface.artifact():
            rule(self.surface, Box(-3, foot_top - 1.2, trim.width + 6, 0.5), self.setting.theme.ink)
        self.foot(room.side, bottom)
