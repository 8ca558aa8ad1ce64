"""A wall chart: all of a programme on one poster, such as how to run downhill; it bears no name of a patient.

Each card has a picture, its name and what to think of; at the foot stands when to stop. When to get help hangs beside
it. All is printed on A3 or tabloid, or over two sheets of a smaller paper that are glued; no picture lies where they
meet.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from layouts.ground import Earth, flat, sloping
from layouts.handouts.desk import Desk
from layouts.handouts.edges import foot, foot_height
from layouts.handouts.measures import MARGIN, on_handout
from layouts.handouts.reasons import merged
from layouts.handouts.stages import badge
from layouts.hills import fall, runners
from layouts.large_print_handout.measures import LARGE, desk_of
from layouts.large_print_handout.wall import page_of_signs, signs_on
from layouts.pictures import ledge_height, line_weight, show
from layouts.poster import poster_page, seam_of, told_on_a_wall
from layouts.product import Made, no_handout, without_emergency
from layouts.signs import icon, rule
from layouts.standing import arranged
from publisher.colour import WHITE
from publisher.geometry import Box, Point
from publisher.model.card import Movement
from publisher.problems import Problem, place_of
from publisher.programme_words import dosed_in_short, times_said
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span, Style
from publisher.typesetting.surface import Window

if TYPE_CHECKING:
    from layouts.product import Job
    from publisher.figures.illustration import Illustration
    from publisher.model.card import Card
    from publisher.programmes import Exercise
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# Comes out as 22 points or more on all papers.
BODY = 17.6
# Where the page begins, under its head, between two cells, under a picture, from a badge to its words, millimetres.
TOP, UNDER, GUTTER, BELOW, INDENT = 10.0, 4.0, 7.0, 2.5, 11.0
# How many cards stand side by side, the lowest picture that is worth it, and one
# that is large enough for words beside it, millimetres.
ACROSS, LOWEST, GOOD = (2, 3, 1), 18.0, 26.0
# Over the words of the zone at the foot, its icon, and from that to the words, millimetres.
PAD, SIDE, BESIDE = 4.0, 9.0, 3.0


class Rows(NamedTuple):
    """Where rows of cells stand: so many side by side, at these heights, each so high."""

    across: int
    tops: tuple[float, ...]
    height: float


def make(job: Job) -> Made:
    """One poster, its pictures as large as there is room for; more of them only where one has no room."""
    if job.handout is None:
        return Made(problems=no_handout(job, "wall-chart"))
    if problems := without_emergency(job, "a handout"):
        return Made(problems=problems)
    told = told_on_a_wall(job.handout)
    setting = on_handout(job.setting, BODY, ("caption", "harder", "easier"))
    page, seam = poster_page(job.paper), seam_of(job.paper)
    large = desk_of(job._replace(paper=page), told)
    signs = signs_on(large, seam)
    charts = None if signs is None else _charts(Desk(told, setting, page, BODY, LARGE), seam, len(signs))
    if signs is None or charts is None:
        return Made(problems=_too_long(job))
    pages = len(charts) + len(signs)
    beside = (page_of_signs(large, those, (at, pages)) for at, those in enumerate(signs, len(charts) + 1))
    return Made(posters=(*charts, *beside))


def _charts(desk: Desk, seam: tuple[float, float] | None, signs: int) -> list[Face] | None:
    """All cards on one chart or, where that has no room, on as few as they need; None where one alone has none."""
    count = len(desk.handout.exercises)
    for charts in range(1, count + 1):
        ends = [round(count * at / charts) for at in range(charts + 1)]
        faces: list[Face] = []
        for number, (start, end) in enumerate(pairwise(ends), 1):
            those = desk._replace(handout=desk.handout._replace(exercises=desk.handout.exercises[start:end]))
            chart = Chart(those, seam, number, charts + signs, charts + 1)
            face = chart.face(GOOD) or chart._replace(brief=True).face(LOWEST)
            if face is None:
                break
            faces.append(face)
        if len(faces) == charts:
            return faces
    return None


class Chart(NamedTuple):
    """A chart on a page that two sheets may share; `brief` without what to think of.

    It has a number among so many pages, and knows on which the signs begin.
    """

    desk: Desk
    seam: tuple[float, float] | None
    number: int
    pages: int
    signs: int
    brief: bool = False

    def face(self, lowest: float) -> Face | None:
        """The poster; None where not all cards have room with pictures that are so high, millimetres."""
        top = self._head(self.desk.surface().trial())
        found = [rows for across in ACROSS if (rows := self._shared(top, across, lowest))]
        tried = (self._drawn(rows) for rows in sorted(found, key=self._picture_size, reverse=True))
        return next((face for face in tried if face.fits), None)

    def _drawn(self, rows: Rows) -> Face:
        surface, wide = self.desk.surface(), self._wide(rows.across)
        self._head(surface)
        with surface.element(Role.LIST):
            for at, exercise in enumerate(self.desk.handout.exercises):
                row, place = divmod(at, rows.across)
                box = Box(MARGIN + place * (wide + GUTTER), rows.tops[row], wide, rows.height)
                self._cell(surface, exercise, box)
        self._stop(surface)
        foot(self.desk, surface, self.number, self.pages, None)
        return surface.face()

    def _head(self, surface: Surface) -> float:
        """What it is and what for; gives the height below them."""
        desk = self.desk
        with surface.element(Role.H1):
            title = surface.set(desk.handout.programme.title, desk.title, desk.width, balanced=True)
            y = surface.write(title, MARGIN, TOP, field="title") + 0.6
        with surface.element(Role.PARAGRAPH):
            purpose = surface.set(desk.handout.programme.purpose, desk.plain, desk.width)
            return surface.write(purpose, MARGIN, y, field="purpose") + UNDER

    # Where cells stand

    def _wide(self, across: int) -> float:
        return (self.desk.width - GUTTER * (across - 1)) / across

    def _picture_size(self, rows: Rows) -> float:
        """The height of a picture or, where its width is what is short, what that allows."""
        return min(rows.height - self._most_words(rows.across), 0.75 * self._wide(rows.across))

    def _most_words(self, across: int) -> float:
        box, trial = Box(0.0, 0.0, self._wide(across), 0.0), self.desk.surface().trial()
        return max(self._words(trial, each, box) for each in self.desk.handout.exercises) + BELOW

    def _shared(self, top: float, across: int, lowest: float) -> Rows | None:
        """Rows above the seam and below it, all of one height; None where pictures would be too small."""
        count, bottom = -(-len(self.desk.handout.exercises) // across), self._stop_top() - GUTTER
        zones = [(top, bottom)] if self.seam is None else [(top, self.seam[0]), (self.seam[1], bottom)]
        least = self._most_words(across) + (lowest if self._pictured else 0.0)
        best, tallest = None, 0.0
        for first in range(count + 1):
            parts = [(zone, rows) for zone, rows in zip(zones, (first, count - first), strict=False) if rows]
            if sum(rows for _, rows in parts) < count:
                continue
            height = min((end - start - GUTTER * (rows - 1)) / rows for (start, end), rows in parts)
            if height >= least and height > tallest:
                tallest = height
                most = min(height, self._most_words(across) + 0.75 * self._wide(across))
                tops = (top for (start, end), rows in parts for top in _spread(start, end, rows, most))
                best = Rows(across, tuple(tops), most)
        return best

    @property
    def _pictured(self) -> bool:
        return any(self.desk.setting.picture_of(each.card) for each in self.desk.handout.exercises)

    # What stands in a cell

    def _cell(self, surface: Surface, exercise: Exercise, box: Box) -> None:
        high = box.height - self._most_words_at(box)
        picture = self.desk.setting.picture_of(exercise.card)
        with surface.element(Role.ITEM), surface.element(Role.ITEM_BODY):
            if picture is not None:
                self._picture(surface, exercise, picture, box._replace(height=high))
            else:
                high = 0.0
            self._words(surface, exercise, box._replace(y=box.y + high + (BELOW if high else 0.0)))

    def _most_words_at(self, box: Box) -> float:
        trial = self.desk.surface().trial()
        return max(self._words(trial, each, box._replace(y=0.0)) for each in self.desk.handout.exercises) + BELOW

    def _picture(self, surface: Surface, exercise: Exercise, picture: Illustration, box: Box) -> None:
        """Who shows it, on a ground as wide as the cell."""
        card, setting = exercise.card, self.desk.setting
        scale, colours = setting.scale, Earth(setting.colours(card).main, WHITE, setting.theme.outlined)
        window = Window(surface, Box(box.x - scale.margin, box.y, box.width + 2 * scale.margin, box.height))
        middle = box.height - scale.stratum - 0.5 - fall(picture) * box.width / 2
        with surface.artifact():
            if picture.slope:
                through = Point(box.x + box.width / 2, box.y + middle)
                inside = Box(box.x + 1.0, box.y, box.width - 2.0, box.height)
                surface.paint(*sloping(card.group, inside, through, scale.stratum, colours, 0.6, picture.slope))
            else:
                earth = box._replace(y=box.y + middle, height=scale.stratum)
                surface.paint(*flat(card.group, earth, scale.stratum, colours, 0.6))
        if not isinstance(card.body, Movement):
            runners(card, picture, setting, window, 0.0, middle)
            return
        room = Box(scale.margin, 0.5, box.width, middle - 0.75)
        standing = arranged(picture.frames, room, window.trim.width, 3.0, ledge_height(setting))
        show(window, standing, card.picture.alt if card.picture else "", line_weight(window))

    def _words(self, surface: Surface, exercise: Exercise, box: Box) -> float:
        """Badge and name, then the dose, and what to think of; gives the height below them."""
        desk, card, words = self.desk, exercise.card, self.desk.setting.words
        badge(desk, surface, card, Point(box.x, box.y + 0.8))
        x, wide = box.x + INDENT, box.width - INDENT
        size = Style(1.2 * BODY, 1.35 * BODY, desk.setting.theme.ink, Weight.BOLD, -0.1)
        with surface.element(Role.H2):
            y = surface.write(surface.set(card.title, size, wide), x, box.y, field="title")
        dose, _ = dosed_in_short(words, exercise)
        cue = "" if self.brief else _cue(card)
        said = [(f"{dose}." if dose else "", Weight.BOLD), (times_said(words, exercise.prescribed), Weight.BOLD)]
        spans = [Span(str(text), weight) for text, weight in (*said, (cue, Weight.REGULAR)) if text]
        parted = [part for span in spans for part in (WORD_SPACE, span)][1:]
        if not parted:
            return y
        with surface.element(Role.PARAGRAPH):
            return surface.write(surface.set(parted, desk.plain.at(BODY, 1.2 * BODY), wide), x, y, field="cue")

    # At the foot

    def _stop_words(self) -> Block:
        """All reasons to stop, the signs that cannot wait, and where all signs are."""
        desk, words = self.desk, self.desk.setting.words
        spans: list[Span] = []
        each = [getattr(exercise.card.body, "stop_if", ()) for exercise in desk.handout.exercises]
        if reasons := merged(why for some in each for why in some):
            spans = [Span(words.say("card.stop_if"), Weight.BOLD), WORD_SPACE]
            spans += [Span(words.stop_if(reasons), Weight.REGULAR), WORD_SPACE]
        spans += [Span(words.say("card.alarm"), Weight.BOLD), WORD_SPACE]
        spans += [Span(words.say("card.get_help"), Weight.BOLD), WORD_SPACE]
        spans.append(Span(desk.say("signs_page", n=self.signs), Weight.REGULAR))
        return desk.surface().set(spans, desk.plain, desk.width - SIDE - BESIDE)

    def _stop_top(self) -> float:
        inside = self.desk.setting.scale.stop_rule + PAD + self._stop_words().height
        return self.desk.page.height - foot_height(self.desk, alarm=False) - inside

    def _stop(self, surface: Surface) -> None:
        """When to stop, on a ground to the edge of the page, on which its foot stands too."""
        top, heavy, theme = self._stop_top(), self.desk.setting.scale.stop_rule, self.desk.setting.theme
        y = top + heavy + PAD
        with surface.artifact():
            zone = Box(-3.0, top, surface.trim.width + 6.0, surface.trim.bottom + 3.0 - top)
            rule(surface, zone, theme.stop_ground)
            rule(surface, zone._replace(height=heavy), theme.ink)
            icon(surface, self.desk.setting, "stop", Box(MARGIN, y, SIDE, SIDE), theme.wrong)
        with surface.element(Role.PARAGRAPH):
            surface.write(self._stop_words(), MARGIN + SIDE + BESIDE, y, field="stop_if")


def _cue(card: Card) -> str:
    """What to think of; where the title says that already, what is right."""
    cue = str(getattr(card.body, "cue", None) or card.purpose)
    return str(getattr(card.body, "right", card.purpose)) if cue.rstrip(".") == card.title else cue


def _spread(start: float, end: float, rows: int, height: float) -> list[float]:
    """Where rows begin between two heights, what is left over shared out around them."""
    air = (end - start - rows * height) / rows
    return [start + at * (height + air) for at in range(rows)]


def _too_long(job: Job) -> tuple[Problem, ...]:
    sentence = f"{job.title}: one card with its note has no room on a poster at 22 pt."
    hint = "Shorten the note, print on A3, or hand out the layout `poster`."
    return (Problem("does-not-fit", sentence, hint, place_of(job.title)),)
