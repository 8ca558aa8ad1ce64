"""When to get help, most urgent first; pain, and a week that was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.signs import rule
from layouts.warning_card.fold import Fold
from publisher.geometry import Box
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from publisher.model.plan import Plan


class Warnings(Fold):
    """The panels of the warning card, whose last one says what pain and a missed week do to the plan."""

    plan: Plan

    def last_panel(self, top: float, height: float) -> None:
        """The pain ruler with its rules, the missed week, and the foot."""
        room, trim, bottom = self.room, self.surface.trim, top + height - 3.4
        foot_top = self.measured(lambda: self.foot(room.side, bottom))
        start = top + 3.2
        needed = self.measured(lambda: self._rules(start, 0.0))
        self.check(needed, foot_top - 1.8, "missed_week")
        self._rules(start, max(0.0, min(1.6, (foot_top - 1.8 - needed) / 4)))
        with self.surface.artifact():
            rule(self.surface, Box(-3, foot_top - 1.2, trim.width + 6, 0.5), self.setting.theme.ink)
        self.foot(room.side, bottom)

    def _rules(self, top: float, air: float) -> float:
        say, pain, plan = self.setting.words.say, self.plan.pain, self.plan
        y = self.ruler(top, self.room.side) + 0.8 + air
        rows = [("carry_on", pain.carry_on), ("ease_off", pain.ease_off), ("stop", pain.stop)]
        for name, text in rows:
            y = self._led(say(f"plan.{name}"), text, y, name) + 0.2
        y = self._led(say("plan.missed"), plan.missed_week, y + 0.8 + air, "missed_week")
        if plan.after is None:
            return y
        return self._led(say("plan.after", n=plan.weeks), plan.after, y + 0.4 + air, "after")

    def _led(self, lead: str, text: str, y: float, field: str) -> float:
        """A few words in bold that run into a text."""
        spans = [Span(lead, Weight.BOLD), WORD_SPACE, Span(text, Weight.REGULAR)]
        block = self.surface.set(spans, self.style, self.surface.trim.right - self.room.right - self.room.side)
        with self.surface.element(Role.PARAGRAPH):
            return self.surface.write(block, self.room.side, y, field=field)
