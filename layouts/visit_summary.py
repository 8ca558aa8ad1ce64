"""What a visit came to, on one page: exercises in a line or two each, what to remember, and when to get help.

Where that is more than a page in 12 points, when to get help stands on its back.

`publisher.visit_notes` says the same as plain text for the records of a clinic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.handouts.closing import Closing
from layouts.handouts.desk import Desk
from layouts.handouts.edges import foot, foot_height, running_head
from layouts.handouts.head import Changes, letterhead, named, remember
from layouts.handouts.measures import CLEAR, MARGIN, SMALLEST
from layouts.handouts.spare import to_ask
from layouts.product import Made, no_handout, without_emergency
from publisher.geometry import Box
from publisher.model.theme import TypeSize
from publisher.problems import Problem, place_of
from publisher.programme_words import dosed_in_short, times_said
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from layouts.product import Job
    from publisher.programmes import Exercise, Handout
    from publisher.typesetting.face import Face
    from publisher.typesetting.surface import Surface

# Between zones, between two exercises, and from a number to the words behind it, millimetres.
ZONE, APART, INDENT = 2.8, 0.5, 7.0

# The most lines to write on, where when to get help stands on the back.
MANY = 14


class Tried(NamedTuple):
    """How much there is to be said: the whole dose, with hold, tempo and rest; tiers in columns or run in.

    `leading` is from line to line, as a multiple of the size; `zone` is between zones, millimetres.
    """

    whole: bool
    run_in: bool
    title: TypeSize
    leading: float = CLEAR.leading
    zone: float = ZONE


SMALLER = TypeSize(20.0, 23.0)
# Lines, and last zones, stand closer where it saves a page, and still clear of one another.
CLOSE, CLOSER, CLOSEST = 1.12, 1.0, 1.09
# What is tried one after another.
TRIED = (
    Tried(whole=True, run_in=False, title=CLEAR.title),
    Tried(whole=True, run_in=False, title=SMALLER),
    Tried(whole=False, run_in=False, title=SMALLER),
    Tried(whole=True, run_in=True, title=SMALLER),
    Tried(whole=False, run_in=True, title=SMALLER),
    Tried(whole=True, run_in=True, title=SMALLER, leading=CLOSE),
    Tried(whole=False, run_in=True, title=SMALLER, leading=CLOSE),
    Tried(whole=False, run_in=True, title=SMALLER, leading=CLOSE, zone=CLOSER),
    Tried(whole=False, run_in=True, title=SMALLER, leading=CLOSEST, zone=CLOSER),
)


def make(job: Job) -> Made:
    """One page, with as much of each dose as it holds."""
    if job.handout is None:
        return Made(problems=no_handout(job, "visit-summary"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    for tried in TRIED:
        page = _page(job, job.handout, tried)
        if page is not None:
            return Made(pages=(page,))
    return make_both(job, job.handout)


def make_both(job: Job, handout: Handout) -> Made:
    """The page, and when to get help on its back."""
    pages = _both(Desk.of(job, handout, SMALLEST, ()))
    return Made(pages=pages) if pages else Made(problems=_too_long(job))


def _page(job: Job, handout: Handout, tried: Tried) -> Face | None:
    """The page, if all goes onto it."""
    sizes = CLEAR._replace(title=tried.title, leading=tried.leading)
    desk = Desk.of(job, handout, SMALLEST, ())._replace(sizes=sizes)
    surface, closing = desk.surface(), Closing(desk, tried.run_in)
    end = desk.page.height - foot_height(desk, alarm=False)
    y = _top(desk, surface, whole=tried.whole, zone=tried.zone) + tried.zone
    if y + closing.height() > end:
        return None
    closing.spread(surface, y, end, ruler=False)
    foot(desk, surface, 1, 1, None)
    return surface.face()


def _both(desk: Desk) -> tuple[Face, ...]:
    """The page and its back, if all that stands before the end goes onto a page."""
    surface, limit = desk.surface(), desk.page.height - foot_height(desk)
    y = _top(desk, surface, whole=True)
    if y > limit:
        return ()
    to_ask(desk, surface, y + ZONE, limit, MANY)
    foot(desk, surface, 1, 2, 2)
    return surface.face(), _back(desk)


def _back(desk: Desk) -> Face:
    """How much pain is fine, and when to get help; what to ask has its lines in front."""
    surface, closing = desk.surface(), Closing(desk)
    closing.spread(surface, running_head(desk, surface) + ZONE, desk.page.height - foot_height(desk), lines=False)
    foot(desk, surface, 2, 2, 2)
    return surface.face()


def _top(desk: Desk, surface: Surface, *, whole: bool, zone: float = ZONE) -> float:
    """All but the end; `whole` tells hold, tempo and rest as well. Gives the height below it."""
    y, trial = letterhead(desk, surface) + zone, surface.trial()
    head = _across if _across(desk, trial, y) < _beside(desk, trial, y) else _beside
    y = head(desk, surface, y) + zone
    with surface.element(Role.H2):
        y = surface.write(surface.set(desk.say("yours"), desk.heading, desk.width), MARGIN, y) + 0.6
    with surface.element(Role.LIST, numbered=True):
        for number, exercise in enumerate(desk.handout.exercises, 1):
            y = _exercise(desk, surface, exercise, y, number, whole=whole) + APART
    return y


def _beside(desk: Desk, surface: Surface, top: float) -> float:
    """What it is and what has changed at the left, what to remember at the right; gives the height below them."""
    width = desk.right - MARGIN - 6.0
    left = named(desk, surface, Box(MARGIN, top, width, 0.0))
    if desk.handout.changes is not None:
        left = Changes(desk, width).draw(surface, left + 1.5)
    right = remember(desk, surface, Box(desk.right, top + 0.8, MARGIN + desk.width - desk.right, 0.0))
    return max(left, right)


def _across(desk: Desk, surface: Surface, top: float) -> float:
    """All of that under one another, from margin to margin; gives the height below it."""
    y = named(desk, surface, Box(MARGIN, top, desk.width, 0.0), run_on=True)
    if desk.handout.changes is not None:
        y = Changes(desk).draw(surface, y + 1.5)
    return remember(desk, surface, Box(MARGIN, y + 1.5, desk.width, 0.0), short=True)


def _exercise(desk: Desk, surface: Surface, exercise: Exercise, top: float, number: int, *, whole: bool) -> float:
    """Title, the number of its card, its dose, and what was said to this person; gives the height below them."""
    words = desk.setting.words
    dose, notes = dosed_in_short(words, exercise)
    more = [desk.say("card", number=words.number_of(exercise.card)), f"{dose}." if dose else "", notes if whole else ""]
    spans = [Span(exercise.card.title, Weight.BOLD), Span(" ".join(filter(None, more)), Weight.REGULAR)]
    spans.append(Span(times_said(words, exercise.prescribed), Weight.BOLD))
    parted = [part for span in spans if span.text for part in (WORD_SPACE, span)][1:]
    with surface.element(Role.ITEM):
        with surface.element(Role.LABEL):
            surface.write(surface.set(desk.say("in_order", n=number), desk.plain, INDENT), MARGIN, top)
        with surface.element(Role.ITEM_BODY):
            block = surface.set(parted, desk.plain, desk.width - INDENT)
            return surface.write(block, MARGIN + INDENT, top, field="dose")


def _too_long(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: the summary of a visit has no room for all of this on one side at {SMALLEST:g} pt."
    hint = "Shorten the notes, take fewer exercises, or hand out the layout `compact-handout`."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
