"""The phone page: how large it is, in what sizes its words are set, and what goes first where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.setting import made_for, size_of
from publisher.geometry import Size, mm
from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, WarningSign
from publisher.model.theme import TypeScale, TypeSize

if TYPE_CHECKING:
    from layouts.setting import Setting
    from publisher.model.card import Card

# 9 to 16, millimetres: at 12 pixels to the millimetre it is 1080 by 1920.
SCREEN = Size(90.0, 160.0)
# Body sizes, points. Down to the middle one a card is tried with all that it says; then it is the words that go.
LARGEST, GOOD, SMALLEST = 18.0, 15.0, 14.0
# Captions of frames and the line at the foot: what nobody needs on the way.
CAPTION, FOOT = 13.0, 12.0
# From line to line, as a multiple of the size.
LEADING = 1.17
# What a phone has no room for on any card, a thin rule between steps and notes among it; and what is said elsewhere:
# a sign says beside its action what not to wait for.
NEVER = ("move_on", "harder", "easier", "fault", "evidence", "follow", "rule")
# More points than a card has.
MOST_POINTS = 9
# What goes, the least needed first, until the rest fits. Dose, steps, right and wrong, what to do about a sign, and
# the reasons to stop are in no list: they stay.
LEFT_OUT: dict[type, tuple[str, ...]] = {
    Movement: ("rest", "breathing", "not_feel", "purpose", "feel", "start", "when"),
    FormCue: ("purpose", "why", "feel"),
    FormFault: ("purpose", "why", "signs"),
    Explanation: ("purpose", *(f"point_{number}" for number in range(MOST_POINTS, 0, -1))),
    WarningSign: ("picture", "note", "why", "front"),
    Advice: ("purpose", "why", "lines"),
}
# What goes only where even the smallest type leaves no room.
LAST: dict[type, tuple[str, ...]] = {
    Movement: ("caption", "alarm", "help"),
    FormCue: ("alarm", "help"),
    FormFault: ("alarm", "help"),
    Explanation: ("so",),
    WarningSign: ("say",),
    Advice: ("picture", "alarm", "help"),
}
_STOCK = size_of("phone", "a phone", SCREEN, (LARGEST, SMALLEST))


def on_phone(setting: Setting, card: Card, body: float, left: int) -> Setting:
    """The setting of a card, without the first so many parts that it can do without."""
    kind, shown = type(card.body), setting.picture_of(card) is not None
    # How to begin is seen, or else said.
    out = [*NEVER, *(part for part in (*LEFT_OUT[kind], *LAST[kind])[:left] if shown or part != "start")]
    # Each card has a body size of its own: its other sizes go with that, not with the largest of a deck.
    stock = _STOCK._replace(body_max=body)
    return made_for(setting, stock, scale_at(body), out)


def scale_at(body: float) -> TypeScale:
    """All sizes of the page for one body size, points."""
    return TypeScale(
        margin=4.5,
        title=TypeSize(22.0, 23.5),
        back_title=TypeSize(22.0, 23.5),
        purpose=TypeSize(body, LEADING * body),
        purpose_without_picture=TypeSize(body, LEADING * body),
        cue=TypeSize(1.15 * body, 1.36 * body),
        dose=TypeSize(31.0, 32.0),
        unit=TypeSize(SMALLEST, 16.0),
        caption=TypeSize(CAPTION, 14.5),
        foot=TypeSize(FOOT, 14.0),
        body_leading=LEADING,
        tab_width=11.5,
        tab_height=16.5,
        tab_icon=7.0,
        tab_number=13.0,
        ground=0.35,
        stratum=3.4,
        gutter=1.17 * mm(body) + 1.4,
        stop_rule=1.2,
    )
