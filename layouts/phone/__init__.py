"""One card a page of a phone, in type that is read out of breath on a hill.

Each card is as large as it can be; what does not fit is left out in a stated order (`measures`), and the face says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layouts.blocks import foot, stop_zone
from layouts.phone.advice import advice, explanation
from layouts.phone.alarms import warning
from layouts.phone.measures import GOOD, LARGEST, SCREEN, SMALLEST, on_phone, tries
from layouts.phone.movements import movement
from layouts.phone.runs import form
from layouts.product import Made, Screen
from layouts.signatures import longest
from publisher.model.card import Advice, Explanation, FormCue, FormFault, Movement, WarningSign
from publisher.typesetting.fitting import sizes, too_long
from publisher.typesetting.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from layouts.product import Job
    from layouts.setting import Setting
    from publisher.model.card import Card
    from publisher.typesetting.face import Face

# What stands between the tab and the reasons to stop, by the kind of card.
_KINDS: dict[type, Callable[[Card, Setting, Surface, float], None]] = {
    Movement: movement,
    FormCue: form,
    FormFault: form,
    Explanation: explanation,
    WarningSign: warning,
    Advice: advice,
}


def make(job: Job) -> Made:
    """A page for each card of the job, in the largest body size and with the most words that it has room for."""
    faces = [laid(card, job.setting) for card in job.cards]
    problems = [
        problem
        for card, face in zip(job.cards, faces, strict=True)
        for problem in too_long([face], str(card.title), "a phone", SMALLEST, lambda: "paper")
    ]
    group = job.setting.words.group
    pages = (Screen(str(card.title), group(card.group), face) for card, face in zip(job.cards, faces, strict=True))
    return Made(screens=tuple(pages), problems=tuple(problems))


def laid(card: Card, setting: Setting) -> Face:
    """The first of the tries that fits, in larger type if that fits too; the last, with its excess, if none does."""
    face, left = None, 0
    for body, left in tries(type(card.body)):
        face = draw(card, setting, body, left)
        if face.fits:
            break
    if face is None:
        raise ValueError("no size to try")
    if face.fits and face.body == GOOD:
        larger = (draw(card, setting, body, left) for body in sizes(LARGEST, GOOD))
        return next(one for one in larger if one.fits)
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
