"""A plan on one page, for the wall: weeks by days with all minutes, pain, and when to get help; numbers behind it.

Everything is measured first on a surface that is thrown away; what is left over is shared out between the rows and the
zones. What does not fit is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.courses import HAIRLINE
from layouts.ground import Earth, flat
from layouts.plan_page import back
from layouts.plan_page.desk import MARGIN, Sheet, drawn
from layouts.plan_page.rules import rules, sessions
from layouts.plan_page.table import table
from layouts.product import Made, planless, signs_in_order, without_emergency
from layouts.setting import GROUP_ICONS
from layouts.signs import bled, cairn, icon, rule, tab_ground
from publisher.colour import WHITE
from publisher.geometry import Box, Size
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fitting import fit, sizes, too_long
from publisher.typesetting.lines import WORD_SPACE, Span, Style

if TYPE_CHECKING:
    from layouts.plan_page.desk import Desk
    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Block

LARGEST, SMALLEST = 12.0, 9.0
# The lower edge of the tab, and the thickness of the stratum, millimetres.
TAB, STRATUM = 22.0, 3.0
# Room to write by hand, millimetres.
FILL_IN = 5.0
# The least room around zones, millimetres, and the shares of the spare height that go there.
GAPS = {"table": 1.6, "ground": 2.4, "sessions": 2.6, "rules": 2.2, "strip": 2.6}
SHARES = {"table": 0.1, "ground": 0.12, "sessions": 0.12, "rules": 0.12, "strip": 0.12}


def draw(sheet: Sheet, setting: Setting, page: Size, body: float) -> Face:
    """The page at one body size, points. Its excess says how many lines too long it is."""
    return drawn(sheet, setting, page, body, _page)


def make(job: Job) -> Made:
    """One page to see all at a glance and its back with the numbers, each in the largest body size at which it fits.

    Where one does not fit, a problem says what to shorten.
    """
    problems = without_emergency(job, "a plan")
    if job.plan is None or problems:
        return Made(problems=problems if job.plan else planless(job, "plan-page"))
    signs = signs_in_order(job.cards)
    sheet = Sheet(job.title, job.subtitle, job.plan, signs)
    [[face]] = fit(lambda one, body: [draw(one, job.setting, job.paper, body)], [sheet], sizes(LARGEST, SMALLEST))
    [[behind]] = fit(
        lambda one, body: [back.draw(one, job.setting, job.paper, body)], [sheet], sizes(back.LARGEST, back.SMALLEST)
    )
    page = f"one page of {job.paper.width:g} × {job.paper.height:g} mm"
    found = [
        *too_long([face], str(job.title), page, SMALLEST),
        *too_long([behind], str(job.title), page, back.SMALLEST),
    ]
    return Made(pages=(face, behind), problems=tuple(found))


def _gap(desk: Desk, name: str) -> float:
    return GAPS[name] + SHARES[name] * desk.spare


def _page(desk: Desk) -> float:
    """Draw everything from top to bottom; gives the height that is left over."""
    trim = desk.surface.trim
    foot_top = trim.bottom - 8.0 - sum(block.height for block in _foot_blocks(desk))
    strip_top = foot_top - desk.help_strip().height() - GAPS["strip"]
    start = _head(desk) + _gap(desk, "table")
    ground = desk.measured(lambda: table(desk, start)) + _gap(desk, "ground")
    with desk.surface.artifact():
        earth = bled(Box(0, ground, trim.width, trim.height - ground))
        colours = Earth(desk.colours.main, desk.colours.tint, desk.setting.theme.outlined)
        desk.surface.paint(*flat(desk.plan.plan.group, earth, STRATUM, colours, 0.7))
    table(desk, start)
    y = sessions(desk, ground + STRATUM + _gap(desk, "sessions"))
    y = rules(desk, y + _gap(desk, "rules")) + GAPS["strip"]
    desk.help_strip().draw(max(y, strip_top))
    _foot(desk, foot_top)
    return strip_top - y


def _head(desk: Desk) -> float:
    """Title, what the week holds, and the tab of the group; gives the height below them."""
    surface, ink = desk.surface, desk.setting.theme.ink
    tab = Box(surface.trim.right - MARGIN - 14, 0, 14, TAB)
    with surface.artifact():
        hung, main = Box(tab.x, -3, tab.width, tab.height + 3), desk.colours.main
        on = tab_ground(surface, desk.setting, hung, main, 1.3, "br bl")
        where = Box(tab.x + 2.5, tab.bottom - 11.6, 9.0, 9.0)
        under = WHITE if desk.setting.theme.outlined else main
        icon(surface, desk.setting, GROUP_ICONS[desk.plan.plan.group], where, on, under)
    width = tab.x - MARGIN - 6
    block = surface.set(desk.sheet.title, Style(26, 28, ink, Weight.BOLD, -0.3), width, balanced=True)
    with surface.element(Role.H1):
        y = surface.write(block, MARGIN, 8.0, field="title")
    if desk.sheet.subtitle:
        subtitle = surface.set(desk.sheet.subtitle, Style(12.5, 16, ink), width)
        with surface.element(Role.PARAGRAPH):
            y = surface.write(subtitle, MARGIN, y + 1.0, field="subtitle")
    return _to_fill_in(desk, max(y, tab.bottom) + FILL_IN)


def _to_fill_in(desk: Desk, y: float) -> float:
    """Two lines to write on, side by side: whose plan it is, and when it starts; gives the height below them."""
    for path, column in zip(("name", "starts"), desk.halves(y), strict=True):
        word = desk.surface.set(desk.say(path), desk.small, column.width)
        with desk.surface.element(Role.PARAGRAPH):
            desk.surface.write(word, column.x, y - word.height + 0.6)
        with desk.surface.artifact():
            start = column.x + word.width + 1.5
            rule(desk.surface, Box(start, y - HAIRLINE / 2, column.right - start, HAIRLINE), desk.setting.theme.ink)
    return y


def _foot_blocks(desk: Desk) -> list[Block]:
    """Evidence and its sources; whether anybody has reviewed it, and where the number works."""
    setting, plan = desk.setting, desk.plan.plan
    words, width = setting.words, desk.width - 6.5
    shorts = words.say("comma").join(sorted(str(setting.sources[key].short) for key in plan.evidence.sources))
    proof = words.evidence(plan.evidence.level, ())
    cards = [*desk.plan.cards, *desk.sheet.signs]
    review = words.review_in_all([plan.review, *(card.review for card in cards)])
    last = f"{words.emergency_note()} {words.say('cheat_sheet.version', version=setting.version)}."
    return [
        desk.surface.set(desk.say("sources", proof=proof, sources=shorts), desk.small, width),
        desk.surface.set([Span(f"{review}.", Weight.BOLD), WORD_SPACE, Span(last, Weight.REGULAR)], desk.small, width),
    ]


def _foot(desk: Desk, top: float) -> None:
    with desk.surface.artifact():
        where = Box(MARGIN, top + 0.2, 4.2, 4.2)
        cairn(desk.surface, desk.setting, desk.plan.plan.evidence.level.stones, where)
    y = top
    for block in _foot_blocks(desk):
        with desk.surface.element(Role.PARAGRAPH):
            y = desk.surface.write(block, MARGIN + 6.5, y)
