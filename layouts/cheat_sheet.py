"""The one-page downhill sheet, for a fridge door or a car boot: cues, why, steps a minute, when to get help.

Everything is measured first on a surface that is thrown away; what is left over is shared out between
the zones, so that the page breathes whatever the library holds. What does not fit is an error.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layouts import tiers
from layouts.ground import SLOPE, flat, stratum
from layouts.product import Made
from layouts.setting import GROUP_ICONS
from layouts.signs import bled, cairn, cross, icon, rule, tick
from publisher.colour import WHITE
from publisher.drawing import Mark, polyline, rectangle
from publisher.geometry import Box, Point, Size, Transform, mm
from publisher.model.card import Advice, Card, EvidenceLevel, Explanation, FormCue, Group, Tier, WarningSign
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.fitting import fit, sizes, too_long
from publisher.typesetting.lines import Span, Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Block

LARGEST, SMALLEST = 12.5, 10.0
MARGIN = 12.0
# Steps a minute on flat ground, and 5 and 10 per cent more (Heiderscheit 2011), so that nobody calculates.
STEP_RATES = (150, 155, 160, 165, 170, 175, 180)
GENTLE, MOST = 1.05, 1.10
# How many signs of a tier the strip has room for; the warning card has them all. Emergencies are never cut.
MOST_SIGNS = {Tier.URGENT: 7, Tier.SEE_SOMEONE: 4, Tier.KEEP_GOING: 2}
# The shares of the spare height that go above: cues, ground, why, before, tiers.
SHARES = (0.12, 0.2, 0.2, 0.15, 0.15)
# And between the rows of cues, three times.
ROW_SHARE = 0.06


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cards of the sheet, sorted by what they do there."""

    title: str
    subtitle: str
    cues: tuple[Card, ...]
    whys: tuple[Card, ...]
    day: tuple[Card, ...]
    signs: tuple[Card, ...]

    @staticmethod
    def of(title: str, subtitle: str, cards: Sequence[Card]) -> Sheet:
        """Sort the cards of a publication."""

        def those(kind: type) -> tuple[Card, ...]:
            return tuple(card for card in cards if isinstance(card.body, kind))

        return Sheet(title, subtitle, those(FormCue), those(Explanation), those(Advice), those(WarningSign))

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of them."""
        return self.cues + self.whys + self.day + self.signs


def draw(sheet: Sheet, setting: Setting, page: Size, body: float) -> Face:
    """The page at one body size, points. Its excess says how many lines too long it is."""
    tried = _Page(sheet, setting, page, body, 0.0)
    spare = tried.draw()
    if spare < 0:
        lines = max(1, round(-spare / tried.lead + 0.49))
        tried.surface.too_long("cards", lines, lines * 40, sheet.title.place if hasattr(sheet.title, "place") else None)
        return tried.surface.face()
    final = _Page(sheet, setting, page, body, spare)
    final.draw()
    return final.surface.face()


class _Page:
    """One attempt at the page, with so much spare height to share out."""

    def __init__(self, sheet: Sheet, setting: Setting, page: Size, body: float, spare: float) -> None:
        self.sheet, self.setting, self.spare = sheet, setting, spare
        self.surface = Surface(page, setting.typeface, body, sheet.title)
        ink = setting.theme.ink
        self.body = Style(body, body * 1.24, ink)
        self.lead = mm(self.body.leading)
        self.small = Style(8.5, 11, ink)
        self.h2 = Style(body * 1.24, body * 1.5, ink, Weight.BOLD)
        self.h3 = Style(body * 1.12, body * 1.34, ink, Weight.BOLD)
        self.width = page.width - 2 * MARGIN
        self.form = setting.theme.groups[Group.FORM]

    def draw(self) -> float:
        """Draw everything from top to bottom; gives the height that is left over."""
        trim = self.surface.trim
        foot_top = trim.bottom - 8.0 - self._foot_height()
        strip = self._tiers_height()
        gaps = [share * self.spare for share in SHARES]
        ground = self._measured(lambda: self._cues(self._head() + 4.5 + gaps[0])) + 3.6 + gaps[1]
        with self.surface.artifact():
            earth = bled(Box(0, ground, trim.width, trim.height - ground))
            self.surface.paint(*flat(Group.FORM, earth, 4.2, (self.form.main, self.form.tint), 0.7))
        y = self._cues(self._head() + 4.5 + gaps[0])
        y = self._why_and_steps(ground + 4.2 + 4.4 + gaps[2] * 0.6) + 3.0 + gaps[2] * 0.4
        y = self._day(y + gaps[3] * 0.5) + 4.0 + gaps[3] * 0.5
        top = foot_top - strip - 3.0 - (gaps[4] * 0.3 if self.spare else 0.0)
        self._tiers(top if self.spare else y)
        self._foot(foot_top)
        return top - y

    def _measured(self, drawing: Callable[[], float]) -> float:
        """The height at which something would end, drawn on a surface that is thrown away."""
        real = self.surface
        self.surface = Surface(real.trim.size, self.setting.typeface, real.body)
        bottom = drawing()
        self.surface = real
        return bottom

    # Head

    def _head(self) -> float:
        tab = Box(self.surface.trim.right - MARGIN - 14, 0, 14, 25.5)
        with self.surface.artifact():
            self.surface.paint(
                Mark(rectangle(Box(tab.x, -3, tab.width, tab.height + 3), 1.3, "br bl"), fill=self.form.main)
            )
            icon(
                self.surface,
                self.setting,
                GROUP_ICONS[Group.FORM],
                Box(tab.x + 2.25, 7, 9.5, 9.5),
                WHITE,
                self.form.main,
            )
            letter = self.setting.words.say("groups.form.letter")
            style = Style(15, 15, WHITE, Weight.BOLD)
            self.surface.label(letter, style, Point(tab.x + tab.width / 2, 22.2), align="centre")
        width = tab.x - MARGIN - 6
        style = Style(30, 32, self.setting.theme.ink, Weight.BOLD, -0.3)
        block = self.surface.set(self.sheet.title, style, width, balanced=True)
        with self.surface.element(Role.H1):
            y = self.surface.write(block, MARGIN, 9.0, field="title")
        if self.sheet.subtitle:
            subtitle = self.surface.set(self.sheet.subtitle, Style(13, 16.5, self.setting.theme.ink), width)
            with self.surface.element(Role.PARAGRAPH):
                y = self.surface.write(subtitle, MARGIN, y + 1.8, field="subtitle")
        return max(y, tab.bottom)

    # Cues

    def _cues(self, top: float) -> float:
        """Four columns where there are pictures, two wide ones where the words stand alone."""
        pictured = any(card.id in self.setting.drawings for card in self.sheet.cues)
        columns, gap = (4, 4.4) if pictured else (2, 9.0)
        width = (self.width - gap * (columns - 1)) / columns
        y, bottom = top, top
        with self.surface.element(Role.LIST, numbered=True):
            for i, card in enumerate(self.sheet.cues):
                if i and i % columns == 0:
                    y = bottom + (4.4 if pictured else 3.2) + self.spare * ROW_SHARE
                box = Box(MARGIN + (i % columns) * (width + gap), y, width, 0)
                with self.surface.element(Role.ITEM):
                    end = self._pictured(card, i + 1, box) if pictured else self._worded(card, i + 1, box)
                bottom = end if i % columns == 0 else max(bottom, end)
        return bottom

    def _worded(self, card: Card, number: int, box: Box) -> float:
        """A cue without a picture: its number stands on the hill, the words beside it."""
        cue = card.body
        if not isinstance(cue, FormCue):
            return box.y
        tile = 15.0
        with self.surface.element(Role.LABEL):
            self._hill(Box(box.x, box.y, tile, 13.2), str(number))
        with self.surface.element(Role.ITEM_BODY):
            return self._cue_words(cue, Box(box.x + tile + 4.0, box.y, box.width - tile - 4.0, 0))

    def _cue_words(self, cue: FormCue, box: Box) -> float:
        radius = mm(self.body.size) * 0.52
        indent = 2 * radius + 1.5
        heading = self.surface.set(cue.cue, self.h3, box.width)
        with self.surface.element(Role.H2):
            y = self.surface.write(heading, box.x, box.y, field="cue") + 0.5
        for text, mark, field in ((cue.right, tick, "right"), (cue.wrong, cross, "wrong")):
            block = self.surface.set(text, self.body, box.width - indent)
            with self.surface.artifact():
                mark(self.surface, self.setting, Point(box.x + radius, y + self.lead / 2), radius)
            with self.surface.element(Role.PARAGRAPH):
                y = self.surface.write(block, box.x + indent, y, field=field) + 0.3
        return y

    def _hill(self, box: Box, number: str) -> None:
        """A short piece of slope with a number standing on it."""
        fall = box.width * 0.2126
        start = Point(box.x, box.bottom - fall - 1.6)
        strip = stratum(Group.FORM, box.width / 0.978 + 0.4, 2.2, self.form.main, 0.5)
        clip = polyline(
            [
                (box.x, start.y - 1),
                (box.right, start.y - 1),
                (box.right, start.y + fall + 3.5),
                (box.x, start.y + fall + 3.5),
            ],
            closed=True,
        )
        placed = Transform.turn(SLOPE).then(Transform.move(start.x, start.y))
        with self.surface.artifact():
            for mark in strip:
                moved = mark.moved(placed)
                self.surface.paint(moved if moved.clip else Mark(moved.path, moved.fill, moved.stroke, clip=clip))
        style = Style(23, 23, self.form.main, Weight.BOLD)
        self.surface.label(number, style, Point(box.x + box.width * 0.42, start.y + fall * 0.42 - 2.5), align="centre")

    def _pictured(self, card: Card, number: int, box: Box) -> float:
        """A cue with its picture: right beside wrong on the slope, the words below."""
        cue, drawing = card.body, self.setting.drawings.get(card.id)
        if not isinstance(cue, FormCue):
            return box.y
        with self.surface.element(Role.LABEL):
            self._slope(Box(box.x, box.y, box.width, 33.5), str(number))
        with self.surface.element(Role.ITEM_BODY):
            if drawing is not None and card.picture is not None:
                size = min(box.width / drawing.box.width, 26.0 / drawing.box.height)
                along = (drawing.ground.x - drawing.box.x) * size
                foot = box.y + 24.0 + math.tan(math.radians(SLOPE)) * along
                shift = Transform.move(box.x - drawing.box.x * size, foot - drawing.ground.y * size)
                self.surface.picture(drawing.moved(Transform.scale(size).then(shift), size), card.picture.alt)
            return self._cue_words(cue, Box(box.x, box.y + 35.0, box.width, 0))

    def _slope(self, box: Box, number: str) -> None:
        start = Point(box.x, box.y + 24.2)
        placed = Transform.turn(SLOPE).then(Transform.move(start.x, start.y))
        with self.surface.artifact():
            for mark in stratum(Group.FORM, box.width / 0.978, 1.8, self.form.main, 0.5):
                self.surface.paint(mark.moved(placed))
        style = Style(18, 18, self.form.main, Weight.BOLD)
        self.surface.label(number, style, Point(box.x, box.y + 33.4))

    # Why, and steps a minute

    def _heading(self, path: str, x: float, y: float) -> float:
        block = self.surface.set(self.setting.words.say(path), self.h2, self.width)
        with self.surface.element(Role.H2):
            return self.surface.write(block, x, y) + 1.2

    def _why_and_steps(self, top: float) -> float:
        left = self.width * 0.41
        y = self._heading("cheat_sheet.why", MARGIN, top)
        with self.surface.element(Role.LIST):
            for card in self.sheet.whys:
                if isinstance(card.body, Explanation):
                    y = self._why(card.body, Box(MARGIN, y, left, 0)) + 1.0
        x = MARGIN + left + 0.06 * self.width
        return max(y, self._steps(Box(x, top, MARGIN + self.width - x, 0)))

    def _why(self, why: Explanation, box: Box) -> float:
        return self._bullet(" ".join(why.lines), self.body, box, "lines")

    def _steps(self, box: Box) -> float:
        words = self.setting.words
        y = self._heading("cheat_sheet.steps", box.x, box.y)
        rows = [
            ("cheat_sheet.steps_now", list(STEP_RATES), False),
            ("cheat_sheet.steps_try", [_more(rate, GENTLE) for rate in STEP_RATES], True),
            ("cheat_sheet.steps_most", [_more(rate, MOST) for rate in STEP_RATES], False),
        ]
        height = self.lead * 1.38
        self._hairline(box, y)
        with self.surface.element(Role.TABLE):
            for path, rates, chosen in rows:
                self._row(words.say(path), rates, Box(box.x, y, box.width, height), chosen=chosen)
                y += height
                self._hairline(box, y)
        block = self.surface.set(words.say("cheat_sheet.steps_help"), self.body, box.width)
        with self.surface.element(Role.PARAGRAPH):
            return self.surface.write(block, box.x, y + 1.8)

    def _row(self, name: str, rates: Sequence[int], box: Box, *, chosen: bool) -> None:
        style = self.body.bold().at(self.body.size * 1.2, self.body.leading) if chosen else self.body
        baseline = box.y + box.height / 2 + mm(0.334 * style.size)
        first = 0.2 * box.width
        pitch = (box.width - first) / len(rates)
        with self.surface.element(Role.ROW):
            with self.surface.element(Role.HEADER, scope="Row"):
                label = self.body.bold() if chosen else self.body
                self.surface.label(name, label, Point(box.x, baseline))
            for i, rate in enumerate(rates, 1):
                with self.surface.element(Role.CELL):
                    at = Point(box.x + first + i * pitch, baseline)
                    self.surface.label(str(rate), style, at, align="right")

    def _hairline(self, box: Box, y: float) -> None:
        with self.surface.artifact():
            rule(self.surface, Box(box.x, y - 0.12, box.width, 0.24), self.form.main)

    # Before, during, after

    def _day(self, top: float) -> float:
        """Three short columns, each with its bold word running into the sentence."""
        bottom, gap = top, 7.0
        width = (self.width - 2 * gap) / 3
        for card in self.sheet.day[:1]:
            if not isinstance(card.body, Advice):
                continue
            for i, (path, line) in enumerate(zip(("before", "during", "after"), card.body.lines, strict=False)):
                label = Span(self.setting.words.say(f"cheat_sheet.{path}"), Weight.BOLD)
                spans = [label, Span(" ", Weight.REGULAR), Span(line, Weight.REGULAR)]
                block = self.surface.set(spans, self.body, width)
                with self.surface.element(Role.PARAGRAPH):
                    written = self.surface.write(block, MARGIN + i * (width + gap), top, field="lines")
                bottom = max(bottom, written)
        return bottom

    # When to get help

    def _shorts(self, tier: Tier) -> Sequence[str]:
        shorts = [c.body.short for c in self.sheet.signs if isinstance(c.body, WarningSign) and c.body.tier is tier]
        return shorts[: MOST_SIGNS.get(tier)]

    def _tiers_height(self) -> float:
        return self._measured(lambda: self._tiers(0.0))

    def _tiers(self, top: float) -> float:
        """Emergency across the page, solid; below it the other tiers side by side, each with its own edge."""
        trim, theme = self.surface.trim, self.setting.theme
        red = self._measured(lambda: self._emergency(top))
        split = red + 2.6
        with self.surface.artifact():
            rule(self.surface, Box(-3, top, trim.width + 6, red - top), theme.tiers[Tier.EMERGENCY])
        self._emergency(top)
        milder = (Tier.URGENT, Tier.SEE_SOMEONE, Tier.KEEP_GOING)
        widths = (0.43, 0.345, 0.225)
        gap, x = 6.0, MARGIN
        room = self.width - 2 * gap
        bottom = max(
            self._measured(lambda t=tier, w=share: self._tier(t, Box(MARGIN, split, room * w, 0)))  # type: ignore[misc]
            for tier, share in zip(milder, widths, strict=True)
        )
        with self.surface.artifact():
            rule(self.surface, Box(-3, red, trim.width + 6, bottom + 2.5 - red), theme.paper)
        for tier, share in zip(milder, widths, strict=True):
            self._edge(tier, Box(x, split, room * share, 0))
            self._tier(tier, Box(x, split, room * share, 0))
            x += room * share + gap
        return bottom + 2.5

    def _emergency(self, top: float) -> float:
        side = 8.0
        text = MARGIN + side + 4.0
        style = Style(self.h2.size * 1.08, self.h2.leading, WHITE, Weight.BOLD)
        heading = self.surface.set(self.setting.words.tier(Tier.EMERGENCY, "list"), style, self.width - side - 4.0)
        y = top + 3.4
        with self.surface.artifact():
            icon(
                self.surface,
                self.setting,
                "emergency",
                Box(MARGIN, y, side, side),
                WHITE,
                self.setting.theme.tiers[Tier.EMERGENCY],
            )
        with self.surface.element(Role.H2):
            y = self.surface.write(heading, text, y) + 1.0
        white = Style(self.body.size, self.body.leading, WHITE)
        return self._listed(self._shorts(Tier.EMERGENCY), white, Box(text, y, MARGIN + self.width - text, 0), 2) + 2.8

    def _listed(self, texts: Sequence[str], style: Style, box: Box, columns: int) -> float:
        """Bullets in columns, filled downwards."""
        gap = 6.0
        width = (box.width - gap * (columns - 1)) / columns
        rows = -(-len(texts) // columns)
        bottom = box.y
        with self.surface.element(Role.LIST):
            for column in range(columns):
                x, y = box.x + column * (width + gap), box.y
                for text in texts[column * rows : (column + 1) * rows]:
                    y = self._bullet(text, style, Box(x, y, width, 0)) + 0.35
                bottom = max(bottom, y)
        return bottom

    def _bullet(self, text: str, style: Style, box: Box, field: str = "short") -> float:
        block, side = self.surface.set(text, style, box.width - 4.0), mm(style.size) * 0.4
        with self.surface.element(Role.ITEM):
            with self.surface.artifact():
                square = Box(box.x, box.y + (block.leading - side) / 2, side, side)
                rule(self.surface, square, style.colour)
            with self.surface.element(Role.ITEM_BODY):
                return self.surface.write(block, box.x + 4.0, box.y, field=field)

    def _edge(self, tier: Tier, box: Box) -> None:
        """The upper edge tells the tier without colour: solid, hatched, open."""
        with self.surface.artifact():
            bar = Box(box.x, box.y, box.width, 2.2)
            self.surface.paint(*tiers.bar(tier, bar, self.setting.theme.tiers[tier]))

    def _tier(self, tier: Tier, box: Box) -> float:
        side = 6.4
        y = box.y + 4.8
        heading = self.surface.set(
            self.setting.words.tier(tier, "strip"), self.h3, box.width - side - 2.5, balanced=True
        )
        with self.surface.artifact():
            icon(
                self.surface,
                self.setting,
                tiers.ICONS[tier],
                Box(box.x, y - 0.4, side, side),
                self.setting.theme.tiers[tier],
            )
        with self.surface.element(Role.H2):
            y = max(self.surface.write(heading, box.x + side + 2.5, y), y + side) + 1.0
        return self._listed(self._shorts(tier), self.body, Box(box.x, y, box.width, 0), 1)

    # Sources and review

    def _foot_blocks(self) -> list[Block]:
        words, cards = self.setting.words, self.sheet.cards
        taught = self.sheet.cues + self.sheet.whys + self.sheet.day
        keys = list(
            dict.fromkeys(
                card.evidence.sources[0] for card in taught if card.evidence.level is not EvidenceLevel.COMMON_PRACTICE
            )
        )
        shorts = sorted({str(self.setting.sources[key].short) for key in keys})
        levels = sorted({card.evidence.level for card in taught}, key=lambda level: (-level.stones, level.value))
        proof = words.listed([words.evidence(level, ()).lower() for level in levels])
        cited = words.say(
            "cheat_sheet.sources", proof=proof[:1].upper() + proof[1:], sources=words.say("comma").join(shorts)
        )
        unreviewed = next((card for card in cards if card.review.reviewed_by is None), None)
        review = words.review(unreviewed.review if unreviewed else cards[0].review)
        last = f"{words.emergency_note()} {words.say('cheat_sheet.version', version=self.setting.version)}."
        width = self.width - 6.5
        return [
            self.surface.set(cited, self.small, width),
            self.surface.set([Span(f"{review}.", Weight.BOLD), Span(f" {last}", Weight.REGULAR)], self.small, width),
        ]

    def _foot_height(self) -> float:
        return sum(block.height for block in self._foot_blocks())

    def _foot(self, top: float) -> None:
        stones = min((card.evidence.level.stones for card in self.sheet.cues), default=1)
        with self.surface.artifact():
            cairn(self.surface, self.setting, stones, Box(MARGIN, top + 0.2, 4.2, 4.2))
        y = top
        for block in self._foot_blocks():
            with self.surface.element(Role.PARAGRAPH):
                y = self.surface.write(block, MARGIN + 6.5, y)


def _more(rate: int, times: float) -> int:
    """A step rate raised, halves rounded up."""
    return int(rate * times + 0.5)


def make(job: Job) -> Made:
    """Exactly one page, in the largest body size at which it fits, or a problem that says what to shorten."""
    sheet = Sheet.of(job.title, job.subtitle, job.cards)
    tried = sizes(LARGEST, SMALLEST)
    [[face]] = fit(lambda one, body: [draw(one, job.setting, job.paper, body)], [sheet], tried)
    problems = too_long([face], str(job.title), f"one page of {job.paper.width:g} × {job.paper.height:g} mm", SMALLEST)
    return Made(pages=(face,), problems=tuple(problems))
