"""The back of the page: every session with its numbers week by week, and where the plan comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.bullets import bullet
from layouts.courses import Numbers
from layouts.ground import Earth, flat
from layouts.plan_page.desk import MARGIN, drawn
from layouts.signs import bled, cairn
from publisher.geometry import Box
from publisher.plan_words import kit_said
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from layouts.plan_page.desk import Desk, Sheet
    from layouts.setting import Setting
    from publisher.geometry import Size
    from publisher.plans import Course
    from publisher.typesetting.face import Face

LARGEST, SMALLEST = 14.0, 9.5
# Between two tables in lines, and the thickness of the stratum in millimetres.
GAP, STRATUM = 1.1, 3.0
# No gap is wider than so many lines.
MOST_GAP = 2.2


def draw(sheet: Sheet, setting: Setting, page: Size, body: float) -> Face:
    """The back at one body size, points. Its excess says how many lines too long it is."""
    return drawn(sheet, setting, page, body, _page)


def _page(desk: Desk) -> float:
    """Draw everything from top to bottom; gives the height that is left over."""
    trim = desk.surface.trim
    end = desk.measured(lambda: _origin(desk, 0.0))
    ground = trim.bottom - 9.0 - end - STRATUM
    gap = min(GAP * desk.lead + 0.2 * desk.spare, MOST_GAP * desk.lead)
    with desk.surface.element(Role.PARAGRAPH):
        y = desk.surface.write(desk.surface.set(desk.sheet.title, desk.body, desk.width), MARGIN, 9.0, field="title")
    y = desk.heading("grows", Box(MARGIN, y, desk.width, 0), Role.H1) + 0.3 * gap
    several = [course for course in desk.plan.courses if len(course.stages) > 1]
    for course in several:
        y = _numbers(desk, course, Box(MARGIN, y, desk.width, 0)) + gap
    same = [course for course in desk.plan.courses if course not in several]
    y = _in_two(desk, same, y, gap)
    y = _at_hand(desk, y) + 0.6 * gap
    with desk.surface.artifact():
        earth = bled(Box(0, ground, trim.width, trim.height - ground))
        colours = Earth(desk.colours.main, desk.colours.tint, desk.setting.theme.outlined)
        desk.surface.paint(*flat(desk.plan.plan.group, earth, STRATUM, colours, 0.7))
    _origin(desk, ground + STRATUM)
    return ground - y


def _at_hand(desk: Desk, top: float) -> float:
    """What to have at hand, and what the cards say, side by side; gives the height below the longer."""
    texts = filter(None, (kit_said(desk.setting.words, desk.plan.cards), desk.say("on_cards")))
    bottom = top
    for text, column in zip(texts, desk.halves(top), strict=False):
        with desk.surface.element(Role.PARAGRAPH):
            block = desk.surface.set(text, desk.body, column.width)
            bottom = max(bottom, desk.surface.write(block, column.x, top))
    return bottom


def _numbers(desk: Desk, course: Course, box: Box) -> float:
    return Numbers(desk.surface, desk.setting, course, desk.body, box).fitted().draw()


def _in_two(desk: Desk, courses: list[Course], top: float, gap: float) -> float:
    """Tables that stay as they are, each under the shorter of two columns."""
    ends = [top, top]
    for course in courses:
        side = ends.index(min(ends))
        column = desk.halves(0)[side]
        ends[side] = _numbers(desk, course, Box(column.x, ends[side], column.width, 0)) + gap
    return max(ends)


def _origin(desk: Desk, top: float) -> float:
    """How sure we are at the left, the sources in full at the right; gives the height below the longer."""
    left, right = desk.halves(desk.heading("origin", Box(MARGIN, top + 3.0, desk.width, 0)))
    return max(_proof(desk, left), _sources(desk, right))


def _proof(desk: Desk, box: Box) -> float:
    setting, evidence = desk.setting, desk.plan.plan.evidence
    said = setting.words.evidence(evidence.level, ())
    block = desk.surface.set(f"{said}. {evidence.note or ''}".strip(), desk.body, box.width - 6.5)
    with desk.surface.artifact():
        where = Box(box.x, box.y + (desk.lead - 4.2) / 2, 4.2, 4.2)
        cairn(desk.surface, setting, evidence.level.stones, where)
    with desk.surface.element(Role.PARAGRAPH):
        return desk.surface.write(block, box.x + 6.5, box.y, field="note")


def _sources(desk: Desk, box: Box) -> float:
    y = box.y
    with desk.surface.element(Role.LIST):
        for key in desk.plan.plan.evidence.sources:
            source = desk.setting.sources[key]
            told = {name: str(getattr(source, name)) for name in ("authors", "year", "title", "where")}
            y = bullet(desk.surface, desk.say("source", **told), desk.small, Box(box.x, y, box.width, 0)) + 0.6
    return y
