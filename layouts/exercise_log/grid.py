"""The grid of a log: a row an exercise, a box a day, four weeks side by side; under it pain, and room to write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from layouts.courses import HAIRLINE
from layouts.handouts.measures import MARGIN
from layouts.signs import rule
from publisher.drawing import Mark, Stroke, ellipse, rectangle
from publisher.geometry import Box, Point, mm
from publisher.model.card import Movement
from publisher.model.dose import Range
from publisher.model.plan import Day
from publisher.programme_words import dosed_in_short, given_said, note_from, weeks_asked
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.handouts.desk import Desk
    from publisher.colour import Colour
    from publisher.programmes import Exercise
    from publisher.typesetting.lines import Block, Style
    from publisher.typesetting.surface import Surface

# The most weeks; how far the days of one stand apart, and two weeks; the side of a box, millimetres.
WEEKS, PITCH, BETWEEN, BOX = 4, 6.7, 2.2, 6.2
# How wide the column is that says how often, where one is needed; the air before the boxes, millimetres.
OFTEN, BEFORE = 15.0, 3.0
# Inside a row over and under its words, its least height, and the height of a box for a number, millimetres.
PAD, LEAST, NUMBER = 1.1, 8.4, 8.0
# Where rows are many: less air, and lines closer together, as a multiple of the size.
CLOSE, CLOSER = 0.5, 1.1
# Lines to write on are so far apart; there are at least so many, unless rows need their room, and at the most.
LINES, FEWEST, MOST = 9.0, 2, 6
# A day on which nothing is asked, as a dot; millimetres.
DOT = 0.7


class Label(NamedTuple):
    """What stands before the boxes of an exercise: title and dose; under the row what was said to this person."""

    desk: Desk
    exercise: Exercise
    often: bool
    close: bool = False

    @property
    def pad(self) -> float:
        """The air over and under the words, millimetres."""
        return CLOSE if self.close else PAD

    def beside(self) -> tuple[Block, Block | None]:
        """Title, and the dose below it without how often a week: that has a column, or is said once for all."""
        desk, surface = self.desk, self.desk.surface()
        width = width_of(desk, often=self.often)
        title = surface.set(self.exercise.card.title, self._style.bold(), width)
        dose, _ = dosed_in_short(desk.setting.words, without_days(self.exercise))
        return title, surface.set(dose, self._style, width) if dose else None

    def below(self) -> Block | None:
        """Side, days, dates and note, each behind its label, from margin to margin."""
        words, given = self.desk.setting.words, self.exercise.prescribed
        # The dose tells the load, and boxes how often; days that were named are told to who cannot see them, too.
        said = [(label, f"{text}.") for label, text in given_said(words, without_load(self.exercise), days=False)]
        note = note_from(words, self.desk.handout, given)
        said += [note] if note else []
        spans: list[Span] = []
        for label, text in said:
            spans += [Span(label, Weight.BOLD), WORD_SPACE, Span(text, Weight.REGULAR), WORD_SPACE]
        return self.desk.surface().set(spans[:-1], self._style, self.desk.width) if spans else None

    def row(self) -> float:
        """How high the boxes with the words before them are, millimetres."""
        title, dose = self.beside()
        return max(LEAST, title.height + (dose.height if dose else 0.0) + 2 * self.pad)

    def height(self) -> float:
        """How high all of it is, millimetres."""
        below = self.below()
        return self.row() + (below.height + self.pad if below else 0.0)

    @property
    def _style(self) -> Style:
        plain = self.desk.plain
        return plain.at(plain.size, CLOSER * plain.size) if self.close else plain


def often(exercise: Exercise) -> Range | None:
    """On how many days a week an exercise is done; None for what is only read, and where nothing is said."""
    body = exercise.card.body
    return body.dose.days_a_week if isinstance(body, Movement) else None


def without_days(exercise: Exercise) -> Exercise:
    """The exercise without how many days a week."""
    body = exercise.card.body
    if not isinstance(body, Movement):
        return exercise
    card = replace(exercise.card, body=body._replace(dose=body.dose._replace(days_a_week=None)))
    return exercise._replace(card=card)


def weeks_of(desk: Desk) -> int:
    """How many weeks stand side by side: four, or fewer where all ends sooner."""
    return min(weeks_asked(desk.handout) or WEEKS, WEEKS)


def without_load(exercise: Exercise) -> Exercise:
    """The exercise without its load."""
    body = exercise.card.body
    if not isinstance(body, Movement):
        return exercise
    card = replace(exercise.card, body=body._replace(dose=body.dose._replace(load=None)))
    return exercise._replace(card=card)


def width_of(desk: Desk, *, often: bool) -> float:
    """What the boxes, and the column that says how `often`, leave the words before them, millimetres."""
    weeks = weeks_of(desk)
    boxes = weeks * len(Day) * PITCH + (weeks - 1) * BETWEEN + BEFORE
    return desk.width - boxes - (OFTEN + BEFORE if often else 0.0)


def aim_of(desk: Desk) -> str:
    """How many ticks a week to aim for, if that is the same for all that is done; else nothing."""
    spans = {often(each) for each in desk.handout.exercises if isinstance(each.card.body, Movement)}
    if len(spans) != 1 or None in spans:
        return ""
    [span] = spans
    return desk.say("aim.ticks", ticks=desk.setting.words.counted(span, "ticks_a_week")) if span else ""


class Grid(NamedTuple):
    """The grid of one page. Pain is asked for once a day: on the first page of a log."""

    desk: Desk
    surface: Surface
    labels: Sequence[Label]
    pain: bool = True

    def least(self, lines: int = FEWEST) -> float:
        """How much the grid takes beside its rows, millimetres: how to use it, its head, pain, and so many lines."""
        pain = NUMBER + 2 * PAD if self.pain else 0.0
        return self._how(self.surface.trial(), 0.0) + self._head_height() + pain + lines * LINES + 2.0

    def draw(self, top: float, bottom: float) -> None:
        """From a height to another: what is free below the rows is for writing."""
        y = self._how(self.surface, top)
        heads, rows = y, y + self._head_height()
        if self._often:
            self._said_how_often(heads)
        ends = self._labels(rows)
        pain = ends[-1] if ends else rows
        notes = self._said("pain", pain, NUMBER + 2 * PAD) if self.pain else pain
        lines = min(MOST, int((bottom - notes - 2.0) / LINES))
        whole = Box(self._left, heads, self._right - self._left, notes - heads)
        alt = self.desk.say(
            "log.alt" if self.pain else "log.alt_more",
            n=self._count(),
            weeks=self._counted(weeks_of(self.desk), "weeks"),
        )
        with self.surface.element(Role.FIGURE, alt=alt, box=whole):
            self._heads(heads)
            for label, top_of_row in zip(self.labels, [rows, *ends], strict=False):
                self._boxes(label, top_of_row, top_of_row + label.row())
            if self.pain:
                self._numbers(pain + PAD)
        self._lines(notes, lines)

    # Words

    def _how(self, surface: Surface, top: float) -> float:
        """One line on how to use it and how often; a second where some days are not asked for."""
        desk, spans = self.desk, [Span(self.desk.say("log.how"), Weight.REGULAR)]
        if aim := aim_of(desk):
            spans += [WORD_SPACE, Span(aim, Weight.BOLD)]
        if any(exercise.prescribed.days for exercise in desk.handout.exercises):
            spans += [WORD_SPACE, Span(desk.say("log.skip"), Weight.REGULAR)]
        with surface.element(Role.PARAGRAPH):
            return surface.write(surface.set(spans, desk.plain, desk.width), MARGIN, top, field="how") + 1.5

    def _said_how_often(self, top: float) -> None:
        """The head of the column that says how often, in two lines."""
        block = self.surface.set(self.desk.say("log.often"), self._bold, OFTEN)
        with self.surface.element(Role.PARAGRAPH):
            self.surface.write(block, self._left - BEFORE - OFTEN, top, field="often")

    def _labels(self, top: float) -> list[float]:
        """The words of all rows, with a thin rule above each; gives where the rows end."""
        y, ends = top, []
        with self.surface.element(Role.LIST):
            for label in self.labels:
                self._rule(y)
                with self.surface.element(Role.ITEM), self.surface.element(Role.ITEM_BODY):
                    self._words(label, y)
                y += label.height()
                ends.append(y)
        return ends

    def _words(self, label: Label, top: float) -> None:
        """Title and dose before the boxes, how often, and below them what was said to this person."""
        title, dose = label.beside()
        y = self.surface.write(title, MARGIN, top + label.pad, field="title")
        if dose:
            self.surface.write(dose, MARGIN, y, field="dose")
        span = often(label.exercise) if label.often else None
        if span is not None:
            said = self.surface.set(self.desk.setting.words.span(span), self.desk.plain, OFTEN)
            middle = top + (label.row() - said.height) / 2
            self.surface.write(said, self._left - BEFORE - OFTEN, middle, field="often")
        if below := label.below():
            self.surface.write(below, MARGIN, top + label.row(), field="note")

    def _said(self, name: str, top: float, height: float) -> float:
        """What a row below the exercises is for; gives the height below it."""
        self._rule(top)
        block = self.surface.set(self.desk.say(f"log.{name}"), self._bold, width_of(self.desk, often=self._often))
        with self.surface.element(Role.PARAGRAPH):
            self.surface.write(block, MARGIN, top + (height - block.height) / 2, field=name)
        return top + height

    def _count(self) -> str:
        return self._counted(len(self.labels), "exercises")

    def _counted(self, count: int, unit: str) -> str:
        return self.desk.setting.words.counted(Range(count, count), unit)

    # Lines and boxes

    @property
    def _often(self) -> bool:
        return any(label.often for label in self.labels)

    @property
    def _bold(self) -> Style:
        return self.desk.plain.bold()

    @property
    def _left(self) -> float:
        weeks = weeks_of(self.desk)
        return self._right - weeks * len(Day) * PITCH - (weeks - 1) * BETWEEN

    @property
    def _right(self) -> float:
        return MARGIN + self.desk.width

    def _weeks(self) -> Iterator[float]:
        """Where each week begins."""
        return (self._left + week * (len(Day) * PITCH + BETWEEN) for week in range(weeks_of(self.desk)))

    def _head_height(self) -> float:
        return 2 * mm(self.desk.plain.leading) + 0.8

    def _heads(self, top: float) -> None:
        """The number of each week with a line for its first day, and below it the letters of the days."""
        lead, words, surface = mm(self.desk.plain.leading), self.desk.setting.words, self.surface
        for number, x in enumerate(self._weeks(), 1):
            wide = surface.label(self.desk.say("log.week", n=number), self._bold, Point(x + 0.5, top + 0.75 * lead))
            rule(surface, Box(x + wide + 2.0, top + 0.8 * lead, len(Day) * PITCH - wide - 3.0, HAIRLINE), self._ink)
            for place, day in enumerate(Day):
                at = Point(x + (place + 0.5) * PITCH, top + 1.75 * lead)
                surface.label(words.say(f"weekdays.letters.{day.value}"), self.desk.plain, at, align="centre")

    def _boxes(self, label: Label, top: float, bottom: float) -> None:
        """A box a day; a dot on days on which the exercise is not asked for."""
        asked, middle = label.exercise.prescribed.days or tuple(Day), (top + bottom) / 2
        for x in self._weeks():
            for place, day in enumerate(Day):
                centre = Point(x + (place + 0.5) * PITCH, middle)
                if day in asked:
                    self._box(Box(centre.x - BOX / 2, middle - BOX / 2, BOX, BOX))
                else:
                    self.surface.paint(Mark(ellipse(centre, DOT), fill=self._ink))

    def _numbers(self, top: float) -> None:
        """A box a day to write a number into."""
        for x in self._weeks():
            for place in range(len(Day)):
                self._box(Box(x + (place + 0.5) * PITCH - BOX / 2, top, BOX, NUMBER))

    def _lines(self, top: float, lines: int) -> None:
        """Lines to write on, week by week; the rule under the grid alone where there are none."""
        self._rule(top)
        if lines < 1:
            return
        with self.surface.element(Role.PARAGRAPH):
            self.surface.write(self.surface.set(self.desk.say("log.notes"), self._bold, 60.0), MARGIN, top + PAD + 2.0)
        with self.surface.artifact():
            for x in self._weeks():
                for line in range(1, lines + 1):
                    rule(self.surface, Box(x + 0.4, top + line * LINES, len(Day) * PITCH - 0.8, HAIRLINE), self._ink)

    def _box(self, box: Box) -> None:
        self.surface.paint(Mark(rectangle(box), stroke=Stroke(self._ink, 1.5 * HAIRLINE)))

    def _rule(self, y: float) -> None:
        with self.surface.artifact():
            rule(self.surface, Box(MARGIN, y - HAIRLINE / 2, self.desk.width, HAIRLINE), self._ink)

    @property
    def _ink(self) -> Colour:
        return self.desk.setting.theme.ink
