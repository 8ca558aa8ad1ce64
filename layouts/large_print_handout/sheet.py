"""One exercise, which has a page of its own: who does it and how much on the ground, then how, then when to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.blocks import dose_strip
from layouts.captions import breathed, caption_height, captions
from layouts.column import Column
from layouts.ground import Earth, flat
from layouts.handouts.edges import foot, foot_height, running_head
from layouts.handouts.measures import MARGIN
from layouts.handouts.stages import captioned
from layouts.head import head
from layouts.hills import fall, hill, runners
from layouts.large_print_handout.measures import DISC, LEVELS, without
from layouts.large_print_handout.rows import steps_and_notes, tempo_told
from layouts.pictures import ledge_height, line_weight, show, ties
from layouts.rows import rows
from layouts.signs import icon, rule
from layouts.standing import arranged
from publisher.geometry import Box
from publisher.model.card import Movement
from publisher.model.patient import Need
from publisher.programme_words import as_pictured, note_said, time_said, times_said
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.handouts.desk import Desk
    from layouts.pictures import Tie
    from layouts.standing import Standing
    from publisher.figures.illustration import Illustration
    from publisher.programmes import Exercise
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Block
    from publisher.typesetting.surface import Surface

# How high a picture is wanted before words go, then what else would do, and which words it may cost, as levels of what
# is left out: before how to breathe and where not to feel it go, a picture is small, then there is no purpose.
WANTED = (
    *((high, LEVELS[:5]) for high in (62.0, 50.0, 44.0, 33.0)),
    (36.0, ((*LEVELS[4], "purpose"),)),
    (36.0, LEVELS[5:-1]),
    (24.0, LEVELS),
)
# The most is a body of 98 millimetres; half of the line that the ground is goes over it.
TALLEST, LINE = 98.0, 0.6
# Under the head, from captions to the dose, under the dose, around the reasons to stop, millimetres.
UNDER_HEAD, TO_DOSE, UNDER_DOSE, AROUND = 2.5, 3.0, 3.4, 4.0
# From the strip of the ground to the captions, whose white edges do not bite it, millimetres.
CLEAR = 1.0
# The least and the most air between two rows, millimetres.
CLOSE, WIDE = 2.2, 6.0


class Sheet(NamedTuple):
    """A page with one exercise; its title is a heading of that level.

    Where it is printed over two sheets, nothing that is read stands at the `seam`: how it is done begins below it.
    """

    desk: Desk
    exercise: Exercise
    role: Role = Role.H2
    seam: tuple[float, float] | None = None

    def fitted(self) -> Sheet | None:
        """With as many words as leave the picture a good height, or else the least; None where not even that goes.

        Whoever needs easy words has the fewest from the start.
        """
        for wanted, levels in WANTED:
            for left_out in self._levels(levels):
                tried = self._replace(desk=without(self.desk, left_out))
                if tried.spare() >= tried.needed(wanted):
                    return tried
        return None

    def _levels(self, levels: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
        """What may be left out: first how to breathe, where captions tell it; all but its purpose in easy words."""
        if Need.EASY_WORDS in self.desk.handout.needs:
            return [left_out for left_out in LEVELS[-2:] if left_out in levels]
        if self._breath_shown():
            return [(), *((*left_out, "breathing") for left_out in levels)]
        return levels

    def face(self, number: int, pages: int, signs: int) -> Face:
        """The page as it is handed out."""
        surface = self.desk.surface()
        y = self._head(surface)
        high = self._high(y, self.spare())
        y = self._below_seam(self._stage(surface, y, high))
        self._rows(self._column(surface, y, self._air(y)))
        self._stop(surface, signs)
        foot(self.desk, surface, number, pages, None)
        return surface.face()

    # How high things are

    def needed(self, most: float) -> float:
        """How high the picture is when it is as large as it may be, at most so high; nothing where there is none."""
        picture, top = self.desk.setting.picture_of(self.exercise.card), self._head(self.desk.surface().trial())
        if picture is None:
            return self._beside_tab(top)
        if not isinstance(self.exercise.card.body, Movement):
            steeper = max(0.0, fall(picture) - fall(None)) * self.desk.page.width
            return min(most, 0.9 * TALLEST) + steeper
        return self._high(top, most)

    def _high(self, top: float, limit: float) -> float:
        """How much of a height the picture takes with nothing but air over it, as large as it can be there."""
        picture = self.desk.setting.picture_of(self.exercise.card)
        if picture is None or not isinstance(self.exercise.card.body, Movement):
            return max(0.0, min(limit, self.needed(TALLEST)))
        limit = max(0.0, min(limit, TALLEST + self._beside_tab(top)))
        standing, beside_tab = self._standing(picture, top, top + limit)
        high = LINE + top + limit - min(each.box.y for each in standing)
        return min(limit, high if beside_tab else high + self._beside_tab(top))

    def _beside_tab(self, top: float) -> float:
        """How far the tab hangs down beside what begins at a height."""
        return max(0.0, self._tab.bottom - top)

    def spare(self) -> float:
        """What the words leave a picture, millimetres."""
        trial = self.desk.surface().trial()
        end = self._stage(trial, self._head(trial), 0.0)
        column = self._column(trial, self._below_seam(end), CLOSE)
        self._rows(column)
        left = self._stop_top() - column.y - 2.0
        return left if self.seam is None or left < 0 else self.seam[0] - end

    def _below_seam(self, y: float) -> float:
        return y if self.seam is None else max(y, self.seam[1])

    def _air(self, top: float) -> float:
        """Between two rows, so that they fill the page from a height down."""
        column = self._column(self.desk.surface().trial(), top, CLOSE)
        self._rows(column)
        return min(WIDE, CLOSE + max(0.0, self._stop_top() - 2.0 - column.y) / max(1.0, column.gaps))

    # From the top down

    @property
    def _tab(self) -> Box:
        """Where the tab hangs, with air around it."""
        scale, wide = self.desk.setting.scale, self.desk.page.width
        return Box(wide - MARGIN - scale.tab_width - 4.0, 0.0, scale.tab_width + 8.0, scale.tab_height + 2.5)

    def _head(self, surface: Surface) -> float:
        """The title of the programme once more, if this is a page of it, then that of the exercise."""
        over = 0.0
        if self.role is Role.H2:
            wide = self._tab.x - MARGIN
            over = max(0.0, running_head(self.desk, surface, wide) - MARGIN)
        return head(self.exercise.card, self.desk.setting, surface, 3, self.role, over) + UNDER_HEAD

    def _stage(self, surface: Surface, top: float, high: float) -> float:
        """Who does it and how much, `high` millimetres for the picture; gives the height below them."""
        picture = self.desk.setting.picture_of(self.exercise.card)
        if not isinstance(self.exercise.card.body, Movement):
            return self._hill(surface, picture, top, high)
        ground = top + high
        bottom = self._dose(surface.trial(), ground, picture) + UNDER_DOSE
        self._earth(surface, ground, bottom)
        if picture is not None and high > 0:
            self._figures(surface, picture, top, ground - LINE)
        self._dose(surface, ground, picture)
        return bottom + 2.0

    def _hill(self, surface: Surface, picture: Illustration | None, top: float, high: float) -> float:
        """Somebody who runs, on the ground that the picture wants; gives the height below the ground."""
        if picture is None or high <= 0:
            return top
        setting, card = self.desk.setting, self.exercise.card
        bottom = top + high
        high = captioned(surface, setting, card, Box(MARGIN, top, self.desk.width, high)).height
        reach = fall(picture) * surface.trim.width / 2
        middle = hill(card, picture, setting, surface, top + high - setting.scale.stratum - reach, top + high)
        runners(card, picture, setting, surface, top, middle)
        return bottom + 2.0

    def _earth(self, surface: Surface, ground: float, bottom: float) -> None:
        """The ground that all stands on, from edge to edge."""
        setting, card = self.desk.setting, self.exercise.card
        colours = setting.colours(card)
        with surface.artifact():
            box = Box(-3.0, ground, surface.trim.width + 6.0, bottom - ground)
            pair = Earth(colours.main, colours.tint, setting.theme.outlined)
            surface.paint(*flat(card.group, box, setting.scale.stratum, pair, 0.7))

    def _figures(self, surface: Surface, picture: Illustration, top: float, ground: float) -> None:
        body, setting, card = self.exercise.card.body, self.desk.setting, self.exercise.card
        standing, _ = self._standing(picture, top, ground)
        show(surface, standing, card.picture.alt if card.picture else "", line_weight(surface))
        if isinstance(body, Movement):
            tied = self._tied(surface, picture, body, standing)
            captions(surface, setting, standing, tied, ground + LINE + setting.scale.stratum + CLEAR, DISC)

    def _tied(
        self, surface: Surface, picture: Illustration, body: Movement, standing: Sequence[Standing]
    ) -> list[Tie | None]:
        """The words under a picture. How to breathe is told in words, once: there or in a row of its own."""
        setting = self.desk.setting
        tied = ties(picture, body.steps, setting, body.dose)
        if body.breathing is not None and not setting.leaves_out("breathing"):
            return [one and one._replace(breath="") for one in tied]
        return breathed(surface, setting, standing, tied, DISC)

    def _breath_shown(self) -> bool:
        """Whether the words under the picture can say how to breathe, in and out."""
        picture, body = self.desk.setting.picture_of(self.exercise.card), self.exercise.card.body
        if picture is None or not isinstance(body, Movement):
            return False
        trial, setting = self.desk.surface().trial(), self.desk.setting
        top = self._head(trial)
        standing, _ = self._standing(picture, top, top + WANTED[0][0])
        tied = ties(picture, body.steps, setting, body.dose)
        told = breathed(trial, setting, standing, tied, DISC)
        pairs = zip(tied, told, strict=True)
        return {one.breath for one, said in pairs if one and said and one.caption != said.caption} >= {"in", "out"}

    def _standing(self, picture: Illustration, top: float, ground: float) -> tuple[list[Standing], bool]:
        """As large as there is room below the tab or beside it, and whether that is beside it."""
        tab, under = self._tab, max(top, self._tab.bottom)
        rooms = (
            Box(MARGIN, top, tab.x - MARGIN, ground - top),
            Box(MARGIN, under, self.desk.width, max(1.0, ground - under)),
        )
        between = ledge_height(self.desk.setting)
        beside, below = (arranged(picture.frames, room, 2 * TALLEST, 6.0, between) for room in rooms)
        return (beside, True) if beside[0].height >= below[0].height else (below, False)

    def _dose(self, surface: Surface, ground: float, picture: Illustration | None) -> float:
        """Figures, what is said to this person, and what the figures leave unsaid; gives the height below them."""
        desk, body, given = self.desk, self.exercise.card.body, self.exercise.prescribed
        if not isinstance(body, Movement):
            return ground
        scale, words = desk.setting.scale, desk.setting.words
        under = CLEAR + caption_height(desk.setting, DISC) if picture is not None else 0.0
        # The last step tells the rest.
        dose = body.dose._replace(rest=None, days_a_week=None if given.days else body.dose.days_a_week)
        box = Box(MARGIN, ground + scale.stratum + under + TO_DOSE, desk.width, 0.0)
        y, days = dose_strip(surface, desk.setting, dose, box, self.exercise.card.title, marked=False)
        spans = [Span(own, Weight.BOLD) for own in [times_said(words, given)] if own]
        seen = dose if picture is None else as_pictured(words, self.exercise, dose)
        brief = desk.setting.leaves_out("minutes")
        minutes = "" if brief else time_said(words, body.dose)
        if brief and tempo_told(words, body):
            seen = seen._replace(tempo=None)
        if notes := f"{words.dose_notes(seen, days=days)} {minutes}".strip():
            spans += [*([WORD_SPACE] if spans else []), Span(notes, Weight.REGULAR)]
        if not spans:
            return y
        with surface.element(Role.PARAGRAPH):
            return surface.write(surface.set(spans, desk.plain, desk.width), MARGIN, y + 0.8, field="dose")

    def _column(self, surface: Surface, top: float, air: float) -> Column:
        column = Column(surface, self.desk.setting, top, 1000.0, 0.0, air)
        column.sign = DISC
        return column

    def _rows(self, column: Column) -> None:
        """How it is done; a note on what is only read comes first."""
        given, body = self.exercise.prescribed, self.exercise.card.body
        if isinstance(body, Movement):
            steps_and_notes(self.desk, body, column)
            return
        if given.note:
            column.note("note", "fix", note_said(given), "")
        rows(self.exercise.card, column)

    # At the foot

    def _stop_words(self, signs: int) -> Block:
        """The reasons to stop, the signs that cannot wait, and where all of them are."""
        desk, words = self.desk, self.desk.setting.words
        reasons = getattr(self.exercise.card.body, "stop_if", ())
        spans: list[Span] = []
        if reasons:
            spans = [Span(words.say("card.stop_if"), Weight.BOLD), WORD_SPACE]
            spans += [Span(words.stop_if(reasons), Weight.REGULAR), WORD_SPACE]
        spans += [Span(words.say("card.alarm"), Weight.BOLD), WORD_SPACE]
        spans += [Span(desk.say("call_now", emergency=words.emergency_number()), Weight.BOLD), WORD_SPACE]
        spans.append(Span(desk.say("signs_page", n=signs), Weight.REGULAR))
        return desk.surface().set(spans, desk.plain, desk.width - desk.setting.scale.gutter)

    def _stop_top(self) -> float:
        """Where the zone with the reasons to stop begins."""
        scale = self.desk.setting.scale
        inside = scale.stop_rule + AROUND + self._stop_words(99).height
        return self.desk.page.height - foot_height(self.desk, alarm=False) - inside

    def _stop(self, surface: Surface, signs: int) -> None:
        """The zone to the edge of the page, whose foot stands on it too."""
        setting, top = self.desk.setting, self._stop_top()
        scale, block = setting.scale, self._stop_words(signs)
        y = top + scale.stop_rule + AROUND
        with surface.artifact():
            zone = Box(-3.0, top, surface.trim.width + 6.0, surface.trim.bottom + 3.0 - top)
            rule(surface, zone, setting.theme.stop_ground)
            rule(surface, zone._replace(height=scale.stop_rule), setting.theme.ink)
            where = Box(MARGIN, y + (block.leading - DISC) / 2, DISC, DISC)
            icon(surface, setting, "stop", where, setting.theme.wrong)
        with surface.element(Role.PARAGRAPH):
            surface.write(block, MARGIN + scale.gutter, y, field="stop_if")
