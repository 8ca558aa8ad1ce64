"""What the zones of the sheet share: the surface, the styles at one body size, and the lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from layouts.bullets import bullet
from layouts.help_strip import HelpStrip
from layouts.signs import rule
from publisher.geometry import Box, Size, mm
from publisher.model.card import Advice, Card, Explanation, FormCue, Group, WarningSign
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.setting import Setting


MARGIN = 12.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cards of the sheet, sorted by what they do there."""

    title: str
    subtitle: str
    cues: tuple[Card, ...]
    whys: tuple[Card, ...]
    day: tuple[Card, ...]
    signs: tuple[Card, ...]

    @staticmethod
    def of(title: str, subtitle: str, cards: Sequence[Card]) -> Sheet:
        """Sort the cards of a publication."""

        def those(kind: type) -> tuple[Card, ...]:
            return tuple(card for card in cards if isinstance(card.body, kind))

        return Sheet(title, subtitle, those(FormCue), those(Explanation), those(Advice), those(WarningSign))

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of them."""
        return self.cues + self.whys + self.day + self.signs


class Look(NamedTuple):
    """How the cues look, and with them the page.

    `figure` is the body height of their figures in millimetres, 0 where words stand alone. `words` counts the sentences
    that stand under a figure: what is right and what is wrong, what is wrong, or none where the page is full.
    """

    figure: float = 0.0
    words: int = 2


PLAIN = Look()


class Desk:
    """One attempt at the page: what it is drawn on, and so much spare height, in millimetres, to share out."""

    def __init__(
        self, sheet: Sheet, setting: Setting, page: Size, body: float, spare: float, look: Look = PLAIN
    ) -> None:
        """Work out the styles from the body size, points."""
        self.sheet, self.setting, self.spare, self.look = sheet, setting, spare, look
        self.surface = Surface(page, setting.typeface, body, sheet.title)
        ink = setting.theme.ink
        # A page with figures is full: its lines and zones stand a little closer.
        self.tight = 0.68 if look.figure else 1.0
        self.body = Style(body, body * (1.2 if look.figure else 1.24), ink)
        self.lead = mm(self.body.leading)
        self.small = Style(8.5, 11, ink)
        self.h2 = Style(body * 1.24, body * 1.5, ink, Weight.BOLD)
        self.h3 = Style(body * 1.12, body * 1.34, ink, Weight.BOLD)
        self.width = page.width - 2 * MARGIN
        self.form = setting.theme.groups[Group.FORM]

    def heading(self, path: str, x: float, y: float) -> float:
        """The heading of a zone; gives the height below it."""
        block = self.surface.set(self.setting.words.say(path), self.h2, self.width)
        with self.surface.element(Role.H2):
            return self.surface.write(block, x, y) + 1.2

    def hairline(self, box: Box, y: float) -> None:
        """A thin line across a box."""
        with self.surface.artifact():
            rule(self.surface, Box(box.x, y - 0.12, box.width, 0.24), self.form.main)

    def bullet(self, text: str, style: Style, box: Box, field: str) -> float:
        """One item with its square; gives the height below it."""
        return bullet(self.surface, text, style, box, field)

    def help_strip(self) -> HelpStrip:
        """The tiers of warning signs, as this sheet writes them."""
        return HelpStrip(self.surface, self.setting, self.sheet.signs, self.body, self.h2, self.h3, MARGIN, self.tight)

    def measured(self, drawing: Callable[[], float]) -> float:
        """The height at which something would end, drawn on a surface that is thrown away."""
        real = self.surface
        self.surface = real.trial()
        bottom = drawing()
        self.surface = real
        return bottom
