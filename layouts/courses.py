"""The sessions of a plan in words: their signs, how their doses grow, and which cards they hold."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from layouts.setting import GROUP_ICONS, Setting
from layouts.signs import icon, rule
from publisher.geometry import Box, mm
from publisher.model.card import WarningSign
from publisher.model.dose import Range
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publisher.model.dose import Dose
    from publisher.model.plan import Session, Weeks
    from publisher.plans import Course
    from publisher.typesetting.lines import Style
    from publisher.typesetting.surface import Surface
    from publisher.words import Words

# Between the columns of a table, millimetres.
BETWEEN = 3.0
HAIRLINE = 0.24


def sign_of(session: Session) -> str:
    """The icon of a session: that of its group, but a run on the flat shows no slope."""
    flat = session.run is not None and session.run.downhill is None
    return "flat" if flat else GROUP_ICONS[session.group]


def weeks_said(words: Words, weeks: Weeks) -> str:
    """A week or weeks: "Week 3", "Weeks 1 to 2"."""
    if weeks.first == weeks.last:
        return words.say("plan.week", n=weeks.first)
    return words.say("plan.weeks", first=weeks.first, last=weeks.last)


def only_in(words: Words, weeks: Weeks, last: int) -> str:
    """Which weeks of a plan a session is for, in short: "to week 2", "from week 3", "weeks 3 to 5"."""
    if weeks.first == weeks.last:
        return words.say("plan.only", n=weeks.first)
    if weeks.first == 1:
        return words.say("plan.until", n=weeks.last)
    if weeks.last == last:
        return words.say("plan.since", n=weeks.first)
    return words.say("plan.only_weeks", first=weeks.first, last=weeks.last)


def dose_said(words: Words, dose: Dose) -> str:
    """A dose in short: "3 sets of 8", "4 sets of 10 s", "8 to 10 times"."""
    if dose.seconds is not None:
        work = alone = words.short_time(dose.seconds)
    else:
        reps = dose.reps or Range(1, 1)
        work, alone = words.span(reps), words.counted(reps, "times")
    if dose.sets == Range(1, 1):
        return alone
    return words.say("plan.sets_of", sets=words.counted(dose.sets, "sets"), work=work)


def signed(surface: Surface, setting: Setting, session: Session, style: Style, box: Box) -> None:
    """The icon of a session beside a line of that style, at the left of a box."""
    side = mm(style.size) * 1.1
    with surface.artifact():
        where = Box(box.x, box.y + (mm(style.leading) - side) / 2, side, side)
        icon(surface, setting, sign_of(session), where, setting.theme.groups[session.group].main)


def indent(style: Style) -> float:
    """From an icon to its words, millimetres."""
    return mm(style.size) * 1.1 + 0.35 * mm(style.leading)


def minutes_said(words: Words, course: Course) -> str:
    """How long a session takes: "4 min", or "14 to 17 min" where it grows."""
    minutes = [stage.minutes for stage in course.stages]
    return words.say("plan.minutes", n=words.span(Range(min(minutes), max(minutes))))


def in_short(surface: Surface, setting: Setting, course: Course, style: Style, box: Box) -> float:
    """A session in a few lines: its name, its minutes, and its cards in order; gives the height below it."""
    words = setting.words
    titles = [str(card.title) for card in course.cards if not isinstance(card.body, WarningSign)]
    said = words.say("plan.listed", name=course.session.name, time=minutes_said(words, course))
    spans = [Span(said, Weight.BOLD), WORD_SPACE, Span(f"{words.say('comma').join(titles)}.", Weight.REGULAR)]
    block = surface.set(spans, style, box.width - indent(style))
    with surface.element(Role.PARAGRAPH):
        signed(surface, setting, course.session, style, box)
        return surface.write(block, box.x + indent(style), box.y, field="name")


def change_said(words: Words, before: Dose, dose: Dose) -> str:
    """What has changed in a dose, in short: "5 sets", "of 10", "same"; all of it where more than one thing has."""
    if dose == before:
        return words.say("plan.same")
    if dose._replace(sets=before.sets) == before:
        return words.counted(dose.sets, "sets")
    if dose.sets == before.sets != Range(1, 1) and dose.seconds == before.seconds:
        return words.say("plan.of", work=words.span(dose.reps or Range(1, 1)))
    return dose_said(words, dose)


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
        columns = zip(*self._heads(), *self._doses(), strict=True)
        widths = (max(self.surface.set(text, bold, 200).width for text in column) for column in columns)
        return self._replace(widths=tuple(widths))

    def draw(self) -> float:
        """The table; gives the height below it."""
        with self.surface.element(Role.TABLE):
            y = self._head()
            for card, doses in zip(self.course.exercises, self._doses(), strict=True):
                y = self._row(str(card.title), doses, y)
        return y

    def _heads(self) -> tuple[list[str], list[str]]:
        """Weeks, and minutes under them."""
        words, stages = self.setting.words, self.course.stages
        weeks = [weeks_said(words, stage.weeks) for stage in stages]
        if not self.short:
            return weeks, [words.say("plan.minutes", n=stage.minutes) for stage in stages]
        return [weeks[0], *(words.span(Range(*stage.weeks)) for stage in stages[1:])], [""] * len(stages)

    def _doses(self) -> list[list[str]]:
        return [[self._said(row, at) for at in range(len(self.course.stages))] for row in range(self._rows)]

    def _said(self, row: int, at: int) -> str:
        words, stages = self.setting.words, self.course.stages
        if at and self.short:
            return change_said(words, stages[at - 1].doses[row], stages[at].doses[row])
        return dose_said(words, stages[at].doses[row])

    @property
    def _rows(self) -> int:
        return len(self.course.exercises)

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
