"""Film strips: the key frames of each exercise side by side, with how much and how slowly, to cut out and paste.

What moves is read from left to right along an arrow under the ground. A strip is as high as its figures need, and a
page holds as many as it has room for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layouts.ground import Earth, flat
from layouts.pictures import show
from layouts.product import Made, without_place
from layouts.setting import GROUP_ICONS
from layouts.signs import clock, disc, icon, rule, start, tab_ground
from layouts.standing import beside
from publisher.colour import WHITE
from publisher.drawing import Mark, Stroke, polyline
from publisher.figures.illustration import Framed
from publisher.figures.reels import Reel, Way, is_closed
from publisher.figures.tempo import kept
from publisher.geometry import Box, Point, Size, mm
from publisher.model.card import Movement
from publisher.problems import Level, Problem, place_of
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import WORD_SPACE, Span, Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layouts.product import Job
    from layouts.setting import Setting
    from layouts.standing import Standing
    from publisher.model.card import Card
    from publisher.model.dose import Dose, Range
    from publisher.typesetting.face import Face
    from publisher.typesetting.lines import Block
    from publisher.words import Words

# Strips for exercises are pictures of a film: the setting has to bring them.
FILMED = True

# What printers leave white, and the line at the head of a page, millimetres.
MARGIN, HEAD = 12.0, 10.0
# Sizes of type, points: name, dose, captions, reasons to stop and review.
NAME, DOSE, BODY, SMALL = 15.0, 11.0, 10.0, 9.0
LEADING = 1.22
# Under the cut and over the next one; between figures; the pattern of the ground; the lane of the arrows.
AIR, GAP, STRATUM, LANE = 3.2, 3.0, 2.2, 5.2
# The tallest that anybody stands, and the least that says something; the weight of lines, points.
TALLEST, LEAST, LINE = 40.0, 20.0, 0.5
# The tab of the group; tokens in the lane of the arrows; heads of arrows.
TAB, TOKEN, POINT = Size(9.0, 13.0), 1.9, 1.5
# Nobody reads longer lines than these with ease, millimetres: of the dose, of the reasons to stop.
AMOUNT, REASONS = 124.0, 112.0
# A dash and the air behind it, about; the room of a clock before a time.
CUT, _CLOCK = (1.2, 1.2), 4.8


class Strip(NamedTuple):
    """A card, its key frames, and the setting to draw it in."""

    card: Card
    reel: Reel
    setting: Setting

    def height(self, surface: Surface) -> float:
        """How high it is from cut to cut, millimetres."""
        return self.draw(surface.trial(), 0.0)

    def draw(self, surface: Surface, cut: float, air: float = 0.0) -> float:
        """Draw it under a cut, with so much more air over and under it; gives the height of the next cut."""
        y = self._name(surface, cut, air / 2)
        standing = self._standing(surface, y)
        ground = standing[0].foot.y
        lane = _Lane(self, surface, standing, ground + STRATUM + LANE / 2)
        below = ground + STRATUM + LANE + lane.rows * mm(BODY * LEADING) + 1.2
        with surface.artifact():
            colours = self.setting.colours(self.card)
            earth = Box(MARGIN, ground, surface.trim.width - 2 * MARGIN, below - ground)
            pair = Earth(colours.main, colours.tint, self.setting.theme.outlined)
            surface.paint(*flat(self.card.group, earth, STRATUM, pair, 0.5))
        alt = self.card.picture.alt if self.card.picture else self.card.title
        show(surface, standing, self.setting.words.say("film_strip.alt", alt=alt, count=len(standing)), LINE)
        lane.draw()
        return self._foot(surface, below + 1.6) + AIR + air / 2

    def _name(self, surface: Surface, cut: float, air: float) -> float:
        """Tab, name and dose; gives the height below them."""
        words, ink = self.setting.words, self.setting.theme.ink
        right = surface.trim.width - MARGIN
        self._tab(surface, Box(right - TAB.width, cut, TAB.width, TAB.height))
        width = right - TAB.width - 5.0 - MARGIN
        name = surface.set(self.card.title, Style(NAME, NAME * 1.1, ink, Weight.BOLD, -0.12), width)
        with surface.element(Role.H2):
            y = surface.write(name, MARGIN, cut + air + AIR, field="title")
        if not isinstance(self.card.body, Movement):
            return y
        style, [*spans] = _plain(DOSE, self.setting), _amount(self.card.body.dose, words)
        minutes = [WORD_SPACE, Span(words.minutes(self.card.body.dose), Weight.REGULAR)]
        block, longer = surface.set(spans, style, AMOUNT), surface.set([*spans, *minutes], style, AMOUNT)
        # How long it takes in all is not worth a line.
        shown = longer if len(longer.lines) == len(block.lines) else block
        with surface.element(Role.PARAGRAPH):
            return surface.write(shown, MARGIN, y + 0.6, field="dose") + 1.5

    def _tab(self, surface: Surface, box: Box) -> None:
        """The group's sign and the number of the card, in white."""
        main = self.setting.colours(self.card).main
        with surface.artifact():
            on = tab_ground(surface, self.setting, box, main, 1.0, "br bl")
            side = 5.8
            icon(
                surface,
                self.setting,
                GROUP_ICONS[self.card.group],
                Box(box.x + (box.width - side) / 2, box.y + 1.3, side, side),
                on,
                WHITE if self.setting.theme.outlined else main,
            )
            style = Style(9.5, 9.5, on, Weight.BOLD)
            at = Point(box.x + box.width / 2, box.bottom - 1.9)
            surface.label(self.setting.words.number_of(self.card), style, at, align="centre")

    def _standing(self, surface: Surface, y: float) -> list[Standing]:
        """The frames side by side, all in one scale; their ground is as low as the highest of them needs."""
        width, frames = surface.trim.width - 2 * MARGIN, self.reel.frames
        tried = beside(frames, Box(MARGIN, 0, width, 1000.0), TALLEST, GAP)
        high = max(each.foot.y - each.box.y for each in tried)
        if tried[0].height < LEAST:
            surface.too_long("picture", 1, 30, place_of(self.card.title))
        ground = y + high
        return [each._replace(foot=Point(each.foot.x, ground)) for each in tried]

    def _foot(self, surface: Surface, top: float) -> float:
        """When to stop, and beside it whether anybody has reviewed the card; gives the height below them."""
        words, right = self.setting.words, surface.trim.width - MARGIN
        style, bottom, side = _plain(SMALL, self.setting), top, mm(SMALL) * 1.25
        reasons = self.card.body.stop_if if isinstance(self.card.body, Movement) else ()
        if reasons:
            block = surface.set([*_stop(self.card, reasons, self.setting)], style, REASONS)
            with surface.artifact():
                box = Box(MARGIN, top + (block.leading - side) / 2, side, side)
                icon(surface, self.setting, "stop", box, self.setting.theme.wrong)
            with surface.element(Role.PARAGRAPH):
                bottom = surface.write(block, MARGIN + side + 1.4, top, field="stop_if")
        room = right - MARGIN - side - 1.4 - REASONS - 6.0
        for said in (words.full_number(self.card), words.review(self.card.review)):
            block = surface.set(said, style, room)
            with surface.element(Role.PARAGRAPH):
                top = surface.write(block, right, top, "right", field="review")
        return max(top, bottom)


