"""The head of a handout: what it is, how long it takes, a grid to tick, and what has changed since last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.bullets import bullet
from layouts.courses import HAIRLINE
from layouts.handouts.edges import TOP
from layouts.handouts.letterhead import Letterhead
from layouts.handouts.measures import MARGIN, SMALLEST
from layouts.ruler import ruler
from layouts.signs import disc, rule
from publisher.drawing import Mark, Stroke, ellipse, rectangle
from publisher.geometry import Box, Point, mm
from publisher.model.dose import Range
from publisher.model.patient import Need
from publisher.model.plan import Day
from publisher.programme_changes import changes_said
from publisher.programme_words import days_asked, length_said, remembered, tick_said, weeks_asked
from publisher.typesetting.face import Role
from publisher.typesetting.fitting import sizes

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from layouts.handouts.pieces import Piece
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# A grid to tick: its weeks where no end is set, and the most; the side of a box, and what stands before and between the
# boxes, millimetres.
WEEKS, MOST_WEEKS, BOX, BEFORE, BETWEEN = 4, 6, 6.0, 13.0, 1.4
# The least size of a title that is made smaller to go onto one line, points, and from line to line.
ON_ONE_LINE, LINES = 20.0, 1.08
# Where what is to be remembered is narrower, it is said in fewer words; millimetres.
NARROW = 90.0
# A day on which nothing is asked, as a dot; millimetres.
DOT = 0.7
# The bar beside what has changed, and from it to the words.
BAR, BESIDE = 1.4, 3.6
# The words under a ruler of pain that stands under the grid, points; and the air between them, millimetres.
RULED, OVER_RULER = 10.0, 2.2
# The most letters of it in one piece, three quarters of a page in 18 points; and those of a line that is not full.
MOST, SHORT = 800, 50


def head(desk: Desk, surface: Surface, *, ruled: bool = False) -> float:
    """Letterhead, title, purpose and minutes at the left, the grid at the right; gives the height below them.

    What is to be remembered stands at the left too; in large type across the page, if that takes less room. Where it is
    `ruled`, the ruler of pain stands under the grid, if there is room beside what is to be remembered.
    """
    y, trial = letterhead(desk, surface) + 4.0, surface.trial()
    if desk.sizes.run_in and _across(desk, trial, y) < _beside(desk, trial, y):
        return _across(desk, surface, y)
    return _beside(desk, surface, y, ruled=ruled)


def _beside(desk: Desk, surface: Surface, top: float, *, ruled: bool = False) -> float:
    left = told(desk, surface, Box(MARGIN, top, desk.right - MARGIN - 6.0, 0.0))
    below = grid(desk, surface, Point(desk.right, top + 1.0))
    small = desk.plain.at(RULED, RULED * 1.2)
    box = Box(desk.right, below + OVER_RULER, MARGIN + desk.width - desk.right, 0.0)
    if ruled and ruler(surface.trial(), desk.setting, small, box) <= left:
        ruler(surface, desk.setting, small, box)
    return max(left, below)


def _across(desk: Desk, surface: Surface, top: float) -> float:
    left = named(desk, surface, Box(MARGIN, top, desk.right - MARGIN - 6.0, 0.0))
    below = max(left, grid(desk, surface, Point(desk.right, top + 1.0))) + 1.8
    return remember(desk, surface, Box(MARGIN, below, desk.width, 0.0))


def letterhead(desk: Desk, surface: Surface) -> float:
    """Who hands it out and to whom, at the top of the first page; gives the height below it."""
    box = Box(MARGIN, TOP, desk.width, 0.0)
    return Letterhead(surface, desk.setting, desk.handout, desk.small, box, desk.right).draw()


def told(desk: Desk, surface: Surface, box: Box) -> float:
    """What it is, what for, how long it takes, and what matters most; gives the height below them."""
    y = named(desk, surface, box)
    return remember(desk, surface, box._replace(y=y + 1.8))


def named(desk: Desk, surface: Surface, box: Box, *, run_on: bool = False) -> float:
    """Title, purpose, and how many minutes a day, which may `run_on`; gives the height below them."""
    with surface.element(Role.H1):
        y = surface.write(_titled(desk, surface, box.width), box.x, box.y, field="title") + 1.0
    purpose, length = desk.handout.programme.purpose, length_said(desk.setting.words, desk.handout)
    end = "" if purpose.endswith((".", "!", "?")) else "."
    texts = [f"{purpose}{end} {length}"] if run_on else [purpose, length]
    for text in texts:
        with surface.element(Role.PARAGRAPH):
            y = surface.write(surface.set(text, desk.plain, box.width), box.x, y, field="purpose") + 0.8
    return y


def _titled(desk: Desk, surface: Surface, width: float) -> Block:
    """The title on one line where that is done by type a little smaller, else balanced over its lines."""
    title, whole = desk.handout.programme.title, desk.title
    block = surface.set(title, whole, width, balanced=True)
    if len(block.lines) == 1 or desk.sizes.run_in:
        return block
    smaller = (surface.set(title, whole.at(size, LINES * size), width) for size in sizes(whole.size, ON_ONE_LINE))
    return next((one for one in smaller if len(one.lines) == 1), block)


def remember(desk: Desk, surface: Surface, box: Box, *, short: bool = False) -> float:
    """The main things, numbered so that somebody can be asked for the second; gives the height below them.

    Where they are narrow or `short`, or words have to be easy, what pain is fine takes few of them.
    """
    short = short or box.width < NARROW or Need.EASY_WORDS in desk.handout.needs
    heading, texts = remembered(desk.setting.words, desk.handout.programme, short=short)
    with surface.element(Role.H2):
        y = surface.write(surface.set(heading, desk.heading, box.width), box.x, box.y) + 0.6
    if len(texts) == 1:
        with surface.element(Role.PARAGRAPH):
            return (
                surface.write(surface.set(desk.bound(texts[0]), desk.plain, box.width), box.x, y, field="remember")
                + 0.9
            )
    diameter = mm(desk.body) * desk.sizes.disc
    with surface.element(Role.LIST, numbered=True):
        for number, text in enumerate(texts, 1):
            block = surface.set(desk.bound(text), desk.plain, box.width - diameter - 2.6)
            with surface.element(Role.ITEM):
                with surface.element(Role.LABEL):
                    centre = Point(box.x + diameter / 2, y + block.leading / 2)
                    disc(surface, str(number), centre, diameter, desk.setting)
                with surface.element(Role.ITEM_BODY):
                    y = surface.write(block, box.x + diameter + 2.6, y, field="remember")
                    # Discs of large print are higher than its lines.
                    y += max(0.9, diameter - block.leading + 1.4)
    return y


def grid(desk: Desk, surface: Surface, at: Point) -> float:
    """Weeks by seven days to tick, as many as are asked for, and a line that says how; gives the height below it."""
    ink, style = desk.setting.theme.ink, desk.small
    size = style.size / SMALLEST
    before = BEFORE * size
    side = min(BOX * size, (MARGIN + desk.width - at.x - before) / len(Day) - BETWEEN)
    lead, pitch = mm(style.leading), side + BETWEEN
    with surface.element(Role.PARAGRAPH):
        y = surface.write(surface.set(_how_to_tick(desk), style, MARGIN + desk.width - at.x), at.x, at.y) + 0.6
    asked, weeks = days_asked(desk.handout.exercises), min(weeks_asked(desk.handout) or WEEKS, MOST_WEEKS)
    whole = Box(at.x, y, before + pitch * len(Day), lead + pitch * weeks)
    with surface.element(Role.FIGURE, alt=desk.say("tick_alt", n=_in_weeks(desk, weeks)), box=whole):
        for column, day in enumerate(Day):
            middle = at.x + before + pitch * column + side / 2
            letter = desk.setting.words.say(f"weekdays.letters.{day.value}")
            surface.label(letter, style.bold(), Point(middle, y + 0.74 * lead), align="centre")
        for week in range(weeks):
            top = y + lead + pitch * week
            surface.label(str(week + 1), style, Point(at.x + before - 4.6 * size, top + 0.7 * side), align="right")
            for column, day in enumerate(Day):
                box = Box(at.x + before + pitch * column, top, side, side)
                if day in asked:
                    surface.paint(Mark(rectangle(box), stroke=Stroke(ink, 1.5 * HAIRLINE)))
                else:
                    surface.paint(Mark(ellipse(Point(box.x + side / 2, top + side / 2), DOT * size), fill=ink))
        word = desk.say("week")
        surface.label(word, style, Point(at.x, y + 0.74 * lead))
    return whole.bottom


def _in_weeks(desk: Desk, weeks: int) -> str:
    return desk.setting.words.counted(Range(weeks, weeks), "weeks")


def _how_to_tick(desk: Desk) -> str:
    """How the grid is used, how many ticks a week to aim for, and what a dot is where there are some."""
    exercises = desk.handout.exercises
    dots = len(days_asked(exercises)) < len(Day)
    said = (tick_said(desk.setting.words, exercises), desk.say("log.skip") if dots else "")
    return " ".join(filter(None, said))


class Changes(NamedTuple):
    """What has changed since last time, beside a bar; from margin to margin, or so wide, millimetres.

    All of it, or some lines; those that go on from a page before have no heading.
    """

    desk: Desk
    wide: float | None = None
    lines: tuple[str, ...] | None = None
    goes_on: bool = False

    def height(self) -> float:
        """How high it is, millimetres."""
        return self._written(self.desk.surface().trial(), 0.0)

    def draw(self, surface: Surface, top: float) -> float:
        """From a height down; gives the height below it."""
        bottom = self._written(surface.trial(), top)
        with surface.artifact():
            rule(surface, Box(MARGIN, top, BAR, bottom - top), self.desk.setting.theme.ink)
        return self._written(surface, top)

    def _written(self, surface: Surface, top: float) -> float:
        desk, y = self.desk, top
        box = Box(MARGIN + BAR + BESIDE, top, (self.wide or desk.width) - BAR - BESIDE, 0.0)
        if not self.goes_on:
            with surface.element(Role.H2):
                y = surface.write(surface.set(desk.say("changes"), desk.heading, box.width), box.x, top)
        lines = _changed(desk) if self.lines is None else self.lines
        if not lines:
            with surface.element(Role.PARAGRAPH):
                return surface.write(surface.set(desk.say("change.none"), desk.plain, box.width), box.x, y)
        with surface.element(Role.LIST):
            for said in lines:
                y = bullet(surface, said, desk.plain, box._replace(y=y), "changes")
        return y


def changed(desk: Desk) -> list[Piece]:
    """What has changed, in as many pieces as have room on pages in large print; nothing where nothing went before."""
    if desk.handout.changes is None:
        return []
    parts: list[list[str]] = [[]]
    for said in _changed(desk):
        if parts[-1] and sum(max(len(line), SHORT) for line in (*parts[-1], said)) > MOST:
            parts.append([])
        parts[-1].append(said)
    return [Changes(desk, lines=tuple(part), goes_on=at > 0) for at, part in enumerate(parts)]


def _changed(desk: Desk) -> tuple[str, ...]:
    changes = desk.handout.changes
    return () if changes is None else tuple(changes_said(desk.setting.words, changes))
