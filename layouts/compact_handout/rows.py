"""One exercise in a row: badge, title and dose, its steps within lines, and a small picture beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from layouts.compact_handout.stops import reasons_of
from layouts.handouts.flow import Flow
from layouts.handouts.measures import BADGE_HEIGHT, MARGIN, TEXT
from layouts.handouts.stages import badge, stage
from layouts.hills import fall
from publisher.geometry import Box, Point, mm
from publisher.model.card import FormCue, FormFault, Movement
from publisher.programme_words import dosed_in_short, times_said
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Span, Style

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from layouts.setting import Setting
    from publisher.programmes import Exercise
    from publisher.typesetting.surface import Surface

# How much of the right side pictures have, the least and the most height of one, and that of a hill, millimetres.
FIGURE, LEAST, MOST, HILL = 50.0, 24.0, 30.0, 38.0
# The unit of a picture, as the margin of a poker card: a numeral in its discs is 10 points high.
UNIT = 5.2
# Size and leading of a title, points.
TITLE = (15.0, 18.0)
# Between a title and the dose beside it, millimetres.
BESIDE = 4.0


class Row(NamedTuple):
    """An exercise on a page, never split. `once` are reasons to stop that the page tells for all of them."""

    desk: Desk
    exercise: Exercise
    once: tuple[str, ...]

    def height(self) -> float:
        """How high it is, millimetres."""
        return self._height(self._words(self.desk.surface().trial(), 0.0))

    def _height(self, words: float) -> float:
        return max(words, BADGE_HEIGHT, self._least)

    @property
    def _least(self) -> float:
        """The height that a picture needs: somebody on a hill more, and the steeper the more."""
        picture = self.desk.setting.picture_of(self.exercise.card)
        if picture is None or not picture.slope:
            return 0.0 if picture is None else LEAST
        return HILL + max(0.0, fall(picture) - fall(None)) * FIGURE

    def draw(self, surface: Surface, top: float) -> float:
        """Everything from a height down; gives the height below it."""
        desk, card = self.desk, self.exercise.card
        high = self.height()
        badge(desk, surface, card, Point(MARGIN, top + 0.6))
        self._words(surface, top)
        x = desk.page.width - FIGURE
        stage(surface, small(desk.setting), card, Box(x, top, FIGURE, min(high, max(MOST, self._least))))
        return top + high

    @property
    def _width(self) -> float:
        pictured = self.desk.setting.picture_of(self.exercise.card) is not None
        return (self.desk.page.width - FIGURE - 2.0 if pictured else MARGIN + self.desk.width) - TEXT

    def _words(self, surface: Surface, top: float) -> float:
        """All words; gives the height below them."""
        desk, words, box = self.desk, self.desk.setting.words, Box(TEXT, top, self._width, 0.0)
        dose, notes = dosed_in_short(words, self.exercise)
        y, said = self._head(surface, box, dose)
        flow = Flow(desk, surface, box._replace(y=y + 0.3))
        own = times_said(words, self.exercise.prescribed)
        flow.said([Span(text, Weight.BOLD) for text in ("" if said or not dose else f"{dose}.", own) if text])
        flow.said([Span(notes, Weight.REGULAR)] if notes else [])
        self._how(flow)
        return flow.bottom

    def _head(self, surface: Surface, box: Box, dose: str) -> tuple[float, bool]:
        """Title, and the dose beside it; gives the height below them, and whether the dose found room there."""
        desk = self.desk
        style = Style(*TITLE, desk.setting.theme.ink, Weight.BOLD, -0.15)
        title = surface.set(self.exercise.card.title, style, box.width)
        with surface.element(Role.H2):
            y = surface.write(title, box.x, box.y, field="title")
        bold, x = desk.plain.bold(), box.x + title.width + BESIDE
        fits = len(title.lines) == 1 and x + surface.set(dose, bold, 1000.0).width <= box.right
        if dose and fits:
            baseline = box.y + mm((style.leading + CAP_HEIGHT * style.size) / 2)
            with surface.element(Role.PARAGRAPH):
                surface.label(dose, bold, Point(x, baseline))
        return y, fits

    def _how(self, flow: Flow) -> None:
        """Where to begin if no picture shows it, the steps, and reasons to stop that the page does not tell."""
        setting, card = self.desk.setting, self.exercise.card
        words, body = setting.words, card.body
        if isinstance(body, Movement) and setting.picture_of(card) is None:
            flow.note("start", words.say("card.start"), body.start)
        if isinstance(body, Movement | FormCue | FormFault):
            flow.steps([step.text for step in body.steps])
        else:
            flow.note("fix", "", card.purpose)
        for said in getattr(body, "precautions", ()):
            flow.note("urgent", words.say("card.precaution"), said)
        more = [reason for reason in reasons_of(card) if reason not in self.once]
        if more:
            flow.note("stop", words.say("card.stop_if"), words.stop_if(more), setting.theme.wrong)


def small(setting: Setting) -> Setting:
    """The setting of a small picture."""
    if setting.stock is None:
        return setting
    name = str(setting.stock.type)
    scales = {**setting.theme.scales, name: setting.scale._replace(margin=UNIT, stratum=2.4)}
    return replace(setting, theme=setting.theme._replace(scales=scales))
