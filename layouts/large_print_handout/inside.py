"""What is inside: each exercise with its page, and when to get help, on the first page where that has room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.handouts.measures import MARGIN
from publisher.geometry import Box
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from publisher.typesetting.surface import Surface

# Under the heading, and between two lines, millimetres.
UNDER, BETWEEN = 0.6, 0.8


class Inside(NamedTuple):
    """What stands on which page: the exercises from the page `first` on, the signs of an emergency on another.

    A line each or, where room is short, all `run_in`.
    """

    desk: Desk
    first: int
    signs: int
    run_in: bool = False

    def height(self) -> float:
        """How high it is, millimetres."""
        return self.draw(self.desk.surface().trial(), 0.0)

    def draw(self, surface: Surface, top: float) -> float:
        """From a height down; gives the height below it."""
        desk = self.desk
        if self.run_in:
            spans = [Span(desk.say("run_in", heading=desk.say("inside")), Weight.BOLD), WORD_SPACE]
            spans.append(Span(f"{desk.say('between_sources').join(self._lines())}.", Weight.REGULAR))
            with surface.element(Role.PARAGRAPH):
                return surface.write(surface.set(spans, desk.plain, desk.width), MARGIN, top, field="inside")
        with surface.element(Role.H2):
            y = surface.write(surface.set(desk.say("inside"), desk.heading, desk.width), MARGIN, top) + UNDER
        with surface.element(Role.LIST):
            for line in self._lines():
                y = self._item(surface, line, Box(MARGIN, y, desk.width, 0.0)) + BETWEEN
        return y

    def _item(self, surface: Surface, line: str, box: Box) -> float:
        with surface.element(Role.ITEM), surface.element(Role.ITEM_BODY):
            block = surface.set(line, self.desk.plain, box.width)
            return surface.write(block, box.x, box.y, field="inside")

    def _lines(self) -> list[str]:
        desk, exercises = self.desk, self.desk.handout.exercises
        titles = [(str(exercise.card.title), page) for page, exercise in enumerate(exercises, self.first)]
        titles.append((desk.say("inside_help"), self.signs))
        return [desk.say("inside_page", title=title, n=page) for title, page in titles]
