"""Today's routine for the screen that somebody looks at anyway: between the clock and the buttons, nothing else.

The sky over the ground line is the dark colour of the group: a phone writes its clock there in white.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from layouts.ground import flat
from publisher.colour import WHITE
from publisher.drawing import Mark, rectangle
from publisher.geometry import Box, Point, Size, mm
from publisher.model.card import Group, Movement, WarningSign
from publisher.model.dose import Range
from publisher.plan_words import dose_said
from publisher.sessions import minutes_of
from publisher.typesetting.face import Role, Weight
from publisher.typesetting.lines import Style
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.typesetting.face import Face

# As wide as a card on a phone, millimetres.
WIDTH, MARGIN, STRATUM = 90.0, 6.5, 4.0
# Body sizes, points: as large as all cards allow; then the last ones go.
LARGEST, SMALLEST, STEP = 19.0, 12.5, 0.5
# Between two cards, as a share of the body size.
GAP = 0.5


class Routine(NamedTuple):
    """What is done today, and which parts of the height a phone covers at the top and at the bottom, as shares."""

    title: str
    cards: Sequence[Card]
    above: float
    below: float


def draw(routine: Routine, setting: Setting, height: float) -> Face:
    """The routine on a screen of this height, millimetres, in the largest type that holds all of its cards."""
    count = round((LARGEST - SMALLEST) / STEP)
    for body in (LARGEST - i * STEP for i in range(count + 1)):
        face = _face(routine, setting, height, (body, len(routine.cards)))
        if face.fits:
            return face
    for shown in range(len(routine.cards) - 1, 0, -1):
        face = _face(routine, setting, height, (SMALLEST, shown))
        if face.fits:
            return face
    return _face(routine, setting, height, (SMALLEST, 0))


def _face(routine: Routine, setting: Setting, height: float, size: tuple[float, int]) -> Face:
    """At one body size, with so many of its cards."""
    body, shown = size
    surface = Surface(Size(WIDTH, height), setting.typeface, body, routine.title)
    top, bottom = routine.above * height, (1.0 - routine.below) * height
    colours = setting.theme.groups[_group(routine.cards)]
    ground, width = Box(-3.0, bottom - STRATUM, WIDTH + 6.0, height + 3.0 - bottom + STRATUM), WIDTH - 2 * MARGIN
    with surface.artifact():
        surface.paint(Mark(rectangle(Box(-3.0, -3.0, WIDTH + 6.0, top + 3.0)), fill=colours.main))
        surface.paint(*flat(_group(routine.cards), ground, STRATUM, (colours.main, colours.tint)))
    ink = setting.theme.ink
    bold = Style(1.45 * body, 1.6 * body, ink, Weight.BOLD, tracking=-0.01 * body)
    with surface.element(Role.H1):
        block = surface.set(routine.title, bold, width, balanced=True)
        y = surface.write(block, MARGIN, top + 0.55 * mm(body), field="title")
    minutes = minutes_of(routine.cards)
    if minutes:
        said = setting.words.counted(Range(minutes, minutes), "minutes")
        with surface.element(Role.PARAGRAPH):
            y = surface.write(surface.set(said, Style(body, 1.25 * body, ink), width), MARGIN, y)
    y = _rows(routine.cards[:shown], setting, surface, y + GAP * mm(body))
    if shown < len(routine.cards):
        more = setting.words.say("phone_picture.more", n=len(routine.cards) - shown)
        with surface.element(Role.PARAGRAPH):
            y = surface.write(surface.set(more, Style(body, 1.2 * body, ink), width), MARGIN, y)
    over = y - (bottom - STRATUM - 0.2 * mm(body))
    if over > 0.0:
        surface.too_long("cards", max(1, round(over / mm(body))), 30, None)
    return surface.face()


def _rows(cards: Sequence[Card], setting: Setting, surface: Surface, y: float) -> float:
    """Each card beside its badge: its title, and how much of it below; gives the height below them."""
    body, ink = surface.body, setting.theme.ink
    high = 1.2 * mm(body)
    wide = 1.9 * high
    left = MARGIN + wide + 0.5 * high
    width = WIDTH - MARGIN - left
    with surface.element(Role.LIST):
        for card in cards:
            title = surface.set(card.title, Style(body, 1.2 * body, ink, Weight.BOLD), width)
            with surface.element(Role.ITEM):
                with surface.element(Role.LABEL):
                    _badge(card, setting, surface, Box(MARGIN, y, wide, high))
                with surface.element(Role.ITEM_BODY):
                    y = surface.write(title, left, y, field="title")
                    if isinstance(card.body, Movement):
                        said = dose_said(setting.words, card.body.dose)
                        block = surface.set(said, Style(0.92 * body, 1.12 * body, ink), width)
                        y = surface.write(block, left, y, field="dose")
            y += GAP * mm(body)
    return y


def _badge(card: Card, setting: Setting, surface: Surface, box: Box) -> None:
    """The number of a card, white on the colour of its group."""
    with surface.artifact():
        surface.paint(Mark(rectangle(box, 0.18 * box.height), fill=setting.colours(card).main))
    style = Style(0.84 * surface.body, surface.body, WHITE, Weight.BOLD)
    at = Point(box.x + box.width / 2, box.y + box.height / 2 + 0.334 * mm(style.size))
    surface.label(setting.words.number_of(card), style, at, align="centre")


def _group(cards: Sequence[Card]) -> Group:
    """The group that most of them are of, but for signs."""
    counted = Counter(card.group for card in cards if not isinstance(card.body, WarningSign))
    return counted.most_common(1)[0][0] if counted else Group.WARNING
