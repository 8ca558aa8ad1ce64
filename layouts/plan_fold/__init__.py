"""A plan to fold: a strip of four panels, two sides glued back to back, folded in zigzag to the size of a card.

Of a zigzag of four, the first and the last panel of one side lie outside: the cover, and when to get help at once. The
other signs, pain and the numbers stand on the other side, inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.plan_fold.panels import PANELS, Panels
from layouts.plan_fold.sheet import Sheet
from layouts.plan_fold.warnings import Warnings
from layouts.product import Made, Strip, planless, signs_in_order, without_emergency
from layouts.warning_card.side import Room
from publisher.geometry import Size
from publisher.typesetting.fitting import fit, sizes, too_long

if TYPE_CHECKING:
    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.typesetting.face import Face

# Its panels are cards that lie down, of the size that the publication names.
ANY_SIZE = False
LARGEST, SMALLEST = 9.5, 7.5


def draw(sheet: Sheet, setting: Setting, strip: Size, body: float) -> tuple[Face, Face]:
    """Both sides of the strip at one body size, points."""
    room = Room(bar=3.4, icon=7.0, side=5.4, text=14.6, right=4, heading=1.16, pad=3.0, between=0.1)
    signs, plan = Warnings(sheet.signs, setting, strip, body, room), Panels(sheet, setting, strip, body)
    signs.plan = sheet.plan.plan
    height, other = plan.height, signs.surface
    plan.draw(plan.cover, plan.week, plan.minutes)
    signs.surface = plan.surface
    signs.emergency_panel(3 * height, height)
    front = plan.surface.face()
    signs.surface = plan.surface = other
    signs.urgent_panel(0.0, height)
    signs.mild_panel(height, height)
    signs.last_panel(2 * height, height)
    plan.draw(plan.numbers, first=3)
    return front, other.face()


def make(job: Job) -> Made:
    """One strip, at the largest body size at which both sides fit."""
    stock = job.stock
    if stock is None:
        raise ValueError("a plan to fold needs a card size")
    problems = without_emergency(job, "a plan")
    if job.plan is None or problems:
        return Made(problems=problems if job.plan else planless(job, "plan-fold"))
    sheet = Sheet(job.title, job.plan, signs_in_order(job.cards))
    strip = Size(stock.height, PANELS * stock.width)
    [[front, back]] = fit(lambda one, body: draw(one, job.setting, strip, body), [sheet], sizes(LARGEST, SMALLEST))
    target = f"{PANELS} panels of {stock.height:g} × {stock.width:g} mm"
    found = too_long([front, back], str(job.title), target, SMALLEST)
    folds = tuple(stock.width * at for at in range(1, PANELS))
    return Made(strips=(Strip(str(job.title), front, folds, back),), problems=tuple(found))
