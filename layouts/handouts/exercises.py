"""One exercise of a handout: badge and title, its dose in a line, how it is done, and beside it who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.code import draw, is_wanted
from layouts.column import Column
from layouts.handouts.doses import dose_line
from layouts.handouts.measures import INNER, MARGIN
from layouts.handouts.stages import badge, stage
from layouts.rows import rows
from publisher.geometry import Box, Point
from publisher.model.card import Movement
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface, Window

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from publisher.programmes import Exercise

# The least height of a picture with its ground and captions, millimetres; the most that an exercise gives it.
LEAST, MOST = 46.0, 62.0
# A code is read from paper at arm's length (25 to 30 mm on A4), and stands clear of the captions over it.
CODE, OVER_CODE = 25.0, 2.0


class Row(NamedTuple):
    """An exercise on a page, never split."""

    desk: Desk
    exercise: Exercise

    def height(self) -> float:
        """How high it is, millimetres."""
        return self._drawn(self.desk.surface().trial(), 0.0)

    def draw(self, surface: Surface, top: float) -> float:
        """Everything from a height down; gives the height below it."""
        return self._drawn(surface, top)

    def _drawn(self, surface: Surface, top: float) -> float:
        desk, card = self.desk, self.exercise.card
        words = self._words(surface.trial(), top)
        pictured = desk.setting.picture_of(card) is not None
        coded = CODE + OVER_CODE if is_wanted(desk.setting, card) else 0.0
        bottom = max(words, top + (LEAST if pictured else 0.0) + coded)
        badge(self.desk, surface, card, Point(MARGIN, top + 0.6))
        self._title(surface, top)
        if pictured:
            box = Box(desk.right, top, desk.page.width - desk.right, min(bottom - top - coded, MOST))
            stage(surface, desk.setting, card, box)
        if coded:
            self._code(surface, bottom)
        self._words(surface, top, titled=False)
        return bottom

    def _code(self, surface: Surface, bottom: float) -> None:
        """The code that opens the card on a phone, at the right over a height, and a word beside it."""
        desk, box = self.desk, Box(self.desk.page.width - MARGIN - CODE, bottom - CODE, CODE, CODE)
        word = surface.set(desk.say("on_phone"), desk.plain, box.x - desk.right - 2.0)
        with surface.element(Role.PARAGRAPH):
            surface.write(word, box.x - 2.0, box.y + (CODE - word.height) / 2, "right")
        draw(surface, desk.setting, self.exercise.card, box)

    # The words

    def _title(self, surface: Surface, top: float) -> float:
        size, box = self.desk.setting.scale.title, self.desk.words_of(top)
        style = Style(size.size, size.leading, self.desk.setting.theme.ink, Weight.BOLD, -0.15)
        with surface.element(Role.H2):
            return surface.write(surface.set(self.exercise.card.title, style, box.width), box.x, top, field="title")

    def _words(self, surface: Surface, top: float, *, titled: bool = True) -> float:
        """Dose, note, steps and reasons to stop under the title; gives the height below them."""
        desk, card, box = self.desk, self.exercise.card, self.desk.words_of(top)
        y = self._title(surface if titled else surface.trial(), top) + 0.4
        if isinstance(card.body, Movement):
            y = dose_line(desk, surface, self.exercise, box._replace(y=y)) + 1.0
        elif self.exercise.prescribed.note:
            with surface.element(Role.PARAGRAPH):
                said = surface.set(self.exercise.prescribed.note, desk.plain.bold(), box.width)
                y = surface.write(said, box.x, y, field="note") + 0.8
        # A window whose inner margin lies outside the words: they begin at the edge of the column.
        window = Window(surface, Box(box.x - INNER, y, box.width + 2 * INNER, 0.0))
        column = Column(window, desk.setting, 0.0, 1000.0, 0.0)
        rows(card, column)
        stop = getattr(card.body, "stop_if", ())
        if stop:
            reasons, label = desk.setting.words.stop_if(stop), desk.setting.words.say("card.stop_if")
            column.note("stop_if", "stop", label, reasons, desk.setting.theme.wrong)
        return y + column.y
