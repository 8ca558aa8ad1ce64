"""What the zones of the page share: the surface, the styles at one body size, and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.help_strip import HelpStrip
from publisher.geometry import Box, Size, mm
from publisher.problems import place_of
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.plans import Schedule
    from publisher.problems import Phrase
    from publisher.typesetting.face import Face

MARGIN = 12.0
# Between two columns of words, millimetres.
GUTTER = 9.0
TIGHT = 0.68


class Sheet(NamedTuple):
    """What stands on the page: the plan, worked out, and the warning signs."""

    title: Phrase
    subtitle: str
    plan: Schedule
    signs: Sequence[Card]


class Desk:
    """One attempt at the page: what it is drawn on, and so much spare height, in millimetres, to share out."""

    def __init__(self, sheet: Sheet, setting: Setting, page: Size, body: float, spare: float) -> None:
        """Work out the styles from the body size, points."""
        self.sheet, self.setting, self.spare = sheet, setting, spare
        self.plan = sheet.plan
        self.surface = Surface(page, setting.typeface, body, sheet.title)
        ink = setting.theme.ink
        self.body = Style(body, body * 1.2, ink)
        self.lead = mm(self.body.leading)
        self.small = Style(8.5, 11, ink)
        self.h1 = Style(20, 23, ink, Weight.BOLD, -0.2)
        self.h2 = Style(body * 1.24, body * 1.5, ink, Weight.BOLD)
        self.h3 = Style(body * 1.12, body * 1.34, ink, Weight.BOLD)
        self.width = page.width - 2 * MARGIN
        self.colours = setting.theme.groups[sheet.plan.plan.group]

    def say(self, path: str, **filled: str | int) -> str:
        """A word of the plan, by its path under `plan`."""
        return self.setting.words.say(f"plan.{path}", **filled)

    def halves(self, y: float) -> tuple[Box, Box]:
        """Two columns that begin at a height."""
        width = (self.width - GUTTER) / 2
        return Box(MARGIN, y, width, 0), Box(MARGIN + width + GUTTER, y, width, 0)

    def heading(self, path: str, box: Box, role: Role = Role.H2) -> float:
        """The heading of a zone; gives the height below it."""
        style = self.h2 if role is Role.H2 else self.h1
        block = self.surface.set(self.say(path), style, box.width)
        with self.surface.element(role):
            return self.surface.write(block, box.x, box.y) + 0.8

    def help_strip(self) -> HelpStrip:
        """The tiers of warning signs, as this page writes them."""
        return HelpStrip(self.surface, self.setting, self.sheet.signs, self.body, self.h2, self.h3, MARGIN, TIGHT)

    def measured(self, drawing: Callable[[], float]) -> float:
        """The height at which something would end, drawn on a surface that is thrown away."""
        real = self.surface
        self.surface = real.trial()
        bottom = drawing()
        self.surface = real
        return bottom


def drawn(sheet: Sheet, setting: Setting, page: Size, body: float, side: Callable[[Desk], float]) -> Face:
    """One side at one body size, points: tried to find the spare height, in millimetres, then drawn with it.

    `side` draws on a desk and gives the height that is left over. What does not fit is told as lines too long.
    """
    tried = Desk(sheet, setting, page, body, 0.0)
    spare = tried.measured(lambda: side(tried))
    final = Desk(sheet, setting, page, body, max(0.0, spare))
    if spare < 0:
        lines = max(1, round(-spare / tried.lead + 0.49))
        final.surface.too_long("sessions", lines, lines * 80, place_of(sheet.plan.plan.title))
    else:
        side(final)
    return final.surface.face()
