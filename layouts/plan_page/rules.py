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
    """What each session holds, in two columns; gives the height below the longer."""
    ends = [top, top]
    for at, course in enumerate(course for course in desk.plan.courses if course.cards):
        column, side = desk.halves(0)[at % 2], at % 2
        box = Box(column.x, ends[side], column.width, 0)
        ends[side] = in_short(desk.surface, desk.setting, course, desk.body, box) + 0.45 * desk.lead
    return max(ends) - 0.45 * desk.lead


def rules(desk: Desk, top: float) -> float:
    """What to mind each day at the left, pain at the right; gives the height below the longer."""
    left, right = desk.halves(top)
    return max(_each_day(desk, left), _pain(desk, right))


def _each_day(desk: Desk, box: Box) -> float:
    plan = desk.plan.plan
    y = desk.heading("how", box)
    with desk.surface.element(Role.LIST):
        for text in plan.how:
            y = bullet(desk.surface, text, desk.body, Box(box.x, y, box.width, 0), "how") + 0.4
    y = _led(desk, desk.say("missed"), plan.missed_week, Box(box.x, y + 1.0, box.width, 0), "missed_week")
    if plan.after is None:
        return y
    said = desk.say("after", n=plan.weeks)
    return _led(desk, said, plan.after, Box(box.x, y + 0.6, box.width, 0), "after")


def _pain(desk: Desk, box: Box) -> float:
    plan = desk.plan.plan
    y = ruler(desk.surface, desk.setting, desk.body, Box(box.x, desk.heading("pain", box) + 0.4, box.width, 0)) + 1.4
    for path, text in (("carry_on", plan.pain.carry_on), ("ease_off", plan.pain.ease_off), ("stop", plan.pain.stop)):
        y = _led(desk, desk.say(path), text, Box(box.x, y, box.width, 0), path) + 0.4
    return y


def _led(desk: Desk, lead: str, text: str, box: Box, field: str) -> float:
    """A few words in bold that run into a text."""
    spans = [Span(lead, Weight.BOLD), WORD_SPACE, Span(text, Weight.REGULAR)]
    with desk.surface.element(Role.PARAGRAPH):
        return desk.surface.write(desk.surface.set(spans, desk.body, box.width), box.x, box.y, field=field)
