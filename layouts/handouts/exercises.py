"""One exercise of a handout: badge and title, its dose in a line, how it is done, and beside it who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.blocks import tab_sign
from layouts.column import Column
from layouts.ground import flat, sloping
from layouts.handouts.doses import dose_line
from layouts.handouts.measures import BADGE_HEIGHT, BADGE_WIDTH, INNER, MARGIN
from layouts.hills import fall, runners
from layouts.pictures import ledge_height, line_weight, show, tie, ties
from layouts.rows import rows
from layouts.signs import icon
from layouts.standing import arranged
from publisher.colour import WHITE
from publisher.drawing import Mark, rectangle
from publisher.geometry import Box, Point, mm
from publisher.model.card import Movement
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface, Window

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from publisher.figures.illustration import Illustration
    from publisher.model.card import Card
    from publisher.programmes import Exercise

# The least height of a picture with its ground and captions, millimetres; the most that an exercise gives it.
LEAST, MOST = 46.0, 62.0


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
        bottom = max(words, top + LEAST) if pictured else words
        self._badge(surface, top)
        self._title(surface, top)
        if pictured:
            self._picture(surface, Box(desk.right, top, desk.page.width - desk.right, min(bottom - top, MOST)))
        self._words(surface, top, titled=False)
        return bottom

    # The words

    def _badge(self, surface: Surface, top: float) -> None:
        """Icon and number of the card, as on its tab."""
        setting, card = self.desk.setting, self.exercise.card
        sign, main = tab_sign(card, setting)
        box = Box(MARGIN, top + 0.6, BADGE_WIDTH, BADGE_HEIGHT)
        with surface.artifact():
            surface.paint(Mark(rectangle(box, 0.9), fill=main))
            side = setting.scale.tab_icon
            icon(surface, setting, sign, Box(box.x + (box.width - side) / 2, box.y + 1.4, side, side), WHITE, main)
            style = Style(setting.scale.tab_number, setting.scale.tab_number, WHITE, Weight.BOLD)
            at = Point(box.x + box.width / 2, box.bottom - 1.9)
            surface.label(setting.words.number_of(card), style, at, align="centre")

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

    # The picture

    def _picture(self, surface: Surface, box: Box) -> None:
        """Whoever shows it, on a ground that runs off the page, from the top of a box to its foot."""
        desk, card = self.desk, self.exercise.card
        picture = desk.setting.picture_of(card)
        if picture is None:
            return
        # Nothing that is needed stands within 8 mm of the edge of an office page.
        window = Window(surface, Box(box.x - 1.5, box.y, box.width - 3.5, box.height))
        if isinstance(card.body, Movement):
            self._movement(surface, window, card, picture, box)
        else:
            self._runner(surface, window, card, picture, box)

    def _movement(self, surface: Surface, window: Window, card: Card, picture: Illustration, box: Box) -> None:
        setting, scale = self.desk.setting, self.desk.setting.scale
        body = card.body
        if not isinstance(body, Movement):
            return
        # Where a row says how to breathe, the words under the picture have more air without.
        spoken = body.breathing is not None and not setting.leaves_out("breathing")
        tied = [
            one and (one._replace(breath="") if spoken else one)
            for one in ties(picture, body.steps, setting, body.dose)
        ]
        under = scale.stratum + (2.2 + mm(scale.caption.leading) if any(tied) else 0.5)
        ground = box.height - under
        colours = setting.colours(card)
        with surface.artifact():
            earth = Box(box.x, box.y + ground, box.width + 3, scale.stratum)
            surface.paint(*flat(card.group, earth, scale.stratum, (colours.main, WHITE), 0.6))
        room = Box(scale.margin, 0.5, window.trim.width - 2 * scale.margin, ground - 0.75)
        standing = arranged(picture.frames, room, window.trim.width, 2.0, ledge_height(setting))
        show(window, standing, card.picture.alt if card.picture else "", line_weight(window))
        tie(window, setting, standing, tied)

    def _runner(self, surface: Surface, window: Window, card: Card, picture: Illustration, box: Box) -> None:
        """Right beside wrong on a hill, or somebody on level ground; there is nothing to count."""
        setting, scale, colours = self.desk.setting, self.desk.setting.scale, self.desk.setting.colours(card)
        drop = fall(picture)
        middle = box.height - scale.stratum - 0.5 - drop * box.width / 2
        with surface.artifact():
            whole = Box(box.x, box.y, box.width + 3, box.height)
            through = Point(box.x - 1.5 + window.trim.width / 2, box.y + middle)
            marks = (
                sloping(card.group, whole, through, scale.stratum, (colours.main, WHITE), 0.6, picture.slope)
                if picture.slope
                else flat(
                    card.group,
                    whole._replace(y=box.y + middle, height=scale.stratum),
                    scale.stratum,
                    (colours.main, WHITE),
                    0.6,
                )
            )
            surface.paint(*marks)
        runners(card, picture, setting, window, 0.0, middle)
