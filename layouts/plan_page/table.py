"""The table: weeks by days. A day's head says what is done; its cells say for how long, with a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.courses import HAIRLINE, indent, signed
from layouts.plan_page.desk import MARGIN, Desk
from layouts.signs import icon, rule
from publisher.drawing import Mark, Stroke, rectangle
from publisher.geometry import Box, Point, mm
from publisher.model.plan import Day
from publisher.plan_words import only_in
from publisher.typesetting.face import Role
from publisher.typesetting.fonts import CAP_HEIGHT

if TYPE_CHECKING:
    from publisher.model.plan import Session
    from publisher.plans import Daily, Week

# Millimetres: the first column, with the week; the last, with its minutes; and before the words of a column.
FIRST, LAST, PAD = 14.5, 15.5, 0.9
# A day on which nothing falls needs less room than one with sessions, one with minutes downhill more.
NARROW, WIDE = 0.72, 1.7
TICK = 3.0
# Names stand in narrow columns: a little smaller, most keep to one line.
NAMES = 0.9
# From the minutes of a day to those that lead downhill, in lines.
SECOND = 0.86
# No row is higher than so many lines.
MOST_ROW = 2.9


def table(desk: Desk, top: float) -> float:
    """The whole table; gives the height below it."""
    head_end = desk.measured(lambda: _head(desk, top))
    height = _row_height(desk)
    bottom = head_end + height * len(desk.plan.weeks)
    _rest_grounds(desk, Box(MARGIN, top, desk.width, bottom - top))
    with desk.surface.element(Role.TABLE):
        y = _head(desk, top)
        for week in desk.plan.weeks:
            _row(desk, week, Box(MARGIN, y, desk.width, height))
            y += height
    return y


def _row_height(desk: Desk) -> float:
    """Two lines where minutes downhill need one of their own, else about one and a half; and some spare height."""
    least = desk.lead * (2.05 if any(_is_high(desk, day) for week in desk.plan.weeks for day in week.days) else 1.45)
    return least + min(0.42 * desk.spare / len(desk.plan.weeks), MOST_ROW * desk.lead - least)


def _column(desk: Desk, day: Day, y: float) -> Box:
    sessions = desk.plan.plan.sessions
    busy = {one for session in sessions for one in session.days}
    down = {one for session in sessions for one in session.days if session.run and session.run.downhill}
    shares = [WIDE if one in down else 1.0 if one in busy else NARROW for one in Day]
    unit, at = (desk.width - FIRST - LAST) / sum(shares), [*Day].index(day)
    return Box(MARGIN + FIRST + sum(shares[:at]) * unit, y, shares[at] * unit, 0)


def _total(desk: Desk, y: float) -> Box:
    return Box(MARGIN + desk.width - LAST, y, LAST, 0)


def _rest_grounds(desk: Desk, box: Box) -> None:
    """Rest days lie on a pale ground from head to foot; the word stands in every cell."""
    with desk.surface.artifact():
        for day in desk.plan.plan.rest_days:
            column = _column(desk, day, box.y)
            ground = Box(column.x, box.y, column.width, box.height)
            desk.surface.paint(Mark(rectangle(ground), fill=desk.setting.theme.stop_ground))


def _head(desk: Desk, top: float) -> float:
    surface, bold = desk.surface, desk.body.bold()
    bottom = top + desk.lead
    with surface.element(Role.ROW):
        with surface.element(Role.HEADER, scope="Column"):
            surface.write(surface.set(desk.say("week_head"), bold, FIRST), MARGIN, top + PAD)
        for day in Day:
            with surface.element(Role.HEADER, scope="Column"):
                bottom = max(bottom, _day_head(desk, day, _column(desk, day, top + PAD)))
        with surface.element(Role.HEADER, scope="Column"):
            box = _total(desk, top + PAD)
            surface.write(surface.set(desk.say("in_all"), bold, box.width), box.right, box.y, "right")
    return _line(desk, bottom + PAD, 0.5)


def _day_head(desk: Desk, day: Day, box: Box) -> float:
    """The name of the day, and under it what falls on it."""
    surface, x = desk.surface, box.x + PAD
    y = surface.write(surface.set(desk.say(f"days.{day.value}"), desk.body.bold(), box.width), x, box.y) + 0.5
    sessions = [session for session in desk.plan.plan.sessions if day in session.days]
    for session in sessions:
        y = _session(desk, session, Box(x, y, box.width - 2 * PAD, 0)) + 0.5
    if not sessions:
        rest = day in desk.plan.plan.rest_days
        y = _rested(desk, Box(x, y, box.width - 2 * PAD, 0)) if rest else y
    return y


def _session(desk: Desk, session: Session, box: Box) -> float:
    surface, style = desk.surface, desk.body.at(NAMES * desk.body.size, desk.body.leading)
    with surface.element(Role.PARAGRAPH):
        signed(surface, desk.setting, session, style, box)
        block = surface.set(session.name, style, box.width - indent(style))
        y = surface.write(block, box.x + indent(style), box.y, field="name")
    if session.weeks is None:
        return y
    said = only_in(desk.setting.words, session.weeks, desk.plan.plan.weeks)
    only, beside = surface.set(said, desk.small, box.width - indent(style)), indent(style) + block.width + 1.2
    with surface.element(Role.PARAGRAPH):
        if beside + only.width <= box.width + PAD:
            drop = mm(CAP_HEIGHT * (style.size - desk.small.size)) / 2
            surface.write(only, box.x + beside, y - (desk.lead + only.height) / 2 + drop)
            return y
        return surface.write(only, box.x + indent(style), y)


def _rested(desk: Desk, box: Box) -> float:
    """The moon and its word."""
    surface, style = desk.surface, desk.body.at(NAMES * desk.body.size, desk.body.leading)
    side = mm(style.size) * 1.1
    with surface.artifact():
        where = Box(box.x, box.y + (desk.lead - side) / 2, side, side)
        icon(surface, desk.setting, "recovery", where, desk.setting.theme.ink)
    with surface.element(Role.PARAGRAPH):
        return surface.write(surface.set(desk.say("rest"), style, box.width), box.x + indent(style), box.y)


def _row(desk: Desk, week: Week, box: Box) -> None:
    surface, bold = desk.surface, desk.body.bold()
    with surface.element(Role.ROW):
        with surface.element(Role.HEADER, scope="Row"):
            surface.label(desk.say("week", n=week.number), bold, Point(MARGIN, _baseline(desk, box, lines=1)))
        for daily in week.days:
            with surface.element(Role.CELL):
                column = _column(desk, daily.day, box.y)
                _cell(desk, daily, Box(column.x + PAD, box.y, column.width - 2 * PAD, box.height))
        with surface.element(Role.CELL):
            said = desk.say("minutes", n=week.minutes)
            surface.label(said, bold, Point(_total(desk, 0).right, _baseline(desk, box, lines=1)), align="right")
    _line(desk, box.bottom, HAIRLINE)


def _baseline(desk: Desk, box: Box, lines: int) -> float:
    """The first baseline of so many lines in the middle of a box."""
    return box.y + (box.height - (lines - 1) * SECOND * desk.lead + mm(CAP_HEIGHT * desk.body.size)) / 2


def _beside(desk: Desk, daily: Daily) -> float:
    """From the minutes of a day to those downhill beside them, millimetres."""
    return desk.surface.set(desk.say("minutes", n=daily.minutes), desk.body.bold(), 100).width + 1.2


def _is_high(desk: Desk, daily: Daily) -> bool:
    """Whether the minutes downhill have no room beside those of the day."""
    if not daily.downhill:
        return False
    down = desk.surface.set(desk.say("downhill", n=daily.downhill), desk.small, 100).width
    return TICK + 1.5 + _beside(desk, daily) + down > _column(desk, daily.day, 0).width - 2 * PAD


def _cell(desk: Desk, daily: Daily, box: Box) -> None:
    surface, high = desk.surface, _is_high(desk, daily)
    baseline = _baseline(desk, box, lines=2 if high else 1)
    if not daily.items:
        said = desk.say("rest" if daily.rest else "free")
        surface.label(said, desk.body, Point(box.x + TICK + 1.5, baseline))
        return
    with surface.artifact():
        square = Box(box.x, baseline - mm(CAP_HEIGHT * desk.body.size / 2) - TICK / 2, TICK, TICK)
        surface.paint(
            Mark(rectangle(square), fill=desk.setting.theme.paper, stroke=Stroke(desk.setting.theme.ink, 0.3))
        )
    x = box.x + TICK + 1.5
    surface.label(desk.say("minutes", n=daily.minutes), desk.body.bold(), Point(x, baseline))
    if daily.downhill:
        where = Point(x, baseline + SECOND * desk.lead) if high else Point(x + _beside(desk, daily), baseline)
        surface.label(desk.say("downhill", n=daily.downhill), desk.small, where)


def _line(desk: Desk, y: float, weight: float) -> float:
    with desk.surface.artifact():
        rule(desk.surface, Box(MARGIN, y - weight / 2, desk.width, weight), desk.colours.main)
    return y
