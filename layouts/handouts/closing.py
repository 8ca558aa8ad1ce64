"""The end of a handout: when to do more, when to get help and from whom, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts import tiers
from layouts.citing import cite
from layouts.handouts.measures import MARGIN
from layouts.handouts.pieces import Drawn, told
from layouts.handouts.spare import pain, to_ask
from layouts.help_strip import HelpStrip
from layouts.signs import icon, rule
from publisher.geometry import Box, mm
from publisher.model.card import Tier
from publisher.model.patient import Need
from publisher.programme_words import checked_said, cited, see_someone_said
from publisher.programmes import told_of_tier
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import NO_BREAK_SPACE, WORD_SPACE, Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.handouts.desk import Desk
    from layouts.handouts.pieces import Piece
    from publisher.typesetting.surface import Surface

# Between the two columns, and between zones, millimetres.
GUTTER, ZONE = 9.0, 4.0
# From this body size on, points, a page is in large print.
LARGE_PRINT = 18.0
# Over what stands at the foot, and over what fills the room before it, millimetres.
OVER_ORIGIN = 4.0
# The key that marks what nobody has a source for yet: there is nothing to look up.
NO_SOURCE = "not-yet-sourced"
# How close the signs stand; between tiers that are paragraphs, millimetres.
TIGHT, BETWEEN_TIERS = 0.55, 1.8
# Signs that need a doctor today go into a line each, and no heading is higher than three.
SHARES = {Tier.URGENT: 0.48, Tier.SEE_SOMEONE: 0.29, Tier.KEEP_GOING: 0.23}


class Closing(NamedTuple):
    """All that stands at the end of the last page, in one piece; the milder tiers `run_in` where room is short.

    Emergencies come first: nothing to write on, and nothing that can wait, stands over them. When to do more is `told`
    in it, or before it.
    """

    desk: Desk
    run_in: bool = False
    told: bool = True

    def height(self) -> float:
        """How high it is, millimetres."""
        return self.draw(self.desk.surface().trial(), 0.0)

    def draw(self, surface: Surface, top: float) -> float:
        """From a height down; gives the height below it."""
        return self._origin(surface, self._help(surface, top))

    def spread(self, surface: Surface, top: float, bottom: float, *, ruler: bool = True, lines: bool = True) -> bool:
        """From a height down to another, with what is of use between them: the ruler of pain, and lines to write on.

        Gives whether there are such lines. Where it comes from is told at the foot.
        """
        y = self._help(surface, top)
        end = bottom - self._origin(surface.trial(), 0.0)
        if ruler:
            # Where it has just its own room, it stands nearer to what is above.
            below = pain(self.desk, surface, y + OVER_ORIGIN, end)
            y = below if below > y + OVER_ORIGIN else pain(self.desk, surface, y, end)
        else:
            y += OVER_ORIGIN
        asked = lines and to_ask(self.desk, surface, y, end - OVER_ORIGIN)
        self._origin(surface, end)
        return asked

    @property
    def _run_in(self) -> bool:
        return self.run_in or self.desk.sizes.run_in

    def _help(self, surface: Surface, top: float) -> float:
        """When to get help and from whom, then when to do more; gives the height below them."""
        run_in = self._run_in
        y = (self._in_lines(surface, top) if run_in else self._signs(surface).draw(top)) + 1.0
        y = call(self.desk, surface, y)
        if self.told:
            y = _further_in_one(self.desk, surface, y) if run_in else self._further(surface, y + ZONE / 2)
        return initials(self.desk, surface, y)

    def _origin(self, surface: Surface, top: float) -> float:
        """Other formats and where it comes from; gives the height below them."""
        return origin(self.desk, surface, top + 1.6, run_in=self.run_in)

    def _further(self, surface: Surface, top: float) -> float:
        """When to do more, at the left, and to show it before one leaves, at the right; gives the height below them."""
        desk, width = self.desk, (self.desk.width - GUTTER) / 2
        columns = zip((further(desk), teach_back(desk)), (MARGIN, MARGIN + width + GUTTER), strict=True)
        return max(told(desk, surface, *said, (x, top, width)) for said, x in columns)

    def _signs(self, surface: Surface) -> HelpStrip:
        desk = self.desk
        heading = Style(1.08 * desk.body, 1.3 * desk.body, desk.setting.theme.ink, Weight.BOLD)
        # Signs of an emergency are in no smaller type than all else.
        plain = max(desk.plain, desk.plain.at(*desk.sizes.signs), key=lambda style: style.size)
        signs = desk.handout.signs
        strip = HelpStrip(surface, desk.setting, signs, plain, desk.heading, heading, MARGIN, TIGHT, SHARES)
        return strip._replace(apart=True, ours=see_someone_said(desk.setting.words, desk.handout.clinic))

    def _in_lines(self, surface: Surface, top: float) -> float:
        """Emergencies as ever; each other tier as a paragraph beside its bar; gives the height below them."""
        desk, strip = self.desk, self._signs(surface)
        red = strip._replace(surface=surface.trial()).emergency(top)
        with surface.artifact():
            ground = Box(-3.0, top, surface.trim.width + 6.0, red - top)
            surface.paint(*tiers.alarm_ground(ground, desk.setting.theme, surface.trim.size, framed=True))
        y = strip.emergency(top) + BETWEEN_TIERS
        for tier in SHARES:
            y = _run_in(desk, surface, tier, y) + BETWEEN_TIERS
        return y


def ending(desk: Desk, *, run_in: bool = False) -> list[Piece]:
    """The end of a handout: one piece, or two in type so large that one would be higher than some pages."""
    if not desk.sizes.run_in:
        return [Closing(desk, run_in)]
    return [Drawn(desk, _further_in_lines), Closing(desk, told=False)]


def _further_in_lines(desk: Desk, surface: Surface, top: float) -> float:
    """When to do more, and to show it before one leaves, each heading run in; gives the height below them."""
    for said in (further(desk), teach_back(desk)):
        with surface.element(Role.PARAGRAPH):
            top = surface.write(surface.set(_headed(desk, said), desk.plain, desk.width), MARGIN, top, field="told")
    return top


def _further_in_one(desk: Desk, surface: Surface, top: float) -> float:
    """The same in a paragraph each, its heading before it, where each line counts; in one in the type of easy words."""
    y = top
    if desk.sizes.run_in:
        spans = [*_headed(desk, further(desk)), WORD_SPACE, *_headed(desk, teach_back(desk))]
        with surface.element(Role.PARAGRAPH):
            return surface.write(surface.set(spans, desk.plain, desk.width), MARGIN, y, field="told")
    for said in (further(desk), teach_back(desk)):
        with surface.element(Role.PARAGRAPH):
            y = surface.write(surface.set(_headed(desk, said), desk.plain, desk.width), MARGIN, y, field="told")
        y += TIGHT
    return y


def _headed(desk: Desk, said: tuple[str, str]) -> list[Span]:
    heading, text = said
    return [Span(desk.say("run_in", heading=heading), Weight.BOLD), WORD_SPACE, Span(text, Weight.REGULAR)]


def _run_in(desk: Desk, surface: Surface, tier: Tier, top: float) -> float:
    """Bar, icon, heading in bold and signs behind it; gives the height below them."""
    setting, side, bar = desk.setting, 1.5 * mm(desk.body), 2.2
    colour, x = setting.theme.tiers[tier], MARGIN + 2.2 + 2.0
    with_pain, alone = told_of_tier(desk.handout.signs, tier)
    spans = [Span(heading_of(desk, tier), Weight.BOLD), WORD_SPACE]
    spans.append(Span(_in_a_row(desk, with_pain), Weight.REGULAR))
    if alone:
        spans += [WORD_SPACE, Span(desk.say("alone"), Weight.BOLD), WORD_SPACE]
        spans.append(Span(_in_a_row(desk, alone), Weight.REGULAR))
    block = surface.set(spans, desk.plain, MARGIN + desk.width - x - side - 1.6)
    bottom = top + max(block.height, side)
    with surface.element(Role.PARAGRAPH):
        with surface.artifact():
            surface.paint(*tiers.beside(tier, Box(MARGIN, top, bar, bottom - top), colour))
            icon(surface, setting, tiers.ICONS[tier], Box(x, top, side, side), colour)
        surface.write(block, x + side + 1.6, top, field="signs")
    return bottom


def _in_a_row(desk: Desk, signs: Sequence[str]) -> str:
    """Signs behind one another, each with a mark before it that stays with its first word."""
    mark = desk.say("mark") + NO_BREAK_SPACE
    return " ".join(mark + sign for sign in signs)


def heading_of(desk: Desk, tier: Tier) -> str:
    """What to do about the signs of a tier: as everywhere, or, where it can wait, whom of the clinic to call."""
    ours = see_someone_said(desk.setting.words, desk.handout.clinic) if tier is Tier.SEE_SOMEONE else None
    return ours or desk.setting.words.tier(tier, "handed")


def further(desk: Desk) -> tuple[str, str]:
    """When to do more, as a heading and a sentence."""
    return desk.say("further"), desk.handout.programme.move_on or desk.say("move_on")


def teach_back(desk: Desk) -> tuple[str, str]:
    """To show it before one leaves, as a heading and a sentence."""
    return desk.say("teach_back"), desk.say("teach_back_how")


def call(desk: Desk, surface: Surface, top: float) -> float:
    """The clinic's own number, its hours, and whom to call when it is closed; gives the height below them."""
    clinic = desk.handout.clinic
    if clinic is None or clinic.phone is None:
        return top
    spans = [Span(desk.say("call", phone=clinic.phone), Weight.BOLD)]
    for more in filter(None, [", ".join(clinic.opening_hours), clinic.out_of_hours]):
        spans += [WORD_SPACE, Span(more if more.endswith(".") else f"{more}.", Weight.REGULAR)]
    side = 1.3 * mm(desk.body)
    block = surface.set(spans, desk.plain, desk.width - side - 2.2)
    with surface.element(Role.PARAGRAPH):
        with surface.artifact():
            where = Box(MARGIN, top + (block.leading - side) / 2, side, side)
            icon(surface, desk.setting, "phone", where, desk.setting.theme.ink)
        return surface.write(block, MARGIN + side + 2.2, top, field="phone") + 1.0


