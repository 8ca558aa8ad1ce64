"""What stands at the edges of every page of a handout: what it is part of, whose it is, and where the signs are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.handouts.measures import MARGIN
from publisher.geometry import mm
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from layouts.handouts.desk import Desk
    from publisher.typesetting.surface import Surface

# Where the page begins, millimetres; an office printer leaves out the outermost 5.
TOP = 10.0
# The least below the last line, above the first line of the foot, and under the running head, millimetres.
EDGE, OVER, UNDER = 8.0, 2.2, 3.0
# The number of a page is at most as wide as this one.
MANY = 88


def running_head(desk: Desk, surface: Surface, wide: float | None = None) -> float:
    """What a page is part of, once more over every page but the first; gives the height below it.

    From margin to margin, or so wide, millimetres: then without the name of the clinic if that takes a second line.
    """
    spans = [Span(desk.handout.programme.title, Weight.BOLD)]
    if desk.handout.clinic:
        spans += [Span(desk.setting.words.say("comma"), Weight.REGULAR), Span(desk.handout.clinic.name, Weight.REGULAR)]
    block = surface.set(spans, desk.small, wide or desk.width)
    if wide is not None and len(block.lines) > 1:
        block = surface.set(spans[:1], desk.small, wide)
    with surface.artifact():
        return surface.write(block, MARGIN, TOP) + UNDER


def foot_height(desk: Desk, *, alarm: bool = True) -> float:
    """How far over the edge of the page its foot begins, millimetres: one line, or two with the `alarm`."""
    lines = (2 if alarm else 1) + _more_lines(desk)
    return OVER + lines * mm(desk.small.leading) + EDGE


def _more_lines(desk: Desk) -> int:
    """How many lines more than one the words of the foot take beside the number of the page."""
    if not (left := _whose(desk)):
        return 0
    trial = desk.surface().trial()
    page = trial.set(desk.say("page", n=MANY, of=MANY), desk.small, desk.width)
    return len(trial.set(left, desk.small, desk.width - page.width - 4.0).lines) - 1


def foot(desk: Desk, surface: Surface, number: int, pages: int, signs: int | None) -> None:
    """Page x of y, whose it is where the clinic wants that, and before the page of the `signs` where they are.

    Without `signs` the foot is one line: the page says elsewhere where they are.
    """
    y = desk.page.height - foot_height(desk, alarm=signs is not None) + OVER
    if signs is not None:
        if number < signs:
            _alarm(desk, surface, signs, y)
        y += mm(desk.small.leading)
    page = surface.set(desk.say("page", n=number, of=pages), desk.small, desk.width)
    with surface.element(Role.PARAGRAPH):
        surface.write(page, MARGIN + desk.width, y, "right")
    if left := _whose(desk):
        with surface.element(Role.PARAGRAPH):
            surface.write(surface.set(left, desk.small, desk.width - page.width - 4.0), MARGIN, y, field="footer")


def _alarm(desk: Desk, surface: Surface, page: int, y: float) -> None:
    """The signs that cannot wait, in a line, and on which page all of them are."""
    words = desk.setting.words
    where = desk.say("signs_on", n=page)
    now = desk.say("call_now", emergency=words.emergency_number())
    alarm = [Span(words.say("card.alarm"), Weight.BOLD), WORD_SPACE, Span(now, Weight.BOLD)]
    said = surface.set([*alarm, WORD_SPACE, Span(where, Weight.REGULAR)], desk.small, desk.width)
    if len(said.lines) > 1:
        short = Span(desk.say("signs_page", n=page), Weight.REGULAR)
        said = surface.set([*alarm, WORD_SPACE, short], desk.small, desk.width)
    with surface.element(Role.PARAGRAPH):
        surface.write(said, MARGIN, y, field="alarm")


def _whose(desk: Desk) -> str:
    """The name of the person where the clinic wants it on every page, else what the clinic says there."""
    handout, clinic = desk.handout, desk.handout.clinic
    if clinic is None:
        return ""
    own = handout.patient.name if clinic.running_name and handout.patient else ""
    return own or str(clinic.footer or "")
