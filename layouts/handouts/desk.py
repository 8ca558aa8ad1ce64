"""What the parts of a handout share: the styles at one body size, where columns stand, and the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from layouts.handouts.measures import CLEAR, MARGIN, TEXT, Print, on_handout
from publisher.geometry import Box, Size
from publisher.typesetting.face import Weight
from publisher.typesetting.lines import NO_BREAK_SPACE, Style
from publisher.typesetting.surface import Surface

# A word that a number belongs to, at its end: "over 5", "at 4 or 5", "week 2".
NUMBERED = re.compile(r"\b((?:[Oo]ver|[Uu]nder|[Aa]t|[Oo]r|[Oo]f|[Ss]et|[Ww]eek|[Pp]age|[Cc]all)) (\d)")

if TYPE_CHECKING:
    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.programmes import Handout


class Desk(NamedTuple):
    """A handout at one body size, points, without some parts that it can do without."""

    handout: Handout
    setting: Setting
    page: Size
    body: float
    sizes: Print = CLEAR

    @staticmethod
    def of(job: Job, handout: Handout, body: float, left_out: tuple[str, ...]) -> Desk:
        """The desk for a job."""
        return Desk(handout, on_handout(job.setting, body, left_out), job.paper, body)

    def surface(self) -> Surface:
        """A new page. Its title is that of the programme: bookmarks are seen by everybody who opens the file.

        Whatever a clinic, a clinician or a person is called has to go onto it, so its long words are broken.
        """
        return Surface(self.page, self.setting.typeface, self.body, self.handout.programme.title, breaking=True)

    def say(self, path: str, **filled: str | int) -> str:
        """A word of handouts."""
        return self.setting.words.say(f"handout.{path}", **filled)

    @staticmethod
    def bound(text: str) -> str:
        """A text whose numbers stay with the word before them: "Over" and "5" of "Over 5, stop." stand on one line."""
        found = NUMBERED.sub(rf"\1{NO_BREAK_SPACE}\2", text)
        return text if found == text else found

    @property
    def plain(self) -> Style:
        """Body text."""
        return Style(self.body, self.sizes.leading * self.body, self.setting.theme.ink)

    @property
    def heading(self) -> Style:
        """The heading of a zone."""
        return Style(1.25 * self.body, 1.45 * self.body, self.setting.theme.ink, Weight.BOLD)

    @property
    def title(self) -> Style:
        """The title of the page."""
        return Style(*self.sizes.title, self.setting.theme.ink, Weight.BOLD, -0.3)

    @property
    def small(self) -> Style:
        """Letterhead, captions and page numbers."""
        return Style(*self.sizes.small, self.setting.theme.ink)

    @property
    def foot(self) -> Style:
        """Sources."""
        return Style(*self.sizes.foot, self.setting.theme.ink)

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.page.width - 2 * MARGIN

    @property
    def right(self) -> float:
        """Where the right column begins: pictures, and whom the page is for."""
        return self.page.width - self.sizes.aside

    def words_of(self, top: float) -> Box:
        """Where the words of an exercise stand."""
        return Box(TEXT, top, self.right - 1.5 - TEXT, 0.0)