def initials(desk: Desk, surface: Surface, top: float) -> float:
    """Where it is asked for, lines on which both sign that all was shown; gives the height below them."""
    if not desk.handout.initials:
        return top
    lead, y = mm(desk.plain.leading), top + 3.0
    half = (desk.width - GUTTER) / 2
    for path, x in (("shown_to", MARGIN), ("shown_by", MARGIN + half + GUTTER)):
        word = surface.set(desk.say(path), desk.plain, half)
        with surface.element(Role.PARAGRAPH):
            surface.write(word, x, y, field="initials")
        with surface.artifact():
            start = x + word.width + 1.5
            rule(surface, Box(start, y + 0.82 * lead, x + half - start, 0.24), desk.setting.theme.ink)
    return y + lead + 1.0


def origin(desk: Desk, surface: Surface, top: float, *, run_in: bool = False) -> float:
    """Other formats in large print, then sources and review in small, each in lines of its own or all in one go.

    Gives the height below them.
    """
    y = formats(desk, surface, top) + 0.8
    lines = list(sources_said(desk))
    for line in [" ".join(lines)] if run_in else lines:
        with surface.element(Role.PARAGRAPH):
            y = surface.write(surface.set(line, desk.foot, desk.width), MARGIN, y, field="sources")
    return y