def _amount(dose: Dose, words: Words) -> Iterator[Span]:
    """The large figures of the card with what they count, and then what they leave unsaid."""
    figures = (
        f"{words.say('numbers.range', low=one.low, high=one.high) if one.high else one.low} {one.unit}"
        for one in words.dose_strip(dose)
    )
    yield Span(f"{words.say('comma').join(figures)}.", Weight.BOLD)
    notes = words.dose_notes(dose, days=not words.days_are_a_figure(dose))
    if notes:
        yield from (WORD_SPACE, Span(notes, Weight.REGULAR))


def _stop(card: Card, reasons: Sequence[str], setting: Setting) -> Iterator[Span]:
    """The reasons to stop, and where the body is at work, the signs that cannot wait."""
    words = setting.words
    yield Span(words.say("card.stop_if"), Weight.BOLD)
    yield WORD_SPACE
    yield Span(words.stop_if(reasons), Weight.REGULAR)
    if card.is_at_work:
        yield from (WORD_SPACE, Span(words.say("card.alarm"), Weight.BOLD))
        yield from (WORD_SPACE, Span(words.say("card.get_help"), Weight.REGULAR))


class _Said(NamedTuple):
    """A few words in the lane: where their middle is, and the time that something is held, if they say so."""

    block: Block
    middle: float
    held: Range | None = None

    def left(self, page: float) -> float:
        """Where they begin, within the margins."""
        room = _CLOCK if self.held else 0.0
        most = page - MARGIN - 1.0 - self.block.width
        return min(max(MARGIN + 1.0 + room, self.middle - (self.block.width - room) / 2), most)


