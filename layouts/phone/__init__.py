"""One card a page of a phone, in type that is read out of breath on a hill.

Each card is as large as it can be; what does not fit is left out in a stated order (`measures`), and the face says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.blocks import foot, stop_zone
from layouts.phone.advice import advice, explanation
from layouts.phone.alarms import warning
from layouts.phone.measures import GOOD, LARGEST, LAST, LEFT_OUT, SCREEN, SMALLEST, on_phone
from layouts.phone.movements import movement
from layouts.phone.runs import form
from layouts.product import Made, Screen
from layouts.setting import once
from layouts.signatures import longest
from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, WarningSign
from publisher.typesetting.fitting import STEP, sizes, too_long
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.typesetting.face import Face

# Every card is laid out by itself: what one looks like hangs on no other.
EACH_ALONE = True
# What stands between the tab and the reasons to stop, by the kind of card.
_KINDS: dict[type, Callable[[Card, Setting, Surface, float], None]] = {
    Movement: movement,
    FormCue: form,
    FormFault: form,
    Explanation: explanation,
    WarningSign: warning,
    Advice: advice,
}


# No card has an id that ends so.
_PHONE = ".phone"


def make(job: Job) -> Made:
    """A page for each card of the job, in the largest body size and with the most words that it has room for."""
    faces = [_known(card, job.setting) for card in job.cards]
    problems = [
        problem
        for card, face in zip(job.cards, faces, strict=True)
        for problem in too_long([face], str(card.title), "a phone", SMALLEST, lambda: "paper")
    ]
    group = job.setting.words.group
    pages = (Screen(str(card.title), group(card.group), face) for card, face in zip(job.cards, faces, strict=True))
    return Made(screens=tuple(pages), problems=tuple(problems))


def _known(card: Card, setting: Setting) -> Face:
    """The face of a card, as it was laid out if this very card was laid out before with this picture."""
    [face] = once((f"{card.id}{_PHONE}", 0.0), card, setting, lambda: (laid(card, setting),))
    return face


def laid(card: Card, setting: Setting) -> Face:
    """A card with all that it says where that fits in good type; else words go, and only then does type get smaller.

    Where nothing fits, it is given with its excess in the smallest type.
    """
    if draw(card, setting, GOOD + STEP, 0).fits:
        return _as_large_as_can_be(card, setting, 0)
    most = len(LEFT_OUT[type(card.body)])
    for body in sizes(GOOD, SMALLEST):
        if draw(card, setting, body, most).fits:
            left = next(left for left in range(most + 1) if draw(card, setting, body, left).fits)
            return _as_large_as_can_be(card, setting, left) if body == GOOD else draw(card, setting, body, left)
    face = draw(card, setting, SMALLEST, most)
    for left in range(len(LAST[type(card.body)])):
        face = draw(card, setting, SMALLEST, most + left + 1)
        if face.fits:
            break
    return face


def _as_large_as_can_be(card: Card, setting: Setting, left: int) -> Face:
    """A card that fits in good type, without the first so many parts: as much larger as goes on fitting."""
    face = draw(card, setting, GOOD, left)
    for body in reversed(sizes(LARGEST, GOOD + STEP)):
        larger = draw(card, setting, body, left)
        if not larger.fits:
            break
        face = larger
    return face


def draw(card: Card, setting: Setting, body: float, left: int) -> Face:
    """A card at one body size, points, without the first so many parts that it can do without."""
    own = on_phone(setting, card, body, left)
    [face] = longest(lambda said: [_page(said[0], own, body)], [card])
    return face


def _page(card: Card, setting: Setting, body: float) -> Face:
    surface = Surface(SCREEN, setting.typeface, body, card.title)
    stop = getattr(card.body, "stop_if", ())
    # Measured first and drawn last: it stands at the foot, and is read there.
    limit = stop_zone(surface.trial(), setting, card, stop)
    _KINDS[type(card.body)](card, setting, surface, limit)
    stop_zone(surface, setting, card, stop)
    foot(surface, setting, card)
    return surface.face()