def formats(desk: Desk, surface: Surface, top: float) -> float:
    """In what other ways it can be had, in large print; gives the height below it."""
    large = Style(*desk.sizes.formats, desk.setting.theme.ink, Weight.BOLD)
    with surface.element(Role.PARAGRAPH):
        return surface.write(surface.set(_formats(desk), large, desk.width), MARGIN, top, field="formats")


def _formats(desk: Desk) -> str:
    """In what other ways it can be had: not in the one that it is."""
    large, easy = desk.body >= LARGE_PRINT, Need.EASY_WORDS in desk.handout.needs
    if large:
        return desk.say("formats_both" if easy else "formats_large")
    return desk.say("formats_easy" if easy else "formats")


def sources_said(desk: Desk) -> Iterator[str]:
    """Sources, and who chose and checked it: a paragraph each."""
    setting, cards = desk.setting, [exercise.card for exercise in desk.handout.exercises]
    words = setting.words
    keys = {str(key) for card in cards for key in card.evidence.sources if key != NO_SOURCE}
    keys |= {key for key in cited(words, desk.handout.programme) if key in setting.sources and key != NO_SOURCE}
    told = sorted({cite(words, setting.sources[key]) for key in keys})
    proof = words.evidence_in_all(card.evidence.level for card in cards)
    if told:
        yield words.say("handout.sources", proof=proof, sources=words.say("handout.between_sources").join(told))
    review, made = checked_said(words, desk.handout), words.say("handout.made", version=setting.version)
    yield words.say("handout.review", review=review, note=words.emergency_note(), made=made)
