"""A handout in short: 8 to 10 rows a page, for somebody who has been shown them. Type is 12 points at the least.

A row has code, title and dose, the start, the steps line by line, and a picture; what all have in common is said once.
Only the numerals in discs, on badges and of sources are smaller than 12 points, and none is under 10: a rigid floor
would make a table of pictures worse (Simplification Centre, The Clear Print Standard).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.compact_handout.rows import Row, in_rows
from layouts.compact_handout.stops import shared, zone
from layouts.handouts.closing import Closing
from layouts.handouts.desk import Desk
from layouts.handouts.edges import running_head
from layouts.handouts.filling import Heads, filled, heights_of, shape_at, shape_of
from layouts.handouts.head import changed, head
from layouts.handouts.measures import GAP, MARGIN, SMALLEST
from layouts.handouts.spare import room_for_pain
from layouts.product import Made, no_handout, without_emergency
from publisher.model.card import Movement
from publisher.model.theme import TypeSize
from publisher.problems import Problem, place_of
from publisher.programme_words import tells_days
from publisher.typesetting.face import Role
from publisher.typesetting.fitting import sizes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.handouts.filling import Shape
    from layouts.handouts.pieces import Piece
    from layouts.product import Job
    from publisher.model.dose import Range
    from publisher.programmes import Handout
    from publisher.typesetting.surface import Surface

# The largest type: titles beside their doses have no room for more.
LARGEST = 13.0
# The title of the page: in short there is more to it below.
NAMED = TypeSize(20.0, 22.0)
# The least between two rows, millimetres.
CLOSE = 0.6
# What gives way where it would cost a page, level by level: the tempo, then the start where the picture shows it, and
# last how sets go on.
LEFT_OUT: tuple[tuple[str, ...], ...] = ((), ("tempo",), ("tempo", "start"), ("tempo", "start", "sets"))


class Sheet(NamedTuple):
    """A handout in short at one body size; `each` is the desk of each exercise, which may go without some parts.

    The milder signs are `run_in` where their columns would cost a page. Where no page has room for the ruler of pain
    it is `ruled` under the grid, if that has room.
    """

    desk: Desk
    each: tuple[Desk, ...]
    run_in: bool = False
    ruled: bool = False

    @staticmethod
    def of(job: Job, handout: Handout, body: float, levels: Sequence[int], *, run_in: bool) -> Sheet:
        """The sheet for a job, what each exercise leaves out by its level."""
        desks = [in_rows(Desk.of(job, handout, body, left_out)) for left_out in LEFT_OUT]
        desks = [desk._replace(sizes=desk.sizes._replace(title=NAMED)) for desk in desks]
        return Sheet(desks[0], tuple(desks[level] for level in levels), run_in)

    @property
    def pieces(self) -> list[Piece]:
        """What has changed, the exercises row by row, then when to get help."""
        desk, handout = self.desk, self.desk.handout
        days = days_of_all(handout)
        rows = [Row(own, exercise, days) for own, exercise in zip(self.each, handout.exercises, strict=True)]
        return [*changed(desk), *rows, Closing(desk, self.run_in)]

    @property
    def heads(self) -> Heads:
        """Over the rows of each page, what ends any exercise; on the first how often a week, if that is one for all."""
        once = shared(exercise.card for exercise in self.desk.handout.exercises)

        def first(on: Desk, surface: Surface) -> float:
            return zone(on, surface, once, self._often(surface, head(on, surface, ruled=self.ruled) + GAP)) + GAP

        def later(on: Desk, surface: Surface) -> float:
            return zone(on, surface, once, running_head(on, surface)) + GAP

        return Heads(first, later, CLOSE, bare=running_head)

    def _often(self, surface: Surface, top: float) -> float:
        days, desk = days_of_all(self.desk.handout), self.desk
        if days is None or tells_days(desk.setting.words, desk.handout.programme):
            return top
        said = desk.say("do_all", days=desk.setting.words.counted(days, "days_a_week"))
        with surface.element(Role.PARAGRAPH):
            return surface.write(surface.set(said, desk.plain.bold(), desk.width), MARGIN, top, field="dose") + 1.4

    def shape(self) -> Shape | None:
        """What stands on which page; None where a row is higher than a page."""
        return shape_of(self.desk, self.pieces, self.heads)


def make(job: Job) -> Made:
    """The pages: head, what ends any exercise, the exercises row by row, then when to get help."""
    if job.handout is None:
        return Made(problems=no_handout(job, "compact-handout"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    sheet = _best(job, job.handout)
    if sheet is None:
        return Made(problems=_too_high(job))
    shape = sheet.shape()
    if shape is not None and not shape.has_room(room_for_pain(sheet.desk)):
        sheet = sheet._replace(ruled=True)
    return Made(pages=filled(sheet.desk, sheet.pieces, sheet.heads))


def _best(job: Job, handout: Handout) -> Sheet | None:
    """The most words that the fewest pages hold, rows together, pain told; then the largest type that stays there."""
    both = [Levels.of(job, handout, run_in=run_in) for run_in in (False, True)]
    held = [
        (tried, levels, shape)
        for alike in zip(*(tried.alike() for tried in both), strict=True)
        for tried, levels in zip(both, alike, strict=True)
        if (shape := tried.shape(levels))
    ]
    if not held:
        return None
    ruler = room_for_pain(both[0].sheet.desk)
    tried, levels, shape = min(held, key=lambda each: _faults(each[0], each[1], each[2], ruler))
    pages, run_in = shape.pages, tried.sheet.run_in
    levels = tried.said_again(levels, shape, ruler)
    larger = [Sheet.of(job, handout, body, levels, run_in=run_in) for body in sizes(LARGEST, SMALLEST)]
    fits = [sheet for sheet in larger if (own := sheet.shape()) and own.pages == pages]
    return next(
        (sheet for sheet in fits if (own := sheet.shape()) and own.has_room(room_for_pain(sheet.desk))), fits[-1]
    )


def _faults(tried: Levels, levels: Sequence[int], shape: Shape, ruler: float) -> tuple[int, int, bool, bool, int]:
    """What is wrong with it, the worst first: pages, sets or starts untold, signs run in, no ruler, rows apart."""
    untold = max(0, max(levels, default=0) - LEFT_OUT.index(("tempo",)))
    return (
        len(shape.pages),
        untold,
        tried.sheet.run_in,
        not shape.has_room(ruler),
        _with_rows(shape.pages),
    )


class Levels(NamedTuple):
    """How high each piece is in the smallest type, by what it leaves out: a line of heights for each level."""

    sheet: Sheet
    heights: tuple[tuple[float, ...], ...]

    @staticmethod
    def of(job: Job, handout: Handout, *, run_in: bool) -> Levels:
        """All heights, measured once."""
        count = len(handout.exercises)
        sheets = [Sheet.of(job, handout, SMALLEST, [level] * count, run_in=run_in) for level in range(len(LEFT_OUT))]
        return Levels(sheets[0], tuple(tuple(heights_of(sheet.pieces, sheet.heads)) for sheet in sheets))

    def alike(self) -> Iterator[list[int]]:
        """All exercises on one level, level by level."""
        count = len(self.sheet.each)
        return ([level] * count for level in range(len(LEFT_OUT)))

    def shape(self, levels: Sequence[int]) -> Shape | None:
        """Which pieces stand on which page; None where a row is higher than a page."""
        whole = self.heights[0]
        # What has changed stands before the rows, and the end after them.
        first = len(whole) - 1 - len(levels)
        rows = [self.heights[level][first + at] for at, level in enumerate(levels)]
        return shape_at([*whole[:first], *rows, whole[-1]], self.sheet.desk, self.sheet.heads)

    def said_again(self, levels: list[int], shape: Shape, ruler: float) -> list[int]:
        """The same pages with what one exercise or another need not leave out on them: first the starts, in order.

        What they take is not the room of the `ruler` of pain.
        """
        for level in range(max(levels, default=0) - 1, -1, -1):
            for at in range(len(levels)):
                tried = [*levels[:at], level, *levels[at + 1 :]]
                fuller = self.shape(tried)
                if fuller and fuller.pages == shape.pages and fuller.has_room(ruler) >= shape.has_room(ruler):
                    levels = tried
        return levels


def _with_rows(pages: Sequence[range]) -> int:
    """On how many pages there is more than the end of the handout."""
    return len(pages) - (len(pages[-1]) == 1)


def days_of_all(handout: Handout) -> Range | None:
    """How often a week all exercises are done, if that is the same for all and nobody set days of the week."""
    given = {
        None if each.prescribed.days else each.card.body.dose.days_a_week
        for each in handout.exercises
        if isinstance(each.card.body, Movement)
    }
    return given.pop() if len(given) == 1 and len(handout.exercises) > 1 else None


def _too_high(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: one exercise with its note does not fit on a page at {SMALLEST:g} pt."
    hint = "Shorten the notes and the lines to remember, or print on a larger paper."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
