"""Front and back of the A6 card: what cannot wait, and the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layouts.signs import rule
from layouts.warning_card.side import Side
from publisher.geometry import Box
from publisher.model.card import Tier
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from publisher.typesetting.face import Face


class Front(Side):
    """Emergency and urgent: what cannot wait."""

    def draw(self) -> Face:
        """The front of the A6 card."""
        trim = self.surface.trim
        needed = self._band_end(Tier.URGENT, 0.0)
        split = self.emergency(0.0, None)
        spare = trim.height - split - needed
        self.check(split + needed, trim.height)
        return self._drawn(max(0.0, spare))

    def _drawn(self, spare: float) -> Face:
        fresh = type(self)(self.signs, self.setting, self.surface.trim.size, self.surface.body, self.room)
        fresh.surface._excess.extend(self.surface._excess)  # noqa: SLF001  the same face, drawn again with its spare room
        if spare:
            fresh.room = replace(
                self.room,
                pad=self.room.pad + min(1.8, spare * 0.12),
                between=self.room.between + min(0.5, spare * 0.02),
            )
        split = fresh.emergency(0.0)
        fresh.band(Tier.URGENT, split)
        colour = fresh.setting.theme.tiers[Tier.URGENT]
        with fresh.surface.artifact():
            rule(fresh.surface, Box(-3, split, fresh.room.bar + 3, fresh.surface.trim.bottom - split + 3), colour)
        return fresh.surface.face()


class Back(Side):
    """What can wait, what is fine, how much pain is too much, and what to say."""

    def draw(self) -> Face:
        """The back of the A6 card."""
        trim, room = self.surface.trim, self.room
        y = self._title(0.0)
        y = self.band(Tier.SEE_SOMEONE, y)
        y = self.band(Tier.KEEP_GOING, y)
        with self.surface.artifact():
            rule(self.surface, Box(-3, y, trim.width + 6, 0.35), self.setting.theme.tiers[Tier.KEEP_GOING])
        foot_top = self.measured(lambda: self.foot(room.side, trim.bottom - 4.6))
        with self.surface.artifact():
            rule(self.surface, Box(-3, foot_top - 3.2, trim.width + 6, 1.2), self.setting.theme.ink)
        free = foot_top - 3.2 - y
        ruler_height, say_height = 2 * self.lead + 1.75 * self.lead + 1.1, self.measured(lambda: self.say_this(0.0))
        gap = (free - ruler_height - say_height) / 3
        end = self.ruler(y + gap, room.side)
        end = self.say_this(end + gap)
        self.check(end + max(0.0, 1.4 - gap) * 3, foot_top - 3.2, "say")
        self.foot(room.side, trim.bottom - 4.6)
        return self.surface.face()

    def _title(self, top: float) -> float:
        """Where the emergencies are, for whoever picks the card up on this side."""
        style = Style(15, 17, self.setting.theme.ink, Weight.BOLD, -0.1)
        said = self.setting.words.say("warning_card.back_title")
        block = self.surface.set(said, style, self.surface.trim.right - self.room.right - self.room.side)
        with self.surface.element(Role.H2):
            return self.surface.write(block, self.room.side, top + 4.6) + 2.8
