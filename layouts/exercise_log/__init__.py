"""A log: exercises by four weeks of seven days to tick, pain of each day, and room to write how it went.

Its pages lie across the paper. What else a handout tells stands behind the log: on its back, printed on both sides.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layouts.exercise_log.grid import FEWEST, Grid, Label, aim_of, often
from layouts.handouts.closing import GUTTER, Closing
from layouts.handouts.desk import Desk
from layouts.handouts.edges import foot, foot_height, running_head
from layouts.handouts.filling import Heads, filled, pages_of
from layouts.handouts.head import Changes, changed, letterhead, remember
from layouts.handouts.measures import MARGIN, SMALLEST
from layouts.handouts.paging import Room, shared_out
from layouts.handouts.pieces import Drawn
from layouts.product import Made, no_handout, without_emergency
from publisher.geometry import Box, Size
from publisher.problems import Problem, place_of
from publisher.programme_words import length_said
from publisher.typesetting.face import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.programmes import Handout
    from publisher.typesetting.face import Face
    from publisher.typesetting.surface import Surface

# Behind the log, what comes first has a little air over it, millimetres.
OVER = 0.5
# The most of a page that what has changed may take beside what to remember, as a share of its height.
BESIDE_MOST = 0.7
# Whether rows stand close, and how many lines to write on there are at the least, one after another.
TRIED = ((False, FEWEST), (True, FEWEST), (True, 1), (True, 0))


def make(job: Job) -> Made:
    """The log on as few pages as there can be, then what to remember and when to get help."""
    if job.handout is None:
        return Made(problems=no_handout(job, "exercise-log"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    across = job._replace(paper=Size(max(job.paper), min(job.paper)))
    desk = Desk.of(across, job.handout, SMALLEST, ())
    shared = _shared(desk, job.handout)
    heads = Heads(_over, _over)
    tried = (_behind(desk, run_in=run_in, short=short) for short in (False, True) for run_in in (False, True))
    behind = min(tried, key=lambda each: _count(desk, each, heads))
    count = pages_of(desk, behind, heads)
    if shared is None or count is None:
        return Made(problems=_too_high(job))
    pages = len(shared) + count
    log = [_page(desk, shared, (number, pages)) for number in range(1, len(shared) + 1)]
    return Made(pages=(*log, *filled(desk, behind, heads, len(log))))


def _shared(desk: Desk, handout: Handout) -> list[list[Label]] | None:
    """Which rows stand on which page: close together, then with fewer lines to write on, where that saves a page."""
    tried = [_shared_so(desk, handout, close=close, lines=lines) for close, lines in TRIED]
    return min((each for each in tried if each is not None), key=len, default=None)


def _shared_so(desk: Desk, handout: Handout, *, close: bool, lines: int) -> list[list[Label]] | None:
    column = not aim_of(desk) and any(map(often, handout.exercises))
    labels = [Label(desk, exercise, often=column, close=close) for exercise in handout.exercises]
    trial, whole = desk.surface().trial(), desk.page.height - foot_height(desk)
    first = whole - _head(desk, trial) - Grid(desk, trial, labels).least(lines)
    later = whole - _over(desk, trial) - Grid(desk, trial, labels, pain=False).least(lines)
    shared = shared_out([label.height() for label in labels], Room(first, later), 0.0)
    return None if shared is None else [[labels[at] for at in those] for those in shared]


def _page(desk: Desk, shared: list[list[Label]], page: tuple[int, int]) -> Face:
    number, pages = page
    surface = desk.surface()
    top = _head(desk, surface) if number == 1 else _over(desk, surface)
    grid = Grid(desk, surface, shared[number - 1], pain=number == 1)
    grid.draw(top, desk.page.height - foot_height(desk))
    foot(desk, surface, number, pages, pages)
    return surface.face()


def _head(desk: Desk, surface: Surface) -> float:
    """Letterhead, title at the left, what for and how long at the right; gives the height below them."""
    y, middle = letterhead(desk, surface) + 3.0, MARGIN + 0.52 * desk.width
    with surface.element(Role.H1):
        title = surface.set(desk.handout.programme.title, desk.title, middle - MARGIN - 6.0, balanced=True)
        bottom = surface.write(title, MARGIN, y, field="title")
    right = y + 0.8
    for text in (desk.handout.programme.purpose, length_said(desk.setting.words, desk.handout)):
        with surface.element(Role.PARAGRAPH):
            right = surface.write(surface.set(text, desk.plain, MARGIN + desk.width - middle), middle, right)
    return max(bottom, right) + 1.5


def _count(desk: Desk, pieces: Sequence[Piece], heads: Heads) -> float:
    """How many pages it takes; more than any number where a piece is higher than a page."""
    return pages_of(desk, pieces, heads) or math.inf


def _behind(desk: Desk, *, run_in: bool, short: bool) -> list[Piece]:
    """What else is told; milder signs `run_in`, and what pain is fine `short`, where either would cost a page.

    Much that has changed goes on from page to page; little of it stands beside what to remember.
    """
    both = _both_short if short else _both
    beside = Drawn(desk, _remember if desk.handout.changes is None else both)
    if beside.height() <= BESIDE_MOST * desk.page.height:
        return [beside, Closing(desk, run_in)]
    return [*changed(desk), Drawn(desk, _remember), Closing(desk, run_in)]


def _remember(desk: Desk, surface: Surface, top: float) -> float:
    return remember(desk, surface, Box(MARGIN, top, desk.width, 0.0))


def _both_short(desk: Desk, surface: Surface, top: float) -> float:
    return _both(desk, surface, top, short=True)


def _both(desk: Desk, surface: Surface, top: float, *, short: bool = False) -> float:
    """What has changed beside what to remember; gives the height below them."""
    half = (desk.width - GUTTER) / 2
    left = Changes(desk, half).draw(surface, top)
    return max(left, remember(desk, surface, Box(MARGIN + half + GUTTER, top, half, 0.0), short=short))


def _over(desk: Desk, surface: Surface) -> float:
    return running_head(desk, surface) + OVER


def _too_high(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: an exercise with its note, or what is to be remembered, does not fit on a page of a log."
    hint = "Shorten the notes and the lines to remember, or print on a larger paper."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