class _Lane(NamedTuple):
    """The arrows under the frames, from pose to pose, and the words under them, from left to right."""

    strip: Strip
    surface: Surface
    standing: Sequence[Standing]
    y: float

    @property
    def _middles(self) -> list[float]:
        """Where each frame has its token, and where a rep that goes on leaves the strip."""
        found = [each.box.x + each.box.width / 2 for each in self.standing]
        return [*found, self.surface.trim.width - MARGIN - 3.2]

    @property
    def rows(self) -> int:
        """One, where captions and times stand side by side; else times go into a second row."""
        page, words = self.surface.trim.width, [*self._captions().values(), *self._times().values()]
        spans = sorted((one.left(page) - (_CLOCK if one.held else 0.0), one.block.width, one.held) for one in words)
        ends = [left + width + (_CLOCK if held else 0.0) for left, width, held in spans]
        return 1 if all(left >= end + 2.0 for (left, _, _), end in zip(spans[1:], ends, strict=False)) else 2

    def draw(self) -> None:
        """Arrows first, tokens on them, and then the words in the order of the rep."""
        captions, times, row = self._captions(), self._times(), self.rows - 1
        with self.surface.artifact():
            self._arrows()
            for place in captions:
                self._token(place, Point(self._middles[place], self.y))
        for place in range(len(self.standing)):
            if place in captions:
                self._write(captions[place], 0)
            for number, way in enumerate(self.strip.reel.ways):
                if way.first == place and number in times:
                    self._write(times[number], row)

    def _arrows(self) -> None:
        """From token to token; a rep that does not end where it began leads out of the strip to a sign of repeating."""
        ways, middles, side = self.strip.reel.ways, self._middles, 3.6
        for way in ways:
            if not way.stays:
                self._arrow(middles[way.first], middles[way.last])
        if any(way.last == len(self.standing) for way in ways):
            box = Box(middles[-1] - side / 2 + 1.4, self.y - side / 2, side, side)
            icon(self.surface, self.strip.setting, "repeat", box, self.strip.setting.theme.ink)

    def _arrow(self, left: float, right: float) -> None:
        ink, end = self.strip.setting.theme.ink, right - TOKEN - 0.8
        line = polyline([(left + TOKEN + 0.8, self.y), (end - 0.5 * POINT, self.y)])
        self.surface.paint(Mark(line, stroke=Stroke(ink, 0.4)))
        head = [(end, self.y), (end - POINT * 1.3, self.y - 0.62 * POINT), (end - POINT * 1.3, self.y + 0.62 * POINT)]
        self.surface.paint(Mark(polyline(head, closed=True), fill=ink))

    def _step(self, place: int) -> int:
        """The number of the step that a frame shows, or nothing."""
        body, pose = self.strip.card.body, self.strip.reel.poses[place]
        steps = body.steps if isinstance(body, Movement) and pose else ()
        return next((count for count, step in enumerate(steps, 1) if step.pose == pose), 0)

    def _is_end(self, place: int) -> bool:
        return place == len(self.standing) - 1 and is_closed(self.strip.reel)

    def _captions(self) -> dict[int, _Said]:
        """By its place, what is under each frame that has a token: the caption of its step, the start, the end."""
        found: dict[int, _Said] = {}
        body, middles, say = self.strip.card.body, self._middles, self.strip.setting.words.say
        said: list[int] = []
        for place in range(len(self.standing)):
            number = self._step(place)
            if self._is_end(place):
                found[place] = self._set(say("film_strip.back"), middles[place], bold=True)
            elif number and isinstance(body, Movement):
                # What comes a second time has its number alone.
                caption = "" if number in said else body.steps[number - 1].caption or ""
                found[place] = self._set(caption, middles[place], bold=True)
                said.append(number)
            elif place == 0 and len(self.standing) > 1:
                found[place] = self._set(say("card.start"), middles[place], bold=True)
        return found

    def _times(self) -> dict[int, _Said]:
        """By the number of its way, how long that takes and how to breathe; under a frame, how long it is held."""
        words, middles, found = self.strip.setting.words, self._middles, {}
        for number, way in enumerate(self.strip.reel.ways):
            middle = (middles[way.first] + middles[way.last]) / 2
            time = "" if way.lasts is None else words.short_time(way.lasts)
            if time and way.takes in {"hold", "pause"}:
                found[number] = self._set(words.say("dose.hold", time=time), middle, held=way.lasts)
                continue
            told = (
                words.say(f"film_strip.{way.takes}", time=time) if time else "",
                words.say(f"flick.{way.breath}") if way.breath else "",
            )
            said = words.say("comma").join(part for part in told if part)
            if said:
                found[number] = self._set(said, middle)
        return found

    def _set(self, said: str, middle: float, *, bold: bool = False, held: Range | None = None) -> _Said:
        style = _plain(BODY, self.strip.setting)
        return _Said(self.surface.set(said, style.bold() if bold else style, 80.0), middle, held)

    def _token(self, place: int, centre: Point) -> None:
        """The number of the step that a frame shows; a ring for the start."""
        number = 0 if self._is_end(place) else self._step(place)
        if number:
            disc(self.surface, str(number), centre, 2 * TOKEN, self.strip.setting)
        else:
            start(self.surface, self.strip.setting, centre, TOKEN)

    def _write(self, said: _Said, row: int) -> None:
        """A few words in their row; a clock before the time that something is held."""
        left, high = said.left(self.surface.trim.width), mm(BODY * LEADING)
        top = self.y + LANE / 2 - 0.3 + row * high
        if said.held is not None:
            r = 0.5 * mm(BODY)
            with self.surface.artifact():
                clock(self.surface, self.strip.setting, said.held.low, Point(left - _CLOCK + r, top + high / 2), r)
        if said.block.lines:
            with self.surface.element(Role.CAPTION):
                self.surface.write(said.block, left, top, field="caption")


