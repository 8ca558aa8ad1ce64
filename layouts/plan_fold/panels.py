"""The panels of the plan: cover and how, the week, minutes, and numbers that grow."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from layouts.bullets import bullet
from layouts.courses import HAIRLINE, Numbers, indent, signed
from layouts.ground import Earth, flat
from layouts.setting import GROUP_ICONS
from layouts.signs import cairn, icon, rule, tab_ground
from publisher.colour import WHITE
from publisher.geometry import Box, Point, Size, mm
from publisher.model.plan import Day
from publisher.plan_words import downhill_said, grown_said, length_said, minutes_said, only_in
from publisher.problems import place_of
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fonts import CAP_HEIGHT
from publisher.typesetting.lines import Span, Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from layouts.plan_fold.sheet import Sheet
    from layouts.setting import Setting
    from publisher.model.plan import Session
    from publisher.plans import Daily, Week

PANELS = 4
# Millimetres: from the trim to the words, and the least kept free at the foot of a panel.
MARGIN, FOOT = 5.0, 3.4
STRATUM = 2.0
# Between two columns of numbers, at least.
LEAST_BETWEEN = 1.0
# The column with the days, millimetres.
DAY = 11.0
# The words of the first three panels, against those of the numbers.
LARGER = 1.15
# The rules on the cover, the largest that fits.
COVER = (LARGER, 1.1, 1.05, 1.0)


class Panels:
    """One attempt at the side at one body size, points."""

    def __init__(self, sheet: Sheet, setting: Setting, trim: Size, body: float) -> None:
        """Work out the styles from the body size."""
        self.sheet, self.setting, self.plan = sheet, setting, sheet.plan
        self.surface = Surface(trim, setting.typeface, body, sheet.title)
        self.height = trim.height / PANELS
        self.width = trim.width - 2 * MARGIN
        ink = setting.theme.ink
        self.small = Style(body, body * 1.2, ink)
        self.style = Style(body * LARGER, body * LARGER * 1.2, ink)
        self.lead = mm(self.style.leading)
        self.heading = Style(body * LARGER * 1.15, body * LARGER * 1.35, ink, Weight.BOLD)
        self.colours = setting.theme.groups[sheet.plan.plan.group]

    def draw(self, *panels: Callable[[float], float], first: int = 0) -> None:
        """Some of them, one under another, from one place on; each is given its top and gives where it ends."""
        for at, panel in enumerate(panels, first):
            top = at * self.height
            self._check(panel(top), top + self.height - FOOT)

    def _say(self, path: str, **filled: str | int) -> str:
        return self.setting.words.say(f"plan.{path}", **filled)

    def _check(self, end: float, limit: float) -> None:
        """Report what stands below the limit."""
        if end > limit + 0.01:
            lines = max(1, round((end - limit) / self.lead + 0.49))
            self.surface.too_long("sessions", lines, lines * 40, place_of(self.plan.plan.title))

    def _title(self, path: str, top: float) -> float:
        block = self.surface.set(self._say(path), self.heading, self.width)
        with self.surface.element(Role.H2):
            return self.surface.write(block, MARGIN, top + 4.0) + 0.9

    def _rule(self, y: float, weight: float = HAIRLINE) -> None:
        with self.surface.artifact():
            rule(self.surface, Box(MARGIN, y - weight / 2, self.width, weight), self.colours.main)

    # The cover: what it is, and the rules of each day on the ground below

    def cover(self, top: float) -> float:
        """Title, length, rules of each day, and where the warning signs are."""
        surface, ink = self.surface, self.setting.theme.ink
        tab = Box(surface.trim.right - MARGIN - 9.5, top, 9.5, 12.5)
        with surface.artifact():
            hung = Box(tab.x, tab.y - 3, tab.width, tab.height + 3)
            on = tab_ground(surface, self.setting, hung, self.colours.main, 0.9, "br bl")
            under = WHITE if self.setting.theme.outlined else self.colours.main
            where = Box(tab.x + 1.75, tab.bottom - 7.6, 6.0, 6.0)
            icon(surface, self.setting, GROUP_ICONS[self.plan.plan.group], where, on, under)
        title = surface.set(self.sheet.title, Style(17, 18.5, ink, Weight.BOLD, -0.15), self.width - 12, balanced=True)
        with surface.element(Role.H1):
            y = surface.write(title, MARGIN, top + 4.6, field="title")
        length = length_said(self.setting.words, [week.minutes for week in self.plan.weeks])
        with surface.element(Role.PARAGRAPH):
            y = surface.write(surface.set(length, self.style, self.width), MARGIN, y + 0.8)
        ground = max(y, tab.bottom) + 2.2
        with surface.artifact():
            earth = Box(-3, ground, surface.trim.width + 6, top + self.height - ground)
            colours = Earth(self.colours.main, self.colours.tint, self.setting.theme.outlined)
            surface.paint(*flat(self.plan.plan.group, earth, STRATUM, colours, 0.5))
        return self._how(ground + STRATUM + 2.0, top + self.height - FOOT)

    def _how(self, y: float, limit: float) -> float:
        """Rules and what else a cover says, as large as they have room for."""
        styles = [self.small.at(size * self.small.size, size * self.small.leading) for size in COVER]
        fitting = (style for style in styles if self._tried(partial(self._rules, y, style)) <= limit)
        return self._rules(y, next(fitting, self.small))

    def _rules(self, y: float, style: Style) -> float:
        plan, surface = self.plan.plan, self.surface
        with surface.element(Role.LIST):
            for text in plan.how:
                y = bullet(surface, text, style, Box(MARGIN, y, self.width, 0), "how") + 0.3
        block = surface.set(self._say("warnings"), style.bold(), self.width)
        with surface.element(Role.PARAGRAPH):
            y = surface.write(block, MARGIN, y + 0.8) + 0.5
        level, side = plan.evidence.level, mm(style.leading)
        with surface.artifact():
            cairn(surface, self.setting, level.stones, Box(MARGIN, y, side, side))
        with surface.element(Role.PARAGRAPH):
            said = f"{self.setting.words.evidence(level, ())}."
            return surface.write(surface.set(said, style, self.width), MARGIN + 1.3 * side, y)

    # The week: what falls on which day

    def week(self, top: float) -> float:
        """Days with their sessions."""
        y = self._title("days_panel", top)
        self._rule(y, 0.4)
        free = top + self.height - FOOT - self._tried(lambda: self._days(y, 0.35))
        pad = max(0.35, min(1.3, free / (2 * len(Day)) + 0.35))
        return self._days(y, pad)

    def _tried(self, drawing: Callable[[], float]) -> float:
        """The height at which something would end, drawn on a surface that is thrown away."""
        real, self.surface = self.surface, self.surface.trial()
        end = drawing()
        self.surface = real
        return end

    def _days(self, y: float, pad: float) -> float:
        with self.surface.element(Role.TABLE):
            for day in Day:
                with self.surface.element(Role.ROW):
                    with self.surface.element(Role.HEADER, scope="Row"):
                        name = self.surface.set(self._say(f"days.{day.value}"), self.style.bold(), 20)
                        self.surface.write(name, MARGIN, y + pad)
                    with self.surface.element(Role.CELL):
                        y = self._sessions(day, y + pad) + pad
                self._rule(y)
        return y

    def _sessions(self, day: Day, y: float) -> float:
        """What falls on a day, side by side as far as there is room; gives the height below."""
        start, bottom = MARGIN + DAY, y + self.lead
        x = start
        plan = self.plan.plan
        sessions = [session for session in plan.sessions if day in session.days]
        if not sessions:
            said = self._say("rest" if day in plan.rest_days else "free")
            with self.surface.element(Role.PARAGRAPH):
                return self.surface.write(self.surface.set(said, self.style, 40), x, y)
        for session in sessions:
            block = self.surface.set(self._named(session), self.style, self.width - DAY - indent(self.style))
            wide = indent(self.style) + block.width
            if x > start and x + wide > MARGIN + self.width:
                x, y = start, y + self.lead
            with self.surface.element(Role.PARAGRAPH):
                signed(self.surface, self.setting, session, self.style, Box(x, y, wide, 0))
                bottom = self.surface.write(block, x + indent(self.style), y, field="name")
            x += wide + 3.0
        return bottom

    def _named(self, session: Session) -> str:
        """The name of a session, its minutes, and its weeks where those are not all."""
        words = self.setting.words
        course = next(course for course in self.plan.courses if course.session is session)
        more = downhill_said(words, course.minutes, course.downhill) if any(course.downhill) else None
        said = self._say("qualified", name=session.name, more=more or minutes_said(words, course.minutes))
        if session.weeks is None:
            return said
        return self._say("qualified", name=said, more=only_in(words, session.weeks, self.plan.plan.weeks))

    # Minutes: weeks by days

    def minutes(self, top: float) -> float:
        """The table of all days."""
        y = self._title("weeks_panel", top)
        lines = self._table()
        runs = self._tried(lambda: self._runs(1.0))
        height = max(1.02 * self.lead, min(1.6 * self.lead, (top + self.height - FOOT - runs - y) / len(lines)))
        ends = self._ends(lines)
        with self.surface.element(Role.TABLE):
            for at, line in enumerate(lines):
                self._line_of(line, ends, Box(MARGIN, y, self.width, height), head=not at)
                y += height
                self._rule(y, 0.4 if not at else HAIRLINE)
        return self._runs(y + 1.0)

    def _runs(self, y: float) -> float:
        """How the minutes of each run grow, a line each: on its day they are hidden in a sum."""
        words, first = self.setting.words, indent(self.style)
        for course in self.plan.courses:
            if course.session.run is None or len({*course.minutes}) < 2:
                continue
            said = grown_said(words, [stage.weeks.first for stage in course.stages], course.minutes)
            spans = [Span(course.session.name, Weight.BOLD), Span(words.say("comma") + said, Weight.REGULAR)]
            block = self.surface.set(spans, self.style, self.width - first)
            with self.surface.element(Role.PARAGRAPH):
                signed(self.surface, self.setting, course.session, self.style, Box(MARGIN, y, self.width, 0))
                y = self.surface.write(block, MARGIN + first, y, field="name") + 0.4
        return y

    def _table(self) -> list[list[str]]:
        """What stands in the head, and in the line of each week."""
        down = any(day.downhill for week in self.plan.weeks for day in week.days)
        days = [self._say(f"days.{day.value}") for day in Day]
        head = [self._say("week_head"), *days, self._say("all"), *([self._say("down")] if down else [])]
        return [head, *(self._cells(week, down=down) for week in self.plan.weeks)]

    def _cells(self, week: Week, *, down: bool) -> list[str]:
        downhill = [str(sum(day.downhill for day in week.days))] if down else []
        return [str(week.number), *(self._cell(day) for day in week.days), str(week.minutes), *downhill]

    def _cell(self, daily: Daily) -> str:
        return str(daily.minutes) if daily.items else self._say("rest" if daily.rest else "free")

    def _ends(self, lines: list[list[str]]) -> list[float]:
        """Where each column ends: all are as wide as their words, with the same room before each."""
        bold = self.style.bold()
        widths = [
            max(self.surface.set(text, bold, 200).width for text in column) for column in zip(*lines, strict=True)
        ]
        between = (self.width - sum(widths)) / (len(widths) - 1)
        if between < LEAST_BETWEEN:
            self.surface.too_long("weeks", 1, 8, place_of(self.plan.plan.title))
        return [
            end + MARGIN for end in accumulate(widths[1:], lambda end, width: end + between + width, initial=widths[0])
        ]

    def _line_of(self, said: list[str], ends: list[float], box: Box, *, head: bool) -> None:
        """A line of the table: the first column at the left, the others at the right of their columns."""
        bold, total = self.style.bold(), len(Day) + 1
        baseline = box.y + (box.height + mm(CAP_HEIGHT * self.style.size)) / 2
        with self.surface.element(Role.ROW):
            for at, (text, end) in enumerate(zip(said, ends, strict=True)):
                with self._column(at, head=head):
                    style = bold if head or at in {0, total} else self.style
                    where = Point(end if at else box.x, baseline)
                    self.surface.label(text, style, where, align="right" if at else "left")

    def _column(self, at: int, *, head: bool) -> AbstractContextManager[None]:
        if head:
            return self.surface.element(Role.HEADER, scope="Column")
        return self.surface.element(Role.CELL) if at else self.surface.element(Role.HEADER, scope="Row")

    # Numbers that grow

    def numbers(self, top: float) -> float:
        """What grows, session by session."""
        y = self._title("grows_short", top)
        growing = [course for course in self.plan.courses if len(course.stages) > 1 and course.cards]
        for course in growing:
            box = Box(MARGIN, y + 0.2, self.width, 0)
            y = Numbers(self.surface, self.setting, course, self.small, box, short=True).fitted().draw() + 0.7
        block = self.surface.set(self._say("rest_on_cards"), self.small, self.width)
        with self.surface.element(Role.PARAGRAPH):
            return self.surface.write(block, MARGIN, y + 0.2)
