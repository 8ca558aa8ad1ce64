"""The one-page downhill sheet, for a fridge door or a car boot: cues, why, steps a minute, when to get help.

Everything is measured first on a surface that is thrown away; what is left over is shared out between
the zones, so that the page breathes whatever the library holds. What does not fit is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.citing import most_cited
from layouts.ground import flat
from layouts.product import Made, without_place
from layouts.setting import GROUP_ICONS
from layouts.signatures import longest
from layouts.signs import bled, cairn, icon, tab_ground
from publisher.colour import WHITE
from publisher.geometry import Box, Point, Size
from publisher.model.card import Advice, EvidenceLevel, Explanation, FormCue, Group, WarningSign
from publisher.problems import place_of
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fitting import fit, sizes, too_long
from publisher.typesetting.lines import Span, Style

if TYPE_CHECKING:
    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Block

from layouts.cheat_sheet.cues import cues
from layouts.cheat_sheet.desk import MARGIN, PLAIN, Desk, Look, Sheet
from layouts.cheat_sheet.middle import day, why_and_steps

LARGEST, SMALLEST = 12.5, 10.0
# With figures the words stay at the size of a good leaflet, and the room goes to the figures.
LARGEST_PICTURED = 11.0
# The body height of figures, millimetres: as large as it need be, as small as it may be, with how many sentences.
TALLEST, SHORTEST = 24, {2: 20, 1: 19, 0: 16}
# The shares of the spare height that go above: cues, ground, why, before, tiers.
SHARES = (0.12, 0.2, 0.2, 0.15, 0.15)
# So many sources are named for the warning signs, each of which has a card that names its own.
CITED = 2


def draw(sheet: Sheet, setting: Setting, page: Size, body: float, look: Look = PLAIN) -> Face:
    """The page at one body size, points. Its excess says how many lines too long it is."""
    [face] = longest(
        lambda said: [_drawn(Sheet.of(sheet.title, sheet.subtitle, said), setting, page, body, look)], sheet.cards
    )
    return face


def _drawn(sheet: Sheet, setting: Setting, page: Size, body: float, look: Look) -> Face:
    tried = Desk(sheet, setting, page, body, 0.0, look)
    spare = tried.measured(lambda: _page(tried))
    final = Desk(sheet, setting, page, body, max(0.0, spare), look)
    if spare < 0:
        lines = max(1, round(-spare / tried.lead + 0.49))
        final.surface.too_long("cards", lines, lines * 40, place_of(sheet.title))
    else:
        _page(final)
    return final.surface.face()


def make(job: Job) -> Made:
    """Exactly one page, in the largest body size at which it fits, or a problem that says what to shorten."""
    strangers = without_place(job, FormCue, Explanation, Advice, WarningSign)
    if strangers:
        return Made(problems=strangers)
    sheet = Sheet.of(job.title, job.subtitle, job.cards)
    face = _fitted(sheet, job)
    problems = too_long([face], str(job.title), f"one page of {job.paper.width:g} × {job.paper.height:g} mm", SMALLEST)
    return Made(pages=(face,), problems=tuple(problems))


def _fitted(sheet: Sheet, job: Job) -> Face:
    """The page in the best look in which it fits; with figures on every cue or on none."""
    if not (sheet.cues and all(job.setting.picture_of(card) for card in sheet.cues)):
        return _largest(sheet, job, PLAIN, LARGEST)
    for words, least in SHORTEST.items():
        for height in range(TALLEST, least - 1, -1):
            look = Look(height, words)
            if draw(sheet, job.setting, job.paper, SMALLEST, look).fits:
                return _largest(sheet, job, look, LARGEST_PICTURED)
    return draw(sheet, job.setting, job.paper, SMALLEST, Look(SHORTEST[0], 0))


def _largest(sheet: Sheet, job: Job, look: Look, largest: float) -> Face:
    """The page in the largest body size at which it fits."""
    [[face]] = fit(lambda one, body: [draw(one, job.setting, job.paper, body, look)], [sheet], sizes(largest, SMALLEST))
    return face


def _page(desk: Desk) -> float:
    """Draw everything from top to bottom; gives the height that is left over."""
    trim = desk.surface.trim
    foot_top = trim.bottom - 8.0 - _foot_height(desk)
    strip = desk.help_strip().height()
    gaps = [share * desk.spare for share in SHARES]
    tight, thick = desk.tight, 4.2 * desk.tight
    ground = desk.measured(lambda: cues(desk, _head(desk) + 4.5 * tight + gaps[0])) + 3.6 * tight + gaps[1]
    with desk.surface.artifact():
        earth = bled(Box(0, ground, trim.width, trim.height - ground))
        desk.surface.paint(*flat(Group.FORM, earth, thick, (desk.form.main, desk.form.tint), 0.7))
    y = cues(desk, _head(desk) + 4.5 * tight + gaps[0])
    y = why_and_steps(desk, ground + thick + 4.4 * tight + gaps[2] * 0.6) + 3.0 * tight + gaps[2] * 0.4
    y = day(desk, y + gaps[3] * 0.5) + 4.0 * tight + gaps[3] * 0.5
    top = foot_top - strip - 3.0 * tight - (gaps[4] * 0.3 if desk.spare else 0.0)
    desk.help_strip().draw(top if desk.spare else y)
    _foot(desk, foot_top)
    return top - y


def _head(desk: Desk) -> float:
    small = bool(desk.look.figure)
    tab = Box(desk.surface.trim.right - MARGIN - 14, 0, 14, 23.5 if small else 25.5)
    with desk.surface.artifact():
        hung = Box(tab.x, -3, tab.width, tab.height + 3)
        on = tab_ground(desk.surface, desk.setting, hung, desk.form.main, 1.3, "br bl")
        icon(
            desk.surface,
            desk.setting,
            GROUP_ICONS[Group.FORM],
            Box(tab.x + 2.25, tab.bottom - 18.5, 9.5, 9.5),
            on,
            WHITE if desk.setting.theme.outlined else desk.form.main,
        )
        letter = desk.setting.words.say("groups.form.letter")
        style = Style(15, 15, on, Weight.BOLD)
        desk.surface.label(letter, style, Point(tab.x + tab.width / 2, tab.bottom - 3.3), align="centre")
    width, ink = tab.x - MARGIN - 6, desk.setting.theme.ink
    style = Style(28, 29.5, ink, Weight.BOLD, -0.3) if small else Style(30, 32, ink, Weight.BOLD, -0.3)
    block = desk.surface.set(desk.sheet.title, style, width, balanced=True)
    with desk.surface.element(Role.H1):
        y = desk.surface.write(block, MARGIN, 8.0 if small else 9.0, field="title")
    if desk.sheet.subtitle:
        subtitle = desk.surface.set(desk.sheet.subtitle, Style(13, 16.5, ink), width)
        with desk.surface.element(Role.PARAGRAPH):
            y = desk.surface.write(subtitle, MARGIN, y + 1.8 * desk.tight, field="subtitle")
    return max(y, tab.bottom)


def _foot_blocks(desk: Desk) -> list[Block]:
    words, cards = desk.setting.words, desk.sheet.cards
    taught = desk.sheet.cues + desk.sheet.whys + desk.sheet.day
    keys = list(
        dict.fromkeys(
            card.evidence.sources[0] for card in taught if card.evidence.level is not EvidenceLevel.COMMON_PRACTICE
        )
    )
    keys += most_cited(desk.sheet.signs, CITED)
    shorts = sorted({str(desk.setting.sources[key].short) for key in keys})
    proof = words.evidence_in_all(card.evidence.level for card in taught)
    cited = words.say("cheat_sheet.sources", proof=proof, sources=words.say("comma").join(shorts))
    review = words.review_in_all([card.review for card in cards])
    last = f"{words.emergency_note()} {words.say('cheat_sheet.version', version=desk.setting.version)}."
    width = desk.width - 6.5
    return [
        desk.surface.set(cited, desk.small, width),
        desk.surface.set([Span(f"{review}.", Weight.BOLD), Span(f" {last}", Weight.REGULAR)], desk.small, width),
    ]


def _foot_height(desk: Desk) -> float:
    return sum(block.height for block in _foot_blocks(desk))


def _foot(desk: Desk, top: float) -> None:
    stones = min((card.evidence.level.stones for card in desk.sheet.cues), default=1)
    with desk.surface.artifact():
        cairn(desk.surface, desk.setting, stones, Box(MARGIN, top + 0.2, 4.2, 4.2))
    y = top
    for block in _foot_blocks(desk):
        with desk.surface.element(Role.PARAGRAPH):
            y = desk.surface.write(block, MARGIN + 6.5, y)
