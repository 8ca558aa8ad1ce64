"""One exercise in a row: code and title, the dose always at one place, start and steps line by line, and a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from layouts.compact_handout.stops import own
from layouts.courses import HAIRLINE
from layouts.handouts.doses import figures, labelled, note_line
from layouts.handouts.measures import BADGE_HEIGHT, MARGIN, TEXT
from layouts.handouts.movement import column_in
from layouts.handouts.stages import badge, stage
from layouts.hills import fall
from layouts.signs import rule
from layouts.standing import is_low
from publisher.geometry import Box, Point, mm
from publisher.model.card import Advice, FormCue, FormFault, Movement
from publisher.model.theme import TypeSize
from publisher.programme_words import given_said
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Style

if TYPE_CHECKING:
    from layouts.column import Column
    from layouts.handouts.desk import Desk
    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.model.dose import Dose, Range
    from publisher.model.theme import TypeScale
    from publisher.programmes import Exercise
    from publisher.typesetting.surface import Surface

# How much of the right side pictures have; the least and the most height of one, and that of a hill, millimetres.
FIGURE, LEAST, MOST, HILL = 65.0, 22.4, 52.0, 38.0
# What somebody who lies is given of the right side, where words leave it, millimetres: the widest first.
LYING = (95.0, 87.0, 80.0, 72.0)
# Where the dose stands, as a share of the way from the title to the picture.
DOSED = 0.452
# Between words and a picture, and between a title and its dose; over a row and under its head, millimetres.
BESIDE, OVER, UNDER = 2.0, 0.9, 0.1
# Between two figures of a dose, millimetres.
NEAR = 3.6
# Between two lines of one row at the most, where a page has room, millimetres.
AIR = 2.2
# The ground of a hill, millimetres.
THIN = 2.4
# The size of title and dose as multiples of the body, and from line to line.
TITLE, DOSE, LINES = 1.2, 1.45, 1.6


class Row(NamedTuple):
    """An exercise on a page, never split.

    `days` is how often a week all are done, where the page says it for all of them; `extra` is the spare height that
    its picture and lines take, millimetres.
    """

    desk: Desk
    exercise: Exercise
    days: Range | None = None
    extra: float = 0.0

    def height(self) -> float:
        """How high it is, millimetres."""
        return self._natural(0.0) + self.extra

    def grown(self, extra: float) -> Row:
        """The same with a larger picture, at the most so many millimetres higher."""
        lines = len(getattr(self.exercise.card.body, "steps", ())) + 1
        most = MOST - self._natural(0.0) if self._pictured else AIR * lines
        return self._replace(extra=max(0.0, min(extra, most)))

    def draw(self, surface: Surface, top: float) -> float:
        """Everything from a height down; gives the height below it."""
        desk, card, bottom = self.desk, self.exercise.card, self._natural(top) + self.extra
        with surface.artifact():
            rule(surface, Box(MARGIN, top, desk.width, HAIRLINE), desk.setting.theme.ink)
        badge(desk, surface, card, Point(MARGIN, top + OVER + 0.6))
        wide = self._figure()
        self._words(surface, top, self.extra, wide)
        if self._pictured:
            high = min(bottom - top - OVER, MOST)
            stage(surface, small(desk.setting, card), card, Box(desk.page.width - wide, top + OVER, wide, high))
        return bottom

    @property
    def _pictured(self) -> bool:
        return self.desk.setting.picture_of(self.exercise.card) is not None

    def _natural(self, top: float) -> float:
        """The height below it with nothing to spare: somebody on a hill needs more, and the steeper the more."""
        words = self._words(self.desk.surface().trial(), top, 0.0)
        picture, least = self.desk.setting.picture_of(self.exercise.card), BADGE_HEIGHT
        if picture is not None:
            steep = max(0.0, fall(picture) - fall(None)) * FIGURE
            told = isinstance(self.exercise.card.body, Advice)
            least = HILL + steep if picture.slope or told else LEAST
        return max(words, top + OVER + least)

    # The words

    def _words(self, surface: Surface, top: float, extra: float, figure: float = FIGURE) -> float:
        """All words beside a picture so wide, with so much more air between them; gives the height below them."""
        box = Box(TEXT, top + OVER, self._width(figure), 0.0)
        y = self._head(surface, box)
        y = self._notes(surface, box._replace(y=y))
        box = box._replace(y=y + UNDER)
        gaps = self._how(column_in(self.desk, surface.trial(), box)).gaps
        air = min(extra / gaps, AIR / 0.45) if gaps else 0.0
        return box.y + self._how(column_in(self.desk, surface, box, air)).y

    def _width(self, figure: float) -> float:
        desk = self.desk
        return (desk.page.width - figure - BESIDE if self._pictured else MARGIN + desk.width) - TEXT

    def _figure(self) -> float:
        """How wide the picture is: who lies has all the width that the words leave in as many lines."""
        picture = self.desk.setting.picture_of(self.exercise.card)
        if picture is None or picture.slope or not all(map(is_low, picture.frames)):
            return FIGURE
        trial = self.desk.surface().trial()
        lowest = self._words(trial, 0.0, 0.0)
        return next((wide for wide in LYING if self._words(trial, 0.0, 0.0, wide) <= lowest), FIGURE)

    def _head(self, surface: Surface, box: Box) -> float:
        """The title, and the dose behind it at one place in all rows; gives the height below both."""
        desk, body = self.desk, self.exercise.card.body
        dose = body.dose._replace(days_a_week=None) if isinstance(body, Movement) else None
        shown = desk.setting.words.dose_strip(dose) if dose else ()
        at = box.x + DOSED * (desk.page.width - FIGURE - TEXT)
        scale = desk.setting.scale
        style = Style(scale.title.size, scale.title.leading, desk.setting.theme.ink, Weight.BOLD, -0.15)
        title = surface.set(self.exercise.card.title, style, (at - box.x if shown else box.width) - BESIDE)
        # Title and dose stand on one line.
        lower = mm(CAP_HEIGHT * (scale.dose.size - scale.title.size)) / 2 if shown else 0.0
        with surface.element(Role.H2):
            y = surface.write(title, box.x, box.y + lower, field="title")
        # Without a picture words end at the margin; nothing of a dose stands beyond it.
        right = box.right + (BESIDE if self._pictured else 0.0)
        return max(y, figures(desk, surface, shown, Box(at, box.y, right - at, 0.0), NEAR)) if shown else y

    def _notes(self, surface: Surface, box: Box) -> float:
        """Side, load and days, what else the figures leave unsaid, then a note; gives the height below them."""
        desk, words, body = self.desk, self.desk.setting.words, self.exercise.card.body
        said = given_said(words, self.exercise, days=self.days is None, pictured=self._pictured)
        if isinstance(body, Movement):
            notes = words.dose_notes(self._shorter(body.dose)._replace(days_a_week=None, load=None))
            said += [("", notes)] if notes else []
        y = labelled(desk, surface, said, box)
        return note_line(desk, surface, self.exercise, box._replace(y=y))

    def _shorter(self, dose: Dose) -> Dose:
        """Without the rest, which the last step tells, and where room is short without the tempo of the card."""
        given, dose = self.exercise.prescribed.dose, dose._replace(rest=None)
        if not self.desk.setting.leaves_out("tempo"):
            return dose
        return dose._replace(tempo=given.tempo and dose.tempo)

    def _how(self, column: Column) -> Column:
        """Where to begin, what to take care of, the steps, and reasons to stop that are no other exercise's."""
        setting, card = self.desk.setting, self.exercise.card
        if setting.leaves_out("sets"):
            card = self.exercise.short or card
        words, body = setting.words, card.body
        if isinstance(body, Movement):
            # Where no picture shows the start, no row goes without it.
            column.note("start" if self._pictured else "begin", "start", words.say("card.start"), body.start)
        for said in getattr(body, "precautions", ()):
            column.note("precautions", "urgent", words.say("card.precaution"), said)
        if isinstance(body, Movement | FormCue | FormFault):
            column.steps(body.steps)
        else:
            for said in body.lines if isinstance(body, Advice) else (card.purpose,):
                column.note("purpose", "fix", "", said)
        if reasons := own(card):
            column.note("stop_if", "stop", words.say("card.stop_if"), words.stop_if(reasons), setting.theme.wrong)
        return column


def in_rows(desk: Desk) -> Desk:
    """The desk with title and dose in the size of a row."""
    lead = LINES * desk.body
    title, dose = TypeSize(TITLE * desk.body, lead), TypeSize(DOSE * desk.body, lead)
    return desk._replace(setting=_rescaled(desk.setting, desk.setting.scale._replace(title=title, dose=dose)))


def small(setting: Setting, card: Card) -> Setting:
    """The setting of a small picture: a level ground is a line, and a hill is thin."""
    stratum = 0.0 if isinstance(card.body, Movement) else THIN
    return _rescaled(setting, setting.scale._replace(stratum=stratum))


def _rescaled(setting: Setting, scale: TypeScale) -> Setting:
    name = str(setting.stock.type) if setting.stock else "card"
    return replace(setting, theme=setting.theme._replace(scales={**setting.theme.scales, name: scale}))
