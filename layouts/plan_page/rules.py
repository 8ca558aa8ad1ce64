"""Under the table: what the sessions hold, the rules of each day, pain, and a week that was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.bullets import bullet
from layouts.courses import in_short
from layouts.ruler import ruler
from publisher.geometry import Box
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from layouts.plan_page.desk import Desk


def sessions(desk: Desk, top: float) -> float:
    """The sessions with their minutes, in two columns, and where their numbers are; gives the height below them."""
    courses = desk.plan.courses
    rows, y, bottom = -(-(len(courses) + 1) // 2), top, top
    for at, course in enumerate(courses):
        column = desk.halves(0)[at // rows]
        y = y if at % rows else top
        y = in_short(desk.surface, desk.setting, course, desk.body, Box(column.x, y, column.width, 0)) + 0.5
        bottom = max(bottom, y)
    note = desk.surface.set(desk.say("on_back"), desk.body, desk.width)
    with desk.surface.element(Role.PARAGRAPH):
        last = desk.surface.write(note, desk.halves(0)[len(courses) // rows].x, y if len(courses) % rows else top)
    return max(bottom, last)


def rules(desk: Desk, top: float) -> float:
    """What to mind each day at the left, pain at the right; gives the height below the longer."""
    plan, (left, right) = desk.plan.plan, desk.halves(top)
    ends = [(_each_day(desk, left), left), (_pain(desk, right), right)]
    if plan.after is not None:
        # What follows the plan stands under the shorter column.
        ends.sort(key=lambda end: end[0])
        (y, box), other = ends
        said = desk.say("after", n=plan.weeks)
        ends = [other, (_led(desk, said, plan.after, Box(box.x, y + 0.6, box.width, 0), "after"), box)]
    return max(y for y, _ in ends)


def _each_day(desk: Desk, box: Box) -> float:
    plan = desk.plan.plan
    y = desk.heading("how", box)
    with desk.surface.element(Role.LIST):
        for text in plan.how:
            y = bullet(desk.surface, text, desk.body, Box(box.x, y, box.width, 0), "how") + 0.4
    return _led(desk, desk.say("missed"), plan.missed_week, Box(box.x, y + 1.0, box.width, 0), "missed_week")


def _pain(desk: Desk, box: Box) -> float:
    plan = desk.plan.plan
    y = ruler(desk.surface, desk.setting, desk.body, Box(box.x, desk.heading("pain", box) + 0.4, box.width, 0)) + 1.4
    with desk.surface.element(Role.PARAGRAPH):
        y = desk.surface.write(desk.surface.set(desk.say("scale"), desk.body, box.width), box.x, y) + 0.4
    for path, text in (("carry_on", plan.pain.carry_on), ("ease_off", plan.pain.ease_off), ("stop", plan.pain.stop)):
        y = _led(desk, desk.say(path), text, Box(box.x, y, box.width, 0), path) + 0.4
    return y


def _led(desk: Desk, lead: str, text: str, box: Box, field: str) -> float:
    """A few words in bold that run into a text."""
    spans = [Span(lead, Weight.BOLD), WORD_SPACE, Span(text, Weight.REGULAR)]
    with desk.surface.element(Role.PARAGRAPH):
        return desk.surface.write(desk.surface.set(spans, desk.body, box.width), box.x, box.y, field=field)
