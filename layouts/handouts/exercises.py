"""One exercise of a handout: title and dose, how it is done and who shows it, then how it should be, and when to stop.

What belongs together stands close, and each part is set off from the next: a reader finds the one that is looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.code import draw, is_wanted
from layouts.handouts.measures import MARGIN, TEXT
from layouts.handouts.movement import column_in, details, dose_block, how, stop_zone
from layouts.handouts.stages import badge, stage
from layouts.rows import rows
from publisher.geometry import Box, Point
from publisher.model.card import Movement
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from layouts.column import Column
    from layouts.handouts.desk import Desk
    from publisher.programmes import Exercise
    from publisher.typesetting.surface import Surface

# The least height of a picture with its ground and captions, millimetres; the most that an exercise gives it.
LEAST, MOST = 46.0, 82.0
# The most that goes between two of its steps where a page has room, millimetres.
AIR = 4.5
# A code is read from paper at arm's length (25 to 30 mm on A4), and stands clear of the captions over it.
CODE, OVER_CODE = 25.0, 2.0
# Between the steps and the dose above them, and over the reasons to stop, millimetres.
APART, OVER_STOP = 1.6, 1.2


class Row(NamedTuple):
    """An exercise on a page, never split. `extra` is the spare height that its picture and steps take, millimetres."""

    desk: Desk
    exercise: Exercise
    extra: float = 0.0

    def height(self) -> float:
        """How high it is, millimetres."""
        return self._drawn(self.desk.surface().trial(), 0.0)

    def grown(self, extra: float) -> Row:
        """The same with a larger picture, by what is of use to it, at the most so many millimetres higher."""
        most = (
            MOST - self._natural(self.desk.surface().trial(), 0.0)
            if self._pictured
            else AIR * len(getattr(self.exercise.card.body, "steps", ()))
        )
        return self._replace(extra=max(0.0, min(extra, most)))

    def draw(self, surface: Surface, top: float) -> float:
        """Everything from a height down; gives the height below it."""
        return self._drawn(surface, top)

    def _drawn(self, surface: Surface, top: float) -> float:
        desk, card = self.desk, self.exercise.card
        bottom = self._natural(surface.trial(), top) + self.extra
        badge(desk, surface, card, Point(MARGIN, top + 0.6))
        self._title(surface, top)
        if self._pictured:
            high = min(bottom - top - self._under, MOST)
            stage(surface, desk.setting, card, Box(desk.right, top, desk.page.width - desk.right, high))
        if self._coded:
            self._code(surface, bottom if self._pictured else top + CODE)
        self._words(surface, top, self.extra, titled=False)
        if isinstance(card.body, Movement):
            bottom = details(desk, surface, card.body, bottom)
        return stop_zone(desk, surface, card, bottom + OVER_STOP)

    def _code(self, surface: Surface, bottom: float) -> None:
        """The code that opens the card on a phone, at the right over a height, and a word beside it."""
        desk, box = self.desk, Box(self.desk.page.width - MARGIN - CODE, bottom - CODE, CODE, CODE)
        word = surface.set(desk.say("on_phone"), desk.plain, box.x - desk.right - 2.0)
        with surface.element(Role.PARAGRAPH):
            surface.write(word, box.x - 2.0, box.y + (CODE - word.height) / 2, "right")
        draw(surface, desk.setting, self.exercise.card, box)

    @property
    def _pictured(self) -> bool:
        return self.desk.setting.picture_of(self.exercise.card) is not None

    @property
    def _coded(self) -> bool:
        return is_wanted(self.desk.setting, self.exercise.card)

    @property
    def _under(self) -> float:
        """The room for a code under the picture, millimetres; without one it stands beside title and dose."""
        return CODE + OVER_CODE if self._coded and self._pictured else 0.0

    # The words

    def _box(self, top: float) -> Box:
        """Where title and dose stand: from margin to margin where there is nothing beside them."""
        if self._pictured or self._coded:
            return self.desk.words_of(top)
        return self._across(top)

    def _across(self, top: float) -> Box:
        return Box(TEXT, top, MARGIN + self.desk.width - TEXT, 0.0)

    def _natural(self, trial: Surface, top: float) -> float:
        """The height below the words beside the picture, or below the least of the picture, with nothing to spare."""
        return max(self._words(trial, top, 0.0), top + (LEAST if self._pictured else 0.0) + self._under)

    def _title(self, surface: Surface, top: float) -> float:
        size, box = self.desk.setting.scale.title, self._box(top)
        style = Style(size.size, size.leading, self.desk.setting.theme.ink, Weight.BOLD, -0.15)
        with surface.element(Role.H2):
            return surface.write(surface.set(self.exercise.card.title, style, box.width), box.x, top, field="title")

    def _words(self, surface: Surface, top: float, extra: float, *, titled: bool = True) -> float:
        """Dose, note and steps under the title, with so much more air in them; gives the height below them."""
        desk, card, box = self.desk, self.exercise.card, self._box(top)
        y = self._title(surface if titled else surface.trial(), top) + 0.8
        y = dose_block(desk, surface, self.exercise, box._replace(y=y))
        y += APART if isinstance(card.body, Movement) else 0.0
        if self._coded and not self._pictured:
            y = max(y, top + CODE + OVER_CODE)
        box = box._replace(y=y) if self._pictured else self._across(y)
        gaps = self._column(surface.trial(), box, 0.0).gaps if extra else 0.0
        # Below the last step as much is left as over the first.
        return y + self._column(surface, box, min(extra / (gaps + 1.0), AIR) if gaps else 0.0).y

    def _column(self, surface: Surface, box: Box, air: float) -> Column:
        """How it is done, with so much in each whole gap between its rows, millimetres."""
        column, body = column_in(self.desk, surface, box, air), self.exercise.card.body
        if isinstance(body, Movement):
            how(body, column)
        else:
            rows(self.exercise.card, column)
        return column