def make(job: Job) -> Made:
    """Pages of strips, in the order of the cards; a card without a picture has none.

    A problem says which card is no exercise, or that no card is left.
    """
    problems = without_place(job, Movement)
    strips = [Strip(card, reel, job.setting) for card in job.cards if (reel := _reel(card, job.setting)) is not None]
    if not strips and not problems:
        hint = "Take exercises that have a picture; `surefoot list cards` shows all cards."
        sentence = f"{job.title}: no card here has a picture, so there is no film strip."
        problems = (Problem("no-film-strips", sentence, hint, place_of(job.title)),)
    if problems:
        return Made(problems=problems)
    return Made(pages=tuple(_pages(strips, job)), problems=tuple(_left_out(job, strips)))


def _left_out(job: Job, strips: Sequence[Strip]) -> Iterator[Problem]:
    """A note of the cards that have no picture, if there are any."""
    shown = {strip.card.id for strip in strips}
    names = [f"`{card.id}`" for card in job.cards if card.id not in shown]
    if names:
        sentence = f"{job.title}: no strip of {', '.join(names)}, for want of a drawn picture."
        hint = "Add `picture:` to the card."
        yield Problem("strip-left-out", sentence, hint, place_of(job.title), level=Level.NOTE)


def _reel(card: Card, setting: Setting) -> Reel | None:
    """The strip of a card that moves; of one that does not, or that nobody has filmed, the pictures of the card."""
    if not isinstance(card.body, Movement):
        return None
    known, picture = setting.reels.get(card.id), setting.picture_of(card)
    if known is not None or picture is None:
        return known
    # Photographs are shown as they are, on the pages of their own card.
    frames = tuple(frame for frame in picture.frames if isinstance(frame, Framed) and not frame.wrong)
    dose = card.body.dose
    stays = ((place, frame.beat.stays, kept(frame.beat.stays, dose)) for place, frame in enumerate(frames))
    ways = tuple(Way(place, place, takes, frames[place].pose, lasts) for place, takes, lasts in stays if lasts)
    return Reel(frames, tuple(frame.pose for frame in frames), ways) if frames else None


