"""The sessions of a plan in words: their signs, how their doses grow, and which cards they hold."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from layouts.setting import GROUP_ICONS, Setting
from layouts.signs import icon, rule
from publisher.geometry import Box, mm
from publisher.model.card import Group, Movement
from publisher.model.dose import Range
from publisher.plan_words import change_said, dose_said, minutes_said, weeks_said
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.card import Card
    from publisher.model.plan import Session
    from publisher.plans import Course
    from publisher.typesetting.lines import Style
    from publisher.typesetting.surface import Surface

# Between the columns of a table, millimetres.
BETWEEN = 3.0
HAIRLINE = 0.24


def sign_of(session: Session) -> str:
    """The icon of a session: that of its group, but a run on the flat shows no slope, and the moon is for rest days."""
    if session.run is not None and session.run.downhill is None:
        return "flat"
    return "repeat" if session.group is Group.RECOVERY else GROUP_ICONS[session.group]


def signed(surface: Surface, setting: Setting, session: Session, style: Style, box: Box) -> None:
    """The icon of a session beside a line of that style, at the left of a box."""
    side = mm(style.size) * 1.1
    with surface.artifact():
        where = Box(box.x, box.y + (mm(style.leading) - side) / 2, side, side)
        icon(surface, setting, sign_of(session), where, setting.theme.groups[session.group].main)


def indent(style: Style) -> float:
    """From an icon to its words, millimetres."""
    return mm(style.size) * 1.1 + 0.35 * mm(style.leading)


def in_short(surface: Surface, setting: Setting, course: Course, style: Style, box: Box) -> float:
    """A session in a line: its name, its minutes, and how many of them lead downhill; gives the height below it."""
    words = setting.words
    spans = [Span(course.session.name, Weight.BOLD), Span(words.say("comma"), Weight.REGULAR)]
    spans.append(Span(minutes_said(words, course.minutes), Weight.REGULAR))
    if any(course.downhill):
        downhill = words.span(Range(min(course.downhill), max(course.downhill)))
        spans.append(Span(words.say("comma") + words.say("plan.of_them", n=downhill), Weight.REGULAR))
    block = surface.set(spans, style, box.width - indent(style))
    with surface.element(Role.PARAGRAPH):
        signed(surface, setting, course.session, style, box)
        return surface.write(block, box.x + indent(style), box.y, field="name")


class Numbers(NamedTuple):
    """The doses of a session as a table: its exercises by the weeks.

    A short one says what changes from weeks to weeks, and no minutes.
    """

    surface: Surface
    setting: Setting
    course: Course
    style: Style
    box: Box
    short: bool = False
    widths: tuple[float, ...] = ()

    def fitted(self) -> Numbers:
        """Columns of weeks as wide as their words, in what the box leaves beside the exercises."""
        bold = self.style.bold()
        columns = zip(*self._heads(), *self._said(), strict=True)
        widths = (max(self.surface.set(text, bold, 200).width for text in column) for column in columns)
        return self._replace(widths=tuple(widths))

    def draw(self) -> float:
        """The table; gives the height below it."""
        with self.surface.element(Role.TABLE):
            y = self._head()
            for title, said in zip(self._titles(), self._said(), strict=True):
                y = self._row(title, said, y)
        return y

    def _heads(self) -> tuple[list[str], list[str]]:
        """Weeks, and minutes under them."""
        words, stages = self.setting.words, self.course.stages
        weeks = [weeks_said(words, stage.weeks) for stage in stages]
        blank = [""] * len(stages)
        if self.short:
            return [weeks[0], *(words.span(Range(*stage.weeks)) for stage in stages[1:])], blank
        if self.course.session.run is not None:
            return weeks, blank
        return weeks, [words.say("plan.minutes", n=stage.minutes) for stage in stages]

    def _titles(self) -> list[str]:
        """What each row is about: an exercise, or the minutes of a run."""
        if self.course.session.run is None:
            return [self._titled(card) for card in self.course.exercises]
        down = ["plan.downhill_head"] if any(self.course.downhill) else []
        return [self.setting.words.say(path) for path in ("plan.in_all", *down)]

    def _titled(self, card: Card) -> str:
        """An exercise with the number of its card and its sides; a short table only names it."""
        words = self.setting.words
        if self.short or not isinstance(card.body, Movement):
            return str(card.title)
        each = words.say(f"dose.each.{card.body.dose.sides.value}").strip()
        titled = words.say("plan.numbered", number=words.number_of(card), title=card.title)
        return words.say("plan.qualified", name=titled, more=each) if each else titled

    def _said(self) -> list[list[str]]:
        """What stands in each row, stage by stage."""
        if self.course.session.run is None:
            return [
                [self._dose(row, at) for at in range(len(self.course.stages))]
                for row in range(len(self.course.exercises))
            ]
        rows = [self.course.minutes, *([self.course.downhill] if any(self.course.downhill) else [])]
        return [[self.setting.words.say("plan.minutes", n=minutes) for minutes in row] for row in rows]

    def _dose(self, row: int, at: int) -> str:
        words, stages = self.setting.words, self.course.stages
        if at and self.short:
            return change_said(words, stages[at - 1].doses[row], stages[at].doses[row])
        return dose_said(words, stages[at].doses[row])

    @property
    def _first(self) -> float:
        return self.box.width - sum(self.widths) - BETWEEN * len(self.widths)

    def _starts(self) -> Iterator[float]:
        return accumulate((width + BETWEEN for width in self.widths[:-1]), initial=self.box.x + self._first + BETWEEN)

    def _head(self) -> float:
        surface, bold, top = self.surface, self.style.bold(), self.box.y
        bottom = top
        with surface.element(Role.ROW):
            with surface.element(Role.HEADER, scope="Column"):
                signed(surface, self.setting, self.course.session, bold, self.box)
                name = surface.set(self.course.session.name, bold, self._first - indent(bold))
                bottom = surface.write(name, self.box.x + indent(bold), top, field="name")
            for weeks, minutes, x in zip(*self._heads(), self._starts(), strict=True):
                with surface.element(Role.HEADER, scope="Column"):
                    y = surface.write(surface.set(weeks, bold, 200), x, top)
                    if minutes:
                        y = surface.write(surface.set(minutes, self.style, 200), x, y)
                    bottom = max(bottom, y)
        return self._line(bottom + 0.12 * mm(bold.leading))

    def _row(self, title: str, doses: Sequence[str], top: float) -> float:
        surface, pad = self.surface, 0.12 * mm(self.style.leading)
        with surface.element(Role.ROW):
            with surface.element(Role.HEADER, scope="Row"):
                block = surface.set(title, self.style, self._first)
                bottom = surface.write(block, self.box.x, top + pad, field="title")
            for dose, x in zip(doses, self._starts(), strict=True):
                with surface.element(Role.CELL):
                    surface.write(surface.set(dose, self.style, 200), x, top + pad)
        return self._line(bottom + pad)

    def _line(self, y: float) -> float:
        with self.surface.artifact():
            rule(self.surface, Box(self.box.x, y - HAIRLINE / 2, self.box.width, HAIRLINE), self.setting.theme.ink)
        return y