def _pages(strips: Sequence[Strip], job: Job) -> Iterator[Face]:
    """As many strips a page as there is room for, the spare height shared out between them."""
    blank = Surface(job.paper, job.setting.typeface, BODY)
    heights = [strip.height(blank) for strip in strips]
    room = job.paper.height - 2 * MARGIN - HEAD
    begun = 0
    while begun < len(strips):
        count = 1
        while begun + count < len(strips) and sum(heights[begun : begun + count + 1]) <= room:
            count += 1
        yield _page(strips[begun : begun + count], heights[begun : begun + count], room, job)
        begun += count


def _page(strips: Sequence[Strip], heights: Sequence[float], room: float, job: Job) -> Face:
    words = job.setting.words
    names = [str(strip.card.title) for strip in strips]
    title = words.say("film_strip.page", first=names[0], last=names[-1]) if len(names) > 1 else names[0]
    surface = Surface(job.paper, job.setting.typeface, BODY, title)
    _head(surface, job)
    y = MARGIN + HEAD
    air = min(4.0, max(0.0, room - sum(heights)) / len(strips))
    _cut(surface, job.setting, y)
    for strip, height in zip(strips, heights, strict=True):
        strip.draw(surface, y, air)
        y += height + air
        _cut(surface, job.setting, y)
    if y > job.paper.height - MARGIN + 0.01:
        surface.too_long("strip", 1, 60, place_of(strips[0].card.title))
    return surface.face()


def _head(surface: Surface, job: Job) -> None:
    """The name of the publication, and what to do with it."""
    style, right = _plain(DOSE, job.setting), job.paper.width - MARGIN
    with surface.element(Role.H1):
        surface.write(surface.set(job.title, style.bold(), 0.45 * job.paper.width), MARGIN, MARGIN, field="title")
    how = surface.set(job.setting.words.say("film_strip.how"), _plain(SMALL, job.setting), 0.5 * job.paper.width)
    with surface.element(Role.PARAGRAPH):
        surface.write(how, right - how.width, MARGIN + 0.5)


def _cut(surface: Surface, setting: Setting, y: float) -> None:
    """A dashed line to cut along, with scissors at its left."""
    ink, side, width = setting.theme.ink, 4.0, surface.trim.width - 2 * MARGIN
    count = round((width - CUT[0]) / sum(CUT))
    with surface.artifact():
        icon(surface, setting, "scissors", Box(MARGIN - side - 1.5, y - side / 2, side, side), ink)
        for number in range(count + 1):
            rule(surface, Box(MARGIN + number * (width - CUT[0]) / count, y - 0.07, CUT[0], 0.14), ink)


def _plain(size: float, setting: Setting) -> Style:
    return Style(size, size * LEADING, setting.theme.ink)
